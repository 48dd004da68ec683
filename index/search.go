package index

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"inquit/internal/store"
)

// Quotes finds quotations.
func (s *Searcher) Quotes(ctx context.Context, q Query) (Hits, error) { return s.find(ctx, "q", q) }

// Numbers finds numeric claims. By asks for those inside that speaker's
// quotations.
func (s *Searcher) Numbers(ctx context.Context, q Query) (Hits, error) { return s.find(ctx, "n", q) }

// Articles finds articles by the words of their title and text. By asks for
// those that speaker is quoted in.
func (s *Searcher) Articles(ctx context.Context, q Query) (Hits, error) { return s.find(ctx, "a", q) }

func (s *Searcher) find(ctx context.Context, kind string, q Query) (h Hits, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, MaxTime, errSlow)
	defer cancel()
	r, err := s.acquire()
	if err != nil {
		return Hits{}, err
	}
	defer s.release(r)
	defer func() {
		if p := recover(); p != nil {
			h, err = Hits{}, &DamagedError{s.culprit(r), fmt.Errorf("%v", p)}
		}
	}()
	f := &finding{ctx: ctx, kind: kind, q: clamp(q)}
	if err := f.plan(s.st); err != nil {
		return Hits{}, err
	}
	if err := f.run(r); err != nil {
		return Hits{}, s.explain(ctx, r, err)
	}
	if q.Facets {
		if err := s.facets(f); err != nil {
			return Hits{}, s.explain(ctx, r, err)
		}
	}
	f.hits.Seq = r.seq
	return f.hits, nil
}

var errSlow = fmt.Errorf("the query takes longer than %v; add words or filters to narrow it", MaxTime)

// explain says what is behind an error of bleve.
func (s *Searcher) explain(ctx context.Context, r *reader, err error) error {
	var damage *DamagedError
	switch {
	case context.Cause(ctx) != nil:
		return context.Cause(ctx)
	case errors.As(err, &damage):
		return err
	}
	if m, merr := readManifest(s.gen(r)); merr == nil && m.culprit(s.gen(r)) == s.gen(r) {
		return err // the files are whole: it is something else
	}
	return &DamagedError{s.culprit(r), err}
}

func (s *Searcher) gen(r *reader) string { return filepath.Join(s.dir, genName(r.number)) }

// culprit names the file of a generation that was changed, or the generation.
func (s *Searcher) culprit(r *reader) string {
	m, err := readManifest(s.gen(r))
	if err != nil {
		return s.gen(r)
	}
	return m.culprit(s.gen(r))
}

// maxOffset is the last place a page may begin; nobody turns 50,000 pages.
const maxOffset = 1 << 20

// clamp brings the numbers of a query into their bounds.
func clamp(q Query) Query {
	q.Offset = min(max(q.Offset, 0), maxOffset)
	switch {
	case q.Limit == All:
	case q.Limit <= 0:
		q.Limit = 20
	default:
		q.Limit = min(q.Limit, MaxPage)
	}
	return q
}

// A finding is one query on its way.
type finding struct {
	ctx    context.Context
	kind   string
	q      Query
	query  query.Query
	hide   []key // what of it is not shown
	scored bool  // some word decides how well a hit matches
	hits   Hits
	all    []match // what was found, before the page was cut out
}

// plan reads the query.
func (f *finding) plan(st names) error {
	n, notes := parse(f.q.Text)
	p := &planner{ctx: f.ctx, names: st, kind: f.kind, notes: notes, named: map[string]bool{}}
	var must []query.Query
	if n != nil {
		must = append(must, p.build(n))
	}
	if strings.TrimSpace(f.q.By) != "" {
		must = append(must, p.speaker(f.q.By))
	}
	if len(must) == 0 {
		must = append(must, p.every())
	}
	f.query, f.scored, f.hits.Notes = conj(must), p.scored, p.notes
	if f.kind == "q" && !f.q.AllKinds {
		f.hide = p.hide()
	}
	if f.q.Sort == ByScore && !f.scored {
		f.q.Sort = ByDate
	}
	return p.err
}

// hide returns what is not shown because the query did not ask for it.
func (p *planner) hide() (keys []key) {
	if !p.named["kind"] {
		keys = append(keys, hideKind)
	}
	if !p.named["status"] {
		keys = append(keys, hideStatus)
	}
	if !p.named["zone"] && !p.named["kind:pull"] {
		keys = append(keys, hideZone)
	}
	return keys
}

// run goes once through all that the query finds. bleve's own collector would
// have to be asked four times, for the hits, the folded and the two counts of
// what is hidden, and reads more of each hit than we need.
func (f *finding) run(r *reader) (err error) {
	ix, err := r.ix.Advanced()
	if err != nil {
		return err
	}
	in, err := ix.Reader()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	c, err := f.collector(in)
	if err != nil {
		return err
	}
	o := search.SearcherOptions{}
	if !f.scored {
		o.Score = "none"
	}
	err = each(f.ctx, in, r.ix.Mapping(), f.query, o, c.add)
	if err != nil {
		return err
	}
	f.hits.Hidden.Other = c.hiddenCount
	f.all = c.end(&f.hits)
	f.page(f.all)
	return nil
}

// checkEvery is after how many hits the time is looked at.
const checkEvery = 1024

// each calls do with every record a query finds.
func each(ctx context.Context, in bleveindex.IndexReader, m mapping.IndexMapping, q query.Query, o search.SearcherOptions, do func(bleveindex.IndexInternalID, float64) error) (err error) {
	searcher, err := q.Searcher(ctx, in, m, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, searcher.Close()) }()
	sctx := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(searcher.DocumentMatchPoolSize()+1, 0), IndexReader: in}
	for n := 0; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		d, err := searcher.Next(sctx)
		if err != nil || d == nil {
			return err
		}
		if err := do(d.IndexInternalID, d.Score); err != nil {
			return err
		}
		sctx.DocumentMatchPool.Put(d)
	}
}

// page puts the asked-for part of the matches into the hits.
func (f *finding) page(list []match) {
	list = list[min(f.q.Offset, len(list)):]
	if f.q.Limit != All {
		list = list[:min(f.q.Limit, len(list))]
	}
	f.hits.Items = make([]Hit, len(list))
	for i, m := range list {
		id := ranked(f.kind, m.rank)
		f.hits.Items[i] = Hit{ID: id, Article: store.ArticleOf(id), Score: m.score, Copies: m.copies}
	}
}
