package name

import (
	"unicode/utf8"

	"inquit/internal/text"
)

// bare reads a run without titles and offices.
func (f *finder) bare(i, end int, s *text.Sentence) {
	i = f.skipKnown(i, end)
	c := candidate{form: f.bareForm(i, end, s), definite: true}
	switch {
	case c.form == body1 && f.blocked(i, end, s):
		return
	case c.form == docNoun:
		return
	}
	if c.form == person {
		c.human = true
	}
	f.emitName(i, i, end, c, s)
}

// skipKnown drops adjectives of place and the like before a given name:
// "Nationwide Florida Jane Roe" keeps "Jane Roe".
func (f *finder) skipKnown(i, end int) int {
	for k := i + 1; k+1 < end; k++ {
		if f.class[k]&given != 0 && f.class[k]&(place|thing) == 0 && f.class[k-1]&(demonym|adj|place|org|body) != 0 &&
			f.class[k-1]&given == 0 && f.class[end-1]&(org|thing) == 0 {
			return k
		}
	}
	return i
}

// bareForm says what a run without titles names. docNoun stands for things
// that never speak.
func (f *finder) bareForm(i, end int, s *text.Sentence) form {
	first, last := f.class[i], f.class[end-1]
	many := end > i+1
	afterThe := i > s.First && f.d.Tokens[i-1].Norm == "the"
	switch {
	case f.isBody(i, end), f.hasAnd(i, end), many && tails[f.d.Tokens[end-1].Norm]:
		return body1
	case end == i+2 && placeHeads[f.d.Tokens[i].Norm] && last&given == 0:
		return body1 // "Saint Ormond"
	case len(f.d.Tokens[i].Norm) == 1 && many && f.d.Tokens[i+1].Norm == "-":
		return docNoun // "R-Ohio" behind a name
	case many && first&given != 0 && !afterThe && (last&(org|thing) == 0 || end == i+2 && first&(place|adj) == 0):
		return person
	case !many && !afterThe && first&firm != 0 && first&(body|place|given) == 0 && !f.d.Tokens[i].Caps:
		return unknown // "Mills" may be a surname
	case f.hasOrg(i, end):
		return body1
	case many && f.personShape(i, end):
		return person
	case f.anyClass(i, end, thing):
		return docNoun
	case !many && first&given != 0 && first&(place|demonym) == 0:
		if i > s.First && f.class[i]&(male|female) == 0 && inPlace(f.d.Tokens[i-1].Norm) {
			return unknown // "in Devon"
		}
		return person
	case f.allClass(i, end, place|demonym|adj):
		if f.anyClass(i, end, place) {
			return body1
		}
		return docNoun
	case !many && (first&(role|doc|adj|date) != 0 || first&demonym != 0):
		return docNoun
	case !many && f.d.Tokens[i].Caps || afterThe:
		return body1
	}
	return unknown
}

// inPlace reports whether a preposition stands before places.
func inPlace(w string) bool {
	switch w {
	case "in", "from", "near", "at", "across", "outside", "into":
		return true
	}
	return false
}

// isBody reports whether the run is one of the listed bodies, or ends in one.
func (f *finder) isBody(i, end int) bool {
	if end == i+1 {
		return f.class[i]&body != 0
	}
	for k := i; k < end; k++ {
		if f.class[k]&multi != 0 && f.bodyEnd(k, end) == end {
			return true
		}
	}
	return false
}

// bodyEnd returns where a listed body of several words that begins at k ends;
// k when there is none.
func (f *finder) bodyEnd(k, end int) int {
	best := k
	for _, rest := range f.lex.bodies[f.d.Tokens[k].Norm] {
		n := 0
		for n < len(rest) && k+1+n < end && f.d.Tokens[k+1+n].Norm == rest[n] {
			n++
		}
		if n == len(rest) {
			best = max(best, k+1+n)
		}
	}
	return best
}

// personShape reports whether the form of a run alone shows a person: an
// initial or a particle in the middle, "Jr." at the end.
func (f *finder) personShape(i, end int) bool {
	if f.anyClass(i, end-1, thing) || f.class[end-1]&(place|org) != 0 || f.hasAnd(i, end) {
		return false
	}
	if f.class[end-1]&suffix != 0 || f.d.Tokens[end-1].Norm == "." {
		return true
	}
	for k := i; k+1 < end; k++ {
		t := &f.d.Tokens[k]
		if t.Kind == text.Word && (utf8.RuneCountInString(t.Norm) == 1 || k > i && f.class[k]&particle != 0 && t.Norm != "y" && t.Norm != "e") {
			return true
		}
	}
	return false
}

// hasAnd reports whether "&" stands in [i, end): no person's name has it.
func (f *finder) hasAnd(i, end int) bool {
	for k := i; k < end; k++ {
		if f.d.Tokens[k].Norm == "&" {
			return true
		}
	}
	return false
}

// anyClass reports whether a token of [i, end) has one of the classes.
func (f *finder) anyClass(i, end int, c class) bool {
	for k := i; k < end; k++ {
		if f.class[k]&c != 0 {
			return true
		}
	}
	return false
}

// allClass reports whether all words of [i, end) have one of the classes.
func (f *finder) allClass(i, end int, c class) bool {
	for k := i; k < end; k++ {
		if f.class[k]&c == 0 && f.d.Tokens[k].Kind == text.Word {
			return false
		}
	}
	return true
}

// blocked reports whether a place or body is no speaker where it stands: a
// place behind "in" or "from", or the first part of a longer noun phrase.
func (f *finder) blocked(i, end int, s *text.Sentence) bool {
	places := f.allClass(i, end, place|demonym|adj|multi)
	if places && i > s.First {
		k := i - 1
		if f.d.Tokens[k].Norm == "the" && k > s.First {
			k--
		}
		switch f.d.Tokens[k].Norm {
		case "in", "from", "at", "across", "near", "into", "around", "outside", "throughout", "within", "inside", "via",
			"through", "of", "on", "over", "for", "against", "toward", "towards", "between", "with":
			return true
		case "to":
			return k == s.First || f.d.Tokens[k-1].Norm != "according"
		}
	}
	return f.modifies(i, end, places, s)
}

// modifies reports whether the name of a place or body is the first part of a
// longer noun phrase: "UK defence spending", "the Nato family".
func (f *finder) modifies(i, end int, places bool, s *text.Sentence) bool {
	if end >= s.Last || !f.d.Tokens[end].Space {
		return false
	}
	t, c := &f.d.Tokens[end], f.class[end]
	if t.Kind != text.Word || t.Upper || c&(closed|det) != 0 || hasSuffix(t.Norm, "ly") || hasSuffix(t.Norm, "ed") {
		return false
	}
	if c&(noun|adj|modifier) != 0 && c&(say|verb) == 0 {
		return places || c&noun != 0
	}
	return c == 0 && (places || i > s.First && f.class[i-1]&det != 0) && !hasSuffix(t.Norm, "s")
}
