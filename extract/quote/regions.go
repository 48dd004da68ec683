package quote

import (
	"strings"
	"sync"

	"inquit/article"
	"inquit/internal/text"
)

// An automaton walks over the marks of one paragraph after the other.
type automaton struct {
	text    string
	regions []region
	marks   []mark
	// next tells of each single mark what follows it: the next mark that
	// surely closes, or -1 when one that opens comes first.
	closer   []int
	lastStop int  // where the last sentence but one of the paragraph ends
	carry    bool // the paragraph before was left open
	family        // of the mark that left it open
}

// findRegions returns the marked stretches of all paragraphs that can give
// claims.
func findRegions(d *text.Doc) []region {
	a := automaton{text: d.Text}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if !speaks(p.Zone) {
			a.carry = false
			continue
		}
		if !hasMark(d.Text[p.Start:p.End]) {
			continue // a pull quote may stand inside an open quotation
		}
		from := len(a.regions)
		a.paragraph(p.Span, sync.OnceValue(func() byte { return firstMark(d, i+1) }))
		a.finish(d, i, from)
	}
	return a.regions
}

// speaks reports whether claims are taken from zone z.
func speaks(z article.Zone) bool {
	switch z {
	case article.Boilerplate, article.Related, article.Metadata, article.Byline, article.Dateline:
		return false
	}
	return true
}

// hasMark is a quick look for any byte that can begin a quotation mark.
func hasMark(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '"', '\'', '`', 0xC2, 0xE2, 0xEF:
			return true
		}
	}
	return false
}

// firstMark returns what the next paragraph with marks at all begins with:
// 'd' for a double mark, 's' for a single one, 0 for a word.
func firstMark(d *text.Doc, i int) byte {
	for ; i < len(d.Paragraphs); i++ {
		p := &d.Paragraphs[i]
		if !speaks(p.Zone) || p.Empty() {
			return 0
		}
		s := d.Text[p.Start:p.End]
		n, f, _ := markAt(s)
		if n > 0 && f == double {
			return 'd'
		}
		if n > 0 && !isElision(s[n:]) {
			return 's'
		}
		if hasMark(s) {
			return 0
		}
	}
	return 0
}

// paragraph appends the regions of one paragraph. follows tells what the next
// one begins with.
func (a *automaton) paragraph(p article.Span, follows func() byte) {
	a.marks = scanMarks(a.marks[:0], a.text, p)
	a.findClosers()
	a.lastStop = p.Start + strings.LastIndex(p.In(a.text), ". ")
	at := 0
	if a.carry {
		at = a.resume(p)
	}
	a.carry = false
	for at < len(a.marks) {
		at = a.open(p, at, follows)
	}
}

// resume ends a quotation that the paragraph before left open and that goes
// on here without a new opening mark. It returns the next mark to look at.
func (a *automaton) resume(p article.Span) int {
	for i, m := range a.marks {
		if m.family != a.family {
			continue
		}
		if m.atStart || m.shape == opening || m.shape == straight && !m.canClose {
			return 0
		}
		if m.family == single && !m.strong {
			continue
		}
		a.add(article.Span{Start: p.Start, End: m.End}, article.Span{Start: p.Start, End: m.Start}, false, true, m.family)
		return i + 1
	}
	return 0
}

// open looks at mark i outside of any quotation and returns the mark to go on
// with.
func (a *automaton) open(p article.Span, i int, follows func() byte) int {
	m := &a.marks[i]
	if m.family == single {
		return a.openSingle(p, i, follows)
	}
	switch m.shape {
	case closing:
		if !m.canOpen { // a stray one
			return i + 1
		}
	case straight:
		if !m.canOpen && !m.atStart && (m.canClose || i+1 == len(a.marks)) {
			return i + 1
		}
	}
	end := a.closeDouble(i)
	if end < 0 {
		a.leaveOpen(p, m)
		return len(a.marks)
	}
	a.addMarks(m, &a.marks[end])
	return end + 1
}

// closeDouble returns the mark that closes the double mark i, or -1. Curly
// marks may nest as long as enough closing ones follow.
func (a *automaton) closeDouble(i int) int {
	for j := i + 1; j < len(a.marks); j++ {
		m := &a.marks[j]
		if m.family != double {
			continue
		}
		switch m.shape {
		case closing:
			if !m.canOpen || m.canClose || a.text[m.Start] == guillemet {
				return a.outermost(i, j)
			}
		case straight:
			if m.canClose || !m.canOpen {
				return j
			}
		case opening:
			if m.canClose && !m.canOpen { // “ as the closing mark of „
				return j
			}
		}
	}
	return -1
}

// guillemet is the first byte of », before which a blank may stand.
const guillemet = 0xC2

// outermost moves the closing mark j of i outwards while curly marks were
// opened between them and the closing ones stand together: “a “b””.
func (a *automaton) outermost(i, j int) int {
	depth := 0
	for k := i + 1; k < j; k++ {
		if m := &a.marks[k]; m.family == double && m.shape == opening {
			depth++
		}
	}
	for depth > 0 && j+1 < len(a.marks) {
		m := &a.marks[j+1]
		if m.family != double || m.shape != closing {
			if m.family == single {
				break
			}
			break
		}
		j++
		depth--
	}
	return j
}

// addMarks adds the region between two marks.
func (a *automaton) addMarks(open, end *mark) {
	a.add(article.Span{Start: open.Start, End: end.End}, article.Span{Start: open.End, End: end.Start}, true, true, open.family)
}

// leaveOpen adds the region from mark m to the end of its paragraph.
func (a *automaton) leaveOpen(p article.Span, m *mark) {
	a.add(article.Span{Start: m.Start, End: p.End}, article.Span{Start: m.End, End: p.End}, true, false, m.family)
	a.carry, a.family = true, m.family
}

// add appends a region unless there are no words in it.
func (a *automaton) add(outer, inner article.Span, opens, closes bool, f family) {
	inner = trim(a.text, inner)
	if inner.Empty() {
		return
	}
	a.regions = append(a.regions, region{outer: outer, inner: inner, opens: opens, closes: closes, single: f == single})
}

// trim leaves out white space at both ends of p.
func trim(s string, p article.Span) article.Span {
	if p.Empty() {
		return p
	}
	in := p.In(s)
	left := strings.TrimLeft(in, " \t\r\n\u00a0\u200b")
	p.Start += len(in) - len(left)
	p.End = p.Start + len(strings.TrimRight(left, " \t\r\n\u00a0\u200b"))
	return p
}

// finish fills in the tokens and places of the regions from index from on,
// which stand in paragraph i, and drops those without a word.
func (a *automaton) finish(d *text.Doc, i, from int) {
	p := &d.Paragraphs[i]
	kept := a.regions[:from]
	for _, r := range a.regions[from:] {
		r.paragraph = i
		r.first, r.last = d.TokenAt(r.outer.Start), d.TokenAt(r.outer.End-1)+1
		r.last = min(r.last, len(d.Tokens))
		r.startsP = r.outer.Start <= p.Start+1
		r.endsP = strings.Trim(d.Text[r.outer.End:p.End], " .,;") == ""
		if hasWord(d, r.first, r.last) && !isNickname(d, &r) {
			kept = append(kept, r)
		}
	}
	a.regions = kept
}

// isNickname reports whether r stands inside a name: Ann “Nan” Moss.
func isNickname(d *text.Doc, r *region) bool {
	if r.last-r.first > 4 || !r.closes || r.first == 0 || r.last >= len(d.Tokens) {
		return false
	}
	before, after, in := &d.Tokens[r.first-1], &d.Tokens[r.last], &d.Tokens[r.first+1]
	return before.Upper && after.Upper && before.Kind == text.Word && after.Kind == text.Word && in.Upper &&
		before.Sentence == after.Sentence && d.Tokens[r.last-2].Kind == text.Word
}

// hasWord reports whether a word or number stands among tokens [first, last).
func hasWord(d *text.Doc, first, last int) bool {
	for i := first; i < last; i++ {
		if k := d.Tokens[i].Kind; k == text.Word || k == text.Number {
			return true
		}
	}
	return false
}
