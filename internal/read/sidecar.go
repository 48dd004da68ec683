package read

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"inquit/article"
	"inquit/internal/safefile"
)

// A sidecar is a file beside an article that tells what the article does not:
// story.meta.json or story.html.meta.json beside story.html.
//
//	{"title": "…", "outlet": "…", "date": "2025-06-05", "authors": ["…"], "url": "…", "lang": "en"}
//
// What it says wins over everything found in the article.
type sidecar struct {
	title, outlet, date *article.Field
	authors             []article.Field
	url, lang           string
}

const (
	sidecarSuffix = ".meta.json"
	maxSidecar    = 1 << 20
)

// sidecarNames are the names that the sidecar of a file may have.
func sidecarNames(name string) []string {
	names := []string{name + sidecarSuffix}
	if ext := path.Ext(name); ext != "" {
		names = append(names, strings.TrimSuffix(name, ext)+sidecarSuffix)
	}
	return names
}

// sidecars returns the sidecars among the entries of a folder: those of files
// that are there. Another file of such a name is read like any other.
func sidecars(entries []fs.DirEntry) map[string]bool {
	some := false
	for _, e := range entries {
		some = some || strings.HasSuffix(e.Name(), sidecarSuffix)
	}
	if !some {
		return nil
	}
	found := map[string]bool{}
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), sidecarSuffix) {
			continue
		}
		for _, name := range sidecarNames(e.Name()) {
			found[name] = true
		}
	}
	return found
}

// touch counts the sidecar of a source as a part of it, so that a source is
// read again when its sidecar has changed, come or gone.
func (s *Source) touch(root *os.Root, name string) {
	for _, n := range sidecarNames(name) {
		if info, err := root.Lstat(n); err == nil {
			s.sidecar = n
			s.Size += info.Size()
			if info.ModTime().After(s.ModTime) {
				s.ModTime = info.ModTime()
			}
			return
		}
	}
}

// readSidecar reads the sidecar of a source, nil when it has none.
func readSidecar(s Source) (*sidecar, *FileError) {
	if s.sidecar == "" {
		return nil, nil
	}
	bad := func(err error) *FileError {
		return &FileError{Path: path.Join(path.Dir(s.Path), path.Base(s.sidecar)), Err: plainError(err)}
	}
	root, err := os.OpenRoot(s.Root)
	if err != nil {
		return nil, bad(err)
	}
	defer root.Close()
	b, err := safefile.ReadFile(root, s.sidecar, maxSidecar)
	if err != nil {
		return nil, bad(err)
	}
	side, err := parseSidecar(b)
	if err != nil {
		return nil, bad(err)
	}
	return side, nil
}

// parseSidecar reads the fields of a sidecar, under any of the names that a
// record may give them.
func parseSidecar(b []byte) (*sidecar, error) {
	s, _, err := decode(b, "")
	if err != nil {
		return nil, err
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal([]byte(s), &raw); err != nil {
		return nil, jsonError(err, []byte(s), position{line: 1})
	}
	f := standard.of(raw)
	side := &sidecar{url: f.url, lang: strings.ToLower(stringOf(raw["lang"]))}
	side.title, side.outlet, side.date = fromSidecar(f.title), fromSidecar(f.outlet), fromSidecar(metaDate(f.date))
	if f.date != "" && side.date == nil {
		return nil, fmt.Errorf("%q is no date", f.date)
	}
	for _, n := range f.authors {
		if a := fromSidecar(n); a != nil {
			side.authors = append(side.authors, *a)
		}
	}
	return side, nil
}

// fromSidecar returns a field of a sidecar, nil for "".
func fromSidecar(value string) *article.Field {
	f := metadata(value)
	if f != nil {
		f.From = article.FromSidecar
	}
	return f
}

// into puts what the sidecar says in the place of what a says. Title, date,
// authors and address belong to one article: a file of many takes the outlet
// and the language alone.
func (s *sidecar) into(a *article.Article) {
	if s == nil {
		return
	}
	if s.outlet != nil {
		a.Outlet = s.outlet
	}
	if s.lang != "" {
		a.Lang = s.lang
	}
	if a.Member != "" {
		return
	}
	if s.title != nil {
		a.Title = s.title
	}
	if s.date != nil {
		a.Published = s.date
	}
	if len(s.authors) > 0 {
		a.Authors = s.authors
	}
	if s.url != "" {
		a.URL = s.url
	}
}
