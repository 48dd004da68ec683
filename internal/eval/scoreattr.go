package eval

import (
	"encoding/json"
	"errors"
	"slices"

	"inquit/extract/quote/crf"
	cut "inquit/internal/text" // this package has a func text
)

// ScoreReports scores the model that is part of the program on a gold file
// whose quotes have cues. Of other gold, and without a model, it gives nothing.
func ScoreReports(file string) (Scores, error) {
	m := crf.Default()
	if m == nil {
		return nil, nil
	}
	gold, err := ReadAttributed(file)
	if other := (*json.UnmarshalTypeError)(nil); errors.As(err, &other) {
		return nil, nil // gold of another form
	}
	if err != nil || !slices.ContainsFunc(gold, Attributed.hasCues) {
		return nil, err
	}
	return ScoreAttributed(gold, m), nil
}

// ScoreAttributed scores a model by itself: over all reports, of speech or
// not, a stretch is right when role, first and last token are the gold's.
func ScoreAttributed(gold []Attributed, m *crf.Model) Scores {
	var exact, bare [4]tally
	for i := range gold {
		g := &gold[i]
		found := m.Find(g.Doc, crf.DoubleMarks(g.Doc))
		pred := make([]RoleSpan, len(found))
		for k, s := range found {
			pred[k] = RoleSpan{Role: s.Role, First: s.First, Last: s.Last}
		}
		countRoles(&exact, g.Spans, pred)
		countRoles(&bare, withoutEdges(g.Doc, g.Spans), withoutEdges(g.Doc, pred))
	}
	var s Scores
	for _, r := range []crf.Role{crf.Source, crf.Cue, crf.Content} {
		s = append(s, exact[r].figures("exact."+r.String())...)
	}
	for _, r := range []crf.Role{crf.Source, crf.Cue, crf.Content} {
		s = append(s, Figure{"bare." + r.String() + ".f1", bare[r].f1(), "signs at the edges left out"})
	}
	return s
}

// countRoles adds the stretches of one article.
func countRoles(t *[4]tally, gold, pred []RoleSpan) {
	type key struct {
		crf.Role
		first, last int
	}
	in := map[key]bool{}
	for _, s := range gold {
		in[key{s.Role, s.First, s.Last}] = true
		t[s.Role].wanted++
	}
	for _, s := range pred {
		t[s.Role].given++
		if in[key{s.Role, s.First, s.Last}] {
			t[s.Role].right++
		}
	}
}

// withoutEdges returns the spans without marks and signs at their edges.
func withoutEdges(d *cut.Doc, spans []RoleSpan) []RoleSpan {
	out := make([]RoleSpan, 0, len(spans))
	sign := func(i int) bool { return d.Tokens[i].Kind == cut.Mark || d.Tokens[i].Kind == cut.Punct }
	for _, s := range spans {
		for s.First < s.Last && sign(s.First) {
			s.First++
		}
		for s.Last > s.First && sign(s.Last-1) {
			s.Last--
		}
		out = append(out, s)
	}
	return out
}
