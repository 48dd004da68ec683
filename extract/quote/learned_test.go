package quote

import (
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/quote/crf"
	"inquit/internal/text"
)

// found returns the quotations of s.
func found(s string) []Quotation {
	a := article.New("a.txt", "", "", s, nil)
	d := text.Analyse(a)
	return Find(d, name.Find(d, a.ID), a.ID)
}

// withoutModel runs f as a program does that was built without the model.
func withoutModel(t *testing.T, f func()) {
	t.Helper()
	model := crf.Default
	crf.Default = func() *crf.Model { return nil }
	defer func() { crf.Default = model }()
	f()
}

// Reports that no rule knows, after a sentence that is the headline.
func TestLearnedReports(t *testing.T) {
	if crf.Default() == nil {
		t.Skip("built without the model")
	}
	const head = "Harbour plan goes to court\n\nThe hearing lasted two days and was held in Marlow.\n\n"
	tests := map[string]struct{ content, speaker string }{
		"The lawyer representing the firm, Ann Moss, testified that the wall had been weak for years.":                {"the wall had been weak for years", "Ann Moss"},
		"The paper notes that it is early days and that diet was not measured, but the authors note that it matters.": {"it matters", "authors"},
	}
	for in, want := range tests {
		ok := false
		var got []string
		for _, q := range found(head + in) {
			got = append(got, string(q.Kind)+" "+q.Text+" < "+q.Speaker.Name+" by "+q.Rule)
			ok = ok || q.Kind == Indirect && q.Text == want.content && q.Speaker.Name == want.speaker
		}
		if !ok {
			t.Errorf("%q: want %+v, got %q", in, want, got)
		}
	}
}

// Without the model the rules do what they can.
func TestWithoutModel(t *testing.T) {
	const s = "Mayor Lena Frost said the bridge would stay shut. “We have no money,” she added."
	withoutModel(t, func() {
		qs := found(s)
		if len(qs) != 2 || qs[0].Kind != Indirect || qs[1].Kind != Direct {
			t.Errorf("rules alone found %+v", qs)
		}
		for _, q := range qs {
			if q.Rule == learnedRule {
				t.Errorf("%q was learned without a model", q.Text)
			}
		}
	})
}

// Content that is said twice, marked or not, stays one quotation: no two
// quotations without marks have the same words in the same place.
func FuzzLearned(f *testing.F) {
	f.Add("Ann Moss said the bridge “was shut”, adding that it would open, according to a report.\n\n“No,” he said.")
	f.Add("The firm, she said, urged them to warn that “it” was late: “Yes,” he told.")
	f.Fuzz(func(t *testing.T, s string) {
		seen := map[article.Span]bool{}
		for _, q := range found(strings.ToValidUTF8(s, "?")) {
			if len(q.Parts) == 0 {
				t.Fatalf("%+v has no part", q)
			}
			if q.Kind != Indirect {
				continue
			}
			if p := q.Parts[0].Span; p.End > p.Start && seen[p] {
				t.Fatalf("%q is found twice at %v", q.Text, p)
			} else {
				seen[p] = true
			}
		}
	})
}
