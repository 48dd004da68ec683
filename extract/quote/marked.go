package quote

import (
	"strings"

	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

// An attribution ties marked words to the phrase that speaks them.
type attribution struct {
	src  source
	cue  int // index + 1 into cues
	rule string
}

// findMarked makes drafts of the marked stretches that no reported clause
// holds.
func (f *finder) findMarked() {
	for _, g := range f.groups() {
		f.marked(g)
	}
}

// marked makes a draft of one group of regions, if it is a quotation.
func (f *finder) marked(g []int) {
	at, ok := f.attribute(g)
	strong := ok
	if !ok && f.isFragment(g) && !f.worthKeeping(g) {
		return
	}
	if f.isTitle(g, at) {
		return
	}
	first, last := f.regions[g[0]], f.regions[g[len(g)-1]]
	dr := draft{src: at.src, first: first.first, last: last.last, paragraph: first.paragraph, cue: at.cue, speaks: strong}
	dr.Kind, dr.Status, dr.Speech, dr.Rule = Direct, Said, true, at.rule
	for _, i := range g {
		f.taken[i] = true
		dr.Parts = append(dr.Parts, f.part(i))
	}
	if at.cue > 0 {
		c := &f.cues[at.cue-1]
		c.used = true
		dr.Cue, dr.Status = f.cueSpan(c), c.status
	}
	if f.isFragment(g) {
		dr.Kind = Mixed
		dr.Content = f.clauseAround(g, at)
	}
	f.drafts = append(f.drafts, dr)
}

// part returns region i as a piece of a quotation.
func (f *finder) part(i int) Part {
	r := &f.regions[i]
	return Part{Span: r.inner, Outer: r.outer, Opens: r.opens, Closes: r.closes}
}

// isFragment reports whether the group is a few words in the middle of the
// narrator's sentence.
func (f *finder) isFragment(g []int) bool {
	if len(g) > 1 {
		return false
	}
	r := &f.regions[g[0]]
	if !r.closes || f.opensSentence(r) {
		return false
	}
	if p := r.first - 1; f.is(p, ":") || f.is(p, ",") && f.d.Tokens[r.first+1].Upper {
		return false
	}
	return !f.endsLikeSentence(r) || !f.startsUpper(r)
}

// startsUpper reports whether the first word of r has a capital.
func (f *finder) startsUpper(r *region) bool {
	for i := r.first; i < r.last; i++ {
		if t := &f.d.Tokens[i]; t.Kind == text.Word || t.Kind == text.Number {
			return t.Upper
		}
	}
	return false
}

// opensSentence reports whether r stands at the head of a sentence or
// paragraph.
func (f *finder) opensSentence(r *region) bool {
	if r.startsP || !r.opens || r.first == 0 {
		return true
	}
	p := &f.d.Tokens[r.first-1]
	if f.paragraphOf(r.first-1) != r.paragraph {
		return true
	}
	if p.Kind == text.Mark {
		return f.regAt[r.first-1] != 0 && f.endsLikeSentence(&f.regions[f.regAt[r.first-1]-1])
	}
	return p.Norm == "." || p.Norm == "!" || p.Norm == "?" || strings.HasSuffix(p.Norm, ".") && f.d.Tokens[r.first].Sentence != p.Sentence
}

// endsLikeSentence reports whether r ends with a stop or with a comma before
// its cue.
func (f *finder) endsLikeSentence(r *region) bool {
	in := r.inner.In(f.d.Text)
	switch in[len(in)-1] {
	case '.', '!', '?', ',':
		return true
	}
	return !r.closes || r.outer.End < len(f.d.Text) && strings.IndexByte(",.!?", f.d.Text[r.outer.End]) >= 0
}

// worthKeeping reports whether marked words without a cue still are somebody's
// words: long ones are, a term or two is not.
func (f *finder) worthKeeping(g []int) bool {
	r := &f.regions[g[0]]
	return f.wordsIn(r.first, r.last) >= 4
}

// isTitle reports whether marked words name a work rather than quote it: each
// long word has a capital, and nobody says them.
func (f *finder) isTitle(g []int, at attribution) bool {
	if len(g) > 1 {
		return false
	}
	r := &f.regions[g[0]]
	if f.endsLikeSentence(r) && f.opensSentence(r) || f.adjoins(at, r) {
		return false
	}
	return f.inTitleCase(r)
}

// namesWork reports whether region i is the title of a work or show in the
// narrator's sentence: on the “Late Hour”.
func (f *finder) namesWork(i int) bool {
	r := &f.regions[i]
	return !f.opensSentence(r) && f.wordsIn(r.first, r.last) > 1 && f.inTitleCase(r)
}

// adjoins reports whether the cue stands right before r.
func (f *finder) adjoins(at attribution, r *region) bool {
	if at.cue == 0 {
		return false
	}
	last := f.cues[at.cue-1].last
	return last <= r.first && last+1 >= r.first
}

// inTitleCase reports whether each longer word of r has a capital.
func (f *finder) inTitleCase(r *region) bool {
	upper, all := 0, 0
	for i := r.first; i < r.last; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word || t.Len() < 4 && i > r.first+1 {
			continue
		}
		all++
		if t.Upper {
			upper++
		}
	}
	return all >= 2 && upper == all
}

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
		return f.byline(last)
	}
	a, ok := f.before(first)
	if b, near := f.after(last, false); near && (!ok || f.fronted(first, last, a)) {
		return b, true
	}
	return a, ok
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

// beforeColon looks at what stands before a quotation that opens a sentence
// or paragraph: X said: “…”.
func (f *finder) beforeColon(r *region) (attribution, bool) {
	p := r.first - 1
	if p < 0 || !f.is(p, ":") || r.paragraph-f.paragraphOf(p) > 1 {
		return attribution{}, false
	}
	return f.introduced(p)
}

// introduced finds the speaker in the sentence that ends with the colon at p.
func (f *finder) introduced(p int) (attribution, bool) {
	lo := f.sen[f.d.Tokens[p].Sentence].First
	from, to := f.cuesIn(lo, p)
	for k := to - 1; k >= from; k-- {
		s := f.leftSource(k, p)
		if c := &f.cues[k]; s.none() && c.first == lo && !c.ing && c.flag&nominal == 0 {
			s = f.sourceAfter(c.last, p) // Said Ann Moss: “…”
		}
		if !s.none() {
			return attribution{s, k + 1, "cue-colon"}, true
		}
	}
	if k := f.endAt[p]; f.canSpeak(k) {
		return attribution{src: f.widen(f.of(k), lo), rule: "label"}, true
	}
	if s := f.mainSubject(lo, p); !s.none() {
		return attribution{src: s, rule: "colon"}, true
	}
	if s := f.phraseBefore(p, lo); !s.none() && s.first == lo {
		return attribution{src: s, rule: "label"}, true
	}
	return attribution{}, false
}

// leftSource returns the speaker of cue k, whose words stand behind it at
// token p or later.
func (f *finder) leftSource(k, p int) source {
	c := &f.cues[k]
	if c.flag&sourceBehind != 0 {
		return f.sourceAfter(c.last, p)
	}
	if c.passive {
		return f.agent(c, p)
	}
	if c.flag&nominal != 0 {
		return f.owner(c.verb)
	}
	if c.ing {
		return f.participleSubject(c)
	}
	s := f.subject(c)
	if s.none() && c.infinitive {
		s = f.mainSubject(f.sen[c.sentence].First, c.first)
	}
	return s
}

// participleSubject returns who is "saying": the subject of the main clause,
// or the source of the cue before it.
func (f *finder) participleSubject(c *cue) source {
	lo := f.sen[c.sentence].First
	near := f.subject(c)
	if !near.none() && !f.is(c.first-1, ",") && (near.first == lo || near.mention == 0) && !f.isObject(near, lo) {
		return near
	}
	if c.first > lo && isBe(f.d.Tokens[c.first].Norm) {
		return near
	}
	if s := f.speakerOfSentence(c); !s.none() {
		return s
	}
	if s := f.mainSubject(lo, c.first); !s.none() {
		return s
	}
	return near
}

// speakerOfSentence returns the source of the cue before c in its sentence:
// “…,” said Ann Moss, adding …
func (f *finder) speakerOfSentence(c *cue) source {
	lo := f.sen[c.sentence].First
	from, to := f.cuesIn(lo, c.first)
	for k := to - 1; k >= from; k-- {
		b := &f.cues[k]
		if b.ing || b.infinitive || b.flag&sourceBehind != 0 {
			continue
		}
		if s := f.subject(b); !s.none() {
			return s
		}
		if s := f.sourceAfter(b.last, c.first); !s.none() {
			return s
		}
	}
	return source{}
}

// agent returns who does what a passive cue says: “was called X by Ann Moss”.
func (f *finder) agent(c *cue, hi int) source {
	for i := c.last; i < hi && i < c.last+8; i++ {
		if f.is(i, "by") {
			return f.sourceAfter(i+1, hi)
		}
	}
	return source{}
}

// before looks for the cue in front of region r in its own sentence.
func (f *finder) before(r *region) (attribution, bool) {
	p := r.first - 1
	if p < 0 || f.paragraphOf(p) != r.paragraph {
		return attribution{}, false
	}
	if f.is(p, ":") {
		return f.introduced(p)
	}
	lo := f.sen[f.d.Tokens[p].Sentence].First
	from, to := f.cuesIn(lo, r.first)
	for k := to - 1; k >= from; k-- {
		c := &f.cues[k]
		if c.flag&takesMarks == 0 && c.flag&sourceBehind == 0 || c.flag&nominal != 0 && !f.leadsTo(c, r.first) {
			continue
		}
		if s := f.leftSource(k, p); !s.none() {
			return attribution{s, k + 1, "cue-before"}, true
		}
	}
	return attribution{}, false
}

// maxNounGap is the most tokens between a noun of saying and its marks: her
// claim that the “whole town” knew.
const maxNounGap = 12

// leadsTo reports whether the marks at token first hang on the noun c: her
// words “…”, her claim that …, her description of him as “…”.
func (f *finder) leadsTo(c *cue, first int) bool {
	if first-c.last > maxNounGap {
		return false
	}
	switch w := f.d.Tokens[c.last].Norm; w {
	case "of", "that", "about", ":", ",", "as", "to":
		return true
	}
	return first <= c.last+1
}

// byline looks for a name behind a dash after the quotation: “…” — Ann Moss.
func (f *finder) byline(r *region) (attribution, bool) {
	t := r.last
	if t+1 >= len(f.d.Tokens) || f.paragraphOf(t)-r.paragraph > 1 {
		return attribution{}, false
	}
	switch f.d.Tokens[t].Norm {
	case "—", "–", "-", "--", "―":
	default:
		return attribution{}, false
	}
	_, last := f.tokensOf(f.paragraphOf(t))
	k := f.startAt[t+1]
	if k == 0 || last-t > 20 || f.names.Mentions[k-1].Kind == name.ByPronoun {
		return attribution{}, false
	}
	return attribution{src: f.of(k), rule: "byline"}, true
}

// clauseAround returns the clause that a marked fragment belongs to: from its
// cue's object on, or the fragment itself.
func (f *finder) clauseAround(g []int, at attribution) article.Span {
	r := &f.regions[g[0]]
	first, last := r.first, r.last
	if at.cue > 0 && at.rule == "cue-before" {
		if c := &f.cues[at.cue-1]; c.flag&takesLabel == 0 && c.last < first && c.last >= f.sen[f.d.Tokens[first].Sentence].First {
			first = c.last
		}
		last = max(last, f.clauseEnd(last-1, f.sen[f.d.Tokens[last-1].Sentence].Last))
	}
	for first < r.first && (f.d.Tokens[first].Kind == text.Punct || f.is(first, "that")) {
		first++
	}
	return f.contentSpan(first, last)
}
