package index

import (
	"fmt"

	"inquit/internal/store"
)

// maxFacets is how many hits are looked at to count their values.
const maxFacets = 5000

// facets counts the values of the hits, those of further pages too.
func (s *Searcher) facets(f *finding) error {
	list := f.all[:min(len(f.all), maxFacets)]
	if f.hits.Total > len(list) {
		f.hits.Notes = append(f.hits.Notes, fmt.Sprintf("the counts are of the first %d hits of %d", len(list), f.hits.Total))
	}
	ids := make([]string, len(list))
	for i, m := range list {
		ids[i] = ranked(f.kind, m.rank)
	}
	counts, err := s.st.Facets(f.ctx, f.kind, ids)
	if err != nil {
		return err
	}
	f.hits.Facets = map[string][]Facet{}
	for name, values := range counts {
		for _, v := range values {
			f.hits.Facets[name] = append(f.hits.Facets[name], Facet(v))
		}
	}
	return nil
}

var _ names = (*store.Store)(nil)
