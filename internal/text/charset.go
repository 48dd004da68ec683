package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// markCharsets are the encodings that English news comes in, the likelier
// before. They differ in few bytes, so the marks decide between them.
var markCharsets = []struct {
	name string
	enc  encoding.Encoding
}{
	{"windows-1252", charmap.Windows1252},
	{"windows-1250", charmap.Windows1250},
	{"windows-1257", charmap.Windows1257},
	{"windows-1254", charmap.Windows1254},
	{"macintosh", charmap.Macintosh},
	{"iso-8859-13", charmap.ISO8859_13},
	{"iso-8859-15", charmap.ISO8859_15},
	{"iso-8859-2", charmap.ISO8859_2},
	{"ibm437", charmap.CodePage437},
	{"ibm850", charmap.CodePage850},
	{"gb18030", simplifiedchinese.GB18030},
	{"big5", traditionalchinese.Big5},
	{"euc-kr", korean.EUCKR},
	{"shift_jis", japanese.ShiftJIS},
	{"euc-jp", japanese.EUCJP},
}

// decodeByMarks decodes b under the encoding that makes the best sense of its
// bytes beyond ASCII, if there is one and b is Latin text.
func decodeByMarks(b []byte) (s, name string, ok bool) {
	odd := oddLines(b)
	best, found := 0, -1
	for i, c := range markCharsets {
		t, ok := decodeWith(c.enc, odd)
		if !ok {
			continue
		}
		if n := scoreText(t); n > best {
			best, found = n, i
		}
	}
	if found < 0 {
		return "", "", false
	}
	s, ok = decodeWith(markCharsets[found].enc, b)
	return s, markCharsets[found].name, ok
}

// oddLines returns the lines of b that are not plain ASCII, as many as a
// sample holds.
func oddLines(b []byte) []byte {
	out := make([]byte, 0, min(len(b), sampleSize))
	for start := 0; start < len(b) && len(out) < sampleSize; {
		end, odd := start, false
		for end < len(b) && b[end] != '\n' && end-start < sampleSize {
			odd = odd || b[end] >= utf8.RuneSelf
			end++
		}
		end = min(end+1, len(b))
		if odd {
			out = append(out, b[start:end]...)
		}
		start = end
	}
	return out
}

// scoreText says how well the characters beyond ASCII stand where they
// stand: above zero when most of them make sense.
func scoreText(s string) int {
	score := 0
	before := rune(' ')
	for i, r := range s {
		if r >= utf8.RuneSelf {
			after, n := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if n == 0 {
				after = ' '
			}
			score += scoreRune(before, r, after)
		}
		before = r
	}
	return score
}

// scoreRune judges one character by its neighbours.
func scoreRune(before, r, after rune) int {
	inWord := isLetterRune(before) && isLetterRune(after)
	opens := !isLetterRune(before) && !unicode.IsDigit(before) && !unicode.IsSpace(after)
	closes := !unicode.IsSpace(before) && !isLetterRune(after)
	switch r {
	case '’':
		return pick(inWord || closes, 4, pick(opens, 1, -3))
	case '“', '‘', '„':
		return pick(opens, 4, -3)
	case '”':
		return pick(closes, 4, -3)
	case '£', '€', '$', '¥':
		return pick(unicode.IsDigit(after), 5, pick(inWord, -4, 0))
	case '–', '—', '…', '•':
		return pick(inWord, 1, 2)
	case '\u00a0', '«', '»', '½', '¼', '¾', '°', '©', '®', '™', '·', '§', '×', '†':
		return pick(inWord, -4, 1)
	}
	switch {
	case r < 0xA0 || r == utf8.RuneError || r >= 0xE000 && r < 0xF900:
		return -8
	case unicode.Is(unicode.Han, r) || unicode.In(r, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return pick(before < utf8.RuneSelf && isLetterRune(before) || after < utf8.RuneSelf && isLetterRune(after), -6, 0)
	case unicode.IsLetter(r):
		return scoreLetter(before, r, after)
	}
	return pick(inWord, -5, -1)
}

// scoreLetter judges a letter beyond ASCII.
func scoreLetter(before, r, after rune) int {
	switch {
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -4
	case !unicode.Is(unicode.Latin, r):
		return -2
	case !isLetterRune(before) && !isLetterRune(after):
		return pick(r == 'à' || r == 'é' || r == 'á', 0, -3)
	case isWestern(r):
		return 2
	}
	return 1
}

// isWestern reports whether r is common in names that English news prints.
func isWestern(r rune) bool {
	switch unicode.ToLower(r) {
	case 'á', 'à', 'â', 'ä', 'ã', 'å', 'ç', 'é', 'è', 'ê', 'ë', 'í', 'ï', 'î', 'ñ', 'ó', 'ô', 'ö', 'ø', 'ú', 'ü', 'û', 'æ', 'ß':
		return true
	}
	return false
}

func isLetterRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

// pick is the conditional expression that a table of scores needs.
func pick(ok bool, yes, no int) int {
	if ok {
		return yes
	}
	return no
}
