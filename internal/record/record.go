// Package record reads and writes the JSON lines of docs/record-schema.json.
// It is the only place that knows their field names.
//
// Every line is one record with a "type". The lines of one article come
// together: article, its quotes, its numbers, its people. What links several
// articles follows after all of them.
package record

import (
	"inquit/dedupe"
	"inquit/extract"
	"inquit/internal/compare"
	"inquit/internal/people"
)

// Schema names the form of the records; it stands on article lines.
const Schema = "inquit/1"

// Links are what was found across a set of articles. The zero value links
// nothing.
type Links struct {
	People     *people.People
	Copies     []dedupe.CopyGroup
	Events     []dedupe.Event
	Statements []compare.Statement
	Numbers    []compare.NumberCluster
}

// A Set is everything a store holds: the claims of each article, sorted by
// article id, and the links between them.
type Set struct {
	Claims []*extract.Claims
	Links  Links
}

// linkage looks up what Links say about one id.
type linkage struct {
	person  map[people.Local]string
	event   map[string]string // by article
	copies  map[string]string // by article
	quotes  map[string]string // by quotation
	numbers map[string]string // by number
}

// newLinkage indexes l. A quotation in two clusters keeps the closer one:
// the same words before a fragment, a fragment before the rest.
func newLinkage(l *Links) *linkage {
	k := &linkage{event: map[string]string{}, copies: map[string]string{}, quotes: map[string]string{}, numbers: map[string]string{}}
	if l == nil {
		return k
	}
	if l.People != nil {
		k.person = l.People.Of
	}
	for _, e := range l.Events {
		for _, a := range e.Articles {
			k.event[a] = e.ID
		}
	}
	for _, g := range l.Copies {
		for _, m := range g.Members {
			k.copies[m.Article] = g.ID
		}
	}
	for _, want := range []func(dedupe.Relation) bool{
		func(r dedupe.Relation) bool { return r == dedupe.Same },
		func(r dedupe.Relation) bool { return r == dedupe.Fragment || r == dedupe.Repeat },
		func(dedupe.Relation) bool { return true },
	} {
		for _, s := range l.Statements {
			for _, m := range s.Members {
				if _, done := k.quotes[m]; !done && want(s.Relation) {
					k.quotes[m] = s.ID
				}
			}
		}
	}
	for _, c := range l.Numbers {
		for _, m := range c.Members {
			k.numbers[m] = c.ID
		}
	}
	return k
}

// personID returns the person that an article's entity is: the one that
// several articles agree on, else the article's own.
func (k *linkage) personID(article, entity string) string {
	if id, ok := k.person[people.Local{Article: article, Entity: entity}]; ok {
		return id
	}
	return entity
}
