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
	if a.kind == nounUnit && a.rule != "strong" || a.kind == noUnit && !a.parted || a.kind == countUnit {
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
