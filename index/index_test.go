package index_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"inquit/extract"
	"inquit/index"
	"inquit/internal/store"
	"inquit/internal/store/storetest"
)

func create(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Create(filepath.Join(t.TempDir(), store.Folder))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func inputOf(i int) store.Input {
	return store.Input{Path: fmt.Sprintf("/news/%d.txt", i), Size: 1, ModTime: 1}
}

// fill puts made articles and links them.
func fill(t testing.TB, s *store.Store, from, to, quotes int) {
	t.Helper()
	for at := from; at < to; at += 500 {
		var b store.Batch
		for i := at; i < min(at+500, to); i++ {
			b.Puts = append(b.Puts, store.Put{Input: inputOf(i).Path, Claims: storetest.Claims(i, quotes)})
			b.Done = append(b.Done, inputOf(i))
		}
		if _, err := s.PutBatch(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	relink(t, s)
}

func relink(t testing.TB, s *store.Store) {
	t.Helper()
	var all []*extract.Claims
	for c, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	if err := s.SetLinks(t.Context(), storetest.Links(all)); err != nil {
		t.Fatal(err)
	}
}

func publish(t testing.TB, s *store.Store) index.Published {
	t.Helper()
	p, err := index.Publish(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func open(t testing.TB, s *store.Store) *index.Searcher {
	t.Helper()
	x, err := index.Open(s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}

func sound(t testing.TB, s *store.Store) {
	t.Helper()
	problems, err := index.Verify(t.Context(), s)
	if err != nil || len(problems) > 0 {
		t.Fatalf("Verify: %v, %v", problems, err)
	}
}

// answers asks all kinds of questions and returns everything found.
func answers(t testing.TB, x *index.Searcher) string {
	t.Helper()
	var b strings.Builder
	for _, q := range []index.Query{
		{},
		{Text: "bridge"},
		{Text: "harbour OR storm -bridge"},
		{By: "Quennell"},
		{By: "Harbour Minister", Text: "ferry"},
		{Text: "unit:percent value:10..90"},
		{Text: "date:2019..2021 brid*", Copies: true},
		{Text: "ferri~", AllKinds: true, Limit: index.All},
	} {
		for _, find := range []func() (index.Hits, error){
			func() (index.Hits, error) { return x.Quotes(t.Context(), q) },
			func() (index.Hits, error) { return x.Numbers(t.Context(), q) },
			func() (index.Hits, error) { return x.Articles(t.Context(), q) },
		} {
			h, err := find()
			if err != nil {
				t.Fatalf("%+v: %v", q, err)
			}
			h.Seq = 0
			fmt.Fprintf(&b, "%+v\n%+v\n", q, h)
		}
	}
	return b.String()
}

func TestPublishFollowsTheStore(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 30, 4)
	if p := publish(t, s); !p.Rebuilt || p.Articles != 30 || p.Generation != 1 {
		t.Errorf("first: %+v", p)
	}
	sound(t, s)
	if p := publish(t, s); p.Generation != 1 || p.Articles != 0 {
		t.Errorf("nothing to do: %+v", p)
	}
	x := open(t, s)
	fill(t, s, 30, 40, 4)
	if p := publish(t, s); p.Rebuilt || p.Articles < 10 || p.Articles > 12 {
		t.Errorf("ten more: %+v", p)
	}
	if _, err := s.Remove(t.Context(), inputOf(3).Path, inputOf(7).Path); err != nil {
		t.Fatal(err)
	}
	relink(t, s)
	if p := publish(t, s); p.Removed != 2 {
		t.Errorf("two removed: %+v", p)
	}
	sound(t, s)
	grown := answers(t, x)
	if p, err := index.Rebuild(t.Context(), s); err != nil || p.Articles != 38 {
		t.Fatalf("Rebuild: %+v, %v", p, err)
	}
	sound(t, s)
	if fresh := answers(t, x); fresh != grown {
		t.Errorf("a rebuilt index answers differently:\n%s\nwas\n%s", fresh, grown)
	}
	left, err := os.ReadDir(filepath.Join(s.Dir(), "index"))
	if err != nil || len(left) != 3 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}

func TestLinksReachTheIndex(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 10, 4)
	publish(t, s)
	x := open(t, s)
	before, err := x.Quotes(t.Context(), index.Query{Text: "bridge", Limit: index.All})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Unlink(t.Context()); err != nil {
		t.Fatal(err)
	}
	var all []*extract.Claims
	for c, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	links := storetest.Links(all)
	links.Copies = nil
	if err := s.SetLinks(t.Context(), links); err != nil {
		t.Fatal(err)
	}
	publish(t, s)
	after, err := x.Quotes(t.Context(), index.Query{Text: "bridge", Limit: index.All})
	if err != nil || before.Hidden.Copies == 0 || after.Hidden.Copies != 0 || after.Total != before.Total+before.Hidden.Copies {
		t.Errorf("before %d (%d folded), after %d (%d folded), %v", before.Total, before.Hidden.Copies, after.Total, after.Hidden.Copies, err)
	}
}

// matching counts what a plain walk over the claims finds.
func matching(n, quotes int, want func(c *extract.Claims, i int) bool) (ids []string) {
	for i := range n {
		c := storetest.Claims(i, quotes)
		for k := range c.Quotations {
			if want(c, k) {
				ids = append(ids, c.Quotations[k].ID)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

func found(t *testing.T, x *index.Searcher, q index.Query) ([]string, index.Hits) {
	t.Helper()
	q.Limit, q.Copies = index.All, true
	h, err := x.Quotes(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, hit := range h.Items {
		ids = append(ids, hit.ID)
	}
	slices.Sort(ids)
	if len(ids) != h.Total {
		t.Errorf("%+v: %d items of %d", q, len(ids), h.Total)
	}
	return ids, h
}

func TestQueriesFindWhatAWalkFinds(t *testing.T) {
	const n, quotes = 60, 5
	s := create(t)
	fill(t, s, 0, n, quotes)
	publish(t, s)
	x := open(t, s)
	text := func(c *extract.Claims, i int) string {
		return " " + strings.ToLower(strings.ReplaceAll(c.Quotations[i].Text, ",", " ")) + " "
	}
	has := func(words ...string) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, i int) bool {
			for _, w := range words {
				if !strings.Contains(text(c, i), w) {
					return false
				}
			}
			return true
		}
	}
	by := func(last string) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, i int) bool {
			return strings.HasSuffix(c.Quotations[i].Speaker.Name, last)
		}
	}
	and := func(a, b func(*extract.Claims, int) bool) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, i int) bool { return a(c, i) && b(c, i) }
	}
	or := func(a, b func(*extract.Claims, int) bool) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, i int) bool { return a(c, i) || b(c, i) }
	}
	not := func(a func(*extract.Claims, int) bool) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, i int) bool { return !a(c, i) }
	}
	number := func(unit string, low, high float64) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, i int) bool {
			for _, m := range c.Numbers {
				var v float64
				_, _ = fmt.Sscan(m.Value.String(), &v)
				if m.Quote == c.Quotations[i].ID && (unit == "" || m.Unit == unit) && low <= v && v <= high {
					return true
				}
			}
			return false
		}
	}
	day := func(low, high string) func(*extract.Claims, int) bool {
		return func(c *extract.Claims, _ int) bool {
			d := c.Article.Published.String()
			return low <= d && d <= high
		}
	}
	tests := map[string]func(*extract.Claims, int) bool{
		"bridge":                      has(" bridge "),
		"Bridges":                     has(" bridge "),
		"bridge harbour":              has(" bridge ", " harbour "),
		"bridge AND harbour":          has(" bridge ", " harbour "),
		`"bridge harbour"`:            has(" bridge harbour "),
		"“bridge harbour”":            has(" bridge harbour "),
		"bridge -harbour":             and(has(" bridge "), not(has(" harbour "))),
		"-bridge":                     not(has(" bridge ")),
		"-(bridge OR harbour)":        not(or(has(" bridge "), has(" harbour "))),
		"bridge OR harbour":           or(has(" bridge "), has(" harbour ")),
		"(bridge OR storm) nurse":     and(or(has(" bridge "), has(" storm ")), has(" nurse ")),
		"bridge OR storm nurse":       or(has(" bridge "), has(" storm ", " nurse ")),
		"harb*":                       has(" harbour "),
		"harbors~":                    has(" harbour "),
		"speaker:quennell":            by("Quennell"),
		"speaker:avila":               by("Ávila"),
		"-speaker:quennell":           not(by("Quennell")),
		`speaker:"Imani Drax" bridge`: and(by("Drax"), has(" bridge ")),
		"unit:percent":                number("percent", -1e9, 1e9),
		"value:100..200":              number("", 100, 200),
		"unit:gbp value:100..200":     number("GBP", 100, 200),
		"value:..50 unit:%":           number("percent", -1e9, 50),
		"value:300..":                 number("", 300, 1e18),
		"date:2020":                   day("2020", "2020-99"),
		"date:2020-02..2021-06":       day("2020-02", "2021-06-99"),
		"date:..2016":                 day("0", "2016-99"),
		"outlet:gazette":              func(c *extract.Claims, _ int) bool { return c.Article.Outlet.String() == "Isle Gazette" },
		"outlet:\"the harbour post\"": func(c *extract.Claims, _ int) bool { return c.Article.Outlet.String() == "The Harbour Post" },
		"cue:told": func(c *extract.Claims, i int) bool {
			return c.Quotations[i].Cue.In(c.Article.Source) == "told reporters"
		},
		"kind:direct":         func(*extract.Claims, int) bool { return true },
		"kind:indirect,block": func(*extract.Claims, int) bool { return false },
		"":                    func(*extract.Claims, int) bool { return true },
	}
	said := func(c *extract.Claims, i int) bool { return c.Quotations[i].Status == "said" }
	for q, want := range tests {
		got, h := found(t, x, index.Query{Text: q})
		if want := matching(n, quotes, and(want, said)); !slices.Equal(got, want) {
			t.Errorf("%q: %d hits, want %d (notes %q)", q, len(got), len(want), h.Notes)
		}
		everything, _ := found(t, x, index.Query{Text: q, AllKinds: true})
		if want := matching(n, quotes, want); !slices.Equal(everything, want) {
			t.Errorf("%q, all kinds: %d hits, want %d", q, len(everything), len(want))
		}
		if h.Hidden.Other != len(everything)-len(got) {
			t.Errorf("%q: says %d are hidden, they are %d", q, h.Hidden.Other, len(everything)-len(got))
		}
	}
	got, _ := found(t, x, index.Query{Text: "status:thought"})
	if want := matching(n, quotes, not(said)); !slices.Equal(got, want) {
		t.Errorf("status:thought: %d hits, want %d", len(got), len(want))
	}
}

func TestPagesJoinToTheWhole(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 60, 5)
	publish(t, s)
	x := open(t, s)
	for _, q := range []index.Query{{}, {Text: "bridge"}, {Text: "bridge OR harbour", Sort: index.ByOutlet}, {Sort: index.Oldest}, {Text: "storm", Sort: index.ByDate, Copies: true}} {
		q.Limit = index.All
		whole, err := x.Quotes(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		var pages []index.Hit
		for at := 0; at < whole.Total; at += 7 {
			q.Offset, q.Limit = at, 7
			h, err := x.Quotes(t.Context(), q)
			if err != nil || h.Total != whole.Total {
				t.Fatal(h.Total, err)
			}
			pages = append(pages, h.Items...)
		}
		if len(whole.Items) != whole.Total || !slices.Equal(pages, whole.Items) {
			t.Errorf("%+v: pages differ from the whole (%d, %d of %d)", q, len(pages), len(whole.Items), whole.Total)
		}
	}
}

func TestCopiesAreFolded(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 25, 4) // articles 4, 9, 14, 19, 24 are near-copies
	publish(t, s)
	x := open(t, s)
	plain, err := x.Quotes(t.Context(), index.Query{AllKinds: true})
	if err != nil || plain.Total != 80 || plain.Hidden.Copies != 20 {
		t.Errorf("folded: %d shown, %d hidden, %v", plain.Total, plain.Hidden.Copies, err)
	}
	all, err := x.Quotes(t.Context(), index.Query{AllKinds: true, Copies: true})
	if err != nil || all.Total != 100 {
		t.Errorf("unfolded: %d, %v", all.Total, err)
	}
	// Where an outlet has only the copy, the copy is shown.
	c := storetest.Claims(4, 4)
	one, err := x.Quotes(t.Context(), index.Query{Text: `"` + c.Quotations[0].Text + `"`, AllKinds: true})
	if err != nil || one.Total != 1 || one.Items[0].Copies != 1 {
		t.Errorf("one of two: %+v, %v", one, err)
	}
	arts, err := x.Articles(t.Context(), index.Query{})
	if err != nil || arts.Total != 20 || arts.Hidden.Copies != 5 {
		t.Errorf("articles: %d, %d hidden, %v", arts.Total, arts.Hidden.Copies, err)
	}
}

func TestNamesOfTwo(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 30, 4)
	publish(t, s)
	x := open(t, s)
	for by, want := range map[string]string{"Quennell": "Declan Quennell", "Harbour Minister": "Tobias Wexcombe", "mayor": "José Ávila"} {
		h, err := x.Quotes(t.Context(), index.Query{By: by})
		if err != nil || h.Total == 0 || len(h.Notes) != 1 || !strings.Contains(h.Notes[0], want) {
			t.Errorf("By %q: %d hits, notes %q, %v", by, h.Total, h.Notes, err)
		}
	}
	if h, err := x.Quotes(t.Context(), index.Query{By: "Nobody Else"}); err != nil || h.Total != 0 {
		t.Errorf("unknown name: %+v, %v", h, err)
	}
}

func TestFacets(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 30, 4)
	publish(t, s)
	h, err := open(t, s).Quotes(t.Context(), index.Query{Facets: true, Copies: true})
	if err != nil || len(h.Facets["speaker"]) < 5 {
		t.Fatalf("%+v, %v", h.Facets, err)
	}
	for name, values := range h.Facets {
		sum := 0
		for _, v := range values {
			sum += v.Count
		}
		if sum != h.Total {
			t.Errorf("facet %s counts %d of %d", name, sum, h.Total)
		}
	}
}

func TestNaughtyQueriesAreAnswered(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 6, 2)
	publish(t, s)
	x := open(t, s)
	for _, text := range index.NaughtyForTest(t) {
		for _, q := range []index.Query{{Text: text}, {By: text}, {Text: text, Limit: -7, Offset: -1 << 60, Sort: index.Sort(text)}, {Text: "bridge", Offset: 1 << 60, Limit: 1 << 60}} {
			for name, find := range map[string]func(context.Context, index.Query) (index.Hits, error){"quotes": x.Quotes, "numbers": x.Numbers, "articles": x.Articles} {
				if _, err := find(t.Context(), q); err != nil {
					t.Errorf("%s %+v: %v", name, q, err)
				}
			}
		}
	}
}
