package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"inquit/extract"
	"inquit/internal/record"
)

// All yields the claims of every article, sorted by id.
func (s *Store) All(ctx context.Context) iter.Seq2[*extract.Claims, error] {
	return func(yield func(*extract.Claims, error) bool) {
		rows, err := s.db.QueryContext(ctx, "SELECT article, source, claims FROM texts ORDER BY article")
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close() //nolint:errcheck // its errors are those of rows.Err
		for rows.Next() {
			c, err := scanClaims(rows)
			if !yield(c, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, err)
		}
	}
}

func scanClaims(rows scanner) (*extract.Claims, error) {
	var id, source string
	var blob sql.RawBytes
	var own []byte
	dst := any(&blob)
	if _, many := rows.(*sql.Rows); !many {
		dst = &own // a single row does not lend its memory
	}
	if err := rows.Scan(&id, &source, dst); err != nil {
		return nil, err
	}
	if own != nil {
		blob = own
	}
	return decode(id, source, blob)
}

// decode unpacks the claims of an article. What cannot be read is named.
func decode(id, source string, blob []byte) (*extract.Claims, error) {
	b, err := unpack(blob)
	if err == nil {
		var c *extract.Claims
		if c, err = record.UnmarshalClaims(b, source); err == nil {
			return c, nil
		}
	}
	return nil, fmt.Errorf("article %s is damaged in the store: %w; run `inquit verify`", id, err)
}

// Claims returns the claims of one article, by the id of the article itself
// or of one of its quotations or numbers; ErrNotFound when there is none.
func (s *Store) Claims(ctx context.Context, id string) (*extract.Claims, error) {
	row := s.db.QueryRowContext(ctx, "SELECT article, source, claims FROM texts WHERE article = ?", ArticleOf(id))
	c, err := scanClaims(row)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	return c, err
}

// ArticleOf returns the article that an article's, quotation's or number's id
// belongs to, "" for any other id.
func ArticleOf(id string) string {
	kind, rest, _ := strings.Cut(id, ":")
	hex, _, _ := strings.Cut(rest, ":")
	if hex == "" || kind != "a" && kind != "q" && kind != "n" {
		return ""
	}
	return "a:" + hex
}

// ArticleIDs returns the ids of all articles, sorted.
func (s *Store) ArticleIDs(ctx context.Context) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id FROM articles ORDER BY id")
	return scanStrings(rows, err)
}

// Articles returns the ids of the articles that an id of any kind is about:
// those of an event or copy group, those whose quotations or numbers stand in
// a cluster, those that name a person. Sorted; none for an id unknown.
func (s *Store) Articles(ctx context.Context, id string) ([]string, error) {
	if a := ArticleOf(id); a != "" {
		rows, err := s.db.QueryContext(ctx, "SELECT id FROM articles WHERE id = ?", a)
		return scanStrings(rows, err)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT article FROM person_of WHERE person = ?1
		UNION SELECT 'a:' || substr(member, 3, 16) FROM link_members WHERE link = ?1 ORDER BY 1`, id)
	return scanStrings(rows, err)
}

// each calls do for every id, with its statements prepared once.
func (s *Store) each(ctx context.Context, query string, ids []string, do func(*sql.Rows) error) error {
	st, err := s.db.PrepareContext(ctx, query)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err = eachRow(ctx, st, id, do); err != nil {
			break
		}
	}
	return errors.Join(err, st.Close())
}

func eachRow(ctx context.Context, st *sql.Stmt, id string, do func(*sql.Rows) error) error {
	rows, err := st.QueryContext(ctx, id)
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := do(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// QuoteRows returns the rows of quotations in the order asked for; ids that
// are not there are left out.
func (s *Store) QuoteRows(ctx context.Context, ids ...string) ([]QuoteRow, error) {
	out := make([]QuoteRow, 0, len(ids))
	err := s.each(ctx, "SELECT "+quoteColumns+" FROM quotes WHERE id = ?", ids, func(rows *sql.Rows) error {
		out = append(out, QuoteRow{})
		return out[len(out)-1].scan(rows)
	})
	return out, err
}

// NumberRows is QuoteRows for numeric claims.
func (s *Store) NumberRows(ctx context.Context, ids ...string) ([]NumberRow, error) {
	out := make([]NumberRow, 0, len(ids))
	err := s.each(ctx, "SELECT "+numberColumns+" FROM numbers WHERE id = ?", ids, func(rows *sql.Rows) error {
		out = append(out, NumberRow{})
		return out[len(out)-1].scan(rows)
	})
	return out, err
}

const articleColumns = `a.id, a.path, a.member, a.source_id, a.outlet, a.title, a.published, a.lang, a.event, a.copy_group`

const articleCounts = `(SELECT count(*) FROM quotes q WHERE q.id > 'q:' || substr(a.id, 3) || ':' AND q.id < 'q:' || substr(a.id, 3) || ';'),
	(SELECT count(*) FROM numbers n WHERE n.id > 'n:' || substr(a.id, 3) || ':' AND n.id < 'n:' || substr(a.id, 3) || ';')`

func (r *ArticleRow) fields() []any {
	return []any{&r.ID, &r.Path, &r.Member, &r.SourceID, &r.Outlet, &r.Title, &r.Published, &r.Lang, &r.Event, &r.CopyGroup}
}

// ArticleRows is QuoteRows for articles.
func (s *Store) ArticleRows(ctx context.Context, ids ...string) ([]ArticleRow, error) {
	out := make([]ArticleRow, 0, len(ids))
	err := s.each(ctx, "SELECT "+articleColumns+", "+articleCounts+" FROM articles a WHERE a.id = ?", ids, func(rows *sql.Rows) error {
		var r ArticleRow
		err := rows.Scan(append(r.fields(), &r.Quotes, &r.Numbers)...)
		out = append(out, r)
		return err
	})
	return out, err
}
