package store

import (
	"context"
	"errors"
)

// A FacetCount counts records that share a value.
type FacetCount struct {
	Value string
	Count int
}

// facetQueries count the values of quotations, numbers and articles. CROSS
// JOIN makes SQLite go through the ids and look up each, not the other way.
var facetQueries = map[string]map[string]string{
	"q": {
		"speaker": "SELECT coalesce(nullif(l.name, ''), t.speaker_name) FROM ids CROSS JOIN quotes t ON t.id = ids.value LEFT JOIN links l ON l.id = t.person",
		"outlet":  "SELECT a.outlet FROM ids CROSS JOIN articles a ON a.id = 'a:' || substr(ids.value, 3, 16)",
		"kind":    "SELECT t.kind FROM ids CROSS JOIN quotes t ON t.id = ids.value",
		"year":    "SELECT substr(a.published, 1, 4) FROM ids CROSS JOIN articles a ON a.id = 'a:' || substr(ids.value, 3, 16)",
	},
	"n": {
		"unit":   "SELECT t.unit FROM ids CROSS JOIN numbers t ON t.id = ids.value",
		"outlet": "SELECT a.outlet FROM ids CROSS JOIN articles a ON a.id = 'a:' || substr(ids.value, 3, 16)",
		"year":   "SELECT substr(a.published, 1, 4) FROM ids CROSS JOIN articles a ON a.id = 'a:' || substr(ids.value, 3, 16)",
	},
	"a": {
		"outlet": "SELECT a.outlet FROM ids CROSS JOIN articles a ON a.id = ids.value",
		"lang":   "SELECT a.lang FROM ids CROSS JOIN articles a ON a.id = ids.value",
		"year":   "SELECT substr(a.published, 1, 4) FROM ids CROSS JOIN articles a ON a.id = ids.value",
	},
}

// Facets counts, for each facet of a kind of record (q, n or a), how many of
// the records with the given ids have which value; the most frequent first.
func (s *Store) Facets(ctx context.Context, kind string, ids []string) (map[string][]FacetCount, error) {
	out := map[string][]FacetCount{}
	list := jsonList(ids)
	for name, values := range facetQueries[kind] {
		counts, err := s.facet(ctx, values, list)
		if err != nil {
			return nil, err
		}
		out[name] = counts
	}
	return out, nil
}

func (s *Store) facet(ctx context.Context, values, list string) (out []FacetCount, _ error) {
	rows, err := s.db.QueryContext(ctx, "WITH ids AS (SELECT value FROM json_each(?)), v(value) AS ("+values+`)
		SELECT coalesce(value, ''), count(*) AS n FROM v GROUP BY 1 ORDER BY n DESC, 1`, list)
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var c FacetCount
		if err := rows.Scan(&c.Value, &c.Count); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, c)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}
