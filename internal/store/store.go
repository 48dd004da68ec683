// Package store keeps the records: what was read, the claims found in it and
// what links them, in one SQLite file that is the truth. The bleve index is a
// view of it and can be made again from it at any time.
//
//	.inquit/store.db   the records
//	.inquit/index/     generations of the index, see package index
//	.inquit/lock       held by the one writer, with its process id inside
//
// Readers never wait for the writer. Whatever is killed at whatever moment,
// the store opens again with every batch whose PutBatch returned.
package store

import (
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// ErrNone says that a folder holds no store.
var ErrNone = errors.New("no store here; run `inquit ingest DIR`")

// ErrNotFound says that no record has the id asked for.
var ErrNotFound = errors.New("no such record")

// An InUseError says that another process is writing.
type InUseError struct {
	Dir string
	PID int // 0 when the other process did not say
}

func (e *InUseError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("store %q is in use by another process; wait for it to end", e.Dir)
	}
	return fmt.Sprintf("store %q is in use by process %d; wait for it to end or stop it", e.Dir, e.PID)
}

// Options says how a store is opened. The zero value opens it for writing.
type Options struct {
	ReadOnly bool // takes no lock and never waits for the writer
}

// A Store is an open store. Its methods may be called from several
// goroutines; writes follow one another.
type Store struct {
	db       *sql.DB
	dir      string
	readOnly bool
	release  func() error // gives the lock back; nil for readers

	mu sync.Mutex // one write at a time, also inside this process
}
