// Package quote finds quotations and who said them.
//
//	Mr Lammy said: “The time to act is now.”
//	kind direct   content “The time to act is now.”   cue "said"
//	speaker David Lammy, by the mention "Mr Lammy"
//
// It finds words in marks, over several paragraphs too, the clause around
// marked words, reported speech without marks, and blocks without marks after
// "X said:".
package quote

import (
	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

// A Kind says in what form words are quoted.
type Kind string

// The kinds of quotation.
const (
	Direct   Kind = "direct"   // whole sentences in marks
	Mixed    Kind = "mixed"    // a reported clause with some words in marks
	Indirect Kind = "indirect" // no marks
	Block    Kind = "block"    // a paragraph without marks after "X said:"
	Pull     Kind = "pull"     // a line repeated from a quotation, set apart
)

// A Status says whether the words were spoken yet.
type Status string

// The statuses.
const (
	Said     Status = "said"
	ToBeSaid Status = "to_be_said" // "will tell allies that …"
	Thought  Status = "thought"    // "believes that …"
)

// A Part is one marked piece of a quotation: without its marks, and with
// them where they stand. For pieces without marks both spans are the same.
type Part struct {
	article.Span
	Outer         article.Span
	Opens, Closes bool // whether a mark stands before, behind
}

// A Speaker is who said a quotation. Its zero value means nobody was found.
type Speaker struct {
	ID          string // the entity's id, "" when unknown
	Kind        name.Kind
	Name        string // canonical, never a pronoun
	Mention     article.Span
	MentionText string // repaired words of the mention
	MentionKind name.MentionKind
	// Chain leads from the mention to the name: the spans "he", "Mr Lammy",
	// "David Lammy", nearest first, the mention itself left out.
	Chain      []article.Span
	Confidence float64 // 0 to 1
}

// Links tie a quotation to others of its article, by id.
type Links struct {
	FragmentOf string // the fuller quotation whose words it repeats
	Continues  string // the quotation whose turn it goes on with
	NestedIn   string // the quotation it stands inside
}

// A Quotation is one stretch of attributed speech. Find gives spans of the
// view; package extract translates them into the source text.
type Quotation struct {
	ID         string // "q:", the article's hex, ":", a running number by start
	Article    string
	Kind       Kind
	Status     Status
	Speech     bool // false for attitudes: "supports", "hopes"
	Zone       article.Zone
	Parts      []Part       // at least one, sorted
	Content    article.Span // the whole reported clause of mixed and indirect speech; empty for the rest
	Text       string       // the words of the parts, repaired, joined by one space
	Speaker    Speaker
	Co         []Speaker    // further speakers of the same words
	Cue        article.Span // the verb or phrase of saying; empty when there is none
	Links      Links
	Numbers    []string // ids of the numeric claims inside
	Rule       string   // which rule found it: "cue-before", "carry-over"
	Confidence float64  // that it is a quotation, 0 to 1
}

// Start returns where the quotation begins.
func (q *Quotation) Start() int {
	s := q.Parts[0].Start
	if !q.Content.Empty() {
		s = min(s, q.Content.Start)
	}
	return s
}

// Find returns the quotations of the article cut up in d, sorted by start,
// with their ids and the links between them. names are the possible speakers
// of the same article. Numbers is left empty for package extract.
func Find(d *text.Doc, names *name.Names, articleID string) []Quotation {
	f := newFinder(d, names)
	f.article = articleID
	f.findTranscript()
	f.findBlocks()
	f.findClauses()
	f.findMarked()
	f.findLearned()
	f.order()
	f.once()
	f.resolve()
	f.findRepeats()
	f.findPulls()
	return f.quotations(articleID)
}
