package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract"
	"inquit/internal/record"
	"inquit/internal/store"
	"inquit/internal/store/storetest"
)

func create(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Create(filepath.Join(t.TempDir(), store.Folder))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// file is a journal line for the i-th made article.
func file(i int) store.Input {
	return store.Input{Path: fmt.Sprintf("/news/%d.txt", i), Size: int64(i), ModTime: 1, Hash: fmt.Sprint("h", i)}
}

// batch puts made articles, one file each.
func batch(from, to int) store.Batch {
	var b store.Batch
	for i := from; i < to; i++ {
		b.Puts = append(b.Puts, store.Put{Input: file(i).Path, Claims: storetest.Claims(i, 4)})
		b.Done = append(b.Done, file(i))
	}
	return b
}

func put(t testing.TB, s *store.Store, b store.Batch) store.Change {
	t.Helper()
	c, err := s.PutBatch(t.Context(), b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// relink sets the links of all that is in s.
func relink(t testing.TB, s *store.Store) {
	t.Helper()
	if err := s.SetLinks(t.Context(), storetest.Links(all(t, s))); err != nil {
		t.Fatal(err)
	}
}

func all(t testing.TB, s *store.Store) (out []*extract.Claims) {
	t.Helper()
	for c, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// content is what export would print, and the rows people search.
func content(t testing.TB, s *store.Store) string {
	t.Helper()
	l, err := s.Links(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	e := record.NewEncoder(&b, l)
	ids := []string{}
	for _, c := range all(t, s) {
		if err := e.Claims(c); err != nil {
			t.Fatal(err)
		}
		b.WriteString(c.Article.Source)
		ids = append(ids, c.Article.ID)
	}
	if err := e.Links(); err != nil {
		t.Fatal(err)
	}
	sn, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer sn.Close() //nolint:errcheck
	if err := sn.Docs(t.Context(), ids, func(d *store.Doc) error {
		_, err := fmt.Fprintf(&b, "%+v %+v %+v\n", d.Article, d.Quotes, d.Numbers)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func verified(t testing.TB, s *store.Store) {
	t.Helper()
	problems, err := s.Verify(t.Context())
	if err != nil || len(problems) > 0 {
		t.Fatalf("Verify: %v, %v", problems, err)
	}
}

func TestClaimsComeBackAsTheyWere(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 20))
	for i := range 20 {
		want := storetest.Claims(i, 4)
		got, err := s.Claims(t.Context(), want.Quotations[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		w, _ := record.MarshalClaims(want)
		g, _ := record.MarshalClaims(got)
		if !bytes.Equal(w, g) || got.Article.Source != want.Article.Source {
			t.Fatalf("article %d:\n%s\nwant\n%s", i, g, w)
		}
	}
	if _, err := s.Claims(t.Context(), "a:0000000000000000"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("unknown id: %v", err)
	}
	verified(t, s)
}

func TestOrderAndPartsDoNotMatter(t *testing.T) {
	whole := create(t)
	put(t, whole, batch(0, 40))
	relink(t, whole)
	halves := create(t)
	b := batch(20, 40)
	slices.Reverse(b.Puts)
	put(t, halves, b)
	relink(t, halves)
	put(t, halves, batch(0, 20))
	relink(t, halves)
	if content(t, whole) != content(t, halves) {
		t.Error("two halves in another order are not the whole")
	}
	verified(t, halves)
}

func TestASecondRunChangesNothing(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 10))
	relink(t, s)
	before, _ := s.Seq(t.Context())
	if c := put(t, s, batch(0, 10)); c != (store.Change{Same: 10}) {
		t.Errorf("second put: %+v", c)
	}
	relink(t, s)
	if after, _ := s.Seq(t.Context()); after != before {
		t.Errorf("sequence number went from %d to %d", before, after)
	}
	in, ok, err := s.Known(t.Context(), file(3).Path)
	if err != nil || !ok || in != file(3) {
		t.Errorf("Known = %+v, %v, %v", in, ok, err)
	}
}

func TestAChangedFileReplacesItsArticles(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 3))
	relink(t, s)
	b := store.Batch{Puts: []store.Put{{Input: file(1).Path, Claims: storetest.Claims(100, 4)}}, Done: []store.Input{file(1)}}
	if c := put(t, s, b); c != (store.Change{Added: 1, Removed: 1}) {
		t.Errorf("changed file: %+v", c)
	}
	if ok, err := s.Linked(t.Context()); ok || err != nil {
		t.Errorf("links should be out of date: %v, %v", ok, err)
	}
	relink(t, s)
	if ok, err := s.Linked(t.Context()); !ok || err != nil {
		t.Errorf("links should be made: %v, %v", ok, err)
	}
	fresh := create(t)
	put(t, fresh, batch(0, 1))
	put(t, fresh, b)
	put(t, fresh, batch(2, 3))
	relink(t, fresh)
	if content(t, s) != content(t, fresh) {
		t.Error("not what a fresh store would hold")
	}
	verified(t, s)
}

// A container's articles come in several batches. Killed between them and
// changed before it is read again, it leaves nothing of its old self.
func TestAReadingThatWasCutShort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), store.Folder)
	s, err := store.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	one := func(i int) store.Put { return store.Put{Input: "/news/all.jsonl", Claims: storetest.Claims(i, 2)} }
	put(t, s, store.Batch{Puts: []store.Put{one(1), one(2)}, Skipped: []store.Skip{{Input: "/news/all.jsonl", Path: "all.jsonl", Member: "line 3", Reason: "no text"}}})
	if _, ok, _ := s.Known(t.Context(), "/news/all.jsonl"); ok {
		t.Error("a file not read to its end is known")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = store.Create(dir); err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck
	put(t, s, store.Batch{Puts: []store.Put{one(2)}})
	c := put(t, s, store.Batch{Puts: []store.Put{one(5)}, Done: []store.Input{{Path: "/news/all.jsonl"}}})
	if c != (store.Change{Added: 1, Removed: 1}) {
		t.Errorf("second reading: %+v", c)
	}
	if n, _ := s.Counts(t.Context()); n.Articles != 2 || n.Skipped != 0 {
		t.Errorf("counts %+v", n)
	}
	verified(t, s)
}

func TestSkippedInputs(t *testing.T) {
	s := create(t)
	k := store.Skip{Input: "/news/x.txt", Path: "x.txt", Reason: "no text"}
	part := store.Skip{Input: "/news/y.jsonl", Path: "y.jsonl", Member: "line 2", Reason: "bad JSON"}
	put(t, s, store.Batch{Skipped: []store.Skip{k, part}, Done: []store.Input{{Path: "/news/y.jsonl"}}})
	got, err := s.Skipped(t.Context())
	if err != nil || !slices.Equal(got, []store.Skip{k, part}) {
		t.Errorf("Skipped = %+v, %v", got, err)
	}
	put(t, s, store.Batch{Done: []store.Input{{Path: "/news/x.txt"}, {Path: "/news/y.jsonl"}}})
	if got, _ := s.Skipped(t.Context()); len(got) != 0 {
		t.Errorf("still skipped after a good reading: %+v", got)
	}
}

func TestForgetStays(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 10))
	relink(t, s)
	gone := storetest.Claims(3, 4)
	ids, err := s.Forget(t.Context(), gone.Article.ID)
	if err != nil || !slices.Equal(ids, []string{gone.Article.ID}) {
		t.Fatalf("Forget = %v, %v", ids, err)
	}
	if c := put(t, s, batch(3, 4)); c.Refused != 1 {
		t.Errorf("put again: %+v", c)
	}
	relink(t, s)
	verified(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(s.Dir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, []byte(gone.Article.Source[:40])) {
		// Article 4 is a copy of 3, so only what names the path of 3 is gone.
		t.Log("its text still stands in a copy")
	}
	if bytes.Contains(b, []byte(gone.Article.Path)) {
		t.Error("the forgotten article is still in the file")
	}
}

func TestRemove(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 4))
	c, err := s.Remove(t.Context(), file(1).Path, "/never/seen")
	if err != nil || c != (store.Change{Removed: 1}) {
		t.Fatalf("Remove = %+v, %v", c, err)
	}
	if c := put(t, s, batch(1, 2)); c != (store.Change{Added: 1}) {
		t.Errorf("put again: %+v", c)
	}
}

func TestTwoFilesWithOneArticle(t *testing.T) {
	s := create(t)
	c := storetest.Claims(1, 3)
	put(t, s, store.Batch{Puts: []store.Put{{Input: "/a/x", Claims: c}, {Input: "/b/x", Claims: c}}, Done: []store.Input{{Path: "/a/x"}, {Path: "/b/x"}}})
	put(t, s, store.Batch{Done: []store.Input{{Path: "/a/x"}}})
	if n, _ := s.Counts(t.Context()); n.Articles != 1 {
		t.Error("gone although another file holds it")
	}
	put(t, s, store.Batch{Done: []store.Input{{Path: "/b/x"}}})
	if n, _ := s.Counts(t.Context()); n.Articles != 0 || n.Quotes != 0 {
		t.Error("still there although no file holds it")
	}
}

func TestChangedTellsTheIndex(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 10))
	relink(t, s)
	seq, _ := s.Seq(t.Context())
	put(t, s, batch(10, 12))
	if _, err := s.Remove(t.Context(), file(0).Path); err != nil {
		t.Fatal(err)
	}
	sn, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer sn.Close() //nolint:errcheck
	changed, gone, err := sn.Changed(t.Context(), seq)
	if err != nil || len(changed) != 2 || len(gone) != 1 || len(gone[0].Stale) < 4 {
		t.Errorf("Changed = %v, %v, %v", changed, gone, err)
	}
}

func TestLinksByWhatTheyTouch(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 10))
	relink(t, s)
	c := storetest.Claims(3, 4) // article 4 is its near-copy
	l, err := s.LinksOf(t.Context(), c.Article.ID)
	if err != nil || len(l.Events) != 1 || len(l.Copies) != 1 || len(l.Statements) != 4 || len(l.People.Persons) != len(c.Entities) {
		t.Fatalf("LinksOf: %+v, %v", l, err)
	}
	ids, err := s.Articles(t.Context(), l.Copies[0].ID)
	if err != nil || len(ids) != 2 || !slices.Contains(ids, c.Article.ID) {
		t.Errorf("Articles of the copy group: %v, %v", ids, err)
	}
	one, err := s.LinkOf(t.Context(), c.Quotations[0].ID)
	if err != nil || len(one.Statements) != 1 || len(one.Events) != 0 {
		t.Errorf("LinkOf a quotation: %+v, %v", one, err)
	}
	rows, err := s.QuoteRows(t.Context(), c.Quotations[0].ID)
	if err != nil || len(rows) != 1 || rows[0].Fold == "" || rows[0].Cluster != one.Statements[0].ID {
		t.Errorf("row %+v, %v", rows, err)
	}
}

func TestPersonsNamed(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 30))
	relink(t, s)
	tests := map[string][]string{
		"Imani Drax": {"Imani Drax"}, "drax": {"Imani Drax"}, "jose avila": {"José Ávila"},
		"quennell": {"Declan Quennell", "Orla Quennell"}, "harbour minister": {"Orla Quennell", "Tobias Wexcombe"},
		"lindqvist": {"Petra Lindqvist-Oyelaran"}, "nobody": nil, "": nil, "‘;": nil, "declan orla": nil,
	}
	for asked, want := range tests {
		found, err := s.PersonsNamed(t.Context(), asked)
		var got []string
		for _, f := range found {
			got = append(got, f.Name)
		}
		slices.Sort(got)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("PersonsNamed(%q) = %q, %v, want %q", asked, got, err, want)
		}
	}
}

func TestSpansMustLieInTheText(t *testing.T) {
	s := create(t)
	c := storetest.Claims(0, 3)
	c.Article.Zones = []article.ZoneSpan{{Zone: article.Body, Span: article.Span{Start: 5, End: 1 << 20}}}
	defer func() { _ = recover() }() // the encoder may refuse it outright
	if _, err := s.PutBatch(t.Context(), store.Batch{Puts: []store.Put{{Claims: c}}}); err != nil {
		return
	}
	if problems, _ := s.Verify(t.Context()); len(problems) == 0 {
		t.Error("a span outside its text was not found")
	}
}

func TestBackupIsAWholeStore(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 10))
	relink(t, s)
	dir := t.TempDir()
	if err := s.Backup(t.Context(), filepath.Join(dir, "store.db")); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "store.db")); !errors.Is(err, os.ErrExist) {
		t.Errorf("second backup to one file: %v", err)
	}
	c, err := store.Open(dir, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck
	if content(t, s) != content(t, c) {
		t.Error("the backup holds something else")
	}
}

func TestViews(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 5))
	relink(t, s)
	for _, view := range []string{"quotes_view", "numbers_view", "persons", "events", "copy_groups", "quote_clusters", "number_clusters"} {
		if n, err := s.CountForTest(view); err != nil || n == 0 && view != "number_clusters" {
			t.Errorf("%s: %d rows, %v", view, n, err)
		}
	}
}

func TestCancelledWriteLeavesNothing(t *testing.T) {
	s := create(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.PutBatch(ctx, batch(0, 3)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n, err := s.Counts(t.Context()); err != nil || n.Articles != 0 {
		t.Errorf("%d articles, %v", n.Articles, err)
	}
	put(t, s, batch(0, 3))
}

func TestSpeakers(t *testing.T) {
	s := create(t)
	put(t, s, batch(0, 30))
	relink(t, s)
	list, err := s.Speakers(t.Context())
	if err != nil || len(list) < 5 || list[0].Quotes < list[1].Quotes || list[0].Name == "" && list[0].ID != "" {
		t.Errorf("Speakers = %+v, %v", list, err)
	}
	if i := slices.IndexFunc(list, func(x store.Speaker) bool { return strings.HasPrefix(x.Name, "Orla") }); i < 0 || list[i].Outlets < 2 {
		t.Errorf("Orla Quennell is missing: %+v", list)
	}
}
