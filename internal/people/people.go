// Package people finds which speakers of different articles are one person or
// body, and keeps the user's own decisions about it.
//
//	"Ada Brook" in one article, "Brook" in another about the same flood
//	one person with both names, and the offices he was given, with their days
//
// A full name is one person unless gender or profession say otherwise; a
// surname alone never is: it needs a shared office or the same people around
// it. All is a function of the set of articles.
package people

import (
	"cmp"
	"slices"
	"strings"

	"inquit/extract"
	"inquit/extract/name"
)

// A Role is an office with the days on which articles give it to the person.
type Role struct {
	Title    string
	From, To string // first and last 2006-01-02 seen, "" when undated
}

// A Person is one speaker across all articles: a person, or a body or office
// that speaks.
type Person struct {
	ID       string // "p:" and 16 hex digits
	Kind     string // see name.Kind
	Name     string
	Aliases  []string // sorted
	Roles    []Role   // sorted by title
	Articles []string // ids of the articles that name it, sorted
}

// A Local names an entity inside one article.
type Local struct{ Article, Entity string }

// People are the persons of a set of articles and who of each article they
// are.
type People struct {
	Persons []Person         // sorted by id
	Of      map[Local]string // from an article's entity to the person's id
}

// ID returns the person that an entity of an article is; the entity's own id
// when it is not known.
func (p *People) ID(article, entity string) string {
	if p != nil {
		if id, ok := p.Of[Local{article, entity}]; ok {
			return id
		}
	}
	return entity
}

// Person returns the person of that id, or nil.
func (p *People) Person(id string) *Person {
	if p == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(p.Persons, id, func(x Person, id string) int { return strings.Compare(x.ID, id) })
	if !ok {
		return nil
	}
	return &p.Persons[i]
}

// Resolve links the entities of all articles. It is a function of the set of
// claims: their order does not matter.
func Resolve(claims []*extract.Claims, d Decisions) *People {
	r := newResolver(claims, d)
	r.fullNames()
	r.surnames()
	r.bodies()
	r.others()
	r.decide()
	r.holders()
	return r.people()
}

// A ref is one entity of one article.
type ref struct {
	art    int // index of the article
	ent    *name.Entity
	key    string // the name as it is compared
	node   int    // who it is; -1 while unknown
	holder bool   // an office here held by the node, which has a name elsewhere
}

// A node is one person in the making.
type node struct {
	kind  name.Kind
	apart string // tells it from another of the same name, "" when none
	refs  []int
	into  int    // the node it was merged into, itself when it was not
	name  string // given by the user, "" otherwise
}

// A resolver holds the entities of all articles and whom they were found to
// be.
type resolver struct {
	arts   []*extract.Claims // sorted by id
	refs   []ref             // by article, entity id
	of     [][]int           // refs by article
	nodes  []node
	byKey  map[string][]int // full-named persons: nodes by key
	byLast map[string][]int // and by surname
	orgs   map[string]int
	facts  map[int]*known
	d      rules
	around *surroundings
}

func newResolver(claims []*extract.Claims, d Decisions) *resolver {
	r := &resolver{byKey: map[string][]int{}, byLast: map[string][]int{}, orgs: map[string]int{}, facts: map[int]*known{}, d: newRules(d)}
	r.arts = slices.DeleteFunc(slices.Clone(claims), func(c *extract.Claims) bool { return c == nil || c.Article == nil })
	slices.SortStableFunc(r.arts, func(x, y *extract.Claims) int { return strings.Compare(x.Article.ID, y.Article.ID) })
	r.arts = slices.CompactFunc(r.arts, func(x, y *extract.Claims) bool { return x.Article.ID == y.Article.ID })
	r.of = make([][]int, len(r.arts))
	for i, c := range r.arts {
		ents := make([]*name.Entity, len(c.Entities))
		for k := range c.Entities {
			ents[k] = &c.Entities[k]
		}
		slices.SortFunc(ents, func(x, y *name.Entity) int {
			return cmp.Or(strings.Compare(x.ID, y.ID), strings.Compare(x.Name, y.Name))
		})
		ents = slices.CompactFunc(ents, func(x, y *name.Entity) bool { return x.ID == y.ID })
		for _, e := range ents {
			r.of[i] = append(r.of[i], len(r.refs))
			r.refs = append(r.refs, ref{art: i, ent: e, key: r.d.key(e), node: -1})
		}
	}
	r.around = newSurroundings(r)
	return r
}

// add makes a node of the refs.
func (r *resolver) add(kind name.Kind, refs []int, apart string) int {
	n := len(r.nodes)
	r.nodes = append(r.nodes, node{kind: kind, refs: refs, apart: apart, into: n})
	for _, i := range refs {
		r.refs[i].node = n
	}
	return n
}

// put adds refs to a node.
func (r *resolver) put(n int, refs ...int) {
	r.nodes[n].refs = append(r.nodes[n].refs, refs...)
	for _, i := range refs {
		r.refs[i].node = n
	}
}

// root returns the node that n was merged into.
func (r *resolver) root(n int) int {
	for r.nodes[n].into != n {
		n = r.nodes[n].into
	}
	return n
}

// merge makes one node of two: the first.
func (r *resolver) merge(a, b int) {
	a, b = r.root(a), r.root(b)
	if a == b || r.nodes[a].kind != r.nodes[b].kind {
		return
	}
	r.nodes[b].into = a
	r.put(a, r.nodes[b].refs...)
	r.nodes[b].refs = nil
}

// bodies makes one node of each organisation, and joins an acronym with the
// one name it abbreviates where an article has both.
func (r *resolver) bodies() {
	for _, g := range r.grouped(func(f *ref) bool { return f.ent.Kind == name.Org }) {
		r.orgs[r.refs[g[0]].key] = r.add(name.Org, g, "")
	}
	long := map[string][]string{}
	for _, k := range sortedKeys(r.orgs) {
		if isFull(k) {
			long[initials(k)] = append(long[initials(k)], k)
		}
	}
	for _, k := range sortedKeys(r.orgs) {
		if len(k) < 3 || isFull(k) || len(long[k]) != 1 {
			continue
		}
		full := long[k][0]
		if !r.d.apart(k, full) && r.sharesArticle(r.orgs[k], r.orgs[full]) {
			r.merge(r.orgs[full], r.orgs[k])
		}
	}
}

// sharesArticle reports whether two nodes are named in one article.
func (r *resolver) sharesArticle(a, b int) bool {
	in := map[int]bool{}
	for _, i := range r.nodes[a].refs {
		in[r.refs[i].art] = true
	}
	return slices.ContainsFunc(r.nodes[b].refs, func(i int) bool { return in[r.refs[i].art] })
}

// others gives every entity without a name that means something outside its
// article a node of its own.
func (r *resolver) others() {
	for i := range r.refs {
		if r.refs[i].node < 0 {
			r.add(r.refs[i].ent.Kind, []int{i}, "")
		}
	}
}

// grouped returns the refs that match, by their keys, sorted by key.
func (r *resolver) grouped(match func(*ref) bool) [][]int {
	by := map[string][]int{}
	for i := range r.refs {
		if f := &r.refs[i]; f.key != "" && match(f) {
			by[f.key] = append(by[f.key], i)
		}
	}
	out := make([][]int, 0, len(by))
	for _, k := range sortedKeys(by) {
		out = append(out, by[k])
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
