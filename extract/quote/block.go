package quote

import (
	"inquit/article"
)

// minBlock is the fewest words of a paragraph that speaks after "X said:".
const minBlock = 5

// findBlocks makes drafts of the paragraphs without marks that stand behind a
// line ending with a cue and a colon, the form of press releases.
func (f *finder) findBlocks() {
	for p := 0; p+1 < len(f.d.Paragraphs); p++ {
		_, last := f.tokensOf(p)
		if last == 0 || !f.is(last-1, ":") || !speaks(f.d.Paragraphs[p].Zone) {
			continue
		}
		next := &f.d.Paragraphs[p+1]
		lo, hi := f.tokensOf(p + 1)
		if next.Zone != article.Body || f.marksIn(lo, hi) || f.wordsIn(lo, hi) < minBlock || f.is(hi-1, ":") {
			continue
		}
		a, ok := f.introduced(last - 1)
		if !ok || a.cue == 0 || f.cues[a.cue-1].flag&takesMarks == 0 || f.cues[a.cue-1].flag&takesLabel != 0 {
			continue
		}
		c := &f.cues[a.cue-1]
		c.used = true
		f.blocked(p + 1)
		d := draft{src: a.src, first: lo, last: hi, paragraph: p + 1, cue: a.cue, speaks: true}
		d.Kind, d.Status, d.Speech, d.Rule, d.Cue = Block, c.status, true, "block", f.cueSpan(c)
		d.Parts = []Part{{Span: next.Span, Outer: next.Span}}
		f.drafts = append(f.drafts, d)
	}
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
