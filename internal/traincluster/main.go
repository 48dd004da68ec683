// Command traincluster makes the shipped weights of package dedupe from
// clustered articles: table.bin, how rare hashed features are in news, and
// model.txt, the logistic model that says whether two articles report one
// event.
//
//	traincluster -out dedupe [-count FILE.jsonl,...] DRAW.jsonl...
//	traincluster -check DRAW.jsonl...
//
// Each DRAW is a set of articles with an "event" each; pairs are made inside a
// draw. Features are counted over all draws and over the files given with
// -count. Nothing of the texts but counts of hashes is kept.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"inquit/article"
	"inquit/dedupe"
	"inquit/internal/read"
)

func main() {
	out := flag.String("out", "dedupe", "folder to write table.bin and model.txt to")
	count := flag.String("count", "", "more files, with commas between, whose features are counted")
	only := flag.Bool("check", false, "change nothing: print what the table and model in -out reach on the draws")
	flag.Parse()
	if *only {
		if err := check(*out, flag.Args()); err != nil {
			fmt.Fprintln(os.Stderr, "traincluster:", err)
			os.Exit(2)
		}
		return
	}
	if err := run(*out, *count, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "traincluster:", err)
		os.Exit(2)
	}
}

// A row is one article of a draw.
type row struct {
	ID, Title, Date, Outlet, Text, Event, Topic string
	art                                         *article.Article
}

func run(out, count string, draws []string) error {
	var sets [][]row
	for _, f := range draws {
		rows, err := load(f)
		if err != nil {
			return err
		}
		sets = append(sets, rows)
	}
	var more []row
	for f := range strings.SplitSeq(count, ",") {
		if f == "" {
			continue
		}
		rows, err := load(f)
		if err != nil {
			return err
		}
		more = append(more, rows...)
	}
	model := train(sets, more)
	table, n := countFeatures(slices.Concat(append(sets, more)...), func(row) bool { return true })
	fmt.Fprintf(os.Stderr, "%d articles, %d bytes of table\n%s", n, len(table), model)
	if err := os.WriteFile(filepath.Join(out, "table.bin"), table, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "model.txt"), []byte(model), 0o644)
}

// common lists names that stand in news of every kind.
//
//go:embed common.txt
var common string

// commonShare is one in how many articles such a name counts as standing in.
const commonShare = 20

// countFeatures makes the table of the rows that keep lets through, each text
// once, and says how many they are.
func countFeatures(rows []row, keep func(row) bool) ([]byte, int) {
	df := map[uint32]int{}
	seen := map[string]bool{}
	for _, r := range rows {
		if keep(r) && !seen[r.Text] {
			seen[r.Text] = true
			dedupe.CountFeatures(df, r.art)
		}
	}
	for name := range strings.Lines(common) {
		if name = strings.TrimSpace(name); name != "" && !strings.HasPrefix(name, "#") {
			dedupe.RaiseFeatures(df, name, len(seen)/commonShare)
		}
	}
	return dedupe.EncodeTable(df, len(seen)), len(seen)
}

// folds is into how many parts the topics are cut. The pairs of one part are
// measured with a table counted on the others: a user's articles are not in
// the shipped table either.
const folds = 2

func fold(r row) int {
	h := fnv.New32a()
	h.Write([]byte(r.Topic))
	return int(h.Sum32() % folds)
}

// load reads the articles of a JSON Lines file as the program does, sorted by
// id.
func load(name string) ([]row, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	gold := map[string]row{}
	for line := range bytes.Lines(content) {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("%q: %w", name, err)
		}
		gold[r.ID] = r
	}
	var out []row
	for a, err := range read.Read(read.Source{Path: filepath.Base(name)}, content, read.Options{}) {
		if err != nil {
			continue // one without text
		}
		r := gold[a.SourceID]
		r.art = a
		out = append(out, r)
	}
	slices.SortFunc(out, func(x, y row) int { return strings.Compare(x.art.ID, y.art.ID) })
	return out, nil
}

// An example is one pair.
type example struct {
	x      []float64
	same   bool
	weight float64
}

// rivalWeight is how much more it counts to keep two events of one topic apart
// than two of different ones: those are the pairs that are mistaken.
const rivalWeight = 8

// A part is the articles of one draw whose topics are in one fold, with the
// table counted on the other folds.
type part struct {
	rows  []row
	table []byte
}

// cut cuts draws into parts.
func cut(sets [][]row, more []row) []part {
	var out []part
	for k := range folds {
		table, _ := countFeatures(slices.Concat(append(slices.Clone(sets), more)...), func(r row) bool { return r.Topic == "" || fold(r) != k })
		for _, rows := range sets {
			mine := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return fold(r) != k })
			out = append(out, part{mine, table})
		}
	}
	return out
}

// train fits the model to the pairs of all parts and picks the threshold that
// clusters them best.
func train(sets [][]row, more []row) string {
	parts := cut(sets, more)
	var ex []example
	for _, p := range parts {
		dedupe.Compared(articles(p.rows), p.table, func(i, j int, f []float64) {
			e := example{slices.Clone(f), p.rows[i].Event == p.rows[j].Event, 1}
			if !e.same && p.rows[i].Topic == p.rows[j].Topic {
				e.weight = rivalWeight
			}
			ex = append(ex, e)
		})
	}
	ex = append(ex, recurring(parts)...)
	w := fit(ex)
	return modelText(w, threshold(parts, w))
}

// slack is how much the threshold may lose against the best one on the parts.
// They hold a few dozen events each; among thousands false joins are likelier,
// so the highest threshold within the slack is taken.
const slack = 0.01

func threshold(parts []part, w []float64) float64 {
	var at, f1 []float64
	for th := 0.2; th < 0.6; th += 0.02 {
		m := modelText(w, th)
		var sum float64
		for _, p := range parts {
			sum += bcubed(p.rows, dedupe.EventLabels(articles(p.rows), p.table, m))
		}
		at, f1 = append(at, th), append(f1, sum/float64(len(parts)))
		fmt.Fprintf(os.Stderr, "threshold %.2f: mean B-cubed F1 %.4f\n", th, sum/float64(len(parts)))
	}
	for i := len(at) - 1; ; i-- {
		if f1[i] >= slices.Max(f1)-slack {
			return at[i]
		}
	}
}

func articles(rows []row) []*article.Article {
	out := make([]*article.Article, len(rows))
	for i := range rows {
		out[i] = rows[i].art
	}
	return out
}

// modelText writes a model as package dedupe reads it.
func modelText(w []float64, threshold float64) string {
	var b strings.Builder
	for i, n := range dedupe.FeatureNames() {
		fmt.Fprintf(&b, "%s %.4f\n", n, w[i])
	}
	fmt.Fprintf(&b, "threshold %.2f\n", threshold)
	return b.String()
}

// Training: Newton's method on the penalised likelihood.
const (
	penalty    = 1.0
	iterations = 30
)

// given are weights that are not learned. In the draws many dates are those of
// the crawl, or of a follow-up weeks later; to users a date far off means
// another event, unless much else is the same.
var given = map[string]float64{"far": -4}

// fixed marks the given weights and sets them.
func fixed(w []float64) []bool {
	out := make([]bool, len(w))
	for i, name := range dedupe.FeatureNames() {
		if v, ok := given[name]; ok {
			w[i], out[i] = v, true
		}
	}
	return out
}

// fit returns the weights of the logistic model.
func fit(ex []example) []float64 {
	n := len(ex[0].x)
	w := make([]float64, n)
	fix := fixed(w)
	for range iterations {
		grad := make([]float64, n)
		hess := make([][]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
			hess[i][i] = penalty
			grad[i] = penalty * w[i]
		}
		for _, e := range ex {
			var z float64
			for i, x := range e.x {
				z += x * w[i]
			}
			p := 1 / (1 + math.Exp(-z))
			d, v := p, e.weight*p*(1-p)
			if e.same {
				d = p - 1
			}
			d *= e.weight
			for i, x := range e.x {
				grad[i] += d * x
				for j := 0; j <= i; j++ {
					hess[i][j] += v * x * e.x[j]
				}
			}
		}
		for i := range fix {
			if fix[i] {
				grad[i], hess[i][i] = 0, 1e12
			}
		}
		step := solve(hess, grad)
		for i := range w {
			w[i] -= step[i]
		}
	}
	return w
}

// solve solves a symmetric positive system given by its lower half.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := 0; j <= i; j++ {
			s := a[i][j]
			for k := range j {
				s -= a[i][k] * a[j][k]
			}
			if i == j {
				a[i][i] = math.Sqrt(math.Max(s, 1e-12))
			} else {
				a[i][j] = s / a[j][j]
			}
		}
	}
	x := slices.Clone(b)
	for i := range n {
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// bcubed is the B-cubed F1 of labels against the events of rows.
func bcubed(rows []row, label []int32) float64 {
	type both struct {
		event string
		label int32
	}
	events, labels, cells := map[string]int{}, map[int32]int{}, map[both]int{}
	for i, r := range rows {
		events[r.Event]++
		labels[label[i]]++
		cells[both{r.Event, label[i]}]++
	}
	var p, r float64
	for i := range rows {
		c := float64(cells[both{rows[i].Event, label[i]}])
		p += c / float64(labels[label[i]])
		r += c / float64(events[rows[i].Event])
	}
	return 2 * p * r / ((p + r) * float64(len(rows)))
}
