package record

import (
	"slices"

	"inquit/dedupe"
	"inquit/extract/name"
	"inquit/internal/compare"
	"inquit/internal/people"
)

type personRecord struct {
	Type    string    `json:"type"`
	ID      string    `json:"id"`
	Kind    name.Kind `json:"kind"`
	Name    *string   `json:"name"`
	Aliases []string  `json:"aliases"`
	Roles   []role    `json:"roles"`
	Gender  string    `json:"gender,omitempty"` // article-local only: "male", "female"
	// Article names the one article of an article-local person; Articles
	// those of a person across articles, with the ids it has inside them.
	Article  string              `json:"article,omitempty"`
	Articles map[string][]string `json:"articles,omitempty"`
}

type role struct {
	Title string  `json:"title"`
	Span  *span   `json:"span,omitempty"`
	From  *string `json:"from,omitempty"`
	To    *string `json:"to,omitempty"`
}

var genderNames = map[name.Gender]string{name.Male: "male", name.Female: "female"}

func fromEntity(e *name.Entity, articleID string, p points) personRecord {
	r := personRecord{
		Type: "person", ID: e.ID, Kind: e.Kind, Name: orNull(e.Name), Aliases: append([]string{}, e.Aliases...),
		Roles: make([]role, 0, len(e.Roles)), Gender: genderNames[e.Gender], Article: articleID,
	}
	for _, x := range e.Roles {
		r.Roles = append(r.Roles, role{Title: x.Title, Span: p.maybe(x.Span)})
	}
	return r
}

func (r *personRecord) entity() name.Entity {
	e := name.Entity{ID: r.ID, Kind: r.Kind, Name: orEmpty(r.Name), Aliases: r.Aliases}
	for _, x := range r.Roles {
		e.Roles = append(e.Roles, name.RoleOf{Title: x.Title, Span: x.Span.bytes()})
	}
	for g, s := range genderNames {
		if s == r.Gender {
			e.Gender = g
		}
	}
	return e
}

// fromPerson makes the record of a person; local are its ids inside articles.
func fromPerson(x *people.Person, local map[string][]string) personRecord {
	r := personRecord{
		Type: "person", ID: x.ID, Kind: name.Kind(x.Kind), Name: orNull(x.Name), Aliases: append([]string{}, x.Aliases...),
		Roles: make([]role, 0, len(x.Roles)), Articles: local,
	}
	for _, o := range x.Roles {
		r.Roles = append(r.Roles, role{Title: o.Title, From: orNull(o.From), To: orNull(o.To)})
	}
	return r
}

type eventRecord struct {
	Type     string   `json:"type"`
	ID       string   `json:"id"`
	Label    string   `json:"label"`
	From     *string  `json:"from"`
	To       *string  `json:"to"`
	Articles []string `json:"articles"`
	People   []string `json:"people"`
	Why      why      `json:"why"`
}

type why struct {
	Words   []string `json:"words"`
	Names   []string `json:"names"`
	Numbers []string `json:"numbers"`
}

func fromEvent(e *dedupe.Event) eventRecord {
	return eventRecord{
		Type: "event", ID: e.ID, Label: e.Label, From: orNull(e.From), To: orNull(e.To),
		Articles: append([]string{}, e.Articles...), People: append([]string{}, e.People...),
		Why: why{append([]string{}, e.Why.Words...), append([]string{}, e.Why.Names...), append([]string{}, e.Why.Numbers...)},
	}
}

func (r *eventRecord) event() dedupe.Event {
	return dedupe.Event{
		ID: r.ID, Label: r.Label, From: orEmpty(r.From), To: orEmpty(r.To), Articles: r.Articles, People: r.People,
		Why: dedupe.Why{Words: r.Why.Words, Names: r.Why.Names, Numbers: r.Why.Numbers},
	}
}

type copyGroupRecord struct {
	Type     string       `json:"type"`
	ID       string       `json:"id"`
	Members  []copyRecord `json:"members"`
	Original *string      `json:"original"`
}

type copyRecord struct {
	Article string          `json:"article"`
	Kind    dedupe.CopyKind `json:"kind"`
	Share   float64         `json:"share"`
}

func fromCopyGroup(g *dedupe.CopyGroup) copyGroupRecord {
	r := copyGroupRecord{Type: "copy_group", ID: g.ID, Members: make([]copyRecord, 0, len(g.Members)), Original: orNull(g.Original)}
	for _, m := range g.Members {
		r.Members = append(r.Members, copyRecord(m))
	}
	return r
}

func (r *copyGroupRecord) copyGroup() dedupe.CopyGroup {
	g := dedupe.CopyGroup{ID: r.ID, Original: orEmpty(r.Original)}
	for _, m := range r.Members {
		g.Members = append(g.Members, dedupe.Copy(m))
	}
	return g
}

type statementRecord struct {
	Type     string          `json:"type"`
	ID       string          `json:"id"`
	Relation dedupe.Relation `json:"relation"`
	Members  []string        `json:"members"`
	Base     *string         `json:"base"`
	Diffs    []diffRecord    `json:"diffs"`
}

type diffRecord struct {
	From    string         `json:"from"`
	To      string         `json:"to"`
	Class   compare.Class  `json:"class"`
	Flags   []compare.Flag `json:"flags"`
	Changes []changeRecord `json:"changes"`
}

type changeRecord struct {
	Cut   string `json:"cut"`
	Added string `json:"added"`
}

func fromStatement(s *compare.Statement) statementRecord {
	r := statementRecord{
		Type: "quote_cluster", ID: s.ID, Relation: s.Relation, Members: append([]string{}, s.Members...),
		Base: orNull(s.Base), Diffs: make([]diffRecord, 0, len(s.Diffs)),
	}
	for _, d := range s.Diffs {
		r.Diffs = append(r.Diffs, diffRecord{d.From, d.To, d.Class, append([]compare.Flag{}, d.Flags...), fromChanges(d.Changes)})
	}
	return r
}

func fromChanges(cs []compare.Change) []changeRecord {
	out := make([]changeRecord, 0, len(cs))
	for _, c := range cs {
		out = append(out, changeRecord{c.Cut, c.Added})
	}
	return out
}

func (r *statementRecord) statement() compare.Statement {
	s := compare.Statement{
		Statement: dedupe.Statement{ID: r.ID, Relation: r.Relation, Members: r.Members}, Base: orEmpty(r.Base),
	}
	for _, d := range r.Diffs {
		p := compare.Pair{From: d.From, To: d.To, Difference: compare.Difference{Class: d.Class, Flags: d.Flags}}
		for _, c := range d.Changes {
			p.Changes = append(p.Changes, compare.Change{Cut: c.Cut, Added: c.Added})
		}
		s.Diffs = append(s.Diffs, p)
	}
	return s
}

type numberClusterRecord struct {
	Type    string          `json:"type"`
	ID      string          `json:"id"`
	Measure *string         `json:"measure"`
	Verdict compare.Verdict `json:"verdict"`
	Members []string        `json:"members"`
}

func fromNumberCluster(c *compare.NumberCluster) numberClusterRecord {
	return numberClusterRecord{"number_cluster", c.ID, orNull(c.Measure), c.Verdict, append([]string{}, c.Members...)}
}

func (r *numberClusterRecord) numberCluster() compare.NumberCluster {
	return compare.NumberCluster{ID: r.ID, Measure: orEmpty(r.Measure), Verdict: r.Verdict, Members: r.Members}
}

// persons returns the records of the people across articles.
func (l *Links) persons() []personRecord {
	if l == nil || l.People == nil {
		return nil
	}
	local := map[string]map[string][]string{} // by person, article
	for of, id := range l.People.Of {
		if local[id] == nil {
			local[id] = map[string][]string{}
		}
		local[id][of.Article] = append(local[id][of.Article], of.Entity)
	}
	out := make([]personRecord, 0, len(l.People.Persons))
	for i := range l.People.Persons {
		x := &l.People.Persons[i]
		for _, ids := range local[x.ID] {
			slices.Sort(ids)
		}
		out = append(out, fromPerson(x, local[x.ID]))
	}
	return out
}

type speakerRecord struct {
	personRecord
	Quotes    int `json:"quotes"`
	InArticle int `json:"in_articles"`
	InOutlets int `json:"in_outlets"`
}

// Speaker writes the record of a person across articles, with counts of what
// he, she or it is quoted with. An id that is no such person's gives nothing.
func (e *Encoder) Speaker(id string, quotes, articles, outlets int) error {
	if e.persons == nil {
		e.persons = map[string]personRecord{}
		for _, p := range e.links.persons() {
			e.persons[p.ID] = p
		}
	}
	p, ok := e.persons[id]
	if !ok {
		return nil
	}
	return e.json.Encode(speakerRecord{p, quotes, articles, outlets})
}

// Event writes the record of an event.
func (e *Encoder) Event(x *dedupe.Event) error { return e.json.Encode(fromEvent(x)) }

// CopyGroup writes the record of a copy group.
func (e *Encoder) CopyGroup(g *dedupe.CopyGroup) error { return e.json.Encode(fromCopyGroup(g)) }
