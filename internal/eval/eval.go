// Package eval scores extraction and clustering against gold data, and
// measures speed.
//
//	in   gold articles with the quotations, numbers and groups a person found
//	     the claims and links the program makes of the same texts
//	out  precision, recall and F1 of each, in named figures
//
// How things are matched. A quotation finds a gold one when the Jaccard
// overlap of the characters of their words, white space and marks left out,
// is at least one half; each is used once, best overlaps first; it is exact
// at 1. The gold words are the parts, or the content where that fits better.
// Its speaker is right when the name is one of the gold's, or, where the gold
// gives only a mention, when the mentions overlap. A number is found when the
// spans overlap, right when value and unit agree too; a unit of several words
// counts by its last. Groups are compared by B-cubed and by pairs.
package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Figure is one measure, in percent where its name ends in nothing else.
type Figure struct {
	Name  string // "quotes.f1"
	Value float64
	Of    string // what it is counted over: "61 of 66"
}

// Scores are the figures of one run, in the order they are printed.
type Scores []Figure

// Get returns a figure by name.
func (s Scores) Get(name string) (float64, bool) {
	for _, f := range s {
		if f.Name == name {
			return f.Value, true
		}
	}
	return 0, false
}

// Print writes the figures as a table.
func (s Scores) Print(w io.Writer) {
	for _, f := range s {
		fmt.Fprintf(w, "%-28s %7.2f   %s\n", f.Name, f.Value, f.Of)
	}
}

// Under returns the figures that lie under the limits, which have the form
// "quotes.e2e=80".
func (s Scores) Under(limits []string) ([]string, error) {
	var bad []string
	for _, l := range limits {
		name, value, ok := strings.Cut(l, "=")
		var limit float64
		if _, err := fmt.Sscanf(value, "%g", &limit); !ok || err != nil {
			return nil, fmt.Errorf("limit %q has not the form NAME=FIGURE", l)
		}
		got, found := s.Get(name)
		switch {
		case !found:
			return nil, fmt.Errorf("limit %q: no such figure here", l)
		case got < limit:
			bad = append(bad, fmt.Sprintf("%s is %.2f, under %g", name, got, limit))
		}
	}
	slices.Sort(bad)
	return bad, nil
}

// A tally counts right answers against those given and those wanted.
type tally struct{ right, given, wanted int }

func (t tally) precision() float64 { return ratio(t.right, t.given) }
func (t tally) recall() float64    { return ratio(t.right, t.wanted) }
func (t tally) f1() float64        { return ratio(2*t.right, t.given+t.wanted) }

// figures gives the three figures under one name.
func (t tally) figures(name string) Scores {
	return Scores{
		{name + ".precision", t.precision(), of(t.right, t.given)},
		{name + ".recall", t.recall(), of(t.right, t.wanted)},
		{name + ".f1", t.f1(), ""},
	}
}

// ratio is a percentage; of nothing it is 0.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func of(a, b int) string { return fmt.Sprintf("%d of %d", a, b) }
