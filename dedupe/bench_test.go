package dedupe

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"inquit/article"
	"inquit/extract"
)

// benchSize is how many articles the benchmarks use: few, so that they are run
// often, or as many as INQUIT_BENCH_ARTICLES says.
//
//	INQUIT_BENCH_ARTICLES=100000 go test -run '^$' -bench 'News' -benchtime 1x ./dedupe
func benchSize(b *testing.B) int {
	n, err := strconv.Atoi(os.Getenv("INQUIT_BENCH_ARTICLES"))
	if err != nil {
		return 2000
	}
	return n
}

// A newsroom makes articles of 330 words: four reports on each event, one of
// them the copy of another with lines of its own. Its common words are those
// of the sample corpus, as often as they stand there; each event has names and
// words of its own.
type newsroom struct {
	r     *rand.Rand
	words []string
}

func newNewsroom(seed uint64) *newsroom {
	nr := &newsroom{r: rand.New(rand.NewPCG(seed, 7))}
	files, _ := filepath.Glob("../testdata/articles/*/*.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		nr.words = append(nr.words, strings.FieldsFunc(strings.ToLower(string(b)), func(r rune) bool { return r < 'a' || r > 'z' })...)
	}
	return nr
}

// made makes a word.
func (nr *newsroom) made() string {
	w := make([]byte, 0, 8)
	for range 3 + nr.r.IntN(2) {
		w = append(w, "bcdfghjklmnprstvwxz"[nr.r.IntN(19)], "aeiou"[nr.r.IntN(5)])
	}
	return string(w)
}

// sentence makes one of 15 words; one in four is of the event's own words.
func (nr *newsroom) sentence(own []string) string {
	out := make([]string, 15)
	for i := range out {
		if nr.r.IntN(6) == 0 {
			out[i] = own[nr.r.IntN(len(own))]
		} else {
			out[i] = nr.words[nr.r.IntN(len(nr.words))]
		}
	}
	out[0] = strings.ToUpper(out[0][:1]) + out[0][1:]
	return strings.Join(out, " ") + "."
}

// ownWords are the words and names of one event.
func (nr *newsroom) ownWords() []string {
	out := make([]string, 40)
	for i := range out {
		w := nr.made()
		if i < 12 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		out[i] = w
	}
	return out
}

func (nr *newsroom) text(own []string) []string {
	out := make([]string, 22)
	for i := range out {
		out[i] = nr.sentence(own)
	}
	return out
}

// news makes n articles.
func news(n int) []*extract.Claims {
	nr := newNewsroom(1)
	cs := make([]*extract.Claims, 0, n)
	for len(cs) < n {
		own := nr.ownWords()
		day := time.Date(2031, 1, 1+nr.r.IntN(700), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		var first []string
		for k := range min(4, n-len(cs)) {
			body := nr.text(own)
			switch {
			case k == 0:
				first = body
			case k == 2:
				body = append(nr.text(own)[:2], first[:16]...)
			}
			id := strconv.Itoa(len(cs))
			a := article.New(id, "", "", strings.Join(body, " "), nil)
			a.Published = &article.Field{Value: day}
			cs = append(cs, &extract.Claims{Article: a})
		}
	}
	return cs
}

// measure reports articles per CPU second, and the most memory in use above
// what the claims take.
func measure(b *testing.B, cs []*extract.Claims, f func()) {
	b.Helper()
	if gc, err := strconv.Atoi(os.Getenv("GOGC")); err != nil || gc > 25 {
		b.Log("for the memory set GOGC=25, or garbage is counted")
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	most, stop, done := before, make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
	}()
	start := cpu(b)
	for b.Loop() {
		f()
	}
	used := cpu(b) - start
	close(stop)
	<-done
	b.ReportMetric(float64(len(cs)*b.N)/used.Seconds(), "articles/cpu-s")
	b.ReportMetric(float64(most-before)/(1<<20), "MiB-above")
}

func BenchmarkNewsCopies(b *testing.B) {
	cs := news(benchSize(b))
	var got []CopyGroup
	measure(b, cs, func() { got = Copies(cs) })
	b.ReportMetric(float64(len(got)), "groups")
}

func BenchmarkNewsEvents(b *testing.B) {
	cs := news(benchSize(b))
	copies := Copies(cs)
	var got []Event
	measure(b, cs, func() { got = Events(cs, copies) })
	b.ReportMetric(float64(len(got)), "events")
}

// ExampleEvents groups the reports of one matter.
func ExampleEvents() {
	cs := news(8)
	for _, e := range Events(cs, Copies(cs)) {
		fmt.Println(len(e.Articles), "articles")
	}
	// Output:
	// 4 articles
	// 4 articles
}
