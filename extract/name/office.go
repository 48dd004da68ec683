package name

import (
	"sort"
	"strings"

	"inquit/internal/text"
)

// An office is a role that a person of the article holds.
type office struct {
	words []string // in lower case, sorted, without articles
	ent   int
}

// shortOffices are offices in one word that are known by more.
var shortOffices = map[string][]string{
	"pm": {"prime", "minister"}, "premier": {"prime", "minister"}, "taoiseach": {"prime", "minister"},
	"ag": {"attorney", "general"}, "ceo": {"chief", "executive"},
}

// officeWords returns the words of tokens [first, last) that matter for
// comparing offices, sorted, and the head noun.
func (f *finder) officeWords(first, last int) (ws []string, head string) {
	open := true
	for k := first; k < last; k++ {
		t := &f.d.Tokens[k]
		if t.Kind == text.Number && len(t.Norm) < 4 {
			ws = append(ws, t.Norm) // "the 34-year-old"
		}
		if t.Kind != text.Word || f.class[k]&det != 0 || t.Norm == "'s" {
			continue
		}
		if f.class[k]&function != 0 {
			open = open && t.Norm != "of" && t.Norm != "for" && t.Norm != "at" || head == ""
			continue
		}
		if full := shortOffices[t.Norm]; full != nil {
			ws, head = append(ws, full...), full[len(full)-1]
			continue
		}
		if open && f.class[k]&role != 0 {
			head = t.Norm
		}
		if t.Norm == "old" && (head == "" || open && k+1 == last) {
			head = "old"
		}
		ws = append(ws, t.Norm)
	}
	sort.Strings(ws)
	return ws, head
}

// offices collects who holds which office: from words before a name, from an
// apposition behind it, and from "the Roe presidency".
func (l *linker) offices() {
	for i := range l.found {
		c := &l.found[i]
		if c.entity < 0 || l.ents[c.entity].Kind != Person {
			continue
		}
		if c.roleFirst < c.roleLast && c.form != roleNoun {
			l.hold(c.entity, c.roleFirst, c.roleLast)
		}
		l.impliedOffice(c)
		l.apposition(i)
	}
}

// kin are the nouns that name a person's place in a story but no office.
var kin = map[string]bool{
	"mother": true, "father": true, "mum": true, "mom": true, "dad": true, "brother": true, "sister": true, "son": true,
	"daughter": true, "wife": true, "husband": true, "widow": true, "widower": true, "uncle": true, "aunt": true, "cousin": true,
	"grandmother": true, "grandfather": true, "niece": true, "nephew": true, "partner": true, "girlfriend": true,
	"boyfriend": true, "neighbour": true, "neighbor": true, "friend": true, "man": true, "woman": true, "boy": true, "girl": true,
	"person": true, "child": true, "parent": true, "relative": true, "teenager": true, "old": true, "colleague": true,
	"lady": true, "guy": true, "victim": true, "witness": true, "suspect": true, "resident": true, "fan": true, "irishman": true,
	"englishman": true, "scotsman": true, "welshman": true, "frenchman": true, "dutchman": true,
}

// hold notes that a person has the office in tokens [first, last).
func (l *linker) hold(e, first, last int) {
	for k := first; k < last; k++ {
		if l.isPossessive(k, last) {
			first = k + 1 // "the trust's chief executive"
		}
	}
	ws, head := l.officeWords(first, last)
	if head == "" {
		return
	}
	l.held[head] = append(l.held[head], office{ws, e})
	k := &l.ents[e]
	r := RoleOf{Title: l.text(first, last), Span: l.span(first, last)}
	for _, old := range k.Roles {
		if strings.EqualFold(old.Title, r.Title) {
			return
		}
	}
	if kin[head] {
		return
	}
	if len(k.Roles) == 0 {
		l.holders = append(l.holders, e)
	}
	if len(k.Roles) < maxNamesakes {
		k.Roles = append(k.Roles, r)
	}
}

// implied tells the office that a noun behind a name gives its bearer.
var implied = map[string][]string{
	"presidency": {"president"}, "inauguration": {"president"}, "administration": {"president"},
	"premiership": {"minister", "prime"}, "papacy": {"pope"}, "chancellorship": {"chancellor"},
}

// impliedOffice notes the office of "the Roe presidency", "Roe's
// inauguration".
func (l *linker) impliedOffice(c *candidate) {
	k := c.last
	if c.possessive {
		k++
	}
	if k >= len(l.d.Tokens) {
		return
	}
	if ws := implied[l.d.Tokens[k].Norm]; ws != nil {
		l.held[ws[0]] = append(l.held[ws[0]], office{ws, c.entity})
	}
}

// apposition links the office behind the comma after name i to its bearer:
// "Jane Roe, the foreign secretary,", "Jane Roe, 43, chief executive of Acme";
// and the one before it: "the chief executive, Jane Roe,".
func (l *linker) apposition(i int) {
	c, toks := &l.found[i], l.d.Tokens
	k := c.last
	if k < len(toks) && toks[k].Norm == "," {
		k++
		if k+1 < len(toks) && toks[k].Kind == text.Number && toks[k+1].Norm == "," {
			k += 2
		}
		l.appositionAt(i, k)
	}
	if i > 0 {
		b := &l.found[i-1]
		if b.form == roleNoun && b.entity < 0 && b.last+1 == c.first && toks[b.last].Norm == "," && b.definite && !b.possessive && l.closes(c.last) {
			l.hold(c.entity, b.roleFirst, b.last)
			l.take(i-1, c.entity)
		}
	}
}

// closes reports whether a comma, stop or verb of saying ends an apposition.
func (l *linker) closes(k int) bool {
	if k >= len(l.d.Tokens) {
		return true
	}
	t := &l.d.Tokens[k]
	return t.Kind != text.Word || l.class[k]&(say|aux) != 0
}

// stops reports whether no word follows at token k.
func (l *linker) stops(k int) bool { return k >= len(l.d.Tokens) || l.d.Tokens[k].Kind != text.Word }

// appositionAt looks for an office that begins at token k, behind name i.
func (l *linker) appositionAt(i, k int) {
	for j := i + 1; j < len(l.found) && j < i+4 && l.found[j].first <= k; j++ {
		b := &l.found[j]
		if b.form != roleNoun || b.first != k && b.roleFirst != k || b.entity >= 0 || !l.stops(b.last) {
			continue
		}
		if g := b.gender; !genderClash(g, l.ents[l.found[i].entity].Gender) {
			l.hold(l.found[i].entity, b.roleFirst, b.last)
			l.take(j, l.found[i].entity)
		}
		return
	}
}
