package store

import (
	"context"
	"database/sql"
	"errors"
)

// errReadOnly is for callers that write to a store they opened for reading.
var errReadOnly = errors.New("store is open for reading only")

// A writer is one transaction, with its statements prepared once.
type writer struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
	next  int64 // the sequence number of this commit
	// What this commit changes: articles, or anything the index shows.
	content, searched bool
	inputs            map[string]int64 // keys of input paths looked up
}

// changeContent notes that articles changed, so that links have to be made
// anew.
func (w *writer) changeContent() { w.content, w.searched = true, true }

// write runs do in one transaction and raises the sequence number when do
// changed what is searched.
func (s *Store) write(ctx context.Context, do func(*writer) error) error {
	if s.readOnly {
		return errReadOnly
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	w := &writer{ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}, inputs: map[string]int64{}}
	err = w.run(do)
	for _, st := range w.stmts {
		err = errors.Join(err, st.Close())
	}
	if err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return tx.Commit()
}

// ignoreDone leaves out the error of rolling back what a cancelled context
// has rolled back already.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

func (w *writer) run(do func(*writer) error) error {
	seq, err := w.metaInt("seq")
	if err != nil {
		return err
	}
	w.next = seq + 1
	if err := do(w); err != nil {
		return err
	}
	if w.searched {
		if err := w.setMeta("seq", w.next); err != nil {
			return err
		}
	}
	if w.content {
		return w.setMeta("content_seq", w.next)
	}
	return nil
}

func (w *writer) stmt(query string) (*sql.Stmt, error) {
	if st, ok := w.stmts[query]; ok {
		return st, nil
	}
	st, err := w.tx.PrepareContext(w.ctx, query)
	if err == nil {
		w.stmts[query] = st
	}
	return st, err
}

func (w *writer) exec(query string, args ...any) error {
	st, err := w.stmt(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(w.ctx, args...)
	return err
}

// A scanner is a row or the error of asking for it.
type scanner interface{ Scan(...any) error }

type errRow struct{ err error }

func (r errRow) Scan(...any) error { return r.err }

func (w *writer) row(query string, args ...any) scanner {
	st, err := w.stmt(query)
	if err != nil {
		return errRow{err}
	}
	return st.QueryRowContext(w.ctx, args...)
}

func (w *writer) has(query string, args ...any) (bool, error) {
	var one int
	err := w.row(query, args...).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// strings returns the first column of a query.
func (w *writer) strings(query string, args ...any) ([]string, error) {
	st, err := w.stmt(query)
	if err != nil {
		return nil, err
	}
	rows, err := st.QueryContext(w.ctx, args...)
	return scanStrings(rows, err)
}

func scanStrings(rows *sql.Rows, err error) (out []string, _ error) {
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, s)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

func (w *writer) metaInt(key string) (n int64, err error) {
	err = w.row("SELECT value FROM meta WHERE key = ?", key).Scan(&n)
	return n, err
}

func (w *writer) setMeta(key string, value any) error {
	return w.exec("INSERT OR REPLACE INTO meta VALUES (?,?)", key, value)
}
