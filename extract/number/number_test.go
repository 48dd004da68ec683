package number

import (
	"fmt"
	"strings"
	"testing"

	"inquit/article"
	"inquit/internal/text"
)

func Example() {
	a := article.New("a.txt", "", "", "The council will raise road spending by about £4.2bn, to 2.5 per cent of GDP, by 2030.", nil)
	for _, n := range Find(text.Analyse(a), a.ID, Options{Published: "2025-06-05"}) {
		fmt.Println(n.Span.In(a.Text()), "|", n.Value, n.Unit, n.Modifier, n.Change, n.Role, "|", n.Concept)
	}
	// Output:
	// about £4.2bn | 4200000000 GBP ~ up by | road spending council
	// 2.5 per cent of GDP | 2.5 percent =  to | road spending council
}

// TestTagsDecide has sentences whose form does not tell where the counted
// noun phrase ends or which word is its head: each must be right with tags,
// and go wrong when they are taken away.
func TestTagsDecide(t *testing.T) {
	tests := map[string]string{
		"The firm said 900 newly built homes stand empty.":          "newly built home",
		"Some 700 pupils aboard three ferries were brought ashore.": "pupil",
		"Only 40 nurses treat patients on the two islands.":         "nurse",
		"In Harwick 80 farmers grow apples for the mill.":           "farmer",
		"Some 1,200 shops sell tickets for the ferry.":              "shop",
	}
	for s, want := range tests {
		if got := find(s); len(got) == 0 || got[0].Unit != want {
			t.Errorf("%q: want unit %q, got %s", s, want, show(s))
		}
		if ns := findUntagged(s); len(ns) > 0 && ns[0].Unit == want {
			t.Errorf("%q is right without tags too: they decide nothing", s)
		}
	}
}

// findUntagged is find with the tags taken away again.
func findUntagged(s string) []Number {
	d := analysed(s)
	for k := range d.Sentences {
		d.Tag(k)
	}
	for i := range d.Tokens {
		d.Tokens[i].Tag = text.NoTag
	}
	return Find(d, "a:0", Options{})
}

func TestSilentZones(t *testing.T) {
	s := "Rain costs £4m\n\nBy Ann Other, 44\n\nThe rain cost £5m."
	a := article.New("a.txt", "", "", s, nil)
	a.Zones = []article.ZoneSpan{
		{Zone: article.Headline, Span: article.Span{Start: 0, End: 14}},
		{Zone: article.Byline, Span: article.Span{Start: 16, End: 32}},
		{Zone: article.Body, Span: article.Span{Start: 34, End: len(s)}},
	}
	ns := Find(text.Analyse(a), a.ID, Options{})
	if len(ns) != 2 || ns[0].Zone != article.Headline || ns[1].Zone != article.Body {
		t.Fatalf("got %v", ns)
	}
	for i, n := range ns {
		if want := fmt.Sprintf("n:%s:%d", a.Hex(), i+1); n.ID != want || n.Article != a.ID {
			t.Errorf("id %s of %s, want %s of %s", n.ID, n.Article, want, a.ID)
		}
	}
}

func TestHomeDollar(t *testing.T) {
	for outlet, want := range map[string]string{
		"": "USD", "Example Tribune": "USD", "example.ca": "CAD", "The Sydney Example": "AUD", "Jamaica Example": "JMD",
	} {
		a := article.New("a.txt", "", "", "The bridge cost $4m.", nil)
		ns := Find(text.Analyse(a), a.ID, Options{Outlet: outlet})
		if len(ns) != 1 || ns[0].Unit != want {
			t.Errorf("outlet %q: got %v, want %s", outlet, ns, want)
		}
	}
}

// FuzzFind holds the laws: spans inside the text, in order and apart; values
// finite, plain and in order; and a value printed is found again.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"£-5bn", "1,2,3", "1e999", "٣٫٥", strings.Repeat("9", 400), "5 to 6 to 7-8 per cent of of", "a", "half a", "one in", "tens of",
		"between 5 and", "$", "Y=", "(", "£5 (", "5%-", "3 May 20", "May 5 - 6, 2018", "\u00bd", "0.5.5", "5-5-5", "two and a", "up to up to 5",
		"from 5 in 2008 to", "12\u2013", "He is 40", "as soon as", "between now and", "7 3/", "$US5", "RM7", "5 sq", "MUSD 5", "5 o'clock",
		"5'11\"", "6-foot-", "an hour and", "5x10^", "5 x 10^-99", "1 in", "3 out of", "one-in-", "third-", "ranked 5th", "several", "a couple of billion",
		"two point", "two point five five", "10$", "3US$", "R5,", "(41 Shots)", "in May", "a 9,999-strong", "half a", "nineteen sixties",
		"Ann Other, 44, paid £3.5m, up from £2m, or 12 per cent of GDP, by the end of 2030.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		a := article.New("a.txt", "", "", s, nil)
		at := 0
		for _, n := range Find(text.Analyse(a), a.ID, Options{Published: "2025-06-05"}) {
			if n.Span.Start < at || n.Span.End > len(s) || n.Span.Empty() {
				t.Fatalf("span %v after %d in %q", n.Span, at, s)
			}
			at = n.Span.End
			if n.HasMax && n.Value.Cmp(n.ValueMax) > 0 {
				t.Fatalf("%v..%v in %q", n.Value, n.ValueMax, s)
			}
			if n.Time != nil && (n.Time.Span.End > len(s) || n.Time.Span.In(s) != n.Time.Text) {
				t.Fatalf("time %+v in %q", n.Time, s)
			}
			checkAgain(t, n.Value)
		}
	})
}

// checkAgain prints a value into a sentence and finds it there.
func checkAgain(t *testing.T, v Decimal) {
	t.Helper()
	p, ok := ParseDecimal(v.String())
	if !ok || p != v {
		t.Fatalf("%v is read as %v", v, p)
	}
	s := "The rate is " + strings.TrimPrefix(v.String(), "-") + " per cent."
	ns := find(s)
	if len(ns) != 1 || ns[0].Value.String() != strings.TrimPrefix(v.String(), "-") || ns[0].Unit != "percent" {
		t.Fatalf("%q gives %v", s, show(s))
	}
}

func TestKey(t *testing.T) {
	key := func(s string) Key {
		t.Helper()
		ns := find(s)
		if len(ns) == 0 {
			t.Fatalf("no claim in %q", s)
		}
		return ns[0].Key()
	}
	level := key("The rate was 5 per cent in 2024.")
	if level != key("The rate rose to 6 per cent in 2024.") {
		t.Error("a level and the level risen to differ")
	}
	for _, other := range []string{
		"The rate rose by 5 per cent in 2024.", "The rate was 5 per cent in 2023.", "The rate was £5 in 2024.", "The turnout was 5 per cent in 2024.",
	} {
		if level == key(other) {
			t.Errorf("%q has the key of another quantity", other)
		}
	}
	if k := key("One in four voters stayed away."); k.Kind != Ratio {
		t.Errorf("kind %q of a ratio", k.Kind)
	}
	if k := key("It is the third-largest port."); k.Kind != Rank || k.Unit != "rank" || k.Head != "port" {
		t.Errorf("key %+v of a rank", k)
	}
}

func TestHomeCents(t *testing.T) {
	for input, want := range map[string]string{
		"example.ie:The levy is 20 cents.":                        "EUR-cent",
		"example.ca:The levy is 20 cents.":                        "CAD-cent",
		":The levy is 20 cents.":                                  "USD-cent",
		":It rose 20 cents to €3.":                                "EUR-cent",
		":It cost A$4 in May. It rose 20 cents.":                  "AUD-cent",
		"example.ie:A dollar bought less: 20 US cents were lost.": "USD-cent",
	} {
		outlet, s, _ := strings.Cut(input, ":")
		a := article.New("a.txt", "", "", s, nil)
		found := false
		for _, n := range Find(text.Analyse(a), a.ID, Options{Outlet: outlet}) {
			found = found || n.Unit == want
		}
		if !found {
			t.Errorf("%q: no %s", input, want)
		}
	}
}
