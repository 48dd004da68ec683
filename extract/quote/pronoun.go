package quote

import (
	"sort"
	"strings"

	"inquit/extract/name"
)

// barePronoun resolves a pronoun that is no mention of package name.
func (r *resolver) barePronoun(s source, d *draft) Speaker {
	t := &r.d.Tokens[s.first]
	m := name.Mention{Span: t.Span, Head: t.Span, Kind: name.ByPronoun, Entity: -1, First: s.first, Last: s.last, Sentence: t.Sentence}
	switch t.Norm {
	case "he", "his":
		m.Gender = name.Male
	case "she", "her":
		m.Gender = name.Female
	case "they", "their":
		m.Plural = true
	}
	k := sort.Search(len(r.names.Mentions), func(k int) bool { return r.names.Mentions[k].First >= s.first })
	sp := Speaker{Mention: m.Span, MentionText: m.In(r.d.Text), MentionKind: m.Kind, Confidence: confidence(d.Rule, m.Kind)}
	r.pronoun(&sp, &m, k)
	return sp
}

// pronoun resolves the pronoun m, which stands where mention k does.
func (r *resolver) pronoun(sp *Speaker, m *name.Mention, k int) {
	w := r.d.Tokens[m.First].Norm
	switch w {
	case "i", "we", "you", "me", "us":
		return
	case "their", "them":
		w = "they"
	case "its":
		w = "it"
	}
	best := r.antecedentOf(m, k, w)
	sp.Confidence *= best.certainty()
	if best.speaker != nil {
		s := best.speaker
		r.learn(r.entityOf(s.ID), m.Gender)
		sp.ID, sp.Kind, sp.Name = s.ID, s.Kind, s.Name
		sp.Chain = append(sp.Chain, s.Mention)
		sp.Chain = append(sp.Chain, s.Chain...)
		return
	}
	if best.mention >= 0 {
		b := &r.names.Mentions[best.mention]
		sp.Chain = append(sp.Chain, b.Span)
		r.learn(b.Entity, m.Gender)
		r.fill(sp, b.Entity, best.mention)
	}
}

// learn remembers that entity e was called he or she.
func (r *resolver) learn(e int, g name.Gender) {
	if e < 0 || g == name.NoGender {
		return
	}
	if r.learned == nil {
		r.learned = make([]name.Gender, len(r.names.Entities))
	}
	r.learned[e] = g
}

// genderOf returns the gender of entity e as far as it is known here.
func (r *resolver) genderOf(e int) name.Gender {
	if g := r.names.Entities[e].Gender; g != name.NoGender || r.learned == nil {
		return g
	}
	return r.learned[e]
}

// A referent is what a pronoun may stand for: a speaker of an earlier turn or
// a mention.
type referent struct {
	mention int // -1 when it is a turn
	speaker *Speaker
	score   float64
	id      string  // of whom it stands for
	rival   float64 // the score of the likeliest somebody else
}

// Weights of what makes a referent likely; higher is likelier.
const (
	lastTurn    = 0.8  // the newest speaker
	olderTurn   = 0.2  // an earlier one
	asSubject   = 2.0  // the subject of its sentence
	knownGender = 0.5  // its gender is known to agree
	perSentence = -.6  // for each sentence between
	quotedName  = -4.0 // named by the speaker, inside marks
	asPossessor = -1.0 // "Moss's"
	sameClause  = -1.5 // in the pronoun's own sentence, and not its subject
	fullName    = 0.4
	wrongGender = -2.4 // its first name is one of the other gender's
	oneWord     = -1.5 // "it" for what looks like a person
	unnamed     = -1.2 // a role nobody has spoken in
	sameText    = 1.0  // in the pronoun's own paragraph
)

// noScore is that of nobody.
const noScore = -1e9

// meet keeps the likelier of b and o, and how likely the other is when he is
// somebody else.
func (b *referent) meet(o referent) {
	switch {
	case o.score <= b.score && o.id == b.id:
	case o.score <= b.score:
		b.rival = max(b.rival, o.score)
	case o.id == b.id:
		o.rival = b.rival
		*b = o
	default:
		o.rival = b.score
		*b = o
	}
}

// maxReach is how many mentions a pronoun looks back over.
const maxReach = 60

// antecedentOf returns the likeliest referent of pronoun m before mention k.
func (r *resolver) antecedentOf(m *name.Mention, k int, w string) referent {
	best := referent{mention: -1, score: noScore, rival: noScore}
	for n, i := 0, len(r.turns)-1; i >= 0 && n < 6; n, i = n+1, i-1 {
		t := &r.turns[i]
		if t.token >= m.First || t.speaker.Name == "" || t.asks && r.answers() || !r.turnAgrees(t, m, w) {
			continue
		}
		s := olderTurn
		if n == 0 {
			s = lastTurn
		}
		s += asSubject + perSentence*float64(m.Sentence-r.d.Tokens[t.token].Sentence)
		if r.d.Tokens[t.token].Sentence == m.Sentence {
			s += sameClause
			if t.speaker.Kind == name.Role {
				s += unnamed
			}
		}
		if t.entity >= 0 {
			s += r.genderScore(t.entity, m)
		}
		if r.paragraphOf(t.token) == r.paragraphOf(m.First) {
			s += sameText
		}
		best.meet(referent{mention: -1, speaker: t.speaker, score: s, id: t.speaker.ID})
	}
	for n, i := 0, k-1; i >= 0 && n < maxReach; n, i = n+1, i-1 {
		if s, ok := r.mentionScore(i, m, w); ok {
			best.meet(referent{mention: i, score: s, id: r.names.Entities[r.names.Mentions[i].Entity].ID})
		}
	}
	if best.score > noScore {
		return best
	}
	return r.forward(m, k, w)
}

// answers reports whether the draft whose speaker is looked for is a reply:
// whoever asked does not answer.
func (r *resolver) answers() bool {
	if r.own == nil || r.own.cue == 0 {
		return false
	}
	switch r.cues[r.own.cue-1].lemma {
	case "replied", "answered", "responded", "retorted":
		return true
	}
	return false
}

// forward looks for the referent behind the pronoun: "He will say … David
// Moss said".
func (r *resolver) forward(m *name.Mention, k int, w string) referent {
	for i := k + 1; i < len(r.names.Mentions) && i < k+maxReach; i++ {
		if _, ok := r.mentionScore(i, m, w); ok && r.names.Mentions[i].Kind == name.ByName {
			return referent{mention: i}
		}
	}
	return referent{mention: -1}
}

// turnAgrees reports whether the speaker of t may be the pronoun m.
func (r *resolver) turnAgrees(t *turn, m *name.Mention, w string) bool {
	person := w == "he" || w == "she" || w == "his" || w == "her"
	if k := t.speaker.Kind; person && (k == name.Org || k == name.Document) {
		return false
	}
	if t.entity >= 0 {
		return r.agrees(t.entity, t.plural, m, w)
	}
	switch w {
	case "they":
		return t.speaker.Kind == name.Group || t.speaker.Kind == name.Org
	case "it":
		return t.speaker.Kind == name.Org || t.speaker.Kind == name.Document
	}
	return t.speaker.Kind == name.Role || t.speaker.Kind == name.Person || t.speaker.Kind == name.Anonymous || t.speaker.Kind == name.Unknown
}

// mentionScore says how likely mention i is the referent of pronoun m.
func (r *resolver) mentionScore(i int, m *name.Mention, w string) (float64, bool) {
	c := &r.names.Mentions[i]
	if d := r.own; d != nil && c.First >= d.first && c.First < d.last {
		return 0, false // nobody names himself inside his own words
	}
	if c.Entity < 0 || c.Kind == name.ByPronoun || !r.agrees(c.Entity, c.Plural, m, w) {
		return 0, false
	}
	e := &r.names.Entities[c.Entity]
	s := perSentence * float64(abs(m.Sentence-c.Sentence))
	s += r.genderScore(c.Entity, m)
	if r.regAt[c.First] != 0 {
		s += quotedName
	}
	if c.Possessive {
		s += asPossessor
	}
	if r.paragraphOf(c.First) == r.paragraphOf(m.First) {
		s += sameText
		if e.Kind == name.Document {
			s += sameText // a paper is soon out of sight
		}
	}
	if r.subjectOf(c.Sentence) == i+1 {
		s += asSubject
	} else if c.Sentence == m.Sentence {
		s += sameClause
	}
	if c.Kind == name.ByName {
		s += fullName
	}
	if e.Kind == name.Role || e.Kind == name.Anonymous {
		s += unnamed
	}
	if w == "it" && e.Kind == name.Person {
		s += oneWord
	}
	return s, true
}

// genderScore says what the gender of entity e does for pronoun m.
func (r *resolver) genderScore(e int, m *name.Mention) float64 {
	switch g := r.genderOf(e); {
	case g == name.NoGender || m.Gender == name.NoGender:
		return 0
	case g == m.Gender:
		return knownGender
	}
	return wrongGender
}

// subjectOf returns the mention, plus 1, that is the subject of a sentence.
func (r *resolver) subjectOf(sentence int) int {
	if r.subjects == nil {
		r.subjects = make([]int32, len(r.d.Sentences))
	}
	if r.subjects[sentence] == 0 {
		s := &r.sen[sentence]
		r.subjects[sentence] = int32(r.mainSubject(s.First, s.Last).mention + 1)
	}
	return int(r.subjects[sentence]) - 1
}

// agrees reports whether pronoun m may stand for entity k.
func (r *resolver) agrees(k int, plural bool, m *name.Mention, w string) bool {
	e := &r.names.Entities[k]
	switch w {
	case "they":
		return plural || e.Kind == name.Group || e.Kind == name.Org || e.Kind == name.Anonymous && plural
	case "it":
		return e.Kind == name.Org || e.Kind == name.Document ||
			e.Kind == name.Person && r.genderOf(k) == name.NoGender && strings.IndexByte(e.Name, ' ') < 0 // a firm of one word
	}
	if plural {
		return false
	}
	switch e.Kind {
	case name.Group:
		return strings.HasPrefix(e.Name, "one of ") || strings.HasPrefix(e.Name, "One of ")
	case name.Person, name.Role, name.Anonymous, name.Unknown:
		g := r.genderOf(k)
		return g == name.NoGender || m.Gender == name.NoGender || g == m.Gender || e.Kind == name.Person
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
