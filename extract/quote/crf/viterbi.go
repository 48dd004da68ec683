package crf

import "math"

// A tagger finds the best labels of one sequence after the other.
type tagger struct {
	*Model
	features []Feature
	local    []scores // of each token, by label
	pairs    []pairs  // of each token: of a label behind another
	forth    []scores // the best that ends at a token with a label
	back     []scores // the best that goes on behind it
	labels   []Label
	spans    []Span
}

// scores are one score for each label.
type scores [Labels]int32

// never is the score of what cannot be. A few of them can be added.
const never = math.MinInt32 / 8

// tag labels s and appends its spans.
func (t *tagger) tag(r *Reader, s Sequence) {
	t.score(r, s)
	t.forward()
	t.backward()
	t.best()
	t.cut(s)
}

// resize makes room for n tokens.
func (t *tagger) resize(n int) {
	if cap(t.local) < n {
		t.local, t.pairs = make([]scores, 2*n), make([]pairs, 2*n)
		t.forth, t.back = make([]scores, 2*n), make([]scores, 2*n)
		t.labels = make([]Label, 2*n)
	}
	t.local, t.pairs, t.forth, t.back, t.labels = t.local[:n], t.pairs[:n], t.forth[:n], t.back[:n], t.labels[:n]
}

// score fills in the scores of the tokens of s by themselves, and of pairs.
func (t *tagger) score(r *Reader, s Sequence) {
	t.resize(s.Last - s.First)
	kind := r.EdgeKind(s.First - 1)
	for k := range t.local {
		var own sum
		t.features = r.Features(t.features[:0], s.First+k)
		for _, f := range t.features {
			t.add(&own, f)
		}
		for y := range Labels {
			t.local[k][y] = own.label(y)
		}
		before := kind
		kind = r.EdgeKind(s.First + k)
		e0, e1, p := &t.edges[0][kind], &t.edges[1][before], &t.pairs[k]
		for a := range Labels {
			for b := range Labels {
				p[a][b] = e0[a][b] + e1[a][b]
			}
		}
	}
}

// forward fills t.forth. Before a sequence stands a label Outside.
func (t *tagger) forward() {
	last := scores{never, never, never, never, never, never, never}
	last[Outside] = 0
	for k := range t.forth {
		p := &t.pairs[k]
		for b := range Labels {
			top := last[0] + p[0][b]
			for a := 1; a < Labels; a++ {
				top = max(top, last[a]+p[a][b])
			}
			t.forth[k][b] = max(top+t.local[k][b], never)
		}
		last = t.forth[k]
	}
}

// backward fills t.back.
func (t *tagger) backward() {
	n := len(t.local)
	t.back[n-1] = scores{}
	for k := n - 2; k >= 0; k-- {
		p, next := &t.pairs[k+1], t.back[k+1]
		for b := range Labels {
			next[b] += t.local[k+1][b]
		}
		for a := range Labels {
			top := p[a][0] + next[0]
			for b := 1; b < Labels; b++ {
				top = max(top, p[a][b]+next[b])
			}
			t.back[k][a] = max(top, never)
		}
	}
}

// best fills t.labels with the best reading, from the front.
func (t *tagger) best() {
	last := Outside
	for k := range t.local {
		top, at := int32(math.MinInt32), Outside
		for b := range Label(Labels) {
			if !Follows(last, b) {
				continue
			}
			if v := t.pairs[k][last][b] + t.local[k][b] + t.back[k][b]; v > top {
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
