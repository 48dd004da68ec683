package number

import (
	"strings"

	"inquit/internal/text"
)

// maxConcept bounds how far the words for what is measured are looked for, and
// how many are kept.
const (
	maxLook  = 40
	maxWords = 9
)

// A stretch is a run of tokens.
type stretch struct{ first, end int }

func (s stretch) empty() bool { return s.end <= s.first }

// concept says what the claim measures: the thing right beside the value
// ("2 per cent of households", "a £40 fee", "a profit of £3m"), then the
// subject of its clause.
func (f *finder) concept(k int, n *Number) {
	a := &f.amounts[k]
	if k > 0 && len(f.written) == k && f.isSameThing(&f.amounts[k-1], a) {
		n.Concept, n.Head = f.written[k-1].Concept, f.written[k-1].Head
		return
	}
	near := f.beside(a)
	subject := f.subject(a)
	if near == subject || !near.empty() && !subject.empty() && near.first < subject.end && subject.first < near.end {
		subject = stretch{}
	}
	words := f.contentWords(nil, near)
	if len(words) > 0 {
		n.Head = singular(strings.ToLower(f.headOf(near)))
	}
	words = f.contentWords(words, subject)
	if n.Head == "" && len(words) > 0 {
		n.Head = singular(strings.ToLower(f.headOf(subject)))
	}
	n.Concept = strings.Join(words, " ")
}

// isSameThing reports whether b measures what a does: it puts it in other
// units in brackets, or says what it was before: "78 per cent, up from 50".
func (f *finder) isSameThing(a, b *amount) bool {
	gap := b.first - a.end
	switch f.norm(b.first - 1) {
	case "(", "/":
		return gap == 1
	case "from":
		return gap <= 8 && (f.norm(b.first-2) == "up" || f.norm(b.first-2) == "down" || a.unit == b.unit && gap == 1)
	case "or":
		return gap <= 2
	case "to":
		return gap <= 4 && a.change != NoChange && b.kind != timeUnit // "rose 7 per cent in May to £3m"
	}
	return gap == 1 && f.norm(a.end) == "or"
}

// beside returns the words next to the value that name what it measures.
func (f *finder) beside(a *amount) stretch {
	for _, find := range [...]func(*amount) stretch{f.ofBefore, f.labelBefore, f.ofBehind, f.nounBehind, f.object, f.onBehind} {
		if s := find(a); f.hasContent(s) {
			return s
		}
	}
	return stretch{}
}

// ofBefore reads "a profit of £3m".
func (f *finder) ofBefore(a *amount) stretch {
	if f.norm(a.first-1) != "of" {
		return stretch{}
	}
	s := f.phraseEndingAt(a.first - 2)
	switch f.norm(s.end - 1) {
	case "total", "average", "sum", "number", "majority", "minimum", "maximum", "most", "all", "some":
		return stretch{}
	}
	return s
}

// labelBefore reads "Base price: £40", "investments over £40m", "Ftse +2%".
func (f *finder) labelBefore(a *amount) stretch {
	i := a.first - 1
	switch {
	case f.norm(i) == ":":
		return f.phraseEndingAt(i - 1)
	case (a.modifier != Exact || a.signed > 0) && f.tag(i).IsNoun() && !f.isTimeAt(i):
		return f.phraseEndingAt(i)
	}
	return stretch{}
}

// ofBehind reads "2 per cent of households".
func (f *finder) ofBehind(a *amount) stretch {
	j := a.end
	if f.norm(j) == "(" { // "8 miles (13 km) of tunnels"
		for k := j + 1; k < min(j+6, f.last); k++ {
			if f.norm(k) == ")" && f.norm(k+1) == "of" {
				j = k + 1
			}
		}
	}
	if a.base != "" || f.norm(j) != "of" && f.norm(j) != "in" || f.norm(j) == "in" && a.kind != percentUnit && a.kind != noUnit {
		return stretch{}
	}
	if f.norm(j) == "in" && f.isTimeAt(j+1) {
		return stretch{}
	}
	return f.phraseFrom(j + 1)
}

// nounBehind reads "a £40 fee" and "a 25% premium".
func (f *finder) nounBehind(a *amount) stretch {
	if a.kind == nounUnit || a.kind == noUnit || a.kind == countUnit {
		return stretch{}
	}
	j := a.end
	if !isModifierTag(f.tag(j)) && !f.tag(j).IsNoun() || f.tag(j) == text.VBN || f.isTimeAt(j) {
		return stretch{}
	}
	return f.phraseFrom(j)
}

// object reads "raise its defence budget to 2.5 per cent": the noun phrase
// between the verb and "to", "by" or "at".
func (f *finder) object(a *amount) stretch {
	switch f.norm(a.first - 1) {
	case "to", "by", "at", "from", "for", "is", "was", "than":
	default:
		return stretch{}
	}
	s := f.phraseEndingAt(a.first - 2)
	for range 2 { // "spending on defence"
		if w := f.norm(s.first - 1); w != "on" && w != "in" && w != "of" {
			break
		}
		t := f.phraseEndingAt(s.first - 2)
		if t.empty() {
			break
		}
		s.first = t.first
	}
	return s
}

// onBehind reads "spend 2 per cent on defence", "£3 for the ticket".
func (f *finder) onBehind(a *amount) stretch {
	w := f.norm(a.end)
	if w != "on" && w != "for" && w != "off" || f.isTimeAt(a.end+1) {
		return stretch{}
	}
	if w == "for" && a.kind != moneyUnit {
		return stretch{}
	}
	return f.phraseFrom(a.end + 1)
}

// phraseFrom returns the noun phrase at token i with one "of", "to" or "in"
// phrase behind it.
func (f *finder) phraseFrom(i int) stretch {
	end := f.plainPhrase(i)
	if end == i {
		return stretch{}
	}
	switch f.norm(end) {
	case "of", "to", "in", "for":
		if next := f.plainPhrase(end + 1); next > end+1 && !f.isTimeAt(end+1) {
			end = next
		}
	}
	return stretch{i, end}
}

// plainPhrase returns the end of the determiner, adjectives and nouns at i.
func (f *finder) plainPhrase(i int) int {
	j, limit := i, min(i+maxWords, f.last)
	for j < limit {
		t := f.at(j)
		switch tag := f.tag(j); {
		case tag == text.VBN && j > i && f.tag(j-1).IsNoun():
			return j // "households asked"
		case tag.IsNoun(), isModifierTag(tag), tag == text.DT, tag == text.PRPS, tag == text.POS, tag == text.CD && t.Upper, tag == text.RB && j == i:
		case isDash(t.Norm) && !t.Space, t.Norm == "&":
		case tag == text.CC && t.Norm == "and" && f.tag(j+1).IsNoun() && f.tag(j-1).IsNoun():
		default:
			return j
		}
		j++
	}
	return j
}

// phraseEndingAt returns the noun phrase whose last word is token i.
func (f *finder) phraseEndingAt(i int) stretch {
	j, stop := i, max(f.first, i-maxWords)
	for j >= stop {
		t := f.at(j)
		tag := f.tag(j)
		if !(tag.IsNoun() || isModifierTag(tag) || tag == text.POS || isDash(t.Norm) && !t.Space || tag == text.CD && j < i) {
			break
		}
		j--
	}
	if !f.tag(i).IsNoun() {
		return stretch{}
	}
	return stretch{j + 1, i + 1}
}

// subject returns the subject of the clause that holds the claim: what stands
// between the clause's start and its verb.
func (f *finder) subject(a *amount) stretch {
	i, stop := a.first-1, max(f.first, a.first-maxLook)
	for ; i >= stop; i-- {
		if tag := f.tag(i); tag == text.MD || tag.IsVerb() && f.tag(i-1) != text.DT && f.tag(i-1) != text.JJ {
			s := f.beforeVerb(i, stop)
			if f.hasContent(s) {
				return s
			}
			if s.empty() && f.tag(i) != text.VBG {
				break
			}
		}
		if c, _ := endingAt(f, &f.lex.changes, i); c != nil && i < a.first-1+1 && f.tag(i-1).IsNoun() {
			if s := f.clause(i-1, stop); f.hasContent(s) {
				return s
			}
		}
	}
	if s := f.opening(a); f.hasContent(s) {
		return s
	}
	return f.predicate(a)
}

// beforeVerb returns the subject of the verb at token i.
func (f *finder) beforeVerb(i, stop int) stretch {
	for i > stop && f.isVerbal(i-1) {
		i--
	}
	p := i - 1
	switch {
	case p < stop:
		return stretch{}
	case f.isRelative(p):
		for p > stop && (f.norm(p-1) == "," || f.tag(p-1) == text.IN) {
			p--
		}
		return f.clause(p-1, stop)
	case f.norm(p) == ",":
		s := f.clause(p-1, stop)
		if s.first > stop && f.norm(s.first-1) == "," {
			if t := f.clause(s.first-2, stop); f.hasContent(t) {
				return t // "the debt, banks excluded, was"
			}
		}
		return s
	case f.norm(p) == "and":
		return f.clause(p-1, stop)
	case f.tag(p) == text.PRP && f.tag(p-1) != text.IN:
		return stretch{}
	}
	return f.clause(p, stop)
}

// isVerbal reports whether token i belongs to a verb group: "is expected to".
func (f *finder) isVerbal(i int) bool {
	t := f.tag(i)
	return t.IsVerb() || t == text.MD || t == text.RB || t == text.TO || t == text.RP
}

func (f *finder) isRelative(i int) bool {
	t := f.tag(i)
	return t == text.WDT || t == text.WP || f.norm(i) == "that" || f.norm(i) == "which" || f.norm(i) == "who"
}

// clause returns the words that end at token i and begin where the clause
// does.
func (f *finder) clause(i, stop int) stretch {
	j := i
	for j >= stop {
		t, tag := f.at(j), f.tag(j)
		if t.Kind == text.Punct && !isDash(t.Norm) && t.Norm != "&" && t.Norm != "/" || t.Kind == text.Mark || isDash(t.Norm) && t.Space ||
			f.isRelative(j) || tag == text.MD || tag == text.VBD || tag == text.VBZ || tag == text.VBP || tag == text.WRB ||
			t.Norm == "while" || t.Norm == "as" || t.Norm == "because" || t.Norm == "but" || t.Norm == "after" {
			break
		}
		j--
	}
	return stretch{j + 1, i + 1}
}

// opening returns the noun phrases the sentence begins with.
func (f *finder) opening(a *amount) stretch {
	end := f.first
	for end < min(a.first, f.first+12) {
		t, tag := f.at(end), f.tag(end)
		if tag.IsVerb() && tag != text.VBN && tag != text.VBG || tag == text.MD || t.Norm == "," && end > f.first || t.Norm == ";" || t.Norm == "–" {
			break
		}
		end++
	}
	return stretch{f.first, end}
}

// predicate returns what is said of a claim that is itself the subject: "four
// people were killed by a storm".
func (f *finder) predicate(a *amount) stretch {
	end := a.end
	for end < min(a.end+maxWords+2, f.last) && (f.at(end).Kind != text.Punct || isDash(f.at(end).Norm)) {
		end++
	}
	for j := a.end; j < end; j++ {
		if f.tag(j).IsNoun() && f.isContent(j) {
			return stretch{a.end, end}
		}
	}
	return stretch{}
}

// hasContent reports whether a stretch holds a word that contentWords keeps.
func (f *finder) hasContent(s stretch) bool {
	for j := s.first; j < s.end; j++ {
		if f.isContent(j) {
			return true
		}
	}
	return false
}

// isContent reports whether a token is a word that names something.
func (f *finder) isContent(j int) bool {
	if j < f.first || j >= f.last {
		return false
	}
	t := f.at(j)
	tag := f.tag(j)
	if f.claimed[j-f.first] != ofText || isYear(t.Norm) || months[t.Norm] > 0 && t.Upper {
		return false
	}
	if t.Kind != text.Word && !(t.Kind == text.Number && j > f.first && f.at(j-1).Upper) {
		return false
	}
	switch t.Norm {
	case "total", "average", "other", "more", "same", "such", "own", "further", "only", "last", "next", "including", "excluding",
		"according", "expected", "likely", "able", "year", "years", "month", "months", "week", "weeks", "day", "days", "decade",
		"quarter", "period", "century", "present", "first", "having", "yesterday", "today", "tomorrow", "mr", "mrs", "ms", "sir",
		"mr.", "mrs.", "ms.", "dr", "according,":
		return false
	}
	if tag == text.CD && (months[f.norm(j-1)] > 0 || months[f.norm(j+1)] > 0) {
		return false
	}
	return (tag.IsNoun() || tag == text.JJ || tag == text.VBG || tag == text.VBN || tag == text.FW || tag == text.CD) && functionWords[t.Norm] == 0 && !weekdays[t.Norm]
}

// contentWords appends the naming words of a stretch.
func (f *finder) contentWords(words []string, s stretch) []string {
	n := 0
	for j := s.first; j < s.end && n < maxWords; j++ {
		if !f.isContent(j) {
			continue
		}
		w := f.d.Word(j)
		for j+2 < s.end && isDash(f.at(j+1).Norm) && !f.at(j+1).Space && !f.at(j+2).Space {
			w += "-" + f.d.Word(j+2)
			j += 2
		}
		words = append(words, w)
		n++
	}
	return words
}

// headOf returns the head noun of the first noun phrase in a stretch.
func (f *finder) headOf(s stretch) string {
	head := ""
	for j := s.first; j < s.end; j++ {
		switch {
		case f.isContent(j) && (f.tag(j).IsNoun() || f.tag(j) == text.VBG && j+1 == s.end):
			head = f.d.Word(j)
		case head != "" && (f.tag(j) == text.IN || f.tag(j) == text.TO || f.norm(j) == ","):
			return head
		}
	}
	return head
}

// isTimeAt reports whether a time begins at token i: "2018", "the past year".
func (f *finder) isTimeAt(i int) bool {
	for j := i; j < min(i+4, f.last); j++ {
		t := f.at(j)
		if isYear(t.Norm) || months[t.Norm] > 0 && t.Upper || weekdays[t.Norm] {
			return true
		}
		if u, _ := f.unitAt(j); u != nil && u.kind == timeUnit {
			return true
		}
		if tag := f.tag(j); tag != text.DT && tag != text.JJ && tag != text.CD {
			return false
		}
	}
	return false
}
