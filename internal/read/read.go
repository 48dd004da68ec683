// Package read finds the files a user names and turns them into articles.
//
//	in   folders, files, "-" for standard input: text, pages, JSON, tables,
//	     feeds, web archives, and any of them packed
//	out  one article.Article after the other, with source text, repairs,
//	     zones and what is known of title, outlet, authors and date
//
// Walk finds the files, Articles reads one of them. Both are sequences that
// go on after a bad input: it comes out as a *FileError that says which
// input, where in it, and why, and the next one follows. No path leads out of
// the folder given, nothing but regular files is opened, no article is larger
// than a bound, and no container is held in memory.
package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"time"

	"inquit/article"
	"inquit/internal/safefile"
)

// Options configures reading. The zero value is ready to use.
type Options struct {
	// OutletFrom says where the outlet stands: "path:2" is the second folder
	// below the one given. "" means metadata, then the first folder below.
	OutletFrom string
	// Map says in which fields of JSON, JSON Lines and tables the parts of an
	// article stand: "text=body,title=headline|kicker". "" means the names that
	// are always known.
	Map string
	// MaxArticle is the longest text, page or record read, in bytes.
	// 0 means 32 MiB.
	MaxArticle int64
	// Stdin is what "-" reads. nil means os.Stdin.
	Stdin io.Reader
}

// A Source is one file to be read, found by Walk.
type Source struct {
	Root    string // the folder that holds it, or the folder given; "" for standard input
	Abs     string // its absolute path, "-" for standard input
	Path    string // below the folder given, with "/"; a single file: its name
	Named   bool   // given by name, not found in a folder
	Size    int64  // with that of its sidecar
	ModTime time.Time

	sidecar string // the name below Root of the file that describes it, "" for none
}

// A FileError says which input was not read, where in it, and why.
type FileError struct {
	Path   string // as in article.Article; an argument that was not found: as given
	Member string // the place inside the file: "line 12", "[3]"; "" for the whole file
	Err    error
}

func (e *FileError) Error() string {
	if e.Member != "" {
		return fmt.Sprintf("%q, %s: %v", e.Path, e.Member, e.Err)
	}
	return fmt.Sprintf("%q: %v", e.Path, e.Err)
}

func (e *FileError) Unwrap() error { return e.Err }

// ErrNoText says that an input holds nothing to read.
var ErrNoText = errors.New("no text")

// maxArticle is the default of Options.MaxArticle.
const maxArticle = 32 << 20

func (o Options) maxArticle() int64 {
	if o.MaxArticle > 0 {
		return o.MaxArticle
	}
	return maxArticle
}

// Walk finds the files to be read under args: folders recursively, files by
// name, "-" for standard input. Arguments come in the order given, the files
// of a folder sorted by path; an argument that lies inside another is found
// once, under the outer one. Hidden files and folders are left out, a store
// among them. What cannot be read is a *FileError; any other error ends the
// walk.
func Walk(ctx context.Context, args []string, o Options) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {
		w := &walker{ctx: ctx, yield: yield}
		w.walk(args)
	}
}

// Articles reads the articles of one source, one after the other. A bad
// record is a *FileError and the next record follows; any other error ends
// the sequence.
func Articles(ctx context.Context, s Source, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		in, size, err := open(s, o)
		if err != nil {
			yield(nil, &FileError{Path: s.Path, Err: plainError(err)})
			return
		}
		defer in.Close()
		r := newReader(ctx, s, o, yield)
		side, bad := readSidecar(s)
		if bad != nil && !r.out.put(nil, bad) {
			return
		}
		r.side = side
		r.read(in, size)
	}
}

// Read is Articles for content at hand; s.Path names it.
func Read(s Source, content []byte, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		r := newReader(context.Background(), s, o, yield)
		r.read(bytes.NewReader(content), int64(len(content)))
	}
}

// open opens the file of a source, or standard input; size is 0 when it is not
// known.
func open(s Source, o Options) (in io.ReadCloser, size int64, err error) {
	if s.Abs == "-" {
		if o.Stdin != nil {
			return io.NopCloser(o.Stdin), 0, nil
		}
		return io.NopCloser(os.Stdin), 0, nil
	}
	root, err := os.OpenRoot(s.Root)
	if err != nil {
		return nil, 0, err
	}
	defer root.Close()
	name, err := filepath.Rel(s.Root, s.Abs)
	if err != nil {
		return nil, 0, err
	}
	f, info, err := safefile.Open(root, name)
	if err != nil {
		return nil, 0, err
	}
	return f, info.Size(), nil
}
