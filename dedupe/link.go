package dedupe

import "container/heap"

// An edge says how alike two items are, a < b. Pairs without an edge are not
// alike at all.
type edge struct {
	a, b int32
	sim  float64
}

// A linking says how link joins clusters.
type linking struct {
	least float64 // average likeness that joins two clusters
	// doubt is how much a pair without an edge counts in the average: 1 when
	// no edge means not alike, less when it may mean not compared, as two
	// pieces of one statement have no word in common.
	doubt float64
}

// link clusters n items by average linkage over sparse edges: the two
// clusters whose members are most alike on average are joined, as long as
// that average is at least o.least. weight says for how many each item
// stands; nil means one each. It returns for each item the smallest item of
// its cluster.
//
// Clusters that share no edge never meet, so the result inside a connected
// component does not depend on the rest. Items must be in an order of their
// own (by id): ties go to the smaller items.
func link(n int, weight []int, edges []edge, o linking) []int32 {
	l := newLinkage(n, weight, edges, o.doubt)
	for l.heap.Len() > 0 {
		l.join(heap.Pop(&l.heap).(edge), o.least)
	}
	out := make([]int32, n)
	for i := range out {
		out[i] = l.low[l.find(int32(i))]
	}
	return out
}

// A linkage is the state of link: a forest of clusters, and between them the
// sums of their members' similarities.
type linkage struct {
	parent []int32
	low    []int32             // smallest member, by root
	weight []float64           // by root
	sums   []map[int32]between // by root, to other roots
	doubt  float64
	heap   edgeHeap // every pair of neighbours, each at least as good as it is now
}

// A between sums up the edges between two clusters.
type between struct{ sim, pairs float64 }

func newLinkage(n int, weight []int, edges []edge, doubt float64) *linkage {
	l := &linkage{
		parent: make([]int32, n), low: make([]int32, n), weight: make([]float64, n),
		sums: make([]map[int32]between, n), doubt: doubt, heap: make(edgeHeap, 0, len(edges)),
	}
	for i := range l.parent {
		l.parent[i], l.low[i], l.weight[i] = int32(i), int32(i), 1
		if weight != nil {
			l.weight[i] = float64(weight[i])
		}
	}
	for _, e := range edges {
		pairs := l.weight[e.a] * l.weight[e.b]
		sum := between{e.sim * pairs, pairs}
		l.sum(e.a)[e.b] = sum
		l.sum(e.b)[e.a] = sum
		l.heap = append(l.heap, e)
	}
	heap.Init(&l.heap)
	return l
}

// sum returns the map of a root, made when first needed.
func (l *linkage) sum(i int32) map[int32]between {
	if l.sums[i] == nil {
		l.sums[i] = map[int32]between{}
	}
	return l.sums[i]
}

func (l *linkage) find(i int32) int32 {
	for l.parent[i] != i {
		l.parent[i] = l.parent[l.parent[i]]
		i = l.parent[i]
	}
	return i
}

// join merges the clusters of e if e still tells how alike they are. A join
// elsewhere can only have made an average worse than the better of its parts,
// so an outdated edge goes back with its present value.
func (l *linkage) join(e edge, least float64) {
	a, b := l.find(e.a), l.find(e.b)
	if a == b {
		return
	}
	now := l.edge(a, b)
	switch {
	case now.sim < least:
	case now != e:
		heap.Push(&l.heap, now)
	default:
		l.merge(a, b)
	}
}

// edge returns the present edge between two roots, named by their smallest
// members.
func (l *linkage) edge(a, b int32) edge {
	s := l.sums[a][b]
	sim := s.sim / (s.pairs + l.doubt*(l.weight[a]*l.weight[b]-s.pairs))
	x, y := l.low[a], l.low[b]
	return edge{min(x, y), max(x, y), sim}
}

// merge makes one cluster of two roots; the one with fewer neighbours goes
// into the other.
func (l *linkage) merge(a, b int32) {
	if len(l.sums[a]) < len(l.sums[b]) {
		a, b = b, a
	}
	l.parent[b] = a
	l.low[a] = min(l.low[a], l.low[b])
	l.weight[a] += l.weight[b]
	into := l.sums[a]
	delete(into, b)
	for c, s := range l.sums[b] {
		if c == a {
			continue
		}
		into[c] = between{into[c].sim + s.sim, into[c].pairs + s.pairs}
		delete(l.sums[c], b)
		l.sums[c][a] = into[c]
	}
	l.sums[b] = nil
}

// An edgeHeap holds the best edge on top; of equal ones that of the smallest
// items.
type edgeHeap []edge

func (h edgeHeap) Len() int      { return len(h) }
func (h edgeHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h edgeHeap) Less(i, j int) bool {
	x, y := h[i], h[j]
	switch {
	case x.sim != y.sim:
		return x.sim > y.sim
	case x.a != y.a:
		return x.a < y.a
	}
	return x.b < y.b
}

func (h *edgeHeap) Push(e any) { *h = append(*h, e.(edge)) }
func (h *edgeHeap) Pop() any {
	old := *h
	e := old[len(old)-1]
	*h = old[:len(old)-1]
	return e
}
