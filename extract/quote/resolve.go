package quote

import (
	"sort"

	"inquit/article"
	"inquit/extract/name"
)

// A turn is one attribution already made: who spoke where. Later pronouns and
// quotations without a speaker look back at the turns.
type turn struct {
	entity  int // index into Names.Entities; -1 for a plain phrase
	token   int // where the speaker was mentioned
	speaker Speaker
	plural  bool
}

// A resolver gives speakers to the drafts of a finder, in order of the text.
type resolver struct {
	*finder
	turns    []turn
	byID     map[string]int
	byName   map[string]int
	learned  []name.Gender // of each entity, from the pronouns that meant it
	own      *draft        // the draft whose speaker is looked for
	subjects []int32       // of each sentence: the mention that is its subject + 2, 1 for none; 0 when not looked at
}

// resolve fills in the speakers of all drafts.
func (f *finder) resolve() {
	r := &resolver{finder: f}
	for i := range f.drafts {
		r.draft(i)
	}
	r.lookAhead()
}

// draft gives draft i its speaker.
func (r *resolver) draft(i int) {
	d := &r.drafts[i]
	if d.src.none() {
		if d.speaks {
			return // it was said by nobody named: "LBC was told"
		}
		r.carry(i)
		return
	}
	r.own = d
	d.Speaker = r.speaker(d.src, d)
	if d.src.co > 0 {
		co := source{mention: d.src.co, first: r.names.Mentions[d.src.co-1].First, last: r.names.Mentions[d.src.co-1].Last}
		d.Co = append(d.Co, r.speaker(co, d))
	}
	r.remember(d)
}

// remember adds the speaker of d to the turns.
func (r *resolver) remember(d *draft) {
	e := -1
	plural := false
	if m := d.src.mention; m > 0 {
		e = r.names.Mentions[m-1].Entity
		plural = r.names.Mentions[m-1].Plural
	}
	if e < 0 && d.Speaker.ID != "" {
		e = r.entityOf(d.Speaker.ID)
	}
	r.turns = append(r.turns, turn{entity: e, token: d.src.first, speaker: d.Speaker, plural: plural})
}

// entityOf returns the entity with an id, or -1.
func (r *resolver) entityOf(id string) int {
	if r.byID == nil {
		r.byID = make(map[string]int, len(r.names.Entities))
		for i := range r.names.Entities {
			r.byID[r.names.Entities[i].ID] = i
		}
	}
	if e, ok := r.byID[id]; ok {
		return e
	}
	return -1
}

// speaker makes the speaker of draft d from the phrase s.
func (r *resolver) speaker(s source, d *draft) Speaker {
	if s.who > 0 {
		w := r.d.Tokens[s.who-1]
		s.who = 0
		sp := r.speaker(s, d)
		if !sp.Mention.Empty() {
			sp.Chain = append([]article.Span{sp.Mention}, sp.Chain...)
			sp.Mention, sp.MentionText, sp.MentionKind = w.Span, w.In(r.d.Text), name.ByPronoun
		}
		return sp
	}
	if s.mention == 0 {
		return r.plainSpeaker(s, d)
	}
	m := &r.names.Mentions[s.mention-1]
	sp := Speaker{Mention: m.Span, MentionText: m.In(r.d.Text), MentionKind: m.Kind, Confidence: ruleConfidence(d.Rule)}
	if m.Kind == name.ByPronoun {
		r.pronoun(&sp, m, s.mention-1)
		sp.Confidence *= pronounRight
		return sp
	}
	if m.Entity >= 0 {
		r.fill(&sp, m.Entity, s.mention-1)
	}
	return sp
}

// fill writes entity e into sp, with the way from mention k to its name.
func (r *resolver) fill(sp *Speaker, e, k int) {
	en := &r.names.Entities[e]
	sp.ID, sp.Kind, sp.Name = en.ID, en.Kind, en.Name
	if full := r.fullest(e); full >= 0 && full != k {
		sp.Chain = append(sp.Chain, r.names.Mentions[full].Span)
	}
}

// fullest returns the first mention of entity e that has its whole name.
func (r *resolver) fullest(e int) int {
	en := &r.names.Entities[e]
	for _, k := range en.Mentions {
		if r.names.Mentions[k].Head.In(r.d.Text) == en.Name {
			return k
		}
	}
	if len(en.Mentions) > 0 {
		return en.Mentions[0]
	}
	return -1
}

// plainSpeaker makes a speaker of a noun phrase that package name does not
// know.
func (r *resolver) plainSpeaker(s source, d *draft) Speaker {
	p := r.span(s.first, s.last)
	if w := r.d.Tokens[s.first].Norm; s.last == s.first+1 && (bareSubjects[w] || possessives[w]) {
		return r.barePronoun(s, d)
	}
	words := p.In(r.d.Text)
	canonical := withoutArticle(words)
	kind, mention := r.kindOfPhrase(s)
	if e := r.entityNamed(canonical); e >= 0 && mention == name.ByName {
		sp := Speaker{Mention: p, MentionText: words, MentionKind: mention, Confidence: ruleConfidence(d.Rule)}
		r.fill(&sp, e, -1)
		return sp
	}
	return Speaker{
		ID: name.ID(kind, canonical, r.article), Kind: kind, Name: canonical,
		Mention: p, MentionText: words, MentionKind: mention, Confidence: .6,
	}
}

// entityNamed returns the entity with a name, or -1.
func (r *resolver) entityNamed(canonical string) int {
	if r.byName == nil {
		r.byName = make(map[string]int, len(r.names.Entities))
		for i := range r.names.Entities {
			r.byName[r.names.Entities[i].Name] = i
		}
	}
	if e, ok := r.byName[canonical]; ok {
		return e
	}
	return -1
}

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
	sp := Speaker{Mention: m.Span, MentionText: m.In(r.d.Text), MentionKind: m.Kind, Confidence: ruleConfidence(d.Rule)}
	r.pronoun(&sp, &m, k)
	sp.Confidence *= pronounRight
	return sp
}

// pronounRight is how often a pronoun leads to the right person.
const pronounRight = .92

// withoutArticle drops a leading "the" or "a".
func withoutArticle(s string) string {
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if len(s) > len(a) && s[:len(a)] == a {
			return s[len(a):]
		}
	}
	return s
}

var documentNouns = wordSet(`report study survey poll letter statement document review paper article law bill email memo sign
	post tweet message website headline book filing lawsuit complaint ad advert advertisement editorial note banner leaflet release poster`)

// kindOfPhrase guesses what sort of speaker a plain noun phrase is.
func (r *resolver) kindOfPhrase(s source) (name.Kind, name.MentionKind) {
	head := r.d.Tokens[s.last-1].Norm
	for i := s.first; i < s.last; i++ {
		if prepositions[r.d.Tokens[i].Norm] && i > s.first {
			head = r.d.Tokens[i-1].Norm
			break
		}
	}
	switch {
	case quantifiers[head]:
		return name.Anonymous, name.ByAnonymous
	case documentNouns[head]:
		return name.Document, name.ByDocument
	case len(head) > 3 && head[len(head)-1] == 's' && head[len(head)-2] != 's':
		return name.Group, name.ByGroup
	case r.d.Tokens[s.last-1].Upper:
		return name.Unknown, name.ByName
	}
	return name.Role, name.ByRole
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
	if best.speaker.Name != "" {
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
	speaker Speaker
	score   float64
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
	unnamed     = -1.2 // a role nobody has spoken in
)

// maxReach is how many mentions a pronoun looks back over.
const maxReach = 60

// antecedentOf returns the likeliest referent of pronoun m before mention k.
func (r *resolver) antecedentOf(m *name.Mention, k int, w string) referent {
	best := referent{mention: -1, score: -1e9}
	for n, i := 0, len(r.turns)-1; i >= 0 && n < 6; n, i = n+1, i-1 {
		t := &r.turns[i]
		if t.token >= m.First || t.speaker.Name == "" || !r.turnAgrees(t, m, w) {
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
		if s > best.score {
			best = referent{mention: -1, speaker: t.speaker, score: s}
		}
	}
	for n, i := 0, k-1; i >= 0 && n < maxReach; n, i = n+1, i-1 {
		if s, ok := r.mentionScore(i, m, w); ok && s > best.score {
			best = referent{mention: i, score: s}
		}
	}
	if best.score > -1e9 {
		return best
	}
	return r.forward(m, k, w)
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
		return e.Kind == name.Org || e.Kind == name.Document
	}
	if plural {
		return false
	}
	switch e.Kind {
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

// carry gives draft i, marked words without a cue, the speaker who has the
// floor.
func (r *resolver) carry(i int) {
	d := &r.drafts[i]
	if prev := i - 1; prev >= 0 && r.drafts[prev].Speaker.MentionKind != "" {
		p := &r.drafts[prev]
		gap := d.paragraph - r.paragraphOf(p.last-1)
		switch {
		case gap == 0 && r.opensSentence(r.regionOf(d)):
			r.goOn(i, prev, "same-paragraph")
			return
		case gap == 1 && r.regionOf(d).startsP && !r.subjectBetween(p, d):
			r.goOn(i, prev, "carry-over")
			return
		}
	}
	r.previousSubject(i)
}

// regionOf returns the first region of a marked draft.
func (r *resolver) regionOf(d *draft) *region { return &r.regions[r.regAt[d.first]-1] }

// subjectBetween reports whether the narrator names somebody else between
// drafts p and d in a sentence of its own.
func (r *resolver) subjectBetween(p, d *draft) bool {
	from := r.sen[r.d.Tokens[p.last-1].Sentence].Last
	if p.src.last > p.last-1 {
		from = max(from, r.sen[r.d.Tokens[p.src.last-1].Sentence].Last)
	}
	return !r.mainSubject(from, d.first).none()
}

// goOn lets the speaker of draft prev speak draft i too.
func (r *resolver) goOn(i, prev int, rule string) {
	d, p := &r.drafts[i], &r.drafts[prev]
	d.Speaker, d.Rule, d.turn = p.Speaker, rule, prev+1
	d.Speaker.Confidence = ruleConfidence(rule)
	d.src = p.src
	r.remember(d)
}

// previousSubject takes the subject of the sentence before draft i, or of its
// own for a fragment.
func (r *resolver) previousSubject(i int) {
	d := &r.drafts[i]
	sen := r.d.Tokens[d.first].Sentence
	lo := r.sen[sen].First
	if s := r.mainSubject(lo, d.first); !s.none() {
		d.src, d.Rule = s, "own-subject"
	} else {
		for back := 1; back <= 2 && sen-back >= 0; back++ {
			b := &r.sen[sen-back]
			if d.paragraph-b.Paragraph > 1 || !speaks(r.d.Paragraphs[b.Paragraph].Zone) {
				break
			}
			if s := r.mainSubject(b.First, b.Last); !s.none() {
				d.src, d.Rule = s, "previous-subject"
				break
			}
		}
	}
	if d.src.none() {
		return
	}
	d.Speaker = r.speaker(d.src, d)
	r.remember(d)
}

// lookAhead gives marked drafts that found nobody the speaker of the next in
// their paragraph.
func (r *resolver) lookAhead() {
	for i := len(r.drafts) - 2; i >= 0; i-- {
		d, n := &r.drafts[i], &r.drafts[i+1]
		if d.speaks || d.paragraph != n.paragraph || n.Speaker.MentionKind == "" || !n.speaks {
			continue
		}
		if d.Rule == "own-subject" || d.Rule == "same-paragraph" || n.Kind == Indirect {
			continue
		}
		if r.d.Tokens[n.first].Sentence-r.d.Tokens[d.last-1].Sentence <= 1 {
			d.Speaker, d.Rule, d.src = n.Speaker, "next-in-paragraph", n.src
			d.Speaker.Confidence = ruleConfidence(d.Rule)
			d.speaks = true
		}
	}
}

// confidences says how often a rule names the right speaker, as counted on the
// training part of the gold data.
var confidences = map[string]float64{
	"cue-after": .98, "cue-inverted": .97, "same-paragraph": .96, "block": .95, "transcript": .9, "verb-after": .9, "verb-inverted": .9,
	"that-clause": .94, "fronted": .93, "clause": .92, "according-to": .92, "cue-colon": .92, "infinitive": .91,
	"byline": .9, "pull": .9, "cue-before": .89, "colon": .88, "call-for": .88, "object": .86, "hearer-clause": .86,
	"question": .83, "passive": .8, "as-said": .8, "label": .75, "own-subject": .7, "carry-over": .7,
	"next-in-paragraph": .5, "previous-subject": .5,
}

// ruleConfidence returns how far a speaker found by a rule is to be trusted.
func ruleConfidence(rule string) float64 {
	if c, ok := confidences[rule]; ok {
		return c
	}
	return .5
}

// fillFrom copies a speaker for words that repeat his.
func (d *draft) fillFrom(p *draft, rule string) {
	d.Speaker, d.Rule, d.src = p.Speaker, rule, p.src
	d.Speaker.Mention, d.Speaker.MentionText, d.Speaker.MentionKind = article.Span{}, "", name.ByNothing
	d.Speaker.Confidence = ruleConfidence(rule)
}
