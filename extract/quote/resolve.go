package quote

import (
	"inquit/article"
	"inquit/extract/name"
)

// A turn is one attribution already made: who spoke where. Later pronouns and
// quotations without a speaker look back at the turns.
type turn struct {
	entity  int      // index into Names.Entities; -1 for a plain phrase
	token   int      // where the speaker was mentioned
	speaker *Speaker // that of its draft
	plural  bool
	asks    bool // he asked
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
		if d.speaks || d.tentative {
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
	r.turns = append(r.turns, turn{entity: e, token: d.src.first, speaker: &d.Speaker, plural: plural, asks: d.cue > 0 && r.cues[d.cue-1].lemma == "asked"})
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
	sp := Speaker{Mention: m.Span, MentionText: m.In(r.d.Text), MentionKind: m.Kind, Confidence: confidence(d.Rule, m.Kind)}
	if m.Kind == name.ByPronoun {
		r.pronoun(&sp, m, s.mention-1)
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
		sp := Speaker{Mention: p, MentionText: words, MentionKind: mention, Confidence: confidence(d.Rule, mention)}
		r.fill(&sp, e, -1)
		return sp
	}
	return Speaker{
		ID: name.ID(kind, canonical, r.article), Kind: kind, Name: canonical,
		Mention: p, MentionText: words, MentionKind: mention, Confidence: plainRight * confidence(d.Rule, mention),
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
		return name.Org, name.ByName // a person would be known by now
	}
	return name.Role, name.ByRole
}

// fillFrom copies a speaker for words that repeat his.
func (d *draft) fillFrom(p *draft, rule string) {
	d.Speaker, d.Rule, d.src = p.Speaker, rule, p.src
	d.Speaker.Mention, d.Speaker.MentionText, d.Speaker.MentionKind = article.Span{}, "", name.ByNothing
	d.Speaker.Confidence = p.Speaker.Confidence * carried(rule)
}
