package article_test

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"inquit/article"
)

// damaged returns an article whose ā stand for three signs, as they were
// lost: two quotation marks and an apostrophe.
func damaged() *article.Article {
	const source = "Sheād gone. āNo,ā he said."
	var repairs []article.Repair
	for i, after := range []string{"’", "“", "”"} {
		at := []int{3, 13, 18}[i]
		repairs = append(repairs, article.Repair{Span: article.Span{Start: at, End: at + len("ā")}, After: after})
	}
	return article.New("a.txt", "", "", source, repairs)
}

func TestRepairsMakeAView(t *testing.T) {
	const want = "She’d gone. “No,” he said."
	if got := damaged().Text(); got != want {
		t.Errorf("Text() = %q, want %q", got, want)
	}
}

func TestSpansTravelBetweenSourceAndView(t *testing.T) {
	tests := map[string]struct{ view, source article.Span }{
		"before all repairs":    {article.Span{Start: 0, End: 3}, article.Span{Start: 0, End: 3}},
		"over one repair":       {article.Span{Start: 0, End: 7}, article.Span{Start: 0, End: 6}},
		"between repairs":       {article.Span{Start: 8, End: 13}, article.Span{Start: 7, End: 12}},
		"with its marks":        {article.Span{Start: 14, End: 23}, article.Span{Start: 13, End: 20}},
		"without its marks":     {article.Span{Start: 17, End: 20}, article.Span{Start: 15, End: 18}},
		"behind all repairs":    {article.Span{Start: 24, End: 26}, article.Span{Start: 21, End: 23}},
		"empty at the very end": {article.Span{Start: 32, End: 32}, article.Span{Start: 29, End: 29}},
	}
	a := damaged()
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := a.FromView(tt.view); got != tt.source {
				t.Errorf("FromView(%v %q) = %v %q, want %v", tt.view, tt.view.In(a.Text()), got, got.In(a.Source), tt.source)
			}
			if got := a.ToView(tt.source); got != tt.view {
				t.Errorf("ToView(%v %q) = %v %q, want %v", tt.source, tt.source.In(a.Source), got, got.In(a.Text()), tt.view)
			}
		})
	}
}

// An end inside a repaired sequence would cut a damaged letter in two: the
// source span covers the whole of it.
func TestFromViewCoversWholeRepairs(t *testing.T) {
	a := damaged()
	for v := 3; v <= 5; v++ { // the three bytes of ’
		got := a.FromView(article.Span{Start: v, End: v + 1})
		if want := (article.Span{Start: 3, End: 5}); got != want {
			t.Errorf("FromView of byte %d = %v, want %v", v, got, want)
		}
	}
}

func TestZoneAt(t *testing.T) {
	a := article.New("a.txt", "", "", "Head\n\nBody text.\n\nSign up.", nil)
	a.Zones = []article.ZoneSpan{
		{Zone: article.Headline, Span: article.Span{Start: 0, End: 4}},
		{Zone: article.Boilerplate, Span: article.Span{Start: 18, End: 26}},
	}
	tests := map[int]article.Zone{
		0: article.Headline, 3: article.Headline, 4: article.Body, 6: article.Body,
		18: article.Boilerplate, 25: article.Boilerplate, 26: article.Body, 99: article.Body,
	}
	for at, want := range tests {
		if got := a.ZoneAt(at); got != want {
			t.Errorf("ZoneAt(%d) = %s, want %s", at, got, want)
		}
	}
}

func TestIDTellsArticlesApart(t *testing.T) {
	seen := map[string]string{}
	for name, id := range map[string]string{
		"plain":         article.ID("x/a.txt", "", "", "text"),
		"other folder":  article.ID("y/a.txt", "", "", "text"),
		"other text":    article.ID("x/a.txt", "", "", "text."),
		"member":        article.ID("x/a.txt", "line 1", "", "text"),
		"source id":     article.ID("x/a.txt", "line 1", "7", "text"),
		"moved letters": article.ID("x/a.tx", "t", "", "text"),
	} {
		if other, ok := seen[id]; ok {
			t.Errorf("%s and %s are both %s", name, other, id)
		}
		seen[id] = name
	}
	a, b := article.ID("x.jsonl", "line 1", "7", "text"), article.ID("x.jsonl", "line 9", "7", "text")
	if a != b {
		t.Errorf("an article with an id of its own is %s in line 1 and %s in line 9", a, b)
	}
}

// Laws of spans, for any text and any repairs: translating never leaves the
// text, a source span comes back as it went, and a view span comes back as a
// span that covers it.
func FuzzSpans(f *testing.F) {
	f.Add("Sheād gone. āNo,ā he said.", 3, 2, 8, 2, 0, 9)
	f.Add("", 0, 0, 0, 0, 0, 0)
	f.Add("aaaa", 1, 0, 0, 2, 1, 3)
	f.Fuzz(func(t *testing.T, source string, at1, len1, gap, len2, from, to int) {
		if !utf8.ValidString(source) {
			t.Skip()
		}
		n := len(source)
		within := func(i, low int) int { return low + int(uint(i)%uint(n-low+1)) }
		s1 := within(at1, 0)
		e1 := within(len1, s1)
		s2 := within(gap, e1)
		e2 := within(len2, s2)
		var repairs []article.Repair
		if e1 > s1 {
			repairs = append(repairs, article.Repair{Span: article.Span{Start: s1, End: e1}, After: "“"})
		}
		if e2 > s2 {
			repairs = append(repairs, article.Repair{Span: article.Span{Start: s2, End: e2}, After: ""})
		}
		a := article.New("a.txt", "", "", source, repairs)
		view := len(a.Text())
		v := article.Span{Start: int(uint(from) % uint(view+1))}
		v.End = v.Start + int(uint(to)%uint(view-v.Start+1))
		s := a.FromView(v)
		if s.Start < 0 || s.End > n || s.Start > s.End {
			t.Fatalf("FromView(%v) = %v in %d bytes", v, s, n)
		}
		back := a.ToView(s)
		if v.Len() > 0 && !back.Contains(v) {
			t.Fatalf("FromView(%v) = %v, ToView of it %v", v, s, back)
		}
		if again := a.FromView(back); v.Len() > 0 && again != s && !again.Contains(s) {
			t.Fatalf("source span %v came back as %v", s, again)
		}
	})
}

func Example() {
	a := article.New("news/bridge.txt", "", "", "āThe bridge will open in May,ā Ann Other said.", []article.Repair{
		{Span: article.Span{Start: 0, End: 2}, After: "“"},
		{Span: article.Span{Start: 30, End: 32}, After: "”"},
	})
	words := article.Span{Start: 2, End: 30}
	fmt.Println(a.Text())
	fmt.Println(a.View(words))
	fmt.Println(a.FromView(article.Span{Start: 0, End: 34}).In(a.Source))
	// Output:
	// “The bridge will open in May,” Ann Other said.
	// The bridge will open in May,
	// āThe bridge will open in May,ā
}
