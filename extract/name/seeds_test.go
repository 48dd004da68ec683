package name_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

// A seed is one line of the gold data for the seed articles.
type seed struct {
	File   string
	Quotes []struct {
		ID      string
		Tier    string
		Speaker *struct {
			Name    string
			Kind    string
			Mention *article.Span
		}
	}
}

// TestSeedSpeakers holds how many speakers of the seed articles are mentioned
// and linked to the name the annotator gave.
func TestSeedSpeakers(t *testing.T) {
	f, err := os.Open(shared(t, "eval", "seeds", "seeds-gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	gold, found, named := 0, 0, 0
	for sc.Scan() {
		var s seed
		if err := json.Unmarshal(sc.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(shared(t, "seeds", s.File))
		if err != nil {
			t.Fatal(err)
		}
		source := string(b)
		a := article.New(s.File, "", "", source, text.FindRepairs(source))
		n := name.Find(text.Analyse(a), a.ID)
		at := byteOffsets(source)
		for _, q := range s.Quotes {
			if q.Speaker == nil || q.Speaker.Mention == nil {
				continue
			}
			p := a.ToView(article.Span{Start: at[q.Speaker.Mention.Start], End: at[q.Speaker.Mention.End]})
			gold++
			ms := overlap(n, p)
			if len(ms) == 0 {
				t.Logf("%s %s: no mention at %q", q.ID, q.Tier, p.In(a.Text()))
				continue
			}
			found++
			if linked(n, ms, q.Speaker.Name) {
				named++
			} else {
				t.Logf("%s %s: %q is not %q", q.ID, q.Tier, p.In(a.Text()), q.Speaker.Name)
			}
		}
	}
	t.Logf("of %d speakers with a mention %d found, %d with their name", gold, found, named)
	if found < gold-1 || named < gold-7 {
		t.Errorf("of %d speakers with a mention %d found, %d with their name", gold, found, named)
	}
}

// linked reports whether one of the mentions is a pronoun or has this name.
func linked(n *name.Names, ms []name.Mention, want string) bool {
	for _, m := range ms {
		if m.Entity < 0 || strings.EqualFold(n.Entities[m.Entity].Name, want) {
			return true
		}
	}
	return false
}
