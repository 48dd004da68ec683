// Package dedupe groups what several articles share: near-copies of one text,
// reports of one event, and the same statement quoted in several places.
//
// Every function here is a function of a set: order, number of runs and
// number of workers do not change the result, and a group's id is the hash of
// its sorted members.
package dedupe

// A CopyKind says how a copy differs from its original.
type CopyKind string

// The kinds of copy.
const (
	Original  CopyKind = "original"
	Exact     CopyKind = "exact"
	Cut       CopyKind = "cut"
	Excerpt   CopyKind = "excerpt"
	Brief     CopyKind = "brief"
	Rewritten CopyKind = "rewritten"
)

// A Copy is one member of a copy group.
type Copy struct {
	Article string
	Kind    CopyKind
	Share   float64 // of this article's text that stands in the original
}

// A CopyGroup is one text in several articles.
type CopyGroup struct {
	ID       string // "c:" and 16 hex digits
	Members  []Copy // sorted by article
	Original string // the likely original's article id
}

// An Event is one happening and the articles that report it. Every article
// belongs to exactly one event.
type Event struct {
	ID       string // "e:" and 16 hex digits
	Label    string
	From, To string   // first and last day of its articles, 2006-01-02 or ""
	Articles []string // sorted
	People   []string // ids of those who speak in it, by number of quotations
	Why      Why
}

// Why holds what the articles of an event share, for a user to check.
type Why struct {
	Words, Names, Numbers []string
}

// A Relation says how the members of a statement hang together.
type Relation string

// The relations.
const (
	Same        Relation = "same"
	Fragment    Relation = "fragment"
	Paraphrase  Relation = "paraphrase"
	Repeat      Relation = "repeat"
	SourceShift Relation = "source_shift"
	StatusShift Relation = "status_shift"
)

// A Statement is one thing said, and the quotations that report it: a
// quote_cluster of the records.
type Statement struct {
	ID       string // "qc:" and 16 hex digits
	Relation Relation
	Members  []string // quotation ids, sorted
}
