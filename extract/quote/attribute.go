package quote

import (
	"strings"

	"inquit/extract/name"
	"inquit/internal/text"
)

// attribute finds who says the group, in the order a reader would look.
func (f *finder) attribute(g []int) (attribution, bool) {
	first, last := &f.regions[g[0]], &f.regions[g[len(g)-1]]
	if len(g) > 1 {
		for k := 0; k+1 < len(g); k++ {
			if a, ok := f.after(&f.regions[g[k]], true); ok && f.regions[g[k]].closes {
				return a, true
			}
		}
	}
	if f.opensSentence(first) {
		if a, ok := f.beforeColon(first); ok {
			return a, true
		}
		if a, ok := f.after(last, false); ok {
			return a, true
		}
		if a, ok := f.headlined(last); ok {
			return a, true
		}
		return f.byline(last)
	}
	a, ok := f.before(first)
	if b, near := f.after(last, false); near && (!ok || f.fronted(first, last, a)) {
		return b, true
	}
	return a, ok
}

// headlined looks for the speaker behind a colon in a headline: ‘I never
// cried’: Ann Moss on her year.
func (f *finder) headlined(r *region) (attribution, bool) {
	if !isHead(f.d.Paragraphs[r.paragraph].Zone) || !f.is(r.last, ":") || r.last+1 >= len(f.d.Tokens) || f.paragraphOf(r.last+1) != r.paragraph {
		return attribution{}, false
	}
	k := f.startAt[r.last+1]
	if !f.canSpeak(k) || f.names.Mentions[k-1].Kind == name.ByPronoun {
		return attribution{}, false
	}
	return attribution{src: f.of(k), rule: "label"}, true
}

// fronted reports whether the cue behind the quotation governs it although
// there is one before it as well.
func (f *finder) fronted(first, last *region, a attribution) bool {
	if a.cue == 0 {
		return true
	}
	gap := first.first - f.cues[a.cue-1].last
	return gap > 8 && f.endsLikeSentence(last)
}

// maxBehind is how far behind the marks a cue may stand: a name, a long
// title and an apposition fit.
const maxBehind = 60

// after looks for the cue behind region r: “…,” said X and “…,” X said.
func (f *finder) after(r *region, inserted bool) (attribution, bool) {
	t := r.last
	if t >= len(f.d.Tokens) || f.paragraphOf(t) != r.paragraph {
		return attribution{}, false
	}
	hi := f.narrationEnd(t)
	for t < hi && (f.is(t, ",") || f.is(t, "-") || f.is(t, "–") || f.is(t, "—") || f.is(t, "--")) {
		t++
	}
	if t >= hi {
		return attribution{}, false
	}
	closed := f.closedBy(r)
	if !inserted && closed == 0 && !f.opensSentence(r) && !f.is(r.last, ",") {
		return attribution{}, false
	}
	from, to := f.cuesIn(t, min(hi, t+maxBehind))
	for k := from; k < to; k++ {
		c := &f.cues[k]
		if c.flag&takesMarks == 0 && c.flag&sourceBehind == 0 || c.flag&nominal != 0 || c.passive && c.lemma != "asked" || c.infinitive {
			continue
		}
		if a, ok := f.afterCue(t, hi, k, closed); ok {
			return a, true
		}
		break
	}
	if closed == ',' || closed == '?' || closed == '!' {
		return f.verbAfter(t, hi)
	}
	return attribution{}, false
}

// verbAfter takes any verb with a subject right behind a quotation for one of
// saying: “Perhaps,” she shrugged.
func (f *finder) verbAfter(t, hi int) (attribution, bool) {
	if joins(f.d.Tokens[t].Norm) || prepositions[f.d.Tokens[t].Norm] {
		return attribution{}, false
	}
	s := f.sourceAfter(t, hi)
	if s.none() {
		f.tag(f.d.Tokens[t].Sentence)
		if v := f.d.Tokens[t].Tag; v == text.VBD || v == text.VBZ {
			s = f.sourceAfter(t+1, hi)
			return attribution{src: s, rule: "verb-inverted"}, !s.none() && !f.isClauseSubject(s, hi) && !isFinite(f.d.Tokens[t].Norm)
		}
		return attribution{}, false
	}
	i := f.skipAdverbs(s.last, hi)
	if i >= hi || f.regAt[i] != 0 || isFinite(f.d.Tokens[i].Norm) {
		return attribution{}, false
	}
	f.tag(f.d.Tokens[i].Sentence)
	v := f.d.Tokens[i].Tag
	return attribution{src: s, rule: "verb-after"}, v == text.VBD || v == text.VBZ
}

// closedBy returns the sign that ends the words of r, inside or outside its
// marks: ',', '.', or 0.
func (f *finder) closedBy(r *region) byte {
	in := r.inner.In(f.d.Text)
	switch c := in[len(in)-1]; c {
	case ',', '.', '!', '?', '-':
		return c
	}
	if e := r.outer.End; e < len(f.d.Text) && (f.d.Text[e] == ',' || f.d.Text[e] == '.') {
		return f.d.Text[e]
	}
	return 0
}

// afterCue checks that cue k, in the narration tokens [t, hi) behind a
// quotation, belongs to the quotation.
func (f *finder) afterCue(t, hi, k int, closed byte) (attribution, bool) {
	c := &f.cues[k]
	if c.flag&sourceBehind != 0 {
		s := f.sourceAfter(c.last, hi)
		return attribution{s, k + 1, "according-to"}, c.first <= t+1 && !s.none()
	}
	if c.first <= t || f.skipsTo(t, c.first) {
		if c.ing { // “…,” adding that
			return attribution{}, false
		}
		if s := f.sourceAfter(f.skipAdverbs(c.last, hi), hi); !s.none() && !f.isClauseSubject(s, hi) {
			return attribution{s, k + 1, "cue-inverted"}, true
		}
	}
	s := f.subject(c)
	if s.none() || s.first < t || joins(f.d.Tokens[t].Norm) || f.is(t, "as") && closed != ',' {
		return attribution{}, false
	}
	if closed == '.' && f.reportsMore(c, hi) {
		return attribution{}, false
	}
	if s.first > t+8 && !f.is(s.first-1, ",") {
		return attribution{}, false
	}
	return attribution{s, k + 1, "cue-after"}, true
}

// joins reports whether w goes on with the narrator's sentence behind marks.
func joins(w string) bool {
	switch w {
	case "and", "but", "while", "although", "though", "when", "because", "before", "after", "which", "or":
		return true
	}
	return false
}

// skipsTo reports whether only adverbs stand between tokens t and to.
func (f *finder) skipsTo(t, to int) bool { return f.skipAdverbs(t, to) == to }

// skipAdverbs returns the first token from i on that is no adverb.
func (f *finder) skipAdverbs(i, hi int) int {
	for i < hi && (adverbs[f.d.Tokens[i].Norm] || strings.HasSuffix(f.d.Tokens[i].Norm, "ly") && !f.d.Tokens[i].Upper) {
		i++
	}
	return i
}

// isClauseSubject reports whether a verb follows s, so that it is no inverted
// speaker: said Mr Moss was late.
func (f *finder) isClauseSubject(s source, hi int) bool {
	return s.last < hi && f.regAt[s.last] == 0 && auxWords[f.d.Tokens[s.last].Norm] && !f.is(s.last, "to")
}

// reportsMore reports whether cue c has a clause of its own behind it, so that
// the quotation before it, which ended with a stop, is not what it reports.
func (f *finder) reportsMore(c *cue, hi int) bool {
	n := 0
	for i := c.last; i < hi; i++ {
		if f.is(i, "that") || f.is(i, ":") {
			return true
		}
		n++
	}
	return n > 8 || hi < len(f.d.Tokens) && f.regAt[hi] != 0 && n > 0
}

// narrationEnd returns the end of the narrator's sentence from token t on: the
// next region or the end of the sentence.
func (f *finder) narrationEnd(t int) int {
	hi := f.sen[f.d.Tokens[t].Sentence].Last
	for i := t; i < hi; i++ {
		if f.regAt[i] != 0 {
			return i
		}
	}
	return hi
}
