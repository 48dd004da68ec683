package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// A block is what the eye sees as one piece of a page: a line, or the lines
// of a hard-wrapped paragraph. Blocks hold no outer white space, and each
// stands in one zone: what changes zone in mid-line is cut in two.
type block struct {
	article.Span              // in the view
	zone         article.Zone // "" while undecided
	gap          bool         // an empty line stands before it
	inline       bool         // it begins in mid-line, after a block cut off
}

// maxWrapped is the longest line of a text that is broken to a width.
const maxWrapped = 120

// blocks cuts text into blocks.
func blocks(text string) []block {
	lines := lines(text)
	longest := 0
	for _, l := range lines {
		longest = max(longest, l.Len())
	}
	if longest > maxWrapped || !wrapped(text, lines) {
		return lines
	}
	out := lines[:0]
	for _, l := range lines {
		if n := len(out); n > 0 && !l.gap && continues(text, out[n-1], l, longest) {
			out[n-1].End = l.End
			continue
		}
		out = append(out, l)
	}
	return out
}

// lines cuts text at line breaks and drops what is empty.
func lines(text string) []block {
	var out []block
	empty := false
	old := strings.IndexByte(text, '\r') >= 0
	for at := 0; at < len(text); {
		end := len(text)
		next := end
		if i := lineEnd(text[at:], old); i >= 0 {
			end = at + i
			next = end + 1
			if strings.HasPrefix(text[end:], "\r\n") {
				next++
			}
		}
		if p := trim(text, article.Span{Start: at, End: end}); !p.Empty() {
			out = append(out, block{Span: p, gap: empty})
			empty = false
		} else {
			empty = len(out) > 0
		}
		at = next
	}
	return out
}

// lineEnd returns the offset of the first line break, -1 when there is none;
// old says that carriage returns stand in the text.
func lineEnd(s string, old bool) int {
	if old {
		return strings.IndexAny(s, "\n\r")
	}
	return strings.IndexByte(s, '\n')
}

// wrapped reports whether the lines of text were broken to a width: a third
// of those that follow an unfinished line begin in lower case.
func wrapped(text string, lines []block) bool {
	pairs, lower := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap || stopped(lines[i-1].In(text)) {
			continue
		}
		pairs++
		if isLower(text[lines[i].Start]) {
			lower++
		}
	}
	return lower >= 2 && lower*3 >= pairs
}

// continues reports whether line l goes on with paragraph p of a hard-wrapped
// text: no full stop ends a short line before it, and it is not indented.
func continues(text string, p, l block, longest int) bool {
	if strings.HasSuffix(text[:l.Start], "  ") || strings.HasSuffix(text[:l.Start], "\t") {
		return false
	}
	last := p.End - 1 - strings.LastIndexAny(text[p.Start:p.End], "\n\r") - p.Start
	return !stopped(p.In(text)) || last*4 >= longest*3
}

// trim takes white space, and what is as invisible, off both ends of a span.
func trim(text string, p article.Span) article.Span {
	s := strings.TrimLeftFunc(p.In(text), blank)
	p.Start = p.End - len(s)
	p.End = p.Start + len(strings.TrimRightFunc(s, blank))
	return p
}

// blank reports white space and the marks of no width.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u2060'
}

// stopped reports whether s ends as a sentence does: with a stop, or with a
// stop inside or before closing marks.
func stopped(s string) bool {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…':
			return true
		case '"', '\'', '’', '”', '»', ')', ']', '*', '_', ' ', '\u00a0':
			s = s[:len(s)-n]
			if r != ')' && r != ']' && strings.HasSuffix(s, ",") {
				return true
			}
		default:
			return false
		}
	}
}

// quoted reports whether a double quotation mark stands in s.
func quoted(s string) bool {
	if strings.IndexByte(s, '"') >= 0 {
		return true
	}
	for i := 0; i < len(s); i++ {
		k := strings.IndexByte(s[i:], 0xe2) // “ ” „
		if k < 0 {
			break
		}
		if i += k; i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x9c && s[i+2] <= 0x9e {
			return true
		}
	}
	for i := 0; i < len(s); i++ {
		k := strings.IndexByte(s[i:], 0xc2) // « »
		if k < 0 {
			break
		}
		if i += k; i+1 < len(s) && (s[i+1] == 0xab || s[i+1] == 0xbb) {
			return true
		}
	}
	return false
}

// A shape is what can be told of a block without knowing its words.
type shape struct {
	words   int // runs of letters and digits
	big     int // words that a headline in title case writes large
	capital int // those of big that are written large
	first   bool
}

// smallWords stay small in a headline in title case and in a name.
var smallWords = map[string]bool{
	"of": true, "to": true, "in": true, "for": true, "on": true, "and": true,
	"or": true, "but": true, "at": true, "by": true, "with": true, "from": true,
	"as": true, "a": true, "an": true, "the": true, "is": true, "its": true,
	"it": true, "his": true, "her": true, "vs": true, "into": true, "over": true,
	"after": true, "de": true, "van": true, "von": true, "der": true, "la": true,
	"bin": true, "al": true,
}

// shapeOf counts the words of s.
func shapeOf(s string) shape {
	var sh shape
	for w := range words(s) {
		sh.words++
		upper := isUpperStart(w)
		if sh.words == 1 {
			sh.first = upper
		}
		if isDigit(w[0]) || len(w) <= 5 && smallWords[w] {
			continue
		}
		sh.big++
		if upper {
			sh.capital++
		}
	}
	return sh
}

// names reports whether s could be a name, with or without a title: every
// word but the smallest begins with a capital letter.
func (sh shape) names() bool { return sh.first && sh.big >= 2 && sh.capital == sh.big }

func isUpperStart(w string) bool {
	if w[0] < utf8.RuneSelf {
		return isUpper(w[0])
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// words yields the runs of letters, digits, apostrophes and inner hyphens.
func words(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			if !wordAt(s, i) {
				_, n := utf8.DecodeRuneInString(s[i:])
				i += n
				continue
			}
			j := i
			for j < len(s) && (wordAt(s, j) || inWord(s, i, j)) {
				_, n := utf8.DecodeRuneInString(s[j:])
				j += n
			}
			if !yield(s[i:j]) {
				return
			}
			i = j
		}
	}
}

// wordAt reports a letter or digit at s[i].
func wordAt(s string, i int) bool {
	if s[i] < utf8.RuneSelf {
		return isLetter(s[i]) || isDigit(s[i])
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// inWord reports an apostrophe or hyphen at s[j], inside the word that began
// at s[i].
func inWord(s string, i, j int) bool {
	if s[j] == '\'' || s[j] == '-' {
		return j > i && j+1 < len(s) && isLetter(s[j+1])
	}
	return strings.HasPrefix(s[j:], "’") && j+3 < len(s) && isLetter(s[j+3])
}
