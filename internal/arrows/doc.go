// Package arrows holds no code: its tests read the source of the whole module
// and fail where a package leaves its place in the line.
//
//	bytes ─ read ─▶ Article ─ extract ─▶ Claims ─ people ─ dedupe ─ compare ─▶ store ─▶ index ─▶ cmd, web
//
// What goes in: the import lines and calls of every Go file. What comes out:
// one line for each import against the direction of the line, each library
// used outside the one package that owns it, each goroutine started, file
// opened or word printed where that is not the package's business.
//
// A new package gets a row in the table of layers_test.go, which says what it
// may import; without a row the test fails.
package arrows
