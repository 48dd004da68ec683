package read

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
)

var update = flag.Bool("update", false, "rewrite the expectations of the case files that were not judged by hand")

// caseMark parts a case file: the article above, what is expected below.
const caseMark = "\n----\n"

// TestCases reads testdata/*.txt: an article, a line of dashes, then its zones
// and fields. A file whose first line is "# hand" was judged before the first
// run and is never rewritten.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, byHand := strings.CutPrefix(string(b), "# hand\n")
			text, want, _ := strings.Cut(head, caseMark)
			a := article.New("case.txt", "", "", text, nil)
			Zones(a)
			got := describe(a)
			if got == want {
				return
			}
			if *update && !byHand {
				if err := os.WriteFile(file, []byte(text+caseMark+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s\nwant\n%s", got, want)
		})
	}
}

// describe writes the zones and fields of an article, long zones cut short.
func describe(a *article.Article) string {
	var b strings.Builder
	for _, z := range a.Zones {
		s := strings.Join(strings.Fields(z.In(a.Source)), " ")
		if r := []rune(s); len(r) > 100 {
			s = string(r[:50]) + " … " + string(r[len(r)-45:])
		}
		b.WriteString(string(z.Zone) + ": " + s + "\n")
	}
	field := func(name string, f *article.Field) {
		if f != nil {
			b.WriteString("= " + name + " (" + string(f.From) + "): " + f.Value + "\n")
		}
	}
	field("title", a.Title)
	field("outlet", a.Outlet)
	for i := range a.Authors {
		field("author", &a.Authors[i])
	}
	field("published", a.Published)
	b.WriteString("= lang: " + a.Lang + "\n")
	return b.String()
}
