package read

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"inquit/internal/safefile"
)

// storeDir is the folder in which a store lives; it is never read.
const storeDir = ".inquit"

// A walker hands out what it finds until it is told to stop.
type walker struct {
	ctx   context.Context
	yield func(Source, error) bool
}

// An argument is one of the places to be read, its links resolved.
type argument struct {
	given string // as the user wrote it
	abs   string // "" for standard input
	info  fs.FileInfo
	err   error
}

// walk hands out the files under args; false when it was told to stop.
func (w *walker) walk(args []string) bool {
	found := make([]argument, len(args))
	for i, a := range args {
		found[i] = resolve(a)
	}
	for i, a := range found {
		if covered(found, i) {
			continue
		}
		if !w.argument(a) {
			return false
		}
	}
	return true
}

// resolve finds what an argument means. A link that the user names is
// followed; those found in folders are not.
func resolve(given string) argument {
	a := argument{given: given}
	if given == "-" {
		return a
	}
	a.abs, a.err = filepath.Abs(given)
	if a.err == nil {
		a.abs, a.err = filepath.EvalSymlinks(a.abs)
	}
	if a.err == nil {
		a.info, a.err = os.Lstat(a.abs)
	}
	return a
}

// covered reports whether argument i is found under another one, or stands
// before as well.
func covered(args []argument, i int) bool {
	a := args[i]
	for k, b := range args {
		switch {
		case k == i || a.err != nil || b.err != nil || (a.abs == "") != (b.abs == ""):
		case a.abs == b.abs && k < i:
			return true
		case a.abs != b.abs && b.info != nil && b.info.IsDir() && within(b.abs, a.abs):
			return true
		}
	}
	return false
}

// within reports whether a path lies below a folder, with no hidden folder in
// between: those are not read.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return false
	}
	for part := range strings.SplitSeq(rel, string(filepath.Separator)) {
		if hidden(part) {
			return false
		}
	}
	return true
}

// hidden reports a name that programs keep for themselves: .git, .DS_Store,
// a store.
func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// argument hands out what one argument means.
func (w *walker) argument(a argument) bool {
	switch {
	case a.err != nil:
		return w.bad(a.given, a.err)
	case a.abs == "":
		return w.yield(Source{Abs: "-", Path: "-", Named: true}, nil)
	case a.info.IsDir():
		return w.folder(a)
	}
	name := filepath.Base(a.given)
	if err := safefile.Regular(a.info); err != nil {
		return w.bad(name, err)
	}
	s := Source{
		Root: filepath.Dir(a.abs), Abs: a.abs, Path: name, Named: true,
		Size: a.info.Size(), ModTime: a.info.ModTime(),
	}
	if root, err := os.OpenRoot(s.Root); err == nil { // else the file itself cannot be read, and says so
		s.touch(root, filepath.Base(a.abs))
		_ = root.Close()
	}
	return w.yield(s, nil)
}

// bad hands out an input that cannot be read.
func (w *walker) bad(path string, err error) bool {
	return w.yield(Source{}, &FileError{Path: path, Err: plainError(err)})
}

// folder hands out what lies below a folder.
func (w *walker) folder(a argument) bool {
	if filepath.Base(a.abs) == storeDir {
		return w.bad(a.given, errStore)
	}
	root, err := os.OpenRoot(a.abs)
	if err != nil {
		return w.bad(a.given, err)
	}
	defer root.Close()
	return w.below(root, a.abs, ".", 0)
}

// maxDepth is how deep folders may lie in each other.
const maxDepth = 200

// below hands out what lies in folder dir, below root.
func (w *walker) below(root *os.Root, abs, dir string, depth int) bool {
	if err := w.ctx.Err(); err != nil {
		w.yield(Source{}, err)
		return false
	}
	if depth > maxDepth {
		return w.bad(dir, errors.New("folders lie too deep in each other"))
	}
	entries, err := fs.ReadDir(root.FS(), dir)
	if err != nil && !w.bad(dir, err) {
		return false
	}
	if isStore(entries) {
		return depth > 0 || w.bad(abs, errStore)
	}
	sortByPath(entries)
	described := sidecars(entries)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if hidden(e.Name()) || described[e.Name()] {
			continue
		}
		ok := false
		if e.IsDir() {
			ok = w.below(root, abs, name, depth+1)
		} else {
			ok = w.file(root, abs, name, described != nil)
		}
		if !ok {
			return false
		}
	}
	return true
}

var errStore = errors.New("this is a store, not a folder of articles")

// isStore reports whether the entries of a folder are those of a store, under
// whatever name it lies there.
func isStore(entries []fs.DirEntry) bool {
	records, index := false, false
	for _, e := range entries {
		records = records || e.Name() == "store.db" && !e.IsDir()
		index = index || e.Name() == "index" && e.IsDir()
	}
	return records && index
}

// sortByPath sorts the entries of a folder as the paths below them sort: a
// folder counts with its slash, "a-b/x" before "a/x".
func sortByPath(entries []fs.DirEntry) {
	key := func(e fs.DirEntry) string {
		if e.IsDir() {
			return e.Name() + "/"
		}
		return e.Name()
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(key(a), key(b)) })
}

// file hands out one entry that is no folder; described says that sidecars
// lie beside it.
func (w *walker) file(root *os.Root, abs, name string, described bool) bool {
	info, err := root.Lstat(name)
	if err == nil {
		err = safefile.Regular(info)
	}
	if err != nil {
		return w.bad(name, err)
	}
	s := Source{
		Root: abs, Abs: filepath.Join(abs, filepath.FromSlash(name)), Path: name,
		Size: info.Size(), ModTime: info.ModTime(),
	}
	if described {
		s.touch(root, name)
	}
	return w.yield(s, nil)
}

// plainError takes the operation and the path off an error of the file
// system: the path stands before it already.
func plainError(err error) error {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errNoFile
	case errors.Is(err, fs.ErrPermission):
		return errNoPermission
	case errors.As(err, &pe):
		return pe.Err
	}
	return err
}

var (
	errNoFile       = fmtError("no such file or folder", fs.ErrNotExist)
	errNoPermission = fmtError("no permission to read it", fs.ErrPermission)
)

// A sentence is an error in our words that is still the one it stands for.
type sentence struct {
	words string
	is    error
}

func fmtError(words string, is error) error { return &sentence{words, is} }

func (s *sentence) Error() string { return s.words }
func (s *sentence) Unwrap() error { return s.is }
