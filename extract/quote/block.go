package quote

import (
	"strings"

	"inquit/article"
	"inquit/extract/name"
)

// minBlock is the fewest words of a paragraph that speaks after "X said:".
const minBlock = 5

// findBlocks makes drafts of the paragraphs without marks that stand behind a
// line ending with a cue and a colon, the form of press releases.
func (f *finder) findBlocks() {
	for p := 0; p+1 < len(f.d.Paragraphs); p++ {
		_, last := f.tokensOf(p)
		if last == 0 || !f.is(last-1, ":") || !speaks(f.d.Paragraphs[p].Zone) || !f.canBlock(p+1) {
			continue
		}
		a, ok := f.introduced(last - 1)
		if !ok || a.cue == 0 || f.cues[a.cue-1].flag&takesMarks == 0 || f.cues[a.cue-1].flag&takesLabel != 0 {
			continue
		}
		lo, hi := f.tokensOf(p + 1)
		c := &f.cues[a.cue-1]
		c.used = true
		f.blocked(p + 1)
		d := draft{src: a.src, first: lo, last: hi, paragraph: p + 1, cue: a.cue, speaks: true}
		d.Kind, d.Status, d.Speech, d.Rule, d.Cue = Block, c.status, true, "block", f.cueSpan(c)
		d.Parts = []Part{f.wholeParagraph(p + 1)}
		for p+2 < len(f.d.Paragraphs) && f.blockGoesOn(p+2) {
			p++
			f.blocked(p + 1)
			_, d.last = f.tokensOf(p + 1)
			d.Parts = append(d.Parts, f.wholeParagraph(p+1))
		}
		f.drafts = append(f.drafts, d)
	}
}

// canBlock reports whether paragraph p has words, no marks, and introduces
// nothing itself.
func (f *finder) canBlock(p int) bool {
	lo, hi := f.tokensOf(p)
	return f.d.Paragraphs[p].Zone == article.Body && !f.marksIn(lo, hi) && f.wordsIn(lo, hi) >= minBlock && !f.is(hi-1, ":")
}

// blockGoesOn reports whether paragraph p is still the speaker's: a sentence
// in the first person in which the narrator names nobody who says something.
func (f *finder) blockGoesOn(p int) bool {
	if !f.canBlock(p) {
		return false
	}
	lo, hi := f.tokensOf(p)
	if !f.is(hi-1, ".") && !f.is(hi-1, "!") && !f.is(hi-1, "?") {
		return false
	}
	from, to := f.cuesIn(lo, hi)
	for k := from; k < to; k++ {
		if c := &f.cues[k]; c.flag&nominal == 0 && f.isThird(f.subject(c)) {
			return false
		}
	}
	for i := lo; i < hi; i++ {
		if firstPerson[f.d.Tokens[i].Norm] {
			return true
		}
	}
	return false
}

// isThird reports whether s is somebody the narrator names.
func (f *finder) isThird(s source) bool {
	return s.mention != 0 && f.names.Mentions[s.mention-1].Kind != name.ByPronoun
}

var firstPerson = wordSet("i we our us my me ours mine i'm we're i’m we’re we've we’ve i've i’ve we'll we’ll")

// wholeParagraph returns paragraph p as a part, without the sign that a list
// or a Markdown quotation begins with.
func (f *finder) wholeParagraph(p int) Part {
	s := f.d.Paragraphs[p].Span
	in := s.In(f.d.Text)
	s.Start += len(in) - len(strings.TrimLeft(in, ">*•·-–— \t"))
	return Part{Span: s, Outer: s}
}

// marksIn reports whether a region stands among tokens [lo, hi).
func (f *finder) marksIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if f.regAt[i] != 0 {
			return true
		}
	}
	return false
}
