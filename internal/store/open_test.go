package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inquit/internal/store"
)

func TestFind(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if dir, ok := store.Find(deep, "", ""); ok || dir != filepath.Join(deep, store.Folder) {
		t.Errorf("nowhere: %q, %v", dir, ok)
	}
	s, err := store.Create(filepath.Join(root, store.Folder))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		flag, env, want string
		ok              bool
	}{
		{"", "", s.Dir(), true},
		{s.Dir(), "/elsewhere", s.Dir(), true},
		{"", s.Dir(), s.Dir(), true},
		{"/nowhere", s.Dir(), "/nowhere", false},
		{"", "/nowhere", "/nowhere", false},
	}
	for _, x := range tests {
		if dir, ok := store.Find(deep, x.flag, x.env); dir != x.want || ok != x.ok {
			t.Errorf("Find(flag %q, env %q) = %q, %v", x.flag, x.env, dir, ok)
		}
	}
}

func TestTheSecondWriterIsToldWhoHoldsIt(t *testing.T) {
	s := create(t)
	began := time.Now()
	_, err := store.Open(s.Dir(), store.Options{})
	var busy *store.InUseError
	if !errors.As(err, &busy) || busy.PID != os.Getpid() || !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) {
		t.Errorf("second writer: %v", err)
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("told after %v", took)
	}
	r, err := store.Open(s.Dir(), store.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("reader beside a writer: %v", err)
	}
	defer r.Close() //nolint:errcheck
	put(t, s, batch(0, 2))
	if n, err := r.Counts(t.Context()); err != nil || n.Articles != 2 {
		t.Errorf("reader sees %d articles, %v", n.Articles, err)
	}
	if _, err := r.PutBatch(t.Context(), batch(2, 3)); err == nil {
		t.Error("a reader wrote")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := store.Create(s.Dir())
	if err != nil {
		t.Fatalf("after the first has ended: %v", err)
	}
	_ = again.Close()
}

// TestWhatIsNoStoreIsRefused with what to do about it, and left as it is.
func TestWhatIsNoStoreIsRefused(t *testing.T) {
	foreign := func(statements string) func(string) error {
		return func(file string) error {
			db, err := sql.Open("sqlite", file)
			if err != nil {
				return err
			}
			_, err = db.Exec(statements)
			return errors.Join(err, db.Close())
		}
	}
	tests := map[string]struct {
		make func(string) error
		says string
	}{
		"text": {func(f string) error {
			return os.WriteFile(f, []byte(strings.Repeat("no database at all\n", 100)), 0o644)
		}, "cannot be read"},
		"empty file":    {func(f string) error { return os.WriteFile(f, nil, 0o644) }, "no inquit store"},
		"other program": {foreign("CREATE TABLE bookmarks (url TEXT)"), "no inquit store"},
		"newer":         {foreign("CREATE TABLE articles (id); PRAGMA application_id = 1768845684; PRAGMA user_version = 99"), "newer inquit"},
	}
	for name, x := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "store.db")
			if err := x.make(file); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(file)
			_, werr := store.Create(dir)
			_, rerr := store.Open(dir, store.Options{ReadOnly: true})
			for _, err := range []error{werr, rerr} {
				if err == nil || !strings.Contains(err.Error(), x.says) {
					t.Errorf("error %v, want one that says %q", err, x.says)
				}
			}
			if after, _ := os.ReadFile(file); string(before) != string(after) {
				t.Error("the file was changed")
			}
		})
	}
}

// TestHalfMadeStores: whatever a killed first run leaves is completed.
func TestHalfMadeStores(t *testing.T) {
	for name, left := range map[string][]string{
		"nothing": {}, "a lock": {"lock"}, "a half database": {"lock", "store.db.tmp", "store.db.tmp-journal"}, "a log without its database": {"store.db-wal", "store.db-shm"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, f := range left {
				if err := os.WriteFile(filepath.Join(dir, f), []byte("half"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := store.Open(dir, store.Options{ReadOnly: true}); !errors.Is(err, store.ErrNone) {
				t.Errorf("Open: %v", err)
			}
			s, err := store.Create(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close() //nolint:errcheck
			put(t, s, batch(0, 2))
			verified(t, s)
		})
	}
}

func TestUnchanged(t *testing.T) {
	in := store.Input{Size: 10, ModTime: 5, Hash: "h"}
	tests := []struct {
		size, time      int64
		unchanged, sure bool
	}{{10, 5, true, true}, {11, 5, false, true}, {10, 6, false, false}}
	for _, x := range tests {
		if unchanged, sure := in.Unchanged(x.size, x.time); unchanged != x.unchanged || sure != x.sure {
			t.Errorf("Unchanged(%d, %d) = %v, %v", x.size, x.time, unchanged, sure)
		}
	}
	if unchanged, sure := (store.Input{Size: 10, ModTime: 5}).Unchanged(10, 6); unchanged || !sure {
		t.Error("without a hash another time must count as a change")
	}
}

// TestVerifyFindsEachDamage: one change each, found and named.
func TestVerifyFindsEachDamage(t *testing.T) {
	for _, damage := range []string{
		"UPDATE texts SET source = replace(source, 'bridge', 'brigde') WHERE rowid = 2",
		"UPDATE texts SET claims = substr(claims, 1, 40) WHERE rowid = 2",
		"UPDATE texts SET claims = x'28b52ffd00' WHERE rowid = 2",
		"UPDATE texts SET claims = (SELECT claims FROM texts WHERE rowid = 1) WHERE rowid = 2",
		"UPDATE texts SET view = 'other' WHERE rowid = 2",
		"DELETE FROM texts WHERE rowid = 2",
		"DELETE FROM articles WHERE rowid = 2",
		"UPDATE articles SET outlet = 'Nowhere' WHERE rowid = 2",
		"UPDATE quotes SET text = text || '.' WHERE id = (SELECT max(id) FROM quotes)",
		"UPDATE quotes SET zone = 'caption' WHERE id = (SELECT max(id) FROM quotes)",
		"DELETE FROM quotes WHERE id = (SELECT max(id) FROM quotes)",
		"UPDATE numbers SET value = value + 1 WHERE id = (SELECT max(id) FROM numbers)",
		"DELETE FROM numbers WHERE id = (SELECT max(id) FROM numbers)",
		"UPDATE links SET record = replace(record, 'made', 'bade') WHERE kind = 'event'",
		"UPDATE person_of SET entity = 'p:0000000000000000' WHERE article = (SELECT max(article) FROM person_of) AND entity = (SELECT max(entity) FROM person_of WHERE article = (SELECT max(article) FROM person_of))",
		"INSERT INTO link_members SELECT id, 'a:0000000000000000' FROM links WHERE kind = 'event' LIMIT 1",
	} {
		s := create(t)
		put(t, s, batch(0, 8))
		relink(t, s)
		verified(t, s)
		if err := s.ExecForTest(damage); err != nil {
			t.Fatalf("%s: %v", damage, err)
		}
		problems, err := s.Verify(t.Context())
		if err != nil || len(problems) == 0 {
			t.Errorf("%s: found %v, %v", damage, problems, err)
		}
		for _, p := range problems {
			if p.ID == "" || !strings.Contains(p.What, ";") {
				t.Errorf("%s: %q does not say where it is and what to do", damage, p)
			}
		}
		_ = s.Close()
	}
}

// TestFlippedBits: a bit anywhere in the file is found, or changes nothing
// that anybody reads; it never ends in a panic.
func TestFlippedBits(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 8))
	relink(t, s)
	want := content(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(s.Dir(), "store.db")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	const tries = 60
	for i := range tries {
		b := []byte(string(whole))
		b[(len(b)/tries)*i+i*7%31] ^= 1 << (i % 8)
		dir := filepath.Join(t.TempDir(), store.Folder)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "store.db"), b, 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := store.Open(dir, store.Options{ReadOnly: true})
		if err != nil {
			found++
			continue
		}
		if problems, err := r.Verify(t.Context()); err != nil || len(problems) > 0 {
			found++
		} else if content(t, r) != want {
			t.Errorf("flip %d changes the content and is not found", i)
		}
		_ = r.Close()
	}
	t.Logf("%d of %d flips found, the others change nothing", found, tries)
}
