package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A response is what a web server answered, as a web archive keeps it.
type response struct {
	status int
	header map[string]string // names in lower case
	body   []byte
}

// parseResponse reads an answer; ok is false when b does not begin as one.
func parseResponse(b []byte) (rs response, ok bool) {
	if !bytes.HasPrefix(b, []byte("HTTP/")) {
		return rs, false
	}
	head, body, found := bytes.Cut(b, []byte("\r\n\r\n"))
	if other, rest, alone := bytes.Cut(b, []byte("\n\n")); alone && (!found || len(other) < len(head)) {
		head, body = other, rest
	}
	rs.body = body
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	if words := strings.Fields(string(first)); len(words) > 1 {
		rs.status, _ = strconv.Atoi(words[1])
	}
	rs.header = headerFields(string(rest))
	return rs, true
}

// headerFields reads "Name: value" lines; the first of a name counts, and a
// line that begins with a blank goes on with the one before.
func headerFields(s string) map[string]string {
	fields := map[string]string{}
	last := ""
	for line := range strings.Lines(s) {
		if last != "" && (line[0] == ' ' || line[0] == '\t') {
			fields[last] += " " + strings.TrimSpace(line)
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		last = ""
		if name = strings.ToLower(strings.TrimSpace(name)); !ok || name == "" {
			continue
		}
		if _, twice := fields[name]; !twice {
			fields[name] = strings.TrimSpace(value)
			last = name
		}
	}
	return fields
}

// content returns the body as the page was: chunks joined, unpacked. Many
// archives have done either already and kept the header that says otherwise.
func (rs response) content(limit int64) ([]byte, error) {
	b := rs.body
	if strings.Contains(strings.ToLower(rs.header["transfer-encoding"]), "chunked") {
		if joined, err := dechunk(b); err == nil {
			b = joined
		}
	}
	switch kind := strings.ToLower(rs.header["content-encoding"]); kind {
	case "gzip", "x-gzip":
		if bytes.HasPrefix(b, []byte(gzipMagic)) {
			return unpackAll("gzip", b, limit)
		}
	case "zstd":
		if bytes.HasPrefix(b, []byte(zstdMagic)) {
			return unpackAll("zstd", b, limit)
		}
	case "deflate":
		if out, err := unpackAll("deflate", zlibBody(b), limit); err == nil {
			return out, nil
		}
	case "br", "compress":
		if looksBinary(b[:min(len(b), headLen)]) || !isPage(bytes.TrimSpace(b)) {
			return nil, fmt.Errorf("its page is packed in a way that is not read: %s", kind)
		}
	}
	return b, nil
}

// zlibBody takes the two bytes of a zlib header off packed data.
func zlibBody(b []byte) []byte {
	if len(b) > 2 && b[0]&0x0f == 8 && (int(b[0])<<8|int(b[1]))%31 == 0 {
		return b[2:]
	}
	return b
}

var errChunks = errors.New("its chunks make no sense")

// dechunk joins the chunks of a body.
func dechunk(b []byte) ([]byte, error) {
	var out []byte
	for {
		line, rest, ok := bytes.Cut(b, []byte("\n"))
		size, _, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 64)])), ";")
		n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 31)
		switch {
		case !ok && len(b) == 0 && len(out) > 0:
			return out, nil // the last chunk is missing
		case err != nil:
			return nil, errChunks
		case n == 0:
			return out, nil
		case int(n) > len(rest):
			return append(out, rest...), nil // cut off
		}
		out = append(out, rest[:n]...)
		b = bytes.TrimPrefix(bytes.TrimPrefix(rest[n:], []byte("\r")), []byte("\n"))
	}
}

// discard passes over n bytes.
func discard(in io.Reader, n int64) error {
	_, err := io.CopyN(io.Discard, in, n)
	return err
}
