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

// officeWords returns the words of tokens [first, last) that matter for
// comparing offices, sorted, and the head noun.
func (f *finder) officeWords(first, last int) (ws []string, head string) {
	open := true
	for k := first; k < last; k++ {
		t := &f.d.Tokens[k]
		if t.Kind != text.Word || f.class[k]&det != 0 || t.Norm == "'s" {
			continue
		}
		if f.class[k]&function != 0 {
			open = open && t.Norm != "of" && t.Norm != "for" && t.Norm != "at" || head == ""
			continue
		}
		if open && f.class[k]&role != 0 {
			head = t.Norm
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
		if c.roleFirst < c.roleLast {
			l.hold(c.entity, c.roleFirst, c.roleLast)
		}
		l.impliedOffice(c)
		l.apposition(i)
	}
}

// hold notes that a person has the office in tokens [first, last).
func (l *linker) hold(e, first, last int) {
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
	k.Roles = append(k.Roles, r)
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

// maxRecent bounds how far back "the company" looks for a name.
const maxRecent = 40

// nouns links what has no name of its own, in text order.
func (l *linker) nouns() {
	for e := range l.ents {
		l.ents[e].seen = -1
	}
	var recent []int // bodies, the last spoken of at the end
	for i := range l.found {
		c := &l.found[i]
		if c.entity < 0 && c.form != pronoun {
			l.take(i, l.noun(i, recent))
		}
		if c.entity >= 0 {
			l.ents[c.entity].seen = i
			if l.ents[c.entity].Kind == Org {
				recent = append(recent, c.entity)
				if len(recent) > 2*maxRecent {
					recent = append(recent[:0], recent[maxRecent:]...)
				}
			}
		}
	}
}

// noun returns the entity of a common noun.
func (l *linker) noun(i int, recent []int) int {
	c := &l.found[i]
	switch c.form {
	case roleNoun:
		return l.role(i)
	case bodyNoun:
		if e := l.bodyFor(i, recent); e >= 0 {
			return e
		}
		return l.named(i, Org)
	case groupNoun:
		return l.named(i, Group)
	case docNoun:
		return l.named(i, Document)
	case anonNoun:
		return l.named(i, Anonymous)
	}
	return l.body(i)
}

// again reports whether an article or pronoun points back: "the report".
func (l *linker) again(c *candidate) bool {
	switch l.d.Tokens[c.first].Norm {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}

// named returns the entity of a noun phrase: the same words, or for "the
// report" the last report.
func (l *linker) named(i int, kind Kind) int {
	c := &l.found[i]
	first := l.withoutArticle(c.first, c.headLast)
	head := string(kind) + l.d.Tokens[c.headFirst].Norm
	if e, ok := l.byHead[head]; ok && l.again(c) && c.last == first+1 && kind != Org {
		return e
	}
	key := string(kind) + "\x00" + l.key(first, c.last)
	e, ok := l.byKey[key]
	if !ok {
		e = l.new(kind, l.text(first, c.last))
		l.ents[e].head = l.d.Tokens[c.headFirst].Norm
		l.byKey[key] = e
	}
	l.byHead[head] = e
	return e
}

// role returns the entity of an office: its holder, one that was spoken of
// before, or a new one.
func (l *linker) role(i int) int {
	c := &l.found[i]
	ws, head := l.officeWords(c.roleFirst, c.last)
	if c.definite {
		if e := l.holder(ws, head, c); e >= 0 {
			return e
		}
		if e := l.headOf(ws, head, c); e >= 0 {
			return e
		}
		if e := l.bridge(i, ws); e >= 0 {
			l.held[head] = append(l.held[head], office{ws, e})
			l.ents[e].Roles = append(l.ents[e].Roles, RoleOf{Title: l.text(c.roleFirst, c.last), Span: l.span(c.roleFirst, c.last)})
			return e
		}
	}
	first := l.withoutArticle(c.first, c.headLast)
	key := "role\x00" + l.key(first, c.last)
	if e, ok := l.byKey[key]; ok {
		return e
	}
	e := l.new(Role, l.text(first, c.last))
	l.ents[e].Gender = c.gender
	l.ents[e].head = head
	l.byKey[key] = e
	l.held[head] = append(l.held[head], office{ws, e})
	return e
}

// holder returns who holds the office of these words, or -1: of several the
// one whose office fits best, then the one spoken of last.
func (l *linker) holder(ws []string, head string, c *candidate) int {
	best, bestScore := -1, 0
	held := l.held[head]
	for _, o := range held[max(0, len(held)-maxNamesakes):] {
		k := &l.ents[o.ent]
		score := fit(ws, o.words)
		if score == 0 || genderClash(k.Gender, c.gender) {
			continue
		}
		if best < 0 || score > bestScore || score == bestScore && k.seen > l.ents[best].seen {
			best, bestScore = o.ent, score
		}
	}
	return best
}

// heads are the words for whoever leads a body, whatever the office is called.
var heads = map[string]bool{"head": true, "chief": true, "boss": true, "leader": true}

// headOf returns the person whom "the head of Nato" or "the Nato chief" means:
// one whose only office names the same body, or -1.
func (l *linker) headOf(ws []string, head string, c *candidate) int {
	if !heads[head] || len(ws) < 2 {
		return -1
	}
	best := -1
	for e := range l.ents {
		k := &l.ents[e]
		if k.Kind != Person || genderClash(k.Gender, c.gender) || !leads(k, ws, head) {
			continue
		}
		if best >= 0 {
			return -1 // two hold offices there
		}
		best = e
	}
	return best
}

// leads reports whether one of a person's offices names every word of ws.
func leads(k *known, ws []string, head string) bool {
	for _, r := range k.Roles {
		all := true
		for _, w := range ws {
			all = all && (w == head || hasWord(r.Title, w))
		}
		if all {
			return true
		}
	}
	return false
}

// lesser are words that make another office of one.
var lesser = map[string]bool{"vice": true, "deputy": true, "assistant": true, "shadow": true, "under": true, "former": true, "ex": true}

// passing are words that may be said of an office's holder without being part
// of its title.
var passing = map[string]bool{
	"incoming": true, "elect": true, "current": true, "new": true, "newly": true, "elected": true, "then": true,
	"outgoing": true, "designate": true, "us": true, "u.s.": true, "uk": true, "british": true, "american": true,
	"irish": true, "french": true, "german": true, "russian": true, "ukrainian": true, "official": true,
}

// fit says how well the words of an office asked for fit one that is held;
// 0 is not at all. Both are sorted.
func fit(ask, held []string) int {
	missing, extra, both := 0, 0, 0
	i, j := 0, 0
	for i < len(ask) || j < len(held) {
		switch {
		case j == len(held) || i < len(ask) && ask[i] < held[j]:
			if !passing[ask[i]] {
				return 0
			}
			extra++
			i++
		case i == len(ask) || held[j] < ask[i]:
			if lesser[held[j]] {
				return 0
			}
			missing++
			j++
		default:
			both++
			i, j = i+1, j+1
		}
	}
	return 1 + 4*both + 8*btoi(missing == 0 && extra == 0)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bridge returns the person whom a public office means that no words of the
// article give to anyone: the one spoken of last who holds no such office.
func (l *linker) bridge(i int, ws []string) int {
	c := &l.found[i]
	if !l.bridges(c) {
		return -1
	}
	sent := l.d.Tokens[c.first].Sentence
	best, bestSent := -1, -1
	for j := i - 1; j >= 0 && j > i-maxRecent; j-- {
		b := &l.found[j]
		bs := l.d.Tokens[b.first].Sentence
		if sent-bs > 3 || best >= 0 && bs != bestSent {
			break
		}
		if b.entity < 0 || l.ents[b.entity].Kind != Person || b.form == roleNoun || b.possessive {
			continue
		}
		k := &l.ents[b.entity]
		if genderClash(k.Gender, c.gender) || l.holdsOther(k, ws) {
			continue
		}
		best, bestSent = b.entity, bs // the first of its sentence wins: its subject
	}
	return best
}

// bridges reports whether a role is one by which people are called again
// without its having been said that they hold it.
func (l *linker) bridges(c *candidate) bool {
	switch l.d.Tokens[c.first].Norm {
	case "the":
	default:
		if !l.d.Tokens[c.headFirst].Upper {
			return false
		}
	}
	return publicOffices[l.d.Tokens[c.headFirst].Norm]
}

var publicOffices = map[string]bool{
	"minister": true, "president": true, "secretary": true, "chancellor": true, "premier": true, "senator": true,
	"governor": true, "mayor": true, "congressman": true, "congresswoman": true, "lawmaker": true, "nominee": true,
	"billionaire": true, "businessman": true, "businesswoman": true, "mogul": true, "actor": true, "actress": true,
	"singer": true, "star": true, "coach": true, "lady": true, "candidate": true, "taoiseach": true, "tánaiste": true,
	"author": true, "pontiff": true, "pope": true, "striker": true, "midfielder": true, "defender": true, "golfer": true,
	"champion": true, "comedian": true, "rapper": true, "musician": true, "tycoon": true, "entrepreneur": true,
}

// holdsOther reports whether a person is known by an office that rules the
// one asked for out.
func (l *linker) holdsOther(k *known, ws []string) bool {
	former := false
	for _, w := range ws {
		former = former || w == "former"
	}
	for _, r := range k.Roles {
		for _, w := range strings.Fields(strings.ToLower(r.Title)) {
			if publicOffices[w] && (!former || contains(ws, w)) {
				return true
			}
		}
	}
	return false
}

// contains reports whether w is one of ws.
func contains(ws []string, w string) bool {
	for _, x := range ws {
		if x == w {
			return true
		}
	}
	return false
}
