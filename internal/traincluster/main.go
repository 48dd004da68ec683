// Command traincluster makes the shipped weights of package dedupe from
// clustered articles: table.bin, how rare hashed features are in news, and
// model.txt, the logistic model that says whether two articles report one
// event.
//
//	traincluster -out dedupe [-count FILE.jsonl]... DRAW.jsonl...
//
// Each DRAW is a set of articles with an "event" each; pairs are made inside a
// draw. Features are counted over all draws and over the files given with
// -count. Nothing of the texts but counts of hashes is kept.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"inquit/article"
	"inquit/dedupe"
	"inquit/internal/text"
)

func main() {
	out := flag.String("out", "dedupe", "folder to write table.bin and model.txt to")
	count := flag.String("count", "", "more files, with commas between, whose features are counted")
	flag.Parse()
	if err := run(*out, *count, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "traincluster:", err)
		os.Exit(2)
	}
}

// A row is one article of a draw.
type row struct {
	ID, Title, Date, Outlet, Text, Event string
	art                                  *article.Article
}

func run(out, count string, draws []string) error {
	sets := make([][]row, len(draws))
	df := map[uint32]int{}
	seen := map[string]bool{}
	tally := func(rows []row) {
		for _, r := range rows {
			if !seen[r.Text] {
				seen[r.Text] = true
				dedupe.CountFeatures(df, r.art)
			}
		}
	}
	for i, f := range draws {
		rows, err := load(f)
		if err != nil {
			return err
		}
		sets[i] = rows
		tally(rows)
	}
	for f := range strings.SplitSeq(count, ",") {
		if f == "" {
			continue
		}
		rows, err := load(f)
		if err != nil {
			return err
		}
		tally(rows)
	}
	table := dedupe.EncodeTable(df, len(seen))
	model := train(sets, table)
	fmt.Fprintf(os.Stderr, "%d articles, %d bytes of table\n%s", len(seen), len(table), model)
	if err := os.WriteFile(filepath.Join(out, "table.bin"), table, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "model.txt"), []byte(model), 0o644)
}

// load reads the articles of a JSON Lines file, sorted by id.
func load(name string) ([]row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []row
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var r row
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%q: %w", name, err)
		}
		r.art = article.New(name, "", r.ID, r.Text, text.FindRepairs(r.Text))
		if r.Title != "" {
			r.art.Title = &article.Field{Value: r.Title, From: article.FromMetadata}
		}
		if r.Date != "" {
			r.art.Published = &article.Field{Value: r.Date, From: article.FromMetadata}
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(x, y row) int { return strings.Compare(x.ID, y.ID) })
	return out, sc.Err()
}

// An example is one pair.
type example struct {
	x    []float64
	same bool
}

// train fits the model to the pairs of all draws and picks the threshold that
// clusters them best.
func train(sets [][]row, table []byte) string {
	var ex []example
	for _, rows := range sets {
		dedupe.Compared(articles(rows), table, func(i, j int, f []float64) {
			ex = append(ex, example{slices.Clone(f), rows[i].Event == rows[j].Event})
		})
	}
	w := fit(ex)
	best, score := "", -1.0
	for th := 0.2; th < 0.8; th += 0.02 {
		m := modelText(w, th)
		var sum float64
		for _, rows := range sets {
			sum += bcubed(rows, dedupe.EventLabels(articles(rows), table, m))
		}
		if s := sum / float64(len(sets)); s > score {
			best, score = m, s
		}
	}
	fmt.Fprintf(os.Stderr, "mean B-cubed F1 on the draws themselves %.4f\n", score)
	return best
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

// fit returns the weights of the logistic model.
func fit(ex []example) []float64 {
	n := len(ex[0].x)
	w := make([]float64, n)
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
			d, v := p, p*(1-p)
			if e.same {
				d = p - 1
			}
			for i, x := range e.x {
				grad[i] += d * x
				for j := 0; j <= i; j++ {
					hess[i][j] += v * x * e.x[j]
				}
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
