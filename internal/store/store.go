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
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"inquit/extract"
	"inquit/internal/record"
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
	release  func() error
}

// Create opens the store in dir for writing and makes it first if there is
// none, or one whose making was interrupted. dir is the store's own folder
// (".inquit").
func Create(dir string) (*Store, error) { return nil, errors.ErrUnsupported }

// Open opens an existing store. Without one the error is ErrNone.
func Open(dir string, o Options) (*Store, error) { return nil, errors.ErrUnsupported }

// Close ends all use of the store and lets other writers in.
func (s *Store) Close() error { return nil }

// Dir returns the store's folder.
func (s *Store) Dir() string { return s.dir }

// An Input is a file as the ingest journal knows it.
type Input struct {
	Path      string // absolute
	Size      int64
	ModTime   int64  // nanoseconds since 1970
	Hash      string // SHA-256 of the file's bytes, hex; "" when not known
	Forgotten bool   // a user asked for its articles to be forgotten
}

// A Put is the claims of one article and the file they came from.
type Put struct {
	Input  string // absolute path; "" for stdin, which the journal leaves out
	Claims *extract.Claims
}

// A Skip is an input, or a part of one, that could not be used.
type Skip struct {
	Input  string // absolute path of the file; "" for stdin
	Path   string // as shown: below the folder given
	Member string // "line 12"; "" when the whole file was skipped
	Reason string
}

// A Batch is what PutBatch commits at once: 500 to 1,000 articles are a good
// size. The articles of one file may come in several batches; its Input comes
// in Done with the last of them, or in a later one.
type Batch struct {
	Puts    []Put
	Done    []Input // files read to their end
	Skipped []Skip
}

// Change says what PutBatch, Forget or Prune did to the articles.
type Change struct {
	Added    int // articles that were not there
	Replaced int // articles that were there with other records
	Same     int // articles that were there already, alike
	Removed  int // articles whose file no longer holds them
	Refused  int // articles a user asked to forget earlier
}

// PutBatch commits b in one transaction: when it returns nil, all of it is
// safe on disk. For a file in Done, its former articles that were not put
// again are removed, and its former skips replaced; a file that only stands
// in Skipped keeps what the store has of it.
func (s *Store) PutBatch(ctx context.Context, b Batch) (Change, error) {
	return Change{}, errors.ErrUnsupported
}

// Known reports what the journal says of the file at an absolute path, and
// whether it was read to its end. A file is unchanged when its size and
// modification time are those of the journal; when only the time differs, its
// Hash decides: see Unchanged.
func (s *Store) Known(ctx context.Context, path string) (Input, bool, error) {
	return Input{}, false, errors.ErrUnsupported
}

// Inputs returns the journal: every file read to its end whose path is dir or
// lies below it, sorted by path; "" means all.
func (s *Store) Inputs(ctx context.Context, dir string) ([]Input, error) {
	return nil, errors.ErrUnsupported
}

// SetLinks replaces everything that links articles, in one transaction. It
// writes only what differs.
func (s *Store) SetLinks(ctx context.Context, l *record.Links) error { return errors.ErrUnsupported }

// Links returns what links all articles.
func (s *Store) Links(ctx context.Context) (*record.Links, error) { return nil, errors.ErrUnsupported }

// LinksOf returns the links that touch the given articles: the persons who
// speak or are named in them, their copy groups, events and clusters.
func (s *Store) LinksOf(ctx context.Context, articles ...string) (*record.Links, error) {
	return nil, errors.ErrUnsupported
}

// LinkOf returns the links that touch one thing of any kind: the person,
// event, copy group or cluster with that id alone, or what an article,
// quotation or number belongs to.
func (s *Store) LinkOf(ctx context.Context, id string) (*record.Links, error) {
	return nil, errors.ErrUnsupported
}

// All yields the claims of every article, sorted by id.
func (s *Store) All(ctx context.Context) iter.Seq2[*extract.Claims, error] {
	return func(func(*extract.Claims, error) bool) {}
}

// Claims returns the claims of one article, by the id of the article itself
// or of one of its quotations or numbers; ErrNotFound when there is none.
func (s *Store) Claims(ctx context.Context, id string) (*extract.Claims, error) {
	return nil, errors.ErrUnsupported
}

// Articles returns the ids of the articles that an id of any kind is about:
// those of an event or copy group, those whose quotations or numbers stand in
// a cluster, those that name a person. Sorted.
func (s *Store) Articles(ctx context.Context, id string) ([]string, error) {
	return nil, errors.ErrUnsupported
}

// Counts says how much a store holds.
type Counts struct {
	Articles, Quotes, Numbers                             int
	Persons, Events, CopyGroups, Statements, NumberGroups int
	Inputs, Skipped                                       int
	Foreign                                               int // articles in another language than English
}

// Counts counts the records.
func (s *Store) Counts(ctx context.Context) (Counts, error) { return Counts{}, errors.ErrUnsupported }

// Skipped returns what could not be used, sorted by path and member.
func (s *Store) Skipped(ctx context.Context) ([]Skip, error) { return nil, errors.ErrUnsupported }

// Seq returns the store's sequence number. Every commit that changes what can
// be searched raises it.
func (s *Store) Seq(ctx context.Context) (int64, error) { return 0, errors.ErrUnsupported }

// Forget removes, for good, an article by its id, or all articles of the file
// at an absolute path, and refuses them when they come again. It returns the
// ids removed.
func (s *Store) Forget(ctx context.Context, idOrPath string) ([]string, error) {
	return nil, errors.ErrUnsupported
}

// Remove takes files out of the journal and their articles out of the store,
// for files that are gone from disk. Unlike Forget it does not refuse them
// later.
func (s *Store) Remove(ctx context.Context, paths ...string) (Change, error) {
	return Change{}, errors.ErrUnsupported
}

// Backup writes a copy of the records, whole in itself, to a new file.
func (s *Store) Backup(ctx context.Context, file string) error { return errors.ErrUnsupported }

// A Problem is something Verify found wrong.
type Problem struct {
	ID   string // of the record, or "" for the file as a whole
	What string // what is wrong and what to do about it
}

func (p Problem) String() string { return p.ID + ": " + p.What }

// Verify checks the whole store: the file's own structure, the checksum of
// every article's text and records, that each row is what the records say,
// that spans lie inside texts and that links lead somewhere. The error is for
// what kept it from checking.
func (s *Store) Verify(ctx context.Context) ([]Problem, error) { return nil, errors.ErrUnsupported }
