package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/blevesearch/bleve/v2"

	"inquit/internal/store"
)

// A Searcher answers queries from the newest published generation. It may be
// used from several goroutines.
type Searcher struct {
	st  *store.Store
	dir string

	mu  sync.Mutex
	now *reader // of the generation CURRENT named when last asked
}

// A reader is one generation, opened for reading. It closes when its last
// user is done and a newer one has taken its place.
type reader struct {
	number int
	seq    int64
	ix     bleve.Index
	users  int // guarded by Searcher.mu
}

// reading returns bleve's settings for a published generation.
func reading() map[string]any { return map[string]any{"read_only": true, "bolt_timeout": boltTimeout} }

// Open opens the index of st for reading. Nothing is locked; when a newer
// generation is published, the next query sees it.
func Open(st *store.Store) (*Searcher, error) {
	s := &Searcher{st: st, dir: dirOf(st.Dir())}
	r, err := s.acquire()
	if err != nil {
		return nil, err
	}
	s.release(r)
	return s, nil
}

// Close ends all use of the index. It leaves the store open. A query that is
// still running ends first.
func (s *Searcher) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.now
	s.now = nil
	if old == nil || old.users > 0 {
		return nil
	}
	return old.close()
}

// acquire returns the newest generation, opened; release gives it back.
func (s *Searcher) acquire() (*reader, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	// A writer that publishes twice between our look at CURRENT and our
	// opening removes what we were about to open; then CURRENT is new too.
	var err error
	for range 5 {
		var n int
		if n, err = current(s.dir); err != nil {
			return nil, err
		}
		if s.now != nil && s.now.number == n {
			s.now.users++
			return s.now, nil
		}
		var r *reader
		if r, err = openReader(filepath.Join(s.dir, genName(n))); err == nil {
			old := s.now
			s.now = r
			r.users++
			if old != nil && old.users == 0 {
				_ = old.close() // it was only read
			}
			return r, nil
		}
		if again, cerr := current(s.dir); cerr == nil && again == n {
			break // nobody has published since: it is damaged
		}
	}
	return nil, err
}

func (s *Searcher) release(r *reader) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r.users--
	if r.users == 0 && r != s.now {
		_ = r.close() // it was only read
	}
}

// openReader opens a generation. Whatever is wrong with it comes back as a
// DamagedError that names a file.
func openReader(gen string) (r *reader, err error) {
	m, err := readManifest(gen)
	if err != nil {
		return nil, err
	}
	if err := m.sizes(gen); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, &DamagedError{gen, fmt.Errorf("%v", p)}
		}
	}()
	ix, err := bleve.OpenUsing(gen, reading())
	if err != nil {
		return nil, &DamagedError{m.culprit(gen), err}
	}
	return &reader{number: genNumber(filepath.Base(gen)), seq: m.Seq, ix: ix}, nil
}

// sizes finds missing and cut files at the cost of one look at each.
func (m *manifest) sizes(gen string) error {
	for _, f := range m.Files {
		path := filepath.Join(gen, filepath.FromSlash(f.Name))
		info, err := os.Stat(path)
		if err == nil && info.Size() != f.Size {
			err = fmt.Errorf("has %d bytes, had %d", info.Size(), f.Size)
		}
		if err != nil {
			return &DamagedError{path, err}
		}
	}
	return nil
}

// culprit returns the first file of a generation that was changed, or the
// generation when none was.
func (m *manifest) culprit(gen string) string {
	name := gen
	m.checkFiles(gen, func(n string, _ error) {
		if name == gen {
			name = filepath.Join(gen, n)
		}
	})
	return name
}

func (r *reader) close() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = errors.New(fmt.Sprint(p))
		}
	}()
	return r.ix.Close()
}
