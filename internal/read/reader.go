package read

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"path"
	"strings"

	"inquit/article"
	"inquit/internal/safefile"
	"inquit/internal/text"
)

// A sink takes what is read until its owner has enough.
type sink struct {
	yield func(*article.Article, error) bool
	full  bool
	bad   int // inputs that were not read
}

func (s *sink) put(a *article.Article, err error) bool {
	if err != nil {
		s.bad++
	}
	if !s.full && !s.yield(a, err) {
		s.full = true
	}
	return !s.full
}

// A reader hands out the articles of one source, or of one member of it.
type reader struct {
	ctx context.Context
	src Source
	opt Options
	out *sink

	name   string   // tells the format: the path, or the name of the member
	named  bool     // given by name: read whatever its name ends in
	member string   // the member being read; "" for the file itself
	folder string   // stands for the path of the file when an outlet is sought; "" for its path
	packed *members // what unpacks the file, when it is packed
	inside bool     // of an archive
	side   *sidecar // what a file beside it tells
}

func newReader(ctx context.Context, s Source, o Options, yield func(*article.Article, error) bool) *reader {
	return &reader{ctx: ctx, src: s, opt: o, out: &sink{yield: yield}, name: s.Path, named: s.Named}
}

// read tells the format of in by its first bytes and reads it; size is the
// expected one, 0 when it is not known.
func (r *reader) read(in io.Reader, size int64) {
	if !r.alive() {
		return
	}
	buf := bufio.NewReaderSize(in, bufferSize(size))
	head, err := buf.Peek(headLen)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull && len(head) == 0 {
		r.bad("", plainError(err))
		return
	}
	f, err := formatOf(r.name, r.named, head)
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
	case table:
		r.readTable(buf)
	case feed:
		r.readFeed(buf)
	case gzipFile, zstdFile:
		r.unpack(buf, f)
	case zipFile:
		r.readZip(in, buf, size)
	case tarFile:
		r.readTar(buf)
	case warcFile:
		r.readWARC(buf)
	case arcFile:
		r.readARC(buf)
	default:
		r.readWhole(buf, size, f)
	}
}

// bufferSize is large enough to look at the head, and no larger than the file
// needs: most articles are a few kilobytes.
func bufferSize(size int64) int {
	if size <= 0 {
		return 1 << 16
	}
	return int(min(max(size, headLen), 1<<16))
}

// alive reports whether reading goes on; when the context has ended it says
// so to the caller.
func (r *reader) alive() bool {
	if r.out.full {
		return false
	}
	if err := r.ctx.Err(); err != nil {
		r.out.put(nil, err)
		return false
	}
	return true
}

// put hands out an article.
func (r *reader) put(a *article.Article) bool { return r.out.put(a, nil) }

// bad hands out an error of the file, or of a member of it.
func (r *reader) bad(member string, err error) bool {
	return r.out.put(nil, &FileError{Path: r.src.Path, Member: r.place(member), Err: err})
}

// place names a member of what is being read: "dump.jsonl, line 3".
func (r *reader) place(member string) string {
	switch {
	case r.member == "":
		return member
	case member == "":
		return r.member
	}
	return r.member + ", " + member
}

// limit bounds an article: a packed one may be twice as long.
func (r *reader) limit() int64 {
	if r.inside || r.packed != nil {
		return 2 * r.opt.maxArticle()
	}
	return r.opt.maxArticle()
}

// readWhole reads a file that is one article.
func (r *reader) readWhole(in io.Reader, size int64, f format) {
	b, err := safefile.ReadAll(in, size, r.limit())
	if err != nil {
		r.bad("", plainError(err))
		return
	}
	var a *article.Article
	if f == page {
		a, err = r.page(b, "", "")
	} else {
		a, err = r.plain(b)
	}
	if err != nil {
		r.bad("", err)
		return
	}
	r.put(a)
}

// plain makes an article of a plain-text file: the whole of it is the source
// text.
func (r *reader) plain(b []byte) (*article.Article, error) {
	s, enc, err := decode(b, "")
	if err != nil {
		return nil, err
	}
	a := article.New(r.src.Path, r.member, "", s, text.FindRepairs(s))
	a.Encoding = enc
	r.finish(a, false)
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

// finish adds what is known without the metadata of a format: what a sidecar
// tells, the outlet from the path, the zones, and what they tell. record says
// that the text stood in a field of a record.
func (r *reader) finish(a *article.Article, record bool) {
	r.side.into(a)
	if a.Outlet == nil {
		at := a.Path
		if r.folder != "" {
			at = r.folder
		}
		a.Outlet = outletFrom(at, r.opt.OutletFrom)
	}
	zones(a, record)
}

// readMember reads a member of an archive.
func (r *reader) readMember(name string, in io.Reader, size int64) {
	sub := *r
	sub.member = r.place(memberName(name))
	sub.name, sub.named, sub.inside = name, false, true
	// The archive stands for a folder. No ".." leads out of it.
	sub.folder = strings.TrimPrefix(path.Dir(r.src.Path)+path.Clean("/"+memberName(name)), "./")
	sub.folder = strings.TrimPrefix(sub.folder, "/")
	sub.read(in, size)
}

// memberName is the name of a member as it is shown and kept: valid UTF-8.
func memberName(name string) string { return strings.ToValidUTF8(name, "\ufffd") }

// leftOut reports the members that are left out as in a folder: hidden ones,
// what a Mac adds, descriptions of other members.
func leftOut(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part != "." && part != ".." && hidden(part) || part == "__MACOSX" {
			return true
		}
	}
	return strings.HasSuffix(name, sidecarSuffix)
}

// errNested says why an archive inside an archive is not read.
var errNested = fmt.Errorf("an archive inside an archive is not read; unpack the outer one")
