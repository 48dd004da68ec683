package dedupe

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/name"
	"inquit/extract/quote"
	"inquit/internal/people"
)

// sayer makes the claims of one article of one quotation a line, written as
// "kind speaker: words"; "?" is an unknown speaker, a "+" before the kind
// makes it announced.
func sayer(path string, lines ...string) *extract.Claims {
	a := article.New(path, "", "", strings.Join(lines, "\n"), nil)
	c := &extract.Claims{Article: a}
	at := 0
	for i, l := range lines {
		kind, rest, _ := strings.Cut(l, " ")
		who, words, _ := strings.Cut(rest, ": ")
		start := at + len(l) - len(words)
		span := article.Span{Start: start, End: at + len(l)}
		q := quote.Quotation{
			ID: fmt.Sprintf("q:%s:%d", path, i), Article: a.ID, Kind: quote.Kind(strings.TrimPrefix(kind, "+")), Status: quote.Said, Speech: true,
			Parts: []quote.Part{{Span: span, Outer: span}}, Text: words,
		}
		if strings.HasPrefix(kind, "+") {
			q.Status = quote.ToBeSaid
		}
		if who != "?" {
			q.Speaker = quote.Speaker{ID: name.ID(name.Person, who, ""), Kind: name.Person, Name: who}
		}
		c.Quotations = append(c.Quotations, q)
		at += len(l) + 1
	}
	return c
}

func TestStatements(t *testing.T) {
	const pier = "We will build the old pier again before the summer, and the town will pay half of the bill."
	tests := map[string]struct {
		a, b  []string
		apart bool // in two events
		want  string
	}{
		"the same words":           {[]string{"direct Ada Brook: " + pier}, []string{"direct Ada Brook: " + pier}, false, "same a0 b0"},
		"without marks":            {[]string{"direct Ada Brook: " + pier}, []string{"block Ada Brook: " + pier}, false, "same a0 b0"},
		"speaker unknown":          {[]string{"direct Ada Brook: " + pier}, []string{"direct ?: " + pier}, false, "same a0 b0"},
		"surname only":             {[]string{"direct Ada Brook: " + pier}, []string{"direct Brook: " + pier}, false, "same a0 b0"},
		"given to another":         {[]string{"direct Ada Brook: " + pier}, []string{"direct Tom Reed: " + pier}, false, "same a0 b0"},
		"two people, one phrase":   {[]string{"direct Ada Brook: we will build the old pier"}, []string{"direct Tom Reed: we will build the old pier"}, false, ""},
		"a piece of it":            {[]string{"direct Ada Brook: " + pier}, []string{"mixed Ada Brook: before the summer"}, false, "fragment a0 b0"},
		"two words of it":          {[]string{"direct Ada Brook: " + pier}, []string{"mixed Ada Brook: old pier"}, false, "fragment a0 b0"},
		"two words, by another":    {[]string{"direct Ada Brook: " + pier}, []string{"mixed ?: old pier"}, false, ""},
		"two words elsewhere":      {[]string{"direct Ada Brook: " + pier}, []string{"mixed Ada Brook: old pier"}, true, ""},
		"two pieces without words": {[]string{"direct Ada Brook: " + pier}, []string{"mixed Ada Brook: before the summer", "mixed Ada Brook: half of the bill"}, false, "fragment a0 b0 b1"},
		"again at another event":   {[]string{"direct Ada Brook: " + pier}, []string{"direct Ada Brook: " + pier}, true, "repeat a0 b0"},
		"twice in one article":     {[]string{"direct Ada Brook: " + pier, "pull Ada Brook: " + pier}, nil, false, "repeat a0 a1"},
		"other words":              {[]string{"direct Ada Brook: " + pier}, []string{"direct Ada Brook: Nobody has told us what the harbour office wants to do."}, false, ""},
		"told, not quoted": {
			[]string{"indirect Ada Brook: the old pier will be built again before the summer with half of the bill paid by the town"},
			[]string{"indirect Ada Brook: the pier will be built again before the summer and half of the bill paid by the town"},
			false, "paraphrase a0 b0",
		},
		"announced, then said": {
			[]string{"+indirect Ada Brook: the harbour office to build the old pier again before the summer"},
			[]string{"indirect Ada Brook: the harbour office to build the old pier again before the summer"},
			false, "status_shift a0 b0",
		},
		"what anyone might say": {
			[]string{"indirect Ada Brook: to build the pier again"}, []string{"indirect Ada Brook: to build the pier again"}, false, "",
		},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			a, b := sayer("a", tt.a...), sayer("b", tt.b...)
			events := []Event{{ID: "e:1", Articles: []string{a.Article.ID, b.Article.ID}}}
			if tt.apart {
				events = []Event{{ID: "e:1", Articles: []string{a.Article.ID}}, {ID: "e:2", Articles: []string{b.Article.ID}}}
			}
			for _, cs := range [][]*extract.Claims{{a, b}, {b, a}} {
				if got := joined(Statements(cs, people.Resolve(cs, people.Decisions{}), events)); got != tt.want {
					t.Errorf("got %q, want %q", got, tt.want)
				}
			}
		})
	}
}

// joined writes statements with their relation and short member ids.
func joined(sts []Statement) string {
	var out []string
	for _, s := range sts {
		in := []string{string(s.Relation)}
		for _, m := range s.Members {
			in = append(in, strings.ReplaceAll(strings.TrimPrefix(m, "q:"), ":", ""))
		}
		out = append(out, strings.Join(in, " "))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func TestStatementsGrow(t *testing.T) {
	t.Run("one statement", func(t *testing.T) {
		grows(t, 4000, func(n int) func() {
			var cs []*extract.Claims
			e := Event{ID: "e:1"}
			for i := range n {
				c := sayer(fmt.Sprint(i), fmt.Sprintf("direct Ada Brook: We will build the old pier again before the summer of year %d", i))
				cs, e.Articles = append(cs, c), append(e.Articles, c.Article.ID)
			}
			return func() { Statements(cs, nil, []Event{e}) }
		})
	})
	t.Run("many statements", func(t *testing.T) {
		grows(t, 3000, func(n int) func() {
			var cs []*extract.Claims
			for i := range n {
				cs = append(cs, sayer(fmt.Sprint(i), "direct Ada Brook: "+madeText(uint64(i), 25)))
			}
			return func() { Statements(cs, nil, nil) }
		})
	})
}
