package compare

import (
	"fmt"
	"strings"
	"testing"

	"inquit/article"
	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/name"
	"inquit/extract/quote"
	"inquit/internal/growth"
	"inquit/internal/people"
)

const pier = "We will build the old pier again before the summer, and the town will pay half of the bill."

// told makes the claims of one article with a quotation for each line "kind
// speaker: words".
func told(path string, lines ...string) *extract.Claims {
	a := article.New(path, "", "", strings.Join(lines, "\n"), nil)
	a.Outlet = &article.Field{Value: path}
	c := &extract.Claims{Article: a}
	for i, l := range lines {
		kind, rest, _ := strings.Cut(l, " ")
		who, words, _ := strings.Cut(rest, ": ")
		sp := quote.Speaker{ID: name.ID(name.Person, who, ""), Kind: name.Person, Name: who}
		span := article.Span{Start: i, End: i + 1}
		c.Quotations = append(c.Quotations, quote.Quotation{
			ID: fmt.Sprintf("q:%s:%d", path, i), Article: a.ID, Kind: quote.Kind(kind), Status: quote.Said, Speech: true,
			Parts: []quote.Part{{Span: span, Outer: span}}, Text: words, Speaker: sp,
		})
		c.Entities = append(c.Entities, name.Entity{ID: sp.ID, Kind: name.Person, Name: who})
	}
	return c
}

// paperRun makes three reports of one speech and one of another.
func paperRun() ([]*extract.Claims, *people.People, []Statement) {
	cs := []*extract.Claims{
		told("courier", "direct Ada Brook: "+strings.ReplaceAll(pier, "summer", "Summer"), "direct Tom Reed: Nobody asked the fishermen about any of this."),
		told("herald", "mixed Ada Brook: half of the bill"),
		told("release", "block Ada Brook: "+pier),
		told("times", "direct Ada Brook: "+strings.ReplaceAll(pier, "half", "all")),
	}
	p := people.Resolve(cs, people.Decisions{})
	var in []string
	for _, c := range cs {
		in = append(in, c.Article.ID)
	}
	return cs, p, Statements(cs, p, dedupe.Statements(cs, p, []dedupe.Event{{ID: "e:1", Articles: in}}))
}

func TestStatements(t *testing.T) {
	_, _, sts := paperRun()
	if len(sts) != 1 {
		t.Fatalf("%d statements, want 1", len(sts))
	}
	s := sts[0]
	if s.Base != "q:release:0" {
		t.Errorf("base %s, want that of the press release", s.Base)
	}
	want := map[string]Class{"q:courier:0": Typographic, "q:herald:0": Fragment, "q:times:0": Altered}
	for _, d := range s.Diffs {
		if d.From != s.Base || d.Class != want[d.To] {
			t.Errorf("%s differs from %s: %s, want %s", d.To, d.From, d.Class, want[d.To])
		}
	}
	if len(s.Diffs) != len(want) {
		t.Errorf("%d differences, want %d", len(s.Diffs), len(want))
	}
}

// table writes a matrix, a row a line.
func table(m Matrix) string {
	var b strings.Builder
	for _, r := range m.Rows {
		fmt.Fprintf(&b, "%s:", r.Speaker)
		for _, c := range r.Cells {
			fmt.Fprintf(&b, " %s", c)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	cs, p, sts := paperRun()
	if got, want := table(Compare(cs, p, sts, "")), "Ada Brook: whole part whole whole\nTom Reed: whole absent absent absent\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	by := p.Find("brook")[0].ID
	if got, want := table(Compare(cs, p, sts, by)), "Ada Brook: whole part whole whole\n"; got != want {
		t.Errorf("by Brook: got\n%swant\n%s", got, want)
	}
	if got := Compare(cs, p, sts, "p:0000000000000000"); len(got.Rows) != 0 || len(got.Articles) != 4 {
		t.Errorf("by nobody: %v", got)
	}
}

func TestCompareTwoHundredArticles(t *testing.T) {
	var cs []*extract.Claims
	var in []string
	for i := range 200 {
		c := told(fmt.Sprintf("paper%03d", i), "direct Ada Brook: "+pier, fmt.Sprintf("direct Tom Reed: In year %d nobody asked the fishermen of town %d about it.", i, i*3))
		cs, in = append(cs, c), append(in, c.Article.ID)
	}
	p := people.Resolve(cs, people.Decisions{})
	m := Compare(cs, p, Statements(cs, p, dedupe.Statements(cs, p, []dedupe.Event{{ID: "e:1", Articles: in}})), "")
	if len(m.Articles) != 200 || len(m.Rows) == 0 {
		t.Errorf("%d columns, %d rows", len(m.Articles), len(m.Rows))
	}
}

func TestDiffGrows(t *testing.T) {
	growth.Check(t, 2, func(size int) func() {
		a := Version{Text: strings.Repeat("we will build the old pier again ", 10_000*size)}
		b := Version{Text: strings.Repeat("they would mend the new wall twice ", 10_000*size)}
		return func() { Diff(a, b) }
	})
}

func BenchmarkDiff(b *testing.B) {
	x, y := Version{Text: strings.Repeat(pier+" ", 4)}, Version{Text: strings.Repeat(strings.ReplaceAll(pier, "half", "all")+" ", 4)}
	b.SetBytes(int64(len(x.Text)))
	for b.Loop() {
		Diff(x, y)
	}
}

func ExampleDiff() {
	d := Diff(Version{Text: "We will not pay £1.2 billion.", Marked: true}, Version{Text: "We will pay £1.2bn", Marked: true})
	fmt.Println(d.Class)
	fmt.Println(Words("We will not pay £1.2 billion.", "We will pay £1.2bn"))
	// Output:
	// spliced
	// We will [-not-] pay £1.2bn
}
