package arrows

import (
	"slices"
	"strings"
	"testing"
)

func TestImportsFollowTheLine(t *testing.T) {
	for _, s := range sources(t) {
		for imported, place := range s.imports() {
			if why := wrongImport(s, imported); why != "" {
				t.Errorf("%s: %s imports %s: %s", place, s.pkg, imported, why)
			}
		}
	}
}

func TestOnlySomePackagesActOnTheWorld(t *testing.T) {
	for _, s := range sources(t) {
		for _, why := range misdeeds(s) {
			t.Error(why)
		}
	}
}

func TestPackagesSayWhatTheyDo(t *testing.T) {
	commented := map[string]bool{}
	for _, s := range sources(t) {
		if !s.test {
			commented[s.pkg] = commented[s.pkg] || s.file.Doc != nil
		}
	}
	for pkg, ok := range commented {
		if !ok {
			t.Errorf("%s: no package comment", pkg)
		}
	}
	if len(commented) < len(layers)/2 {
		t.Errorf("found %d packages, the table has %d rows: is this the root of the module?", len(commented), len(layers))
	}
}

// wrongImport says what is wrong with an import, "" when nothing is.
func wrongImport(s source, imported string) string {
	path, ours := strings.CutPrefix(imported, module+"/")
	if !ours {
		if ok, why := ownsLibrary(s.pkg, imported, s.test); !ok {
			return why
		}
		return ""
	}
	row, known := layerOf(s.pkg)
	switch {
	case !known:
		return "the package has no row in layers_test.go"
	case matches(row.uses, path), s.test && (path == s.pkg || matches(row.tests, path) || matches(testHelp, path)):
		return ""
	}
	return "against the line; it may import " + strings.Join(row.uses, ", ")
}

// misdeeds lists what a file does that its package may not do. Tests may do
// anything.
func misdeeds(s source) (found []string) {
	if s.test {
		return nil
	}
	check := func(who []string, deeds []deed, rule string) {
		for _, d := range deeds {
			if !matches(who, s.pkg) {
				found = append(found, d.place+": "+d.what+" in "+s.pkg+": only "+strings.Join(who, ", ")+" "+rule)
			}
		}
	}
	check(startsGoroutines, s.goroutines(), "start goroutines")
	check(prints, s.printing(), "print and exit")
	check(touchesFiles, s.files(), "touch files")
	return found
}

// Every rule is shown to fail on a file that breaks it.
func TestRulesCanFail(t *testing.T) {
	const head = "package p\n"
	tests := map[string]struct {
		name, text string
		want       string // part of the only finding; "" for none
	}{
		"against the line":      {"extract/x.go", head + `import _ "inquit/internal/read"`, "against the line"},
		"with the line":         {"internal/store/x.go", head + `import _ "inquit/internal/record"`, ""},
		"store without read":    {"internal/store/x.go", head + `import _ "inquit/internal/read"`, "against the line"},
		"sideways":              {"extract/name/x.go", head + `import _ "inquit/extract/number"`, "against the line"},
		"web without pipeline":  {"internal/web/x.go", head + `import _ "inquit/internal/pipeline"`, "against the line"},
		"nobody imports cmd":    {"internal/eval/x.go", head + `import _ "inquit/cmd/inquit"`, "against the line"},
		"nor generators":        {"cmd/inquit/x.go", head + `import _ "inquit/internal/gentagger"`, "against the line"},
		"no row":                {"internal/fresh/x.go", head + `import _ "inquit/article"`, "no row"},
		"its own test":          {"extract/quote/x_test.go", head + `import _ "inquit/extract/quote"`, ""},
		"a test's own row":      {"internal/record/x_test.go", head + `import _ "inquit/internal/pipeline"`, ""},
		"for tests only":        {"internal/record/x.go", head + `import _ "inquit/internal/pipeline"`, "against the line"},
		"bleve in cmd":          {"cmd/inquit/x.go", head + `import _ "github.com/blevesearch/bleve/v2/search"`, "only index"},
		"bleve in index":        {"index/x.go", head + `import _ "github.com/blevesearch/bleve/v2"`, ""},
		"sql in index":          {"index/x.go", head + `import _ "database/sql"`, "only store"},
		"sqlite in a test":      {"internal/eval/x_test.go", head + `import _ "modernc.org/sqlite"`, "only store"},
		"prose in text":         {"internal/text/x.go", head + `import _ "github.com/jdkato/prose/v2"`, "prose"},
		"prose in text's tests": {"internal/text/x_test.go", head + `import _ "github.com/jdkato/prose/v2"`, ""},
		"cli in eval":           {"internal/eval/x.go", head + `import _ "github.com/urfave/cli/v2"`, "only cmd"},
		"go statement":          {"index/x.go", head + `func f() { go f() }`, "start goroutines"},
		"wait group":            {"dedupe/x.go", head + `import "sync"` + "\n" + `func f() { var w sync.WaitGroup; w.Go(f) }`, "start goroutines"},
		"goroutine in pipeline": {"internal/pipeline/x.go", head + `func f() { go f() }`, ""},
		"goroutine in a test":   {"index/x_test.go", head + `func f() { go f() }`, ""},
		"exit":                  {"internal/eval/x.go", head + `import "os"` + "\n" + `func f() { os.Exit(1) }`, "print and exit"},
		"print":                 {"index/x.go", head + `import "fmt"` + "\n" + `func f() { fmt.Println() }`, "print and exit"},
		"print by another name": {"index/x.go", head + `import say "fmt"` + "\n" + `func f() { say.Printf("") }`, "print and exit"},
		"sprintf":               {"index/x.go", head + `import "fmt"` + "\n" + `func f() { fmt.Sprintf("") }`, ""},
		"builtin":               {"index/x.go", head + `func f() { println() }`, "print and exit"},
		"files":                 {"dedupe/x.go", head + `import "os"` + "\n" + `func f() { os.ReadFile("") }`, "touch files"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := parse(t, tt.name, tt.text)
			got := misdeeds(s)
			for imported := range s.imports() {
				if why := wrongImport(s, imported); why != "" {
					got = append(got, why)
				}
			}
			if tt.want == "" && len(got) > 0 || tt.want != "" && !(len(got) == 1 && strings.Contains(got[0], tt.want)) {
				t.Errorf("findings for %s\n%s\n got %q\nwant %q", tt.name, tt.text, got, tt.want)
			}
		})
	}
}

// The table itself names no package twice.
func TestTableHasOneRowEach(t *testing.T) {
	var paths []string
	for _, l := range layers {
		paths = append(paths, l.path)
	}
	slices.Sort(paths)
	if n := len(slices.Compact(slices.Clone(paths))); n != len(paths) {
		t.Errorf("%d rows for %d packages", len(paths), n)
	}
}
