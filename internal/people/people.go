// Package people finds which speakers of different articles are one person or
// body, and keeps the user's own decisions about it.
package people

import "inquit/extract"

// A Role is an office with the days on which articles give it to the person.
type Role struct {
	Title    string
	From, To string // first and last 2006-01-02 seen, "" when undated
}

// A Person is one speaker across all articles: a person, or a body or office
// that speaks.
type Person struct {
	ID       string // "p:" and 16 hex digits
	Kind     string // see name.Kind
	Name     string
	Aliases  []string // sorted
	Roles    []Role   // sorted by title
	Articles []string // ids of the articles that name it, sorted
}

// A Local names an entity inside one article.
type Local struct{ Article, Entity string }

// People are the persons of a set of articles and who of each article they
// are.
type People struct {
	Persons []Person         // sorted by id
	Of      map[Local]string // from an article's entity to the person's id
}

// Decisions are what a user has said about names. The zero value says
// nothing.
type Decisions struct {
	Same  [][]string // names or ids that are one person, the primary first
	Apart [][2]string
}

// Resolve links the entities of all articles. It is a function of the set of
// claims: their order does not matter.
func Resolve(claims []*extract.Claims, d Decisions) *People { return &People{} }
