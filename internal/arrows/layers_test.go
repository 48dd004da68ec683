package arrows

import (
	"slices"
	"strings"
)

// A layer is one row of the layout: a package, what of ours it may import, and
// what its tests may import beyond that. A path that ends in "*" stands for
// every path that begins so.
type layer struct {
	path  string
	uses  []string
	tests []string
}

// What several rows share. safefile is the helper that all may import.
var (
	base    = []string{"article", "internal/safefile", "internal/text"}
	claims  = with(base, "extract", "extract/*")
	grouped = with(claims, "internal/people", "dedupe", "internal/compare")
	stored  = with(grouped, "internal/record", "internal/store", "index")
	staged  = with(stored, "internal/read", "internal/pipeline")

	// What the tests of every package may import.
	testHelp = []string{"internal/growth"}

	// Tests may read articles from files and stores that are made for them.
	readHelp  = []string{"internal/read"}
	storeHelp = []string{"internal/store/storetest"}
)

// layers is the layout of the module in the order of the line.
var layers = []layer{
	{"article", nil, nil},
	{"internal/safefile", nil, nil},
	{"internal/growth", nil, nil},
	{"internal/arrows", nil, nil},
	{"internal/text/*", base[:2], nil},
	{"internal/text", with(base[:2], "internal/text/*"), nil},
	{"internal/read", base, nil},
	{"extract/name", base, readHelp},
	{"extract/number", base, readHelp},
	{"extract/quote/crf", with(base[:1], "internal/text"), []string{"internal/eval"}},
	{"extract/quote", with(base, "extract/name", "extract/number", "extract/quote/crf"), readHelp},
	{"extract", with(base, "extract/*"), readHelp},
	{"internal/people", claims, nil},
	{"dedupe", with(claims, "internal/people"), nil},
	{"internal/compare", with(claims, "internal/people", "dedupe"), nil},
	{"internal/record", with(grouped, "internal/read"), []string{"internal/pipeline"}},
	{"internal/store/storetest", with(grouped, "internal/record", "internal/store"), nil},
	{"internal/store", with(grouped, "internal/record"), storeHelp},
	{"index", with(grouped, "internal/record", "internal/store"), storeHelp},
	{"internal/pipeline", with(stored, "internal/read"), storeHelp},
	{"internal/eval", staged, storeHelp},
	{"internal/web", stored, nil},
	{"internal/train*", with(staged, "internal/text/*", "internal/eval"), nil},
	{"internal/gen*", with(staged, "internal/text/*", "internal/eval"), nil},
	{"cmd/*", with(staged, "internal/eval", "internal/web", "cmd/*"), nil},
}

// owners says which packages alone may import a library, so that each library
// can be replaced in one folder. A path that ends in "/" stands for the whole
// module. Tests are bound by the same rule.
var owners = []struct {
	library  string
	packages []string
	tests    []string // further packages, in their test files only
	why      string
}{
	{"github.com/blevesearch/", []string{"index"}, nil, "only index knows bleve"},
	{"database/sql", []string{"internal/store"}, nil, "only store knows SQL"},
	{"modernc.org/sqlite", []string{"internal/store"}, nil, "only store knows SQLite"},
	{"github.com/jdkato/prose/", []string{"internal/gentagger"}, []string{"internal/text"}, "prose gives its model to the tagger's generator, nothing else"},
	{"github.com/neurosnap/sentences/", []string{"internal/gensentence"}, []string{"internal/text"}, "Punkt gives its word lists to a generator, nothing else"},
	{"github.com/urfave/cli/", []string{"cmd/*"}, nil, "only cmd knows the command line"},
	{"github.com/rogpeppe/go-internal/testscript", nil, []string{"cmd/*"}, "only commands are tested as scripts"},
}

// Who may do what in code that is not a test.
var (
	startsGoroutines = []string{"internal/pipeline", "internal/web"}
	prints           = []string{"cmd/*", "internal/gen*", "internal/train*"}
	touchesFiles     = with(prints, "internal/safefile", "internal/read", "internal/store", "index", "internal/people", "internal/eval")
)

// with returns a new list, so that no two rows share memory.
func with(list []string, more ...string) []string {
	return append(slices.Clip(list), more...)
}

// matches reports whether path is named by one of the patterns.
func matches(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		prefix, family := strings.CutSuffix(p, "*")
		return p == path || family && strings.HasPrefix(path, prefix)
	})
}

// layerOf returns the row that stands for a package.
func layerOf(path string) (layer, bool) {
	i := slices.IndexFunc(layers, func(l layer) bool { return matches([]string{l.path}, path) })
	if i < 0 {
		return layer{}, false
	}
	return layers[i], true
}

// ownsLibrary reports whether a file of package path may import a library.
func ownsLibrary(path, library string, test bool) (ok bool, why string) {
	for _, o := range owners {
		if library != o.library && !strings.HasPrefix(library, strings.TrimSuffix(o.library, "/")+"/") {
			continue
		}
		if !matches(o.packages, path) && !(test && matches(o.tests, path)) {
			return false, o.why
		}
	}
	return true, ""
}
