// Package name finds who can speak in an article: mentions of people,
// organisations, offices, groups, unnamed sources and documents, and which of
// them are the same.
//
//	David Lammy urged … Mr Lammy said … the Foreign Secretary
//	one entity "David Lammy", role "Foreign Secretary", three mentions
//
// Pronouns are mentions without an entity: who "he" is depends on who was
// speaking, so package quote resolves them.
package name

import "inquit/article"

// A Kind says what sort of speaker an entity is.
type Kind string

// The kinds of entity; the zero Kind means unknown.
const (
	Unknown   Kind = ""
	Person    Kind = "person"
	Org       Kind = "org"
	Role      Kind = "role"      // an office whose holder is not named: "the spokesman"
	Group     Kind = "group"     // "Nato allies", "residents"
	Document  Kind = "document"  // "the report"
	Anonymous Kind = "anonymous" // "a source close to the talks"
)

// A MentionKind says in what form an entity is mentioned.
type MentionKind string

// The forms of mention.
const (
	ByName      MentionKind = "name"
	ByRole      MentionKind = "role"
	ByPronoun   MentionKind = "pronoun"
	ByOrg       MentionKind = "org"
	ByGroup     MentionKind = "group"
	ByDocument  MentionKind = "document"
	ByAnonymous MentionKind = "anonymous"
	ByNothing   MentionKind = "none"
)

// A Gender is what pronouns and titles tell about a person.
type Gender uint8

// The genders as English pronouns know them.
const (
	NoGender Gender = iota
	Male
	Female
)

// A Mention is one occurrence of a possible speaker. Spans index the view.
type Mention struct {
	article.Span              // the whole noun phrase: "Foreign Secretary David Lammy"
	Head         article.Span // its core: "David Lammy"
	Kind         MentionKind
	Entity       int // index into Names.Entities; -1 for pronouns
	First, Last  int // tokens of the whole phrase: Doc.Tokens[First:Last]
	Sentence     int
	Gender       Gender
	Plural       bool
	Possessive   bool // "Lammy's": rarely a speaker
}

// A RoleOf is an office held, with the place that says so.
type RoleOf struct {
	Title string // "Foreign Secretary"
	Span  article.Span
}

// An Entity is one possible speaker of the article.
type Entity struct {
	ID       string // "p:" and 16 hex digits, see ID
	Kind     Kind
	Name     string   // canonical: the fullest form, without title or article
	Aliases  []string // the other forms that occur, sorted
	Roles    []RoleOf
	Gender   Gender
	Mentions []int // indices into Names.Mentions
}

// Names are the possible speakers of one article. Mentions are sorted by
// start; none contains another of the same entity.
type Names struct {
	Mentions []Mention
	Entities []Entity
}
