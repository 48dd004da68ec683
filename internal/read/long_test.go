package read

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// longSize is how much the tests below read of each format: INQUIT_READ_MB
// megabytes, a few without it. .ci/long reads a gigabyte.
func longSize(t *testing.T) int64 {
	mb := os.Getenv("INQUIT_READ_MB")
	if mb == "" {
		return 2 << 20
	}
	n, err := strconv.ParseInt(mb, 10, 32)
	if err != nil || n < 1 {
		t.Fatalf("INQUIT_READ_MB is %q", mb)
	}
	return n << 20
}

// A maker reads as a file that is made while it is read: part(0), part(1) …
// until the size is reached, then end.
type maker struct {
	part func(int) string
	left int64
	n    int
	buf  string
}

func (m *maker) Read(b []byte) (int, error) {
	if m.buf == "" {
		if m.left <= 0 {
			return 0, io.EOF
		}
		m.buf = m.part(m.n)
		m.n++
		m.left -= int64(len(m.buf))
	}
	n := copy(b, m.buf)
	m.buf = m.buf[n:]
	return n, nil
}

// numbered returns an article of ordinary length that no other one equals.
func numbered(n int) string {
	return fmt.Sprintf("Ferry no. %d stays\n\n", n) + strings.Repeat(fmt.Sprintf("The island council voted on Monday to keep ferry no. %d for another three years, Jane Roe said.\n\n", n), 49)
}

// A watch takes the memory that is held while articles are read.
type watch struct {
	n    int
	peak [2]uint64 // of the heap, in the first half and in the second
}

func (w *watch) look(half int) {
	if w.n++; w.n%100 != 0 {
		return
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	w.peak[half] = max(w.peak[half], m.HeapAlloc)
}

// TestLongInputs reads long files of each container format and a folder of
// many files: the second half takes no more memory than the first.
func TestLongInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("reads long files")
	}
	size := longSize(t)
	page := func(n int) string {
		return okHTML + "<html><title>T</title><article><p>" + strings.ReplaceAll(numbered(n), "\n\n", "</p><p>") + "</p></article>"
	}
	object := func(n int) string { return fmt.Sprintf("{\"id\":%d,\"text\":%q}", n, numbered(n)) }
	formats := map[string]func(int) string{
		"a.jsonl": func(n int) string { return object(n) + "\n" },
		"a.json":  func(n int) string { return map[bool]string{true: "[", false: ","}[n == 0] + object(n) },
		"a.csv":   func(n int) string { return map[bool]string{true: "text\n"}[n == 0] + "\"" + numbered(n) + "\"\n" },
		"a.rss": func(n int) string {
			return map[bool]string{true: "<rss><channel>"}[n == 0] + "<item><description>" + numbered(n) + "</description></item>"
		},
		"a.warc":     func(n int) string { return rec("response", answer, page(n), -1) },
		"a.warc.gz":  func(n int) string { return gz(rec("response", answer, page(n), -1)) },
		"a.jsonl.gz": func(n int) string { return gz(object(n) + "\n") },
		"a.tar":      func(n int) string { s := tarOf(fmt.Sprint(n, ".txt"), numbered(n)); return s[:len(s)-1024] },
	}
	for name, part := range formats {
		t.Run(name, func(t *testing.T) {
			left := size
			if strings.HasSuffix(name, ".gz") {
				left /= 100 // repetitive text packs well
			}
			var w watch
			m := &maker{part: part, left: left}
			start := time.Now()
			for _, err := range Articles(context.Background(), Source{Abs: "-", Path: name, Named: true}, Options{Stdin: m}) {
				if err != nil && !strings.Contains(err.Error(), "ends inside the array") {
					t.Fatal(err)
				}
				half := 0
				if m.left < left/2 {
					half = 1
				}
				w.look(half)
			}
			w.tell(t, left, start)
		})
	}
	t.Run("folder", func(t *testing.T) { longFolder(t, size) })
}

// longFolder reads a folder of ordinary files.
func longFolder(t *testing.T, size int64) {
	dir := t.TempDir()
	files := int(size / int64(len(numbered(1))))
	for i := range files {
		sub := filepath.Join(dir, fmt.Sprint(i/1000))
		if i%1000 == 0 {
			if err := os.Mkdir(sub, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprint(i, ".txt")), []byte(numbered(i)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var w watch
	start := time.Now()
	for s, err := range Walk(context.Background(), []string{dir}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range Articles(context.Background(), s, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			half := 0
			if w.n > files/2 {
				half = 1
			}
			w.look(half)
		}
	}
	if w.n != files {
		t.Errorf("%d articles of %d files", w.n, files)
	}
	w.tell(t, size, start)
}

// tell judges what was seen.
func (w *watch) tell(t *testing.T, size int64, start time.Time) {
	t.Helper()
	took := time.Since(start).Seconds()
	t.Logf("%d articles, %.0f MB in %.1f s, %.0f MB/s; heap at most %.1f MB, then %.1f MB",
		w.n, float64(size)/1e6, took, float64(size)/1e6/took, float64(w.peak[0])/1e6, float64(w.peak[1])/1e6)
	const slack = 24 << 20 // the collector lets garbage lie for a while
	if w.peak[1] > w.peak[0]+slack {
		t.Errorf("the heap grew from %d to %d bytes", w.peak[0], w.peak[1])
	}
	if w.n < 10 {
		t.Errorf("only %d articles", w.n)
	}
}
