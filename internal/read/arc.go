package read

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// readARC reads the pages in an ARC file, the older form of web archives: a
// line before each record, its address first, its length last.
//
//	http://example.org/a 192.0.2.1 20140216050221 text/html 1591
func (r *reader) readARC(in *bufio.Reader) {
	r.readCaptures(in, (*captures).arc, isARC)
}

// isARC reports whether a record of an ARC file begins with line.
func isARC(line []byte) bool {
	if k := bytes.IndexByte(line, '\n'); k >= 0 {
		line = line[:k]
	}
	return arcLine(string(line)) != nil
}

// arcLine returns the five fields of the line before a record, nil when it is
// none. Blanks in the address belong to it; an address of an archive of the
// second version has five fields more.
func arcLine(line string) []string {
	line = strings.TrimRight(line, "\r\n")
	colon := strings.Index(line, ":")
	if colon < 2 || colon > 20 || !arcScheme(line[:colon]) {
		return nil
	}
	words := strings.Split(line, " ")
	for _, fields := range []int{10, 5} {
		n := len(words) - fields
		if n < 0 || !isARCDate(words[n+2]) {
			continue
		}
		uri := strings.Join(words[:n+1], "%20")
		return []string{uri, words[n+1], words[n+2], words[n+3], words[len(words)-1]}
	}
	return nil
}

// arcScheme reports whether s may stand before the colon of an address.
func arcScheme(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) && s[i] != '+' && s[i] != '-' {
			return false
		}
	}
	return true
}

// isARCDate reports a run of digits like 20140216050221.
func isARCDate(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) >= 8 && len(s) <= 20
}

// arc reads the next record.
func (w *captures) arc() (c capture, err error) {
	if err := w.skipBlankLines(); err != nil {
		return c, err
	}
	line, err := w.line()
	if err != nil && len(line) == 0 {
		return c, err
	}
	fields := arcLine(string(line))
	if fields == nil {
		if w.n == 1 {
			return capture{}, nil // the header of the file names its fields
		}
		return c, errNoRecord
	}
	w.n++
	c = capture{kind: "response", uri: address(fields[0]), mime: fields[3]}
	head := strings.HasPrefix(c.uri, "filedesc:")
	n, err := strconv.ParseInt(fields[4], 10, 64)
	if err != nil || n < 0 {
		if head {
			return capture{}, nil
		}
		return c, fmt.Errorf("%w: %.20q", errLength, fields[4])
	}
	c.body, err = w.block(n, !head)
	if err != nil || head {
		return capture{}, err
	}
	if err := w.ends(c.body, "\n", isARC); err != nil && err != io.EOF {
		return c, err
	}
	return c, nil
}
