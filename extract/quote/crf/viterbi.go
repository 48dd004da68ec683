package crf

import "math"

// A tagger finds the best labels of one sequence after the other.
type tagger struct {
	*Model
	features []Feature
	scores   [][Labels + 1]int32 // of each token, by label
	forth    [][Labels]int32     // the best that ends at a token with a label
	back     [][Labels]int32     // the best that goes on behind it
	labels   []Label
	kinds    []uint8 // of each token, and of the one before the first
	spans    []Span
}

// never is the score of what cannot be.
const never = math.MinInt32 / 4

// tag labels s and appends its spans.
func (t *tagger) tag(r *Reader, s Sequence) {
	t.score(r, s)
	t.forward()
	t.backward()
	t.best()
	t.cut(s)
}

// score fills in the scores of the tokens of s by themselves.
func (t *tagger) score(r *Reader, s Sequence) {
	n := s.Last - s.First
	if cap(t.scores) < n {
		t.scores = make([][Labels + 1]int32, 2*n)
		t.forth = make([][Labels]int32, 2*n)
		t.back = make([][Labels]int32, 2*n)
		t.labels = make([]Label, 2*n)
		t.kinds = make([]uint8, 2*n+1)
	}
	t.scores, t.forth, t.back, t.labels, t.kinds = t.scores[:n], t.forth[:n], t.back[:n], t.labels[:n], t.kinds[:n+1]
	t.kinds[0] = uint8(r.EdgeKind(s.First - 1))
	for k := range n {
		t.features = r.Features(t.features[:0], s.First+k)
		t.scores[k] = [Labels + 1]int32{}
		for _, f := range t.features {
			t.add(&t.scores[k], f)
		}
		t.kinds[k+1] = uint8(r.EdgeKind(s.First + k))
	}
}

// edge is the score of label b at token k behind label a.
func (t *tagger) edge(k int, a, b Label) int32 {
	return int32(t.edges[0][t.kinds[k+1]][a][b]) + int32(t.edges[1][t.kinds[k]][a][b])
}

// forward fills t.forth. Before a sequence stands a label Outside.
func (t *tagger) forward() {
	for k := range t.scores {
		for b := range Label(Labels) {
			top := int32(never)
			for a := range Label(Labels) {
				if !Follows(a, b) || k == 0 && a != Outside {
					continue
				}
				v := t.edge(k, a, b)
				if k > 0 {
					v += t.forth[k-1][a]
				}
				top = max(top, v)
			}
			t.forth[k][b] = max(top+t.scores[k][b], never)
		}
	}
}

// backward fills t.back.
func (t *tagger) backward() {
	n := len(t.scores)
	t.back[n-1] = [Labels]int32{}
	for k := n - 2; k >= 0; k-- {
		for a := range Label(Labels) {
			top := int32(never)
			for b := range Label(Labels) {
				if Follows(a, b) {
					top = max(top, t.edge(k+1, a, b)+t.scores[k+1][b]+t.back[k+1][b])
				}
			}
			t.back[k][a] = max(top, never)
		}
	}
}

// best fills t.labels with the best reading, from the front.
func (t *tagger) best() {
	last := Outside
	for k := range t.scores {
		top, at := int32(math.MinInt32), Outside
		for b := range Label(Labels) {
			if !Follows(last, b) {
				continue
			}
			if v := t.edge(k, last, b) + t.scores[k][b] + t.back[k][b]; v > top {
				top, at = v, b
			}
		}
		t.labels[k], last = at, at
	}
}

// cut appends the spans of the best reading.
func (t *tagger) cut(s Sequence) {
	n := len(t.labels)
	for k := 0; k < n; {
		role := t.labels[k].Role()
		if role == None {
			k++
			continue
		}
		end := k + 1
		for end < n && t.labels[end] == Next(role) {
			end++
		}
		t.spans = append(t.spans, Span{role, s.First + k, s.First + end, t.margin(k, end)})
		k = end
	}
}

// margin returns how much better the best reading is than the best one in
// which tokens [first, last) are no stretch of their own.
func (t *tagger) margin(first, last int) float64 {
	least := int32(math.MaxInt32)
	for k := first; k <= last && k < len(t.labels); k++ {
		top, other := int32(never), int32(never)
		own := t.labels[k]
		for y := range Label(Labels) {
			v := t.forth[k][y] + t.back[k][y]
			switch {
			case y == own || k == last && y != Next(t.labels[first].Role()):
				top = max(top, v)
			default:
				other = max(other, v)
			}
		}
		least = min(least, top-other)
	}
	return float64(max(least, 0)) / t.scale
}
