package name

import "strings"

// maxBridge is how many sentences a public office reaches back for its holder.
const maxBridge = 3

// bridge returns the person whom a public office means that no words of the
// article give to anyone: the only one who has it with fewer words, "Sen. Roe"
// for "the Aldermark senator", or the one spoken of last who holds no other.
func (l *linker) bridge(i int, ws []string, head string) int {
	c := &l.found[i]
	if !l.bridges(c) {
		return -1
	}
	if e := l.leaderOf(i, ws); e >= 0 {
		return e
	}
	if e := l.onlyHolder(c, ws, head); e >= 0 {
		return e
	}
	if e := l.kindred(c, ws, head); e >= 0 {
		return e
	}
	if needsHolder[head] && !contains(ws, "former") && !contains(ws, "prime") {
		return -1
	}
	return l.lastSubject(i, ws, head)
}

// needsHolder are offices that mean nobody who was not said to hold one.
var needsHolder = map[string]bool{"minister": true, "judge": true, "magistrate": true, "coroner": true}

// scholar reports whether w names a science's people: whoever was just quoted
// on it is called so without more.
func scholar(w string) bool {
	for _, s := range [...]string{"ologist", "onomer", "icist", "scientist", "historian", "ecologist", "geographer", "chemist"} {
		if w == s || hasSuffix(w, s) {
			return true
		}
	}
	return w == "professor" || w == "researcher" || w == "academic"
}

// lastSubject returns the person that candidate i may mean because the
// sentences before spoke of him, or -1.
func (l *linker) lastSubject(i int, ws []string, head string) int {
	c := &l.found[i]
	sent := l.d.Tokens[c.first].Sentence
	best, bestSent := -1, -1
	for j := i - 1; j >= 0 && j > i-maxRecent; j-- {
		b := &l.found[j]
		bs := l.d.Tokens[b.first].Sentence
		if sent-bs > maxBridge || best >= 0 && bs != bestSent {
			break
		}
		if b.entity < 0 || l.ents[b.entity].Kind != Person || b.form == roleNoun || b.possessive {
			continue
		}
		k := &l.ents[b.entity]
		if genderClash(k.Gender, c.gender) || l.holdsOther(k, ws, head) {
			continue
		}
		best, bestSent = b.entity, bs // the first of its sentence wins: its subject
	}
	return best
}

// onlyHolder returns the one person of the article whose office has the head
// asked for and no word that rules this one out, or -1.
func (l *linker) onlyHolder(c *candidate, ws []string, head string) int {
	best := -1
	held := l.held[head]
	for _, o := range held[max(0, len(held)-maxNamesakes):] {
		k := &l.ents[o.ent]
		if o.ent == best || k.Kind != Person || genderClash(k.Gender, c.gender) || l.conflict(o.words, ws, head) {
			continue
		}
		if best >= 0 {
			return -1
		}
		best = o.ent
	}
	return best
}

// conflict reports whether an office held is another than the one asked for,
// although its head is the same: it has a word of its own.
func (l *linker) conflict(held, ask []string, head string) bool {
	own, more := false, false
	for _, w := range held {
		own = own || w != head && !passing[w] && !contains(ask, w)
	}
	for _, w := range ask {
		if w != head && !passing[w] && !contains(held, w) {
			more = true
		}
		if lesser[w] && !contains(held, w) {
			return true
		}
	}
	return own && (more || len(held) > 1 && lesser[firstLesser(held, ask)])
}

// firstLesser returns the first of the words held that makes a lesser office
// and is not asked for.
func firstLesser(held, ask []string) string {
	for _, w := range held {
		if lesser[w] && !contains(ask, w) {
			return w
		}
	}
	return ""
}

// leaderOf returns the person spoken of before whose office names the country
// of "the Barbadian leader", or -1: country and adjective begin alike.
func (l *linker) leaderOf(i int, ws []string) int {
	for _, w := range ws {
		if l.lex.table.of(w)&demonym == 0 || len(w) < 5 {
			continue
		}
		for n := len(l.holders) - 1; n >= 0 && n >= len(l.holders)-maxNamesakes; n-- {
			k := &l.ents[l.holders[n]]
			if k.seen < 0 || genderClash(k.Gender, l.found[i].gender) || l.holdsOther(k, ws, "") {
				continue
			}
			for _, r := range k.Roles {
				if beginsWord(r.Title, w[:4]) {
					return l.holders[n]
				}
			}
		}
	}
	return -1
}

// beginsWord reports whether a word of s begins with prefix, in any case.
func beginsWord(s, prefix string) bool {
	for f := range strings.FieldsSeq(s) {
		if len(f) >= len(prefix) && strings.EqualFold(f[:len(prefix)], prefix) {
			return true
		}
	}
	return false
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
	w := l.d.Tokens[c.headFirst].Norm
	return publicOffices[w] || scholar(w) || w == "leader" && l.anyClass(c.first, c.headFirst, demonym) || w == "old" || (w == "mother" || w == "father") && c.last > c.headLast
}

// ofState are the offices that nobody has who is known by another profession.
var ofState = map[string]bool{
	"minister": true, "secretary": true, "chancellor": true, "premier": true, "taoiseach": true, "tánaiste": true,
	"senator": true, "governor": true, "mayor": true, "president": true, "congressman": true, "congresswoman": true,
}

// families are offices for which the shorter word of the same family may
// stand: "the minister" for the Defence Secretary.
var families = map[string]string{
	"minister": "minister", "secretary": "minister", "chancellor": "minister", "tánaiste": "minister",
	"judge": "judge", "justice": "judge", "recorder": "judge", "magistrate": "judge",
	"lawmaker": "lawmaker", "senator": "lawmaker", "representative": "lawmaker", "congressman": "lawmaker", "congresswoman": "lawmaker",
	"mp": "lawmaker", "td": "lawmaker", "msp": "lawmaker", "mep": "lawmaker", "politician": "lawmaker", "legislator": "lawmaker",
}

// clerks are words that make a secretary no minister.
var clerks = map[string]bool{"press": true, "general": true, "permanent": true, "private": true, "company": true, "prime": true, "assistant": true}

// kindred returns the person spoken of last whose office is of the family of
// the one asked for and has all its words, or -1.
func (l *linker) kindred(c *candidate, ws []string, head string) int {
	best, family := -1, families[head]
	if family == "" {
		return -1
	}
	for _, e := range lastFew(l.holders) {
		k := &l.ents[e]
		if k.seen < 0 || genderClash(k.Gender, c.gender) || best >= 0 && k.seen <= l.ents[best].seen {
			continue
		}
		for _, title := range k.called {
			if inFamily(title, family) && covers(title, ws, head) {
				best = e
				break
			}
		}
	}
	return best
}

// inFamily reports whether an office is of a family.
func inFamily(title []string, family string) bool {
	in := false
	for _, w := range title {
		if clerks[w] || lesser[w] && w != "deputy" && w != "shadow" {
			return false
		}
		in = in || families[w] == family
	}
	return in
}

// covers reports whether an office has all words asked for but the head.
func covers(title, ask []string, head string) bool {
	for _, w := range ask {
		if w != head && !passing[w] && !contains(title, w) {
			return false
		}
	}
	return true
}

// standing are what people are called beside their office.
var standing = map[string]bool{"candidate": true, "nominee": true, "contender": true, "frontrunner": true, "front-runner": true, "hopeful": true}

var publicOffices = map[string]bool{
	"minister": true, "president": true, "secretary": true, "chancellor": true, "premier": true, "senator": true,
	"governor": true, "mayor": true, "congressman": true, "congresswoman": true, "lawmaker": true, "nominee": true,
	"billionaire": true, "businessman": true, "businesswoman": true, "mogul": true, "actor": true, "actress": true,
	"irishman": true, "englishman": true, "scotsman": true, "welshman": true, "frenchman": true, "dutchman": true,
	"irishwoman": true, "englishwoman": true, "scotswoman": true, "welshwoman": true, "frenchwoman": true, "dutchwoman": true,
	"singer": true, "star": true, "coach": true, "lady": true, "candidate": true, "taoiseach": true, "tánaiste": true,
	"politician": true, "author": true, "judge": true, "magistrate": true, "coroner": true, "teenager": true, "youngster": true, "pensioner": true, "goalkeeper": true, "winger": true, "pontiff": true, "pope": true, "striker": true, "midfielder": true, "defender": true, "golfer": true, "mp": true, "td": true, "legislator": true,
	"champion": true, "comedian": true, "rapper": true, "musician": true, "tycoon": true, "entrepreneur": true,
}

// holdsOther reports whether a person is known by an office that rules the
// one asked for out.
func (l *linker) holdsOther(k *known, ws []string, head string) bool {
	if contains(ws, "leader") || contains(ws, "old") || contains(ws, "mother") || contains(ws, "father") {
		return false // said of anyone
	}
	if standing[head] {
		return false
	}
	former := contains(ws, "former")
	for _, title := range k.called {
		if head != "" && contains(title, head) {
			if l.conflict(title, ws, head) {
				return true
			}
			continue
		}
		for _, w := range title {
			if publicOffices[w] && (!former || contains(ws, w)) {
				return true
			}
			if ofState[head] && !former && l.lex.table.of(w)&office != 0 && !publicOffices[w] && !passing[w] {
				return true // "the minister" is not the ship's captain
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
