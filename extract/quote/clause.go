package quote

import (
	"sort"

	"inquit/internal/text"
)

// findClauses makes drafts of the reported clauses: those without marks, and
// those of which some words stand in marks.
//
// A clause may hold another: marked words belong to the smallest, so the
// smallest come first.
func (f *finder) findClauses() {
	var all []stretch
	for i := range f.cues {
		if s, ok := f.clause(i); ok {
			all = append(all, s)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].size() < all[j].size() })
	for _, s := range all {
		f.draftClause(s)
	}
}

// A stretch is one or two pieces of a reported clause; the second is set when
// the cue stands in the middle: The road, she said, was shut.
type stretch struct {
	first, last   int
	first2, last2 int
	src           source
	rule          string
	cue           int // index into cues
}

// size returns how many tokens s covers.
func (s *stretch) size() int { return max(s.last, s.last2) - s.first }

// clause returns what cue k reports, if it reports a clause.
func (f *finder) clause(k int) (stretch, bool) {
	c := &f.cues[k]
	if c.negated || c.infinitive || c.flag&marksOnly != 0 && c.more != "it" || c.used {
		return stretch{}, false
	}
	s, ok := f.reported(c)
	s.cue = k
	return s, ok && s.last > s.first && f.wordsIn(s.first, s.last) > 1
}

// draftClause makes a draft of s.
func (f *finder) draftClause(s stretch) {
	c := &f.cues[s.cue]
	dr := draft{src: s.src, first: s.first, last: max(s.last, s.last2), paragraph: f.paragraphOf(s.first), cue: s.cue + 1, speaks: true}
	dr.Kind, dr.Status, dr.Speech, dr.Rule = Indirect, c.status, true, s.rule
	dr.Cue = f.cueSpan(c)
	inside, whole := f.regionsIn(s)
	if whole {
		return // words in marks and nothing else: findMarked has them
	}
	if len(inside) > 0 {
		dr.Kind = Mixed
		dr.Content = f.contentSpan(s.first, max(s.last, s.last2))
		for _, r := range inside {
			f.taken[r] = true
			dr.Parts = append(dr.Parts, f.part(r))
		}
	} else {
		dr.Parts = f.plainParts(s)
		if len(dr.Parts) == 1 {
			dr.Content = dr.Parts[0].Span
		}
	}
	dr.Speech = dr.Kind == Mixed || !isAttitude(s.rule, c)
	c.used = true
	f.drafts = append(f.drafts, dr)
}

// isAttitude reports whether a cue with a bare noun phrase tells what somebody
// did or thinks of it rather than what he said: “rejects the offer”.
func isAttitude(rule string, c *cue) bool {
	return rule == "object" || rule == "call-for" && c.lemma == "appealed_for"
}

// plainParts returns the pieces of a clause without marks.
func (f *finder) plainParts(s stretch) []Part {
	p := f.contentSpan(s.first, s.last)
	parts := []Part{{Span: p, Outer: p}}
	if s.last2 > s.first2 {
		p = f.contentSpan(s.first2, s.last2)
		parts = append(parts, Part{Span: p, Outer: p})
	}
	return parts
}

// regionsIn returns the regions inside a clause that no other clause has
// taken, and whether the clause is nothing but one region.
func (f *finder) regionsIn(s stretch) (inside []int, whole bool) {
	plain := 0
	for i := s.first; i < max(s.last, s.last2); i++ {
		r := int(f.regAt[i])
		if r == 0 {
			if f.d.Tokens[i].Kind == text.Word {
				plain++
			}
			continue
		}
		if n := len(inside); n == 0 || inside[n-1] != r-1 {
			inside = append(inside, r-1)
		}
	}
	kept := inside[:0]
	for _, r := range inside {
		if !f.taken[r] && !f.namesWork(r) && !f.hangsOnOther(r, s) {
			kept = append(kept, r)
		}
	}
	return kept, plain == 0
}

// maxLabel is the most tokens between a cue inside a reported clause and the
// marks that belong to it: whom he called a “coward”.
const maxLabel = 4

// hangsOnOther reports whether region r, inside clause s, belongs to another
// cue that stands right before it.
func (f *finder) hangsOnOther(r int, s stretch) bool {
	first := f.regions[r].first
	k := searchCue(f.cues, first) - 1
	if k < 0 || k == s.cue {
		return false
	}
	c := &f.cues[k]
	return c.verb >= s.first && first-c.last < maxLabel && c.flag&takesMarks != 0 && !f.leftSource(k, first).none()
}

// marksAfterSign returns the first region among tokens [first, last) that
// stands behind a comma or colon, or last.
func (f *finder) marksAfterSign(first, last int) int {
	for i := first; i < last; i++ {
		if f.regAt[i] != 0 && (i == first || f.is(i-1, ":") || f.is(i-1, ",")) {
			return i
		}
	}
	return last
}

// nextComma returns the first comma of the narration among tokens [i, hi),
// or hi.
func (f *finder) nextComma(i, hi int) int {
	for ; i < hi; i++ {
		if f.regAt[i] == 0 && f.is(i, ",") {
			return i
		}
	}
	return hi
}

// beforeMarks returns the end of tokens [first, last) before marked words that
// stand further off: called the goal that denied them a win “a joke”.
func (f *finder) beforeMarks(first, last int) int {
	for i := first; i < last; i++ {
		if f.regAt[i] == 0 {
			continue
		}
		if i >= first+maxLabel-1 {
			return i
		}
		break
	}
	return last
}

// accusation returns where among tokens [first, last), behind "accused", the
// accusation begins: behind who is accused and "of".
func (f *finder) accusation(first, last int) int {
	for i := first; i+1 < last && f.regAt[i] == 0; i++ {
		if f.is(i, "of") && f.endAt[i] != 0 || f.is(i, "of") && isPronounObject(f.d.Tokens[i-1].Norm) {
			return i + 1
		}
	}
	return first
}

// reported finds the clause that belongs to cue c and who says it.
func (f *finder) reported(c *cue) (stretch, bool) {
	sen := &f.sen[c.sentence]
	hi := f.sentenceEnd(sen)
	if c.flag&sourceBehind != 0 {
		return f.accordingTo(c, sen.First, hi)
	}
	src := f.subject(c)
	if c.passive {
		return f.passive(c, hi)
	}
	if c.flag&nominal != 0 {
		src = f.owner(c.verb)
	} else if c.ing {
		src = f.participleSubject(c)
	}
	if st, ok := f.asTheySay(c, src, sen.First, hi); ok {
		return st, true
	}
	if f.isInverted(c, sen.First, hi) {
		return f.frontedClause(c, source{}, sen.First, hi)
	}
	if main := f.pastOpening(sen.First, hi); main > c.verb+1 {
		hi = main - 1 // when she noted that it was late, he left
	}
	if src.who > 1 && f.is(src.who-2, ",") && !f.is(c.last, "that") {
		if end := f.nextComma(c.last, hi); !f.hasFinite(c.last, end) {
			hi = end // Moss, who admitted theft, wept
		}
	}
	if first, rule, ok := f.contentStart(c, hi); ok && !src.none() {
		last := f.clauseEnd(first, hi)
		if rule == "infinitive" || rule == "object" {
			last = f.infinitiveEnd(first, last)
		}
		if (rule == "clause" || rule == "hearer-clause") && !f.hasFinite(first, f.marksAfterSign(first, last)) {
			return stretch{}, false
		}
		if rule == "object" && src.who > 0 {
			last = f.beforeMarks(first, last)
		}
		if c.lemma == "accused" {
			first = f.accusation(first, last)
		}
		return stretch{first: first, last: last, src: src, rule: rule}, true
	}
	if c.flag&takesFront != 0 {
		return f.frontedClause(c, src, sen.First, hi)
	}
	return stretch{}, false
}
