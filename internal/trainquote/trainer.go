package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"inquit/extract/quote/crf"
	"inquit/internal/eval"
)

// A vector is a number for each label; the last is not used.
type vector [crf.Labels + 1]float32

// An edge holds the weights of a label behind another.
type edge [crf.Labels][crf.Labels]float32

// A trainer learns the weights of a chain by gradient descent on its
// likelihood. All weights are kept divided by scale, so that making all of
// them smaller costs one multiplication.
type trainer struct {
	options
	random *rand.Rand

	sequences [][2]int // tokens of each
	labels    []crf.Label
	kinds     [][2]uint8 // of each token and of the one before
	starts    []int32    // where the features of each token begin
	features  []int32    // as rows

	names []crf.Feature // of each row
	rows  []vector
	edges [2][crf.EdgeKinds]edge
	scale float64
	step  int

	chain
}

// newTrainer reads the features of all tokens that pass the gate.
func newTrainer(gold []eval.Attributed, known []crf.Known, o options) *trainer {
	t := &trainer{options: o, random: rand.New(rand.NewPCG(o.seed, 0)), scale: 1}
	lex := crf.NewLexicon(known)
	var found []crf.Feature
	var seen [1 << crf.FeatureBits]uint16
	for _, g := range gold {
		labels := labelsOf(&g)
		r := crf.NewReader(g.Doc, crf.DoubleMarks(g.Doc), lex)
		for s := range r.Sequences() {
			t.sequences = append(t.sequences, [2]int{len(t.labels), len(t.labels) + s.Last - s.First})
			for i := s.First; i < s.Last; i++ {
				t.starts = append(t.starts, int32(len(found)))
				found = r.Features(found, i)
				t.labels = append(t.labels, labels[i])
				t.kinds = append(t.kinds, [2]uint8{uint8(r.EdgeKind(i)), uint8(r.EdgeKind(i - 1))})
			}
			t.mendStart(s)
		}
	}
	t.starts = append(t.starts, int32(len(found)))
	for _, f := range found {
		if seen[f] < math.MaxUint16 {
			seen[f]++
		}
	}
	t.number(found, seen[:])
	return t
}

// mendStart makes the last sequence begin a stretch where the gate cut one.
func (t *trainer) mendStart(s crf.Sequence) {
	first := len(t.labels) - (s.Last - s.First)
	if l := t.labels[first]; l != crf.Outside {
		t.labels[first] = crf.First(l.Role())
	}
}

// number gives rows to the features seen often enough, and keeps those.
func (t *trainer) number(found []crf.Feature, seen []uint16) {
	rows := make([]int32, len(seen))
	for f, n := range seen {
		rows[f] = -1
		if int(n) >= t.minCount {
			rows[f] = int32(len(t.names))
			t.names = append(t.names, crf.Feature(f))
		}
	}
	t.rows = make([]vector, len(t.names))
	t.features = make([]int32, 0, len(found))
	for k := range t.labels {
		from, to := t.starts[k], t.starts[k+1]
		t.starts[k] = int32(len(t.features))
		for _, f := range found[from:to] {
			if rows[f] >= 0 {
				t.features = append(t.features, rows[f])
			}
		}
	}
	t.starts[len(t.labels)] = int32(len(t.features))
}

// labelsOf returns the gold label of each token.
func labelsOf(g *eval.Attributed) []crf.Label {
	out := make([]crf.Label, len(g.Doc.Tokens))
	for _, s := range g.Spans {
		out[s.First] = crf.First(s.Role)
		for i := s.First + 1; i < s.Last; i++ {
			out[i] = crf.Next(s.Role)
		}
	}
	return out
}

// epoch shows each sequence once, and returns the loss of a token. The step
// grows smaller with each sequence and ends near zero.
func (t *trainer) epoch(e int) float64 {
	loss := 0.0
	n := len(t.sequences)
	for _, k := range t.random.Perm(n) {
		done := float64(t.step) / float64(n*t.epochs)
		rate := t.rate * (1 - .95*done)
		t.scale *= 1 - rate*2*t.c2/float64(n)
		loss += t.learn(t.sequences[k], rate/t.scale)
		t.step++
		if t.scale < 1e-6 {
			t.rescale()
		}
	}
	return loss / float64(len(t.labels))
}

// rescale multiplies the scale into the weights.
func (t *trainer) rescale() {
	s := float32(t.scale)
	for i := range t.rows {
		for y := range t.rows[i] {
			t.rows[i][y] *= s
		}
	}
	for side := range t.edges {
		for k := range t.edges[side] {
			for a := range crf.Labels {
				for b := range crf.Labels {
					t.edges[side][k][a][b] *= s
				}
			}
		}
	}
	t.scale = 1
}

// weights returns what was learned, the features that matter only.
func (t *trainer) weights(known []crf.Known) *crf.Weights {
	t.rescale()
	w := &crf.Weights{Known: known, Rows: map[crf.Feature][crf.Labels]float64{}}
	order := make([]int, len(t.rows))
	for i := range order {
		order[i] = i
	}
	size := make([]float64, len(t.rows))
	for i := range t.rows {
		size[i] = spread(&t.rows[i])
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case size[a] > size[b]:
			return -1
		case size[a] < size[b]:
			return 1
		}
		return 0
	})
	for _, i := range order[:min(t.keep, len(order))] {
		var v [crf.Labels]float64
		for y := range v {
			v[y] = float64(t.rows[i][y])
		}
		w.Rows[t.names[i]] = v
	}
	for side := range t.edges {
		for k := range t.edges[side] {
			for a := range crf.Labels {
				for b := range crf.Labels {
					w.Edges[side][k][a][b] = float64(t.edges[side][k][a][b])
				}
			}
		}
	}
	w.Scale = 32
	return w
}

// spread is the sum of the squared weights of a row.
func spread(v *vector) (sum float64) {
	for y := range crf.Labels {
		sum += float64(v[y]) * float64(v[y])
	}
	return sum
}
