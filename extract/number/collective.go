package number

import "inquit/internal/text"

// casualties are what people are said to be behind a bare count.
var casualties = map[string]bool{
	"injured": true, "wounded": true, "killed": true, "dead": true, "missing": true, "hurt": true, "displaced": true,
	"homeless": true, "arrested": true, "detained": true, "hospitalised": true, "hospitalized": true, "evacuated": true, "died": true, "drowned": true,
	"perished": true, "starved": true,
}

// harms are done to people: "killed more than 31,000 in the city".
var harms = map[string]bool{"killed": true, "killing": true, "kills": true, "injured": true, "injuring": true, "wounded": true, "wounding": true}

// collectives are what a bare number of people makes up: "a crowd of 40,000".
var collectives = map[string]bool{
	"crowd": true, "population": true, "populations": true, "audience": true, "congregation": true, "crew": true, "village": true,
	"town": true, "attendance": true, "toll": true, "workforce": true, "staff": true, "garrison": true, "electorate": true,
}

// people gives a bare count its unit where the words around it are used of
// people only: "43 dead", "more than 200 were injured", "a crowd of 40,000".
func (f *finder) people(a *amount) {
	if a.unit != "" || a.one || a.ranged && a.form == digitForm && a.moved || a.form == fractionForm || a.form == foldForm || !a.lo.IsInt() {
		return
	}
	j := a.end
	if w := f.norm(j); w == "were" || w == "are" || w == "was" || w == "remain" || w == "have" || w == "had" {
		j++
	}
	if w := f.norm(j); w == "others" || w == "more" || w == "still" || w == "feared" || w == "seriously" || w == "reported" {
		j++
	}
	i := a.first - 1
	if m, start := endingAt(f, &f.lex.modifiers, i); m != nil {
		i = start - 1
	}
	switch {
	case harms[f.norm(i)] && f.endsCount(a.end) && a.kind == noUnit:
	case casualties[f.norm(j)] && !f.tag(j+1).IsNoun():
	case f.prevNorm(a) == "of" && collectives[f.norm(a.first-2)] && f.endsCount(a.end):
	default:
		return
	}
	a.setUnit("people", nounUnit)
}

// endsCount reports whether no noun can follow at token i.
func (f *finder) endsCount(i int) bool {
	return i >= f.last || f.at(i).Kind != text.Word || !f.tag(i).IsNoun() && !isModifierTag(f.tag(i))
}

// heldBy are the nouns that a value and a dash count in front of what holds
// them: "a 200-bed hospital". Below ten they say what sort it is, as other compounds do: "a three-bed flat".
var heldBy = map[string]string{
	"strong": "member", "member": "member", "seat": "seat", "bed": "bed", "home": "home", "bedroom": "bedroom", "seater": "seat",
	"page": "page", "vote": "vote", "nation": "nation", "person": "person",
}

// strong reads "a 5,000-strong brigade": so many members.
func (f *finder) strong(a *amount) bool {
	unit := heldBy[f.norm(a.end+1)]
	if !isDash(f.norm(a.end)) || f.at(a.end).Space || f.at(a.end+1).Space || unit == "" || a.form == fractionForm || a.form == vagueForm || a.lo.Cmp(Int(10)) < 0 {
		return false
	}
	a.setUnit(unit, nounUnit)
	a.end, a.rule = a.end+2, "strong"
	return true
}

// magnitudeOf reads "a magnitude 6.4 earthquake".
func (f *finder) magnitudeOf(a *amount) {
	i := a.first - 1
	if w := f.norm(i); isDash(w) || w == "of" {
		i--
	}
	if f.norm(i) == "magnitude" && a.lo.Cmp(Int(10)) < 0 && a.form == digitForm {
		a.setUnit("magnitude", physicalUnit)
	}
}
