package index

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A manifest says what a generation consists of and which state of the store
// it stands for. It is the last file written into it.
type manifest struct {
	Format   int    `json:"format"`
	Seq      int64  `json:"seq"`
	Token    string `json:"token"` // known to the store that the generation was made of
	Articles int    `json:"articles"`
	Docs     uint64 `json:"docs"`
	Files    []file `json:"files"` // sorted by name
}

// A file of a generation; Name is below it, with "/".
type file struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

const (
	manifestName = "manifest.json"
	currentName  = "CURRENT"
	boltName     = "root.bolt"
)

func dirOf(storeDir string) string { return filepath.Join(storeDir, "index") }

func genName(n int) string { return "gen-" + strconv.Itoa(n) }

// genNumber is the opposite of genName; 0 for any other name.
func genNumber(name string) int {
	s, ok := strings.CutPrefix(name, "gen-")
	n, err := strconv.Atoi(s)
	if !ok || err != nil || n < 1 || genName(n) != name {
		return 0
	}
	return n
}

// current returns the generation that readers are to open. ErrNone means that
// nothing was published.
func current(dir string) (int, error) {
	b, err := os.ReadFile(filepath.Join(dir, currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, ErrNone
	}
	if err != nil {
		return 0, err
	}
	n := genNumber(strings.TrimSpace(string(b)))
	if n == 0 {
		return 0, &DamagedError{filepath.Join(dir, currentName), errors.New("names no generation")}
	}
	return n, nil
}

func readManifest(gen string) (*manifest, error) {
	name := filepath.Join(gen, manifestName)
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, &DamagedError{name, err}
	}
	m := &manifest{}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, &DamagedError{name, err}
	}
	if m.Format != format {
		return nil, &formatError{m.Format}
	}
	return m, nil
}

// A formatError says that an index was made by another version.
type formatError struct{ format int }

func (e *formatError) Error() string {
	return fmt.Sprintf("index has format %d, this inquit reads %d; run inquit rebuild", e.format, format)
}

// checkFiles compares the files of a generation with its manifest and calls
// bad for each that differs.
func (m *manifest) checkFiles(gen string, bad func(name string, err error)) {
	for _, f := range m.Files {
		got, err := describe(gen, f.Name)
		switch {
		case err != nil:
			bad(f.Name, err)
		case got.Size != f.Size:
			bad(f.Name, fmt.Errorf("has %d bytes, had %d", got.Size, f.Size))
		case got.SHA256 != f.SHA256:
			bad(f.Name, errors.New("its bytes were changed"))
		}
	}
}

// describe reads one file of a folder.
func describe(dir, name string) (out file, err error) {
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return file{}, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return file{name, n, hex.EncodeToString(h.Sum(nil))}, err
}

// describeAll describes and syncs every file below dir. A file that known
// lists with its size is one of the linked ones, which never change.
func describeAll(dir string, known []file) (out []file, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		f := file{Name: filepath.ToSlash(rel), Size: info.Size()}
		i := slices.IndexFunc(known, func(k file) bool { return k.Name == f.Name && k.Size == f.Size && isSegment(k.Name) })
		if i >= 0 {
			f = known[i]
		} else if f, err = describe(dir, f.Name); err == nil {
			err = syncPath(path)
		}
		out = append(out, f)
		return err
	})
	slices.SortFunc(out, func(a, b file) int { return strings.Compare(a.Name, b.Name) })
	return out, err
}

// isSegment reports whether a file is one that bleve writes once and only
// reads from then on.
func isSegment(name string) bool { return strings.HasSuffix(name, ".zap") }

// syncPath makes sure that a file or folder is on disk.
func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) || errors.Is(err, fs.ErrPermission) {
		err = nil // some systems cannot sync a folder, or a file opened for reading
	}
	return errors.Join(err, f.Close())
}

// writeSynced writes a file beside, syncs it and renames it into place.
func writeSynced(path string, b []byte) error {
	tmp := path + ".tmp"
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncPath(filepath.Dir(path))
}

// newToken returns a name nobody has used.
func newToken() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
