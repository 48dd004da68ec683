package people

import (
	"slices"
	"strings"

	"inquit/extract/name"
)

// fullNames makes one node of each full name, or several where gender or
// profession say that two people have it.
func (r *resolver) fullNames() {
	for _, g := range r.grouped(func(f *ref) bool { return f.ent.Kind == name.Person && isFull(f.key) }) {
		key := r.refs[g[0]].key
		for _, p := range r.split(g) {
			n := r.add(name.Person, p.refs, p.apart)
			r.byKey[key] = append(r.byKey[key], n)
			r.byLast[surname(key)] = append(r.byLast[surname(key)], n)
		}
	}
	r.fullerForms()
}

// fullerForms joins two forms of one name, one with a name between first and
// last or with the first name short, when they are in the same story or have
// the same office: "Ada Hill Brook" and "Ada Brook", "Tom" and "Thomas Reed".
// Father and son stay apart, and so do three forms that may be two people.
func (r *resolver) fullerForms() {
	forms := map[string][]string{}
	for _, k := range sortedKeys(r.byKey) {
		if words := strings.Fields(k); len(r.byKey[k]) == 1 && !suffixes[words[len(words)-1]] {
			forms[bareKey(k)] = append(forms[bareKey(k)], k)
		}
	}
	for _, bare := range sortedKeys(forms) {
		keys := forms[bare]
		for i, x := range keys {
			for _, y := range keys[i+1:] {
				r.joinForms(x, y, len(keys) == 2)
			}
		}
	}
}

// joinForms joins the nodes of two keys if one is a form of the other. If they
// are the sole forms, and one has only a name between more, nothing needs to
// speak for it, as long as nothing speaks against it.
func (r *resolver) joinForms(x, y string, sole bool) {
	a, b := r.root(r.byKey[x][0]), r.root(r.byKey[y][0])
	if a == b || len(strings.Fields(x)) > 2 && len(strings.Fields(y)) > 2 || r.d.apart(x, y) {
		return
	}
	if !r.related(a, b) && (!sole || !sameEnds(x, y) || r.opposed(a, b)) {
		return
	}
	r.merge(a, b)
	delete(r.facts, a)
	s := surname(y)
	r.byLast[s] = slices.DeleteFunc(r.byLast[s], func(n int) bool { return n == b })
}

// sameEnds reports whether two keys have the same first and last word.
func sameEnds(x, y string) bool {
	a, b := strings.Fields(x), strings.Fields(y)
	return a[0] == b[0] && a[len(a)-1] == b[len(b)-1]
}

// opposed reports whether gender or profession say that two nodes are two
// people.
func (r *resolver) opposed(a, b int) bool {
	xs, ys := r.nodes[a].refs, r.nodes[b].refs
	for _, i := range xs[:min(len(xs), maxCompared)] {
		for _, k := range ys[:min(len(ys), maxCompared)] {
			if contradict(sideOf(r.refs[i].ent), sideOf(r.refs[k].ent), false) {
				return true
			}
		}
	}
	return false
}

// related reports whether anything says that two nodes are one person, and
// nothing says they are not.
func (r *resolver) related(a, b int) bool {
	x, y := r.known(a), r.known(b)
	if x.male && y.female || x.female && y.male {
		return false
	}
	refs := r.nodes[b].refs
	return slices.ContainsFunc(refs[:min(len(refs), maxCompared)], func(i int) bool { return r.evidence(i, a) > 0 })
}

// A part is one of the people who have the same name.
type part struct {
	refs  []int
	apart string // "" for the one most articles know
}

// split divides the refs of one name by what cannot be one person. Those that
// say nothing go with the people most articles know.
func (r *resolver) split(refs []int) []part {
	side := make([]string, len(refs))
	kinds := map[string]bool{}
	for i, k := range refs {
		side[i] = sideOf(r.refs[k].ent)
		if side[i] != "" {
			kinds[side[i]] = true
		}
	}
	if len(kinds) < 2 {
		return []part{{refs: refs}}
	}
	joined := r.joinSides(refs, side, sortedKeys(kinds))
	return r.parts(refs, side, joined)
}

// sideOf sums up what an entity's article says that another person of the
// same name would contradict: "f" or "m", and a profession.
func sideOf(e *name.Entity) string {
	var side string
	switch e.Gender {
	case name.Male:
		side = "m"
	case name.Female:
		side = "f"
	}
	for _, role := range e.Roles {
		if p := profession(role.Title); p != "" {
			return side + " " + p
		}
	}
	return side
}

// contradict reports whether two sides cannot be one person: different
// gender, or different professions where nothing else connects them.
func contradict(x, y string, connected bool) bool {
	gx, px, _ := strings.Cut(x, " ")
	gy, py, _ := strings.Cut(y, " ")
	if gx != "" && gy != "" && gx != gy {
		return true
	}
	return px != "" && py != "" && px != py && !connected
}

// joinSides maps each side to the side that stands for it. Two sides that do
// not contradict each other, or that articles connect, are one.
func (r *resolver) joinSides(refs []int, side, kinds []string) map[string]string {
	to := map[string]string{}
	for _, k := range kinds {
		to[k] = k
	}
	for i, x := range kinds {
		for _, y := range kinds[i+1:] {
			if to[x] == to[y] || !r.compatible(refs, side, to, to[x], to[y]) {
				continue
			}
			from, into := to[y], to[x]
			for _, k := range kinds {
				if to[k] == from {
					to[k] = into
				}
			}
		}
	}
	return to
}

// compatible reports whether no side of one group contradicts one of the
// other.
func (r *resolver) compatible(refs []int, side []string, to map[string]string, a, b string) bool {
	connected := r.connected(refs, side, to, a, b)
	for x, gx := range to {
		for y, gy := range to {
			if gx == a && gy == b && contradict(x, y, connected) {
				return false
			}
		}
	}
	return true
}

// maxCompared bounds how many articles of one name are compared with those of
// another when something that connects them is looked for.
const maxCompared = 40

// connected reports whether an article of one group is about the same people
// as one of the other.
func (r *resolver) connected(refs []int, side []string, to map[string]string, a, b string) bool {
	var as, bs []int
	for i, k := range refs {
		switch {
		case side[i] == "":
		case to[side[i]] == a && len(as) < maxCompared:
			as = append(as, r.refs[k].art)
		case to[side[i]] == b && len(bs) < maxCompared:
			bs = append(bs, r.refs[k].art)
		}
	}
	for _, x := range as {
		for _, y := range bs {
			if r.around.common(x, y) >= 2 {
				return true
			}
		}
	}
	return false
}

// parts cuts refs by the joined sides. The largest part keeps the plain name.
func (r *resolver) parts(refs []int, side []string, to map[string]string) []part {
	by := map[string][]int{}
	var silent []int
	for i, k := range refs {
		if side[i] == "" {
			silent = append(silent, k)
			continue
		}
		by[to[side[i]]] = append(by[to[side[i]]], k)
	}
	groups := sortedKeys(by)
	slices.SortStableFunc(groups, func(x, y string) int { return len(by[y]) - len(by[x]) })
	out := make([]part, len(groups))
	for i, g := range groups {
		out[i] = part{refs: by[g], apart: strings.TrimSpace(g)}
	}
	out[0].apart = ""
	out[0].refs = append(out[0].refs, silent...)
	slices.Sort(out[0].refs)
	return out
}
