package storetest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"inquit/dedupe"
	"inquit/extract"
	"inquit/internal/compare"
	"inquit/internal/people"
	"inquit/internal/record"
)

// Links links articles in the plainest way: equal names are one person, equal
// titles near-copies and one event, equal words one statement, equal numbers
// one cluster.
func Links(claims []*extract.Claims) *record.Links {
	l := &record.Links{People: &people.People{Of: map[people.Local]string{}}}
	titles, statements, numbers := groups{}, groups{}, groups{}
	persons := map[string]*people.Person{}
	for _, c := range claims {
		a := c.Article
		titles.add(a.Title.String(), a.ID)
		for _, q := range c.Quotations {
			statements.add(q.Text, q.ID)
		}
		for _, n := range c.Numbers {
			numbers.add(n.Concept+n.Unit+n.Value.String(), n.ID)
		}
		addPeople(l.People, persons, c)
	}
	for _, p := range persons {
		slices.Sort(p.Articles)
		l.People.Persons = append(l.People.Persons, *p)
	}
	slices.SortFunc(l.People.Persons, func(a, b people.Person) int { return cmp.Compare(a.ID, b.ID) })
	for _, ids := range titles {
		slices.Sort(ids)
		l.Events = append(l.Events, dedupe.Event{ID: hashID("e:", ids), Label: "made", Articles: ids})
		if len(ids) > 1 {
			l.Copies = append(l.Copies, copyGroup(ids))
		}
	}
	for _, ids := range statements {
		slices.Sort(ids)
		if len(ids) > 1 {
			l.Statements = append(l.Statements, compare.Statement{Statement: dedupe.Statement{ID: hashID("qc:", ids), Relation: dedupe.Same, Members: ids}, Base: ids[0]})
		}
	}
	for _, ids := range numbers {
		slices.Sort(ids)
		if len(ids) > 1 {
			l.Numbers = append(l.Numbers, compare.NumberCluster{ID: hashID("nc:", ids), Verdict: compare.Agree, Members: ids})
		}
	}
	sortLinks(l)
	return l
}

type groups map[string][]string

func (g groups) add(key, id string) { g[key] = append(g[key], id) }

func addPeople(p *people.People, persons map[string]*people.Person, c *extract.Claims) {
	for _, e := range c.Entities {
		p.Of[people.Local{Article: c.Article.ID, Entity: e.ID}] = e.ID
		x := persons[e.ID]
		if x == nil {
			x = &people.Person{ID: e.ID, Kind: string(e.Kind), Name: e.Name}
			persons[e.ID] = x
		}
		x.Articles = append(x.Articles, c.Article.ID)
		for _, r := range e.Roles {
			x.Roles = withRole(x.Roles, r.Title, c.Article.Published.String())
		}
	}
}

func withRole(roles []people.Role, title, day string) []people.Role {
	for i := range roles {
		if roles[i].Title == title {
			roles[i].From, roles[i].To = min(roles[i].From, day), max(roles[i].To, day)
			return roles
		}
	}
	return append(roles, people.Role{Title: title, From: day, To: day})
}

func copyGroup(ids []string) dedupe.CopyGroup {
	g := dedupe.CopyGroup{ID: hashID("c:", ids), Original: ids[0]}
	for i, id := range ids {
		k := dedupe.Original
		if i > 0 {
			k = dedupe.Exact
		}
		g.Members = append(g.Members, dedupe.Copy{Article: id, Kind: k, Share: 1})
	}
	return g
}

func hashID(prefix string, ids []string) string {
	sum := sha256.Sum256([]byte(strings.Join(ids, "\n")))
	return prefix + hex.EncodeToString(sum[:8])
}

func sortLinks(l *record.Links) {
	slices.SortFunc(l.Events, func(a, b dedupe.Event) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Copies, func(a, b dedupe.CopyGroup) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Statements, func(a, b compare.Statement) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Numbers, func(a, b compare.NumberCluster) int { return cmp.Compare(a.ID, b.ID) })
}
