package main

import (
	"math"

	"inquit/extract/quote/crf"
)

// numbers are one number for each label.
type numbers [crf.Labels]float64

// A chain holds what one pass over a sequence needs.
type chain struct {
	local []numbers               // what a token says of its label: exp of the score
	pairs []([crf.Labels]numbers) // of a label behind another at a token: exp of the score
	forth []numbers               // probability of what stands before and at a token, normed
	back  []numbers               // of what stands behind it
	norm  []float64

	kept   []int32 // the features of the sequence that were not dropped
	keptAt []int32 // where those of each token begin
}

// learn moves the weights by one step towards the labels of sequence s, and
// returns its loss.
func (t *trainer) learn(s [2]int, rate float64) float64 {
	n := s[1] - s[0]
	t.resize(n)
	t.drop(s)
	loss := 0.0
	for k := range n {
		loss += t.scores(s[0]+k, k)
	}
	loss += t.passes(n)
	for k := range n {
		t.move(s[0]+k, k, rate)
	}
	return loss
}

func (c *chain) resize(n int) {
	if cap(c.local) < n {
		c.local, c.pairs = make([]numbers, 2*n), make([][crf.Labels]numbers, 2*n)
		c.forth, c.back, c.norm = make([]numbers, 2*n), make([]numbers, 2*n), make([]float64, 2*n)
	}
	c.local, c.pairs = c.local[:n], c.pairs[:n]
	c.forth, c.back, c.norm = c.forth[:n], c.back[:n], c.norm[:n]
}

// before returns the gold label before token i, which is k-th in its sequence.
func (t *trainer) before(i, k int) crf.Label {
	if k == 0 {
		return crf.Outside
	}
	return t.labels[i-1]
}

// drop leaves out features of sequence s at random, so that none learns to
// lean on another that always comes with it.
func (t *trainer) drop(s [2]int) {
	limit := uint32(t.dropped * (1 << 16))
	t.kept, t.keptAt = t.kept[:0], append(t.keptAt[:0], 0)
	for i := s[0]; i < s[1]; i++ {
		var bits uint64
		for k, f := range t.features[t.starts[i]:t.starts[i+1]] {
			if k%4 == 0 {
				bits = t.random.Uint64()
			}
			if uint32(bits&0xFFFF) >= limit {
				t.kept = append(t.kept, f)
			}
			bits >>= 16
		}
		t.keptAt = append(t.keptAt, int32(len(t.kept)))
	}
}

// scores fills in what token i says, and returns the part of the loss that
// does not depend on other labels.
func (t *trainer) scores(i, k int) float64 {
	var sum vector
	for _, f := range t.kept[t.keptAt[k]:t.keptAt[k+1]] {
		r := &t.rows[f]
		for y := range sum {
			sum[y] += r[y]
		}
	}
	top := math.Inf(-1)
	var score numbers
	for y := range score {
		score[y] = float64(sum[y]) * t.scale / (1 - t.dropped)
		top = max(top, score[y])
	}
	for y := range score {
		t.local[k][y] = math.Exp(score[y] - top)
	}
	e0, e1 := &t.edges[0][t.kinds[i][0]], &t.edges[1][t.kinds[i][1]]
	for a := range crf.Label(crf.Labels) {
		for b := range crf.Label(crf.Labels) {
			t.pairs[k][a][b] = 0
			if crf.Follows(a, b) && (k > 0 || a == crf.Outside) {
				t.pairs[k][a][b] = math.Exp(float64(e0[a][b]+e1[a][b]) * t.scale)
			}
		}
	}
	a, b := t.before(i, k), t.labels[i]
	return top - score[b] - math.Log(t.pairs[k][a][b])
}

// passes runs forward and backward, and returns the log of the sum over all
// readings.
func (c *chain) passes(n int) float64 {
	loss := 0.0
	last := numbers{1}
	for k := range n {
		sum := 0.0
		for b := range crf.Labels {
			v := 0.0
			for a := range crf.Labels {
				v += last[a] * c.pairs[k][a][b]
			}
			last2 := v * c.local[k][b]
			c.forth[k][b] = last2
			sum += last2
		}
		for b := range crf.Labels {
			c.forth[k][b] /= sum
		}
		c.norm[k] = sum
		last = c.forth[k]
		loss += math.Log(sum)
	}
	for b := range crf.Labels {
		c.back[n-1][b] = 1
	}
	for k := n - 2; k >= 0; k-- {
		for a := range crf.Labels {
			v := 0.0
			for b := range crf.Labels {
				v += c.pairs[k+1][a][b] * c.local[k+1][b] * c.back[k+1][b]
			}
			c.back[k][a] = v / c.norm[k+1]
		}
	}
	return loss
}

// move takes the step for token i.
func (t *trainer) move(i, k int, rate float64) {
	gold, before := t.labels[i], t.before(i, k)
	var step vector
	for y := range crf.Labels {
		step[y] = float32(-rate * t.forth[k][y] * t.back[k][y])
	}
	step[gold] += float32(rate)
	for _, f := range t.kept[t.keptAt[k]:t.keptAt[k+1]] {
		r := &t.rows[f]
		for y := range step {
			r[y] += step[y]
		}
	}
	last := numbers{1}
	if k > 0 {
		last = t.forth[k-1]
	}
	e0, e1 := &t.edges[0][t.kinds[i][0]], &t.edges[1][t.kinds[i][1]]
	for a := range crf.Labels {
		for b := range crf.Labels {
			v := -rate * last[a] * t.pairs[k][a][b] * t.local[k][b] * t.back[k][b] / t.norm[k]
			if crf.Label(a) == before && crf.Label(b) == gold {
				v += rate
			}
			e0[a][b] += float32(v)
			e1[a][b] += float32(v)
		}
	}
}
