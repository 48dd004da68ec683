package compare

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expectations of the case files")

// A case file holds pairs of versions: a line "a: …", a line "b: …", then
// what Diff and Words make of them, then an empty line. A file whose first
// line is "# hand" was judged by hand and is never rewritten.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			want := string(b)
			got := judged(want)
			if got == want {
				return
			}
			if *update && !strings.HasPrefix(want, "# hand") {
				if err := os.WriteFile(f, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for i, w := range strings.Split(want, "\n\n") {
				if g := strings.Split(got, "\n\n"); i >= len(g) || g[i] != w {
					t.Errorf("got\n%s\nwant\n%s", g[min(i, len(g)-1)], w)
				}
			}
		})
	}
}

// judged returns the case file with the expectations that hold.
func judged(file string) string {
	var out []string
	for block := range strings.SplitSeq(strings.TrimRight(file, "\n"), "\n\n") {
		var a, b string
		var keep []string
		for line := range strings.SplitSeq(block, "\n") {
			switch {
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "a: "):
				a = line[3:]
			case strings.HasPrefix(line, "b: "):
				b = line[3:]
			default:
				continue
			}
			keep = append(keep, line)
		}
		if a != "" || b != "" {
			keep = append(keep, verdictLines(a, b)...)
		}
		out = append(out, strings.Join(keep, "\n"))
	}
	return strings.Join(out, "\n\n") + "\n"
}

func verdictLines(a, b string) []string {
	d := Diff(Version{Text: a}, Version{Text: b})
	head := string(d.Class)
	for _, f := range d.Flags {
		head += " " + string(f)
	}
	return []string{head, fmt.Sprintf("  %s", Words(a, b))}
}
