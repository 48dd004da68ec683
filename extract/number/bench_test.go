package number

import (
	"strings"
	"testing"
	"time"

	"inquit/article"
	"inquit/internal/text"
)

// sample is one article of usual length with a usual share of numbers.
var sample = strings.Repeat(`The town council is to spend £4.2 million on new flood walls after the river rose to its highest level in two decades, it said on Tuesday.

About 340 homes in Marsh Lane were flooded in February, and more than 1,200 people had to leave them for up to six weeks. “We cannot go through that again,” said Petra Vance, who leads the council.

The walls will be built between April 2026 and the end of 2027. Council tax is expected to go up by 2.5 per cent, from £1,840 to £1,886 a year for a typical house, and the rest will come from the environment fund.

Businesses were asked to help. Owen Tarrant, 58, who runs a bakery near the bridge, said that he would give nothing until the plans were public. He has lived in the town since 1994 and remembers when the bridge itself was under water for a night.

The council, which meets next on 14 May at 7.30pm, has promised to answer every letter. It received tens of thousands of them after the first plan was dropped, and one in four came from outside the county.

`, 4)

func analysed(s string) *text.Doc {
	return text.Analyse(article.New("a.txt", "", "", s, nil))
}

func BenchmarkFind(b *testing.B) {
	d := analysed(sample)
	Find(d, "a:0", Options{})
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, "a:0", Options{}) // the tags are there already: this stage alone
	}
}

// BenchmarkFindTagged counts the tagging that this stage asks for, too, in
// articles of 4.9 kB per second of processor time.
func BenchmarkFindTagged(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	var used time.Duration
	for b.Loop() {
		b.StopTimer()
		d := analysed(sample)
		b.StartTimer()
		began := cpuTime()
		Find(d, "a:0", Options{})
		used += cpuTime() - began
	}
	b.ReportMetric(float64(b.N)*float64(len(sample))/4900/used.Seconds(), "articles/cpu-s")
}

// TestLinear doubles hostile texts and counts the tokens looked at, which a
// busy machine does not change.
func TestLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"digits":    "1234567890",
		"numbers":   "5 ",
		"thousands": "1,000 ",
		"words":     "five million ",
		"money":     "£5bn to ",
		"ranges":    "5-",
		"percent":   "up 5 per cent from ",
		"dashes":    "5 feet - - - ",
		"brackets":  "(5) ",
		"of":        "tens of thousands of ",
		"spread":    "£5 over 5 days ",
		"measures":  "5 feet 2 inches ",
		"ratios":    "1 in ",
		"ranks":     "third-largest ",
		"powers":    "5 x 10^",
		"prose":     "The mill lost 40 workers, down from 63 a year earlier, as sales fell 5 per cent. ",
	} {
		t.Run(name, func(t *testing.T) {
			for n := 10_000; n <= 80_000; n *= 2 {
				one, two := steps(strings.Repeat(piece, n/len(piece))), steps(strings.Repeat(piece, 2*n/len(piece)))
				if two > one*22/10 {
					t.Errorf("%d bytes took %d steps, twice as many %d", n, one, two)
				}
			}
		})
	}
}

// steps returns how many tokens Find looks at in s.
func steps(s string) int {
	d := analysed(s)
	f := &finder{d: d, tokens: d.Tokens, lex: lex(), home: "USD", cents: "USD-cent"}
	f.find("a:0", Options{})
	return f.steps
}
