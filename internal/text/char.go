package text

import (
	"unicode"
	"unicode/utf8"
)

// isSpace reports whether r prints nothing: white space of any width, and the
// characters that only steer the layout (soft hyphen, zero-width space, byte
// order mark, direction marks).
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r) || isIgnorable(r)
}

// isIgnorable reports whether r has neither width nor ink.
func isIgnorable(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0xFEFF, r == 0x034F, r == 0x061C, r == 0x180E:
		return true
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E:
		return true
	case 0x2060 <= r && r <= 0x206F, 0xFE00 <= r && r <= 0xFE0F:
		return true
	}
	return false
}

// spaceLen returns the bytes of the space character s begins with, or 0.
func spaceLen(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c == ' ' || '\t' <= c && c <= '\r' {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); isSpace(r) {
		return n
	}
	return 0
}

// isMark reports whether r is a quotation mark or an apostrophe.
func isMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '´', '«', '»',
		'‘', '’', '‚', '‛', '“', '”', '„', '‟', '‹', '›',
		'「', '」', '『', '』', '〝', '〞', '〟', '＂', '＇':
		return true
	}
	return false
}

// isApostrophe reports whether r can stand inside a word for left-out
// letters.
func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == '＇' || r == 'ʼ' || r == '´' || r == '`'
}
