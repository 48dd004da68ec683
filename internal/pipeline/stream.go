package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"inquit/article"
	"inquit/extract"
	"inquit/internal/read"
)

// An Item is what comes out of one source: an article with its claims, or the
// reason why an input was skipped, or the end of the source.
type Item struct {
	Source  read.Source
	Claims  *extract.Claims
	Skipped *read.FileError
	Done    bool // the last item of Source
	// Unchanged says that Source was left out because nothing is new in it.
	Unchanged bool
}

// A slot holds the place of one item in the order of reading while a worker
// makes it.
type slot struct {
	item    Item
	article *article.Article
	ready   chan struct{}
	err     error
}

// Stream reads and extracts what args name and yields the items in the order
// of reading, whatever the number of workers. known, when not nil, is asked
// for each source, from one goroutine of the stream, whether it can be left
// out. A bad input is an item; an error ends the stream.
func Stream(ctx context.Context, args []string, o Options, known func(read.Source) (bool, error)) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		jobs := o.jobs()
		work := make(chan *slot, jobs)
		order := make(chan *slot, 4*jobs)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer cancel()
		for range jobs {
			wg.Go(func() {
				for s := range work {
					s.extract()
					close(s.ready)
				}
			})
		}
		wg.Go(func() {
			defer close(order)
			defer close(work)
			feed(ctx, args, o, known, work, order)
		})
		for s := range order {
			select {
			case <-s.ready:
			case <-ctx.Done():
				yield(Item{}, ctx.Err())
				return
			}
			if !yield(s.item, s.err) || s.err != nil {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Item{}, err)
		}
	}
}

// feed reads the sources one after the other and hands their articles to the
// workers, keeping their order.
func feed(ctx context.Context, args []string, o Options, known func(read.Source) (bool, error), work, order chan<- *slot) {
	put := func(s *slot) bool {
		s.ready = make(chan struct{})
		if s.article == nil {
			close(s.ready)
		}
		select {
		case order <- s:
		case <-ctx.Done():
			return false
		}
		if s.article != nil {
			work <- s // workers run until work is closed, so this never blocks for good
		}
		return true
	}
	for src, err := range read.Walk(ctx, args, o.Read) {
		if err != nil {
			if !put(failed(src, err)) {
				return
			}
			continue
		}
		if known != nil {
			if old, err := known(src); old || err != nil {
				if !put(&slot{item: Item{Source: src, Unchanged: old}, err: err}) {
					return
				}
				continue
			}
		}
		for a, err := range read.Articles(ctx, src, o.Read) {
			s := &slot{item: Item{Source: src}, article: a}
			if err != nil {
				s = failed(src, err)
			}
			if !put(s) {
				return
			}
		}
		if !put(&slot{item: Item{Source: src, Done: true}}) {
			return
		}
	}
}

// failed makes the slot of an error: a bad input is passed on as an item, any
// other error ends the stream.
func failed(src read.Source, err error) *slot {
	var bad *read.FileError
	if errors.As(err, &bad) {
		return &slot{item: Item{Source: src, Skipped: bad}}
	}
	return &slot{item: Item{Source: src}, err: err}
}

// extract makes the claims of the slot's article. A bug that panics inside one
// article skips that article and nothing else.
func (s *slot) extract() {
	a := s.article
	defer func() {
		if p := recover(); p != nil {
			s.item.Claims = nil
			s.item.Skipped = &read.FileError{Path: a.Path, Member: a.Member, Err: fmt.Errorf("internal error: %v; please report it", p)}
		}
	}()
	s.item.Claims = extract.Extract(a)
}
