package name

// role returns the entity of an office: its holder, one that was spoken of
// before, or a new one.
func (l *linker) role(i int) int {
	c := &l.found[i]
	ws, head := l.officeWords(c.roleFirst, c.last)
	if c.definite || l.class[c.first]&(det|quantity) == 0 && l.d.Tokens[c.first].Upper {
		if e := l.holder(ws, head, c); e >= 0 {
			return e
		}
		if e := l.headOf(ws, head, c); e >= 0 {
			return e
		}
		if e := l.bridge(i, ws, head); e >= 0 {
			l.means(e, c.roleFirst, c.last)
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
	l.held[head] = append(l.held[head], holding{ws, e})
	if head != "old" && contains(ws, "old") {
		l.held["old"] = append(l.held["old"], holding{ws, e})
	}
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
	for _, e := range lastFew(l.holders) {
		k := &l.ents[e]
		if e == best || k.Kind != Person || genderClash(k.Gender, c.gender) || !leads(k, ws, head) {
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
