package text

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"inquit/article"
)

// ErrBinary says that bytes are no text at all.
var ErrBinary = errors.New("not text: binary data")

// ErrEncoding says that bytes may be text, but under no encoding known here.
var ErrEncoding = errors.New("unknown encoding")

// Decode turns bytes into valid UTF-8 without a byte order mark; line breaks
// stay as they are. declared is the charset that a header or meta tag names,
// or "". The order of evidence is: byte order mark, the zeros of UTF-16 and
// UTF-32, UTF-8 (valid, or with a few bytes of windows-1252 in it), declared,
// the encoding under which the odd bytes become marks and letters where those
// belong, a guess by frequencies, windows-1252.
//
// The errors are ErrBinary and ErrEncoding.
func Decode(b []byte, declared string) (string, article.Encoding, error) {
	if s, enc, ok := decodeUnicode(b); ok {
		return checked(s, enc)
	}
	if isBinary(b) {
		return "", article.Encoding{}, ErrBinary
	}
	if utf8.Valid(b) {
		return string(b), article.Encoding{Name: "utf-8", Evidence: "utf-8"}, nil
	}
	if s, ok := mostlyUTF8(b); ok {
		return s, article.Encoding{Name: "utf-8", Evidence: "utf-8"}, nil
	}
	if s, name, ok := decodeDeclared(b, declared); ok {
		return checked(s, article.Encoding{Name: name, Evidence: "declared"})
	}
	first, second := decodeByMarks, decodeGuessed
	if manyOdd(b) {
		first, second = second, first
	}
	for _, guess := range []func([]byte) (string, string, bool){first, second} {
		if s, name, ok := guess(b); ok {
			return checked(s, article.Encoding{Name: name, Evidence: "detected"})
		}
	}
	s, ok := decodeWith(charmap.Windows1252, b)
	if !ok || scoreText(s) < 0 {
		return "", article.Encoding{}, ErrEncoding
	}
	return checked(s, article.Encoding{Name: "windows-1252", Evidence: "default"})
}

// checked refuses what decoded well and still is no text.
func checked(s string, enc article.Encoding) (string, article.Encoding, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", article.Encoding{}, ErrBinary
	}
	return s, enc, nil
}

// decodeDeclared decodes b as its header says, if that is a known charset
// that b can be.
func decodeDeclared(b []byte, declared string) (s, name string, ok bool) {
	enc, name := lookup(declared)
	if enc == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		return "", "", false
	}
	s, ok = decodeWith(enc, b)
	return s, name, ok
}

// lookup finds a charset by any of its names.
func lookup(name string) (encoding.Encoding, string) {
	name = strings.ToLower(strings.TrimSpace(name))
	switch name {
	case "":
		return nil, ""
	case "cp437", "ibm437":
		return charmap.CodePage437, "ibm437"
	case "cp850", "ibm850":
		return charmap.CodePage850, "ibm850"
	case "mac-roman", "macroman":
		return charmap.Macintosh, "macintosh"
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, ""
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil {
		return nil, ""
	}
	return enc, canonical
}

// decodeWith decodes b, and fails when that needs replacement characters.
func decodeWith(enc encoding.Encoding, b []byte) (string, bool) {
	s, err := enc.NewDecoder().Bytes(b)
	if err != nil || strings.Contains(string(s), "\uFFFD") {
		return "", false
	}
	return string(s), utf8.Valid(s)
}

// minConfidence is the least of chardet's certainty, in per cent, that is
// worth more than taking windows-1252.
const minConfidence = 20

// sampleSize is how many bytes are looked at where a guess is made.
const sampleSize = 64 << 10

// manyOdd reports whether a quarter of b is beyond ASCII: then its script is
// not Latin, and frequencies tell more than marks.
func manyOdd(b []byte) bool {
	b = b[:min(len(b), sampleSize)]
	n := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n*4 > len(b)
}

// decodeGuessed asks chardet, which knows scripts and languages by the
// frequencies of their bytes.
func decodeGuessed(b []byte) (s, name string, ok bool) {
	r, err := chardet.NewTextDetector().DetectBest(b[:min(len(b), sampleSize)])
	if err != nil || r.Confidence < minConfidence {
		return "", "", false
	}
	enc, name := lookup(r.Charset)
	if enc == nil || name == "utf-8" {
		return "", "", false
	}
	s, ok = decodeWith(enc, b)
	return s, name, ok
}

// mostlyUTF8 decodes UTF-8 into which single bytes of windows-1252 were
// pasted. For each of them two good sequences are asked, so that no other
// encoding is taken for it; a sequence cut off at the end is let go.
func mostlyUTF8(b []byte) (string, bool) {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			good++
		case !utf8.FullRune(b[i:]):
			n = len(b) - i
		default:
			bad++
		}
		i += n
	}
	if good == 0 || good < 2*bad {
		return "", false
	}
	return string(appendMixed(make([]byte, 0, len(b)+2*bad), b)), true
}

// appendMixed appends b as UTF-8, its stray bytes read as windows-1252.
func appendMixed(out, b []byte) []byte {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r != utf8.RuneError || n > 1:
			out = append(out, b[:n]...)
		case !utf8.FullRune(b):
			return utf8.AppendRune(out, utf8.RuneError)
		default:
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b[0]))
		}
		b = b[n:]
	}
	return out
}
