package index_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"inquit/index"
	"inquit/internal/store"
)

// generation returns the folder readers use.
func generation(t *testing.T, s *store.Store) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(s.Dir(), "index", "CURRENT"))
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(s.Dir(), "index", strings.TrimSpace(string(b)))
}

// TestDamageIsFoundAndMended spoils every file of an index in several ways.
// Verify names the file, searching gives a sentence or the right answer, and
// a rebuilt index answers as before.
func TestDamageIsFoundAndMended(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 12, 3)
	publish(t, s)
	x := open(t, s)
	want := answers(t, x)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	spoil := map[string]func(string) error{
		"cut":                  func(f string) error { return os.Truncate(f, 7) },
		"empty":                func(f string) error { return os.Truncate(f, 0) },
		"deleted":              os.Remove,
		"flipped":              func(f string) error { return flip(f, .5) },
		"flipped near the end": func(f string) error { return flip(f, .97) },
		"flipped at the start": func(f string) error { return flip(f, 0) },
	}
	for how, do := range spoil {
		var files []string
		gen := generation(t, s)
		if err := filepath.WalkDir(gen, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				rel, _ := filepath.Rel(gen, p)
				files = append(files, rel)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		for _, f := range append(files, "../CURRENT") {
			gen := generation(t, s)
			if _, err := os.Stat(filepath.Join(gen, f)); err != nil {
				continue // segments have other names after a rebuild
			}
			if err := do(filepath.Join(gen, f)); err != nil {
				t.Fatal(err)
			}
			problems, err := index.Verify(t.Context(), s)
			if err != nil || len(problems) == 0 {
				t.Errorf("%s %s: Verify found %v, %v", f, how, problems, err)
			}
			if x, err := index.Open(s); err != nil {
				sentence(t, f+" "+how, err)
			} else {
				_, err := x.Quotes(t.Context(), index.Query{Text: "bridge", Facets: true})
				sentence(t, f+" "+how, err)
				_ = x.Close()
			}
			if _, err := index.Rebuild(t.Context(), s); err != nil {
				t.Fatalf("%s %s: Rebuild: %v", f, how, err)
			}
			sound(t, s)
			x, err := index.Open(s)
			if err != nil {
				t.Fatal(err)
			}
			if got := answers(t, x); got != want {
				t.Fatalf("%s %s: rebuilt index answers differently", f, how)
			}
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// sentence checks that an error is one a user can act on.
func sentence(t *testing.T, what string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var damage *index.DamagedError
	if !errors.As(err, &damage) && !errors.Is(err, index.ErrNone) && !strings.Contains(err.Error(), "run inquit rebuild") {
		t.Errorf("%s: %v", what, err)
	}
	if strings.Contains(err.Error(), "goroutine") {
		t.Errorf("%s: a stack: %v", what, err)
	}
}

// flip changes one bit of a file, at a share of its length.
func flip(file string, at float64) error {
	if err := os.Chmod(file, 0o600); err != nil {
		return err
	}
	b, err := os.ReadFile(file)
	if err != nil || len(b) == 0 {
		return err
	}
	b[int(at*float64(len(b)-1))] ^= 0x10
	// A new file: what is linked into the generation before stays whole.
	if err := os.Remove(file); err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o600)
}

// TestDamageIsMendedByPublish: a writer never builds on a spoilt generation.
func TestDamageIsMendedByPublish(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 10, 3)
	publish(t, s)
	index.DistrustForTest()
	gen := generation(t, s)
	zaps, err := filepath.Glob(filepath.Join(gen, "store", "*.zap"))
	if err != nil || len(zaps) == 0 {
		t.Fatal(zaps, err)
	}
	if err := flip(zaps[0], .4); err != nil {
		t.Fatal(err)
	}
	fill(t, s, 10, 12, 3)
	if p := publish(t, s); !p.Rebuilt {
		t.Errorf("went on from a damaged index: %+v", p)
	}
	sound(t, s)
}

// TestAStorePutBackFromABackup has an index from a future it never had.
func TestAStorePutBackFromABackup(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 6, 3)
	publish(t, s)
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	fill(t, s, 6, 9, 3)
	publish(t, s)
	dir := s.Dir()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(copied, filepath.Join(dir, "store.db")); err != nil {
		t.Fatal(err)
	}
	s, err := store.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck
	fill(t, s, 20, 23, 3)
	if p := publish(t, s); !p.Rebuilt {
		t.Errorf("went on from an index of another past: %+v", p)
	}
	sound(t, s)
}

// TestReadersBesideAWriter search while articles come in: never an error,
// never fewer than before, never long.
func TestReadersBesideAWriter(t *testing.T) {
	s := create(t)
	fill(t, s, 0, 20, 3)
	publish(t, s)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r, err := store.Open(s.Dir(), store.Options{ReadOnly: true})
			if err != nil {
				t.Error(err)
				return
			}
			defer r.Close() //nolint:errcheck
			x, err := index.Open(r)
			if err != nil {
				t.Error(err)
				return
			}
			defer x.Close() //nolint:errcheck
			for last := 0; ; {
				h, err := x.Quotes(t.Context(), index.Query{Copies: true, AllKinds: true})
				if err != nil || h.Total < last {
					t.Errorf("%d hits after %d, %v", h.Total, last, err)
					return
				}
				last = h.Total
				select {
				case <-done:
					return
				default:
				}
			}
		}()
	}
	for at := 20; at < 60; at += 5 {
		fill(t, s, at, at+5, 3)
		publish(t, s)
	}
	close(done)
	wg.Wait()
	x := open(t, s)
	if h, err := x.Quotes(t.Context(), index.Query{Copies: true, AllKinds: true}); err != nil || h.Total != 180 {
		t.Errorf("in the end %d hits, %v", h.Total, err)
	}
}
