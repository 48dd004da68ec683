package name

import (
	"strings"
	"unicode/utf8"

	"inquit/internal/text"
)

// maxWords is the number of words kept of a person's name.
const maxWords = 6

// nameWords are the words of a person's name in lower case, without "Jr.".
type nameWords struct {
	w [maxWords]string
	n int
}

// given returns the first word of a name.
func (n *nameWords) given() string { return n.w[0] }

// surname returns the last.
func (n *nameWords) surname() string { return n.w[n.n-1] }

// nameWords returns the words of the name in tokens [first, last); what a
// hyphen joins is one word.
func (f *finder) nameWords(first, last int) nameWords {
	var n nameWords
	for k := first; k < last; k++ {
		t := &f.d.Tokens[k]
		if t.Kind != text.Word || k > first && f.class[k]&suffix != 0 && f.class[k]&^(suffix|title|place|body|thing) == 0 && t.Norm != "ms" {
			continue
		}
		end := k + 1
		for end+1 < last && f.d.Tokens[end].Norm == "-" && !f.d.Tokens[end].Space {
			end += 2
		}
		w := t.Norm
		if end > k+1 {
			w = f.key(k, end)
		}
		if n.n == maxWords {
			n.w[maxWords-1] = w // the surname is the last
		} else {
			n.w[n.n] = w
			n.n++
		}
		k = end - 1
	}
	return n
}

// fullNames makes a person of every name of two words or more, the longest
// first, so that "Suu Kyi" finds "Aung San Suu Kyi".
func (l *linker) fullNames() {
	names := make([]nameWords, len(l.found))
	for i := range l.found {
		c := &l.found[i]
		if c.form != person && c.form != unknown {
			continue
		}
		names[i] = l.nameWords(c.headFirst, c.headLast)
		if names[i].n == 1 && (c.form == unknown || c.titled || c.human) {
			l.single[names[i].w[0]] = true
		}
	}
	for i := range l.found {
		if names[i].n > 1 && l.found[i].form == unknown {
			l.judge(i, &names[i])
		}
	}
	for i := range l.found {
		if names[i].n > 2 && l.found[i].form == person {
			l.full(i, names[i])
		}
	}
	for i := range l.found {
		if names[i].n == 2 && l.found[i].form == person {
			l.full(i, names[i])
		}
	}
}

// judge decides whether an unlisted run of several capitals is a person or a
// body.
func (l *linker) judge(i int, n *nameWords) {
	c := &l.found[i]
	c.form = body1
	if n.n > 4 {
		return
	}
	plain := true
	for k := c.headFirst; k < c.headLast; k++ {
		if l.class[k]&^(given|particle|suffix|function) != 0 {
			plain = false
		}
	}
	if c.human || l.single[n.surname()] || l.human(c) || plain {
		c.form, c.human = person, true
	}
}

// human reports whether what follows a name speaks of a person: an age, "who".
func (l *linker) human(c *candidate) bool {
	toks := l.d.Tokens
	if c.last+1 >= len(toks) || toks[c.last].Norm != "," {
		return c.last < len(toks) && toks[c.last].Norm == "who"
	}
	next := &toks[c.last+1]
	return next.Kind == text.Number && len(next.Norm) == 2 || next.Norm == "who"
}

// full links candidate i, a name of two words or more.
func (l *linker) full(i int, n nameWords) {
	c := &l.found[i]
	e := l.sameName(&n, c)
	if e < 0 {
		e = l.new(Person, "")
		l.index(e, &n)
		l.ents[e].Gender = c.gender
	}
	l.improve(e, &n, c)
	l.take(i, e)
}

// improve keeps the fullest form of a person's name.
func (l *linker) improve(e int, n *nameWords, c *candidate) {
	k := &l.ents[e]
	if n.n > k.name.n || k.Name == "" || n.n == k.name.n && initialsIn(n) < initialsIn(&k.name) {
		k.name = *n
		k.Name = l.personName(c)
	}
}

// personName returns the name of a candidate as it is to be shown; a name in
// capitals throughout gets small letters.
func (l *linker) personName(c *candidate) string {
	s := l.text(c.headFirst, c.headLast)
	for k := c.headFirst; k < c.headLast; k++ {
		if t := &l.d.Tokens[k]; t.Kind == text.Word && len(t.Norm) > 2 && !t.Caps {
			return s
		}
	}
	return capitalise(s)
}

// capitalise turns "JANE ROE" into "Jane Roe".
func capitalise(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.ToLower(string(r)))
		}
		start = r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.'
	}
	return b.String()
}

// initialsIn counts the words of one letter.
func initialsIn(n *nameWords) int {
	count := 0
	for _, w := range n.w[:n.n] {
		if utf8.RuneCountInString(w) == 1 {
			count++
		}
	}
	return count
}

// index enters a new person's name.
func (l *linker) index(e int, n *nameWords) {
	l.bySurname[n.surname()] = append(l.bySurname[n.surname()], e)
	l.byGiven[n.given()] = append(l.byGiven[n.given()], e)
	for _, w := range n.w[1 : n.n-1] {
		if len(w) > 2 {
			l.byWord[w] = append(l.byWord[w], e)
		}
	}
}

// maxNamesakes bounds how many people of one surname are compared.
const maxNamesakes = 32

// lastFew returns the last few of the indices.
func lastFew(es []int) []int { return es[max(0, len(es)-maxNamesakes):] }

// sameName returns the person with this full name in any of its forms, or -1.
func (l *linker) sameName(n *nameWords, c *candidate) int {
	for _, e := range lastFew(l.bySurname[n.surname()]) {
		k := &l.ents[e]
		if genderClash(k.Gender, c.gender) {
			continue
		}
		if sameGiven(k.name.given(), n.given()) || k.name.n > n.n && endsWith(&k.name, n) {
			return e
		}
	}
	return -1
}

// genderClash reports whether two genders are known and differ.
func genderClash(a, b Gender) bool { return a != NoGender && b != NoGender && a != b }

// endsWith reports whether the words of n are the last ones of full.
func endsWith(full, n *nameWords) bool {
	for i := 1; i <= n.n; i++ {
		if full.w[full.n-i] != n.w[n.n-i] {
			return false
		}
	}
	return true
}

// sameGiven reports whether two first names can be one person's: equal, an
// initial, or a short form.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 || len(a) >= 3 && strings.HasPrefix(b, a) {
		return strings.HasPrefix(b, a)
	}
	return shortForms[a] == b || shortForms[b] == a
}

// shortForms are first names whose short form is no beginning of them.
var shortForms = map[string]string{
	"bill": "william", "billy": "william", "liz": "elizabeth", "beth": "elizabeth", "bob": "robert", "bobby": "robert",
	"dick": "richard", "rick": "richard", "jim": "james", "jimmy": "james", "jamie": "james", "jack": "john",
	"mike": "michael", "mick": "michael", "tony": "anthony", "ted": "edward", "ned": "edward", "kate": "katherine",
	"peggy": "margaret", "maggie": "margaret", "chuck": "charles", "charlie": "charles", "harry": "henry",
	"steve": "stephen", "dave": "david", "andy": "andrew", "larry": "lawrence", "betty": "elizabeth", "tim": "timothy",
	"gerry": "gerard", "jerry": "gerald", "sandy": "alexander", "sasha": "alexander", "bernie": "bernard", "jeff": "jeffrey",
	"joe": "joseph", "tom": "thomas", "ron": "ronald", "nick": "nicholas", "greg": "gregory", "geoff": "geoffrey",
}

// shortNames links surnames, first names and names with titles, in text
// order: of two people with one surname the one spoken of last is meant.
func (l *linker) shortNames() {
	for e := range l.ents {
		l.ents[e].seen = -1
	}
	for i := range l.found {
		c := &l.found[i]
		if c.entity >= 0 {
			l.ents[c.entity].seen = i
			continue
		}
		if c.form != person && c.form != unknown {
			continue
		}
		if e := l.short(i); e >= 0 {
			l.take(i, e)
		}
	}
}

// short returns the entity of a name of one word; it makes one when none is
// known.
func (l *linker) short(i int) int {
	c := &l.found[i]
	n := l.nameWords(c.headFirst, c.headLast)
	if n.n == 0 {
		return -1
	}
	w := n.surname()
	if e := l.latest(l.bySurname[w], c); e >= 0 && !(c.knight && l.class[c.headFirst]&given != 0 && l.latest(l.byGiven[w], c) >= 0) {
		return e
	}
	if !c.titled || c.knight {
		if e := l.latest(l.byGiven[w], c); e >= 0 {
			return e
		}
	}
	if e := l.latest(l.byWord[w], c); e >= 0 {
		return e
	}
	if e, ok := l.firstWord[w]; ok && !c.titled && c.form == unknown {
		return e
	}
	if c.form == unknown && !c.human {
		return l.body(i)
	}
	e := l.new(Person, l.personName(c))
	l.ents[e].name = n
	l.ents[e].Gender = c.gender
	l.bySurname[w] = append(l.bySurname[w], e)
	return e
}

// latest returns the one of es that was spoken of last before the candidate,
// or else the one most often named; -1 when none fits its gender.
func (l *linker) latest(es []int, c *candidate) int {
	best := -1
	for _, e := range lastFew(es) {
		k := &l.ents[e]
		if genderClash(k.Gender, c.gender) && (c.titled || c.human) {
			continue
		}
		switch {
		case best < 0, k.seen > l.ents[best].seen, k.seen == l.ents[best].seen && k.count > l.ents[best].count:
			best = e
		}
	}
	return best
}
