package pipeline

import (
	"context"
	"path/filepath"

	"inquit/extract"
	"inquit/index"
	"inquit/internal/read"
	"inquit/internal/store"
)

// The bounds of a batch, committed at once: many articles make a commit
// cheap, and no more text is held than this.
const (
	batchArticles = 500
	batchBytes    = 16 << 20
)

// Ingest reads what args name into st, links all its articles anew when any
// changed, and publishes the index. Batches are committed as they fill: after
// an error or an interruption everything committed stays, and the next run
// goes on from there.
func Ingest(ctx context.Context, st *store.Store, args []string, o Options) (Summary, error) {
	in := &ingest{ctx: ctx, st: st, o: o}
	err := in.read(args)
	if err != nil {
		return in.sum, err
	}
	if err := in.finish(); err != nil {
		return in.sum, err
	}
	return in.sum, nil
}

// ingest is one run of Ingest.
type ingest struct {
	ctx   context.Context
	st    *store.Store
	o     Options
	sum   Summary
	batch store.Batch
	bytes int
}

// read commits what args name, batch by batch.
func (in *ingest) read(args []string) error {
	for it, err := range Stream(in.ctx, in.notTheStore(args), in.o, in.unchanged) {
		if err != nil {
			return err
		}
		if err := in.take(it); err != nil {
			return err
		}
	}
	return in.commit()
}

// notTheStore returns args; the store's own folder is never read, whatever
// its name is.
func (in *ingest) notTheStore(args []string) []string {
	out := make([]string, 0, len(args))
	dir, err := filepath.Abs(in.st.Dir())
	for _, a := range args {
		if abs, e := filepath.Abs(a); err == nil && e == nil && abs == dir {
			continue
		}
		out = append(out, a)
	}
	return out
}

// unchanged reports whether the journal knows src as it is now.
func (in *ingest) unchanged(src read.Source) (bool, error) {
	if src.Abs == stdin {
		return false, nil
	}
	known, ok, err := in.st.Known(in.ctx, src.Abs)
	return ok && known.Size == src.Size && known.ModTime == src.ModTime.UnixNano(), err
}

// stdin is the Abs of standard input, which no journal knows.
const stdin = "-"

// take puts one item into the batch.
func (in *ingest) take(it Item) error {
	in.sum.add(it)
	if in.o.Progress != nil {
		in.o.Progress(in.sum)
	}
	file := it.Source.Abs
	if file == stdin {
		file = ""
	}
	switch {
	case it.Skipped != nil:
		in.batch.Skipped = append(in.batch.Skipped, store.Skip{
			Input: file, Path: it.Skipped.Path, Member: it.Skipped.Member, Reason: it.Skipped.Err.Error(),
		})
	case it.Claims != nil:
		in.batch.Puts = append(in.batch.Puts, store.Put{Input: file, Claims: it.Claims})
		in.bytes += len(it.Claims.Article.Source)
	case it.Done && file != "":
		in.batch.Done = append(in.batch.Done, store.Input{Path: file, Size: it.Source.Size, ModTime: it.Source.ModTime.UnixNano()})
	}
	if len(in.batch.Puts)+len(in.batch.Skipped) < batchArticles && in.bytes < batchBytes {
		return nil
	}
	return in.commit()
}

// commit hands the batch to the store.
func (in *ingest) commit() error {
	change, err := in.st.PutBatch(in.ctx, in.batch)
	if err != nil {
		return err
	}
	in.sum.New += change.Added
	in.sum.Replaced += change.Replaced
	in.sum.Removed += change.Removed
	in.batch, in.bytes = store.Batch{}, 0
	return nil
}

// finish links the articles, unless nothing changed since they were linked,
// and publishes the index.
func (in *ingest) finish() error {
	linked, err := in.st.Linked(in.ctx)
	if err == nil && !linked {
		err = Relink(in.ctx, in.st, in.o)
	}
	if err != nil {
		return err
	}
	if _, err := index.Publish(in.ctx, in.st); err != nil {
		return err
	}
	n, err := in.st.Counts(in.ctx)
	in.sum.Store = n
	return err
}

// Relink finds anew what links the articles of st.
func Relink(ctx context.Context, st *store.Store, o Options) error {
	var all []*extract.Claims
	for c, err := range st.All(ctx) {
		if err != nil {
			return err
		}
		all = append(all, c)
	}
	return st.SetLinks(ctx, Link(all, o.Decisions))
}
