package number

import "inquit/internal/text"

// casualties are what people are said to be behind a bare count.
var casualties = map[string]bool{
	"injured": true, "wounded": true, "killed": true, "dead": true, "missing": true, "hurt": true, "displaced": true,
	"homeless": true, "arrested": true, "detained": true, "hospitalised": true, "hospitalized": true, "evacuated": true,
}

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
	if w := f.norm(j); w == "were" || w == "are" || w == "was" || w == "remain" {
		j++
	}
	if w := f.norm(j); w == "others" || w == "more" || w == "still" || w == "feared" || w == "seriously" || w == "reported" {
		j++
	}
	switch {
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

// strong reads "a 5,000-strong brigade": so many members.
func (f *finder) strong(a *amount) bool {
	if !isDash(f.norm(a.end)) || f.norm(a.end+1) != "strong" || a.form == fractionForm {
		return false
	}
	a.setUnit("member", nounUnit)
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
