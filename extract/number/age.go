package number

import "inquit/internal/text"

// ageOf reads ages that do not say "old": "Ann Other, 44,", "aged 44", "the
// age of 44", "who was 10".
func (f *finder) ageOf(a *amount) {
	if !a.plain && a.form != wordForm || a.lo.Cmp(Int(120)) > 0 || a.lo.IsZero() || !a.lo.IsInt() || a.mag && a.form == digitForm {
		return
	}
	p, p2 := f.norm(a.first-1), f.norm(a.first-2)
	if isModifierWord(p) {
		p, p2 = p2, f.norm(a.first-3)
	}
	if p == "and" && f.norm(a.first-3) == "aged" && f.at(a.first-2).Kind == text.Number && a.plain {
		p = "aged" // "two men aged 19 and 23"
	}
	if a.rule = ""; (p == "aged" || p == "ages") && f.isBand(a.end) {
		a.rule = "band"
		return
	}
	switch {
	case p == "of" && persons[p2] && a.form == digitForm && f.closesAge(a.end):
	case p == "aged", p == "age" && p2 != "the", p == "of" && p2 == "age" && f.norm(a.first-3) != "in", (p == "turned" || p == "turns") && (f.closesAge(a.end) || f.norm(a.end) == "in" || f.norm(a.end) == "on"), p == "ages":
	case a.form == digitForm && p == "," && f.closesAge(a.end) && f.nameBefore(a.first-2):
	case a.form == digitForm && p == "," && f.norm(a.end) == "," && a.lo.Cmp(Int(16)) > 0 && f.tag(a.first-2) == text.NN:
	case a.form == digitForm && (p == "was" || p == "is") && (p2 == "who" || p2 == "he" || p2 == "she" || p2 == "she's") && f.closesAge(a.end):
	case a.form == digitForm && (p == "is" || p == "was" || p == "of" || p == "at") && f.speaksOfAge(a):
	case a.form == digitForm && f.nameBefore(a.first-1) && f.firstNameBefore(a.first-2) && f.tag(a.end).IsVerb():
	default:
		return
	}
	a.setUnit("year-of-age", ageUnit)
	a.rule = "age"
}

// persons are of an age when a number follows "of": "a widow of 61".
var persons = map[string]bool{
	"man": true, "woman": true, "boy": true, "girl": true, "wife": true, "husband": true, "widow": true, "widower": true,
	"son": true, "daughter": true, "mother": true, "father": true, "youth": true, "teenager": true, "child": true, "lad": true,
}

// isBand reports whether an age at token i goes on to be a band: "aged 25 to
// 54", which says who is counted and is no claim.
func (f *finder) isBand(i int) bool {
	w := f.norm(i)
	if w == "and" {
		return f.at(i+1).Kind != text.Number
	}
	return w == "to" || w == "or" || w == "-" || w == "–" || w == "+"
}

func (f *finder) closesAge(i int) bool {
	switch f.norm(i) {
	case ",", ".", ";", ")", "", "and", "at", "when", "from", "!", "?":
		return true
	}
	return f.at(i).Kind == text.Mark
}

// nameBefore reports whether token i may end a person's name.
func (f *finder) nameBefore(i int) bool {
	return i >= f.first && f.at(i).Upper && f.at(i).Kind == text.Word && months[f.at(i).Norm] == 0 &&
		!weekdays[f.at(i).Norm] && !numberedNames[f.at(i).Norm] && functionWords[f.at(i).Norm] == 0
}

// speaksOfAge reports whether the words before name an age: "life expectancy".
func (f *finder) speaksOfAge(a *amount) bool {
	for j := a.first - 2; j > max(f.first, a.first-10); j-- {
		if w := f.norm(j); w == "age" && f.norm(j-1) != "the" || w == "expectancy" {
			return !f.tag(a.end).IsNoun()
		}
	}
	return false
}

func (f *finder) firstNameBefore(i int) bool {
	return f.nameBefore(i) && !f.at(i).Caps && i == f.first
}
