package index

import (
	"context"
	"fmt"

	"inquit/internal/store"
)

// maxFacets is how many hits are looked at to count their values.
const maxFacets = 5000

// facets counts the values of the hits, those of further pages too.
func (s *Searcher) facets(ctx context.Context, kind string, f *finding) (map[string][]Facet, error) {
	list, total, err := f.collect(without(f.base, f.hide), maxFacets)
	if err != nil {
		return nil, err
	}
	if total > len(list) {
		f.hits.Notes = append(f.hits.Notes, fmt.Sprintf("the counts are of the first %d hits of %d", len(list), total))
	}
	ids := make([]string, len(list))
	for i, m := range list {
		ids[i] = m.id
	}
	counts, err := s.st.Facets(ctx, kind, ids)
	if err != nil {
		return nil, err
	}
	out := map[string][]Facet{}
	for name, values := range counts {
		for _, v := range values {
			out[name] = append(out[name], Facet(v))
		}
	}
	return out, nil
}

var _ names = (*store.Store)(nil)
