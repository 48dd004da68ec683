package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
)

// An Input is a file as the ingest journal knows it.
type Input struct {
	Path      string // absolute
	Size      int64
	ModTime   int64  // nanoseconds since 1970
	Hash      string // SHA-256 of the file's bytes, hex; "" when not known
	Forgotten bool   // a user asked for its articles to be forgotten
}

// Unchanged reports whether a file found with this size and modification time
// is surely the one the journal knows. When it is not sure, the size alone
// being alike, the file's bytes have to be hashed and compared with Hash; if
// they are the same, putting the Input into Touched with its new time saves
// the hashing next time. Times are kept to the nanosecond, so a file rewritten
// with its old size and its old time is the one thing this cannot see.
func (in Input) Unchanged(size, modTime int64) (unchanged, sure bool) {
	if size != in.Size {
		return false, true
	}
	same := modTime == in.ModTime
	return same, same || in.Hash == ""
}

// Known reports what the journal says of the file at an absolute path, and
// whether it was read to its end.
func (s *Store) Known(ctx context.Context, path string) (Input, bool, error) {
	in := Input{Path: path}
	err := s.db.QueryRowContext(ctx, "SELECT size, mtime, hash, forgotten FROM inputs WHERE path = ? AND done = 1 AND path <> ''", path).
		Scan(&in.Size, &in.ModTime, &in.Hash, &in.Forgotten)
	if errors.Is(err, sql.ErrNoRows) {
		return Input{}, false, nil
	}
	return in, err == nil, err
}

// Inputs returns the journal: every file read to its end whose path is dir or
// lies below it, sorted by path; "" means all.
func (s *Store) Inputs(ctx context.Context, dir string) ([]Input, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT path, size, mtime, hash, forgotten FROM inputs
		WHERE done = 1 AND path <> '' AND (? IN ('', path) OR substr(path, 1, length(?)) = ?) ORDER BY path`,
		dir, below(dir), below(dir))
	if err != nil {
		return nil, err
	}
	var out []Input
	for rows.Next() {
		var in Input
		if err := rows.Scan(&in.Path, &in.Size, &in.ModTime, &in.Hash, &in.Forgotten); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, in)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

// below is what the paths inside a folder begin with.
func below(dir string) string {
	if dir == "" || dir[len(dir)-1] == filepath.Separator {
		return dir
	}
	return dir + string(filepath.Separator)
}

// endReadings forgets which readings were under way when the last writer
// ended: what they put stays, but when the file is read to its end next time,
// only what is put then remains.
func (s *Store) endReadings(ctx context.Context) error {
	return s.write(ctx, func(w *writer) error {
		return errors.Join(
			w.exec("UPDATE article_inputs SET pending = 0 WHERE pending = 1"),
			w.exec("UPDATE skipped SET pending = 0 WHERE pending = 1"))
	})
}

// input returns the key of a path in the journal.
func (w *writer) input(path string) (int64, error) {
	if key, ok := w.inputs[path]; ok {
		return key, nil
	}
	var key int64
	err := w.row("SELECT key FROM inputs WHERE path = ?", path).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		err = w.row("INSERT INTO inputs (path) VALUES (?) RETURNING key", path).Scan(&key)
	}
	if err == nil {
		w.inputs[path] = key
	}
	return key, err
}

// fromInput notes that the file at path holds an article. Until finish the
// journal no longer knows the file, so a killed reading is repeated.
func (w *writer) fromInput(path, id string) error {
	seen := w.inputs[path] != 0
	key, err := w.input(path)
	if err != nil {
		return err
	}
	if !seen {
		if err := w.exec("UPDATE inputs SET done = 0 WHERE key = ? AND done = 1", key); err != nil {
			return err
		}
	}
	return w.exec("INSERT OR REPLACE INTO article_inputs VALUES (?,?,1)", key, id)
}

// finish notes that a file was read to its end: what it held before and was
// not put again goes, unless another file holds it too.
func (w *writer) finish(sum *Change, in Input) error {
	key, err := w.input(in.Path)
	if err != nil {
		return err
	}
	former, err := w.strings("SELECT article FROM article_inputs WHERE input = ? AND pending = 0", key)
	if err != nil {
		return err
	}
	err = errors.Join(
		w.exec("DELETE FROM article_inputs WHERE input = ? AND pending = 0", key),
		w.exec("UPDATE article_inputs SET pending = 0 WHERE input = ?", key),
		w.exec("DELETE FROM skipped WHERE input = ? AND pending = 0", key),
		w.exec("UPDATE skipped SET pending = 0 WHERE input = ?", key),
		w.exec("UPDATE inputs SET size = ?, mtime = ?, hash = ?, done = 1, forgotten = 0 WHERE key = ?", in.Size, in.ModTime, in.Hash, key))
	if err != nil {
		return err
	}
	return w.removeOrphans(sum, former)
}

// removeOrphans removes those of the articles that no file holds any more.
func (w *writer) removeOrphans(sum *Change, ids []string) error {
	for _, id := range ids {
		held, err := w.has("SELECT 1 FROM article_inputs WHERE article = ? LIMIT 1", id)
		if err != nil {
			return err
		}
		if held {
			continue
		}
		sum.Removed++
		if err := w.remove(id); err != nil {
			return err
		}
	}
	return nil
}

// skip notes what could not be used. A part of a file counts as seen in the
// reading under way; a whole file that failed has no reading any more.
func (w *writer) skip(k Skip, done bool) error {
	key, err := w.input(k.Input)
	if err != nil {
		return err
	}
	if k.Member == "" {
		err := errors.Join(
			w.exec("UPDATE article_inputs SET pending = 0 WHERE input = ? AND pending = 1", key),
			w.exec("UPDATE skipped SET pending = 0 WHERE input = ? AND pending = 1", key))
		if err != nil {
			return err
		}
	}
	return w.exec("INSERT OR REPLACE INTO skipped VALUES (?,?,?,?,?)", key, k.Path, k.Member, k.Reason, !done && k.Member != "" && k.Input != "")
}

// Skipped returns what could not be used, sorted by path and member.
func (s *Store) Skipped(ctx context.Context) ([]Skip, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT i.path, k.path, k.member, k.reason FROM skipped k JOIN inputs i ON i.key = k.input
		ORDER BY k.path, k.member, i.path`)
	if err != nil {
		return nil, err
	}
	var out []Skip
	for rows.Next() {
		var k Skip
		if err := rows.Scan(&k.Input, &k.Path, &k.Member, &k.Reason); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, k)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

// Remove takes files out of the journal and their articles out of the store,
// for files that are gone from disk. Unlike Forget it does not refuse them
// later.
func (s *Store) Remove(ctx context.Context, paths ...string) (Change, error) {
	var sum Change
	err := s.write(ctx, func(w *writer) error {
		sum = Change{}
		for _, p := range paths {
			if err := w.removeInput(&sum, p); err != nil {
				return err
			}
		}
		return nil
	})
	return sum, err
}

func (w *writer) removeInput(sum *Change, path string) error {
	var key int64
	err := w.row("SELECT key FROM inputs WHERE path = ? AND path <> ''", path).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	ids, err := w.strings("SELECT article FROM article_inputs WHERE input = ?", key)
	if err != nil {
		return err
	}
	err = errors.Join(
		w.exec("DELETE FROM article_inputs WHERE input = ?", key),
		w.exec("DELETE FROM skipped WHERE input = ?", key),
		w.exec("DELETE FROM inputs WHERE key = ?", key))
	if err != nil {
		return err
	}
	return w.removeOrphans(sum, ids)
}
