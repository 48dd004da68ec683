package quote

import (
	"strings"

	"inquit/internal/text"
)

// contentStart returns where the content of cue c begins behind it.
func (f *finder) contentStart(c *cue, hi int) (first int, rule string, ok bool) {
	i := f.skipAdverbs(c.last, hi)
	if i > c.last && f.is(i-1, "there") {
		i--
	}
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
		if j := f.afterHearer(i, hi); j > i {
			if j = f.skipCircumstance(j, hi); f.opensFinite(j, hi) && !isFinite(f.d.Tokens[j].Norm) {
				return j, "hearer-clause", true
			}
		}
	}
	if c.flag&takesClause != 0 && !f.is(c.verb, "add") { // “will add six ships”
		if j := f.skipCircumstance(i, hi); f.opensFinite(j, hi) && (!isFinite(f.d.Tokens[j].Norm) || j == c.last || f.isRelated(c)) {
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

// isRelated reports whether a relative word before cue c is the subject of
// what is said: talks which he said were dead. In “the target for which she
// argued was met” it is not.
func (f *finder) isRelated(c *cue) bool {
	for i := c.first - 1; i > 0 && i >= c.first-maxLead; i-- {
		switch f.d.Tokens[i].Norm {
		case "which", "what", "who", "that", "where":
			return f.is(i, "what") || !prepositions[f.d.Tokens[i-1].Norm]
		}
	}
	return false
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
		if t.Norm == "," && f.isRelative(j+1) {
			return f.commaThat(j+1, hi)
		}
		if t.Norm != "that" {
			if f.finiteAt(j) || j > i && lexiconHas(t.Norm) && t.Norm != "statement" {
				return 0, false
			}
			continue
		}
		if j == i && j+1 < hi && f.d.Tokens[j+1].Norm != "'s" && isFinite(f.d.Tokens[j+1].Norm) {
			return j, true // "that will rise": it is the subject
		}
		if j > i && (!f.hearerOrTime(c, i, j) || j+1 < hi && (pasts[f.d.Tokens[j+1].Norm] || strings.HasSuffix(f.d.Tokens[j+1].Norm, "ed"))) {
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

// isRelative reports whether a relative clause begins at token i.
func (f *finder) isRelative(i int) bool {
	return f.is(i, "who") || f.is(i, "which") || f.is(i, "where") || f.is(i, "whose")
}

// maxRelative is how long a relative clause between a cue and its “that” is:
// told reporters in Cork, where the ministers meet today, that …
const maxRelative = 30

// commaThat finds the “that” behind the relative clause at token i.
func (f *finder) commaThat(i, hi int) (int, bool) {
	for j := i + 2; j+1 < hi && j < i+maxRelative && f.regAt[j] == 0; j++ {
		if f.is(j, ",") && f.is(j+1, "that") {
			return j + 2, j+2 < hi
		}
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
	case f.isRest(i):
		return false
	case prepositions[t.Norm] || notOpeners[t.Norm]:
		return (t.Norm == "if" || t.Norm == "under" || t.Norm == "despite") && f.hasFinite(i+1, hi)
	}
	return f.hasFinite(i, hi)
}

// isRest reports whether token i goes on with the clause around the cue: “a
// statement released before she left”.
func (f *finder) isRest(i int) bool {
	return i > 0 && occasions[f.d.Tokens[i-1].Norm] && strings.HasSuffix(f.d.Tokens[i].Norm, "ed")
}

// hasFinite reports whether a finite verb stands among tokens [i, hi).
func (f *finder) hasFinite(i, hi int) bool {
	for j := i; j < hi; j++ {
		if f.finiteAt(j) && (j > i || !f.is(j, "'s")) {
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

// finiteAt reports whether token j is a finite verb by its form; the 's of an
// owner is none.
func (f *finder) finiteAt(j int) bool {
	w := f.d.Tokens[j].Norm
	return isFinite(w) && (w != "'s" || j > 0 && isShort(f.d.Tokens[j-1].Norm))
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

// hasNoun reports whether the relative word at token j hangs on what stands
// before it: those who wait.
func (f *finder) hasNoun(j int) bool {
	if f.is(j, "why") || f.is(j, "how") || f.is(j, "what") {
		return false
	}
	switch f.d.Tokens[j-1].Norm {
	case "those", "people", "anyone", "everyone", "someone", "somebody", "all", "ones", "anybody", "everybody":
		return true
	}
	return f.startAt[j-1] == 0 && f.endAt[j] == 0 && !isPronounObject(f.d.Tokens[j-1].Norm) && f.d.Tokens[j-1].Kind == text.Word && !f.d.Tokens[j-1].Upper
}

// question finds the question word behind token i.
func (f *finder) question(c *cue, i, hi int) (int, bool) {
	for j := i; j < hi && j < i+8 && f.regAt[j] == 0; j++ {
		switch f.d.Tokens[j].Norm {
		case "whether", "if":
			return j, true
		case "why", "how", "what", "who", "where", "when", "which":
			return j, j <= i+4 && (j == i || !f.hasNoun(j))
		case ",", ":", "to", "for", "about", "that":
			return 0, false
		}
	}
	return 0, false
}
