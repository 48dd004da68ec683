package index

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// A match is a hit with what orders it.
type match struct {
	score  float64
	rank   string
	outlet string
	copies int
}

// A collector keeps the first of the hits in order, counts the rest, leaves
// out what is hidden and folds what stands in near-copies.
type collector struct {
	ctx    context.Context
	in     bleveindex.IndexReader
	sort   Sort
	need   int // how many to keep; negative for all
	hidden bits
	folded bits
	order  *values // what orders a hit

	list        []match
	cut         bool // list has been cut to need: its last is the worst to keep
	total       int
	hiddenCount int
	foldedCount int
	groups      map[string]*match // the best of each group of copies so far
}

func (f *finding) collector(in bleveindex.IndexReader) (*collector, error) {
	c := &collector{ctx: f.ctx, in: in, sort: f.q.Sort, need: -1, groups: map[string]*match{}}
	if f.q.Limit != All {
		c.need = f.q.Offset + f.q.Limit
	}
	if f.q.Facets && c.need >= 0 {
		c.need = max(c.need, maxFacets)
	}
	var err error
	if c.hidden, err = f.having(in, f.hide); err != nil {
		return nil, err
	}
	if !f.q.Copies {
		if c.folded, err = f.having(in, []key{foldedKey}); err != nil {
			return nil, err
		}
	}
	fields := []string{rankField + f.kind}
	if c.sort == ByOutlet {
		fields = append(fields, outletField+f.kind)
	}
	c.order, err = newValues(in, fields...)
	return c, err
}

// having returns the records that have one of the keys.
func (f *finding) having(in bleveindex.IndexReader, keys []key) (bits, error) {
	var b bits
	for _, k := range keys {
		err := each(f.ctx, in, nil, termIn(keyField+f.kind, k), search.SearcherOptions{Score: "none"}, func(id bleveindex.IndexInternalID, _ float64) error {
			b.set(number(id))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

// number is the place of a record in the index, counted from 0.
func number(id bleveindex.IndexInternalID) uint64 { return binary.BigEndian.Uint64(id) }

// bits is a set of numbers.
type bits []uint64

func (b *bits) set(n uint64) {
	if i := int(n / 64); i >= len(*b) {
		*b = append(*b, make([]uint64, i+1-len(*b)+len(*b)/2)...)
	}
	(*b)[n/64] |= 1 << (n % 64)
}

func (b bits) has(n uint64) bool { return n/64 < uint64(len(b)) && b[n/64]>>(n%64)&1 == 1 }

// values reads fields of single records.
type values struct {
	reader bleveindex.DocValueReader
	fields []string
	got    [][]byte
	visit  func(field string, term []byte)
}

func newValues(in bleveindex.IndexReader, fields ...string) (*values, error) {
	r, err := in.DocValueReader(fields)
	v := &values{reader: r, fields: fields, got: make([][]byte, len(fields))}
	v.visit = func(field string, term []byte) {
		for i, f := range v.fields {
			if f == field {
				v.got[i] = append(v.got[i], term...)
			}
		}
	}
	return v, err
}

// of reads the fields of one record; the result is good until the next call.
func (v *values) of(id bleveindex.IndexInternalID) ([][]byte, error) {
	for i := range v.got {
		v.got[i] = v.got[i][:0]
	}
	err := v.reader.VisitDocValues(id, v.visit)
	return v.got, err
}

// errNoRank says that a record lacks what every record has.
var errNoRank = errors.New("a record of the index has no rank")

func (c *collector) add(id bleveindex.IndexInternalID, score float64) error {
	n := number(id)
	if c.hidden.has(n) {
		c.hiddenCount++
		return nil
	}
	if c.folded.has(n) {
		return c.addFolded(id, score)
	}
	c.total++
	if c.sort == ByScore && c.cut && score < c.list[c.need-1].score {
		return nil
	}
	got, err := c.read(id)
	if err != nil {
		return err
	}
	if c.cut && (c.sort == ByDate || c.sort == ByScore && score == c.list[c.need-1].score) && string(got[0]) >= c.list[c.need-1].rank {
		return nil // most hits end here, and cost no memory
	}
	c.keep(matchOf(score, got))
	return nil
}

func (c *collector) read(id bleveindex.IndexInternalID) ([][]byte, error) {
	got, err := c.order.of(id)
	if err == nil && len(got[0]) <= len(undated) {
		err = errNoRank
	}
	return got, err
}

func matchOf(score float64, got [][]byte) match {
	rank, _, _ := bytes.Cut(got[0], []byte(foldMark))
	m := match{score: score, rank: string(rank)}
	if len(got) > 1 {
		m.outlet = string(got[1])
	}
	return m
}

// keep adds a match to the list, which is cut to what is needed whenever it
// has grown to twice that.
func (c *collector) keep(m match) {
	if c.cut && c.compare(&m, &c.list[c.need-1]) >= 0 {
		return
	}
	c.list = append(c.list, m)
	if c.need >= 0 && len(c.list) >= 2*c.need+64 {
		c.cutList()
	}
}

func (c *collector) cutList() {
	slices.SortFunc(c.list, func(a, b match) int { return c.compare(&a, &b) })
	if c.need >= 0 && len(c.list) > c.need {
		c.list = c.list[:c.need]
	}
	c.cut = c.need > 0 && len(c.list) == c.need
}

// addFolded keeps the best of those that share a fold key.
func (c *collector) addFolded(id bleveindex.IndexInternalID, score float64) error {
	c.foldedCount++
	got, err := c.read(id)
	if err != nil {
		return err
	}
	m := matchOf(score, got)
	_, key, _ := bytes.Cut(got[0], []byte(foldMark))
	best := c.groups[string(key)]
	switch {
	case best == nil:
		c.groups[string(key)] = &m
	case c.compare(&m, best) < 0:
		m.copies = best.copies + 1
		*best = m
	default:
		best.copies++
	}
	return nil
}

// end returns the matches in order and counts them.
func (c *collector) end(h *Hits) []match {
	for _, m := range c.groups { // in any order: they are sorted below
		c.keep(*m)
	}
	c.cutList()
	h.Total = c.total + len(c.groups)
	h.Hidden.Copies = c.foldedCount - len(c.groups)
	return c.list
}

// compare orders two matches; no two are equal, because their ranks are not.
func (c *collector) compare(a, b *match) int {
	switch c.sort {
	case ByScore:
		if d := cmp.Compare(b.score, a.score); d != 0 {
			return d
		}
	case ByOutlet:
		if d := cmp.Compare(lastIfEmpty(a.outlet), lastIfEmpty(b.outlet)); d != 0 {
			return d
		}
	case Oldest:
		da, db := a.rank[:len(undated)], b.rank[:len(undated)]
		if da != db && da != undated && db != undated {
			return strings.Compare(db, da)
		}
	}
	return strings.Compare(a.rank, b.rank)
}

func lastIfEmpty(s string) string {
	if s == "" {
		return "\U0010ffff"
	}
	return s
}
