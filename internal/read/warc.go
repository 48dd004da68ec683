package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"

	"inquit/article"
)

// maxHeader bounds the header of a record in a web archive.
const maxHeader = 64 << 10

var (
	errLength    = errors.New("the length in its header is wrong")
	errNoLength  = errors.New("its header gives no length")
	errHeader    = fmt.Errorf("its header is longer than %d bytes", maxHeader)
	errCutRecord = errors.New("the file ends inside it")
	errNoRecord  = errors.New("no record begins here")
	errNoArchive = fmt.Errorf("%w: no record in this web archive", ErrNoText)
)

// A capture is one record of a web archive.
type capture struct {
	kind string // "response", "resource" …
	uri  string
	mime string
	body []byte // nil for kinds that are not read
}

// A captures reads the records of a web archive one after the other, and goes
// on behind a broken one.
type captures struct {
	in     *bufio.Reader
	base   *bufio.Reader // what in reads in the end
	packed *members      // what unpacks it; nil when it is not packed
	limit  int64
	n      int   // records begun
	again  int64 // bytes that may still be read a second time
}

func (r *reader) captures(in *bufio.Reader) *captures {
	return &captures{in: in, base: in, packed: r.packed, limit: 2 * r.opt.maxArticle(), again: 2 * r.opt.maxArticle()}
}

// readWARC reads the pages in a WARC file. Requests, revisits and their like
// hold no article and are passed over.
func (r *reader) readWARC(in *bufio.Reader) {
	r.readCaptures(in, (*captures).warc, isWARC)
}

// readCaptures reads the records of a web archive with next; begins tells
// where one may begin, for the way on behind a broken one.
func (r *reader) readCaptures(in *bufio.Reader, next func(*captures) (capture, error), begins func([]byte) bool) {
	w := r.captures(in)
	for r.alive() {
		before := w.n
		c, err := next(w)
		if err != nil && err != io.EOF && w.n == before {
			w.n++ // nothing begins where a record should
		}
		member := fmt.Sprintf("record %d", w.n)
		switch {
		case err == io.EOF && w.n == 0:
			r.bad("", errNoArchive)
			return
		case err == io.EOF:
			return
		case err != nil:
			r.bad(member, plainError(err))
			if errors.Is(err, errBomb) || !w.resync(begins) {
				return
			}
		default:
			r.capture(member, c)
		}
	}
}

// isWARC reports whether a record of a WARC file begins with line.
func isWARC(line []byte) bool { return bytes.HasPrefix(line, []byte("WARC/")) }

// warc reads the next record.
func (w *captures) warc() (c capture, err error) {
	if err := w.skipBlankLines(); err != nil {
		return c, err
	}
	line, err := w.line()
	if err != nil && len(line) == 0 {
		return c, err
	}
	if !isWARC(line) {
		return c, errNoRecord
	}
	w.n++
	head, err := w.header()
	if err != nil {
		return c, err
	}
	fields := headerFields(head)
	n, err := strconv.ParseInt(fields["content-length"], 10, 64)
	if err != nil || n < 0 {
		return c, errNoLength
	}
	c = capture{kind: fields["warc-type"], uri: address(fields["warc-target-uri"]), mime: fields["content-type"]}
	c.body, err = w.block(n, c.kind == "response" || c.kind == "resource" || c.kind == "conversion")
	if err != nil {
		return c, err
	}
	return c, w.ends(c.body, "\r\n\r\nWARC/", isWARC)
}

// address returns the address of a record as it should be written: wget puts
// it in angle brackets, others leave blanks in it.
func address(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
	return strings.ReplaceAll(s, " ", "%20")
}

// line reads a line, cut off at maxHeader.
func (w *captures) line() ([]byte, error) {
	var line []byte
	for {
		part, err := w.in.ReadSlice('\n')
		if len(line) < maxHeader {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// skipBlankLines passes over the line ends between records.
func (w *captures) skipBlankLines() error {
	for {
		c, err := w.in.ReadByte()
		if err != nil {
			return err
		}
		if c != '\r' && c != '\n' {
			return w.in.UnreadByte()
		}
	}
}

// header reads up to the empty line behind a header.
func (w *captures) header() (string, error) {
	var b strings.Builder
	for {
		line, err := w.line()
		if err == io.EOF {
			return "", errCutRecord
		}
		if err != nil {
			return "", err
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return b.String(), nil
		}
		if b.Len()+len(line) >= maxHeader {
			return "", errHeader
		}
		b.Write(line)
	}
}

// block reads the n bytes of a record, or passes over them when they are not
// wanted or too many for an article.
func (w *captures) block(n int64, wanted bool) ([]byte, error) {
	if !wanted || n > w.limit {
		err := discard(w.in, n)
		if err == io.EOF {
			err = errCutRecord
		}
		return nil, err
	}
	b, err := readAllOf(io.LimitReader(w.in, n), min(n, 1<<16), n)
	if err != nil {
		return nil, err
	}
	if int64(len(b)) == n || !w.reread(b, "\nWARC/") && wholeAnswer(b) {
		return b, nil
	}
	return nil, errCutRecord
}

// wholeAnswer reports whether an answer is all there by its own account,
// whatever the record says.
func wholeAnswer(b []byte) bool {
	rs, ok := parseResponse(b)
	n, err := strconv.Atoi(rs.header["content-length"])
	return ok && err == nil && n > 0 && len(rs.body) >= n
}

// ends checks that another record or the end of the file follows. When it does
// not, the length was wrong; a record that it swallowed is read after all.
func (w *captures) ends(body []byte, next string, begins func([]byte) bool) error {
	for {
		b, err := w.in.Peek(headLen >> 4)
		if len(b) == 0 {
			_ = err // the end, or damage that the next record will tell
			return nil
		}
		if k := len(b) - len(bytes.TrimLeft(b, "\r\n")); k > 0 {
			_, _ = w.in.Discard(k) // peeked at
			continue
		}
		if begins(b) {
			return nil
		}
		_ = w.reread(body, next) // if nothing was swallowed, the next record is sought
		return errLength
	}
}

// reread puts the part of body behind mark back to be read again: a record
// begins there. What is read twice is bounded, so that time stays in step with
// the file.
func (w *captures) reread(body []byte, mark string) bool {
	i := bytes.Index(body, []byte(mark))
	if i < 0 || int64(len(body)-i) > w.again {
		return false
	}
	rest := bytes.TrimLeft(body[i:], "\r\n")
	w.again -= int64(len(rest))
	w.in = bufio.NewReader(io.MultiReader(bytes.NewReader(rest), w.in))
	return true
}

// resync goes to where the next record begins; false when there is none.
func (w *captures) resync(begins func([]byte) bool) bool {
	for {
		b, err := w.in.Peek(headLen >> 4)
		if len(b) > 0 && begins(b) {
			return true
		}
		if err == nil || err == io.EOF || err == bufio.ErrBufferFull {
			_, err = w.line()
		}
		switch {
		case err == nil:
		case w.packed == nil || !w.packed.resync():
			return false
		default:
			w.base.Reset(w.packed)
			w.in = w.base
		}
	}
}

// capture makes an article of a record that holds a page or a text. A picture,
// a style sheet, an answer that something was not found are none.
func (r *reader) capture(member string, c capture) {
	if c.body == nil {
		return
	}
	mime := c.mime
	rs, ok := parseResponse(c.body)
	if ok {
		if mime = rs.header["content-type"]; rs.status < 200 || rs.status > 299 {
			return
		}
	} else {
		rs.body = c.body
	}
	mime = strings.ToLower(mime)
	kind, _, _ := strings.Cut(mime, ";")
	f := captured(strings.TrimSpace(kind), c.uri)
	if f == unknown {
		return
	}
	b, err := rs.content(r.opt.maxArticle() * 2)
	if err == nil && f == unsure && !isPage(bytes.TrimSpace(b)) {
		return
	}
	if err != nil {
		r.bad(member, plainError(err))
		return
	}
	sub := *r
	sub.member = r.place(member)
	var a *article.Article
	if f == plain {
		a, err = sub.plain(b)
	} else {
		a, err = sub.page(b, charsetIn(mime), c.uri)
	}
	if err != nil {
		r.bad(member, err)
		return
	}
	r.put(a)
}

// captured tells how a record is read by its type; an answer without one is
// unsure.
func captured(mime, uri string) format {
	switch mime {
	case "text/html", "application/xhtml+xml":
		return page
	case "text/plain":
		if u, err := url.Parse(uri); err != nil || notNews[path.Base(u.Path)] || u.Scheme == "metadata" {
			return unknown
		}
		return plain
	case "":
		return unsure
	}
	return unknown
}

// notNews are files that every site has for machines.
var notNews = map[string]bool{"robots.txt": true, "ads.txt": true, "app-ads.txt": true, "humans.txt": true, "security.txt": true, "llms.txt": true}

// charsetIn returns the charset of "text/html; charset=utf-8".
func charsetIn(mime string) string {
	_, name, _ := strings.Cut(mime, "charset=")
	name, _, _ = strings.Cut(name, ";")
	return strings.Trim(name, `"' `)
}

// hostOf returns the host of an address without "www.", "" for none.
func hostOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
