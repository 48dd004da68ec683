package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the "sqlite" driver
)

// Create opens the store in dir for writing and makes it first if there is
// none, or one whose making was interrupted. dir is the store's own folder
// (".inquit").
func Create(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	release, err := lock(dir)
	if err != nil {
		return nil, err
	}
	s, err := openWriter(dir, release, true)
	if err != nil {
		return nil, errors.Join(err, release())
	}
	return s, nil
}

// Open opens an existing store. Without one the error is ErrNone.
func Open(dir string, o Options) (*Store, error) {
	if !holds(dir) {
		return nil, ErrNone
	}
	if o.ReadOnly {
		return openReader(dir)
	}
	release, err := lock(dir)
	if err != nil {
		return nil, err
	}
	s, err := openWriter(dir, release, false)
	if err != nil {
		return nil, errors.Join(err, release())
	}
	return s, nil
}

// Close ends all use of the store and lets other writers in.
func (s *Store) Close() error {
	err := s.db.Close()
	if s.release != nil {
		err = errors.Join(err, s.release())
	}
	return err
}

// Dir returns the store's folder.
func (s *Store) Dir() string { return s.dir }

func dbFile(dir string) string { return filepath.Join(dir, "store.db") }

// writing are the settings of a writer. Synchronous FULL costs one more sync
// for a batch of hundreds of articles, and keeps what PutBatch acknowledged
// when the power fails too, which NORMAL does not.
var writing = url.Values{"_txlock": {"immediate"}, "_pragma": {
	"busy_timeout(10000)", "journal_mode(wal)", "synchronous(full)", "cache_size(-32000)", "temp_store(memory)",
}}

func openWriter(dir string, release func() error, create bool) (*Store, error) {
	ctx := context.Background()
	if create && !holds(dir) {
		if err := createFile(ctx, dir); err != nil {
			return nil, fmt.Errorf("make store %q: %w", dir, err)
		}
	}
	// Another program's database must be refused before a setting changes it.
	version, err := versionOf(ctx, dir)
	if err != nil {
		return nil, err
	}
	db, err := open(dbFile(dir), writing)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, dir: dir, release: release}
	if err = migrate(ctx, db, version); err == nil {
		err = s.endReadings(ctx)
	}
	if err != nil {
		return nil, errors.Join(damaged(dbFile(dir), err), db.Close())
	}
	return s, nil
}

// versionOf looks at a database without changing it.
func versionOf(ctx context.Context, dir string) (int, error) {
	db, err := openReadOnly(dbFile(dir))
	if err != nil {
		return 0, err
	}
	version, err := checkVersion(ctx, db, dbFile(dir))
	return version, errors.Join(err, db.Close())
}

// createFile makes an empty store under another name and renames it when it
// is whole, so that store.db is a store or not there. The caller holds the
// lock, so what lies under the other name was left by a killed process.
func createFile(ctx context.Context, dir string) error {
	tmp := dbFile(dir) + ".tmp"
	// A log without its database would be played into the new one.
	for _, old := range []string{tmp, tmp + "-journal", dbFile(dir) + "-wal", dbFile(dir) + "-shm"} {
		if err := os.Remove(old); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	db, err := open(tmp, url.Values{"_pragma": {"journal_mode(delete)", "synchronous(full)"}})
	if err != nil {
		return err
	}
	if err := errors.Join(migrate(ctx, db, 0), db.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp, dbFile(dir)); err != nil {
		return err
	}
	return syncDir(dir)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, os.ErrInvalid) || errors.Is(err, os.ErrPermission) {
		err = nil // some systems cannot sync a folder
	}
	return errors.Join(err, d.Close())
}

func openReader(dir string) (*Store, error) {
	ctx := context.Background()
	db, err := openReadOnly(dbFile(dir))
	if err != nil {
		return nil, err
	}
	version, err := checkVersion(ctx, db, dbFile(dir))
	if err == nil && version < len(migrations) {
		err = &versionError{dbFile(dir), "is a store of an older version; any `inquit ingest` brings it up to date"}
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{db: db, dir: dir, readOnly: true}, nil
}

// openReadOnly opens a database that will not be written. Beside a write-ahead
// log SQLite wants to make a file of its own; on a read-only disk, where
// nobody writes either, it is told that nothing changes.
func openReadOnly(file string) (*sql.DB, error) {
	settings := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(2000)", "query_only(1)"}}
	db, err := open(file, settings)
	if err != nil {
		return nil, err
	}
	var n int
	if err := db.QueryRow("PRAGMA schema_version").Scan(&n); err == nil {
		return db, nil
	}
	if _, err := os.Stat(file + "-wal"); err == nil {
		return db, nil // its error will be told by the first real query
	}
	settings.Set("immutable", "1")
	return open(file, settings)
}

func open(file string, settings url.Values) (*sql.DB, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: settings.Encode()}
	return sql.Open("sqlite", u.String())
}
