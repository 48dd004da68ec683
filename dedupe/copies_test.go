package dedupe

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract"
	"inquit/internal/text"
)

// kinds writes the groups with the kind of each member, by path.
func kinds(cs []*extract.Claims, groups []CopyGroup) string {
	path := map[string]string{}
	for _, c := range cs {
		path[c.Article.ID] = c.Article.Path
	}
	var lines []string
	for _, g := range groups {
		var in []string
		for _, m := range g.Members {
			in = append(in, path[m.Article]+" "+string(m.Kind))
		}
		slices.Sort(in)
		lines = append(lines, strings.Join(in, ", "))
	}
	slices.Sort(lines)
	return strings.Join(lines, "; ")
}

func TestCopyKinds(t *testing.T) {
	whole := madeText(1, 400)
	sentences := strings.SplitAfter(whole, ". ")
	part := func(from, to int) string { return strings.Join(sentences[from:to], "") }
	tests := map[string]struct{ copy, want string }{
		"the same":            {whole, "a original, b exact"},
		"in other typography": {strings.ReplaceAll(strings.ToUpper(whole), "\n", "\n\n"), "a original, b exact"},
		"half of it":          {part(0, 14), "a original, b cut"},
		"two sentences":       {part(0, 3), "a original, b brief"},
		"inside another":      {madeText(2, 120) + " " + part(5, 18) + madeText(3, 120), "a original, b excerpt"},
		"another text":        {madeText(4, 400), ""},
		"one sentence":        {part(3, 4) + madeText(5, 300), ""},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			cs := []*extract.Claims{claimsFor("a", whole), claimsFor("b", tt.copy)}
			cs[0].Article.Published = &article.Field{Value: "2031-05-01"}
			if got := kinds(cs, Copies(cs)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOneSpeechIsNoCopy(t *testing.T) {
	speech := "“" + madeText(9, 150) + "”"
	cs := []*extract.Claims{
		claimsFor("a", madeText(10, 150)+"\n"+speech),
		claimsFor("b", madeText(11, 150)+"\n"+speech),
	}
	if got := Copies(cs); len(got) != 0 {
		t.Errorf("two reports of one speech are a copy group: %s", kinds(cs, got))
	}
}

func TestOriginal(t *testing.T) {
	whole := madeText(1, 200)
	tests := map[string]struct{ dateA, outletA, dateB, outletB, want string }{
		"the earlier day":         {"2031-05-02", "Post", "2031-05-01", "Herald", "a exact, b original"},
		"dated before undated":    {"", "Post", "2031-05-01", "Herald", "a exact, b original"},
		"the agency in any event": {"2031-05-01", "Post", "2031-05-02", "Reuters", "a exact, b original"},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			cs := []*extract.Claims{claimsFor("a", whole), claimsFor("b", whole)}
			cs[0].Article.Published, cs[1].Article.Published = &article.Field{Value: tt.dateA}, &article.Field{Value: tt.dateB}
			cs[0].Article.Outlet, cs[1].Article.Outlet = &article.Field{Value: tt.outletA}, &article.Field{Value: tt.outletB}
			if got := kinds(cs, Copies(cs)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// mixed makes a set in which some texts are copies of others.
func mixed(n int) []*extract.Claims {
	var cs []*extract.Claims
	for i := range n {
		s := madeText(uint64(i), 200)
		cs = append(cs, claimsFor(fmt.Sprintf("%d", i), s))
		if i%3 == 0 {
			cs = append(cs, claimsFor(fmt.Sprintf("%d-cut", i), s[:len(s)/2]), claimsFor(fmt.Sprintf("%d-wire", i), "NEWTOWN (Wire) - "+s))
		}
	}
	return cs
}

func TestOrderDoesNotMatter(t *testing.T) {
	cs := mixed(40)
	want, wantEvents := fmt.Sprint(Copies(cs)), fmt.Sprint(Events(cs, Copies(cs)))
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 2))
		r.Shuffle(len(cs), func(i, j int) { cs[i], cs[j] = cs[j], cs[i] })
		twice := append(slices.Clone(cs), cs[:10]...)
		if got := fmt.Sprint(Copies(twice)); got != want {
			t.Fatalf("seed %d: other copies in another order", seed)
		}
		if got := fmt.Sprint(Events(twice, Copies(twice))); got != wantEvents {
			t.Fatalf("seed %d: other events in another order", seed)
		}
	}
}

func TestCopiesShareTheirEvent(t *testing.T) {
	cs := mixed(40)
	copies := Copies(cs)
	event := map[string]string{}
	n := 0
	for _, e := range Events(cs, copies) {
		for _, a := range e.Articles {
			if event[a] != "" {
				t.Errorf("article %s is in two events", a)
			}
			event[a] = e.ID
			n++
		}
	}
	if n != len(cs) {
		t.Errorf("%d of %d articles are in an event", n, len(cs))
	}
	for _, g := range copies {
		for _, m := range g.Members {
			if event[m.Article] != event[g.Original] {
				t.Errorf("copy %s is in another event than its original", m.Article)
			}
		}
	}
}

// A text in thousands of outlets, each with a line of its own, is one group
// and costs no more than as many different texts.
func TestOneTextInThousandsOfOutlets(t *testing.T) {
	s := madeText(7, 200)
	var cs []*extract.Claims
	for i := range 3000 {
		cs = append(cs, claimsFor(fmt.Sprint(i), fmt.Sprintf("Outlet%d town%d %s copyright%d", i, i*7, s, i)))
	}
	got := Copies(cs)
	if len(got) != 1 || len(got[0].Members) != len(cs) {
		t.Errorf("%d groups, want one of %d", len(got), len(cs))
	}
}

func TestCopiesGrow(t *testing.T) {
	t.Run("different texts", func(t *testing.T) {
		grows(t, 400, func(n int) func() { cs := mixed(n); return func() { Copies(cs) } })
	})
	t.Run("one text", func(t *testing.T) {
		s := madeText(7, 200)
		grows(t, 700, func(n int) func() {
			var cs []*extract.Claims
			for i := range n {
				cs = append(cs, claimsFor(fmt.Sprint(i), fmt.Sprintf("Outlet%d town%d %s copyright%d", i, i*7, s, i)))
			}
			return func() { Copies(cs) }
		})
	})
}

// The same bodies meet again on the same matter: two events, by their days
// when these are known.
func TestAMeetingThatRecursIsTwoEvents(t *testing.T) {
	head := "Harbour ministers meet in Newtown on the fishing quota"
	body := "The harbour ministers of Kestria and Aldermark met in Newtown on the fishing quota, and minister Ada Brook asked Tom Reed of the Port Authority " +
		"to agree to a quota for herring boats in the Tern Strait. "
	spring := "Inspectors counted ninety crates of undersized mackerel at dawn; the winter ice had broken two trawlers and closed the cannery. "
	autumn := "Smugglers burned a patrol launch; divers searched the wreck while a court in the capital freed the skipper Otto Vane. "
	made := func(path, day, own string, n int) *extract.Claims {
		c := claimsFor(path, body+own+madeText(uint64(n), 30))
		c.Article.Title = &article.Field{Value: head}
		c.Article.Published = &article.Field{Value: day}
		return c
	}
	cs := []*extract.Claims{
		made("a", "2031-03-14", spring, 1), made("b", "2031-03-15", spring, 2),
		made("c", "2031-07-12", autumn, 3), made("d", "2031-07-12", autumn, 4),
	}
	path := map[string]string{}
	for _, c := range cs {
		path[c.Article.ID] = c.Article.Path
	}
	var got []string
	for _, e := range Events(cs, nil) {
		var in []string
		for _, a := range e.Articles {
			in = append(in, path[a])
		}
		slices.Sort(in)
		got = append(got, strings.Join(in, "+"))
	}
	slices.Sort(got)
	if s := strings.Join(got, " "); s != "a+b c+d" {
		t.Errorf("events %s, want a+b c+d", s)
	}
}

// shuffled makes n articles of the same words in n orders.
func shuffled(n int) []*extract.Claims {
	words := strings.Fields(madeText(1, 90))
	var cs []*extract.Claims
	for i := range n {
		r := rand.New(rand.NewPCG(uint64(i), 3))
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		cs = append(cs, claimsFor(fmt.Sprint(i), strings.Join(words, " ")))
	}
	return cs
}

func TestABigEventIsOne(t *testing.T) {
	if got := len(Events(shuffled(700), nil)); got != 1 {
		t.Errorf("700 reports in the same words are %d events", got)
	}
}

func TestEventsGrow(t *testing.T) {
	t.Run("many events", func(t *testing.T) {
		grows(t, 1000, func(n int) func() {
			var cs []*extract.Claims
			for i := range n {
				cs = append(cs, claimsFor(fmt.Sprint(i), strings.ReplaceAll(madeText(uint64(i), 80), " w", fmt.Sprintf(" e%dv", i/4))))
			}
			return func() { Events(cs, nil) }
		})
	})
	t.Run("one event", func(t *testing.T) {
		grows(t, 600, func(n int) func() { cs := shuffled(n); return func() { Events(cs, nil) } })
	})
}

func BenchmarkCopies(b *testing.B) {
	var cs []*extract.Claims
	for i := range 5000 {
		cs = append(cs, made(fmt.Sprint(i), uint64(i), 330))
	}
	for b.Loop() {
		Copies(cs)
	}
	b.ReportMetric(float64(len(cs)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkEvents(b *testing.B) {
	var cs []*extract.Claims
	for i := range 2000 {
		cs = append(cs, made(fmt.Sprint(i), uint64(i), 330))
	}
	for b.Loop() {
		Events(cs, nil)
	}
	b.ReportMetric(float64(len(cs)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func ExampleCopies() {
	wire := "NEWTOWN (Wire) - The old pier fell into the sea on Friday night after three days of storm, and nobody was hurt, the harbour office said. " +
		"Its owner said the pier would be built again before the summer if the town pays half of the bill."
	post := "The old pier fell into the sea on Friday night after three days of storm, and nobody was hurt, the harbour office said."
	claims := []*extract.Claims{
		extract.Extract(article.New("wire.txt", "", "", wire, text.FindRepairs(wire))),
		extract.Extract(article.New("post.txt", "", "", post, text.FindRepairs(post))),
	}
	for _, g := range Copies(claims) {
		for _, m := range g.Members {
			fmt.Printf("%s %.0f %%\n", m.Kind, 100*m.Share)
		}
	}
	// Unordered output:
	// original 100 %
	// cut 100 %
}
