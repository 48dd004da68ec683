package quote

import (
	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

// A finder holds what is known about one article while its quotations are
// found.
type finder struct {
	article string // its id
	d       *text.Doc
	names   *name.Names
	sen     []text.Sentence // those of d, with what was cut off in the middle joined
	regions []region
	regAt   []int32 // of each token: its region + 1, 0 in the narration
	startAt []int32 // of each token: the longest mention that begins there + 1
	endAt   []int32 // the longest mention that ends before it + 1
	cues    []cue   // in order of the text
	taken   []bool  // of each region: it belongs to a draft
	drafts  []draft
}

// A draft is a quotation whose speaker is a phrase of the text, not yet a
// person.
type draft struct {
	Quotation
	src         source
	first, last int  // tokens it covers, gaps included
	paragraph   int  // where it begins
	cue         int  // index + 1 into cues; 0 for none
	turn        int  // draft + 1 whose speaker goes on here; 0 for none
	was         int  // draft + 1 before it was sorted again
	speaks      bool // somebody is said to speak it
	loose       bool // marked words of a headline without a cue
	tentative   bool // loose and short: a term, unless the body quotes it
}

// newFinder indexes the marks, mentions and cues of d.
func newFinder(d *text.Doc, names *name.Names) *finder {
	f := &finder{d: d, names: names, regions: findRegions(d)}
	f.regAt = make([]int32, len(d.Tokens)+1)
	f.taken = make([]bool, len(f.regions))
	for i, r := range f.regions {
		for t := r.first; t < r.last; t++ {
			f.regAt[t] = int32(i + 1)
		}
	}
	f.joinSentences()
	f.indexMentions()
	f.cues = make([]cue, 0, len(d.Sentences)+8)
	f.findCues()
	f.drafts = make([]draft, 0, len(f.cues)/2+len(f.regions)+4)
	return f
}

// maxJoined is the most tokens of a joined sentence; rules look through whole
// sentences.
const maxJoined = 400

// joinSentences joins sentences of which the second goes on with a small
// letter: “(R-Ohio.) said”. Both get the bounds of the whole.
func (f *finder) joinSentences() {
	f.sen = append([]text.Sentence(nil), f.d.Sentences...)
	for i := 1; i < len(f.sen); i++ {
		a, b := &f.sen[i-1], &f.sen[i]
		t := &f.d.Tokens[b.First]
		if a.Paragraph != b.Paragraph || t.Kind != text.Word || t.Upper || b.Last-a.First > maxJoined {
			continue
		}
		b.First = a.First
		for k := i - 1; k >= 0 && f.sen[k].First == a.First && k > i-8; k-- {
			f.sen[k].Last = b.Last
		}
	}
}

// is reports whether token i exists and reads norm.
func (f *finder) is(i int, norm string) bool {
	return i >= 0 && i < len(f.d.Tokens) && f.d.Tokens[i].Norm == norm
}

// span returns the text of tokens [first, last).
func (f *finder) span(first, last int) article.Span {
	return article.Span{Start: f.d.Tokens[first].Start, End: f.d.Tokens[last-1].End}
}

// paragraphOf returns the paragraph of token i.
func (f *finder) paragraphOf(i int) int { return f.sen[f.d.Tokens[i].Sentence].Paragraph }

// tokensOf returns the tokens of paragraph p.
func (f *finder) tokensOf(p int) (first, last int) {
	par := &f.d.Paragraphs[p]
	if par.First >= par.Last {
		return 0, 0
	}
	return f.sen[par.First].First, f.sen[par.Last-1].Last
}

// cueSpan returns where a draft's cue stands.
func (f *finder) cueSpan(c *cue) article.Span { return f.span(c.first, c.last) }

// cuesIn returns the indices of the cues that begin in tokens [lo, hi).
func (f *finder) cuesIn(lo, hi int) (from, to int) {
	from = searchCue(f.cues, lo)
	to = from
	for to < len(f.cues) && f.cues[to].verb < hi {
		to++
	}
	return from, to
}

// searchCue returns the first cue whose verb is token lo or later.
func searchCue(cues []cue, lo int) int {
	a, b := 0, len(cues)
	for a < b {
		m := (a + b) / 2
		if cues[m].verb < lo {
			a = m + 1
		} else {
			b = m
		}
	}
	return a
}
