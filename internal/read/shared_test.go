package read

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
)

// sharedDir returns a path in the folder of measuring data beside the
// repository, and skips the test where there is none.
func sharedDir(t testing.TB, path string) string {
	t.Helper()
	dir := os.Getenv("INQUIT_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, path)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no measuring data: %v", err)
	}
	return dir
}

// readAll reads everything under a path.
func readAll(t testing.TB, o Options, paths ...string) (articles []*article.Article, bad []*FileError) {
	t.Helper()
	for s, err := range Walk(context.Background(), paths, o) {
		if err != nil {
			bad = append(bad, asFileError(t, err))
			continue
		}
		for a, err := range Articles(context.Background(), s, o) {
			if err != nil {
				bad = append(bad, asFileError(t, err))
				continue
			}
			articles = append(articles, a)
		}
	}
	return articles, bad
}

func asFileError(t testing.TB, err error) *FileError {
	t.Helper()
	bad, ok := err.(*FileError)
	if !ok {
		t.Fatalf("error %v is no *FileError", err)
	}
	return bad
}

// TestSeedZones holds the zones of five real articles against those that
// people marked.
func TestSeedZones(t *testing.T) {
	gold, err := os.Open(sharedDir(t, "eval/seeds/seeds-gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer gold.Close()
	lines := bufio.NewScanner(gold)
	lines.Buffer(nil, 1<<24)
	right, all := 0, 0
	for lines.Scan() {
		var g struct {
			File  string
			Zones []struct {
				Zone  article.Zone
				Start int `json:"byte_start"`
				End   int `json:"byte_end"`
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		as, bad := readAll(t, Options{}, filepath.Join(sharedDir(t, "seeds"), g.File))
		if len(as) != 1 {
			t.Fatalf("%s: %d articles, errors %v", g.File, len(as), bad)
		}
		found := map[article.ZoneSpan]bool{}
		for _, z := range as[0].Zones {
			found[z] = true
		}
		for _, z := range g.Zones {
			all++
			want := article.ZoneSpan{Zone: z.Zone, Span: trim(as[0].Source, article.Span{Start: z.Start, End: z.End})}
			if found[want] {
				right++
				continue
			}
			t.Errorf("%s: no %s at %d–%d %q\ngot %s", g.File, z.Zone, z.Start, z.End, want.In(as[0].Source), zoneList(as[0]))
		}
	}
	t.Logf("%d of %d zones", right, all)
}

// zoneList writes the zones of an article for a person to judge.
func zoneList(a *article.Article) string {
	var b strings.Builder
	for _, z := range a.Zones {
		s := a.View(z.Span)
		b.WriteString(string(z.Zone) + ": " + strings.ReplaceAll(s, "\n", "⏎") + "\n")
	}
	return b.String()
}
