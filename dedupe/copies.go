package dedupe

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
	"slices"
	"strings"

	"inquit/article"
	"inquit/extract"
)

// Two texts are copies when they share three tenths of the shorter one or an
// eighth of what either has, quoted words left out. The first finds cuts and
// briefs, the second excerpts and bad scans; a report built on a press release
// stays below both.
const (
	leastContainment = 0.30
	leastResemblance = 0.13
	fewGrams         = 16 // a shorter text counts as this long: two stock sentences are no copy
)

// leastLike is the likeness below which a pair counts as not compared: two
// pieces of one text share nothing, or a stock phrase.
const leastLike = 0.04

// leastAlone is the likeness from which a text left alone joins a group.
const leastAlone = 0.16

// sampleMask picks the grams through which copies find each other: every
// other one, the same in every text.
const sampleMask = 1

// leastSampled is how many sampled grams two texts share before they are
// compared in full.
const leastSampled = 2

// tight is the resemblance from which two texts count as one in the search
// for others, so that a text in a thousand outlets is compared once.
const tight = 0.8

// Copies groups the near-copies among claims; an article without any is in no
// group. Result sorted by id.
func Copies(claims []*extract.Claims) []CopyGroup {
	arts := articlesOf(claims)
	sigs := make([]signature, len(arts))
	var s signer
	for i, a := range arts {
		sigs[i] = s.sign(a)
	}
	label := copyLabels(sigs)
	var out []CopyGroup
	for _, members := range groupsOf(label) {
		if len(members) > 1 {
			out = append(out, copyGroup(arts, sigs, members))
		}
	}
	slices.SortFunc(out, func(x, y CopyGroup) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// articlesOf returns the articles of claims sorted by id, each once.
func articlesOf(claims []*extract.Claims) []*article.Article {
	out := make([]*article.Article, 0, len(claims))
	for _, c := range sorted(claims) {
		out = append(out, c.Article)
	}
	return out
}

// sorted returns the claims of each article once, sorted by its id.
func sorted(claims []*extract.Claims) []*extract.Claims {
	out := slices.DeleteFunc(slices.Clone(claims), func(c *extract.Claims) bool { return c == nil || c.Article == nil })
	slices.SortStableFunc(out, func(x, y *extract.Claims) int { return strings.Compare(x.Article.ID, y.Article.ID) })
	return slices.CompactFunc(out, func(x, y *extract.Claims) bool { return x.Article.ID == y.Article.ID })
}

// copyLabels clusters signatures: first the texts that are one and the same,
// then their stand-ins by average linkage.
func copyLabels(sigs []signature) []int32 {
	stand := knots(sigs)
	label := slices.Clone(stand)
	var reps []int32
	weight := make([]int, 0, len(sigs))
	at := make([]int32, len(sigs))
	for i, s := range stand {
		if int(s) == i {
			at[i] = int32(len(reps))
			reps = append(reps, s)
			weight = append(weight, 0)
		}
		weight[at[s]]++
	}
	var edges []edge
	eachCandidate(sigs, reps, func(a, b int32, o overlap) {
		if sim := likeness(sigs[reps[a]], sigs[reps[b]], o); sim >= leastLike {
			edges = append(edges, edge{a, b, sim})
		}
	})
	joined := link(len(reps), weight, edges, linking{leastResemblance, piecesDoubt})
	attach(joined, edges, leastAlone)
	for i := range label {
		label[i] = reps[joined[at[stand[i]]]]
	}
	return label
}

// attach gives each item that is left alone the label of the one it is most
// like, if that is in a group and so alike: a brief and an excerpt are copies
// of the whole, though like none of its other copies.
func attach(label []int32, edges []edge, least float64) {
	size := make([]int32, len(label))
	for _, l := range label {
		size[l]++
	}
	best := make([]edge, len(label))
	for _, e := range edges {
		for _, side := range [2]edge{e, {e.b, e.a, e.sim}} {
			if e.sim >= least && size[label[side.a]] == 1 && size[label[side.b]] > 1 && closer(side, best[side.a]) {
				best[side.a] = side
			}
		}
	}
	to := slices.Clone(label)
	for i, e := range best {
		if e.sim > 0 {
			to[i] = label[e.b]
		}
	}
	copy(label, to)
}

func closer(x, y edge) bool { return x.sim > y.sim || x.sim == y.sim && x.b < y.b }

// likeness is how alike two texts are, on the scale of resemblance.
func likeness(x, y signature, o overlap) float64 {
	part := float64(o.own) / float64(max(fewGrams, min(x.own, y.own)))
	whole := float64(o.own) / float64(max(fewGrams, x.own+y.own-o.own))
	return max(part-leastContainment+leastResemblance, whole)
}

// knots returns for each signature the first one that is nearly the same
// text.
func knots(sigs []signature) []int32 {
	u := newUnion(len(sigs))
	first := map[string]int32{}
	var distinct []int32
	for i, s := range sigs {
		if len(s.grams) == 0 {
			continue // a text without words is like no other
		}
		key := s.key()
		if j, ok := first[key]; ok {
			u.join(j, int32(i))
			continue
		}
		first[key] = int32(i)
		distinct = append(distinct, int32(i))
	}
	eachCandidate(sigs, distinct, func(a, b int32, o overlap) {
		x, y := distinct[a], distinct[b]
		if float64(o.all) >= tight*float64(max(fewGrams, len(sigs[x].grams)+len(sigs[y].grams)-o.all)) {
			u.join(x, y)
		}
	})
	return u.labels()
}

// eachCandidate calls f for the pairs of items (places in which, which lists
// signatures) that share enough sampled grams, with their full overlap.
func eachCandidate(sigs []signature, which []int32, f func(a, b int32, o overlap)) {
	posts := sharedPosts(sigs, which)
	newInverted(len(which), posts, ranks(sigs, which)).pairs(leastSampled, 0, func(a, b int32, _ int) {
		f(a, b, shared(sigs[which[a]].grams, sigs[which[b]].grams))
	})
}

// sharedPosts returns the posts of the sampled grams that two or more of the
// texts have, and of a few others. Most grams stand in one text only; leaving
// them out first keeps the index small.
func sharedPosts(sigs []signature, which []int32) []post {
	n := 0
	for _, s := range which {
		n += len(sigs[s].grams)
	}
	seen := newTwice(n / (sampleMask + 1))
	for _, s := range which {
		for _, g := range sigs[s].grams {
			if sampled(g) {
				seen.add(g >> 1)
			}
		}
	}
	n = 0
	for _, s := range which {
		for _, g := range sigs[s].grams {
			if sampled(g) && seen.more(g>>1) {
				n++
			}
		}
	}
	posts := make([]post, 0, n)
	for i, s := range which {
		for _, g := range sigs[s].grams {
			if sampled(g) && seen.more(g>>1) {
				posts = append(posts, post{g >> 1, int32(i)})
			}
		}
	}
	return posts
}

func sampled(g uint32) bool { return (g>>1)&sampleMask == 0 }

// twice tells which of many keys were added more than once; of a few it says
// so wrongly.
type twice struct {
	once, again []uint64
	shift       uint
}

// newTwice has room for n keys: four bits for each, in a power of two.
func newTwice(n int) *twice {
	size := bits.Len(uint(4*n) | 1<<10)
	words := 1 << (size - 6)
	return &twice{make([]uint64, words), make([]uint64, words), uint(32 - min(size, 32))}
}

func (t *twice) place(key uint32) (word int, bit uint64) {
	h := (key * 0x9e3779b1) >> t.shift
	return int(h >> 6), 1 << (h & 63)
}

func (t *twice) add(key uint32) {
	w, b := t.place(key)
	t.again[w] |= t.once[w] & b
	t.once[w] |= b
}

// more reports whether key was added more than once.
func (t *twice) more(key uint32) bool {
	w, b := t.place(key)
	return t.again[w]&b != 0
}

// ranks orders texts so that the most alike are neighbours: by their smallest
// grams, which like texts share most likely.
func ranks(sigs []signature, which []int32) []int32 {
	order := make([]int32, len(which))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(slices.Compare(head(sigs[which[x]].grams), head(sigs[which[y]].grams)), cmp.Compare(x, y))
	})
	out := make([]int32, len(which))
	for r, i := range order {
		out[i] = int32(r)
	}
	return out
}

func head(g []uint32) []uint32 { return g[:min(4, len(g))] }

// groupsOf returns the members of each label, in the order of the labels.
func groupsOf(label []int32) [][]int32 {
	at := map[int32]int{}
	var out [][]int32
	for i, l := range label {
		k, ok := at[l]
		if !ok {
			k = len(out)
			at[l] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], int32(i))
	}
	return out
}

// GroupID names a group by its members' ids: prefix and 16 hex digits of the
// hash of the sorted ids.
func GroupID(prefix string, members []string) string {
	s := slices.Clone(members)
	slices.Sort(s)
	sum := sha256.Sum256([]byte(strings.Join(s, "\n")))
	return prefix + hex.EncodeToString(sum[:8])
}
