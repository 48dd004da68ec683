package dedupe

import (
	"cmp"
	"slices"
	"strings"

	"inquit/article"
	"inquit/extract"
)

// Articles meet as candidates for one event through their most telling
// features.
const (
	tellingWords   = 30
	tellingNames   = 12
	leastTelling   = 2    // that two articles share before they are compared
	mostRivals     = 64   // articles that one is compared with, those that share most
	leastChance    = 0.02 // below it a pair counts as nothing
	rareEnough     = 2.0  // a feature more common than this tells nothing
	tellingNumbers = 4
)

// Events groups claims by the event they report. Copies always share their
// event. Result sorted by id.
func Events(claims []*extract.Claims, copies []CopyGroup) []Event {
	cs := sorted(claims)
	arts := articlesOf(cs)
	label := eventLabels(arts, copies, shippedTable(), shippedModel())
	out := make([]Event, 0, len(arts))
	for _, members := range groupsOf(label) {
		out = append(out, describe(cs, members))
	}
	slices.SortFunc(out, func(x, y Event) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// eventLabels clusters articles, sorted by id. Each copy group is looked at
// through its original.
func eventLabels(arts []*article.Article, copies []CopyGroup, t *table, m *model) []int32 {
	stand := standIns(arts, copies)
	var reps []int32
	at := make([]int32, len(arts))
	for i, s := range stand {
		if int(s) == i {
			at[i] = int32(len(reps))
			reps = append(reps, s)
		}
	}
	ps := make([]profile, len(reps))
	for i, r := range reps {
		ps[i] = profileOf(arts[r], t)
	}
	joined := eventsOf(ps, ones(len(ps)), t, m)
	label := make([]int32, len(arts))
	for i, s := range stand {
		label[i] = reps[joined[at[s]]]
	}
	return label
}

// coreChance is the average chance from which articles count as one in the
// search for more of their event.
const coreChance = 0.8

// eventsOf clusters profiles, each standing for so many articles. Where an
// event is so big that its articles cannot all be compared, those that are
// surely one are joined first, and the search goes on with one of each.
func eventsOf(ps []profile, weight []int, t *table, m *model) []int32 {
	edges, crowded := eventEdges(ps, t, m)
	if crowded {
		core := link(len(ps), weight, edges, linking{coreChance, 1})
		if groups := groupsOf(core); len(groups) < len(ps)*9/10 {
			return eventsOfCores(ps, weight, groups, t, m)
		}
	}
	return link(len(ps), weight, edges, linking{m.threshold, 1})
}

// eventsOfCores clusters the first members of groups and gives the others
// their labels.
func eventsOfCores(ps []profile, weight []int, groups [][]int32, t *table, m *model) []int32 {
	first := make([]profile, len(groups))
	heavy := make([]int, len(groups))
	for g, members := range groups {
		first[g] = ps[members[0]]
		for _, i := range members {
			heavy[g] += weight[i]
		}
	}
	out := make([]int32, len(ps))
	for g, l := range eventsOf(first, heavy, t, m) {
		for _, i := range groups[g] {
			out[i] = groups[l][0]
		}
	}
	return out
}

func ones(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = 1
	}
	return out
}

// standIns returns for each article the one that stands for its copy group.
func standIns(arts []*article.Article, copies []CopyGroup) []int32 {
	where := make(map[string]int32, len(arts))
	out := make([]int32, len(arts))
	for i, a := range arts {
		where[a.ID], out[i] = int32(i), int32(i)
	}
	for _, g := range copies {
		rep, ok := where[g.Original]
		if !ok {
			continue
		}
		for _, m := range g.Members {
			if i, ok := where[m.Article]; ok {
				out[i] = rep
			}
		}
	}
	return out
}

// eventEdges compares the articles that share telling features. crowded says
// that there were too many with one feature to compare each with each.
func eventEdges(ps []profile, t *table, m *model) (out []edge, crowded bool) {
	var posts []post
	for i := range ps {
		for _, k := range telling(&ps[i], t) {
			posts = append(posts, post{k, int32(i)})
		}
	}
	x := newInverted(len(ps), posts, byDay(ps))
	x.pairs(leastTelling, mostRivals, func(a, b int32, _ int) {
		if p := m.chance(features(&ps[a], &ps[b])); p >= leastChance {
			out = append(out, edge{a, b, p})
		}
	})
	return out, x.crowded()
}

// byDay ranks articles by their day, so that in a long bucket those of one
// week are neighbours.
func byDay(ps []profile) []int32 {
	order := make([]int32, len(ps))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return cmp.Compare(ps[x].day, ps[y].day) })
	out := make([]int32, len(ps))
	for r, i := range order {
		out[i] = int32(r)
	}
	return out
}

// telling returns the features that say most about an article.
func telling(p *profile, t *table) []uint32 {
	out := make([]uint32, 0, tellingWords+tellingNames+tellingNumbers)
	out = top(out, p.words, tellingWords, t)
	out = top(out, p.names, tellingNames, t)
	n := slices.Clone(p.numbers)
	slices.SortFunc(n, func(x, y rareWord) int {
		return cmp.Or(cmp.Compare(y.rarity, x.rarity), cmp.Compare(x.key, y.key))
	})
	for _, x := range n[:min(tellingNumbers, len(n))] {
		out = append(out, x.key)
	}
	return out
}

// top appends the n heaviest features of v that are rare enough.
func top(out []uint32, v vector, n int, t *table) []uint32 {
	s := slices.Clone(v)
	slices.SortFunc(s, func(x, y term) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.key, y.key))
	})
	for _, x := range s[:min(n, len(s))] {
		if t.rarity(x.key) >= rareEnough {
			out = append(out, x.key)
		}
	}
	return out
}
