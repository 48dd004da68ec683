package people

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"inquit/extract/name"
)

// Decisions are what a user has said about names. The zero value says
// nothing.
type Decisions struct {
	Same  [][]string  // names or ids that are one person, the primary first
	Apart [][2]string // names or ids that are two people, whatever else speaks for one
}

// ParseDecisions reads an alias file: a line for each person, the primary name
// first, then its other names; a line that begins with "!" has two names that
// are never one person; "#" begins a comment.
//
//	Ada Brook, Mrs Brook, A. J. Brook
//	! Ada Brook, Ada Brooke
func ParseDecisions(r io.Reader) (Decisions, error) {
	var d Decisions
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line, _, _ := strings.Cut(strings.TrimPrefix(sc.Text(), "\ufeff"), "#")
		apart := strings.HasPrefix(strings.TrimSpace(line), "!")
		names := splitNames(strings.TrimPrefix(strings.TrimSpace(line), "!"))
		switch {
		case len(names) == 0 && !apart:
		case apart && len(names) == 2:
			d.Apart = append(d.Apart, [2]string{names[0], names[1]})
		case apart:
			return Decisions{}, fmt.Errorf("line %d: %q: two names must follow \"!\"", n, line)
		case len(names) == 1:
			return Decisions{}, fmt.Errorf("line %d: %q: a name needs at least one alias after a comma", n, line)
		default:
			d.Same = append(d.Same, names)
		}
	}
	if err := sc.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return Decisions{}, errors.New("a line is longer than 1 MiB")
		}
		return Decisions{}, err
	}
	return d, nil
}

func splitNames(line string) []string {
	var out []string
	for s := range strings.SplitSeq(line, ",") {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// String writes decisions as ParseDecisions reads them.
func (d Decisions) String() string {
	var b strings.Builder
	for _, names := range d.Same {
		fmt.Fprintln(&b, strings.Join(names, ", "))
	}
	for _, two := range d.Apart {
		fmt.Fprintf(&b, "! %s, %s\n", two[0], two[1])
	}
	return b.String()
}

// Merge adds that names are one person, the primary first, and takes back
// decisions that keep any two of them apart.
func (d Decisions) Merge(names ...string) Decisions {
	out := Decisions{Same: slices.Clone(d.Same)}
	for _, two := range d.Apart {
		if !has(names, two[0]) || !has(names, two[1]) {
			out.Apart = append(out.Apart, two)
		}
	}
	for i, s := range out.Same {
		if has(s, names[0]) {
			out.Same[i] = slices.Clone(s)
			for _, n := range names {
				if !has(s, n) {
					out.Same[i] = append(out.Same[i], n)
				}
			}
			return out
		}
	}
	out.Same = append(out.Same, slices.Clone(names))
	return out
}

// Split adds that two names are two people, and takes back a decision that
// made them one.
func (d Decisions) Split(a, b string) Decisions {
	out := Decisions{Apart: append(slices.Clone(d.Apart), [2]string{a, b})}
	for _, s := range d.Same {
		if has(s, a) && has(s, b) {
			s = slices.DeleteFunc(slices.Clone(s), func(n string) bool { return sameName(n, b) })
		}
		if len(s) > 1 {
			out.Same = append(out.Same, s)
		}
	}
	return out
}

func has(names []string, n string) bool {
	return slices.ContainsFunc(names, func(x string) bool { return sameName(x, n) })
}

func sameName(a, b string) bool {
	return a == b || !isID(a) && !isID(b) && slices.Equal(titleless(fold(a)), titleless(fold(b)))
}

func isID(s string) bool { return strings.HasPrefix(s, "p:") && len(s) == 18 }

// rules are decisions in the form they are asked.
type rules struct {
	d    Decisions
	own  map[string]bool // names in an Apart: they keep a key of their own
	keep map[[2]string]bool
}

func newRules(d Decisions) rules {
	r := rules{d: d, own: map[string]bool{}, keep: map[[2]string]bool{}}
	for _, two := range d.Apart {
		a, b := exactKey(two[0]), exactKey(two[1])
		r.own[a], r.own[b] = true, true
		r.keep[[2]string{a, b}], r.keep[[2]string{b, a}] = true, true
	}
	return r
}

// exactKey is a name with everything but its honorifics, or an id.
func exactKey(s string) string {
	if isID(s) {
		return s
	}
	return strings.Join(titleless(fold(s)), " ")
}

// key returns under which name an entity is looked for.
func (r rules) key(e *name.Entity) string {
	if r.own[e.ID] {
		return e.ID
	}
	if x := exactKey(e.Name); r.own[x] {
		return x
	}
	switch e.Kind {
	case name.Person:
		return personKey(e.Name)
	case name.Org:
		return orgKey(e.Name)
	}
	return ""
}

// apart reports whether the user keeps two keys apart.
func (r rules) apart(a, b string) bool { return r.keep[[2]string{a, b}] }

// decide makes one person of the names the user has called one.
func (r *resolver) decide() {
	if len(r.d.d.Same) == 0 {
		return
	}
	called := r.byAnyName()
	for _, names := range r.d.d.Same {
		first := -1
		for _, s := range names {
			for _, n := range called[exactKey(s)] {
				if first < 0 {
					first = n
				}
				r.merge(first, n)
			}
		}
		if first >= 0 && !isID(names[0]) {
			r.nodes[r.root(first)].name = names[0]
			r.nodes[r.root(first)].apart = ""
		}
	}
}

// byAnyName finds the nodes of people and bodies by what a user may call
// them: their ids, and their names in any of the forms compared.
func (r *resolver) byAnyName() map[string][]int {
	out := map[string][]int{}
	for n := range r.nodes {
		nd := &r.nodes[n]
		if nd.into != n || nd.kind != name.Person && nd.kind != name.Org {
			continue
		}
		for _, i := range nd.refs {
			f := &r.refs[i]
			for _, k := range []string{f.ent.ID, f.key, exactKey(f.ent.Name)} {
				if last := len(out[k]) - 1; last < 0 || out[k][last] != n {
					out[k] = append(out[k], n)
				}
			}
		}
	}
	return out
}
