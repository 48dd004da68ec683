package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The scanners below read one thing at s[i:] and return where it ends.

// scanInt reads up to nine digits; n counts them, 0 when there are none.
func scanInt(s string, i int) (value, n, end int) {
	for i+n < len(s) && n < 9 && isDigit(s[i+n]) {
		value = value*10 + int(s[i+n]-'0')
		n++
	}
	return value, n, i + n
}

// scanWord reads a word of ASCII letters and returns it in lower case; ""
// when there is none. Longer words than any in our tables come out as "".
func scanWord(s string, i int) (word string, end int) {
	end = i
	lower := true
	for end < len(s) && isLetter(s[end]) {
		lower = lower && s[end] >= 'a'
		end++
	}
	if end-i > 24 || end < len(s) && s[end] >= utf8.RuneSelf && isWordStart(s[end:]) {
		return "", end
	}
	if lower {
		return s[i:end], end
	}
	return strings.ToLower(s[i:end]), end
}

// skip returns the offset after the runes of set that stand at s[i:].
func skip(s string, i int, set string) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(set, r) {
			return i
		}
		i += n
	}
	return i
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isLetter(c byte) bool { return isUpper(c) || isLower(c) }

// isWordByte counts every byte above ASCII as part of a word.
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c >= utf8.RuneSelf }

// isNumber reports whether s is digits with at most one point.
func isNumber(s string) bool {
	points := 0
	for i := range len(s) {
		if s[i] == '.' {
			points++
		} else if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) > 0 && points <= 1
}

// isWordStart reports whether a letter stands first in s.
func isWordStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
