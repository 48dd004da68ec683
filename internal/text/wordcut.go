package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutAt returns where a sign inside w separates two words, or 0: a colon or
// underscore always, a stop between a word and a capitalised one.
func cutAt(w string) int {
	for i := 1; i < len(w)-1; i++ {
		switch w[i] {
		case ':', '_', ';':
			return i
		case '.':
			if gluedStop(w, i) {
				return i
			}
		}
	}
	if n := len(w) - 1; n > 0 && w[n] == '_' {
		return n
	}
	return 0
}

// gluedStop reports whether the stop w[i] ends a sentence whose neighbour
// was set without a space: two letters or figures at least before it, and a
// capital behind that is alone or followed by a small letter.
func gluedStop(w string, i int) bool {
	if i < 2 || !isWordByte(w[i-1]) || !isWordByte(w[i-2]) {
		return false
	}
	r, n := utf8.DecodeRuneInString(w[i+1:])
	if !unicode.IsUpper(r) {
		return false
	}
	rest := w[i+1+n:]
	if rest == "" {
		return r == 'I' || r == 'A'
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(next) || isApostrophe(next)
}

// isLetterByte reports whether c is an ASCII letter or part of a longer
// character.
func isLetterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func isWordByte(c byte) bool { return isLetterByte(c) || '0' <= c && c <= '9' }

// isDotted reports whether w is an abbreviation of single letters with stops
// between them: "U.S", "p.m"; or "Ph.D".
func isDotted(w string) bool {
	if len(w) < 3 || len(w)%2 == 0 {
		return w == "Ph.D" || w == "M.Sc" || w == "B.Sc"
	}
	for i := 0; i < len(w); i++ {
		if i%2 == 0 && (!isLetterByte(w[i]) || w[i] >= utf8.RuneSelf) || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return true
}

// cliticAt returns where the clitic of a lower-case word begins, or 0: 's
// everywhere, 'll 've 're 'm too, 'd only after a pronoun ("Sa'd" is a name).
func cliticAt(w string) int {
	at := strings.LastIndexByte(w, '\'')
	n := 1
	if curly := strings.LastIndex(w, "’"); curly > at {
		at, n = curly, len("’")
	}
	if at <= 0 {
		return 0
	}
	switch w[at+n:] {
	case "s", "ll", "ve", "re", "m":
		return at
	case "d":
		if takesWould(w[:at]) {
			return at
		}
	}
	return 0
}

// takesWould reports whether 'd behind w stands for "would" or "had".
func takesWould(w string) bool {
	switch w {
	case "i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "what", "where", "how", "this", "which", "these", "those":
		return true
	}
	return false
}
