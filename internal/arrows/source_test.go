package arrows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// module is the path that our own imports begin with.
const module = "inquit"

// A source is one parsed Go file of the module.
type source struct {
	name string // below the root, with "/"
	pkg  string // its folder
	test bool
	file *ast.File
	at   *token.FileSet
}

// sources parses every Go file below the root of the module, other modules
// and test data left out.
func sources(t *testing.T) []source {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var all []source
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return skip(root.FS(), name)
		case filepath.Ext(name) == ".go":
			b, err := fs.ReadFile(root.FS(), name)
			if err != nil {
				return err
			}
			all = append(all, parse(t, name, string(b)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// skip leaves out folders that hold none of our packages.
func skip(root fs.FS, dir string) error {
	base := path.Base(dir)
	if dir == "." {
		return nil
	}
	if base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return fs.SkipDir
	}
	if _, err := fs.Stat(root, dir+"/go.mod"); err == nil {
		return fs.SkipDir
	}
	return nil
}

// parse reads one file of Go source.
func parse(t *testing.T, name, text string) source {
	t.Helper()
	at := token.NewFileSet()
	f, err := parser.ParseFile(at, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{name: name, pkg: path.Dir(name), test: strings.HasSuffix(name, "_test.go"), file: f, at: at}
}

// place returns "file:line" of a node.
func (s source) place(n ast.Node) string {
	return s.name + ":" + strconv.Itoa(s.at.Position(n.Pos()).Line)
}

// imports returns the paths that the file imports, with their places.
func (s source) imports() map[string]string {
	m := map[string]string{}
	for _, spec := range s.file.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		m[p] = s.place(spec)
	}
	return m
}

// localName returns the name by which the file calls a package of the
// standard library, "" when it does not import it.
func (s source) localName(library string) string {
	for _, spec := range s.file.Imports {
		if spec.Path.Value != strconv.Quote(library) {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name
		}
		return path.Base(library)
	}
	return ""
}
