package number

import (
	"sort"

	"inquit/internal/text"
)

// readModifier reads the words that say how exact a value is, before it
// ("more than", "just under") or behind it ("or more", "+").
func (f *finder) readModifier(a *amount) {
	a.modifier = Exact
	if a.about {
		a.modifier = About
	}
	i := a.first - 1
	switch f.norm(i) {
	case "a", "an", "the", "between", "from", "another", "further", "extra", "additional", "(":
		if m, _ := endingAt(f, &f.lex.modifiers, i); m != nil {
			break // "a minimum"
		}
		if f.norm(i) == "from" || f.norm(i) == "the" || f.norm(i) == "(" {
			break
		}
		i--
	}
	m, start := endingAt(f, &f.lex.modifiers, i)
	if m != nil && f.isModifier(a, start, i) {
		a.modifier = *m
		f.negated(a, start)
		a.first = start
	}
	f.modifierBehind(a)
}

// isModifier says whether the words are a modifier here: "some", "over" and
// "around" are often something else.
func (f *finder) isModifier(a *amount, start, i int) bool {
	if i > start {
		return !(f.norm(i) == "to" && f.norm(start) == "up" && goings[f.norm(start-1)])
	}
	p := f.norm(start - 1)
	switch f.norm(i) {
	case "over":
		switch p {
		case "spread", "all", "took", "take", "taken", "win", "victory", "hand", "handed", "hands", "handing", "turned", "lead", "advantage":
			return false
		}
		if a.kind == timeUnit && f.isSpread(start) {
			return false
		}
		return a.kind != nounUnit || !quarrels[p]
	case "about":
		return !topics[p] || a.kind != nounUnit
	case "~":
		return !f.at(i + 1).Space // a sign that begins a line of a list
	case "under", "below", "above":
		return p != "from"
	}
	return true
}

// topics are words whose "about" says what of: "information about two raids".
var topics = map[string]bool{
	"information": true, "details": true, "talk": true, "talks": true, "talked": true, "talking": true, "question": true, "questions": true,
	"story": true, "stories": true, "book": true, "film": true, "movie": true, "concern": true, "concerns": true, "complaint": true,
	"complaints": true, "report": true, "reports": true, "news": true, "claims": true, "documents": true, "evidence": true, "facts": true,
	"spoke": true, "speak": true, "speaking": true, "asked": true, "ask": true, "asking": true, "worry": true, "worried": true,
	"think": true, "thinking": true, "know": true, "knew": true, "learn": true, "learned": true, "wrote": true, "write": true, "tweeted": true,
	"debate": true, "discussion": true, "conversation": true, "jokes": true, "joke": true, "comments": true, "remarks": true, "lied": true,
}

// goings make a movement of "up to": "spending goes up to 3 per cent".
var goings = map[string]bool{
	"go": true, "goes": true, "went": true, "gone": true, "going": true, "rise": true, "rises": true, "rose": true,
	"add": true, "adds": true, "added": true, "adding": true, "came": true, "pushed": true, "pushes": true, "moved": true, "crept": true, "jumped": true, "shot": true, "ticked": true, "edged": true,
}

// quarrels are words whose "over" says what about: "a row over two letters".
var quarrels = map[string]bool{
	"presided": true, "preside": true, "presiding": true, "argued": true, "argue": true, "clashed": true, "fight": true, "fought": true,
	"dispute": true, "row": true, "anger": true, "fury": true, "fears": true, "concern": true, "concerns": true, "questions": true,
	"probe": true, "inquiry": true, "investigation": true, "arrested": true, "charged": true, "sued": true, "jailed": true,
	"criticism": true, "criticised": true, "criticized": true, "protest": true, "protests": true, "lawsuit": true, "talks": true,
	"debate": true, "battle": true, "questioned": true, "apologised": true, "apologized": true, "resigned": true, "control": true,
}

// isSpread reports whether an amount stands right before token i, to be spread
// over a time: "£5bn over three years".
func (f *finder) isSpread(i int) bool {
	k := sort.Search(len(f.amounts), func(k int) bool { return f.amounts[k].first >= i })
	if k == 0 {
		return false
	}
	b := &f.amounts[k-1]
	return b.end <= i && i-b.end <= 2 && b.kind != timeUnit && b.kind != ageUnit
}

// negated turns "not over" and "no more than" round.
func (f *finder) negated(a *amount, start int) {
	if p := f.norm(start - 1); p != "not" && p != "no" && p != "n't" {
		return
	}
	switch a.modifier {
	case More:
		a.modifier = AtMost
	case Less:
		a.modifier = AtLeast
	}
}

// modifierBehind reads "or more", "or so", "plus" and "+" behind a claim.
func (f *finder) modifierBehind(a *amount) {
	j := a.end
	w, w2 := f.norm(j), f.norm(j+1)
	switch {
	case w == "or" && (w2 == "greater" || w2 == "higher" || w2 == "bigger"):
		a.modifier, a.end = AtLeast, j+2
	case w == "or" && (w2 == "lower" || w2 == "smaller"):
		a.modifier, a.end = AtMost, j+2
	case a.unit == "" && a.plain && a.lo.Cmp(Int(100)) < 0 && (w == "or" || w == "and") && (w2 == "over" || w2 == "older" || w2 == "under" || w2 == "younger"):
		a.rule = "band" // "adults of 65 or over"
	case w == "or" && (w2 == "more" || w2 == "above" || w2 == "older" || w2 == "over"), w == "and" && (w2 == "over" || w2 == "above"):
		a.modifier, a.end = AtLeast, j+2
	case w == "or" && (w2 == "less" || w2 == "fewer" || w2 == "under" || w2 == "younger"), w == "and" && w2 == "under":
		a.modifier, a.end = AtMost, j+2
	case w == "or" && w2 == "so":
		a.modifier, a.end = About, j+2
	case w == "plus" && f.endsCount(j+1) && f.tag(j+1) != text.DT && f.tag(j+1) != text.CD && f.tag(j+1) != text.PRPS || w == "+" && a.numEnd == a.end && j < f.last && !f.at(j).Space:
		a.modifier, a.end = AtLeast, j+1
	}
}

// rateBehind reads the rate that stands behind an amount and its equivalent:
// "9bn shekels ($2.4bn) a year".
func (f *finder) rateBehind(a *amount, i int) bool {
	probe := amount{end: i, kind: a.kind, unit: a.unit}
	f.rate(&probe)
	a.unit = probe.unit
	return true
}

// inherit gives an amount in brackets the modifier and change of the one it
// puts in other units: "more than 8 miles (13 km)"; and "or" the change:
// "grew by 40 jobs or 2 per cent".
func (f *finder) inherit() {
	for i := 1; i < len(f.amounts); i++ {
		a, b := &f.amounts[i-1], &f.amounts[i]
		p := f.prevNorm(b)
		switch {
		case p == "(" && b.first-a.end == 1 && f.norm(b.end) == ")" && a.unit != "" && f.rateBehind(a, b.end+1), p == "(" && b.first-a.end == 1, p == "/" && b.first-a.end == 1:
			if b.modifier == Exact {
				b.modifier = a.modifier
			}
			if b.change == NoChange {
				b.change, b.role = a.change, a.role
			}
		case p == "and" && a.role == By && b.role == NoRole && a.unit == b.unit && a.kind == percentUnit && f.isListed(a, b):
			b.change, b.role = a.change, a.role
		case p == "or" && b.first-a.end <= 2 && b.change == NoChange && a.unit != b.unit:
			b.change, b.role = a.change, a.role
		}
	}
}

// isListed reports whether b goes on with what a said: "fell 1 per cent on the
// month and 3 per cent on the year".
func (f *finder) isListed(a, b *amount) bool {
	if b.first-a.end > 6 {
		return false
	}
	for j := a.end; j < b.first; j++ {
		if t := f.at(j); t.Kind != text.Word || f.tag(j).IsVerb() {
			return false
		}
	}
	return f.tag(b.end) != text.NNS && f.norm(b.end) != "of"
}
