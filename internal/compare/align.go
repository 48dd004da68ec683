package compare

// A hunk says that words a[A0:A1] of one version stand for b[B0:B1] of the
// other. Equal hunks have the same keys.
type hunk struct {
	a0, a1, b0, b1 int
	equal          bool
}

// maxEdits bounds how far two versions are followed word by word. Beyond it
// what is left counts as changed altogether: nobody reads such a diff.
const maxEdits = 600

// maxWork bounds edits times words, for statements as long as a book.
const maxWork = 20_000_000

// align matches the words of two versions: the longest common subsequence of
// their keys, by Myers' algorithm, after what they begin and end with alike.
// Time and memory grow with the length times the number of edits, at most
// maxEdits.
func align(a, b []token) []hunk {
	head := 0
	for head < len(a) && head < len(b) && a[head].key == b[head].key {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail].key == b[len(b)-1-tail].key {
		tail++
	}
	var out hunks
	out.add(0, head, 0, head, true)
	out.middle(a, b, head, len(a)-tail, len(b)-tail)
	out.add(len(a)-tail, len(a), len(b)-tail, len(b), true)
	return out
}

type hunks []hunk

// add appends a hunk, joining it with the one before when both are of a kind.
func (h *hunks) add(a0, a1, b0, b1 int, equal bool) {
	if a0 == a1 && b0 == b1 {
		return
	}
	if k := len(*h) - 1; k >= 0 && (*h)[k].equal == equal {
		(*h)[k].a1, (*h)[k].b1 = a1, b1
		return
	}
	*h = append(*h, hunk{a0, a1, b0, b1, equal})
}

// middle aligns a[from:aEnd] with b[from:bEnd].
func (h *hunks) middle(a, b []token, from, aEnd, bEnd int) {
	x, y := a[from:aEnd], b[from:bEnd]
	if len(x) == 0 || len(y) == 0 {
		h.add(from, aEnd, from, bEnd, false)
		return
	}
	trace, ok := edits(x, y)
	if !ok {
		h.add(from, aEnd, from, bEnd, false)
		return
	}
	for _, s := range path(trace, len(x), len(y)) {
		h.add(from+s.a0, from+s.a1, from+s.b0, from+s.b1, s.equal)
	}
}

// edits runs Myers' greedy search forwards. trace holds for each number of
// edits d how far the diagonals -d to d reach.
func edits(x, y []token) (trace [][]int32, ok bool) {
	n, m := len(x), len(y)
	v := []int32{0}
	for d := 0; d <= min(n+m, maxEdits, maxWork/(n+m)); d++ {
		row := make([]int32, 2*d+1)
		for k := -d; k <= d; k += 2 {
			i := 0
			if d > 0 {
				i = furthest(v, d, k)
			}
			j := i - k
			for i < n && j >= 0 && j < m && x[i].key == y[j].key {
				i, j = i+1, j+1
			}
			row[k+d] = int32(i)
			if i >= n && j >= m {
				return append(trace, row), true
			}
		}
		trace = append(trace, row)
		v = row
	}
	return nil, false
}

// furthest returns where diagonal k begins at d edits, from the row of d-1
// edits before.
func furthest(before []int32, d, k int) int {
	at := func(k int) int32 { // of diagonal k in the row before
		i := k + d - 1
		if i < 0 || i >= len(before) {
			return -1
		}
		return before[i]
	}
	if k == -d || k != d && at(k-1) < at(k+1) {
		return int(at(k + 1))
	}
	return int(at(k-1)) + 1
}

// path walks the trace back from the ends and returns its steps forwards.
func path(trace [][]int32, i, j int) []hunk {
	var out []hunk
	for d := len(trace) - 1; d > 0; d-- {
		k := i - j
		start := furthest(trace[d-1], d, k)
		if s := i - start; s > 0 {
			out = append(out, hunk{start, i, j - s, j, true})
		}
		i, j = start, start-k
		if down(trace[d-1], d, k) {
			out = append(out, hunk{i, i, j - 1, j, false})
			j--
		} else {
			out = append(out, hunk{i - 1, i, j, j, false})
			i--
		}
	}
	if i > 0 {
		out = append(out, hunk{0, i, 0, j, true})
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}

// down reports whether diagonal k was reached by adding a word of b.
func down(before []int32, d, k int) bool {
	at := func(k int) int32 {
		i := k + d - 1
		if i < 0 || i >= len(before) {
			return -1
		}
		return before[i]
	}
	return k == -d || k != d && at(k-1) < at(k+1)
}
