package read

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
)

// newsOf returns the text of an article as "read --text" prints it.
func newsOf(a *article.Article) string {
	var b strings.Builder
	for _, z := range a.Zones {
		switch z.Zone {
		case article.Boilerplate, article.Related, article.Metadata, article.Caption:
		default:
			b.WriteString(a.View(z.Span) + "\n")
		}
	}
	return b.String()
}

// TestPages counts the strings that must and must not come out of real pages.
// The floor is what is reached now; it only goes up.
func TestPages(t *testing.T) {
	dir := sharedDir(t, "eval/html")
	f, err := os.Open(filepath.Join(dir, "pages.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	hit, miss, wrong := 0, 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p struct {
			ID, File      string
			With, Without []string
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		as, bad := readAll(t, Options{}, filepath.Join(dir, "pages", p.File))
		text := ""
		if len(as) == 1 {
			text = strings.Join(strings.Fields(newsOf(as[0])), " ")
		} else {
			t.Logf("%s: %v", p.ID, bad)
		}
		for _, s := range p.With {
			if strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
				hit++
			} else {
				miss++
				t.Logf("%s (%d bytes): missing %q", p.ID, len(text), s)
			}
		}
		for _, s := range p.Without {
			if strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
				wrong++
				t.Logf("%s (%d bytes): should not hold %q", p.ID, len(text), s)
			}
		}
	}
	score := 2 * float64(hit) / float64(2*hit+wrong+miss)
	t.Logf("found %d, missing %d, wrong %d: F %.3f", hit, miss, wrong, score)
	if score < 0.965 {
		t.Errorf("F = %.3f", score)
	}
}
