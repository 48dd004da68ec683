package name

import (
	"sort"
	"strings"

	"inquit/internal/text"
)

// A holding is a role that a person of the article has.
type holding struct {
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
			l.hold(c.entity, c.roleFirst, c.roleLast, c.headline)
		}
		l.titleHeld(c)
		l.impliedOffice(c)
		l.apposition(i)
	}
}

// hold notes that a person has the office in tokens [first, last).
func (l *linker) hold(e, first, last int, headline bool) {
	for k := first; k < last; k++ {
		if l.isPossessive(k, last) && l.class[k+1]&function == 0 && !l.behindOf(first, k) {
			first = k + 1 // "the trust's chief executive"
		}
	}
	a, b := l.officeSpan(first, last, headline)
	if a == b {
		l.means(e, first, last)
		return
	}
	l.means(e, a, b)
	l.addRole(e, RoleOf{Title: l.text(a, b), Span: l.span(a, b)})
}

// behindOf reports whether a preposition stands in [first, k): what follows is
// no office but whose it is, "wife of Acme's owner".
func (l *linker) behindOf(first, k int) bool {
	for ; first < k; first++ {
		if l.class[first]&function != 0 {
			return true
		}
	}
	return false
}

// means notes that the words of tokens [first, last) mean a person of this
// article; what is no office, "his mother", says nothing elsewhere.
func (l *linker) means(e, first, last int) {
	if ws, head := l.officeWords(first, last); head != "" {
		l.held[head] = append(l.held[head], holding{ws, e})
		if k := &l.ents[e]; len(k.called) < maxNamesakes {
			k.called = append(k.called, ws)
		}
	}
}

// shortTitles are titles that stand for an office.
var shortTitles = map[string]string{
	"sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor", "dr": "doctor", "capt": "captain", "gen": "general",
	"col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "maj": "major", "insp": "inspector", "supt": "superintendent", "cllr": "councillor",
	"rev": "reverend", "revd": "reverend", "amb": "ambassador", "det": "detective", "adm": "admiral",
}

// titleHeld notes the office that a title before the name stands for, "Sen."
func (l *linker) titleHeld(c *candidate) {
	for k := c.first; k < c.headFirst; k++ {
		if l.class[k]&title == 0 {
			continue
		}
		if w := shortTitles[l.d.Tokens[k].Norm]; w != "" {
			l.held[w] = append(l.held[w], holding{[]string{w}, c.entity})
			if e := &l.ents[c.entity]; len(e.called) < maxNamesakes {
				e.called = append(e.called, []string{w})
			}
		}
	}
}

// addRole notes an office of a person once.
func (l *linker) addRole(e int, r RoleOf) {
	k := &l.ents[e]
	for _, old := range k.Roles {
		if strings.EqualFold(old.Title, r.Title) {
			return
		}
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
		l.held[ws[0]] = append(l.held[ws[0]], holding{ws, c.entity})
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
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		b := &l.found[j]
		if b.last+1 < c.first || b.form != roleNoun && j > 0 && l.found[j-1].last >= b.last {
			continue // a body inside the phrase: "the captain of the Plover, Ann Lee,"
		}
		if b.form == roleNoun && b.entity < 0 && b.last+1 == c.first && toks[b.last].Norm == "," && b.definite && !b.possessive && l.closes(c.last) {
			l.hold(c.entity, b.roleFirst, b.last, c.headline)
			l.take(j, c.entity)
		}
		break
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
			l.hold(l.found[i].entity, b.roleFirst, b.last, l.found[i].headline)
			l.take(j, l.found[i].entity)
		}
		return
	}
}
