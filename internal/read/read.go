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
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"inquit/article"
	"inquit/internal/safefile"
	"inquit/internal/text"
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
		in, err := open(s, o)
		if err != nil {
			yield(nil, &FileError{Path: s.Path, Err: plainError(err)})
			return
		}
		defer in.Close()
		r := &reader{ctx: ctx, src: s, opt: o, yield: yield}
		r.read(in, s.Size)
	}
}

// Read is Articles for content at hand; s.Path names it.
func Read(s Source, content []byte, o Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		r := &reader{ctx: context.Background(), src: s, opt: o, yield: yield}
		r.read(bytes.NewReader(content), int64(len(content)))
	}
}

// open opens the file of a source, or standard input.
func open(s Source, o Options) (io.ReadCloser, error) {
	if s.Abs == "-" {
		if o.Stdin != nil {
			return io.NopCloser(o.Stdin), nil
		}
		return io.NopCloser(os.Stdin), nil
	}
	root, err := os.OpenRoot(s.Root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	name, err := filepath.Rel(s.Root, s.Abs)
	if err != nil {
		return nil, err
	}
	f, _, err := safefile.Open(root, name)
	return f, err
}

// A reader hands out the articles of one source.
type reader struct {
	ctx   context.Context
	src   Source
	opt   Options
	yield func(*article.Article, error) bool
}

// read tells the format of in by its first bytes and reads it.
func (r *reader) read(in io.Reader, size int64) {
	if err := r.ctx.Err(); err != nil {
		r.yield(nil, err)
		return
	}
	buf := bufio.NewReaderSize(in, bufferSize(size))
	head, err := buf.Peek(headLen)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		r.bad("", plainError(err))
		return
	}
	f, err := formatOf(r.src, head)
	if err != nil {
		r.bad("", err)
		return
	}
	switch f {
	case unknown:
	case lineByLine:
		r.readLines(buf)
	case value:
		r.readValues(buf)
	default:
		r.readWhole(buf, size, f)
	}
}

// bufferSize is large enough to look at the head, and no larger than the file
// needs: most articles are a few kilobytes.
func bufferSize(size int64) int {
	return int(min(max(size, headLen), 1<<16))
}

// bad hands out an error of the file, or of a member of it.
func (r *reader) bad(member string, err error) bool {
	return r.yield(nil, &FileError{Path: r.src.Path, Member: member, Err: err})
}

// readWhole reads a file that is one article.
func (r *reader) readWhole(in io.Reader, size int64, f format) {
	b, err := safefile.ReadAll(in, size, r.opt.maxArticle())
	if err != nil {
		r.bad("", plainError(err))
		return
	}
	make := r.plain
	if f == page {
		make = r.page
	}
	a, err := make(b)
	if err != nil {
		r.bad("", err)
		return
	}
	r.yield(a, nil)
}

// plain makes an article of a plain-text file: the whole of it is the source
// text.
func (r *reader) plain(b []byte) (*article.Article, error) {
	s, enc, err := decode(b, "")
	if err != nil {
		return nil, err
	}
	a := article.New(r.src.Path, "", "", s, text.FindRepairs(s))
	a.Encoding = enc
	r.finish(a)
	return a, nil
}

// decode is text.Decode; what holds nothing but blanks is no text.
func decode(b []byte, charset string) (string, article.Encoding, error) {
	s, enc, err := text.Decode(b, charset)
	if err != nil {
		return "", enc, err
	}
	if strings.TrimFunc(s, blank) == "" {
		return "", enc, ErrNoText
	}
	return s, enc, nil
}

// finish adds what is known without the metadata of a format: the outlet from
// the path, the zones, and what they tell.
func (r *reader) finish(a *article.Article) {
	if a.Outlet == nil {
		a.Outlet = outletFrom(a.Path, r.opt.OutletFrom)
	}
	Zones(a)
}
