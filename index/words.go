package index

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"golang.org/x/text/unicode/norm"
)

// Words are indexed in lower case, without accents, and in the singular:
// "Allies’" is found by ally, "José" by jose, "U.S." by us, "10,000" by 10000.
//
// Only plurals are undone. A full English stemmer makes one word of "general"
// and "generation", or of "university" and "universe", which a fact-checker
// takes for an error, and it makes phrases loose ("promised" for "promises");
// who wants all forms of a word writes promis*. One pass over the bytes does
// it all, at a fraction of the cost of a chain of filters.

// maxWord is where a word is cut off: nothing that is longer is typed.
const maxWord = 64

// newText is the analyser of running text.
type newText struct{}

// Analyze implements analysis.Analyzer.
func (newText) Analyze(b []byte) analysis.TokenStream {
	n := len(b)/5 + 1
	tokens := make([]analysis.Token, 0, n)
	terms := make([]byte, 0, len(b))
	scan(b, func(start, end int, term []byte) {
		at := len(terms)
		terms = append(terms, singular(term)...)
		tokens = append(tokens, analysis.Token{Start: start, End: end, Term: terms[at:len(terms):len(terms)], Position: len(tokens) + 1})
	})
	out := make(analysis.TokenStream, len(tokens))
	for i := range tokens {
		out[i] = &tokens[i]
	}
	return out
}

// newKeys is the analyser of the key field: one term per stretch between NUL
// bytes.
type newKeys struct{}

// Analyze implements analysis.Analyzer.
func (newKeys) Analyze(b []byte) analysis.TokenStream {
	parts := bytes.Split(b, []byte{0})
	tokens := make([]analysis.Token, len(parts))
	out := make(analysis.TokenStream, len(parts))
	for i, p := range parts {
		tokens[i] = analysis.Token{Term: p, Position: i + 1, End: len(p)}
		out[i] = &tokens[i]
	}
	return out
}

// terms returns the words of s as they are indexed.
func terms(s string) (out []string) {
	scan([]byte(s), func(_, _ int, term []byte) { out = append(out, string(singular(term))) })
	return out
}

// stems returns the words of s with their plurals left alone, as beginnings
// of indexed words.
func stems(s string) (out []string) {
	scan([]byte(s), func(_, _ int, term []byte) { out = append(out, string(term)) })
	return out
}

// scan calls emit for every word of b: where it stands, and its term in the
// number it has, which is only good during the call.
func scan(b []byte, emit func(start, end int, term []byte)) {
	buf := make([]byte, 0, maxWord)
	for i := 0; i < len(b); {
		n := wordLen(b[i:])
		if n == 0 {
			_, size := utf8.DecodeRune(b[i:])
			i += size
			continue
		}
		if buf = term(buf[:0], b[i:i+n]); len(buf) > 0 {
			emit(i, i+n, buf)
		}
		i += n
	}
}

// wordLen returns the length of the word b begins with, 0 if it begins with
// something else.
func wordLen(b []byte) int {
	i, letters := 0, 0
	for i < len(b) {
		c := b[i]
		switch {
		case isWordByte(c):
			i++
			letters++
			continue
		case c < utf8.RuneSelf:
			if n := joint(b, i); n > 0 {
				i += n
				continue
			}
			return i
		}
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case isAlone(r):
			if i == 0 {
				return size
			}
			return i
		case unicode.IsLetter(r) || unicode.IsNumber(r) || letters > 0 && unicode.IsMark(r):
			i += size
			letters++
		case r == '’' && i > 0 && i+size < len(b) && startsLetter(b[i+size:]):
			i += size
		default:
			return i
		}
	}
	return i
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func startsLetter(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	return unicode.IsLetter(r)
}

// isAlone reports whether r is a word of its own, in scripts that put no
// spaces between words.
func isAlone(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// joint returns how many bytes at b[i] hold a word together: the apostrophe
// of "don't", the point of "2.5" and "U.S", the comma of "10,000".
func joint(b []byte, i int) int {
	if i == 0 || i+1 >= len(b) {
		return 0
	}
	before, after := b[i-1], b[i+1]
	switch b[i] {
	case '\'':
		if !isDigit(before) && startsLetter(b[i+1:]) {
			return 1
		}
	case '.':
		if isDigit(before) && isDigit(after) || isInitial(b, i-1) && isInitial(b, i+1) {
			return 1
		}
	case ',':
		if isDigit(before) && i+3 < len(b) && isDigit(after) && isDigit(b[i+2]) && isDigit(b[i+3]) && (i+4 == len(b) || !isDigit(b[i+4])) {
			return 1
		}
	}
	return 0
}

// isInitial reports whether b[i] is a single letter, as in "U.S.".
func isInitial(b []byte, i int) bool {
	letter := func(c byte) bool { return isWordByte(c) && !isDigit(c) }
	return letter(b[i]) && (i == 0 || !isWordByte(b[i-1]) && b[i-1] < utf8.RuneSelf) && (i+1 == len(b) || !isWordByte(b[i+1]))
}

// term appends to dst the term of a word.
func term(dst, word []byte) []byte {
	decimal := len(word) > 0 && isDigit(word[0])
	for i, c := range word {
		switch {
		case c >= utf8.RuneSelf:
			return foldRunes(dst[:0], word)
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '\'':
			if i == len(word)-2 && word[i+1]|0x20 == 's' {
				return dst // the possessive goes
			}
			continue
		case c == ',' || c == '.' && !decimal:
			continue
		}
		if dst = append(dst, c); len(dst) >= maxWord {
			break
		}
	}
	return dst
}

// foldRunes is term for words that are not all ASCII.
func foldRunes(dst, word []byte) []byte {
	word = bytes.ReplaceAll(word, []byte("’"), []byte("'"))
	if s, ok := bytes.CutSuffix(word, []byte("'s")); ok {
		word = s
	}
	for _, r := range string(norm.NFKD.Bytes(word)) {
		if len(dst) >= maxWord {
			break
		}
		if unicode.IsMark(r) || r == '\'' {
			continue
		}
		r = unicode.ToLower(r)
		if s, ok := plainLetters[r]; ok {
			dst = append(dst, s...)
			continue
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// plainLetters are letters that do not come apart into a letter and an accent.
var plainLetters = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i"}

// singular undoes the plural of a term, by Harman's S-stemmer: three endings
// and their exceptions.
func singular(t []byte) []byte {
	n := len(t)
	if n < 4 || t[n-1] != 's' {
		return t
	}
	switch {
	case string(t) == "news":
	case t[n-2] == 'u' || t[n-2] == 's':
	case bytes.HasSuffix(t, []byte("ies")) && t[n-4] != 'e' && t[n-4] != 'a':
		return append(t[:n-3], 'y')
	case t[n-2] == 'e' && (t[n-3] == 'a' || t[n-3] == 'e' || t[n-3] == 'o'):
	case isWordByte(t[n-2]) && !isDigit(t[n-2]):
		return t[:n-1]
	}
	return t
}
