package quote

import (
	"sort"
	"strings"

	"inquit/article"
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
	c.used = true
	f.drafts = append(f.drafts, dr)
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
	return c.verb >= s.first && first-c.last <= maxLabel && c.flag&takesMarks != 0 && !f.leftSource(k, first).none()
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
	if first, rule, ok := f.contentStart(c, hi); ok && !src.none() {
		last := f.clauseEnd(first, hi)
		if rule == "infinitive" || rule == "object" {
			last = f.infinitiveEnd(first, last)
		}
		if (rule == "clause" || rule == "hearer-clause") && !f.hasFinite(first, f.marksAfterSign(first, last)) {
			return stretch{}, false
		}
		return stretch{first: first, last: last, src: src, rule: rule}, true
	}
	if c.flag&takesFront != 0 {
		return f.frontedClause(c, src, sen.First, hi)
	}
	return stretch{}, false
}

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

// sentenceEnd returns the end of a sentence without its final stop; closing
// marks of a region stay.
func (f *finder) sentenceEnd(s *text.Sentence) int {
	hi := s.Last
	for hi > s.First && f.d.Tokens[hi-1].Kind != text.Word && f.d.Tokens[hi-1].Kind != text.Number && f.regAt[hi-1] == 0 {
		hi--
	}
	return hi
}

// contentStart returns where the content of cue c begins behind it.
func (f *finder) contentStart(c *cue, hi int) (first int, rule string, ok bool) {
	i := f.skipAdverbs(c.last, hi)
	if c.flag&takesHearerTo != 0 || c.flag&takesTo != 0 {
		if j, ok := f.infinitive(c, i, hi); ok {
			return j, "infinitive", true
		}
	}
	if c.flag&takesQuestion != 0 {
		if j, ok := f.question(c, i, hi); ok {
			return j, "question", true
		}
	}
	if c.flag&takesThat != 0 {
		if j, ok := f.thatClause(c, i, hi); ok {
			return j, "that-clause", true
		}
	}
	if c.flag&takesHearer != 0 {
		if j := f.afterHearer(i, hi); j > i && f.opensFinite(f.skipCircumstance(j, hi), hi) {
			return f.skipCircumstance(j, hi), "hearer-clause", true
		}
	}
	if c.flag&takesClause != 0 {
		if j := f.skipCircumstance(i, hi); f.opensFinite(j, hi) {
			return j, "clause", true
		}
	}
	if c.flag&takesNoun != 0 && c.more == "for" {
		return i, "call-for", i < hi
	}
	if c.flag&(takesNoun|takesLabel) != 0 && f.opensObject(i, hi) {
		return i, "object", true
	}
	return 0, "", false
}

// opensObject reports whether a noun phrase begins at token i.
func (f *finder) opensObject(i, hi int) bool {
	if i+1 >= hi || f.regAt[i] != 0 {
		return false
	}
	w := f.d.Tokens[i].Norm
	if isDeterminer(w) || f.startAt[i] != 0 {
		return true
	}
	f.tag(f.d.Tokens[i].Sentence)
	t := f.d.Tokens[i].Tag
	return t.IsNoun() || t == text.JJ || t == text.CD
}

// maxHearer is the most tokens between a cue and its "that" or "to": “told
// the hearing in Cork on Monday that”.
const maxHearer = 18

// thatClause finds the "that" of cue c behind token i.
func (f *finder) thatClause(c *cue, i, hi int) (int, bool) {
	for j := i; j < hi && j < i+maxHearer; j++ {
		t := &f.d.Tokens[j]
		if f.regAt[j] != 0 || t.Norm == ":" || t.Norm == ";" || t.Norm == "." {
			return 0, false
		}
		if t.Norm != "that" {
			if isFinite(t.Norm) || j > i && lexiconHas(t.Norm) && t.Norm != "statement" {
				return 0, false
			}
			continue
		}
		if j == i && j+1 < hi && f.d.Tokens[j+1].Norm != "'s" && isFinite(f.d.Tokens[j+1].Norm) {
			return j, true // "that will rise": it is the subject
		}
		if j > i && !f.hearerOrTime(c, i, j) {
			return 0, false
		}
		j++
		if f.is(j, ",") { // that, when asked, he …
			j++
		}
		return j, j < hi
	}
	return 0, false
}

// hearerOrTime reports whether tokens [i, j) between a cue and "that" name
// whom, where or when, so that "that" does not belong to a noun in them.
func (f *finder) hearerOrTime(c *cue, i, j int) bool {
	if c.flag&takesHearer != 0 {
		return true
	}
	if f.startAt[i] != 0 || f.is(i, ",") || f.is(j-1, ",") {
		return true
	}
	w := f.d.Tokens[i].Norm
	return prepositions[w] || isDay(w) || timeWords[w] || isDeterminer(w) || isPronounObject(w) || j-i <= 3
}

func isDeterminer(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "some", "other", "fellow":
		return true
	}
	return false
}

func isPronounObject(w string) bool {
	switch w {
	case "him", "her", "them", "us", "me", "you", "it":
		return true
	}
	return false
}

// lexiconHas reports whether w can be a cue.
func lexiconHas(w string) bool {
	for _, l := range lexicon()[w] {
		if l.more == "" && l.flag&(ambiguous|marksOnly|nominal) == 0 {
			return true
		}
	}
	return false
}

// isFinite reports whether w is a verb form that only a clause has.
func isFinite(w string) bool {
	switch w {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "should", "can", "may", "might",
		"must", "does", "did", "do", "'ll", "'s", "wo", "shall", "isn't", "wasn't", "won't", "can't", "doesn't", "didn't",
		"aren't", "weren't", "hasn't", "haven't", "hadn't", "wouldn't", "couldn't", "shouldn't", "don't", "cannot":
		return true
	}
	return false
}

var timeWords = wordSet("earlier later last this next yesterday today tonight tomorrow recently again at on in during after before monday tuesday wednesday thursday friday saturday sunday")

// skipCircumstance skips when and where: "said on Monday", "said in a
// statement", "told X earlier this week".
func (f *finder) skipCircumstance(i, hi int) int {
	for range 4 {
		j := f.oneCircumstance(i, hi)
		if j == i {
			return i
		}
		i = j
	}
	return i
}

// oneCircumstance skips one such phrase.
func (f *finder) oneCircumstance(i, hi int) int {
	if i >= hi || f.regAt[i] != 0 {
		return i
	}
	w := f.d.Tokens[i].Norm
	switch {
	case isDay(w) || w == "yesterday" || w == "today" || w == "tonight":
		j := i + 1
		for j < hi && (f.is(j, "morning") || f.is(j, "evening") || f.is(j, "night") || f.is(j, "afternoon")) {
			j++
		}
		return j
	case w == "earlier" || w == "later" || w == "last" || w == "this":
		for j := i; j < hi && j < i+4; j++ {
			if n := f.d.Tokens[j].Norm; isTimeNoun(n) || isDay(n) {
				return j + 1
			}
		}
	case w == "on" && i+1 < hi && isDay(f.d.Tokens[i+1].Norm):
		return f.oneCircumstance(i+1, hi)
	case w == "at" || w == "in" || w == "on" || w == "during" || w == "after" || w == "before" || w == "via" || w == "through" || w == "by" || w == "from" || w == "over":
		return f.skipPhrase(i, hi)
	}
	return i
}

// skipPhrase skips the preposition at i with its noun phrase when the phrase
// names a circumstance of speaking.
func (f *finder) skipPhrase(i, hi int) int {
	for j := i + 1; j < hi && j < i+7 && f.regAt[j] == 0; j++ {
		switch w := f.d.Tokens[j].Norm; {
		case isTimeNoun(w) || isDay(w) || occasions[w]:
			return j + 1
		case f.d.Tokens[j].Kind == text.Punct:
			return i
		}
	}
	return i
}

var occasions = wordSet(`statement interview interviews email e-mail letter speech conference briefing report tweet post message
	hearing meeting call release address debate memo parliament court twitter facebook instagram x radio television tv
	blog column weekend reporters journalists occasion rally event press january february march april may june july
	august september october november december`)

// afterHearer skips the one spoken to at token i; it returns i when there is
// nobody.
func (f *finder) afterHearer(i, hi int) int {
	if i >= hi || f.regAt[i] != 0 {
		return i
	}
	if isPronounObject(f.d.Tokens[i].Norm) {
		return i + 1
	}
	s := f.sourceAfter(i, hi)
	if s.none() {
		return i
	}
	j := s.last
	for f.is(j, "'s") || f.is(j, "and") { // the BBC's News at Six; reporters and staff
		k := f.sourceAfter(j+1, hi)
		if k.none() {
			break
		}
		j = k.last
	}
	return j
}

// opensFinite reports whether a clause begins at token i: a subject, then a
// verb form further on.
func (f *finder) opensFinite(i, hi int) bool {
	if i >= hi || f.regAt[i] != 0 {
		return false
	}
	t := &f.d.Tokens[i]
	switch {
	case t.Kind == text.Punct || t.Kind == text.Mark:
		return false
	case subjects[t.Norm]:
		return i+1 < hi
	case prepositions[t.Norm] || notOpeners[t.Norm]:
		return (t.Norm == "if" || t.Norm == "under" || t.Norm == "despite") && f.hasFinite(i+1, hi)
	}
	return f.hasFinite(i, hi)
}

var subjects = wordSet("he she they it we i you there these those")

var notOpeners = wordSet("that to as and but or so because although though if when while whether how why what who which where goodbye hello yes no")

// hasFinite reports whether a finite verb stands among tokens [i, hi).
func (f *finder) hasFinite(i, hi int) bool {
	for j := i; j < hi; j++ {
		if w := f.d.Tokens[j].Norm; isFinite(w) && (w != "'s" || j > i && isShort(f.d.Tokens[j-1].Norm)) {
			return true
		}
	}
	if i >= hi {
		return false
	}
	if f.plainPast(i, hi) {
		return true
	}
	f.tag(f.d.Tokens[i].Sentence)
	for j := i; j < hi; j++ {
		switch f.d.Tokens[j].Tag {
		case text.VBD, text.VBZ, text.VBP, text.MD:
			return true
		}
	}
	return false
}

// plainPast is a quick look for a past tense right behind a mention.
func (f *finder) plainPast(i, hi int) bool {
	for j := i + 1; j < hi; j++ {
		if f.endAt[j] != 0 && f.canSpeak(f.endAt[j]) {
			if w := f.d.Tokens[j].Norm; strings.HasSuffix(w, "ed") || pasts[w] {
				return true
			}
		}
	}
	return false
}

// pasts are the commonest past tenses without -ed.
var pasts = wordSet("went came took made got gave saw found held left became began knew thought felt told kept let put set met ran sat stood lost paid won led fell rose spoke wrote broke built bought brought sent spent grew drew sold said wants needs")

// isShort reports whether 's behind w is a verb: it's, he's, that's.
func isShort(w string) bool {
	return subjects[w] || w == "that" || w == "what" || w == "who" || w == "here" || w == "where" || w == "how"
}

// infinitive finds the "to" of cue c behind token i.
func (f *finder) infinitive(c *cue, i, hi int) (int, bool) {
	if c.flag&takesTo != 0 && f.is(i, "to") && i+1 < hi {
		return i, true
	}
	if c.flag&takesHearerTo == 0 {
		return 0, false
	}
	j := f.afterHearer(i, hi)
	if j == i {
		return 0, false
	}
	for ; j < hi && j < i+maxHearer; j++ {
		t := &f.d.Tokens[j]
		if t.Norm == "to" || t.Norm == "not" && f.is(j+1, "to") {
			if c.more == "for" || c.flag&thinking != 0 {
				j = i
			}
			return j, j+2 < hi
		}
		if f.regAt[j] != 0 || t.Kind == text.Punct && t.Norm != "-" || t.Norm == "that" || isFinite(t.Norm) || t.Norm == "about" {
			break
		}
	}
	if c.more == "for" {
		return i, true
	}
	return 0, false
}

// question finds the question word behind token i.
func (f *finder) question(c *cue, i, hi int) (int, bool) {
	for j := i; j < hi && j < i+8 && f.regAt[j] == 0; j++ {
		switch f.d.Tokens[j].Norm {
		case "whether", "if":
			return j, true
		case "why", "how", "what", "who", "where", "when", "which":
			return j, j <= i+4
		case ",", ":", "to", "for", "about", "that":
			return 0, false
		}
	}
	return 0, false
}

// passive handles "LBC was told (that) …": nobody is named, unless by "by".
func (f *finder) passive(c *cue, hi int) (stretch, bool) {
	if c.lemma != "told" && c.lemma != "informed" && c.lemma != "warned" && c.lemma != "reminded" {
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

// clauseEnd returns where the reported clause that begins at token i ends.
func (f *finder) clauseEnd(i, hi int) int {
	for j := i + 1; j < hi; j++ {
		if f.regAt[j] != 0 {
			continue
		}
		switch f.d.Tokens[j].Norm {
		case ",":
			if f.breaksAt(j, hi) {
				return j
			}
		case "-", "–", "—", "--":
			if f.d.Tokens[j].Space && (f.is(j+1, "but") || f.is(j+1, "although") || f.newReport(j+1, hi)) {
				return j
			}
		case "and", "but", "while", "although":
			if f.cueAt(j+1) || f.newReport(j+1, hi) && f.hasFinite(i, j) {
				return j
			}
		case ";":
			if f.newReport(j+1, hi) {
				return j
			}
		}
	}
	return hi
}

// breaksAt reports whether the narrator speaks again behind the comma at j.
func (f *finder) breaksAt(j, hi int) bool {
	if j+1 >= hi {
		return true
	}
	if k := searchCue(f.cues, j+1); k < len(f.cues) && f.cues[k].first == j+1 && (f.cues[k].ing || f.cues[k].flag&sourceBehind != 0) {
		return true
	}
	w := f.d.Tokens[j+1].Norm
	if (w == "but" || w == "and" || w == "while" || w == "although") && f.newReport(j+2, hi) {
		return true
	}
	if f.regAt[j-1] != 0 && (w == "the" || w == "a" || w == "in") && (f.is(j+2, "first") || f.is(j+2, "latest") || f.is(j+2, "reference") || f.is(j+2, "move") || f.is(j+2, "claim") || f.is(j+2, "what")) {
		return true
	}
	return f.trailingReport(j+1, hi)
}

// cueAt reports whether a verb of saying begins at token i: “and saying”,
// “and promised”.
func (f *finder) cueAt(i int) bool {
	k := searchCue(f.cues, i)
	return k < len(f.cues) && f.cues[k].first == i && f.cues[k].flag&(nominal|sourceBehind) == 0
}

// newReport reports whether a subject with a cue of its own begins at token i.
func (f *finder) newReport(i, hi int) bool {
	from, to := f.cuesIn(i, min(hi, i+8))
	for k := from; k < to; k++ {
		c := &f.cues[k]
		if c.ing || c.infinitive || c.flag&nominal != 0 {
			continue
		}
		if s := f.subject(c); c.first == i || !s.none() && s.first >= i && s.first <= i+1 {
			return true
		}
	}
	return false
}

// infinitiveEnd returns where an infinitive that ends before token hi leaves
// what is asked for and the narrator tells when or why.
func (f *finder) infinitiveEnd(i, hi int) int {
	for j := i + 2; j < hi; j++ {
		if f.regAt[j] != 0 {
			continue
		}
		switch f.d.Tokens[j].Norm {
		case "as":
			if subjects[f.d.Tokens[min(j+1, hi-1)].Norm] || f.startAt[j+1] != 0 && f.hasFinite(j+1, hi) {
				return j
			}
		case "ahead":
			if f.is(j+1, "of") {
				return j
			}
		case ",":
			if j+1 < hi && (strings.HasSuffix(f.d.Tokens[j+1].Norm, "ing") || f.is(j+1, "in") && f.is(j+2, "what") || f.is(j+1, "which")) {
				return j
			}
		}
	}
	return hi
}

// trailingReport reports whether tokens [i, hi) begin with "X said" and little
// more, or with "X said" before marks.
func (f *finder) trailingReport(i, hi int) bool {
	if i >= hi || f.startAt[i] == 0 {
		return false
	}
	m := &f.names.Mentions[f.startAt[i]-1]
	k := searchCue(f.cues, m.Last)
	if k < len(f.cues) && f.cues[k].verb == m.Last && f.cues[k].flag&takesFront != 0 && f.cues[k].flag&(thinking|ambiguous) == 0 && f.cues[k].sentence == f.d.Tokens[i].Sentence {
		return true
	}
	return k < len(f.cues) && f.cues[k].first == m.Last && (f.cues[k].last >= hi-4 || f.is(f.cues[k].last, ":") || f.regAt[f.cues[k].last] != 0) && f.cues[k].sentence == f.d.Tokens[i].Sentence
}

// contentSpan returns the text of tokens [first, last) as a content: regions
// at its ends whole, without a final stop or comma.
func (f *finder) contentSpan(first, last int) article.Span {
	p := f.span(first, max(last, first+1))
	if r := f.regAt[first]; r != 0 {
		p.Start = min(p.Start, f.regions[r-1].outer.Start)
	}
	if r := f.regAt[last-1]; r != 0 {
		p.End = max(p.End, f.regions[r-1].outer.End)
		return p
	}
	in := strings.TrimRight(p.In(f.d.Text), " .,;:–—-")
	if k := strings.LastIndexByte(in, '('); k > 0 && strings.IndexByte(in[k:], ')') < 0 {
		in = strings.TrimRight(in[:k], " .,;:–—-")
	}
	p.End = p.Start + len(in)
	return p
}
