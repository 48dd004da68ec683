package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"inquit/internal/store"
)

// batchDocs and batchBytes say when a batch of documents is handed to bleve.
// Smaller ones make more segments to merge, larger ones only need memory.
const (
	batchDocs  = 1000
	batchBytes = 4 << 20
)

// Published says what Publish or Rebuild did.
type Published struct {
	Generation int   // the one that readers now see
	Seq        int64 // the store's sequence number it stands for
	Articles   int   // put into the index by this call
	Removed    int   // taken out by this call
	Rebuilt    bool  // made anew: there was none, or it did not fit the store
}

// Publish brings the index of st up to date, so that readers see everything
// the store has committed. It only works on articles that changed. An index
// that is lost, damaged, of another format or of another past of the store is
// made anew. The caller holds the store for writing.
func Publish(ctx context.Context, st *store.Store) (Published, error) {
	return publish(ctx, st, false)
}

// Rebuild makes the index anew from the store, whatever state it is in.
func Rebuild(ctx context.Context, st *store.Store) (Published, error) {
	return publish(ctx, st, true)
}

// A publisher makes one generation.
type publisher struct {
	ctx  context.Context
	dir  string // of the index
	st   *store.Store
	snap *store.Snapshot
	base int       // the generation to go on from, 0 for none
	old  *manifest // of base; an empty one for none
	out  Published
}

func publish(ctx context.Context, st *store.Store, anew bool) (out Published, err error) {
	p := &publisher{ctx: ctx, dir: dirOf(st.Dir()), st: st, old: &manifest{}}
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return out, err
	}
	if err := p.cleanUp(); err != nil {
		return out, err
	}
	if !anew {
		if err := p.findBase(); err != nil {
			return out, err
		}
	}
	if p.snap, err = st.Snapshot(ctx); err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, p.snap.Close()) }()
	if p.base > 0 && p.old.Seq == p.snap.Seq {
		return Published{Generation: p.base, Seq: p.old.Seq}, nil
	}
	if p.base > 0 && !p.whole() {
		p.base, p.old = 0, &manifest{}
	}
	if err := p.make(); err != nil {
		return out, fmt.Errorf("make index: %w", err)
	}
	return p.out, nil
}

// cleanUp removes what killed writers left: folders that were never finished,
// and generations that CURRENT was never switched to.
func (p *publisher) cleanUp() error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return err
	}
	now, err := current(p.dir)
	if err != nil {
		now = 0 // damaged or missing: every generation goes
	}
	for _, e := range entries {
		n := genNumber(e.Name())
		if n > 0 && (n == now || n == now-1) || e.Name() == currentName {
			continue
		}
		if n > 0 || strings.HasSuffix(e.Name(), ".tmp") {
			if err := os.RemoveAll(filepath.Join(p.dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// trusted are the generations whose files this process wrote or has checked.
var trusted sync.Map

// whole reports whether the files of the base are those that were written.
// bleve's own goroutines would meet a damage while merging, out of our reach.
func (p *publisher) whole() bool {
	if _, ok := trusted.Load(p.old.Token); ok {
		return true
	}
	whole := true
	p.old.checkFiles(filepath.Join(p.dir, genName(p.base)), func(string, error) { whole = false })
	if whole {
		trusted.Store(p.old.Token, true)
	}
	return whole
}

// findBase chooses the generation to go on from, if there is one that fits
// the store.
func (p *publisher) findBase() error {
	n, err := current(p.dir)
	if err != nil {
		return nil // nothing to go on from
	}
	gen := filepath.Join(p.dir, genName(n))
	m, err := readManifest(gen)
	if err != nil {
		return nil
	}
	seq, known, err := p.st.PublishedAs(p.ctx, m.Token)
	if err != nil {
		return err
	}
	if !known || seq != m.Seq {
		return nil // the store was put back to an older state
	}
	p.base, p.old = n, m
	return nil
}

// make writes the next generation and switches readers to it.
func (p *publisher) make() error {
	last, err := current(p.dir)
	if err != nil {
		last = 0
	}
	p.out.Generation, p.out.Seq, p.out.Rebuilt = last+1, p.snap.Seq, p.base == 0
	final := filepath.Join(p.dir, genName(last+1))
	tmp := final + ".tmp"
	m := &manifest{Format: format, Seq: p.snap.Seq, Token: newToken()}
	if err := p.fill(tmp, m); err != nil {
		return errors.Join(err, os.RemoveAll(tmp))
	}
	if m.Files, err = describeAll(tmp, p.old.Files); err != nil {
		return err
	}
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	if err := writeSynced(filepath.Join(tmp, manifestName), append(b, '\n')); err != nil {
		return err
	}
	if err := syncPath(filepath.Join(tmp, "store")); err != nil {
		return err
	}
	if err := p.st.Publish(p.ctx, m.Token, m.Seq); err != nil {
		return err
	}
	if err := os.Rename(tmp, final); err != nil {
		return err
	}
	if err := syncPath(p.dir); err != nil {
		return err
	}
	if err := writeSynced(filepath.Join(p.dir, currentName), []byte(genName(last+1)+"\n")); err != nil {
		return err
	}
	trusted.Store(m.Token, true)
	return p.cleanUp()
}

// fill makes the folder of a generation: the one before it with the changes
// since, or everything.
func (p *publisher) fill(tmp string, m *manifest) (err error) {
	ix, err := p.open(tmp)
	if err != nil {
		return err
	}
	err = p.apply(ix)
	if err == nil {
		m.Docs, err = ix.DocCount()
	}
	return errors.Join(err, ix.Close())
}

// writing returns bleve's settings for a generation being made. bleve writes
// the path into the map it is given, so each use needs one of its own.
func writing() map[string]any { return map[string]any{"bolt_timeout": boltTimeout} }

// boltTimeout is how long to wait for a lock that nobody should hold.
const boltTimeout = "2s"

func (p *publisher) open(tmp string) (bleve.Index, error) {
	if p.base == 0 {
		return bleve.NewUsing(tmp, newMapping(), scorch.Name, scorch.Name, writing())
	}
	if err := clone(filepath.Join(p.dir, genName(p.base)), tmp, p.old.Files); err != nil {
		return nil, err
	}
	return bleve.OpenUsing(tmp, writing())
}

// clone makes a folder with the files of a generation: the segments linked,
// as they never change, the rest copied.
func clone(from, to string, files []file) error {
	for _, f := range files {
		src, dst := filepath.Join(from, filepath.FromSlash(f.Name)), filepath.Join(to, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(dst), 0o755); err != nil {
			return err
		}
		if isSegment(f.Name) && os.Link(src, dst) == nil {
			continue // else the file system has no links
		}
		if err := copyFile(src, dst); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(src, dst string) (err error) {
	in, err := os.Open(src)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(dst, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// apply brings an index from the state of the base to that of the snapshot.
func (p *publisher) apply(ix bleve.Index) error {
	changed, gone, err := p.snap.Changed(p.ctx, p.old.Seq)
	if err != nil {
		return err
	}
	w := &batcher{ix: ix, batch: ix.NewBatch()}
	if p.base > 0 {
		for _, g := range gone {
			p.out.Removed++
			w.delete(g.ID)
			for _, id := range g.Stale {
				w.delete(id)
			}
			if err := w.flush(batchDocs); err != nil {
				return err
			}
		}
	}
	var m docMaker
	err = p.snap.Docs(p.ctx, changed, func(d *store.Doc) error {
		p.out.Articles++
		if p.base > 0 {
			for _, id := range d.Stale {
				w.delete(id)
			}
		}
		if err := m.documents(d, w.add); err != nil {
			return err
		}
		return errors.Join(p.ctx.Err(), w.flush(batchDocs))
	})
	return errors.Join(err, w.flush(1))
}

// A batcher collects documents until there are enough of them.
type batcher struct {
	ix    bleve.Index
	batch *bleve.Batch
	bytes uint64
}

func (w *batcher) add(d *document.Document) error {
	w.bytes += d.NumPlainTextBytes()
	return w.batch.IndexAdvanced(d)
}

func (w *batcher) delete(id string) { w.batch.Delete(id) }

// flush hands over the batch if it has at least min operations or is large.
func (w *batcher) flush(min int) error {
	if n := w.batch.Size(); n == 0 || n < min && w.bytes < batchBytes {
		return nil
	}
	err := w.ix.Batch(w.batch)
	w.batch.Reset()
	w.bytes = 0
	return err
}

// Verify checks the published index of st: the checksum of every file, that
// it opens, and that it holds exactly what the store holds.
func Verify(ctx context.Context, st *store.Store) ([]store.Problem, error) {
	var found []store.Problem
	dir := dirOf(st.Dir())
	n, err := current(dir)
	counts, cerr := st.Counts(ctx)
	if cerr != nil {
		return nil, cerr
	}
	if errors.Is(err, ErrNone) && counts.Articles == 0 {
		return nil, nil
	}
	add := func(err error) { found = append(found, store.Problem{ID: dir, What: err.Error()}) }
	if err != nil {
		add(err)
		return found, nil
	}
	gen := filepath.Join(dir, genName(n))
	m, err := readManifest(gen)
	if err != nil {
		add(err)
		return found, nil
	}
	m.checkFiles(gen, func(name string, err error) {
		found = append(found, store.Problem{ID: filepath.Join(gen, name), What: fmt.Sprintf("%v; run inquit rebuild", err)})
	})
	if len(found) > 0 {
		return found, nil
	}
	return verifyContent(ctx, st, gen, m)
}

// verifyContent asks the index whether it holds what the store holds.
func verifyContent(ctx context.Context, st *store.Store, gen string, m *manifest) (found []store.Problem, err error) {
	add := func(what string) {
		found = append(found, store.Problem{ID: gen, What: what + "; run inquit rebuild"})
	}
	snap, err := st.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, snap.Close()) }()
	if _, known, err := st.PublishedAs(ctx, m.Token); err != nil || !known {
		add("is not an index of this store")
		return found, err
	}
	if m.Seq != snap.Seq {
		add(fmt.Sprintf("stands for state %d, the store is at %d; `inquit ingest` brings it up to date", m.Seq, snap.Seq))
		return found, nil
	}
	counts, err := st.Counts(ctx)
	if err != nil {
		return nil, err
	}
	r, err := openReader(gen)
	if err != nil {
		found = append(found, store.Problem{ID: gen, What: err.Error()})
		return found, nil
	}
	defer r.close()
	docs, err := r.ix.DocCount()
	if want := uint64(counts.Articles + counts.Quotes + counts.Numbers); err == nil && docs != want {
		add(fmt.Sprintf("holds %d documents, the store %d records", docs, want))
	}
	return found, err
}
