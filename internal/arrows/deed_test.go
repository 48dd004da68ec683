package arrows

import (
	"go/ast"
	"strings"
)

// A deed is something that only some packages may do.
type deed struct{ place, what string }

// prefixes of the functions of package os that open, change or list files.
var fileFuncs = []string{
	"Open", "Create", "Read", "Write", "Mkdir", "Remove", "Rename", "Stat", "Lstat",
	"Chmod", "Chtimes", "Link", "Symlink", "Truncate", "CopyFS", "DirFS",
}

// goroutines lists where the file starts goroutines: go statements, and the
// Go methods of wait groups.
func (s source) goroutines() (found []deed) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = append(found, deed{s.place(n), "go statement"})
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Go" {
				found = append(found, deed{s.place(n), "call of a Go method"})
			}
		}
		return true
	})
	return found
}

// printing lists where the file prints or ends the program.
func (s source) printing() []deed {
	found := s.uses("fmt", func(f string) bool { return strings.HasPrefix(f, "Print") })
	found = append(found, s.uses("os", func(f string) bool { return f == "Exit" || f == "Stdout" || f == "Stderr" })...)
	found = append(found, s.uses("log", func(f string) bool { return f != "Logger" && f != "New" })...)
	ast.Inspect(s.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && (id.Name == "print" || id.Name == "println") {
				found = append(found, deed{s.place(n), id.Name})
			}
		}
		return true
	})
	return found
}

// files lists where the file opens or changes files.
func (s source) files() []deed {
	return s.uses("os", func(f string) bool {
		for _, p := range fileFuncs {
			if strings.HasPrefix(f, p) {
				return true
			}
		}
		return false
	})
}

// uses lists the names of a library that the file uses and wanted accepts.
func (s source) uses(library string, wanted func(string) bool) (found []deed) {
	local := s.localName(library)
	if local == "" {
		return nil
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := sel.X.(*ast.Ident); ok && id.Name == local && wanted(sel.Sel.Name) {
			found = append(found, deed{s.place(n), library + "." + sel.Sel.Name})
		}
		return true
	})
	return found
}
