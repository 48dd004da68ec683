package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
)

// applicationID stands in the header of every store, so that `file` and we
// know it: "inqt".
const applicationID = 0x696e7174

// migrations lead from each version of the schema to the next; the first
// makes an empty file version 1. A step that was released never changes.
var migrations = []string{schema1}

//go:embed schema.sql
var schema1 string

// A versionError says why a database cannot be used and what to do.
type versionError struct{ file, why string }

func (e *versionError) Error() string { return fmt.Sprintf("%q %s", e.file, e.why) }

// checkVersion returns the schema version of a database, or an error when it
// is none of ours or from the future.
func checkVersion(ctx context.Context, db *sql.DB, file string) (int, error) {
	var app, version int
	err := errors.Join(
		db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app),
		db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version))
	switch {
	case err != nil:
		return 0, damaged(file, err)
	case app != applicationID:
		return 0, &versionError{file, "is no inquit store; name another folder with --store"}
	case version > len(migrations):
		return 0, &versionError{file, fmt.Sprintf("is a store of version %d, this inquit knows up to %d; install a newer inquit", version, len(migrations))}
	}
	return version, nil
}

// migrate brings a database to the newest schema, each step whole or not at
// all.
func migrate(ctx context.Context, db *sql.DB, version int) error {
	for v := version; v < len(migrations); v++ {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, migrations[v]+fmt.Sprintf(";PRAGMA application_id=%d;PRAGMA user_version=%d", applicationID, v+1))
		if err != nil {
			return errors.Join(fmt.Errorf("store schema %d: %w", v+1, err), tx.Rollback())
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// damaged says of a database error what a user can do about it.
func damaged(file string, err error) error {
	return fmt.Errorf("store %q cannot be read: %w; run `inquit verify`, restore a backup, or move it away and ingest again", file, err)
}
