//go:build unix

package index_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"

	"inquit/extract"
	"inquit/index"
	"inquit/internal/store"
	"inquit/internal/store/storetest"
)

// cpu returns the processor time this process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkIngest stores and indexes 1,000 articles of about 2,500 bytes with
// ten quotations; BenchmarkPlainBleve indexes the same documents with bleve
// alone, as a program would that follows its manual. The column cpu-ms is
// what issue and README compare.
func BenchmarkIngest(b *testing.B) {
	claims := made(1000)
	for b.Loop() {
		before := cpu()
		s := create(b)
		var batch store.Batch
		for i, c := range claims {
			batch.Puts = append(batch.Puts, store.Put{Input: inputOf(i).Path, Claims: c})
			batch.Done = append(batch.Done, inputOf(i))
			if len(batch.Puts) == 500 {
				if _, err := s.PutBatch(b.Context(), batch); err != nil {
					b.Fatal(err)
				}
				batch = store.Batch{}
			}
		}
		stored := cpu()
		publish(b, s)
		b.ReportMetric(float64((stored - before).Milliseconds()), "store-cpu-ms")
		b.ReportMetric(float64((cpu() - before).Milliseconds()), "cpu-ms")
		b.ReportMetric(float64(size(b, filepath.Join(s.Dir(), "index")))/1e6, "index-MB")
		b.ReportMetric(float64(size(b, s.Dir()))/1e6, "all-MB")
	}
}

func BenchmarkPlainBleve(b *testing.B) {
	claims := made(1000)
	for b.Loop() {
		before := cpu()
		dir := filepath.Join(b.TempDir(), "plain")
		ix, err := bleve.New(dir, bleve.NewIndexMapping())
		if err != nil {
			b.Fatal(err)
		}
		batch := ix.NewBatch()
		add := func(id string, doc map[string]any) {
			if err := batch.Index(id, doc); err != nil {
				b.Fatal(err)
			}
			if batch.Size() == 1000 {
				if err := ix.Batch(batch); err != nil {
					b.Fatal(err)
				}
				batch.Reset()
			}
		}
		for _, c := range claims {
			a := c.Article
			add(a.ID, map[string]any{"title": a.Title.String(), "body": a.Text(), "outlet": a.Outlet.String(), "date": a.Published.String()})
			for _, q := range c.Quotations {
				add(q.ID, map[string]any{
					"text": q.Text, "speaker": q.Speaker.Name, "person": q.Speaker.ID, "kind": string(q.Kind), "status": string(q.Status),
					"zone": string(q.Zone), "cue": a.View(q.Cue), "outlet": a.Outlet.String(), "date": a.Published.String(),
				})
			}
			for _, n := range c.Numbers {
				var v float64
				_, _ = fmt.Sscan(n.Value.String(), &v)
				add(n.ID, map[string]any{
					"text": a.View(n.Span), "value": v, "unit": n.Unit, "concept": n.Concept, "quote": n.Quote,
					"outlet": a.Outlet.String(), "date": a.Published.String(),
				})
			}
		}
		if err := ix.Batch(batch); err != nil {
			b.Fatal(err)
		}
		if err := ix.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64((cpu() - before).Milliseconds()), "cpu-ms")
		b.ReportMetric(float64(size(b, dir))/1e6, "index-MB")
	}
}

func made(n int) []*extract.Claims {
	claims := make([]*extract.Claims, n)
	for i := range claims {
		claims[i] = storetest.Claims(i, 10)
	}
	return claims
}

func size(b testing.TB, dir string) (n int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		n += info.Size()
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// large is a store of 100,000 quotations, made once for all benchmarks; with
// INQUIT_BENCH_STORE it is kept in that folder.
var large = sync.OnceValues(func() (*store.Store, error) {
	dir := os.Getenv("INQUIT_BENCH_STORE")
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "inquit-bench"); err != nil {
			return nil, err
		}
	}
	return store.Create(dir)
})

func largeStore(b *testing.B) *store.Store {
	b.Helper()
	s, err := large()
	if err != nil {
		b.Fatal(err)
	}
	n, err := s.Counts(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if n.Articles == 0 {
		fill(b, s, 0, 10000, 10)
	}
	publish(b, s)
	return s
}

func BenchmarkQuery(b *testing.B) {
	s := largeStore(b)
	x := open(b, s)
	for _, q := range []index.Query{
		{},
		{Text: "bridge"},
		{Text: "lasting"},
		{Text: "bridge harbour tunnel"},
		{Text: `"quiet steady"`},
		{Text: "bridge OR storm -nurse"},
		{Text: "speaker:drax"},
		{By: "Quennell", Text: "ferry"},
		{Text: "unit:percent value:2..30"},
		{Text: "date:2019-03..2020-02"},
		{Text: "harb*"},
		{Text: "harbr~"},
		{Text: "ferry", Facets: true},
		{Text: "outlet:gazette"},
		{Text: "-bridge", Sort: index.Oldest},
	} {
		b.Run(strings.ReplaceAll(fmt.Sprintf("%s_%s_%s", q.Text, q.By, q.Sort), " ", "+"), func(b *testing.B) {
			before := cpu()
			hits := 0
			for b.Loop() {
				h, err := x.Quotes(b.Context(), q)
				if err != nil {
					b.Fatal(err)
				}
				hits = h.Total
			}
			b.ReportMetric(float64((cpu()-before).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
			b.ReportMetric(float64(hits), "hits")
		})
	}
}

// BenchmarkOpen is what a command pays before it can ask.
func BenchmarkOpen(b *testing.B) {
	dir := largeStore(b).Dir()
	before := cpu()
	defer func() { b.ReportMetric(float64((cpu()-before).Microseconds())/float64(b.N)/1000, "cpu-ms/op") }()
	for b.Loop() {
		s, err := store.Open(dir, store.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		x, err := index.Open(s)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := x.Quotes(b.Context(), index.Query{Text: "lasting"}); err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
