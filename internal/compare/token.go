package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is one word of a statement.
type token struct {
	start, end int    // of the word in the text
	key        string // what is left when typography is taken away
	look       string // the word as it stands, with the signs behind it but no quotation marks
	gap        bool   // an ellipsis stands before it
}

// tokens cuts a statement into words.
func tokens(s string) []token {
	var out []token
	gap := false
	for i := 0; i < len(s); {
		n := wordLen(s[i:])
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == '…' || strings.HasPrefix(s[i:], "...") || strings.HasPrefix(s[i:], ". . ."):
				gap = true
			case len(out) > 0 && !unicode.IsSpace(r) && !isQuote(r) && !unicode.IsControl(r):
				out[len(out)-1].sign(r)
			}
			i += size
			continue
		}
		out = appendWord(out, s, i, i+n, gap)
		gap = false
		i += n
	}
	return mergePercent(out, s)
}

// maxSigns is how many signs behind a word count as part of its look.
const maxSigns = 8

// sign adds a sign to what stands behind the word.
func (t *token) sign(r rune) {
	if len(t.look) < t.end-t.start+maxSigns {
		t.look += string(r)
	}
}

// isQuote reports whether r is a quotation mark.
func isQuote(r rune) bool { return strings.ContainsRune("\"“”„‟‘’‚‛'`´«»", r) }

// isCurrency reports whether r is written before an amount.
func isCurrency(r rune) bool { return strings.ContainsRune("£$€¥₹", r) }

// wordLen returns the length of the word that s begins with: a currency sign,
// a percent sign, a number with its points and commas, or letters with their
// apostrophes. 0 for anything else.
func wordLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isCurrency(r) || r == '%' || r == '&':
		return size
	case unicode.IsDigit(r):
		return numberLen(s)
	case unicode.IsLetter(r):
		return lettersLen(s)
	}
	return 0
}

func numberLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			i++
		case (c == '.' || c == ',') && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9':
			i++
		default:
			if r, size := utf8.DecodeRuneInString(s[i:]); unicode.IsDigit(r) {
				i += size
				continue
			}
			return i
		}
	}
	return i
}

func lettersLen(s string) int {
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad':
		case r == '\'' || r == '’' || r == 'ʼ':
			if next, _ := utf8.DecodeRuneInString(s[i+size:]); !unicode.IsLetter(next) {
				return i
			}
		case r == '.' && abbreviated(s, i):
		default:
			return i
		}
		i += size
	}
	return i
}

// abbreviated reports whether the stop at i stands in a word like U.S. or
// N.A.T.O.: one letter before it and one behind, with a stop of its own.
func abbreviated(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	if !unicode.IsUpper(before) || i >= 2 && isLetterByte(s[i-2]) {
		return false
	}
	next, size := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsUpper(next) && strings.HasPrefix(s[i+1+size:], ".")
}

func isLetterByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// appendWord adds the word s[start:end].
func appendWord(out []token, s string, start, end int, gap bool) []token {
	w := s[start:end]
	return append(out, token{start: start, end: end, key: wordKey(w), look: w, gap: gap})
}

// mergePercent makes one word of "per cent", so that it equals "%".
func mergePercent(in []token, s string) []token {
	out := in[:0]
	for _, t := range in {
		if k := len(out) - 1; k >= 0 && out[k].key == "per" && t.key == "cent" && !t.gap {
			out[k] = token{start: out[k].start, end: t.end, key: "%", look: s[out[k].start:t.end] + t.look[t.end-t.start:], gap: out[k].gap}
			continue
		}
		out = append(out, t)
	}
	return out
}
