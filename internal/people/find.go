package people

import (
	"cmp"
	"slices"
	"strings"

	"inquit/extract/name"
)

// Find returns whom a user means by a name, an alias or an office, without
// regard to case, accents and titles: "lammy", "Sir Keir", "Foreign
// Secretary". A full name goes before a part of one, and a name before an
// office. Those in most articles come first. An id finds its person.
func (p *People) Find(query string) []Person {
	if x := p.Person(query); x != nil {
		return []Person{*x}
	}
	words := titleless(fold(query))
	if p == nil || len(words) == 0 {
		return nil
	}
	best, rank := []Person(nil), farOff
	for i := range p.Persons {
		k := rankOf(&p.Persons[i], words)
		switch {
		case k == farOff || k > rank:
			continue
		case k < rank:
			best, rank = best[:0], k
		}
		best = append(best, p.Persons[i])
	}
	slices.SortFunc(best, func(x, y Person) int {
		return cmp.Or(cmp.Compare(kindRank(x.Kind), kindRank(y.Kind)),
			cmp.Compare(len(y.Articles), len(x.Articles)), strings.Compare(x.Name, y.Name), strings.Compare(x.ID, y.ID))
	})
	return best
}

// How well a person fits a query, best first.
const (
	wholeName = iota
	partOfName
	wholeOffice
	partOfOffice
	farOff
)

// rankOf says how well the words of a query name p.
func rankOf(p *Person, words []string) int {
	rank := farOff
	ofName, inName := wholeName, partOfName
	if p.Kind != string(name.Person) && p.Kind != string(name.Org) {
		ofName, inName = wholeOffice, partOfOffice // "the foreign secretary" without a name
	}
	for i, s := range append([]string{p.Name}, p.Aliases...) {
		w := titleless(fold(s))
		switch {
		case len(words) > 1 && slices.Equal(w, words):
			rank = min(rank, ofName)
		case !subset(words, w):
		case ofName != wholeName:
			if headAsked(words, w) {
				rank = min(rank, inName)
			}
		case i == 0 || slices.Equal(w, words) || p.Kind == string(name.Org) || subset(words, fold(p.Name)):
			rank = min(rank, inName)
		case headAsked(words, w):
			rank = min(rank, partOfOffice) // "Tom Reed's deputy"
		}
	}
	for _, role := range p.Roles {
		w := titleless(fold(role.Title))
		switch {
		case slices.Equal(w, words):
			rank = min(rank, wholeOffice)
		case subset(words, w) && headAsked(words, w) && !formerly(words, w):
			rank = min(rank, partOfOffice)
		}
	}
	return rank
}

// headAsked reports whether the noun that a phrase is about is one of the
// words asked for: "Brook" does not ask for "an adviser to Ada Brook", nor
// for "Brook's spokesman".
func headAsked(words, phrase []string) bool {
	head := phrase[len(phrase)-1]
	for i, w := range phrase {
		if i > 0 && slices.Contains(joins, w) {
			head = phrase[i-1]
			break
		}
	}
	return slices.Contains(words, head)
}

// joins are the words that a phrase's head noun stands before.
var joins = []string{"of", "to", "for", "at", "from", "with", "in", "on", "close", "who", "and", "general", "elect"}

// subset reports whether all words of a stand in b.
func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// notInOffice are the words that make an office another one.
var notInOffice = []string{"former", "ex", "shadow", "deputy", "acting", "assistant", "late", "vice"}

// formerly reports whether an office is not the one asked for although it has
// all its words.
func formerly(words, office []string) bool {
	return slices.ContainsFunc(notInOffice, func(w string) bool {
		return slices.Contains(office, w) && !slices.Contains(words, w)
	})
}

func kindRank(kind string) int {
	switch name.Kind(kind) {
	case name.Person:
		return 0
	case name.Org:
		return 1
	}
	return 2
}
