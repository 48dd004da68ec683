package name_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/extract/name"
)

var update = flag.Bool("update", false, "rewrite the expectations of the case files")

// TestCases runs the case files: an article above the line of dashes, below
// it the mentions in text order with their entities, and the offices held.
// Files that begin with "# hand" were judged before the first run and are
// never rewritten. Those of them that begin with "# hand, in part" name only
// what matters: each line stands among those of Find, and behind "!" is what
// none of them holds.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { runCase(t, file) })
	}
}

// runCase compares one case file with what Find says.
func runCase(t *testing.T, file string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	input, want, ok := strings.Cut(string(b), "\n----\n")
	if !ok && !*update {
		t.Fatal("no line of dashes")
	}
	if article, ok := strings.CutPrefix(input, "# hand, in part\n"); ok {
		checkPart(t, article, want)
		return
	}
	article := strings.TrimPrefix(input, "# hand\n")
	got := render(article)
	if got == want {
		return
	}
	if *update && !strings.HasPrefix(input, "# hand\n") {
		if err := os.WriteFile(file, []byte(strings.TrimSuffix(input, "\n")+"\n----\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("article:\n%s\ngot:\n%s\nwant:\n%s", article, got, want)
}

// checkPart looks for each line of want in what Find says.
func checkPart(t *testing.T, article, want string) {
	got := render(article)
	lines := map[string]int{}
	for line := range strings.Lines(got) {
		lines[strings.TrimSpace(line)]++
	}
	for line := range strings.Lines(want) {
		line = strings.TrimSpace(line)
		if not, ok := strings.CutPrefix(line, "! "); ok {
			if strings.Contains(got, not) {
				t.Errorf("found %q, which is wrong", not)
			}
			continue
		}
		if lines[line]--; lines[line] < 0 {
			t.Errorf("missing: %s", line)
		}
	}
	if t.Failed() {
		t.Logf("article:\n%s\ngot:\n%s", article, got)
	}
}

// render writes down what Find makes of an article.
func render(article string) string {
	d := analysed(article)
	n := name.Find(d, "a:0")
	var b strings.Builder
	for _, m := range n.Mentions {
		fmt.Fprintf(&b, "%-9s %s", m.Kind, m.In(d.Text))
		if m.Entity >= 0 {
			e := n.Entities[m.Entity]
			fmt.Fprintf(&b, " = %s %s", e.Kind, e.Name)
		}
		b.WriteString(flags(m))
		b.WriteString("\n")
	}
	for _, e := range n.Entities {
		for _, r := range e.Roles {
			fmt.Fprintf(&b, "office    %s: %s\n", e.Name, r.Title)
		}
	}
	return b.String()
}

// flags returns the marks of a mention for the case files.
func flags(m name.Mention) string {
	s := [...]string{name.NoGender: "", name.Male: " (m)", name.Female: " (f)"}[m.Gender]
	if m.Plural {
		s += " (plural)"
	}
	if m.Possessive {
		s += " ('s)"
	}
	return s
}

// caseTexts returns the articles of all case files.
func caseTexts(t testing.TB) (texts []string) {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, _, _ := strings.Cut(string(b), "\n----\n")
		texts = append(texts, s)
	}
	return texts
}
