package crf

import (
	"unicode"
	"unicode/utf8"

	"inquit/internal/text"
)

// A word is what the features take from one token, as hashes.
type word struct {
	form, shape      uint32
	prefix           uint32 // its first three bytes
	suffix2, suffix3 uint32 // its last two and three
	class            uint32 // its part of speech, from a table
	entry
}

// outside stands for the places before and behind a paragraph.
var outside = word{form: 1, shape: 1, prefix: 1, suffix2: 1, suffix3: 1, class: 1}

// FNV-1a in 32 bits.
const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// FormOf returns the hash of a token's form: lower case, digits all the same,
// quotation marks all the same.
func FormOf(t *text.Token) uint32 {
	if t.Kind == text.Mark {
		return markForm
	}
	h := uint32(fnvStart)
	for i := range len(t.Norm) {
		c := t.Norm[i]
		if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

// Hashes of forms that the features ask for.
var (
	markForm  = hashOf("“")
	commaForm = hashOf(",")
	thatForm  = hashOf("that")
)

func hashOf(s string) uint32 {
	h := uint32(fnvStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

// ends packs the last n bytes of s into an integer.
func ends(s string, n int) uint32 {
	h := uint32(n)
	for i := max(0, len(s)-n); i < len(s); i++ {
		h = h<<8 | uint32(s[i])
	}
	return h
}

// starts packs the first three bytes of s into an integer.
func starts(s string) uint32 {
	h := uint32(3)
	for i := range min(3, len(s)) {
		h = h<<8 | uint32(s[i])
	}
	return h
}

// lowerShape is the shape of a word of small letters.
var lowerShape = hashOf("x")

// shapeOf hashes the runs of capitals, small letters, digits and signs in w:
// "McKay" has the runs X x X x.
func shapeOf(t *text.Token, w string) uint32 {
	if t.Kind == text.Word && !t.Upper && ascii(w) {
		return lowerShape
	}
	h, last := uint32(fnvStart), uint32(0)
	for i := 0; i < len(w); {
		c, n := rune(w[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(w[i:])
		}
		i += n
		if k := runeClass(c); k != last {
			h, last = (h^k)*fnvPrime, k
		}
	}
	return h
}

// ascii reports whether w is small ASCII letters and apostrophes only.
func ascii(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// runeClass returns the sign that stands for c in a shape.
func runeClass(c rune) uint32 {
	switch {
	case 'a' <= c && c <= 'z':
		return 'x'
	case 'A' <= c && c <= 'Z':
		return 'X'
	case '0' <= c && c <= '9':
		return 'd'
	case c == '’' || c == '‘':
		return '\''
	case c == '“' || c == '”':
		return '"'
	case c < utf8.RuneSelf:
		return uint32(c)
	case unicode.IsUpper(c):
		return 'X'
	case unicode.IsLetter(c):
		return 'x'
	}
	return uint32(c)
}

// fill sets the rest of w, whose form and entry are known.
func (w *word) fill(d *text.Doc, i int, initial bool) {
	t := &d.Tokens[i]
	s := t.Norm
	if t.Kind == text.Mark {
		s = "“"
	}
	w.shape = shapeOf(t, t.In(d.Text))
	w.prefix, w.suffix2, w.suffix3 = starts(s), ends(s, 2), ends(s, 3)
	if w.class = uint32(w.tags); w.class == 0 {
		w.class = w.shape*fnvPrime ^ w.suffix3 | 1<<16
	}
	if t.Upper && !initial {
		w.class ^= 1 << 20
	}
}
