package quote

import (
	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

// minTranscript is how many labelled paragraphs make a transcript of a text
// that nothing else calls one.
const minTranscript = 3

// maxLabelWords is the longest label of a turn: "SENATOR ANN MOSS:".
const maxLabelWords = 5

// findTranscript makes drafts of the turns of a transcript: paragraphs that
// begin with a name in capitals, or any name in a transcript's zone, and a
// colon.
func (f *finder) findTranscript() {
	labels := make([]int, len(f.d.Paragraphs)) // of each paragraph: the token of its colon
	n := 0
	for p := range f.d.Paragraphs {
		if labels[p] = f.label(p); labels[p] > 0 {
			n++
		}
	}
	for p, colon := range labels {
		if colon > 0 && (n >= minTranscript || f.d.Paragraphs[p].Zone == article.Transcript) {
			f.turnOf(p, colon)
		}
	}
}

// label returns the colon behind the label that paragraph p begins with, or 0.
func (f *finder) label(p int) int {
	par := &f.d.Paragraphs[p]
	lo, hi := f.tokensOf(p)
	if !speaks(par.Zone) || hi-lo < 3 {
		return 0
	}
	if f.d.Tokens[lo].Kind == text.Mark {
		lo++
	}
	for i := lo; i < hi && i <= lo+maxLabelWords; i++ {
		t := &f.d.Tokens[i]
		switch {
		case t.Norm == ":" && i > lo && f.d.Tokens[lo].Len() > 2:
			return i
		case t.Kind == text.Word && t.Caps:
		case t.Kind == text.Word && t.Upper && par.Zone == article.Transcript:
		case t.Norm == "." || t.Norm == "-" || t.Norm == "’" || t.Norm == "'":
		default:
			return 0
		}
	}
	return 0
}

// turnOf makes a draft of paragraph p, whose label ends at colon.
func (f *finder) turnOf(p, colon int) {
	lo, hi := f.tokensOf(p)
	if f.d.Tokens[lo].Kind == text.Mark {
		lo++
	}
	if colon+1 >= hi || f.wordsIn(colon+1, hi) == 0 {
		return
	}
	src := source{first: lo, last: colon}
	if k := f.startAt[lo]; k != 0 && f.names.Mentions[k-1].Last == colon && f.names.Mentions[k-1].Kind != name.ByPronoun {
		src.mention = int(k)
	}
	d := draft{src: src, first: colon + 1, last: hi, paragraph: p, speaks: true}
	d.Kind, d.Status, d.Speech, d.Rule = Block, Said, true, "transcript"
	span := f.span(colon+1, hi)
	for i := colon; i < hi; i++ {
		if r := f.regAt[i]; r != 0 {
			f.taken[r-1] = true
		}
	}
	for hi > colon+2 && f.d.Tokens[hi-1].Kind == text.Mark {
		hi--
		span.End = f.d.Tokens[hi-1].End
	}
	d.Parts = []Part{{Span: span, Outer: span}}
	f.blocked(p)
	f.drafts = append(f.drafts, d)
}

// blocked keeps the rules for clauses away from paragraph p.
func (f *finder) blocked(p int) {
	lo, hi := f.tokensOf(p)
	from, to := f.cuesIn(lo, hi)
	for k := from; k < to; k++ {
		f.cues[k].used = true
	}
}

// maxPulls is how many pull quotes an article has at most; each is compared
// with all quotations.
const maxPulls = 20

// findPulls makes drafts of the lines set apart that repeat a sentence of a
// quotation. The drafts are sorted and have their speakers.
func (f *finder) findPulls() {
	var pulls []draft
	for i := 0; i+1 < len(f.regions) && len(pulls) < maxPulls; i++ {
		a, b := &f.regions[i], &f.regions[i+1]
		if a.closes || b.paragraph-a.paragraph < 2 || b.paragraph-a.paragraph > 1+maxPull {
			continue
		}
		for p := a.paragraph + 1; p < b.paragraph; p++ {
			if d, ok := f.pull(p); ok {
				pulls = append(pulls, d)
			}
		}
	}
	if len(pulls) > 0 {
		f.drafts = append(f.drafts, pulls...)
		f.reorder()
	}
}

// pull makes a draft of paragraph p when its words stand in a quotation.
func (f *finder) pull(p int) (draft, bool) {
	lo, hi := f.tokensOf(p)
	d := draft{first: lo, last: hi, paragraph: p, speaks: true}
	d.Kind, d.Status, d.Speech = Pull, Said, true
	span := f.d.Paragraphs[p].Span
	d.Parts = []Part{{Span: span, Outer: span}}
	words := f.normWords(&d)
	if len(words) < minFragment {
		return d, false
	}
	for i := range f.drafts {
		q := &f.drafts[i]
		if q.Kind == Indirect || f.regAt[q.first] == 0 {
			continue
		}
		all := f.normWords(q)
		for k := range all {
			if hasPrefix(all[k:], words) {
				d.fillFrom(q, "pull")
				return d, true
			}
		}
	}
	return d, false
}
