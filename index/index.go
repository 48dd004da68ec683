// Package index is the bleve view of a store: it finds quotations, numbers
// and articles by words and filters. It can always be made again from the
// store and holds no text of its own; what it finds are ids.
//
//	lammy "defence spending" kind:direct date:2025-04..2025-06
//	→ q:7ac1…:3, q:9e00…:1
//
// An index is a folder of generations. Publish makes a new one beside the
// newest and switches to it; readers open the one that CURRENT names and are
// never in the way of a writer.
package index

import (
	"errors"
	"time"
)

// ErrNone says that nothing was published yet.
var ErrNone = errors.New("no index here; run inquit rebuild")

// A DamagedError says which file of an index cannot be used.
type DamagedError struct {
	File string
	Err  error
}

func (e *DamagedError) Error() string { return "index damaged: " + e.File + "; run inquit rebuild" }
func (e *DamagedError) Unwrap() error { return e.Err }

// A Query asks for quotations, numbers or articles. The zero value asks for
// all that are shown by default, best first.
type Query struct {
	Text string // in the query language of the commands
	By   string // a speaker: name, alias, office or person id

	// Copies shows the same quotation again for every near-copy of one
	// article.
	Copies bool
	// AllKinds shows what is left out by default: thoughts, pull quotes and
	// captions. Without it they appear only where the query names a kind,
	// status or zone.
	AllKinds bool

	Sort          Sort
	Offset, Limit int // Limit 0 means 20, All every hit; at most MaxPage else
	Facets        bool
}

// All as a limit asks for every hit at once.
const All = -1

// Sort says in which order hits come.
type Sort string

// The orders. Whatever is equal follows date, newest first, then id.
const (
	ByScore  Sort = ""       // best first; without words the same as ByDate
	ByDate   Sort = "date"   // newest first
	Oldest   Sort = "oldest" // oldest first
	ByOutlet Sort = "outlet"
)

// The bounds of a query.
const (
	MaxText  = 1024 // bytes
	MaxWords = 64
	MaxPage  = 1000
	MaxTime  = 5 * time.Second
)

// A Hit is one record found.
type Hit struct {
	ID      string // q:, n: or a:
	Article string // the article it stands in
	Score   float64
	Copies  int // further ones folded under this one
}

// A Facet counts the hits that share a value.
type Facet struct {
	Value string
	Count int
}

// Hits are what a query found.
type Hits struct {
	Total  int // shown ones, over all pages
	Items  []Hit
	Hidden Hidden
	Notes  []string // for the user: how the query was read, who "Smith" may be
	Facets map[string][]Facet
	Seq    int64 // the store's sequence number these hits stand for
}

// Hidden counts hits left out by default.
type Hidden struct {
	Copies int // folded copies
	Other  int // thoughts, pull quotes, captions and the like
}
