package name_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

// shared returns a file of the shared evaluation data; the test is skipped
// where there is none.
func shared(t testing.TB, elem ...string) string {
	t.Helper()
	dir := os.Getenv("INQUIT_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	p := filepath.Join(append([]string{dir}, elem...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skip("no shared data here")
	}
	return p
}

// A goldSpeaker is what an annotator marked as the source of speech.
type goldSpeaker struct {
	Start, End int // code points in the file, bytes after reading
	Text       string
	Canonical  string
}

// A goldArticle is a text with its sources.
type goldArticle struct {
	ID, Text string
	Quotes   []struct {
		Speech  bool
		Type    string
		Speaker *goldSpeaker
	}
}

// goldArticles reads a file of quotations in the form of the shared data.
func goldArticles(t testing.TB, path string) []goldArticle {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []goldArticle
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a goldArticle
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		at := byteOffsets(a.Text)
		for _, q := range a.Quotes {
			if q.Speaker != nil {
				q.Speaker.Start, q.Speaker.End = at[q.Speaker.Start], at[q.Speaker.End]
			}
		}
		all = append(all, a)
	}
	return all
}

// byteOffsets returns the byte offset of every code point of s, and of its end.
func byteOffsets(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// overlap returns the mentions that share a byte with p.
func overlap(n *name.Names, p article.Span) (ms []name.Mention) {
	for _, m := range n.Mentions {
		if m.Overlaps(p) {
			ms = append(ms, m)
		}
	}
	return ms
}

// analysed returns the text as an article of one file.
func analysed(s string) *text.Doc { return text.Analyse(article.New("a.txt", "", "", s, nil)) }

// TestSpeakersAreFound holds the share of annotated speakers that some
// mention touches, and that mentions stay few.
func TestSpeakersAreFound(t *testing.T) {
	file := "polnear-dev.jsonl"
	if os.Getenv("INQUIT_SET") != "" {
		file = os.Getenv("INQUIT_SET")
	}
	var gold, found, direct, directFound, exact, mentions, bytes, starts, ends int
	missed := map[string]int{}
	for _, a := range goldArticles(t, shared(t, "eval", "quotes", file)) {
		n := name.Find(analysed(a.Text), a.ID)
		mentions += len(n.Mentions)
		bytes += utf8.RuneCountInString(a.Text)
		for _, q := range a.Quotes {
			if !q.Speech || q.Speaker == nil {
				continue
			}
			p := article.Span{Start: q.Speaker.Start, End: q.Speaker.End}
			ms := overlap(n, p)
			gold++
			if q.Type != "indirect" {
				direct++
			}
			if len(ms) == 0 {
				missed[q.Type+"\t"+p.In(a.Text)]++
				continue
			}
			found++
			if q.Type != "indirect" {
				directFound++
			}
			s, e, x := false, false, false
			for _, m := range ms {
				s, e, x = s || m.Start == p.Start, e || m.End == p.End, x || m.Span == p
			}
			exact, starts, ends = exact+one(x), starts+one(s), ends+one(e)
			if !x && os.Getenv("INQUIT_SPANS") != "" {
				var got []string
				for _, m := range ms {
					got = append(got, m.In(a.Text))
				}
				t.Logf("want %q got %q", p.In(a.Text), got)
			}
		}
	}
	var lines []string
	for s := range missed {
		lines = append(lines, s)
	}
	sort.Strings(lines)
	if testing.Verbose() {
		t.Logf("missed:\n%s", strings.Join(lines, "\n"))
	}
	t.Logf("oracle %.1f%% of %d (with marks %.1f%% of %d), exact %.1f%%, start %.1f%%, end %.1f%%, %.1f mentions per 1000 characters",
		pct(found, gold), gold, pct(directFound, direct), direct, pct(exact, gold), pct(starts, gold), pct(ends, gold), pct(mentions, bytes)*10)
	if pct(found, gold) < 95 {
		t.Errorf("oracle %.1f%%, want at least 95%%", pct(found, gold))
	}
}

// BenchmarkFindNews measures whole news articles, their tokens ready and
// their tags not.
func BenchmarkFindNews(b *testing.B) {
	gold := goldArticles(b, shared(b, "eval", "quotes", "polnear-dev.jsonl"))
	docs, size := make([]*text.Doc, len(gold)), 0
	for _, a := range gold {
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		for i, a := range gold {
			docs[i] = analysed(a.Text)
		}
		b.StartTimer()
		for _, d := range docs {
			name.Find(d, "a:0")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(gold)), "µs/article")
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func pct(a, b int) float64 { return 100 * float64(a) / float64(b) }
