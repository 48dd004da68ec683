package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"inquit/article"
	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/number"
)

// figures makes the claims of one article: "value unit concept" with words
// for the rest: of=BASE at=FROM..TO target fact up down by to ~ > <.
func figures(path string, lines ...string) *extract.Claims {
	a := article.New(path, "", "", path, nil)
	c := &extract.Claims{Article: a}
	for i, l := range lines {
		n := number.Number{ID: fmt.Sprintf("n:%s:%d", path, i), Article: a.ID, Modifier: number.Exact, Modality: number.Fact}
		var concept []string
		for k, w := range strings.Fields(l) {
			key, value, _ := strings.Cut(w, "=")
			switch {
			case k == 0:
				low, high, isRange := strings.Cut(w, "..")
				n.Value, _ = number.ParseDecimal(low)
				if isRange {
					n.ValueMax, n.HasMax = mustDecimal(high), true
				}
			case k == 1:
				n.Unit = w
			case key == "of":
				n.Base = strings.ReplaceAll(value, "-", " ")
			case key == "at":
				from, to, _ := strings.Cut(value, "..")
				n.Time = &number.Time{Text: value, From: from, To: to}
			case slices.Contains([]string{"target", "proposal", "vague"}, w):
				n.Modality = number.Modality(w)
			case w == "up" || w == "down":
				n.Change = number.Change(w)
			case w == "by" || w == "to":
				n.Role = number.ChangeRole(w)
			case strings.ContainsAny(w, "~<>"):
				n.Modifier = number.Modifier(w)
			default:
				concept = append(concept, w)
			}
		}
		n.Concept = strings.Join(concept, " ")
		c.Numbers = append(c.Numbers, n)
	}
	return c
}

func mustDecimal(s string) number.Decimal {
	d, _ := number.ParseDecimal(s)
	return d
}

func TestNumbers(t *testing.T) {
	tests := map[string]struct {
		a, b []string
		want string
	}{
		"agree":                      {[]string{"2.5 percent harbour spending"}, []string{"2.50 percent spending"}, "agree a0 b0"},
		"another value":              {[]string{"4200 boat harbour losses"}, []string{"4700 boat harbour losses"}, "value a0 b0"},
		"about right":                {[]string{"4200 boat harbour losses"}, []string{"4000 boat harbour losses ~"}, ""},
		"a bound that holds":         {[]string{"4200 boat harbour losses"}, []string{"4000 boat harbour losses >"}, ""},
		"a bound that does not":      {[]string{"3900 boat harbour losses"}, []string{"4000 boat harbour losses >"}, "value a0 b0"},
		"in the range":               {[]string{"4200 boat harbour losses"}, []string{"4000..5000 boat harbour losses"}, ""},
		"target and present":         {[]string{"2.5 percent harbour spending target"}, []string{"2.3 percent harbour spending"}, ""},
		"another thing":              {[]string{"4200 boat harbour losses"}, []string{"4700 boat river traffic"}, ""},
		"another year":               {[]string{"4200 boat harbour losses at=2031-01-01..2031-12-31"}, []string{"4700 boat harbour losses at=2032-01-01..2032-12-31"}, ""},
		"one paper has both":         {[]string{"4200 boat harbour losses"}, []string{"4700 boat harbour losses", "4200 boat harbour losses"}, "agree a0 b1"},
		"another currency":           {[]string{"11800000000 GBP pier costs"}, []string{"11800000000 USD pier costs"}, "unit a0 b0"},
		"the period is lost":         {[]string{"11800000000 GBP pier costs up by at=2031-01-01..2034-12-31"}, []string{"11800000000 GBP pier costs up by"}, "context a0 b0"},
		"another period":             {[]string{"11800000000 GBP pier costs at=2031-01-01..2031-12-31"}, []string{"11800000000 GBP pier costs at=2033-01-01..2033-12-31"}, "time a0 b0"},
		"the base is lost":           {[]string{"2.5 percent harbour spending of=GDP"}, []string{"2.5 percent harbour spending"}, "base a0 b0"},
		"the base is given before":   {[]string{"2.5 percent harbour spending of=GDP"}, []string{"2.3 percent harbour costs of=gross-domestic-product", "2.5 percent harbour spending"}, "agree a0 b1"},
		"goal told as fact":          {[]string{"3 percent harbour spending target"}, []string{"3 percent harbour spending"}, "modality a0 b0"},
		"more than is lost":          {[]string{"4200 boat harbour losses >"}, []string{"4200 boat harbour losses"}, "qualifier a0 b0"},
		"around is no loss":          {[]string{"2.3 percent harbour spending ~"}, []string{"2.3 percent harbour spending"}, "agree a0 b0"},
		"a round value by chance":    {[]string{"3 boat harbour losses"}, []string{"3 boat river traffic"}, ""},
		"a round value of one thing": {[]string{"3 boat harbour losses"}, []string{"3 boat losses"}, "agree a0 b0"},
		"twice in one paper":         {[]string{"2.5 percent harbour spending", "2.5 percent spending"}, nil, "agree a0 a1"},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			a, b := figures("a", tt.a...), figures("b", tt.b...)
			e := []dedupe.Event{{Articles: []string{a.Article.ID, b.Article.ID}}}
			for _, cs := range [][]*extract.Claims{{a, b}, {b, a}} {
				var got []string
				for _, c := range Numbers(cs, e) {
					got = append(got, string(c.Verdict)+" "+strings.NewReplacer("n:", "", ":", "").Replace(strings.Join(c.Members, " ")))
				}
				slices.Sort(got)
				if s := strings.Join(got, "; "); s != tt.want {
					t.Errorf("got %q, want %q", s, tt.want)
				}
			}
		})
	}
}

func TestNumbersOfTwoEventsNeverMeet(t *testing.T) {
	a, b := figures("a", "4200 boat harbour losses"), figures("b", "4700 boat harbour losses")
	e := []dedupe.Event{{Articles: []string{a.Article.ID}}, {Articles: []string{b.Article.ID}}}
	if got := Numbers([]*extract.Claims{a, b}, e); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}
