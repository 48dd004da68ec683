package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
)

// A Doc is what the index shows of one article.
type Doc struct {
	Article ArticleRow
	Text    string // the view
	Quotes  []QuoteRow
	Numbers []NumberRow
	// Stale are ids that the article's quotations and numbers had once and
	// have no longer.
	Stale []string
}

// A Gone article was removed. Stale are the ids its quotations and numbers
// may have had.
type Gone struct {
	ID    string
	Stale []string
}

// A Snapshot is one state of the store, seen while writers go on.
type Snapshot struct {
	Seq int64
	tx  *sql.Tx
}

// Snapshot begins to read one state of the store. Close it.
func (s *Store) Snapshot(ctx context.Context) (*Snapshot, error) {
	// The driver begins transactions as its settings say, with BEGIN
	// IMMEDIATE; asked for a read-only one it leaves the writer in peace.
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	sn := &Snapshot{tx: tx}
	if err := tx.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = 'seq'").Scan(&sn.Seq); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return sn, nil
}

// Close ends the reading.
func (n *Snapshot) Close() error { return ignoreDone(n.tx.Rollback()) }

// Changed returns what happened after the commit numbered since: the ids of
// articles put or linked anew, in the order of their commits, and those
// removed.
func (n *Snapshot) Changed(ctx context.Context, since int64) (put []string, gone []Gone, err error) {
	rows, err := n.tx.QueryContext(ctx, "SELECT id FROM articles WHERE seq > ? ORDER BY seq, id", since)
	if put, err = scanStrings(rows, err); err != nil {
		return nil, nil, err
	}
	rows, err = n.tx.QueryContext(ctx, "SELECT id, last_quote, last_number FROM gone WHERE seq > ? ORDER BY id", since)
	if err != nil {
		return nil, nil, err
	}
	for rows.Next() {
		var g Gone
		var quotes, numbers int
		if err := rows.Scan(&g.ID, &quotes, &numbers); err != nil {
			return nil, nil, errors.Join(err, rows.Close())
		}
		g.Stale = stale(g.ID, quotes, numbers, nil, nil)
		gone = append(gone, g)
	}
	return put, gone, errors.Join(rows.Err(), rows.Close())
}

// Docs calls do with what the index shows of each article.
func (n *Snapshot) Docs(ctx context.Context, ids []string, do func(*Doc) error) error {
	var sts [3]*sql.Stmt
	var err error
	for i, query := range []string{
		"SELECT " + articleColumns + ", a.last_quote, a.last_number, coalesce(t.view, t.source) FROM articles a JOIN texts t ON t.article = a.id WHERE a.id = ?",
		"SELECT " + quoteColumns + " FROM quotes WHERE id > 'q:' || ?1 || ':' AND id < 'q:' || ?1 || ';'",
		"SELECT " + numberColumns + " FROM numbers WHERE id > 'n:' || ?1 || ':' AND id < 'n:' || ?1 || ';'",
	} {
		if sts[i], err = n.tx.PrepareContext(ctx, query); err != nil {
			return err
		}
		defer sts[i].Close() //nolint:errcheck // ends with the transaction
	}
	for _, id := range ids {
		d, err := loadDoc(ctx, sts, id)
		if err != nil {
			return err
		}
		if err := do(d); err != nil {
			return err
		}
	}
	return nil
}

func loadDoc(ctx context.Context, sts [3]*sql.Stmt, id string) (*Doc, error) {
	d := &Doc{}
	var lastQuote, lastNumber int
	err := sts[0].QueryRowContext(ctx, id).Scan(append(d.Article.fields(), &lastQuote, &lastNumber, &d.Text)...)
	if err != nil {
		return nil, err
	}
	hex := id[len("a:"):]
	err = eachRow(ctx, sts[1], hex, func(rows *sql.Rows) error {
		d.Quotes = append(d.Quotes, QuoteRow{})
		return d.Quotes[len(d.Quotes)-1].scan(rows)
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, sts[2], hex, func(rows *sql.Rows) error {
		d.Numbers = append(d.Numbers, NumberRow{})
		return d.Numbers[len(d.Numbers)-1].scan(rows)
	})
	d.Article.Quotes, d.Article.Numbers = len(d.Quotes), len(d.Numbers)
	d.Stale = stale(id, lastQuote, lastNumber, d.Quotes, d.Numbers)
	return d, err
}

// stale returns the ids of an article's quotations and numbers up to the
// highest ever used that are not in use now.
func stale(article string, lastQuote, lastNumber int, quotes []QuoteRow, numbers []NumberRow) (out []string) {
	if lastQuote == len(quotes) && lastNumber == len(numbers) {
		return nil // running numbers have no holes
	}
	used := map[string]bool{}
	for i := range quotes {
		used[quotes[i].ID] = true
	}
	for i := range numbers {
		used[numbers[i].ID] = true
	}
	add := func(kind string, last int) {
		for i := 1; i <= last; i++ {
			if id := kind + article[len("a:"):] + ":" + strconv.Itoa(i); !used[id] {
				out = append(out, id)
			}
		}
	}
	add("q:", lastQuote)
	add("n:", lastNumber)
	return out
}

// Publish notes that an index stands for the state seq of this store; the
// token in the index proves it. A store that was put back from a backup does
// not know the tokens given out since, so an index from its lost future is
// recognised.
func (s *Store) Publish(ctx context.Context, token string, seq int64) error {
	return s.write(ctx, func(w *writer) error {
		return errors.Join(
			w.exec("INSERT INTO published (token, seq) VALUES (?,?)", token, seq),
			w.exec("DELETE FROM published WHERE n <= (SELECT max(n) FROM published) - 8"))
	})
}

// PublishedAs returns the state that an index with this token stands for, and
// whether the store knows it.
func (s *Store) PublishedAs(ctx context.Context, token string) (seq int64, ok bool, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT seq FROM published WHERE token = ?", token).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return seq, err == nil, err
}

// Seq returns the store's sequence number. Every commit that changes what can
// be searched raises it.
func (s *Store) Seq(ctx context.Context) (seq int64, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = 'seq'").Scan(&seq)
	return seq, err
}

// Linked reports whether the links were made from the articles as they are
// now. When not, a run ended before SetLinks, or something was removed since.
func (s *Store) Linked(ctx context.Context) (bool, error) {
	var linked bool
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT value FROM meta WHERE key = 'links_seq') >= (SELECT value FROM meta WHERE key = 'content_seq')`).Scan(&linked)
	return linked, err
}
