package name

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"inquit/article"
)

// A known is an entity while the article is being linked.
type known struct {
	Entity
	name   nameWords  // of a person
	seen   int        // the last candidate that was linked to it, -1 before
	count  int        // candidates linked so far
	head   string     // head noun of one without a name
	spot   bool       // a place: no company or department is meant by it
	called [][]string // the sorted words of all offices and parts it is mentioned by
}

// A linker decides which candidates are one speaker.
type linker struct {
	*finder
	ents []known

	bySurname map[string][]int
	byGiven   map[string][]int
	byWord    map[string][]int // by any later word of a full name
	byKey     map[string]int   // by form and words
	byHead    map[string]int   // the last entity with this head noun
	initials  map[string]int   // bodies by their initials
	firstWord map[string]int   // bodies of several words by their first
	single    map[string]bool  // last names that stand alone somewhere
	held      map[string][]holding
	holders   []int              // persons with an office
	weights   map[string]*weight // what the article says of each name of one word
	bodyTail  map[string]bool    // names of companies without "plc"
}

// link gives every candidate its entity and builds the result.
func (f *finder) link() *Names {
	l := &linker{
		finder: f, bySurname: map[string][]int{}, byGiven: map[string][]int{}, byWord: map[string][]int{},
		byKey: map[string]int{}, byHead: map[string]int{}, initials: map[string]int{}, firstWord: map[string]int{},
		single: map[string]bool{}, held: map[string][]holding{},
		ents: make([]known, 0, len(f.found)/2+8),
	}
	slices.SortStableFunc(f.found, func(a, b candidate) int { return a.first - b.first })
	for i := range f.found {
		f.found[i].entity = -1
	}
	l.companies()
	l.fullNames()
	l.bodies()
	l.shortNames()
	l.offices()
	l.nouns()
	return l.names()
}

// new adds an entity and returns its index.
func (l *linker) new(kind Kind, canonical string) int {
	l.ents = append(l.ents, known{Entity: Entity{Kind: kind, Name: canonical}, seen: -1})
	return len(l.ents) - 1
}

// take links candidate i to entity e.
func (l *linker) take(i, e int) {
	c := &l.found[i]
	c.entity = e
	k := &l.ents[e]
	k.seen = i
	k.count++
	if k.Kind == Person && (k.Gender == NoGender || c.titled && c.gender != NoGender) {
		k.Gender = c.gender
	}
}

// text returns the words of tokens [first, last) on one line.
func (f *finder) text(first, last int) string { return f.flat(f.span(first, last)) }

// names builds the result: mentions by start, entities by first mention.
func (l *linker) names() *Names {
	n := &Names{Mentions: make([]Mention, 0, len(l.found)), Entities: make([]Entity, 0, len(l.ents))}
	index := make([]int, len(l.ents))
	for i := range index {
		index[i] = -1
	}
	for i := range l.found {
		c := &l.found[i]
		if c.drop {
			continue
		}
		e := -1
		if c.entity >= 0 {
			if index[c.entity] < 0 {
				index[c.entity] = len(n.Entities)
				n.Entities = append(n.Entities, l.ents[c.entity].Entity)
			}
			e = index[c.entity]
			n.Entities[e].Mentions = append(n.Entities[e].Mentions, len(n.Mentions))
		}
		n.Mentions = append(n.Mentions, l.mention(c, e))
	}
	ids := make(map[string]int, len(n.Entities))
	for e := range n.Entities {
		l.finish(n, &n.Entities[e], ids)
	}
	return n
}

// mention turns a candidate into a mention of entity e.
func (l *linker) mention(c *candidate, e int) Mention {
	m := Mention{
		Span: l.span(c.first, c.last), Head: l.span(c.headFirst, c.headLast), Entity: e,
		First: c.first, Last: c.last, Sentence: l.d.Tokens[c.first].Sentence,
		Gender: c.gender, Plural: c.plural, Possessive: c.possessive,
	}
	kind := Unknown
	if c.entity >= 0 {
		kind = l.ents[c.entity].Kind
		if m.Gender == NoGender {
			m.Gender = l.ents[c.entity].Gender
		}
	}
	m.Kind = mentionKind(c.form, kind)
	return m
}

// mentionKind returns the kind of a mention of this form.
func mentionKind(fm form, k Kind) MentionKind {
	switch fm {
	case pronoun:
		return ByPronoun
	case bodyNoun:
		if k == Document {
			return ByDocument
		}
	case roleNoun:
		return ByRole
	case groupNoun:
		return ByGroup
	case docNoun:
		return ByDocument
	case anonNoun:
		return ByAnonymous
	case person:
		return ByName
	}
	if k == Person {
		return ByName
	}
	return ByOrg
}

// finish gives an entity its id and its other names. ids counts the ids given:
// Mr and Mrs Poe without first names have one name and need two.
func (l *linker) finish(n *Names, e *Entity, ids map[string]int) {
	e.ID = ID(e.Kind, e.Name, l.id)
	if ids[e.ID]++; ids[e.ID] > 1 {
		e.ID = ID(e.Kind, e.Name+"\x00"+strconv.Itoa(ids[e.ID]), l.id)
	}
	for _, i := range e.Mentions {
		m := &n.Mentions[i]
		e.Aliases = append(e.Aliases, l.flat(m.Span))
		if m.Kind == ByName && m.Head != m.Span {
			e.Aliases = append(e.Aliases, l.flat(m.Head))
		}
	}
	sort.Strings(e.Aliases)
	e.Aliases = slices.Compact(e.Aliases)
	e.Aliases = slices.DeleteFunc(e.Aliases, func(s string) bool { return s == e.Name })
}

// flat returns the words of a span on one line.
func (f *finder) flat(p article.Span) string {
	s := p.In(f.d.Text)
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0xC2 || c == ' ' && s[i+1] == ' ' { // 0xC2 begins a no-break space
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// key returns the words of tokens [first, last) in lower case, for maps.
func (f *finder) key(first, last int) string {
	if last == first+1 {
		return f.d.Tokens[first].Norm
	}
	return strings.ToLower(f.text(first, last))
}
