package number

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
	"inquit/internal/text"
)

var update = flag.Bool("update", false, "rewrite the expectations of the case files")

// TestCases runs the files of testdata: sentences above the line "----",
// the claims they must give below. A file that begins with "# hand" was judged
// before the first run and is never rewritten; in one that begins with "# hand,
// parts" the lines name only the parts that were judged.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no case files")
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) { runCase(t, name) })
	}
}

func runCase(t *testing.T, name string) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, want, ok := strings.Cut(string(b), "\n----\n")
	if !ok && !*update {
		t.Fatalf("%s has no line ----", name)
	}
	body := head
	if strings.HasPrefix(body, "#") {
		_, body, _ = strings.Cut(body, "\n")
	}
	got := show(strings.TrimSpace(body))
	if *update && !strings.HasPrefix(head, "# hand") {
		if err := os.WriteFile(name, []byte(strings.TrimRight(head, "\n")+"\n----\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if strings.HasPrefix(head, "# hand, parts") && sameParts(got, want) {
		return
	}
	if got != want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}

// sameParts reports whether got has the claims of want, one for one, each
// with the parts that want names; what a claim measures may be left unjudged.
func sameParts(got, want string) bool {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	if len(g) != len(w) {
		return false
	}
	for i := range w {
		has := map[string]bool{}
		for j, part := range strings.Split(g[i], " | ") {
			if has[part] = true; j == 0 && part != strings.Split(w[i], " | ")[0] {
				return false
			}
		}
		for _, part := range strings.Split(w[i], " | ") {
			if !has[part] {
				return false
			}
		}
	}
	return true
}

// find returns the claims of a text, published on 5 June 2025.
func find(s string) []Number {
	a := article.New("a.txt", "", "", s, nil)
	return Find(text.Analyse(a), a.ID, Options{Published: "2025-06-05"})
}

// show prints the claims of a text, a line each, leaving out what is usual.
func show(s string) string {
	var b strings.Builder
	for _, n := range find(s) {
		fmt.Fprintf(&b, "%s = %s", n.Span.In(s), n.Value)
		if n.HasMax {
			fmt.Fprintf(&b, "..%s", n.ValueMax)
		}
		fmt.Fprintf(&b, " %s", or(n.Unit, "-"))
		for _, f := range []struct{ name, value string }{
			{"kind", string(n.Kind)},
			{"mod", strings.TrimPrefix(string(n.Modifier), "=")},
			{"change", string(n.Change)},
			{"role", string(n.Role)},
			{"trend", string(n.Trend)},
			{"base", n.Base},
			{"concept", n.Concept},
			{"head", n.Head},
			{"modality", strings.TrimPrefix(string(n.Modality), "fact")},
		} {
			if f.value != "" {
				fmt.Fprintf(&b, " | %s %s", f.name, f.value)
			}
		}
		if n.Time != nil {
			fmt.Fprintf(&b, " | time %s [%s..%s]", n.Time.Text, n.Time.From, n.Time.To)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
