// Package read finds the files a user names and turns them into articles.
//
//	in   folders, files, "-" for standard input
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
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"inquit/article"
)

// Options configures reading. The zero value is ready to use.
type Options struct {
	// OutletFrom says where the outlet stands: "path:2" is the second folder
	// below the one given. "" means metadata, then the first folder below.
	OutletFrom string
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
	Size    int64
	ModTime time.Time
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

// Walk finds the files to be read under args: folders recursively, files by
// name, "-" for standard input. Arguments come in the order given, the files
// of a folder sorted by path; an argument that lies inside another is found
// once, under the outer one. What is skipped is a *FileError; any other error
// ends the walk.
func Walk(ctx context.Context, args []string, o Options) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {}
}

// Articles reads the articles of one source, one after the other. A bad
// record is a *FileError and the next record follows; any other error ends
// the sequence.
func Articles(ctx context.Context, s Source, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {}
}

// Read is Articles for content at hand; s.Path names it.
func Read(s Source, content []byte, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {}
}
