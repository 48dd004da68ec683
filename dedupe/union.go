package dedupe

// A union is a forest of sets of items; each set is known by its smallest.
type union struct{ parent []int32 }

func newUnion(n int) *union {
	u := &union{make([]int32, n)}
	for i := range u.parent {
		u.parent[i] = int32(i)
	}
	return u
}

func (u *union) find(i int32) int32 {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

// join makes one set of two.
func (u *union) join(a, b int32) {
	a, b = u.find(a), u.find(b)
	u.parent[max(a, b)] = min(a, b)
}

// labels returns for each item the smallest of its set.
func (u *union) labels() []int32 {
	out := make([]int32, len(u.parent))
	for i := range out {
		out[i] = u.find(int32(i))
	}
	return out
}
