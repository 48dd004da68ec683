package people

import (
	"cmp"
	"slices"
	"strings"

	"inquit/extract/name"
)

// people turns the nodes into persons.
func (r *resolver) people() *People {
	p := &People{Of: make(map[Local]string, len(r.refs))}
	used := map[string]bool{}
	for n := range r.nodes {
		if r.nodes[n].into != n || r.named(n) == nil {
			continue
		}
		x := r.person(n)
		if used[x.ID] { // two who are told apart by nothing but where they stand
			x.ID = name.ID(r.nodes[n].kind, x.Name+"\x00"+x.Articles[0], x.Articles[0])
		}
		used[x.ID] = true
		p.Persons = append(p.Persons, x)
		for _, i := range r.nodes[n].refs {
			f := &r.refs[i]
			p.Of[Local{r.arts[f.art].Article.ID, f.ent.ID}] = x.ID
		}
	}
	slices.SortFunc(p.Persons, func(x, y Person) int { return strings.Compare(x.ID, y.ID) })
	return p
}

// named returns the refs of a node that name it; the others mention an office
// it holds. A node left without any is gone.
func (r *resolver) named(n int) []int {
	var out []int
	for _, i := range r.nodes[n].refs {
		if r.refs[i].node == n && !r.refs[i].holder {
			out = append(out, i)
		}
	}
	return out
}

// person makes the person of one node.
func (r *resolver) person(n int) Person {
	nd := &r.nodes[n]
	refs := r.named(n)
	canonical := nd.name
	if canonical == "" {
		canonical = r.commonest(refs)
	}
	p := Person{Kind: string(nd.kind), Name: canonical, ID: r.id(nd, canonical, refs)}
	for _, i := range refs {
		e := r.refs[i].ent
		p.Aliases = append(append(p.Aliases, e.Name), e.Aliases...)
	}
	slices.Sort(p.Aliases)
	p.Aliases = slices.DeleteFunc(slices.Compact(p.Aliases), func(s string) bool { return s == canonical || s == "" })
	p.Roles = r.roles(nd)
	for _, i := range nd.refs {
		p.Articles = append(p.Articles, r.arts[r.refs[i].art].Article.ID)
	}
	slices.Sort(p.Articles)
	p.Articles = slices.Compact(p.Articles)
	return p
}

// id names the person. One whose name means nothing outside its article keeps
// the id it has there.
func (r *resolver) id(nd *node, canonical string, refs []int) string {
	if nd.kind != name.Person && nd.kind != name.Org {
		return r.refs[refs[0]].ent.ID
	}
	if nd.apart != "" {
		canonical += "\x00" + nd.apart
	}
	return name.ID(nd.kind, canonical, "")
}

// commonest returns the name most articles give; of equal ones the longest,
// then the first in the alphabet. A full name goes before a surname.
func (r *resolver) commonest(refs []int) string {
	count := map[string]int{}
	for _, i := range refs {
		count[r.refs[i].ent.Name]++
	}
	names := sortedKeys(count)
	return slices.MinFunc(names, func(x, y string) int {
		return cmp.Or(
			-cmp.Compare(min(2, len(fold(x))), min(2, len(fold(y)))),
			-cmp.Compare(count[x], count[y]),
			-cmp.Compare(len(x), len(y)),
			strings.Compare(x, y),
		)
	})
}

// roles returns the offices of a node with the days they were seen on. One
// that only an unnamed mention has is none: it was found through the others.
func (r *resolver) roles(nd *node) []Role {
	by := map[string]*Role{}
	for _, i := range nd.refs {
		f := &r.refs[i]
		titles := make([]string, 0, len(f.ent.Roles)+1)
		for _, role := range f.ent.Roles {
			titles = append(titles, role.Title)
		}
		if f.holder {
			titles = append(titles, f.ent.Name)
		}
		for _, t := range titles {
			seen(by, t, r.arts[f.art].Article.Published.String())
		}
	}
	out := make([]Role, 0, len(by))
	for _, k := range sortedKeys(by) {
		out = append(out, *by[k])
	}
	slices.SortFunc(out, func(x, y Role) int { return strings.Compare(x.Title, y.Title) })
	return out
}

// seen adds one day of an office. Of several spellings the first in the
// alphabet is kept, which is the one with capitals.
func seen(by map[string]*Role, title, day string) {
	k := titleKey(title)
	if k == "" {
		return
	}
	x := by[k]
	if x == nil {
		x = &Role{Title: title}
		by[k] = x
	}
	x.Title = min(x.Title, title)
	if day == "" {
		return
	}
	if x.From == "" || day < x.From {
		x.From = day
	}
	x.To = max(x.To, day)
}
