package dedupe

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract"
	"inquit/internal/people"
	"inquit/internal/text"
)

// sharedFile returns the path of a file of the shared evaluation data, or skips
// the test where there is none.
func sharedFile(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("INQUIT_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no shared data: %v", err)
	}
	return path
}

// A goldRow is one article of the clustering data.
type goldRow struct{ ID, Title, Date, Outlet, Text, Event string }

func goldRows(t *testing.T, name string) []goldRow {
	t.Helper()
	f, err := os.Open(sharedFile(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []goldRow
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var r goldRow
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// goldClaims makes articles of rows, without their claims.
func goldClaims(rows []goldRow) []*extract.Claims {
	var out []*extract.Claims
	for _, r := range rows {
		a := article.New("gold", "", r.ID, r.Text, text.FindRepairs(r.Text))
		a.Title, a.Published, a.Outlet = &article.Field{Value: r.Title}, &article.Field{Value: r.Date}, &article.Field{Value: r.Outlet}
		out = append(out, &extract.Claims{Article: a})
	}
	return out
}

func TestSharedCopies(t *testing.T) {
	rows := goldRows(t, "eval/cluster/neardup-dev.jsonl")
	cs := goldClaims(rows)
	group := map[string]string{}
	for _, g := range Copies(cs) {
		for _, m := range g.Members {
			group[m.Article] = g.ID
		}
	}
	var both, found, real float64
	for i := range rows {
		for j := range i {
			a, b := group[cs[i].Article.ID], group[cs[j].Article.ID]
			same, together := rows[i].Event == rows[j].Event, a != "" && a == b
			both, found, real = both+one(same && together), found+one(together), real+one(same)
		}
	}
	p, r := both/found, both/real
	if f := 2 * p * r / (p + r); f < 0.98 || p < 0.975 {
		t.Errorf("copies: P %.3f R %.3f F1 %.3f, want F1 0.98 and P 0.975 (the lines at the foot are not known as such here)", p, r, f)
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func TestSharedEvents(t *testing.T) {
	var sum float64
	for _, n := range "01234" {
		rows := goldRows(t, "eval/cluster/event-dev-"+string(n)+".jsonl")
		cs := goldClaims(rows)
		event := map[string]string{}
		for _, e := range Events(cs, Copies(cs)) {
			for _, a := range e.Articles {
				event[a] = e.ID
			}
		}
		type cell struct{ gold, found string }
		gold, found, cells := map[string]float64{}, map[string]float64{}, map[cell]float64{}
		for i, r := range rows {
			e := event[cs[i].Article.ID]
			gold[r.Event]++
			found[e]++
			cells[cell{r.Event, e}]++
		}
		var p, r float64
		for i := range rows {
			e := event[cs[i].Article.ID]
			c := cells[cell{rows[i].Event, e}]
			p, r = p+c/found[e], r+c/gold[rows[i].Event]
		}
		sum += 2 * p * r / ((p + r) * float64(len(rows)))
	}
	if mean := sum / 5; mean < 0.935 {
		t.Errorf("events: mean B-cubed F1 %.4f, want 0.935", mean)
	}
}

// seedClaims extracts the seed articles, sorted by file name.
func seedClaims(t *testing.T) []*extract.Claims {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(sharedFile(t, "seeds"), "*.txt"))
	if err != nil || len(files) != 5 {
		t.Skipf("no seeds: %v", err)
	}
	var out []*extract.Claims
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s, _, err := text.Decode(b, "")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, extract.Extract(article.New(filepath.Base(f), "", "", s, text.FindRepairs(s))))
	}
	return out
}

func TestSeeds(t *testing.T) {
	cs := seedClaims(t)
	if got := Copies(cs); len(got) > 0 {
		t.Errorf("seeds: %d copy groups, want none", len(got))
	}
	name := map[string]string{}
	for _, c := range cs {
		name[c.Article.ID] = c.Article.Path[:3]
	}
	events := Events(cs, nil)
	var got []string
	for _, e := range events {
		var in []string
		for _, a := range e.Articles {
			in = append(in, name[a])
		}
		slices.Sort(in)
		got = append(got, strings.Join(in, "+"))
	}
	slices.Sort(got)
	if s := strings.Join(got, " "); s != "000+001 002+003 004" {
		t.Errorf("events %s, want 000+001 002+003 004", s)
	}
	quoted := map[string]string{}
	for _, c := range cs {
		for _, q := range c.Quotations {
			quoted[q.ID] = name[c.Article.ID]
		}
	}
	across := 0
	for _, s := range Statements(cs, people.Resolve(cs, people.Decisions{}), events) {
		in := map[string]bool{}
		for _, m := range s.Members {
			in[quoted[m]] = true
		}
		if len(in) > 1 && s.Relation == Same {
			across++
		}
	}
	if across != 4 {
		t.Errorf("%d statements are the same across articles, want 4", across)
	}
}
