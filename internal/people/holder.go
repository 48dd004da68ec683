package people

import (
	"slices"
	"strings"

	"inquit/extract/name"
)

// holderDays is how far from an article its unnamed "Foreign Secretary" is
// looked for: offices change hands.
const holderDays = 60

// holders finds who holds an office that an article mentions without a name:
// the one person to whom other articles of about that time give it, if
// something else connects one of them with this article.
func (r *resolver) holders() {
	held := r.held()
	for i := range r.refs {
		f := &r.refs[i]
		if f.ent.Kind != name.Role || generic(f.ent.Name) {
			continue
		}
		if n := r.holderOf(i, held[titleKey(f.ent.Name)]); n >= 0 {
			r.put(n, i)
			f.holder = true
		}
	}
}

// A holding says in which articles one person has an office.
type holding struct {
	node int
	arts dayList
}

// held maps each office to those who have it, in the order of their nodes.
func (r *resolver) held() map[string][]*holding {
	out := map[string][]*holding{}
	for i := range r.refs {
		f := &r.refs[i]
		if f.ent.Kind != name.Person {
			continue
		}
		for _, role := range f.ent.Roles {
			k, n := titleKey(role.Title), r.root(f.node)
			at := slices.IndexFunc(out[k], func(h *holding) bool { return h.node == n })
			if at < 0 && len(out[k]) == maxHolders {
				continue
			}
			if at < 0 {
				at = len(out[k])
				out[k] = append(out[k], &holding{node: n})
			}
			out[k][at].arts.add(f.art, r.around)
		}
	}
	for _, hs := range out {
		for _, h := range hs {
			h.arts.sort(r.around)
		}
	}
	return out
}

// maxHolders is how many people may have an office before it says nothing
// about any of them.
const maxHolders = 50

// holderOf returns the only one that ref i can be, or -1.
func (r *resolver) holderOf(i int, hs []*holding) int {
	art := r.refs[i].art
	least := 1
	if !strings.Contains(titleKey(r.refs[i].ent.Name), " ") {
		least = 2 // there are many presidents
	}
	found := -1
	for _, h := range hs {
		fits := slices.ContainsFunc(h.arts.near(art, holderDays, r.around), func(other int) bool {
			return other != art && r.around.common(art, other) >= least
		})
		if !fits {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = h.node
	}
	return found
}

// genericTitles are held by many at a time.
var genericTitles = setOf("spokesman", "spokeswoman", "spokesperson", "official", "officer", "source",
	"witness", "lawyer", "minister", "expert", "analyst", "aide", "adviser", "advisor", "resident",
	"police", "author", "reporter", "correspondent", "senator", "mp", "councillor", "judge", "professor")

// generic reports whether an office is one that many hold: "a spokesman for
// the ministry".
func generic(title string) bool {
	for _, w := range fold(title) {
		if genericTitles[w] && !(w == "minister" && len(fold(title)) > 1) {
			return true
		}
	}
	return false
}
