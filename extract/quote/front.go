package quote

import (
	"inquit/internal/text"
)

// asTheySay handles "As Ann Moss said, clause" and "clause, as she put it".
func (f *finder) asTheySay(c *cue, src source, lo, hi int) (stretch, bool) {
	st := stretch{src: src, rule: "as-said"}
	as := src.first - 1
	if src.none() || as < lo || !f.is(as, "as") || c.flag&(takesFront|marksOnly) == 0 {
		return st, false
	}
	if as == lo || as == lo+1 {
		comma := f.commaAfter(c.last, hi)
		if comma < 0 || comma > c.last+6 || !f.hasFinite(comma+1, hi) || f.regAt[comma] != 0 {
			return st, false
		}
		st.first, st.last = comma+1, f.clauseEnd(comma+1, hi)
		return st, true
	}
	if !f.is(as-1, ",") || !f.onlyCircumstance(c.last, hi) {
		return st, false
	}
	st.first, st.last = f.frontStart(lo, as-1), as-1
	return st, f.hasFinite(st.first, st.last)
}

// passive handles "LBC was told (that) …": nobody is named, unless by "by".
func (f *finder) passive(c *cue, hi int) (stretch, bool) {
	if c.lemma != "told" && c.lemma != "informed" && c.lemma != "warned" && c.lemma != "heard" && c.lemma != "reminded" {
		return stretch{}, false
	}
	i := f.skipAdverbs(c.last, hi)
	src := f.agent(c, min(hi, i+8))
	if f.is(i, "by") && !src.none() {
		i = src.last
	}
	if j, ok := f.thatClause(c, i, hi); ok {
		return stretch{first: j, last: f.clauseEnd(j, hi), src: src, rule: "passive"}, true
	}
	lo := f.sen[c.sentence].First
	if i == hi && src.none() && f.is(f.subject(c).first-1, ",") {
		s := f.subject(c)
		return stretch{first: lo, last: s.first - 1, rule: "passive"}, f.hasFinite(lo, s.first-1)
	}
	return stretch{}, false
}

// accordingTo handles "according to X, clause" and "clause, according to X".
func (f *finder) accordingTo(c *cue, lo, hi int) (stretch, bool) {
	src := f.sourceAfter(c.last, hi)
	if src.none() {
		return stretch{}, false
	}
	st := stretch{src: src, rule: "according-to"}
	if c.first == lo || c.first == lo+1 && f.d.Tokens[lo].Len() <= 3 {
		i := f.commaAfter(src.last, hi)
		if i < 0 || i+2 >= hi {
			return st, false
		}
		st.first, st.last = i+1, f.clauseEnd(i+1, hi)
		return st, true
	}
	st.first, st.last = f.frontStart(lo, c.first), c.first
	if i := f.commaAfter(src.last, hi); i > 0 && i+2 < hi && f.is(c.first-1, ",") {
		st.first2, st.last2 = i+1, f.clauseEnd(i+1, hi)
		st.dropOpening(f)
	}
	return st, f.wordsIn(st.first, st.last) > 1
}

// maxApposition is how far a comma may stand behind a source for the words
// between them to be an apposition.
const maxApposition = 12

// commaAfter returns the comma at or behind token i, past an apposition, or -1.
func (f *finder) commaAfter(i, hi int) int {
	for j := i; j < hi && j < i+maxApposition; j++ {
		if f.is(j, ",") {
			return j
		}
	}
	return -1
}

// frontedClause handles "clause, X said." and "clause, said X."
func (f *finder) frontedClause(c *cue, src source, lo, hi int) (stretch, bool) {
	st := stretch{rule: "fronted"}
	end := -1
	switch {
	case !src.none() && src.first > lo && f.isBoundary(src.first-1):
		end = src.first - 1
		st.src = src
	case c.first > lo && f.isBoundary(c.first-1) && f.d.Tokens[c.first-1].Norm == "," && !c.ing:
		end = c.first - 1
		st.src = f.sourceAfter(c.last, hi)
		if st.src.none() || f.isClauseSubject(st.src, hi) {
			return st, false
		}
	default:
		return st, false
	}
	st.first, st.last = f.frontStart(lo, end), end
	if f.regAt[end] != 0 {
		st.last = end + 1
	}
	after := c.last
	if c.first > end+1 && st.src.last > c.last || st.src.first >= c.last {
		after = st.src.last
	}
	if r := f.regAt[min(after+1, len(f.d.Tokens))]; r != 0 && f.is(after, ",") && f.startsUpper(&f.regions[r-1]) {
		return st, false // Ann Moss said, “We are late.”
	}
	if f.is(after, ",") && after+2 < hi && f.is(end, ",") {
		st.first2, st.last2 = after+1, f.clauseEnd(after+1, hi)
	} else if !f.onlyCircumstance(after, hi) {
		return st, false
	}
	st.dropOpening(f)
	if st.last2 == 0 && !f.hasFinite(st.first, st.last) || f.wordsIn(st.first, st.last) < 2 {
		return st, false
	}
	return st, true
}

// maxOpening is the most tokens of a circumstance before an inserted cue.
const maxOpening = 5

// dropOpening leaves out a first piece that only says when or how: "In
// addition, she said, the roof leaks".
func (s *stretch) dropOpening(f *finder) {
	w := f.d.Tokens[s.first].Norm
	if s.last2 == 0 || s.last-s.first > maxOpening || !prepositions[w] && !adverbs[w] && w != "even" && w != "still" {
		return
	}
	s.first, s.last, s.first2, s.last2 = s.first2, s.last2, 0, 0
}

// isInverted reports whether c stands between the clause it reports and its
// speaker: It was late, said Ann Moss, the mayor.
func (f *finder) isInverted(c *cue, lo, hi int) bool {
	if c.flag&takesFront == 0 || c.ing || c.first != c.verb || c.first <= lo || !f.is(c.first-1, ",") {
		return false
	}
	s := f.sourceAfter(c.last, hi)
	if s.none() || s.last < hi && f.d.Tokens[s.last].Kind != text.Punct && !f.is(s.last, "who") && !f.is(s.last, "in") && !f.is(s.last, "on") {
		return false
	}
	return f.hasFinite(lo, c.first-1)
}

// isBoundary reports whether token i is a comma, a dash or a closing mark.
func (f *finder) isBoundary(i int) bool {
	switch f.d.Tokens[i].Norm {
	case ",", "-", "–", "—", "--":
		return f.regAt[i] == 0
	}
	return f.regAt[i] != 0
}

// onlyCircumstance reports whether nothing of weight follows the cue: when,
// where, to whom.
func (f *finder) onlyCircumstance(i, hi int) bool {
	if i >= hi {
		return true
	}
	if f.regAt[i] != 0 {
		return false
	}
	w := f.d.Tokens[i].Norm
	return w == "," || prepositions[w] || timeWords[w] || isDay(w) || adverbs[w] || w == "as" || w == "when" || w == "while" ||
		w == ";" || w == "-" || w == "–" || f.startAt[i] != 0
}

// frontStart returns where a fronted clause begins: at the sentence, or
// behind an earlier attribution in it.
func (f *finder) frontStart(lo, end int) int {
	for i := end - 1; i > lo; i-- {
		if w := f.d.Tokens[i].Norm; f.regAt[i] == 0 && (w == ";" || w == ":" && f.d.Tokens[i+1].Space) {
			return i + 1
		}
	}
	return f.pastClock(lo, end)
}

// pastClock skips the time that an entry of a live blog begins with: 14:32.
func (f *finder) pastClock(lo, end int) int {
	i := lo
	for i < end && i < lo+4 && (f.d.Tokens[i].Kind == text.Number || i > lo && (f.is(i, ":") || f.is(i, ".") || f.is(i, "am") || f.is(i, "pm"))) {
		i++
	}
	if i > lo+2 && f.d.Tokens[lo+1].Kind != text.Word {
		return i
	}
	return lo
}
