package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// The width of hard-wrapped lines, in bytes. Narrower ones are verse, lists
// and tables; wider ones are paragraphs of their own.
const (
	minWrap = 50
	maxWrap = 100
)

// unwrap joins the lines of s that were broken at one width: several lines in
// a row without a blank one between, the last the only short one. A text
// whose paragraphs are lines is returned as it is.
func unwrap(s string, lines []article.Span) []article.Span {
	width := wrapWidth(s, lines)
	if width == 0 {
		return lines
	}
	out := lines[:0]
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && continues(s, lines[j-1], lines[j], width) {
			j++
		}
		out = append(out, article.Span{Start: lines[i].Start, End: lines[j-1].End})
		i = j
	}
	return out
}

// wrapWidth returns the width at which s is wrapped, or 0 when it is not:
// when lines follow each other without a blank line, nearly all of those that
// are followed end just below one width, and most in mid-sentence.
func wrapWidth(s string, lines []article.Span) int {
	followed, open, width := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		n := lineLen(s, lines[i-1])
		if n > maxWrap {
			return 0
		}
		if adjacent(s, lines[i-1], lines[i]) {
			followed++
			width = max(width, n)
			open += boolInt(!endsSentence(s, lines[i-1]))
		}
	}
	if followed < 2 || width < minWrap || open*10 < followed*6 {
		return 0
	}
	full := 0
	for i := 1; i < len(lines); i++ {
		full += boolInt(adjacent(s, lines[i-1], lines[i]) && isFull(s, lines[i-1], lines[i], width))
	}
	if full*10 < followed*7 {
		return 0
	}
	return width
}

// continues reports whether line b goes on with the paragraph of line a.
func continues(s string, a, b article.Span, width int) bool {
	return adjacent(s, a, b) && isFull(s, a, b, width)
}

// isFull reports whether line a was broken because the first word of line b
// no longer fitted.
func isFull(s string, a, b article.Span, width int) bool {
	word := strings.IndexFunc(s[b.Start:b.End], unicode.IsSpace)
	if word < 0 {
		word = b.Len()
	}
	return lineLen(s, a)+1+word > width-maxSlack
}

// maxSlack is how much narrower than the widest line a full one may be:
// editors count characters where we count bytes, and do not split compounds.
const maxSlack = 6

// lineLen is the length of a line without the white space at its end.
func lineLen(s string, p article.Span) int { return trim(s, p).Len() }

// adjacent reports whether one line break, of any form, lies between two
// lines.
func adjacent(s string, a, b article.Span) bool {
	gap := s[a.End:b.Start]
	return gap == "\n" || gap == "\r\n" || gap == "\r"
}

// endsSentence reports whether a line ends with a stop, behind which marks
// may close.
func endsSentence(s string, p article.Span) bool {
	line := strings.TrimRightFunc(s[p.Start:p.End], func(r rune) bool { return isSpace(r) || isMark(r) || r == ')' })
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".?!:…", last)
}
