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

// clearly is how many times more must speak for one person of a surname than
// for the next, father and son say, for the surname to mean the first.
const clearly = 3

// owner returns the one of the nodes for whom clearly most speaks, or -1.
func (r *resolver) owner(i int, nodes []int) int {
	best, most, next := -1, 0, 0
	for _, n := range nodes {
		if r.d.apart(r.refs[i].key, r.refs[r.nodes[n].refs[0]].key) {
			continue
		}
		e := r.evidence(i, n)
		switch {
		case e > most:
			best, most, next = n, e, most
		case e > next:
			next = e
		}
	}
	if most == 0 {
		return r.onlyOne(i, nodes)
	}
	if most < clearly*next {
		return -1
	}
	return best
}

// onlyOne returns the one node of a surname that an article near ref i names
// in full, when it is of the same outlet or shares one name with it; -1 when
// there are two, or any that may be meant.
func (r *resolver) onlyOne(i int, nodes []int) int {
	best := -1
	me := &r.refs[i]
	if len(nodes) > maxCompared {
		return -1
	}
	for _, n := range nodes {
		k := r.known(n)
		if r.d.apart(me.key, r.refs[r.nodes[n].refs[0]].key) {
			continue
		}
		for _, art := range k.arts.near(me.art, sameStoryDays, r.around) {
			if !r.around.dated(me.art, art) || !r.sameOutlet(me.art, art) && r.around.common(me.art, art) == 0 {
				continue
			}
			if best >= 0 {
				return -1
			}
			best = n
			break
		}
	}
	if best < 0 || r.against(me, r.known(best)) {
		return -1
	}
	return best
}

// against reports whether gender or profession speak against it that ref is
// the node of which k is known.
func (r *resolver) against(me *ref, k *known) bool {
	if me.ent.Gender == name.Male && k.female || me.ent.Gender == name.Female && k.male {
		return true
	}
	for _, o := range me.ent.Roles {
		if p := profession(o.Title); p != "" && len(k.professions) > 0 && !k.professions[p] {
			return true
		}
	}
	return false
}

// sameOutlet reports whether two articles are of one known outlet.
func (r *resolver) sameOutlet(a, b int) bool {
	x := r.arts[a].Article.Outlet.String()
	return x != "" && x == r.arts[b].Article.Outlet.String()
}

// officeWeight is what an article that gives the same office counts for,
// against one of the same story.
const officeWeight = 4

// evidence counts what speaks for ref i being node n: articles of the same
// story that name n in full, and articles that give n the same office. Anything against it makes
// it 0.
func (r *resolver) evidence(i, n int) int {
	me := &r.refs[i]
	k := r.known(n)
	if me.ent.Gender == name.Male && k.female || me.ent.Gender == name.Female && k.male {
		return 0
	}
	sum := 0
	for _, o := range me.ent.Roles {
		sum = max(sum, officeWeight*k.offices[titleKey(o.Title)])
	}
	for _, art := range k.arts.near(me.art, sameStoryDays, r.around) {
		if r.around.common(me.art, art) >= sameStoryNames {
			sum++
		}
	}
	return sum
}

// A known is what the full mentions of a node say about it, gathered once.
type known struct {
	male, female bool
	offices      map[string]int // in how many mentions
	professions  map[string]bool
	arts         dayList
}

func (r *resolver) known(n int) *known {
	if k := r.facts[n]; k != nil {
		return k
	}
	k := &known{offices: map[string]int{}, professions: map[string]bool{}}
	for _, i := range r.nodes[n].refs {
		f := &r.refs[i]
		k.male = k.male || f.ent.Gender == name.Male
		k.female = k.female || f.ent.Gender == name.Female
		for _, o := range f.ent.Roles {
			k.offices[titleKey(o.Title)]++
			if p := profession(o.Title); p != "" {
				k.professions[p] = true
			}
		}
		k.arts.add(f.art, r.around)
	}
	k.arts.sort(r.around)
	r.facts[n] = k
	return k
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
		late := max(0, len(groups)-maxCompared) // the work stays linear
		k := slices.IndexFunc(groups[late:], func(g []int) bool { return r.sameAlone(i, g) })
		if k < 0 {
			groups = append(groups, []int{i})
			continue
		}
		groups[late+k] = append(groups[late+k], i)
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
