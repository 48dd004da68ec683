package name

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
	if l.things[w] && !c.titled {
		c.drop = true
		return -1
	}
	if e, ok := l.firstWord[w]; ok && !c.titled && c.form == unknown {
		return e
	}
	if c.form == unknown && !c.human && !l.humans[w] && (n.n > 1 || !l.weigh(w).person()) {
		if c.drop = l.located(c); c.drop {
			return -1
		}
		return l.body(i)
	}
	e := l.new(Person, l.personName(c))
	l.ents[e].name = n
	l.ents[e].Gender = c.gender
	l.bySurname[w] = append(l.bySurname[w], e)
	return e
}

// located reports whether an unlisted name stands behind a preposition of
// place.
func (l *linker) located(c *candidate) bool {
	if c.first == 0 {
		return false
	}
	return inPlace(l.d.Tokens[c.first-1].Norm)
}

// ofPlace reports whether an unlisted name stands behind people or a place and
// "of": "residents of Ayton", "the village of Ayton".
func (l *linker) ofPlace(c *candidate) bool {
	k := c.first
	return k > 1 && l.d.Tokens[k-1].Norm == "of" && (l.class[k-2]&group != 0 || settlements[l.d.Tokens[k-2].Norm])
}

var settlements = map[string]bool{
	"town": true, "village": true, "city": true, "port": true, "parish": true, "island": true, "coast": true, "suburb": true, "district": true,
	"north": true, "south": true, "east": true, "west": true, "outskirts": true, "streets": true, "part": true, "parts": true, "county": true,
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
