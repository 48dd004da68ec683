package name

import (
	"unicode/utf8"

	"inquit/internal/text"
)

// maxRun is the longest run of capitalised words read as one; real ones have
// fewer, and a text in capitals throughout must not cost more.
const maxRun = 24

// canBegin reports whether the capitalised word i can begin a name or the
// office before one.
func (f *finder) canBegin(i int, s *text.Sentence) bool {
	c := f.class[i]
	if c&(function|det|aux|say|verb|date) != 0 {
		return c&given != 0 && f.beginsPair(i, s)
	}
	if f.d.Tokens[i].Norm == "'s" || c&suffix != 0 && c&^suffix == 0 {
		return false
	}
	if len(f.d.Tokens[i].Norm) == 1 && i+2 < s.Last && f.d.Tokens[i+1].Norm == "." && f.d.Tokens[i+2].Upper {
		return true // "J. Poe"
	}
	if !f.initial(i) || i+1 < s.Last && f.d.Tokens[i+1].Upper && f.d.Tokens[i+1].Space && c&adj == 0 {
		return true
	}
	if c&(given|place|body|title|multi|noun) != 0 {
		return true
	}
	if c&(thing|field) != 0 && i+2 < s.Last && f.d.Tokens[i+1].Norm == "of" && f.d.Tokens[i+2].Upper {
		return true // "Port of Ayton"
	}
	if c&demonym != 0 || c&adj != 0 {
		return true
	}
	return f.nameAtStart(i, s)
}

// beginsPair reports whether a word that is also a verb or a month, "Will",
// "Mark", "April", is a given name here: a capital follows, and no question
// or date is begun.
func (f *finder) beginsPair(i int, s *text.Sentence) bool {
	if i+1 >= s.Last {
		return false
	}
	next := &f.d.Tokens[i+1]
	if next.Kind != text.Word || !next.Upper && f.joinsParticle(i+1, s.Last) == 0 || f.class[i+1]&(closed|det|date) != 0 {
		return false
	}
	if !f.initial(i) {
		return true
	}
	if f.class[i]&aux != 0 && f.d.Tokens[s.Last-1].Norm == "?" {
		return false
	}
	if f.class[i]&aux != 0 && f.class[i+1]&(title|body|org|role) != 0 {
		return false // "Will Jane Roe resign?"
	}
	return i+2 < s.Last && f.d.Tokens[i+2].Norm != "?"
}

// nameAtStart reports whether the unlisted word i at the start of a sentence,
// followed by no capital, is a name.
func (f *finder) nameAtStart(i int, s *text.Sentence) bool {
	w := f.d.Tokens[i].Norm
	if f.upper[w] {
		return true
	}
	if f.class[i] != 0 || hasSuffix(w, "ing") || hasSuffix(w, "ly") || f.lowerCase()[w] {
		return false
	}
	if f.d.Tokens[i].Caps || i+1 >= s.Last {
		return f.d.Tokens[i].Caps
	}
	if f.class[i+1]&(say|aux) == 0 && !f.isPossessive(i+1, s.Last) && !f.asideBehind(i+1, s) {
		return false
	}
	f.d.Tag(f.d.Tokens[i].Sentence)
	tag := f.d.Tokens[i].Tag
	return tag == text.NNP || tag == text.NNPS || tag == text.NN || tag == text.NoTag
}

// asideBehind reports whether at token k begins what is said of a person or
// body between commas: ", 31,", ", who", ", the centre-back,".
func (f *finder) asideBehind(k int, s *text.Sentence) bool {
	if k+2 >= s.Last || f.d.Tokens[k].Norm != "," {
		return false
	}
	t := &f.d.Tokens[k+1]
	return t.Kind == text.Number && f.d.Tokens[k+2].Norm == "," || t.Norm == "who" || t.Norm == "whose" || t.Norm == "which" ||
		f.class[k+1]&det != 0 && t.Norm != "this" && t.Norm != "that"
}

// lowerCase returns the unlisted words that stand in lower case somewhere.
func (f *finder) lowerCase() map[string]bool {
	if f.lower == nil {
		f.lower = make(map[string]bool, len(f.d.Tokens)/8)
		for i := range f.d.Tokens {
			if t := &f.d.Tokens[i]; t.Kind == text.Word && !t.Upper && f.class[i] == 0 {
				f.lower[t.Norm] = true
			}
		}
	}
	return f.lower
}

// runEnd returns where the run of capitalised words that begins with token i
// ends: over initials with stops, hyphens, particles, "&", and the "of" and
// "and" inside the names of bodies.
func (f *finder) runEnd(i int, s *text.Sentence) int {
	j := i + 1
	for j < s.Last && j-i < maxRun {
		n := f.joins(i, j, s)
		if n == 0 {
			break
		}
		j += n
	}
	return j
}

// joins returns how many tokens from j on go on with the run begun at i; 0
// when it ends.
func (f *finder) joins(i, j int, s *text.Sentence) int {
	t, last := &f.d.Tokens[j], s.Last
	switch {
	case t.Kind == text.Word && t.Upper && t.Space:
		return f.joinsWord(i, j, s)
	case t.Kind == text.Word && f.class[j]&particle != 0 && t.Space && f.class[j-1]&(role|org) == 0:
		return f.joinsParticle(j, last)
	case t.Norm == "the" && j+2 < last && f.class[j-1]&(role|title) != 0 && honours[f.d.Tokens[j+1].Norm]:
		return 2 // "Prime Minister Dr the Hon Jane Roe"
	case f.isPossessive(j, last) && j+1 < last && f.d.Tokens[j+1].Upper && f.class[j+1]&org != 0 && f.class[j-1]&(group|firm) != 0 && f.class[j-1]&given == 0:
		return 2 // "Waterfront Workers' Union"
	case t.Norm == "plc" || t.Norm == "ltd" || t.Norm == "inc" || t.Norm == "llp":
		return 1
	case t.Norm == "-" && !t.Space:
		if j+1 < last && !f.d.Tokens[j+1].Space && f.d.Tokens[j+1].Kind == text.Word && f.hyphenJoins(j) {
			return 2
		}
	case t.Norm == "." && !t.Space:
		if f.abbreviated(j-1) && j+1 < last && f.d.Tokens[j+1].Upper && f.class[j+1]&closed == 0 {
			return 1 + f.joinsWord(i, j+1, s)
		}
		if f.abbreviated(j-1) && j+1 < last && f.class[j-1]&suffix != 0 {
			return 1
		}
	case t.Norm == "&":
		if j+1 < last && f.d.Tokens[j+1].Upper {
			return 2
		}
	case t.Norm == "of" || t.Norm == "for" || t.Norm == "and" || t.Norm == "on":
		return f.joinsOf(i, j, last)
	case t.Kind == text.Mark && t.Space && j+3 < last:
		return f.joinsNickname(j)
	}
	return 0
}

// honours are the words between "the" and a name in a long style.
var honours = map[string]bool{
	"hon": true, "honourable": true, "honorable": true, "rt": true, "right": true, "rev": true, "revd": true, "reverend": true, "most": true,
}

// joinsWord reports whether the capitalised word j goes on with a run.
func (f *finder) joinsWord(i, j int, s *text.Sentence) int {
	c := f.class[j]
	if c&date != 0 {
		if c&given == 0 && f.d.Tokens[j].Norm != "march" || j+1 < s.Last && f.d.Tokens[j+1].Kind == text.Number {
			return 0
		}
		return 1
	}
	if c&(function|det) != 0 && c&(particle|suffix) == 0 {
		if len(f.d.Tokens[j].Norm) == 1 && j+2 < s.Last && f.d.Tokens[j+1].Norm == "." && f.d.Tokens[j+2].Upper {
			return 1 // the initial of "Jane A. Roe"
		}
		return 0
	}
	if c&(aux|say|verb) != 0 && c&(given|noun|adj|thing) == 0 && !f.upper[f.d.Tokens[j].Norm] {
		return 0
	}
	if c&title != 0 && c&role == 0 && j > i && f.class[j-1]&(noun|adj|demonym|place|body|function|title) == 0 && f.d.Tokens[j-1].Norm != "." && !f.isBody(i, j) {
		return 0 // "After Brexit Mr Poe": another name begins
	}
	return 1
}

// joinsParticle returns the length of particles that lead to a capital.
func (f *finder) joinsParticle(j, last int) int {
	if f.class[j]&particle == 0 {
		return 0
	}
	n := 1
	for j+n < last && n < 4 {
		t := &f.d.Tokens[j+n]
		switch {
		case t.Upper:
			return n + 1
		case f.class[j+n]&particle == 0 && t.Norm != "-":
			return 0
		}
		n++
	}
	return 0
}

// hyphenJoins reports whether the hyphen at j stands inside a name: between
// capitals, or behind "al".
func (f *finder) hyphenJoins(j int) bool {
	next := &f.d.Tokens[j+1]
	return next.Upper || f.class[j-1]&particle != 0 || next.Norm == "elect" || next.Norm == "designate" ||
		len(next.Norm) <= 5 && f.class[j+1]&^(given|male|female|thing|date) == 0 && len(f.d.Tokens[j-1].Norm) <= 5 // Kim Jong-un
}

// abbreviated reports whether a stop behind token i belongs to it: an
// initial, or a title cut short.
func (f *finder) abbreviated(i int) bool {
	if i < 0 {
		return false
	}
	t := &f.d.Tokens[i]
	return t.Upper && (utf8.RuneCountInString(t.Norm) == 1 || f.class[i]&(title|suffix) != 0 && len(t.Norm) <= 5 || t.Norm == "st")
}

// joinsOf returns the length of "of", "of the", "for", "and" with the word
// behind it, when the run begun at i names a body or an office that goes on so.
func (f *finder) joinsOf(i, j, last int) int {
	n := 1
	if j+1 < last && f.d.Tokens[j+1].Norm == "the" {
		n = 2
	}
	if j+n >= last || !f.d.Tokens[j+n].Upper || f.class[j+n]&(date|title) != 0 || f.class[j+n]&function != 0 {
		return 0
	}
	w := f.d.Tokens[j].Norm
	switch {
	case w == "and":
		return f.joinsAnd(i, j, last)
	case f.class[j-1]&(org|thing) != 0 && f.class[j-1]&given == 0, f.hasOrg(i, j) && w != "on":
		return n + 1
	case w == "of" && f.class[j-1]&role != 0 && f.class[j+n]&(given|place) == 0:
		return n + 1
	}
	return 0
}

// joinsAnd looks for a body's noun close behind "and": "Securities and
// Exchange Commission", "Department of Health and Social Care".
func (f *finder) joinsAnd(i, j, last int) int {
	if f.class[j-1]&field != 0 && j+1 < last && f.class[j+1]&field != 0 && f.class[i]&given == 0 {
		return 2 // "Minister of Works and Transport"
	}
	if f.class[i]&(given|title|place|body|role) != 0 {
		return 0
	}
	if f.hasOrg(i, j) {
		for k := i; k < j; k++ {
			if n := f.d.Tokens[k].Norm; (n == "of" || n == "for") && f.class[j+1]&(given|body|place|title) == 0 {
				return 2
			}
		}
		return 0
	}
	for k := j + 1; k < last && k < j+5 && f.d.Tokens[k].Upper; k++ {
		if f.class[k]&org != 0 && k > j+1 {
			return 2
		}
	}
	return 0
}

// hasOrg reports whether a body's noun stands in tokens [i, j).
func (f *finder) hasOrg(i, j int) bool {
	for k := i; k < j; k++ {
		if f.class[k]&org != 0 {
			return true
		}
	}
	return false
}

// joinsNickname returns the length of a nickname in marks before a surname:
// Mary “Mo” Major.
func (f *finder) joinsNickname(j int) int {
	t := f.d.Tokens[j : j+4]
	if f.class[j-1]&given == 0 && f.d.Tokens[j-1].Norm != "." || !t[1].Upper || t[1].Space || t[2].Kind != text.Mark || t[2].Space || !t[3].Upper || !t[3].Space {
		return 0
	}
	if f.class[j+3]&closed != 0 {
		return 0
	}
	return 4
}
