package index_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inquit/extract"
	"inquit/index"
	"inquit/internal/store"
	"inquit/internal/store/storetest"
)

// crashArticles is how many articles the child of the crash test stores.
const crashArticles = 60

// TestMain runs the child of the crash test when it is asked to.
func TestMain(m *testing.M) {
	if dir := os.Getenv("INQUIT_CRASH_DIR"); dir != "" {
		if err := ingest(context.Background(), dir, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// ingest does what a run of the program does: it stores what the journal does
// not know, in batches, publishes now and then, links, and publishes. After
// each batch it says which article is safe.
func ingest(ctx context.Context, dir string, say *os.File) error {
	s, err := store.Create(dir)
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // the caller looks at what is on disk
	for at := 0; at < crashArticles; at += 6 {
		var b store.Batch
		for i := at; i < at+6; i++ {
			if _, known, err := s.Known(ctx, inputOf(i).Path); err != nil || known {
				continue
			}
			b.Puts = append(b.Puts, store.Put{Input: inputOf(i).Path, Claims: storetest.Claims(i, 3)})
			b.Done = append(b.Done, inputOf(i))
		}
		if _, err := s.PutBatch(ctx, b); err != nil {
			return err
		}
		fmt.Fprintln(say, at+6)
		if at%18 == 0 {
			if _, err := index.Publish(ctx, s); err != nil {
				return err
			}
		}
	}
	if linked, err := s.Linked(ctx); err != nil || !linked {
		var all []*extract.Claims
		for c, err := range s.All(ctx) {
			if err != nil {
				return err
			}
			all = append(all, c)
		}
		if err := s.SetLinks(ctx, storetest.Links(all)); err != nil {
			return err
		}
	}
	if _, err := index.Publish(ctx, s); err != nil {
		return err
	}
	fmt.Fprintln(say, "done")
	return nil
}

// TestKilledAtAnyMoment kills a child process at random moments of making,
// filling, linking and publishing. Whatever it had said to be safe is there;
// the next run ends as one that was never interrupted.
func TestKilledAtAnyMoment(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 5
	}
	whole := filepath.Join(t.TempDir(), store.Folder)
	began := time.Now()
	child(t, whole, 0)
	took := time.Since(began)
	want := picture(t, whole)
	seed := rand.Uint64()
	t.Logf("seed %d; an uninterrupted run takes %v", seed, took)
	r := rand.New(rand.NewPCG(seed, 0))
	for range rounds {
		dir := filepath.Join(t.TempDir(), store.Folder)
		safe := 0
		for range 1 + r.IntN(3) {
			safe = max(safe, child(t, dir, 1+time.Duration(r.Int64N(int64(took)))))
			if acknowledged(t, dir) < safe {
				t.Fatalf("seed %d: article %d was said to be safe and is lost", seed, safe)
			}
		}
		child(t, dir, 0)
		if got := picture(t, dir); got != want {
			t.Fatalf("seed %d: the finished store differs from an uninterrupted one:\n%s\nwant\n%s", seed, got, want)
		}
	}
}

// child runs ingest in a process of its own, kills it after a time (0 lets it
// end) and returns how many articles it said were safe.
func child(t *testing.T, dir string, killAfter time.Duration) (safe int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "INQUIT_CRASH_DIR="+dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if killAfter > 0 {
		defer time.AfterFunc(killAfter, func() { _ = cmd.Process.Kill() }).Stop()
	}
	for sc := bufio.NewScanner(out); sc.Scan(); {
		if _, err := fmt.Sscan(sc.Text(), &safe); err != nil && sc.Text() != "done" {
			t.Fatalf("child says %q", sc.Text())
		}
	}
	if err := cmd.Wait(); err != nil && killAfter == 0 {
		t.Fatalf("child: %v\n%s", err, stderr.String())
	}
	if strings.Contains(stderr.String(), "panic") {
		t.Fatalf("child: %s", stderr.String())
	}
	return safe
}

// acknowledged counts the articles of a store that was left lying, from the
// first on.
func acknowledged(t *testing.T, dir string) int {
	t.Helper()
	s, err := store.Open(dir, store.Options{ReadOnly: true})
	if err != nil {
		return 0 // killed before there was a store
	}
	defer s.Close() //nolint:errcheck
	for i := range crashArticles {
		if _, err := s.Claims(t.Context(), storetest.Claims(i, 3).Article.ID); err != nil {
			return i
		}
	}
	return crashArticles
}

// picture is everything a user can see of a store and its index.
func picture(t *testing.T, dir string) string {
	t.Helper()
	s, err := store.Open(dir, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck
	problems, err := s.Verify(t.Context())
	if err != nil || len(problems) > 0 {
		t.Fatalf("Verify: %v, %v", problems, err)
	}
	sound(t, s)
	c, err := s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(s)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close() //nolint:errcheck
	return fmt.Sprintf("%+v\n%s", c, answers(t, x))
}
