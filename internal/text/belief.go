package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sequenceBelief judges one sequence of a chain of length that says r; second
// is the second character of what is written for it.
func sequenceBelief(e misreading, second, r, before, after rune, length int) belief {
	switch {
	case r < 0xA0:
		return never // a control character is no gain
	case r < 0xC0:
		return signBelief(e, second, before)
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		return letterBelief(e, second, r, before, after, length)
	case r == utf8.RuneError:
		return pickBelief(second != r || unicode.IsLetter(before) && unicode.IsLetter(after), surely, doubt)
	case isSignBeyond(r):
		return pickBelief(e != macRoman || r < 0x2070 || r == '™' || r == '€', surely, doubt)
	case 0x2B0 <= r && r < 0x300:
		return doubt
	case 0x300 <= r && r < 0x370:
		return pickBelief(e == windows1252 && isPlainSign(second) && before > ' ', surely, never)
	}
	return never
}

// scriptBelief judges a sequence that says a letter of another script: one
// alone is chance, a word of them is not. before and after are the neighbours
// of the whole chain.
func scriptBelief(e misreading, script *unicode.RangeTable, second rune, said []rune, before, after rune) belief {
	need := 2
	if e == windows1251 || e == codePage437 {
		need = 3 // Ukrainian has such pairs of letters, tables such signs
	}
	switch {
	case countScript(said, script) >= need:
		own := unicode.Is(unicode.Cyrillic, before) || unicode.Is(unicode.Cyrillic, after)
		return pickBelief(e == windows1251 && own, doubt, surely)
	case script == unicode.Greek && e == windows1252 && unicode.IsLetter(before) && unicode.IsLetter(after) && isPlainSign(second):
		return surely
	}
	return pickBelief(isPlainSign(second) && e == windows1252 || e == windows1251, doubt, never)
}

// signBelief judges "Â£" and its like.
func signBelief(e misreading, second, before rune) belief {
	switch {
	case unicode.IsUpper(before):
		return doubt
	case e == windows1251 && (second == '»' || second == '«'):
		return doubt // «группа В»
	case unicode.IsLetter(second) && e != macRoman && e != codePage437:
		return doubt
	case isClosing(second):
		return doubt
	}
	return surely
}

// letterBelief judges a sequence that says a Latin letter.
func letterBelief(e misreading, second, r, before, after rune, length int) belief {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case isRareLetter(r):
		return never
	case unicode.IsLower(r) && unicode.IsUpper(before) && !unicode.IsLower(after):
		return pickBelief(length > 1, doubt, never)
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return never
	case r == 'å' && second == '¥':
		return doubt // "DrÃ¥ber" may be two letters as well
	case (e == windows1257 || e == iso8859x13) && unicode.IsLetter(second):
		return doubt // their letters stand where others have signs
	case isClosing(second) || e == codePage437 && isBox(second):
		return pickBelief(unicode.IsLetter(after) && unicode.IsLetter(before), surely, doubt)
	case (second == ' ' || second == '\u00a0') && r != 'à':
		return doubt
	case e == macRoman:
		return pickBelief(unicode.IsLetter(before) && (r < 0x100 || !unicode.IsLetter(second)), surely, doubt)
	case inWord || length > 1:
		return surely
	}
	return pickBelief(r < 0x100 && isPlainSign(second), surely, doubt)
}

func pickBelief(ok bool, yes, no belief) belief {
	if ok {
		return yes
	}
	return no
}

// isSignBeyond reports whether r is a mark, money, a symbol or an emoji.
func isSignBeyond(r rune) bool {
	switch {
	case 0x2010 <= r && r <= 0x2027, 0x2030 <= r && r <= 0x205E, 0x2000 <= r && r <= 0x200F,
		0x20A0 <= r && r <= 0x20C0, 0x2100 <= r && r <= 0x214F, 0x2190 <= r && r <= 0x2BFF,
		0x3000 <= r && r <= 0x303F, 0xFE0E <= r && r <= 0xFE0F, r == 0xFEFF, r == 0xFFFD,
		0xFF01 <= r && r <= 0xFF5E, 0x1F000 <= r && r <= 0x1FAFF:
		return true
	}
	return false
}

// isClosing reports whether r is a sign that stands behind words as well: a
// capital and this sign are no proof of damage.
func isClosing(r rune) bool {
	return strings.ContainsRune("‚„…†‡‰‹‘’“”•–—™›»®°", r)
}

// isBox reports whether r is made for drawing boxes.
func isBox(r rune) bool { return 0x2500 <= r && r < 0x25A0 }

// isPlainSign reports whether r is neither letter nor mark: nothing that
// belongs behind a letter.
func isPlainSign(r rune) bool { return !unicode.IsLetter(r) && !isClosing(r) && !unicode.IsSpace(r) }

// isRareLetter reports whether r is a Latin letter that no news text has:
// phonetic signs, long s, letters of old Greenlandic.
func isRareLetter(r rune) bool {
	switch {
	case r < 0x180:
		return strings.ContainsRune("ŗŉĸſĠŖŒ×÷", r) && r != 'Œ'
	case r < 0x250:
		return !strings.ContainsRune("ȘșȚțƠơƯưǍǎƏə", r)
	}
	return false
}

// scripts are the scripts whose letters may be found under damage.
var scripts = []*unicode.RangeTable{
	unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hangul,
	unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Devanagari, unicode.Bengali, unicode.Tamil,
	unicode.Armenian, unicode.Georgian,
}

// scriptOf returns the script of a letter beyond Latin, or nil.
func scriptOf(r rune) *unicode.RangeTable {
	if r < 0x370 || 0x1D00 <= r && r < 0x1E00 {
		return nil
	}
	for _, s := range scripts {
		if unicode.Is(s, r) {
			return s
		}
	}
	return nil
}

// countScript counts the letters of a script.
func countScript(said []rune, script *unicode.RangeTable) int {
	n := 0
	for _, r := range said {
		if unicode.Is(script, r) {
			n++
		}
	}
	return n
}
