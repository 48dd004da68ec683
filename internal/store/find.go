package store

import (
	"os"
	"path/filepath"
)

// Folder is the name of a store's folder.
const Folder = ".inquit"

// Find returns the folder of the store to use and whether a store is there:
// the one the flag names, else the one of the environment, else the .inquit
// in start or the nearest folder above it. When there is none, dir is where a
// first ingest makes it.
func Find(start, flag, env string) (dir string, ok bool) {
	for _, given := range []string{flag, env} {
		if given != "" {
			return given, holds(given)
		}
	}
	for at := start; ; at = filepath.Dir(at) {
		if dir := filepath.Join(at, Folder); holds(dir) {
			return dir, true
		}
		if at == filepath.Dir(at) {
			return filepath.Join(start, Folder), false
		}
	}
}

// holds reports whether dir holds a store that was made to its end.
func holds(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "store.db"))
	return err == nil && info.Mode().IsRegular()
}
