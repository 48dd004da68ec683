package people

import (
	"slices"

	"inquit/extract/name"
)

// Evidence that a bare surname is the person who has it elsewhere.
const (
	sameStoryDays  = 14 // articles further apart are about another thing
	sameStoryNames = 2  // full names and bodies that both articles have
)

// surnames finds whom articles mean that give one name only. It joins the one
// person of that surname for whom there is further evidence: the same office,
// or the same story. Otherwise it stays by itself.
func (r *resolver) surnames() {
	for _, g := range r.grouped(func(f *ref) bool { return f.ent.Kind == name.Person && !isFull(f.key) }) {
		var left []int
		known := slices.Clone(r.byLast[r.refs[g[0]].key])
		for _, i := range g {
			if n := r.owner(i, known); n >= 0 {
				r.put(n, i)
			} else {
				left = append(left, i)
			}
		}
		r.alone(left)
	}
}

// owner returns the only one of the nodes that fits a ref, or -1.
func (r *resolver) owner(i int, nodes []int) int {
	found := -1
	for _, n := range nodes {
		if !r.fits(i, n) || r.d.apart(r.refs[i].key, r.refs[r.nodes[n].refs[0]].key) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = n
	}
	return found
}

// fits reports whether there is evidence that ref i is node n and none
// against it.
func (r *resolver) fits(i, n int) bool {
	me := &r.refs[i]
	evidence := false
	compared := 0
	for _, k := range r.nodes[n].refs {
		other := &r.refs[k]
		if !isFull(other.key) {
			continue
		}
		if contradict(sideOf(me.ent), sideOf(other.ent), true) {
			return false
		}
		if evidence || compared >= maxCompared {
			continue
		}
		if sameOffice(me.ent, other.ent) {
			evidence = true
		} else if r.around.near(me.art, other.art, sameStoryDays) {
			compared++
			evidence = r.around.common(me.art, other.art) >= sameStoryNames
		}
	}
	return evidence
}

// sameOffice reports whether both entities have the same role.
func sameOffice(x, y *name.Entity) bool {
	for _, a := range x.Roles {
		for _, b := range y.Roles {
			if titleKey(a.Title) == titleKey(b.Title) {
				return true
			}
		}
	}
	return false
}

// alone makes nodes of the refs of a single name that nobody owns: one for
// those that the same office or story ties together. If that leaves several,
// each is told apart by its first article.
func (r *resolver) alone(refs []int) {
	groups := make([][]int, 0, len(refs))
	for _, i := range refs {
		k := slices.IndexFunc(groups, func(g []int) bool { return r.sameAlone(i, g) })
		if k < 0 || len(groups) > maxCompared && k > maxCompared {
			groups = append(groups, []int{i})
			continue
		}
		groups[k] = append(groups[k], i)
	}
	for _, g := range groups {
		apart := ""
		if len(groups) > 1 {
			apart = r.arts[r.refs[g[0]].art].Article.ID
		}
		r.add(name.Person, g, apart)
	}
}

// sameAlone reports whether ref i is the one that the refs of g are.
func (r *resolver) sameAlone(i int, g []int) bool {
	evidence := false
	for _, k := range g[:min(len(g), maxCompared)] {
		x, y := &r.refs[i], &r.refs[k]
		if contradict(sideOf(x.ent), sideOf(y.ent), true) {
			return false
		}
		evidence = evidence || sameOffice(x.ent, y.ent) ||
			r.around.near(x.art, y.art, sameStoryDays) && r.around.common(x.art, y.art) >= sameStoryNames
	}
	return evidence
}
