package name

import "inquit/internal/text"

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
	l.trimFirst(names)
	for i := range l.found {
		if names[i].n > 2 && l.found[i].form == person && !l.found[i].headline {
			l.full(i, names[i])
		}
	}
	for i := range l.found {
		if names[i].n == 2 && l.found[i].form == person && !l.found[i].headline {
			l.full(i, names[i])
		}
	}
	for i := range l.found {
		if c := &l.found[i]; names[i].n >= 2 && c.form == person && c.headline && c.entity < 0 {
			l.headlineName(i, names[i])
		}
	}
}

// headlineName links a name of a line in title case: to the person of that
// name, or by one of its words to a person whom the article names; else it is
// taken as it stands.
func (l *linker) headlineName(i int, n nameWords) {
	c := &l.found[i]
	if l.sameName(&n, c) < 0 && l.class[c.headFirst]&given == 0 {
		for k := c.headLast - 1; k >= c.headFirst; k-- {
			if l.bySurname[l.d.Tokens[k].Norm] != nil {
				c.first, c.headFirst, c.headLast, c.last = k, k, k+1, k+1
				c.roleFirst, c.roleLast = k, k
				return // shortNames links it
			}
		}
	}
	l.full(i, n)
}

// trimFirst drops a first word that is no name from names whose other words
// are a name of their own: "Lucky Jane Roe".
func (l *linker) trimFirst(names []nameWords) {
	two := map[[2]string]bool{}
	for i := range names {
		if n := &names[i]; n.n == 2 && l.class[l.found[i].headFirst]&given != 0 {
			two[[2]string{n.w[0], n.w[1]}] = true
		}
	}
	for i := range names {
		n, c := &names[i], &l.found[i]
		if n.n == 3 && l.class[c.headFirst]&given == 0 && two[[2]string{n.w[1], n.w[2]}] && l.d.Tokens[c.headFirst+1].Norm == n.w[1] {
			c.headFirst++
			*n = nameWords{w: [maxWords]string{n.w[1], n.w[2]}, n: 2}
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
		if l.class[k]&^(given|male|female|particle|suffix|function|field) != 0 {
			plain = false
		}
	}
	if !c.human && !l.human(c) && (l.located(c) || l.ofPlace(c) || l.calledBody(c) || l.bodyTail[l.key(c.headFirst, c.headLast)]) {
		return
	}
	last := l.class[c.headLast-1]&(noun|adj|thing|date|closed|modifier) == 0
	if c.human || last && l.single[n.surname()] || l.human(c) || plain {
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

// calledBody reports whether a name is followed by the noun of a body: "Acme
// Vale, the warehouse company,".
func (l *linker) calledBody(c *candidate) bool {
	toks, k := l.d.Tokens, c.last+1
	if k+1 >= len(toks) || toks[k-1].Norm != "," || l.class[k]&det == 0 {
		return false
	}
	for end := min(k+8, len(toks)); k < end && toks[k].Kind == text.Word; k++ {
		if l.class[k]&function != 0 || k+1 == len(toks) || toks[k+1].Kind != text.Word {
			if l.class[k]&function != 0 {
				k--
			}
			return l.class[k]&org != 0 && l.class[k]&role == 0
		}
	}
	return false
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
		if k.name.given() == n.given() || k.name.n > n.n && endsWith(&k.name, n) {
			return e
		}
		if sameGiven(k.name.given(), n.given()) && !genderClash(k.Gender, c.gender) {
			return e
		}
	}
	return -1
}

// genderClash reports whether two genders are known and differ.
func genderClash(a, b Gender) bool { return a != NoGender && b != NoGender && a != b }
