package name

import (
	"strings"
	"unicode/utf8"

	"inquit/internal/text"
)

// run reads the run of capitalised words [i, end): titles and offices, a
// person, a body, a place, or none of them.
func (f *finder) run(i, end int, s *text.Sentence) {
	i = f.trim(i, end)
	if i == end {
		return
	}
	if e := f.bodyEnd(i, end); e > i && e < end && f.class[e-1]&org != 0 && f.class[e]&(given|title) != 0 {
		f.run(i, e, s) // "in the Ayton Post Jane Roe writes"
		f.run(e, end, s)
		return
	}
	if f.namesThing(i, end) {
		return
	}
	if f.class[i]&(multi|body) == multi|body && f.bodyEnd(i, end) == end {
		f.bare(i, end, s) // "Garda Síochána"
		return
	}
	cut, c := f.cutOffice(i, end)
	if c.titled && cut == i+1 && cut+1 == end && strings.HasPrefix(f.d.Tokens[i].Norm, "hono") && f.class[cut]&(group|role) != 0 {
		f.nounPhrase(cut, s) // "Honourable Members"
		return
	}
	switch {
	case end > i+1 && tails[f.d.Tokens[end-1].Norm]:
		f.bare(i, end, s)
	case cut < end && (c.titled || cut > i && f.canBeNamed(cut, end)):
		f.person(i, cut, end, c, s)
	case cut == end && cut > i && !c.titled:
		f.nounPhrase(c.headFirst, s)
	case cut == end && cut > i:
	case end > i+1 && f.class[end-1]&group != 0 && f.class[end-1]&(given|org) == 0 && !f.hasOrg(i, end-1):
		f.nounPhrase(end-1, s)
	default:
		f.bare(i, end, s)
	}
}

// canBeNamed reports whether [cut, end) behind an office can be a person's
// name: "Mayor Hill", but not "General Election Day".
func (f *finder) canBeNamed(cut, end int) bool {
	c := f.class[end-1]
	return c&(org|thing) == 0 || f.class[cut]&given != 0 || end == cut+1 && c&org == 0
}

// trim drops words at the front that only the start of a sentence gave their
// capital.
func (f *finder) trim(i, end int) int {
	for i+1 < end && f.initial(i) && f.class[i] == 0 && !f.upper[f.d.Tokens[i].Norm] && f.d.Tokens[i+1].Space &&
		(f.lowerCase()[f.d.Tokens[i].Norm] || hasSuffix(f.d.Tokens[i].Norm, "ing") || hasSuffix(f.d.Tokens[i].Norm, "ly")) {
		i++
	}
	return i
}

// cutOffice returns where the name begins behind titles and offices; i when
// there are none. The candidate returned holds what the titles tell.
func (f *finder) cutOffice(i, end int) (int, candidate) {
	cut, c := i, candidate{}
	for k := i; k < end; k++ {
		switch {
		case f.class[k]&title != 0 && (k+1 < end || k == i):
			if k > i && f.class[k]&(given|role) == 0 && f.class[k-1]&given != 0 && !f.cutShort(k, end) {
				continue
			}
			c.titled = true
			c.gender = genderOf(f.class[k])
			c.knight = c.knight || isKnight(f.d.Tokens[k].Norm)
			cut = k + 1
		case f.class[k]&suffix != 0 && k > i && (k+1 == end || f.class[k+1]&suffix != 0):
		case f.class[k]&role != 0 && f.class[k]&given != 0 && k == i && k+1 < end && f.class[k+1]&(given|role|title) == 0: // "Dean Doe"
		case f.class[k]&role != 0 && !f.isSurname(i, k, end) && !f.inDouble(i, k, end):
			if g := genderOf(f.class[k]); g != NoGender && c.gender == NoGender {
				c.gender = g
			}
			c.headFirst = k
			cut = f.skipOf(k+1, end)
			k = cut - 1
		}
		if f.class[k]&group != 0 && f.class[k]&(role|given|title) == 0 && k+1 < end && f.class[k+1]&(given|title) != 0 {
			cut = k + 1 // "Senators Jane Roe and Alan Poe"
		}
		if cut < end && f.d.Tokens[cut].Norm == "." {
			cut, k = cut+1, max(k, cut)
		}
	}
	return cut, c
}

// cutShort reports whether the title k has a stop and a name behind it: "West
// Virginia Sen. Jane Roe".
func (f *finder) cutShort(k, end int) bool {
	return k+2 < end && f.d.Tokens[k+1].Norm == "." && shortTitles[f.d.Tokens[k].Norm] != ""
}

// inDouble reports whether the office word k is a part of a double-barrelled
// name, "Jane Champion-Roe"; "Vice-President" is none.
func (f *finder) inDouble(i, k, end int) bool {
	office := func(k int) bool { return f.class[k]&(role|adj|modifier) != 0 }
	if k-2 >= i && f.d.Tokens[k-1].Norm == "-" && !f.d.Tokens[k-1].Space && !office(k-2) {
		return true
	}
	if k+2 < end && f.d.Tokens[k+1].Norm == "-" && !f.d.Tokens[k+1].Space {
		w := f.d.Tokens[k+2].Norm
		return !office(k+2) && w != "elect" && w != "designate"
	}
	return false
}

// isSurname reports whether the office word k is a person's last name here:
// "Jane Baker", "Tom Cook".
func (f *finder) isSurname(i, k, end int) bool {
	if k == i || k+1 < end && f.class[k+1]&suffix == 0 {
		return false
	}
	before := f.class[k-1]
	if f.d.Tokens[k-1].Norm == "." && k > i+1 {
		before = f.class[k-2]
	}
	return before&given != 0 && before&(place|demonym|adj) == 0 || before&title != 0 && before&role == 0
}

// skipOf returns the end of the field of an office, "of State", "for
// Defence", "of Works and Transport", that begins at token k.
func (f *finder) skipOf(k, end int) int {
	for k < end {
		w := f.d.Tokens[k].Norm
		if w != "of" && w != "for" {
			return k
		}
		k++
		if k < end && f.d.Tokens[k].Norm == "the" {
			k++
		}
		k = f.fieldWords(k, end)
	}
	return min(k, end)
}

// fieldWords returns the end of what an office is of: a listed body, or words
// one of which at least is no name, joined by "and".
func (f *finder) fieldWords(k, end int) int {
	if k < end && f.class[k]&multi != 0 {
		if e := f.bodyEnd(k, end); e > k {
			return e
		}
	}
	if placeHeads[f.d.Tokens[k].Norm] && k+1 < end {
		k++ // "of St Brannoc"
	}
	if k+2 == end && f.class[k+1]&(given|title) == 0 {
		return end // one word more is no name: "of Port Merrow"
	}
	for k++; k < end; k++ {
		w := f.d.Tokens[k].Norm
		switch {
		case w == "and" || w == "&" || w == "," && k+1 < end && f.class[k+1]&field != 0:
			k++
		case f.class[k]&(field|org|modifier) == 0 || f.class[k]&(given|title) != 0:
			return k
		}
	}
	return k
}

// placeHeads begin the names of places.
var placeHeads = map[string]bool{
	"st": true, "saint": true, "port": true, "mount": true, "fort": true, "cape": true, "new": true, "san": true, "santa": true,
	"los": true, "las": true, "north": true, "south": true, "east": true, "west": true, "isle": true, "ile": true, "île": true, "great": true, "little": true,
}

// genderOf returns the gender that a word's classes tell, if they agree.
func genderOf(c class) Gender {
	switch c & (male | female) {
	case male:
		return Male
	case female:
		return Female
	}
	return NoGender
}

// isKnight reports whether a title is used with the first name.
func isKnight(w string) bool { return w == "sir" || w == "dame" || w == "sister" }

// person emits a person whose name is [cut, end), with the offices and titles
// before it.
func (f *finder) person(i, cut, end int, c candidate, s *text.Sentence) {
	c.form, c.human, c.definite = person, true, true
	f.emitName(i, cut, end, c, s)
}

// emitName emits a name with what belongs to its phrase on the left.
func (f *finder) emitName(i, cut, end int, c candidate, s *text.Sentence) {
	c.headFirst, c.headLast, c.headline = cut, f.withoutHonours(cut, end), f.title
	c.last = end
	if f.partyFollows(end, s) {
		c.last = f.partyEnd(end, s)
		f.skip = c.last
	}
	c.first = i
	if c.form != body1 && f.officeBefore(i, s) {
		c.first = f.phraseStart(i, s)
		if f.class[cut]&(noun|function|det|thing) == 0 || f.class[cut]&given != 0 || end > cut+1 {
			c.human = true
			if c.form == unknown {
				c.form = person
			}
		}
	} else if i > s.First && f.d.Tokens[i-1].Norm == "the" {
		c.first = i - 1
	} else if i > s.First+1 && f.d.Tokens[i-2].Norm == "the" && f.d.Tokens[i-1].Kind == text.Word && f.class[i-1]&(closed|det|noun) == 0 {
		c.first = i - 2
	} else if cut > i && i > s.First && (f.isPossessive(i-1, s.Last) || f.class[i-1]&(adj|org) != 0) {
		c.first = f.phraseStart(i, s)
	}
	c.roleFirst, c.roleLast = f.roleTokens(c.first, cut)
	if c.gender == NoGender && c.form == person {
		c.gender = f.givenGender(cut, end)
		for k := c.first; k < cut && c.gender == NoGender; k++ {
			if f.class[k]&role != 0 {
				c.gender = genderOf(f.class[k])
			}
		}
	}
	c.possessive = f.isPossessive(end, s.Last)
	f.emit(c)
}

// withoutHonours returns the end of the name [cut, end) without "MP", "QC".
func (f *finder) withoutHonours(cut, end int) int {
	for end-1 > cut && f.class[end-1]&suffix != 0 {
		switch f.d.Tokens[end-1].Norm {
		case "jr", "sr", "ii", "iii", "iv":
			return end
		}
		end--
	}
	return end
}

// givenGender returns what the first word of a name of several tells.
func (f *finder) givenGender(cut, end int) Gender {
	if f.class[cut]&given == 0 {
		return NoGender
	}
	g := genderOf(f.class[cut])
	if g == Male && f.d.Tokens[end-1].Start == f.d.Tokens[cut].Start {
		return NoGender // alone "Grant" and "Terry" may be surnames
	}
	return g
}

// officeBefore reports whether the word before token i is an office in lower
// case that belongs to the name behind it: "secretary general Jane Roe".
func (f *finder) officeBefore(i int, s *text.Sentence) bool {
	if i == s.First || !f.d.Tokens[i].Space {
		return false
	}
	c := f.class[i-1]
	return c&role != 0 && c&(say|verb|aux) == 0 || c&role != 0 && i-1 > s.First && f.class[i-2]&(det|adj|demonym|role|org) != 0
}

// roleTokens returns the tokens of the office in [first, cut), without its
// article and its holder's title.
func (f *finder) roleTokens(first, cut int) (int, int) {
	for first < cut && (f.class[first]&det != 0 && f.d.Tokens[first+1].Kind != text.Number || f.d.Tokens[first].Kind != text.Word) {
		first++
	}
	for k := first; k < cut; k++ {
		if f.isPossessive(k, cut) {
			first = k + 1
		}
	}
	for cut > first && (f.d.Tokens[cut-1].Norm == "the" || f.class[cut-1]&title != 0 && (f.class[cut-1]&role == 0 || cut-1 > first) || f.d.Tokens[cut-1].Kind != text.Word) {
		cut--
	}
	for k := first; k < cut; k++ {
		if f.class[k]&role != 0 {
			return first, cut
		}
	}
	return first, first
}

// partyFollows reports whether a party and place in brackets follow: "(D-Ohio)".
func (f *finder) partyFollows(end int, s *text.Sentence) bool {
	if end+2 >= s.Last || f.d.Tokens[end].Norm != "(" {
		return false
	}
	t := &f.d.Tokens[end+1]
	return t.Upper && utf8.RuneCountInString(t.Norm) <= 3 && !t.Space && len(t.Norm) == 1
}

// partyEnd returns the token behind the closing bracket, at most a few words
// on; end when there is none.
func (f *finder) partyEnd(end int, s *text.Sentence) int {
	for k := end + 2; k < s.Last && k < end+8; k++ {
		if f.d.Tokens[k].Norm == ")" {
			return k + 1
		}
	}
	return end
}
