package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/quote"
	"inquit/internal/growth"
	"inquit/internal/text"
)

func ExampleFind() {
	a := article.New("a.txt", "", "", "The bridge stays shut. “We have no money,” said Mayor Lena Frost.", nil)
	d := text.Analyse(a)
	for _, q := range quote.Find(d, name.Find(d, a.ID), a.ID) {
		fmt.Println(q.Kind, q.Speaker.Name, q.Text)
	}
	// Output: direct Lena Frost We have no money,
}

// hostile are inputs that ask much of the rules; each is repeated.
var hostile = map[string]string{
	"open double":     "“a ",
	"open straight":   "\"a ",
	"open single":     "‘a ",
	"straight single": "'a ",
	"close":           "a” ",
	"marks only":      "\"",
	"apostrophes":     "'",
	"nested":          "“‘",
	"cues":            "said ",
	"commas":          "he said, ",
	"open paragraphs": "“He went.\n\n",
	"single at start": "‘He went.\n\n",
	"to that":         "told him that ",
	"and said":        "Ann Moss and said ",
	"colon":           "he said:\n\n",
	"plural":          "the ‘boys’ toys ",
	"brackets":        "(he said ",
	"dashes":          "he - said - ",
	"sentences":       "Ann Moss said it was. He said no. ",
	"quotations":      "“It is late,” Ann Moss said. ",
}

// TestTimeIsLinear doubles the input and expects the time to double. Tags and
// names are there already: other packages answer for them.
func TestTimeIsLinear(t *testing.T) {
	for what, unit := range hostile {
		t.Run(strings.ReplaceAll(what, " ", "-"), func(t *testing.T) {
			growth.Check(t, 2, func(size int) func() {
				a := article.New("a.txt", "", "", strings.Repeat(unit, size*20_000/len(unit)), nil)
				d := text.Analyse(a)
				for i := range d.Sentences {
					d.Tag(i)
				}
				names := name.Find(d, a.ID)
				return func() { quote.Find(d, names, a.ID) }
			})
		})
	}
}

// TestManyMarks expects each of 10,000 quotations to be found, and 50 levels
// of nesting to give one.
func TestManyMarks(t *testing.T) {
	_, qs := find(strings.Repeat("“It is late,” Ann Moss said.\n\n", 5000))
	if len(qs) != 5000 {
		t.Errorf("5000 paragraphs gave %d quotations", len(qs))
	}
	_, qs = find(strings.Repeat("“a ", 50) + strings.Repeat("b” ", 50) + "he said.")
	if len(qs) == 0 {
		t.Error("nested marks gave no quotation")
	}
}

// FuzzFind holds the laws of all quotations: spans lie in the text, parts are
// sorted and inside their outer spans, ids run, links lead somewhere.
func FuzzFind(f *testing.F) {
	for _, unit := range hostile {
		f.Add(strings.Repeat(unit, 5))
	}
	f.Add("He said: “No.\n\n“Yes,” she added, ‘or “perhaps”’.")
	f.Add("Mr O'Neill's 'plan' isn't one, he said — \"we can't\" ''go''.")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		view, qs := find(s)
		ids := map[string]bool{}
		for i := range qs {
			ids[qs[i].ID] = true
		}
		for i := range qs {
			checkLaws(t, view, &qs[i], ids)
			if i > 0 && qs[i].Start() < qs[i-1].Start() {
				t.Fatalf("quotation %d begins before %d in %q", i, i-1, s)
			}
		}
	})
}

func checkLaws(t *testing.T, view string, q *quote.Quotation, ids map[string]bool) {
	t.Helper()
	if len(q.Parts) == 0 || q.Text == "" {
		t.Fatalf("quotation without words: %+v", q)
	}
	end := 0
	for _, p := range q.Parts {
		if p.Start < end || p.Empty() || p.End > len(view) || !p.Outer.Contains(p.Span) {
			t.Fatalf("part %+v behind %d in %q", p, end, view)
		}
		end = p.End
	}
	for _, sp := range append([]article.Span{q.Content, q.Cue, q.Speaker.Mention}, q.Speaker.Chain...) {
		if sp.Start < 0 || sp.End > len(view) || sp.Start > sp.End {
			t.Fatalf("span %+v outside %q", sp, view)
		}
	}
	for _, id := range []string{q.Links.Continues, q.Links.FragmentOf, q.Links.NestedIn} {
		if id != "" && (!ids[id] || id == q.ID) {
			t.Fatalf("link to %q of %q", id, q.ID)
		}
	}
	if c := q.Speaker.Confidence; c < 0 || c > 1 || q.Confidence < 0 || q.Confidence > 1 {
		t.Fatalf("confidence %v, %v", c, q.Confidence)
	}
}

func BenchmarkFind(b *testing.B) {
	source := strings.Repeat("The bridge stays shut, the council has said. “We have no money,” said Mayor Lena Frost on Monday.\n\nShe told the hearing that repairs would cost £4m. Rain fell for most of the week and nobody came.\n\n", 25)
	a := article.New("a.txt", "", "", source, nil)
	d := text.Analyse(a)
	names := name.Find(d, a.ID)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		quote.Find(d, names, a.ID)
	}
}
