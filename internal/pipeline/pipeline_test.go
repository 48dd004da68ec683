package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"inquit/extract"
	"inquit/internal/people"
	"inquit/internal/pipeline"
	"inquit/internal/record"
)

const corpus = "../../testdata/articles"

// claimsOf extracts what args name with a number of workers.
func claimsOf(t testing.TB, jobs int, args ...string) []*extract.Claims {
	t.Helper()
	var out []*extract.Claims
	for it, err := range pipeline.Stream(t.Context(), args, pipeline.Options{Jobs: jobs}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Claims != nil {
			out = append(out, it.Claims)
		}
	}
	return out
}

// TestStreamOrder wants the same items in the same order from one worker and
// from many.
func TestStreamOrder(t *testing.T) {
	one, many := claimsOf(t, 1, corpus), claimsOf(t, 8, corpus)
	if len(one) == 0 || len(one) != len(many) {
		t.Fatalf("%d articles with one worker, %d with eight", len(one), len(many))
	}
	for i := range one {
		if one[i].Article.ID != many[i].Article.ID {
			t.Errorf("article %d is %s with one worker, %s with eight", i, one[i].Article.Path, many[i].Article.Path)
		}
	}
}

// TestLinkIsOfASet wants the same links whatever the order of the articles.
func TestLinkIsOfASet(t *testing.T) {
	claims := claimsOf(t, 0, corpus)
	want, err := record.MarshalLinks(pipeline.Link(claims, people.Decisions{}))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		r.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		got, err := record.MarshalLinks(pipeline.Link(claims, people.Decisions{}))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Fatal("the order of the articles changes what links them")
		}
	}
}

// TestStreamStops wants a stream to end when its context does, and when the
// caller has enough.
func TestStreamStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range pipeline.Stream(ctx, []string{corpus}, pipeline.Options{}, nil) {
		cancel()
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("after cancelling the stream ends with %v, want %v", last, context.Canceled)
	}
	for range pipeline.Stream(t.Context(), []string{corpus}, pipeline.Options{}, nil) {
		break
	}
}

func ExampleStream() {
	dir, err := os.MkdirTemp("", "inquit")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	text := "Bridge to open\n\n“The bridge will open in May,” said Ann Other, the council leader.\n"
	if err := os.WriteFile(filepath.Join(dir, "bridge.txt"), []byte(text), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	for it, err := range pipeline.Stream(context.Background(), []string{dir}, pipeline.Options{}, nil) {
		if err != nil {
			fmt.Println(err)
		}
		if it.Claims == nil {
			continue
		}
		for _, q := range it.Claims.Quotations {
			fmt.Printf("%s: %s\n", q.Speaker.Name, q.Text)
		}
	}
	// Output: Ann Other: The bridge will open in May,
}
