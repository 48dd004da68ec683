package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// A region is one stretch of marked words in one paragraph. A quotation that
// runs over several paragraphs has a region in each.
type region struct {
	outer, inner   article.Span // with and without its marks
	opens, closes  bool         // whether a mark stands before, behind
	single         bool         // ‘…’ or '…'
	paragraph      int
	first, last    int // tokens of outer: Doc.Tokens[first:last]
	startsP, endsP bool
}

// A family tells double marks from single ones: a double mark is never closed
// by a single one.
type family uint8

const (
	double family = iota
	single
)

// A shape says what a mark looks like. A straight mark may be both.
type shape uint8

const (
	straight shape = iota
	opening
	closing
)

// A mark is one quotation mark, or an apostrophe that may be one, with what
// its neighbours say about it.
type mark struct {
	article.Span
	family
	shape
	canOpen, canClose bool // by the signs around it
	strong            bool // a single mark that hardly is an apostrophe
	atStart           bool // nothing stands before it in its paragraph
}

// scanMarks appends the marks of text[p.Start:p.End]. Apostrophes inside
// words and primes behind digits are left out.
func scanMarks(marks []mark, text string, p article.Span) []mark {
	for i := p.Start; i < p.End; {
		n, fam, sh := markAt(text[i:p.End])
		if n == 0 {
			i++
			continue
		}
		m := mark{Span: article.Span{Start: i, End: i + n}, family: fam, shape: sh}
		if m.look(text, p) {
			marks = append(marks, m)
		}
		i += n
	}
	return marks
}

// markAt reads the quotation mark that s begins with; n is 0 when there is
// none.
func markAt(s string) (n int, f family, sh shape) {
	switch s[0] {
	case '"':
		return 1, double, straight
	case '\'':
		return straightSingle(s)
	case '`':
		if strings.HasPrefix(s, "``") {
			return 2, double, opening
		}
		return 1, single, opening
	case 0xC2:
		switch {
		case strings.HasPrefix(s, "«"):
			return 2, double, opening
		case strings.HasPrefix(s, "»"):
			return 2, double, closing
		}
	case 0xE2:
		return curlyMark(s)
	case 0xEF:
		if strings.HasPrefix(s, "＂") {
			return 3, double, straight
		}
	}
	return 0, 0, 0
}

// straightSingle reads apostrophes: two are a double mark, of three the odd
// one is nested and taken first at the end of words, last before them.
func straightSingle(s string) (int, family, shape) {
	n := 1
	for n < len(s) && n < 4 && s[n] == '\'' {
		n++
	}
	if n == 3 && (len(s) == 3 || s[3] == ' ' || s[3] == '\n') {
		return 1, single, closing
	}
	if n >= 2 {
		return 2, double, straight
	}
	return 1, single, straight
}

// curlyMark reads the marks of Unicode's general punctuation.
func curlyMark(s string) (int, family, shape) {
	if len(s) < 3 || s[1] != 0x80 {
		return 0, 0, 0
	}
	switch s[2] {
	case 0x98, 0x9A, 0x9B, 0xB9: // ‘ ‚ ‛ ‹
		if s[2] == 0x98 && strings.HasPrefix(s[3:], "‘") {
			return 6, double, opening
		}
		return 3, single, opening
	case 0x99, 0xBA: // ’ ›
		if s[2] == 0x99 && strings.HasPrefix(s[3:], "’") && !strings.HasPrefix(s[6:], "’") {
			return 6, double, closing
		}
		return 3, single, closing
	case 0x9C, 0x9E, 0x9F: // “ „ ‟
		return 3, double, opening
	case 0x9D: // ”
		return 3, double, closing
	}
	return 0, 0, 0
}

// look fills in what the neighbours of m say, and reports whether m can be a
// quotation mark at all.
func (m *mark) look(text string, p article.Span) bool {
	before, after := ' ', ' '
	if m.Start > p.Start {
		before, _ = utf8.DecodeLastRuneInString(text[p.Start:m.Start])
	}
	if m.End < p.End {
		after, _ = utf8.DecodeRuneInString(text[m.End:p.End])
	}
	m.atStart = strings.TrimSpace(text[p.Start:min(m.Start, p.Start+8)]) == "" && m.Start < p.Start+8
	bare := unicode.IsSpace(before) || isOpener(before)
	m.canOpen = bare && !unicode.IsSpace(after)
	m.canClose = !unicode.IsSpace(before) && !isBracket(before) && (unicode.IsSpace(after) || isCloser(after))
	if m.family == double {
		return true
	}
	return m.lookSingle(text, p, before, after)
}

// lookSingle decides what a single mark or apostrophe can be.
func (m *mark) lookSingle(text string, p article.Span, before, after rune) bool {
	if isWordRune(before) && isWordRune(after) {
		return false
	}
	if m.canOpen && isElision(text[m.End:p.End]) && m.shape != opening {
		m.canOpen = false
	}
	if m.canOpen && !isWordRune(after) && !isMarkRune(after) && !strings.ContainsRune("£$€[(#@…", after) {
		m.canOpen = false
	}
	if m.shape == closing && m.canOpen {
		m.canOpen = false // ’twas, ’90s
	}
	plural := before == 's' || before == 'S' || before == 'z' || before == 'x' || before == 'n'
	m.strong = m.canClose && !isClipped(text[p.Start:m.Start], after) && (!plural || isCloser(after) || after == ' ' && m.End == p.End)
	return m.canOpen || m.canClose
}

// clipped are words that end with an apostrophe: no’ bad, o’ the, wi’ him.
var clipped = []string{" no", " o", " wi", " ol", " th", " fo", " tha", " t"}

// isClipped reports whether the mark behind s is the apostrophe of such a word.
func isClipped(s string, after rune) bool {
	if after != ' ' {
		return false
	}
	for _, c := range clipped {
		if strings.HasSuffix(s, c) {
			return true
		}
	}
	return false
}

// elisions are words that begin with an apostrophe.
var elisions = []string{"em ", "em.", "em,", "tis ", "twas ", "til ", "till ", "n ", "n'", "cause ", "bout ", "round ", "ere ", "ave "}

// isElision reports whether s goes on like a word whose first letters an
// apostrophe replaces: 'em, '90s.
func isElision(s string) bool {
	if len(s) >= 2 && s[0] >= '0' && s[0] <= '9' && s[1] >= '0' && s[1] <= '9' {
		rest := strings.TrimLeft(s, "0123456789")
		return len(s)-len(rest) == 2 && (rest == "" || rest[0] == 's' || rest[0] == ' ')
	}
	for _, e := range elisions {
		if len(s) >= len(e) && strings.EqualFold(s[:len(e)], e) {
			return true
		}
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
func isOpener(r rune) bool {
	switch r {
	case '(', '[', '{', '—', '–', '-', '/', ':', '“', '‘', '"', '\'', '…', '>', '|', ',':
		return true
	}
	return false
}
func isBracket(r rune) bool { return r == '(' || r == '[' || r == '{' }
func isMarkRune(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '„':
		return true
	}
	return false
}

func isCloser(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '—', '–', '-', '”', '’', '"', '\'', '»', '/', '…', '<':
		return true
	}
	return false
}
