package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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

// readSidecar reads the sidecar of a source, nil when it has none.
func readSidecar(s Source) (*sidecar, *FileError) {
	if s.Abs == "-" || s.Abs == "" {
		return nil, nil
	}
	root, err := os.OpenRoot(s.Root)
	if err != nil {
		return nil, nil // the file itself will tell
	}
	defer root.Close()
	file, err := filepath.Rel(s.Root, s.Abs)
	if err != nil {
		return nil, nil
	}
	for _, name := range sidecarNames(file) {
		b, err := safefile.ReadFile(root, name, maxSidecar)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		side := &sidecar{}
		if err == nil {
			side, err = parseSidecar(b)
		}
		if err != nil {
			return nil, &FileError{Path: filepath.ToSlash(path.Join(path.Dir(s.Path), path.Base(filepath.ToSlash(name)))), Err: plainError(err)}
		}
		return side, nil
	}
	return nil, nil
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
