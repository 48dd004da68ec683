package crf_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inquit/article"
	"inquit/extract/quote/crf"
	"inquit/internal/eval"
	"inquit/internal/text"
)

// docOf cuts a text up.
func docOf(s string) *text.Doc { return text.Analyse(article.New("a.txt", "", "", s, nil)) }

// show lists the stretches found in s: role and words.
func show(t testing.TB, s string) string {
	t.Helper()
	m := crf.Default()
	if m == nil {
		t.Skip("built without the model")
	}
	d := docOf(s)
	var out []string
	for _, p := range m.Find(d, crf.DoubleMarks(d)) {
		out = append(out, fmt.Sprintf("%s[%s]", p.Role, s[d.Tokens[p.First].Start:d.Tokens[p.Last-1].End]))
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	tests := map[string]string{
		"The bridge would stay shut, she said.":                   "content[The bridge would stay shut] source[she] cue[said]",
		"“We have no money,” Mayor Lena Frost said.":              "content[“We have no money,”] source[Mayor Lena Frost] cue[said]",
		"The minister told reporters that the plan was finished.": "source[The minister] cue[told] content[that the plan was finished]",
		"Rain fell on the hills.":                                 "",
		"":                                                        "",
	}
	for in, want := range tests {
		if got := show(t, in); got != want {
			t.Errorf("Find(%q)\ngot  %s\nwant %s", in, got, want)
		}
	}
}

// A stretch begins only in a label First, and goes on only with its own role.
func TestLabels(t *testing.T) {
	for _, r := range []crf.Role{crf.Source, crf.Cue, crf.Content} {
		if crf.First(r).Role() != r || crf.Next(r).Role() != r {
			t.Errorf("labels of %v have roles %v, %v", r, crf.First(r).Role(), crf.Next(r).Role())
		}
		for _, before := range []crf.Label{crf.Outside, crf.First(crf.Cue), crf.Next(crf.Cue)} {
			if got, want := crf.Follows(before, crf.Next(r)), before.Role() == r; got != want {
				t.Errorf("Follows(%d, Next(%v)) = %v", before, r, got)
			}
			if !crf.Follows(before, crf.First(r)) || !crf.Follows(before, crf.Outside) {
				t.Errorf("behind %d no stretch of %v may begin or none", before, r)
			}
		}
	}
}

// What is packed is read again; damaged bytes are refused or read, but never
// cost more than an error.
func TestPack(t *testing.T) {
	w := small()
	b := w.Pack()
	m, err := crf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	d := docOf("Ann said so.")
	if got := len(m.Find(d, nil)); got != 1 {
		t.Errorf("%d stretches of a model that knows one word", got)
	}
	for n := range len(b) {
		if _, err := crf.Open(b[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes were taken for a model", n, len(b))
		}
	}
	if !bytes.Equal(b, w.Pack()) {
		t.Error("packed twice, the bytes differ")
	}
}

// small returns weights that make a cue of "said" and nothing else.
func small() *crf.Weights {
	d := docOf("Ann said so.")
	known := []crf.Known{{Form: crf.FormOf(&d.Tokens[1]), Cue: 5, Speech: 3}}
	r := crf.NewReader(d, nil, crf.NewLexicon(known))
	w := &crf.Weights{Known: known, Rows: map[crf.Feature][crf.Labels]float64{}, Scale: 32}
	for range r.Sequences() {
		f := r.Features(nil, 1)[0] // the word itself
		var v [crf.Labels]float64
		v[crf.First(crf.Cue)] = 3
		w.Rows[f] = v
	}
	return w
}

// hostile are inputs that ask much of the tagger.
var hostile = map[string]string{
	"said":     "said ",
	"marks":    "“a ",
	"commas":   "said, ",
	"that":     "said that ",
	"straight": "\"said ",
	"lines":    "he said\n\n",
}

// Twice the input takes about twice the time.
func TestTimeIsLinear(t *testing.T) {
	m := crf.Default()
	if m == nil {
		t.Skip("built without the model")
	}
	for what, unit := range hostile {
		n := 20000 / len(unit)
		one, two := cost(m, unit, n), cost(m, unit, 2*n)
		if two > 3*one+60*time.Millisecond {
			t.Errorf("%s: %d units took %v, %d took %v", what, n, one, 2*n, two)
		}
	}
}

func cost(m *crf.Model, unit string, n int) time.Duration {
	d := docOf(strings.Repeat(unit, n))
	best := time.Hour
	for range 3 {
		began := time.Now()
		m.Find(d, crf.DoubleMarks(d))
		best = min(best, time.Since(began))
	}
	return best
}

// Any text has stretches that are sorted and apart, inside one paragraph, with
// margins of 0 and more.
func FuzzFind(f *testing.F) {
	f.Add("Ann Moss said the bridge “was shut”, according to a report.\n\n“No,” he said.")
	f.Add("\"said\xff ” “said, that")
	m := crf.Default()
	if m == nil {
		f.Skip("built without the model")
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := docOf(strings.ToValidUTF8(s, "?"))
		end := 0
		for _, p := range m.Find(d, crf.DoubleMarks(d)) {
			if p.First < end || p.Last <= p.First || p.Last > len(d.Tokens) || p.Margin < 0 {
				t.Fatalf("stretch %+v follows token %d of %d", p, end, len(d.Tokens))
			}
			a, b := d.Sentences[d.Tokens[p.First].Sentence], d.Sentences[d.Tokens[p.Last-1].Sentence]
			if a.Paragraph != b.Paragraph {
				t.Fatalf("stretch %+v runs over paragraphs", p)
			}
			end = p.Last
		}
	})
}

// FuzzOpen: no bytes make Open panic, nor what it returns.
func FuzzOpen(f *testing.F) {
	f.Add(small().Pack())
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := crf.Open(b); err == nil {
			m.Find(docOf("Ann said so."), nil)
		}
	})
}

// TestDev holds the model to its gates on the measuring data.
func TestDev(t *testing.T) {
	shared := os.Getenv("INQUIT_SHARED")
	if shared == "" {
		shared = "../../../../shared"
	}
	file := filepath.Join(shared, "eval/quotes/polnear-dev.jsonl")
	if _, err := os.Stat(file); err != nil || crf.Default() == nil {
		t.Skip("no measuring data, or built without the model")
	}
	gold, err := eval.ReadAttributed(file)
	if err != nil {
		t.Fatal(err)
	}
	s := eval.ScoreAttributed(gold, crf.Default())
	for _, f := range s {
		t.Logf("%-24s %6.2f  %s", f.Name, f.Value, f.Of)
	}
	for name, least := range map[string]float64{"exact.content.f1": 59, "exact.source.f1": 72, "exact.cue.f1": 67} {
		if got, _ := s.Get(name); got < least {
			t.Errorf("%s is %.1f, at least %.1f wanted", name, got, least)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	m := crf.Default()
	if m == nil {
		b.Skip("built without the model")
	}
	s := strings.Repeat("Ann Moss, the mayor, said the bridge would stay shut until May. The road was wet on Monday.\n\n“We have no money,” she told the council.\n\n", 30)
	d := docOf(s)
	marked := crf.DoubleMarks(d)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		m.Find(d, marked)
	}
}

func BenchmarkDefault(b *testing.B) {
	w := small().Pack()
	for b.Loop() {
		if _, err := crf.Open(w); err != nil {
			b.Fatal(err)
		}
	}
}
