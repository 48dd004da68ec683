package arrows

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// The shape of code that reads well, over the whole module: half of all
// functions have no more than 15 lines, nine of ten fewer than 60, and nine
// of ten files no more than 350. Tests are not counted.
const (
	halfOfFuncs = 15
	mostFuncs   = 60
	mostFiles   = 350
	longFunc    = 60  // named in the log
	longFile    = 500 // likewise
	shareOfMost = 0.9
	enoughFuncs = 50 // functions; fewer say nothing
)

func TestShapeOfTheCode(t *testing.T) {
	var funcs, files []int
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		lines := s.at.Position(s.file.End()).Line
		files = append(files, lines)
		if lines >= longFile {
			t.Logf("%s has %d lines", s.name, lines)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := s.at.Position(f.End()).Line - s.at.Position(f.Pos()).Line + 1
			funcs = append(funcs, n)
			if n >= longFunc {
				t.Logf("%s: %s has %d lines", s.place(f), f.Name.Name, n)
			}
		}
	}
	if len(funcs) < enoughFuncs {
		t.Fatalf("only %d functions found", len(funcs))
	}
	t.Logf("%d functions: half have at most %d lines, nine of ten %d, the longest %d",
		len(funcs), quantile(funcs, 0.5), quantile(funcs, shareOfMost), quantile(funcs, 1))
	t.Logf("%d files: half have at most %d lines, nine of ten %d, the longest %d",
		len(files), quantile(files, 0.5), quantile(files, shareOfMost), quantile(files, 1))
	for what, got := range map[string]bool{
		"half of the functions are longer than 15 lines": quantile(funcs, 0.5) > halfOfFuncs,
		"one function in ten has 60 lines or more":       quantile(funcs, shareOfMost) >= mostFuncs,
		"one file in ten is longer than 350 lines":       quantile(files, shareOfMost) > mostFiles,
	} {
		if got {
			t.Error(what)
		}
	}
}

// quantile returns the value that a share q of the values does not exceed.
func quantile(values []int, q float64) int {
	v := slices.Sorted(slices.Values(values))
	return v[min(int(q*float64(len(v))), len(v)-1)]
}

// Every package but commands and helpers of tests can be learned from an
// example that runs.
func TestPackagesHaveExamples(t *testing.T) {
	example, product := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		switch {
		case !s.test:
			product[s.pkg] = s.file.Name.Name != "main" && s.pkg != "internal/arrows" && !strings.HasSuffix(s.pkg, "test")
		case slices.ContainsFunc(s.file.Decls, isExample):
			example[s.pkg] = true
		}
	}
	for pkg, needed := range product {
		if needed && !example[pkg] {
			t.Errorf("%s: no Example", pkg)
		}
	}
}

func isExample(d ast.Decl) bool {
	f, ok := d.(*ast.FuncDecl)
	return ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Example")
}
