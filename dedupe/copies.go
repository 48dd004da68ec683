package dedupe

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
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
	fewGrams         = 30 // a shorter text counts as this long: two stock sentences are no copy
)

// sampleMask picks the grams through which copies find each other: one in
// four, the same in every text.
const sampleMask = 3

// leastSampled is how many sampled grams two texts share before they are
// compared in full.
const leastSampled = 2

// tight is the resemblance from which two texts count as one in the search
// for others, so that a text in a thousand outlets is compared once.
const tight = 0.6

// Copies groups the near-copies among claims; an article without any is in no
// group. Result sorted by id.
func Copies(claims []*extract.Claims) []CopyGroup {
	arts := articlesOf(claims)
	sigs := make([]signature, len(arts))
	for i, a := range arts {
		sigs[i] = sign(a)
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
		if sim := likeness(sigs[reps[a]], sigs[reps[b]], o); sim > 0 {
			edges = append(edges, edge{a, b, sim})
		}
	})
	joined := link(len(reps), weight, edges, linking{leastResemblance, 1})
	for i := range label {
		label[i] = reps[joined[at[stand[i]]]]
	}
	return label
}

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
	var posts []post
	for i, s := range which {
		for _, g := range sigs[s].grams {
			if (g>>1)&sampleMask == 0 {
				posts = append(posts, post{uint64(g >> 1), int32(i)})
			}
		}
	}
	newInverted(len(which), posts, ranks(sigs, which)).pairs(leastSampled, 0, func(a, b int32, _ int) {
		f(a, b, shared(sigs[which[a]].grams, sigs[which[b]].grams))
	})
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
