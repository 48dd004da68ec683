package store

import (
	"context"
	"errors"
)

// A Speaker counts what one person or body is quoted with.
type Speaker struct {
	ID, Kind, Name string // of the person across articles; "" for unknown speakers
	Quotes         int    // those shown by default
	Articles       int
	Outlets        int
}

// Speakers counts the quotations of every speaker, most quoted first.
func (s *Store) Speakers(ctx context.Context) ([]Speaker, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT q.person, coalesce(l.sort, max(q.speaker_kind)),
		coalesce(l.name, max(q.speaker_name)) AS name, count(*) AS quotes,
		count(DISTINCT q.article), count(DISTINCT nullif(a.outlet, ''))
		FROM quotes q JOIN articles a ON a.id = q.article LEFT JOIN links l ON l.id = q.person
		WHERE q.shown GROUP BY q.person ORDER BY quotes DESC, name, q.person`)
	if err != nil {
		return nil, err
	}
	var out []Speaker
	for rows.Next() {
		var p Speaker
		if err := rows.Scan(&p.ID, &p.Kind, &p.Name, &p.Quotes, &p.Articles, &p.Outlets); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, p)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

// Counts says how much a store holds.
type Counts struct {
	Articles, Quotes, Numbers                             int
	Persons, Events, CopyGroups, Statements, NumberGroups int
	Inputs, Skipped                                       int
	Foreign                                               int // articles in another language than English
}

// Counts counts the records.
func (s *Store) Counts(ctx context.Context) (c Counts, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM quotes), (SELECT count(*) FROM numbers),
		(SELECT count(*) FROM links WHERE kind = 'person'), (SELECT count(*) FROM links WHERE kind = 'event'),
		(SELECT count(*) FROM links WHERE kind = 'copy_group'), (SELECT count(*) FROM links WHERE kind = 'quote_cluster'),
		(SELECT count(*) FROM links WHERE kind = 'number_cluster'),
		(SELECT count(*) FROM inputs WHERE done = 1 AND path <> ''), (SELECT count(*) FROM skipped),
		(SELECT count(*) FROM articles WHERE lang NOT IN ('', 'en') AND lang NOT LIKE 'en-%')`).
		Scan(&c.Articles, &c.Quotes, &c.Numbers, &c.Persons, &c.Events, &c.CopyGroups, &c.Statements, &c.NumberGroups,
			&c.Inputs, &c.Skipped, &c.Foreign)
	return c, err
}
