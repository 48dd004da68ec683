package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"

	"inquit/internal/safefile"
)

// readValues reads a JSON file: one object, or an array of objects, which is
// read element by element so that its length does not matter.
func (r *reader) readValues(in *bufio.Reader) {
	in, err := utf8Reader(in)
	if err != nil {
		r.bad("", err)
		return
	}
	s := &splitter{in: in, limit: r.opt.maxArticle(), pos: position{line: 1}}
	c, err := s.skipBlanks()
	switch {
	case err == io.EOF:
		r.bad("", ErrNoText)
	case err != nil:
		r.bad("", plainError(err))
	case c == '[':
		r.readArray(s)
	default:
		r.readValue(s)
	}
}

// readValue reads a file that is one JSON value; nothing may follow it.
func (r *reader) readValue(s *splitter) {
	at := s.pos
	b, err := s.rest()
	if err != nil {
		r.bad("", plainError(err))
		return
	}
	r.record("", b, at)
}

// readArray reads the elements of an array, named [0], [1] … An element that
// is no JSON is named and passed over as long as its brackets close.
func (r *reader) readArray(s *splitter) {
	_, _ = s.next() // the bracket
	n := 0
	for ; ; n++ {
		c, err := s.skipBlanks()
		if err == nil && c == ']' && n == 0 {
			_, _ = s.next()
			break
		}
		member := fmt.Sprintf("[%d]", n)
		at := s.pos
		var b []byte
		if err == nil {
			b, c, err = s.element()
		}
		switch {
		case errors.Is(err, safefile.ErrTooLarge):
			if !r.bad(member, err) {
				return
			}
		case err == io.EOF || err == io.ErrUnexpectedEOF:
			r.bad(member, fmt.Errorf("%w: the file ends inside the array at %s", errNotJSON, s.pos))
			return
		case err != nil:
			r.bad(member, plainError(err))
			return
		case len(bytes.TrimSpace(b)) == 0:
			r.bad(member, fmt.Errorf("%w: a value is missing at %s", errNotJSON, at))
			return
		case !r.record(member, b, at) || !r.alive():
			return
		}
		if c == ']' {
			n++
			break
		}
	}
	at := s.pos
	if _, err := s.skipBlanks(); err != io.EOF {
		r.bad("", fmt.Errorf("%w: something follows the array at %s", errNotJSON, at))
		return
	}
	if n == 0 {
		r.bad("", fmt.Errorf("%w: the array is empty", ErrNoText))
	}
}

// String names the place for a reader.
func (p position) String() string { return fmt.Sprintf("line %d, byte %d", p.line, p.byte+1) }

// A splitter cuts an array into its elements without understanding them.
type splitter struct {
	in    *bufio.Reader
	limit int64
	pos   position
}

// next reads a byte.
func (s *splitter) next() (byte, error) {
	c, err := s.in.ReadByte()
	if err != nil {
		return 0, err
	}
	s.pos.byte++
	if c == '\n' {
		s.pos = position{line: s.pos.line + 1}
	}
	return c, nil
}

// skipBlanks passes over white space and returns the byte that follows,
// unread.
func (s *splitter) skipBlanks() (byte, error) {
	for {
		c, err := s.next()
		if err != nil {
			return 0, err
		}
		if c == ' ' || c == '\n' || c == '\r' || c == '\t' {
			continue
		}
		_ = s.in.UnreadByte() // a byte was just read
		s.pos.byte--
		return c, nil
	}
}

// rest reads all that is left.
func (s *splitter) rest() ([]byte, error) { return safefile.ReadAll(s.in, 0, s.limit) }

// element reads up to the comma or bracket that ends an element of the array
// and returns what stood before it. One over the limit is read to its end and
// dropped.
func (s *splitter) element() (b []byte, end byte, err error) {
	var in nesting
	size := int64(0)
	for {
		if _, err := s.in.Peek(1); err == io.EOF {
			return nil, 0, io.ErrUnexpectedEOF
		} else if err != nil {
			return nil, 0, err
		}
		part, _ := s.in.Peek(s.in.Buffered()) // all of it is there
		n := in.scan(part)
		if size += int64(n); size <= s.limit {
			b = append(b, part[:n]...)
		} else {
			b = nil
		}
		if n == len(part) {
			s.pass(part)
			continue
		}
		end = part[n]
		s.pass(part[:n+1])
		if size > s.limit {
			return nil, end, fmt.Errorf("%w: %s, the limit is %s", safefile.ErrTooLarge, safefile.Size(size), safefile.Size(s.limit))
		}
		return b, end, nil
	}
}

// pass goes on behind bytes that were peeked at.
func (s *splitter) pass(part []byte) {
	if k := bytes.Count(part, []byte("\n")); k > 0 {
		s.pos.line += k
		s.pos.byte = int64(len(part) - 1 - bytes.LastIndexByte(part, '\n'))
	} else {
		s.pos.byte += int64(len(part))
	}
	_, _ = s.in.Discard(len(part)) // peeked at
}

// A nesting knows where in an element a splitter stands.
type nesting struct {
	depth             int
	inString, escaped bool
}

// scan returns the offset of the comma or bracket that ends the element,
// len(part) when it goes on behind.
func (in *nesting) scan(part []byte) int {
	for i, c := range part {
		switch {
		case in.escaped:
			in.escaped = false
		case in.inString:
			in.escaped = c == '\\'
			in.inString = c != '"'
		case c == '"':
			in.inString = true
		case c == '{' || c == '[':
			in.depth++
		case in.depth == 0 && (c == ',' || c == ']'):
			return i
		case c == '}' || c == ']':
			in.depth--
		}
	}
	return len(part)
}

// utf8Reader passes over a byte order mark; UTF-16 is decoded on the way.
func utf8Reader(in *bufio.Reader) (*bufio.Reader, error) {
	head, err := in.Peek(3)
	if err != nil && err != io.EOF {
		return nil, plainError(err)
	}
	switch {
	case bytes.HasPrefix(head, []byte("\ufeff")):
		_, err = in.Discard(3)
		if err != nil {
			return nil, err
		}
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		dec := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		return bufio.NewReaderSize(dec.Reader(in), 1<<16), nil
	}
	return in, nil
}
