package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"inquit/article"
	"inquit/internal/safefile"
	"inquit/internal/text"
)

// errNotJSON is wrapped with what is wrong and where.
var errNotJSON = errors.New("not JSON")

// readLines reads JSON Lines. A bad line is named by its number, and the next
// one is read; a line over the bound is passed over without being held.
func (r *reader) readLines(in *bufio.Reader) {
	in, err := utf8Reader(in)
	if err != nil {
		r.bad("", err)
		return
	}
	some := false
	for n := 1; ; n++ {
		line, err := readLine(in, r.opt.maxArticle())
		if err == io.EOF && len(line) == 0 {
			break
		}
		member := fmt.Sprintf("line %d", n)
		if err != nil && err != io.EOF {
			if !errors.Is(err, safefile.ErrTooLarge) {
				r.bad(member, plainError(err))
				return
			}
			some = true
			if !r.bad(member, err) {
				return
			}
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		some = true
		if !r.record(member, line, position{line: n}) || !r.alive() {
			return
		}
	}
	if !some {
		r.bad("", ErrNoText)
	}
}

// readLine reads a line without its end. A line longer than limit is read to
// its end and dropped.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	size := int64(0)
	for {
		part, err := in.ReadSlice('\n')
		size += int64(len(part))
		if size <= limit {
			line = append(line, part...)
		} else {
			line = nil
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if size > limit && (err == nil || err == io.EOF) {
			return nil, fmt.Errorf("%w: %s, the limit is %s", safefile.ErrTooLarge, safefile.Size(size), safefile.Size(limit))
		}
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}

// A position is where a record begins in its file.
type position struct {
	line int   // counted from 1
	byte int64 // from the start of that line
}

// record reads one JSON value as an article and hands it out.
func (r *reader) record(member string, b []byte, at position) bool {
	a, err := r.object(member, b, at)
	if err != nil {
		return r.bad(member, err)
	}
	return r.put(a)
}

// object makes an article of a JSON object.
func (r *reader) object(member string, b []byte, at position) (*article.Article, error) {
	enc := article.Encoding{Name: "utf-8", Evidence: "utf-8"}
	if !utf8.Valid(b) {
		s, e, err := text.Decode(b, "")
		if err != nil {
			return nil, err
		}
		b, enc = []byte(s), e
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, jsonError(err, b, at)
	}
	return r.article(member, r.opt.fields().of(raw), enc)
}

// article makes an article of what the fields of a record say.
func (r *reader) article(member string, f record, enc article.Encoding) (*article.Article, error) {
	if f.text == "" {
		return nil, f.noText()
	}
	a := article.New(r.src.Path, r.place(member), f.id, f.text, text.FindRepairs(f.text))
	a.Encoding = enc
	f.into(a)
	r.finish(a, true)
	return a, nil
}

// jsonError says what is wrong with a record, and in which line and byte of
// the file.
func jsonError(err error, b []byte, at position) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("%w: %s at %s", errNotJSON, syntax.Error(), at.after(b, syntax.Offset))
	case errors.As(err, &kind):
		return fmt.Errorf("%w: the record is no object but %s", ErrNoText, article2(kind.Value))
	}
	return fmt.Errorf("%w: %v", errNotJSON, err)
}

// article2 puts "a" or "an" before the name of a JSON type.
func article2(kind string) string {
	if kind == "array" {
		return "an array"
	}
	return "a " + kind
}

// after returns the line and byte in the file of the n-th byte of record b.
func (p position) after(b []byte, n int64) string {
	n = min(max(n, 1), int64(len(b)))
	before := b[:n]
	if k := bytes.Count(before, []byte("\n")); k > 0 {
		p.line += k
		p.byte = 0
		before = before[bytes.LastIndexByte(before, '\n')+1:]
	}
	return fmt.Sprintf("line %d, byte %d", p.line, p.byte+int64(len(before)))
}
