// Package crf marks who speaks, with which word, and what: it labels the
// tokens of an article with a linear-chain conditional random field.
//
//	in   Ann Moss, the mayor, urged shops to stay open.
//	out  source "Ann Moss, the mayor", cue "urged", content "shops to stay open"
//
// It knows reported speech without marks better than rules do, and finds cues
// that no list has. Its weights are learned (see internal/trainquote and
// docs/training.md) and lie packed in one block of bytes that holds hashes and
// small integers, no words. Only sentences that can hold a report are looked
// at: those with marks, and those with a word that was a cue in training.
package crf

import "inquit/internal/text"

// A Role is what a stretch of text is in a report.
type Role uint8

// The roles.
const (
	None Role = iota
	Source
	Cue
	Content
)

// roleName are the names of the roles.
var roleName = [...]string{None: "none", Source: "source", Cue: "cue", Content: "content"}

// String returns the name of r in lower case.
func (r Role) String() string { return roleName[r] }

// A Label is a role at one token, told apart at its first token.
type Label uint8

// Outside is the label of a token without a role. Each role has two more.
const Outside Label = 0

// Labels is how many labels there are.
const Labels = 7

// First is the label of the first token of a stretch, Next that of the others.
func First(r Role) Label { return Label(2*r - 1) }

// Next is the label of the tokens of a stretch behind the first.
func Next(r Role) Label { return Label(2 * r) }

// Role returns the role of a label.
func (l Label) Role() Role { return Role((l + 1) / 2) }

// begins reports whether a stretch begins with l.
func (l Label) begins() bool { return l&1 == 1 }

// Follows reports whether b may stand behind a: a stretch goes on only where
// it has begun.
func Follows(a, b Label) bool { return b == Outside || b.begins() || a.Role() == b.Role() }

// A Region is a stretch of tokens in quotation marks, the marks included.
type Region struct{ First, Last int }

// A Span is a stretch of tokens with one role.
type Span struct {
	Role
	First, Last int // Doc.Tokens[First:Last]
	// Margin is how much better the best reading of the sentence is than the
	// best in which the stretch has another role or other bounds; 0 and up,
	// in the unit of log odds.
	Margin float64
}

// Find returns the stretches of d that have a role, sorted and apart from each
// other. marked are its stretches in marks, sorted.
func (m *Model) Find(d *text.Doc, marked []Region) []Span {
	return m.find(NewReader(d, marked, m.Lexicon))
}

// FindSpeech is Find for sentences in which the narrator uses a word that
// brings speech; it takes half the time. Attitudes, and words in marks that
// nobody is said to say, are not looked for.
func (m *Model) FindSpeech(d *text.Doc, marked []Region) []Span {
	r := NewReader(d, marked, m.Lexicon)
	r.narrow = true
	return m.find(r)
}

// find labels what passes the gate of r.
func (m *Model) find(r *Reader) []Span {
	t := tagger{Model: m}
	for s := range r.Sequences() {
		t.tag(r, s)
	}
	return t.spans
}
