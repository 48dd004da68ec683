package text

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"inquit/article"
)

// decodeUnicode decodes what a byte order mark announces, or what is UTF-16
// or UTF-32 by the place of its zeros.
func decodeUnicode(b []byte) (string, article.Encoding, bool) {
	if name, n := byteOrderMark(b); n > 0 {
		return decodeUTF(b[n:], name), article.Encoding{Name: name, Evidence: "bom"}, true
	}
	if name := zeroPattern(b); name != "" {
		return decodeUTF(b, name), article.Encoding{Name: name, Evidence: "detected"}, true
	}
	return "", article.Encoding{}, false
}

// byteOrderMark returns the encoding a byte order mark names, and its length.
func byteOrderMark(b []byte) (name string, n int) {
	for _, m := range []struct{ mark, name string }{
		{"\xEF\xBB\xBF", "utf-8"},
		{"\xFF\xFE\x00\x00", "utf-32le"}, // before utf-16le, whose mark it begins with
		{"\x00\x00\xFE\xFF", "utf-32be"},
		{"\xFF\xFE", "utf-16le"},
		{"\xFE\xFF", "utf-16be"},
	} {
		if bytes.HasPrefix(b, []byte(m.mark)) {
			return m.name, len(m.mark)
		}
	}
	return "", 0
}

// zeroPattern names the encoding of text whose characters are mostly below
// U+0100, by where its zeros stand; "" for all else.
func zeroPattern(b []byte) string {
	b = b[:min(len(b), sampleSize)]
	if len(b) < 4 || bytes.IndexByte(b, 0) < 0 {
		return ""
	}
	var zeros [4]int
	for i, c := range b {
		if c == 0 {
			zeros[i%4]++
		}
	}
	// Of each quarter, 7 in 10 places are zero or nearly none.
	quarter := len(b) / 4
	many := func(k int) bool { return zeros[k]*10 >= quarter*7 }
	few := func(k int) bool { return zeros[k]*50 <= quarter }
	switch {
	case few(0) && many(1) && many(2) && many(3):
		return "utf-32le"
	case many(0) && many(1) && many(2) && few(3):
		return "utf-32be"
	case few(0) && many(1) && few(2) && many(3):
		return "utf-16le"
	case many(0) && few(1) && many(2) && few(3):
		return "utf-16be"
	}
	return ""
}

// decodeUTF decodes b; what is no character becomes U+FFFD.
func decodeUTF(b []byte, name string) string {
	switch name {
	case "utf-16le":
		return decodeUTF16(b, binary.LittleEndian)
	case "utf-16be":
		return decodeUTF16(b, binary.BigEndian)
	case "utf-32le":
		return decodeUTF32(b, binary.LittleEndian)
	case "utf-32be":
		return decodeUTF32(b, binary.BigEndian)
	}
	if s, ok := mostlyUTF8(b); ok {
		return s
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

func decodeUTF16(b []byte, order binary.ByteOrder) string {
	out := make([]byte, 0, len(b)/2+len(b)/8)
	for ; len(b) >= 2; b = b[2:] {
		r := rune(order.Uint16(b))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if len(b) >= 4 {
				low = rune(order.Uint16(b[2:]))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				b = b[2:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
	if len(b) > 0 {
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	return string(out)
}

func decodeUTF32(b []byte, order binary.ByteOrder) string {
	out := make([]byte, 0, len(b)/4+len(b)/16)
	for ; len(b) >= 4; b = b[4:] {
		r := order.Uint32(b)
		if r > utf8.MaxRune {
			r = uint32(utf8.RuneError)
		}
		out = utf8.AppendRune(out, rune(r))
	}
	if len(b) > 0 {
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	return string(out)
}
