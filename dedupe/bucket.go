package dedupe

import (
	"cmp"
	"slices"
)

// A post says that an item has a feature.
type post struct {
	key  uint32
	item int32
}

// An inverted index says which items share a feature. Items of one bucket
// stand in the order of their rank.
type inverted struct {
	posts []post    // by key, rank of the item
	at    [][]int32 // by item: the places of its posts
}

// newInverted indexes the features of n items. rank orders items inside a
// bucket so that those most likely alike are neighbours; nil keeps the order
// of the items.
func newInverted(n int, posts []post, rank []int32) *inverted {
	of := func(i int32) int32 {
		if rank == nil {
			return i
		}
		return rank[i]
	}
	slices.SortFunc(posts, func(x, y post) int {
		switch {
		case x.key < y.key:
			return -1
		case x.key > y.key:
			return 1
		}
		return int(of(x.item)) - int(of(y.item))
	})
	posts = slices.Compact(posts)
	count := make([]int32, n)
	for _, p := range posts {
		count[p.item]++
	}
	flat := make([]int32, len(posts))
	at := make([][]int32, n)
	used := 0
	for i := range at {
		at[i] = flat[used : used : used+int(count[i])]
		used += int(count[i])
	}
	for k, p := range posts {
		at[p.item] = append(at[p.item], int32(k))
	}
	return &inverted{posts, at}
}

// Buckets longer than maxBucket are not compared each with each: there an
// item meets only the next nearBucket. This keeps the work linear when one
// text stands in a hundred thousand articles.
const (
	maxBucket  = 64
	nearBucket = 8
)

// pairs calls f for each pair of items that share least features or more, with
// how many they share, in the order of the first item; each pair once. Of the
// items that come after one, at most most are taken: those that share most
// with it, 0 for all.
func (x *inverted) pairs(least, most int, f func(a, b int32, shared int)) {
	count := make([]int32, len(x.at))
	var met []int32
	for i := range x.at {
		met = met[:0]
		for _, k := range x.at[i] {
			first, last := x.reach(int(k))
			for _, p := range x.posts[first:last] {
				if int(p.item) <= i {
					continue
				}
				if count[p.item] == 0 {
					met = append(met, p.item)
				}
				count[p.item]++
			}
		}
		for _, j := range strongest(met, count, least, most) {
			f(int32(i), j, int(count[j]))
		}
		for _, j := range met {
			count[j] = 0
		}
	}
}

// strongest returns the items with least or more, at most most of them,
// sorted.
func strongest(met, count []int32, least, most int) []int32 {
	out := slices.DeleteFunc(slices.Clone(met), func(j int32) bool { return int(count[j]) < least })
	if most > 0 && len(out) > most {
		slices.SortFunc(out, func(a, b int32) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
		out = out[:most]
	}
	slices.Sort(out)
	return out
}

// crowded reports whether a bucket is too long to compare each with each.
func (x *inverted) crowded() bool {
	for i := maxBucket; i < len(x.posts); i++ {
		if x.posts[i].key == x.posts[i-maxBucket].key {
			return true
		}
	}
	return false
}

// reach returns which posts of its bucket post k is compared with.
func (x *inverted) reach(k int) (first, last int) {
	if x.sameKey(k, k-maxBucket) || x.sameKey(k, k+maxBucket) {
		return x.edges(k, nearBucket)
	}
	if first, last = x.edges(k, maxBucket); last-first > maxBucket {
		return x.edges(k, nearBucket)
	}
	return first, last
}

func (x *inverted) sameKey(k, other int) bool {
	return 0 <= other && other < len(x.posts) && x.posts[other].key == x.posts[k].key
}

// edges returns the range of post k's bucket, at most far to either side.
func (x *inverted) edges(k, far int) (first, last int) {
	first, last = k, k+1
	for k-first < far && x.sameKey(k, first-1) {
		first--
	}
	for last-k <= far && x.sameKey(k, last) {
		last++
	}
	return first, last
}
