// Package compare says how reports of the same speech differ: word by word,
// number by number, outlet by outlet. All its functions are pure.
package compare

import "inquit/dedupe"

// A Class orders differences between two versions of a statement by what they
// do to the words.
type Class string

// The classes, from nothing to much.
const (
	Identical   Class = "identical"
	Typographic Class = "typographic" // marks, case, spelling, "per cent" and %
	Fragment    Class = "fragment"    // one is a part of the other
	Spliced     Class = "spliced"     // words left out without an ellipsis
	Altered     Class = "altered"     // words changed
)

// A Flag stands beside a class.
type Flag string

// The flags.
const (
	Reattributed Flag = "reattributed" // another speaker
	Retensed     Flag = "retensed"     // person and tense of reported speech
	Unquoted     Flag = "unquoted"     // one has marks, the other none
)

// A Change is one place where two versions differ.
type Change struct{ Cut, Added string }

// A Difference is how one version differs from another.
type Difference struct {
	Class   Class
	Flags   []Flag // sorted
	Changes []Change
}

// A Version is what Diff compares: the words of a statement and who said
// them. Marked says whether they stood in marks.
type Version struct {
	Text    string
	Speaker string // canonical name or person id, "" when unknown
	Marked  bool
}

// A Pair is a difference between two quotations of one statement.
type Pair struct {
	From, To string // quotation ids
	Difference
}

// A Statement is a cluster of quotations with the differences of its members
// from its base, the fullest verbatim one.
type Statement struct {
	dedupe.Statement
	Base  string
	Diffs []Pair // sorted by To
}

// A Verdict says whether the claims of a number cluster agree.
type Verdict string

// The verdicts.
const (
	Agree         Verdict = "agree"
	ValueDiffers  Verdict = "value"
	UnitDiffers   Verdict = "unit"
	TimeDiffers   Verdict = "time"
	QualifierLost Verdict = "qualifier"
	BaseLost      Verdict = "base"
	ModalityShift Verdict = "modality"
	ContextLost   Verdict = "context"
)

// A NumberCluster holds claims about the same quantity.
type NumberCluster struct {
	ID      string // "nc:" and 16 hex digits
	Measure string // words for what is measured, "" when unknown
	Verdict Verdict
	Members []string // number ids, sorted
}

// A Cell says how much of a statement an outlet has.
type Cell string

// The cells of a matrix.
const (
	Whole      Cell = "whole"
	PartOf     Cell = "part"
	Paraphrase Cell = "paraphrase"
	Absent     Cell = "absent"
)

// A Row is one statement and what each article of the event made of it.
type Row struct {
	Speaker   string // canonical name
	SpeakerID string
	Statement Statement
	Cells     []Cell   // by column of the Matrix
	Quotes    []string // quotation id in that column, "" when absent
}

// A Matrix holds the statements of an event × the articles that report it.
type Matrix struct {
	Articles []string // columns, sorted by outlet, path
	Rows     []Row    // by speaker, fullest first
}
