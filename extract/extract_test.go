package extract_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/read"
	"inquit/internal/text"
)

func ExampleExtract() {
	a := article.New("a.txt", "", "", "The pier will close. “We need £3m,” said Mayor Lena Frost.", nil)
	c := extract.Extract(a)
	for _, q := range c.Quotations {
		fmt.Println(q.Speaker.Name, "said:", q.Text)
	}
	for _, n := range c.Numbers {
		fmt.Println(n.Value, n.Unit, n.Speaker == c.Quotations[0].Speaker.ID)
	}
	// Output:
	// Lena Frost said: We need £3m,
	// 3000000 GBP true
}

// story is damaged: its apostrophes and marks were read in another encoding.
const story = "Prices at the harbourâ€™s cafÃ© rose by 4 per cent, Ann Moss said.\n\n" +
	"â€œWe canâ€™t go on,â€\u009d she told the Harton Gazette. â€œIt costs us Â£2,000 a week.â€\u009d\n"

// newArticle returns an article as it comes from the reader.
func newArticle(source string) *article.Article {
	a := article.New("a.txt", "", "", source, text.FindRepairs(source))
	read.Zones(a)
	return a
}

// TestSpansIndexTheSource expects every span of a repaired article to show,
// seen through the view, the words it was found by.
func TestSpansIndexTheSource(t *testing.T) {
	a := newArticle(story)
	if len(a.Repairs) == 0 {
		t.Fatal("nothing was repaired")
	}
	c := extract.Extract(a)
	if len(c.Quotations) == 0 || len(c.Numbers) == 0 {
		t.Fatalf("%d quotations, %d numbers", len(c.Quotations), len(c.Numbers))
	}
	for _, q := range c.Quotations {
		var words []string
		for _, p := range q.Parts {
			words = append(words, a.View(p.Span))
			if !p.Outer.Contains(p.Span) {
				t.Errorf("part %v outside %v", p.Span, p.Outer)
			}
		}
		if got := strings.Join(words, " "); got != q.Text {
			t.Errorf("source spans of %q show %q", q.Text, got)
		}
		if got := a.View(q.Speaker.Mention); got != q.Speaker.MentionText {
			t.Errorf("mention %q shows %q", q.Speaker.MentionText, got)
		}
	}
}

// TestNumbersInQuotations expects a number inside marks to know its quotation
// and speaker, and the quotation to know the number.
func TestNumbersInQuotations(t *testing.T) {
	c := extract.Extract(newArticle(story))
	var inside, listed int
	byID := map[string]*quote.Quotation{}
	for i := range c.Quotations {
		byID[c.Quotations[i].ID] = &c.Quotations[i]
		listed += len(c.Quotations[i].Numbers)
	}
	for _, n := range c.Numbers {
		if n.Quote == "" {
			continue
		}
		inside++
		if q := byID[n.Quote]; q == nil || q.Speaker.ID != n.Speaker || !has(q.Numbers, n) {
			t.Errorf("number %s says quotation %q, speaker %q", n.ID, n.Quote, n.Speaker)
		}
	}
	if inside != 2 || listed != 2 {
		t.Errorf("%d numbers know a quotation, %d are listed; want 2, 2", inside, listed)
	}
}

func has(ids []string, n number.Number) bool {
	for _, id := range ids {
		if id == n.ID {
			return true
		}
	}
	return false
}

// TestOtherLanguages expects no claims from what is known not to be English.
func TestOtherLanguages(t *testing.T) {
	for lang, want := range map[string]bool{"": true, "en": true, "de": false, "fr": false} {
		a := newArticle(story)
		a.Lang = lang
		if got := len(extract.Extract(a).Quotations) > 0; got != want {
			t.Errorf("language %q: quotations found is %v", lang, got)
		}
	}
}

// TestExtractTwice expects the same claims again, and entities in order.
func TestExtractTwice(t *testing.T) {
	a := newArticle(story)
	one, two := extract.Extract(a), extract.Extract(a)
	if !reflect.DeepEqual(one, two) {
		t.Error("a second Extract gives other claims")
	}
	for i := 1; i < len(one.Entities); i++ {
		if one.Entities[i].ID < one.Entities[i-1].ID {
			t.Errorf("entity %d before its time", i)
		}
	}
}

// FuzzExtract expects spans inside the source text whatever it holds.
func FuzzExtract(f *testing.F) {
	f.Add(story)
	f.Add("“Ä 5%,” said.\n\nHe: “")
	f.Fuzz(func(t *testing.T, s string) {
		a := newArticle(strings.ToValidUTF8(s, "?"))
		c := extract.Extract(a)
		in := func(p article.Span) {
			if p.Start < 0 || p.End < p.Start || p.End > len(a.Source) {
				t.Fatalf("span %v outside %d bytes", p, len(a.Source))
			}
		}
		for _, q := range c.Quotations {
			for _, p := range q.Parts {
				in(p.Span)
				in(p.Outer)
			}
			in(q.Content)
			in(q.Cue)
			in(q.Speaker.Mention)
		}
		for _, n := range c.Numbers {
			in(n.Span)
		}
	})
}
