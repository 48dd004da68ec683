package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

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

// maxFolded is how many hits that stand in near-copies are folded one by one,
// so that the best of each is shown. Of more, the first copy stands for all.
const maxFolded = 2000

// pageOfAll is how many hits are asked for at once when all are wanted.
const pageOfAll = 20000

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
	f := &finding{ctx: ctx, ix: r.ix, q: clamp(q)}
	if err := f.plan(s.st, kind); err != nil {
		return Hits{}, err
	}
	if err := f.run(); err != nil {
		return Hits{}, s.explain(ctx, r, err)
	}
	if q.Facets {
		if f.hits.Facets, err = s.facets(ctx, kind, f); err != nil {
			return Hits{}, s.explain(ctx, r, err)
		}
	}
	f.hits.Seq = r.seq
	return f.hits, nil
}

var errSlow = fmt.Errorf("the query takes longer than %v; add words or filters to narrow it", MaxTime)

// explain says what is behind an error of bleve.
func (s *Searcher) explain(ctx context.Context, r *reader, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	var damage *DamagedError
	if errors.As(err, &damage) {
		return err
	}
	if file := s.culprit(r); file != "" {
		return &DamagedError{file, err}
	}
	return err
}

// culprit names the file of a generation that was changed, "" when none was.
func (s *Searcher) culprit(r *reader) string {
	gen := s.dir + "/" + genName(r.number)
	m, err := readManifest(gen)
	if err != nil {
		return gen
	}
	return m.culprit(gen)
}

// clamp brings the numbers of a query into their bounds.
func clamp(q Query) Query {
	q.Offset = max(q.Offset, 0)
	switch {
	case q.Limit == All:
	case q.Limit <= 0:
		q.Limit = 20
	default:
		q.Limit = min(q.Limit, MaxPage)
	}
	q.Offset = min(q.Offset, 1<<20)
	return q
}

// A finding is one query on its way.
type finding struct {
	ctx    context.Context
	ix     bleve.Index
	q      Query
	base   query.Query // what was asked for
	hide   []key       // what of it is not shown
	sort   func() search.SortOrder
	scored bool
	hits   Hits
}

// plan reads the query.
func (f *finding) plan(st names, kind string) error {
	n, notes := parse(f.q.Text)
	p := &planner{ctx: f.ctx, names: st, kind: kind, notes: notes, named: map[string]bool{}}
	must := []query.Query{p.every()}
	if n != nil {
		must = append(must, p.build(n))
	}
	if strings.TrimSpace(f.q.By) != "" {
		must = append(must, p.speaker(f.q.By))
	}
	if p.err != nil {
		return p.err
	}
	f.base, f.scored, f.hits.Notes = conj(must), p.scored, p.notes
	if kind == "q" && !f.q.AllKinds {
		f.hide = p.hide()
	}
	order := f.q.Sort
	if order == ByScore && !f.scored {
		order = ByDate
	}
	f.sort = func() search.SortOrder { return sortOrder(order) }
	return nil
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

// sortOrder makes the order of hits, with the fold key behind, where it
// changes nothing and can be read from the hit.
func sortOrder(s Sort) search.SortOrder {
	newest := &search.SortField{Field: dateField, Desc: true, Type: search.SortFieldAsString, Missing: search.SortFieldMissingLast}
	oldest := &search.SortField{Field: dateField, Type: search.SortFieldAsString, Missing: search.SortFieldMissingLast}
	outlet := &search.SortField{Field: outletField, Type: search.SortFieldAsString, Missing: search.SortFieldMissingLast}
	tail := []search.SearchSort{newest, &search.SortDocID{}, &search.SortField{Field: foldField, Type: search.SortFieldAsString, Missing: search.SortFieldMissingLast}}
	switch s {
	case ByDate:
		return tail
	case Oldest:
		return append(search.SortOrder{oldest}, tail[1:]...)
	case ByOutlet:
		return append(search.SortOrder{outlet}, tail...)
	}
	return append(search.SortOrder{&search.SortScore{Desc: true}}, tail...)
}

// run finds the hits: those that stand in near-copies all at once, to fold
// them, the others as many as the page needs.
func (f *finding) run() error {
	shown := without(f.base, f.hide)
	if len(f.hide) > 0 {
		n, err := f.count(conj([]query.Query{f.base, anyKey(f.hide)}))
		if err != nil {
			return err
		}
		f.hits.Hidden.Other = n
	}
	need := -1
	if f.q.Limit != All {
		need = f.q.Offset + f.q.Limit
	}
	if f.q.Copies {
		list, total, err := f.collect(shown, need)
		f.hits.Total = total
		f.page(list)
		return err
	}
	inCopies := conj([]query.Query{shown, keyIs(foldedKey)})
	total, err := f.count(inCopies)
	if err != nil {
		return err
	}
	if total > maxFolded {
		return f.runFirstCopies(shown, total, need)
	}
	folded, _, err := f.collect(inCopies, maxFolded)
	if err != nil {
		return err
	}
	kept := fold(folded)
	f.hits.Hidden.Copies = total - len(kept)
	single, alone, err := f.collect(without(shown, []key{foldedKey}), need)
	if err != nil {
		return err
	}
	f.hits.Total = alone + len(kept)
	f.page(f.merge(single, kept))
	return nil
}

// runFirstCopies shows of every near-copy only the first one. One whose first
// copy the filters leave out is not shown; that is said.
func (f *finding) runFirstCopies(shown query.Query, inCopies, need int) error {
	list, total, err := f.collect(without(shown, []key{laterKey}), need)
	if err != nil {
		return err
	}
	all, err := f.count(shown)
	if err != nil {
		return err
	}
	f.hits.Total, f.hits.Hidden.Copies = total, all-total
	f.hits.Notes = append(f.hits.Notes, fmt.Sprintf("%d hits stand in near-copies; only those in the first copy are shown", inCopies))
	f.page(list)
	return nil
}

// without leaves out what has one of the keys.
func without(q query.Query, keys []key) query.Query {
	if len(keys) == 0 {
		return q
	}
	return query.NewBooleanQuery([]query.Query{q}, nil, []query.Query{anyKey(keys)})
}

func anyKey(keys []key) query.Query {
	list := make([]query.Query, len(keys))
	for i, k := range keys {
		list[i] = termIn(keyField, k)
	}
	return filter{disj(list)}
}

// A match is a hit with what orders it.
type match struct {
	id     string
	score  float64
	order  []string
	copies int
}

func (f *finding) request(q query.Query, size int) *bleve.SearchRequest {
	req := bleve.NewSearchRequestOptions(q, size, 0, false)
	req.SortByCustom(f.sort())
	if !f.scored {
		req.Score = "none"
	}
	return req
}

func (f *finding) count(q query.Query) (int, error) {
	req := bleve.NewSearchRequestOptions(q, 0, 0, false)
	req.Score = "none"
	res, err := f.ix.SearchInContext(f.ctx, req)
	if err != nil {
		return 0, err
	}
	return int(res.Total), nil
}

// collect returns the first hits in order, all for a negative number, and how
// many there are.
func (f *finding) collect(q query.Query, most int) (out []match, total int, err error) {
	size := most
	if most < 0 {
		size = pageOfAll
	}
	var after []string
	for {
		req := f.request(q, size)
		if after != nil {
			req.SetSearchAfter(after)
		}
		res, err := f.ix.SearchInContext(f.ctx, req)
		if err != nil {
			return nil, 0, err
		}
		if after == nil {
			total = int(res.Total)
		}
		for _, d := range res.Hits {
			out = append(out, match{id: d.ID, score: d.Score, order: d.Sort})
		}
		if most >= 0 || len(res.Hits) < size {
			return out, total, nil
		}
		last := res.Hits[len(res.Hits)-1]
		after = slices.Clone(last.Sort)
		for i, s := range f.sort() {
			if _, ok := s.(*search.SortScore); ok {
				after[i] = strconv.FormatFloat(last.Score, 'g', -1, 64)
			}
		}
	}
}

// fold keeps the first of the matches that share a key, and counts the rest.
func fold(list []match) (kept []match) {
	at := map[string]int{}
	for _, m := range list {
		key := m.order[len(m.order)-1]
		if i, ok := at[key]; ok {
			kept[i].copies++
			continue
		}
		at[key] = len(kept)
		kept = append(kept, m)
	}
	return kept
}

// merge joins two ordered lists.
func (f *finding) merge(a, b []match) []match {
	out := make([]match, 0, len(a)+len(b))
	order := f.sort()
	for len(a) > 0 && len(b) > 0 {
		if less(order, &b[0], &a[0]) {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

// less compares two matches in an order whose values are strings.
func less(order search.SortOrder, a, b *match) bool {
	for i, s := range order {
		if _, ok := s.(*search.SortScore); ok {
			if a.score != b.score {
				return a.score > b.score
			}
			continue
		}
		if c := strings.Compare(a.order[i], b.order[i]); c != 0 {
			return (c < 0) != s.Descending()
		}
	}
	return false
}

// page puts the asked-for part of the matches into the hits.
func (f *finding) page(list []match) {
	list = list[min(f.q.Offset, len(list)):]
	if f.q.Limit != All {
		list = list[:min(f.q.Limit, len(list))]
	}
	f.hits.Items = make([]Hit, len(list))
	for i, m := range list {
		f.hits.Items[i] = Hit{ID: m.id, Article: store.ArticleOf(m.id), Score: m.score, Copies: m.copies}
	}
}
