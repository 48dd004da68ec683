package name

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
		if c.entity < 0 && c.form != pronoun && !c.drop {
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
		if l.d.Tokens[c.headFirst].Norm == "paper" {
			return l.named(i, Document) // of no newspaper named here
		}
		return l.named(i, Org)
	case groupNoun:
		return l.named(i, Group)
	case docNoun:
		return l.named(i, Document)
	case anonNoun:
		if l.d.Tokens[c.headFirst].Norm == "witness" && c.last == c.first+2 && l.d.Tokens[c.first].Norm == "the" {
			if e := l.lastSubject(i, nil, "witness"); e >= 0 {
				return e // in court the one who is being heard
			}
		}
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
