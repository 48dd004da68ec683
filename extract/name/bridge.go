package name

import "strings"

// maxBridge is how many sentences a public office reaches back for its holder.
const maxBridge = 3

// bridge returns the person whom a public office means that no words of the
// article give to anyone: the one spoken of last who holds no such office.
func (l *linker) bridge(i int, ws []string) int {
	c := &l.found[i]
	if !l.bridges(c) {
		return -1
	}
	sent := l.d.Tokens[c.first].Sentence
	best, bestSent := -1, -1
	if e := l.leaderOf(i, ws); e >= 0 {
		return e
	}
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
		if genderClash(k.Gender, c.gender) || l.holdsOther(k, ws) {
			continue
		}
		best, bestSent = b.entity, bs // the first of its sentence wins: its subject
	}
	return best
}

// leaderOf returns the person spoken of before whose office names the country
// of "the Barbadian leader", or -1: country and adjective begin alike.
func (l *linker) leaderOf(i int, ws []string) int {
	for _, w := range ws {
		if l.lex.words[w]&demonym == 0 || len(w) < 5 {
			continue
		}
		for n := len(l.holders) - 1; n >= 0 && n >= len(l.holders)-maxNamesakes; n-- {
			k := &l.ents[l.holders[n]]
			if k.seen < 0 || genderClash(k.Gender, l.found[i].gender) || l.holdsOther(k, ws) {
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
	return publicOffices[w] || w == "leader" && l.anyClass(c.first, c.headFirst, demonym) || w == "old" || (w == "mother" || w == "father") && c.last > c.headLast
}

var publicOffices = map[string]bool{
	"minister": true, "president": true, "secretary": true, "chancellor": true, "premier": true, "senator": true,
	"governor": true, "mayor": true, "congressman": true, "congresswoman": true, "lawmaker": true, "nominee": true,
	"billionaire": true, "businessman": true, "businesswoman": true, "mogul": true, "actor": true, "actress": true,
	"irishman": true, "englishman": true, "scotsman": true, "welshman": true, "frenchman": true, "dutchman": true,
	"irishwoman": true, "englishwoman": true, "scotswoman": true, "welshwoman": true, "frenchwoman": true, "dutchwoman": true,
	"singer": true, "star": true, "coach": true, "lady": true, "candidate": true, "taoiseach": true, "tánaiste": true,
	"author": true, "pontiff": true, "pope": true, "striker": true, "midfielder": true, "defender": true, "golfer": true,
	"champion": true, "comedian": true, "rapper": true, "musician": true, "tycoon": true, "entrepreneur": true,
}

// holdsOther reports whether a person is known by an office that rules the
// one asked for out.
func (l *linker) holdsOther(k *known, ws []string) bool {
	if contains(ws, "leader") || contains(ws, "old") || contains(ws, "mother") || contains(ws, "father") {
		return false // said of anyone
	}
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
