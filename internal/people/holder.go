package people

import (
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

// held maps each office to the refs of named people who have it.
func (r *resolver) held() map[string][]int {
	out := map[string][]int{}
	for i := range r.refs {
		if r.refs[i].ent.Kind != name.Person {
			continue
		}
		for _, role := range r.refs[i].ent.Roles {
			out[titleKey(role.Title)] = append(out[titleKey(role.Title)], i)
		}
	}
	return out
}

// holderOf returns the only person among refs that ref i can be, or -1.
func (r *resolver) holderOf(i int, refs []int) int {
	who := map[int]int{} // the most that one of the person's articles shares with this one
	art := r.refs[i].art
	for _, k := range refs {
		o := &r.refs[k]
		if o.art == art || !r.around.near(art, o.art, holderDays) {
			continue
		}
		n := r.root(o.node)
		who[n] = max(who[n], r.around.common(art, o.art))
	}
	least := 1
	if !strings.Contains(titleKey(r.refs[i].ent.Name), " ") {
		least = 2 // there are many presidents
	}
	found := -1
	for n, common := range who {
		if common < least {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = n
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
