// Package pipeline is the line on one machine: it reads, extracts, links,
// stores and indexes, with workers, and says what it did.
//
//	folders ─ read ─▶ articles ─ extract ─▶ claims ─ link ─▶ store ─▶ index
//
// The stages themselves are functions of other packages; what stands here is
// their order, their workers and their summary. The result does not depend
// on the number of workers nor on the order of files.
package pipeline

import (
	"runtime"

	"inquit/dedupe"
	"inquit/extract"
	"inquit/internal/compare"
	"inquit/internal/people"
	"inquit/internal/read"
	"inquit/internal/record"
)

// Options configures the line. The zero value is ready to use.
type Options struct {
	Read read.Options
	// Jobs is the number of articles extracted at once. 0 means one for each
	// processor.
	Jobs int
	// Decisions are the user's own about names.
	Decisions people.Decisions
	// Progress, when not nil, is called now and then from one goroutine.
	Progress func(Summary)
}

func (o Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// Link finds what connects a set of articles: people, copies, events, the
// same statement, the same number. It is a function of the set: the order of
// claims does not matter.
func Link(claims []*extract.Claims, d people.Decisions) *record.Links {
	l := &record.Links{}
	l.People = people.Resolve(claims, d)
	l.Copies = dedupe.Copies(claims)
	l.Events = dedupe.Events(claims, l.Copies)
	l.Statements = compare.Statements(claims, l.People, dedupe.Statements(claims, l.People, l.Events))
	l.Numbers = compare.Numbers(claims, l.Events)
	return l
}
