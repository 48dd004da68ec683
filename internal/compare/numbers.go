package compare

import (
	"cmp"
	"slices"
	"strings"

	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/number"
)

// Numbers clusters the numeric claims of each event and judges them: claims
// of one value and unit about the same thing, joined with those that give
// another value for it. Result sorted by id.
func Numbers(claims []*extract.Claims, events []dedupe.Event) []NumberCluster {
	byID := map[string]*extract.Claims{}
	for _, c := range claims {
		byID[c.Article.ID] = c
	}
	var out []NumberCluster
	for _, e := range events {
		for _, g := range clusterNumbers(claimsOf(e, byID)) {
			if len(g.members) > 1 {
				out = append(out, g.cluster())
			}
		}
	}
	slices.SortFunc(out, func(x, y NumberCluster) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// A claim is one number as it is compared.
type claim struct {
	*number.Number
	article string
	words   []string // of the concept, sorted
	bases   []string // that its article gives for this unit
}

// claimsOf lists the numbers of an event, sorted by id.
func claimsOf(e dedupe.Event, byID map[string]*extract.Claims) []claim {
	var out []claim
	for _, id := range e.Articles {
		c := byID[id]
		if c == nil {
			continue
		}
		bases := map[string][]string{}
		for i := range c.Numbers {
			if n := &c.Numbers[i]; n.Base != "" {
				bases[n.Unit] = append(bases[n.Unit], n.Base)
			}
		}
		for i := range c.Numbers {
			n := &c.Numbers[i]
			out = append(out, claim{n, id, conceptWords(n), bases[n.Unit]})
		}
	}
	slices.SortFunc(out, func(x, y claim) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// idle words stand in a concept without telling what is measured.
var idle = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "in": true, "on": true, "to": true, "its": true, "their": true, "our": true,
	"his": true, "her": true, "for": true, "by": true, "and": true, "own": true, "new": true, "with": true, "at": true, "from": true,
}

// conceptWords returns what a number measures as a set of words.
func conceptWords(n *number.Number) []string {
	var out []string
	for _, t := range tokens(n.Concept) {
		if k := singular(t.key); !idle[k] {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// A group is a number cluster in the making.
type group struct {
	members []claim
	verdict Verdict
}

// clusterNumbers groups claims of one event, in the order of their first
// member.
func clusterNumbers(claims []claim) []*group {
	groups := sameValues(claims)
	return joinConflicts(groups)
}

// sameValues groups claims that give one value in one unit for what may be
// one thing.
func sameValues(claims []claim) []*group {
	type key struct{ unit, value, top string }
	by := map[key][]*group{}
	var out []*group
	for _, c := range claims {
		k := key{c.Unit, plain(c.Value), top(c)}
		i := slices.IndexFunc(by[k], func(g *group) bool { return sameThing(g.members[0], c) })
		if i >= 0 {
			by[k][i].members = append(by[k][i].members, c)
			continue
		}
		g := &group{members: []claim{c}}
		by[k] = append(by[k], g)
		out = append(out, g)
	}
	return out
}

// plain writes a value without zeros behind the point.
func plain(d number.Decimal) string {
	s := d.String()
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func top(c claim) string {
	if !c.HasMax {
		return ""
	}
	return plain(c.ValueMax)
}

// sameThing reports whether two claims of one value in one event are about
// one quantity. A value with two digits or more is not met twice by chance; a
// rounder one must measure the same.
func sameThing(x, y claim) bool {
	if digits(plain(x.Value)) >= 2 || len(x.words) == 0 || len(y.words) == 0 {
		return true
	}
	return common(x.words, y.words) > 0 || x.Base != "" && sameBase(x.Base, y.Base)
}

// digits counts the digits of a value that are not zeros at its ends.
func digits(s string) int {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "-"), ".", "")
	return len(strings.Trim(s, "0"))
}

// common counts the words two sorted sets share.
func common(x, y []string) int {
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch c := strings.Compare(x[i], y[j]); {
		case c == 0:
			n, i, j = n+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return n
}

// joinConflicts joins groups of different values for one quantity, and judges
// each.
func joinConflicts(groups []*group) []*group {
	for i, g := range groups {
		if g == nil {
			continue
		}
		g.verdict = judge(g.members)
		for j := i + 1; j < len(groups); j++ {
			h := groups[j]
			if h == nil {
				continue
			}
			if v := conflict(g, h); v != "" {
				g.members = append(g.members, h.members...)
				g.verdict = v
				groups[j] = nil
			}
		}
	}
	return slices.DeleteFunc(groups, func(g *group) bool { return g == nil })
}

// cluster gives the group its record.
func (g *group) cluster() NumberCluster {
	c := NumberCluster{Verdict: g.verdict, Measure: measure(g.members)}
	for _, m := range g.members {
		c.Members = append(c.Members, m.ID)
	}
	slices.Sort(c.Members)
	c.ID = dedupe.GroupID("nc:", c.Members)
	return c
}

// measure names what a group measures: the concept most members give, then
// the shortest.
func measure(members []claim) string {
	count := map[string]int{}
	var names []string
	for _, m := range members {
		if m.Concept == "" {
			continue
		}
		if count[m.Concept] == 0 {
			names = append(names, m.Concept)
		}
		count[m.Concept]++
	}
	if len(names) == 0 {
		return ""
	}
	return slices.MinFunc(names, func(x, y string) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(len(x), len(y)), strings.Compare(x, y))
	})
}
