package number

import (
	"strings"

	"inquit/internal/text"
)

// perThings are what a price or a speed is commonly given for.
var perThings = map[string]string{
	"share": "share", "barrel": "barrel", "gallon": "gallon", "ton": "ton", "tonne": "metric ton", "litre": "litre", "liter": "litre",
	"head": "head", "person": "person", "ounce": "ounce", "pound": "pound-mass", "kilo": "kilogram", "dozen": "dozen", "night": "night",
	"pint": "pint", "bottle": "bottle", "ticket": "ticket", "unit": "unit", "game": "game", "household": "household", "capita": "capita",
	"pupil": "pupil", "student": "student", "child": "child", "family": "family", "bushel": "bushel", "employee": "employee", "vote": "vote",
	"pack": "pack", "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "minute": "minute", "second": "second",
	"annum": "year", "acre": "acre", "mile": "mile", "gram": "gram", "tonnes": "metric ton", "quarter": "quarter", "decade": "decade",
}

// rate reads "a year", "per gram", "/kWh", "an hour" behind a unit.
func (f *finder) rate(a *amount) {
	if a.kind == percentUnit || a.kind == pointUnit || a.kind == ageUnit || a.kind == countUnit && f.norm(a.end-1) != "times" {
		return
	}
	j := a.end
	if isDash(f.norm(j)) && isDash(f.norm(j+2)) {
		j++ // "$70-a-share"
	}
	switch f.norm(j) {
	case "per", "/":
	case "a", "an", "each", "every":
		thing := f.norm(j + 1)
		if isDash(thing) {
			thing = f.norm(j + 2)
		}
		if perThings[thing] == "" || (thing == "quarter" || thing == "second") || a.kind == timeUnit {
			return
		}
	default:
		return
	}
	slash := f.norm(j) == "/"
	if j++; isDash(f.norm(j)) {
		j++
	}
	if name, end := f.perThing(j, slash); name != "" && !f.isTimeWord(end) {
		a.unit += "/" + name
		a.end = end
	}
}

// isTimeWord tells "a year earlier" and "a year ago" from a rate.
func (f *finder) isTimeWord(i int) bool {
	switch f.norm(i) {
	case "earlier", "ago", "later", "before", "after", "previously", "since", "from", "into", "hence", "early":
		return true
	}
	return false
}

func (f *finder) perThing(j int, slash bool) (name string, end int) {
	if u, end := f.unitAt(j); u != nil && u.kind != percentUnit && u.kind != moneyUnit {
		return u.name, end
	}
	if n := perThings[f.norm(j)]; n != "" {
		return n, j + 1
	}
	if n := perThings[f.norm(j+1)]; n != "" && !slash && isModifierTag(f.tag(j)) {
		return n, j + 2 // "per diluted share"
	}
	if w := f.norm(j); slash && (w == "h" || w == "s") {
		return map[string]string{"h": "hour", "s": "second"}[w], j + 1
	}
	if j < f.last && !slash && f.tag(j) == text.NN && f.at(j).Kind == text.Word && f.norm(j) != "cent" {
		return f.norm(j), j + 1
	}
	return "", 0
}

// joinRates makes one unit of a count and what it is counted among: "12 deaths
// per 100,000 people".
func (f *finder) joinRates() {
	out := f.amounts[:0]
	for _, b := range f.amounts {
		if n := len(out); n > 0 && (out[n-1].unit != "" || out[n-1].kind == noUnit && b.lo.Cmp(Int(100)) >= 0) && f.prevNorm(&b) == "per" && b.first == out[n-1].end+1 && !b.ranged {
			a := &out[n-1]
			rate := strings.TrimSuffix("/"+b.lo.String()+" "+b.unit, " ")
			if a.end = b.end; a.unit == "" && n > 1 && b.unit == "" {
				a.unit = out[n-2].unit // "12 cases per 100,000, against 11 per 100,000"
				if head, of, ok := strings.Cut(a.unit, rate); ok && (of == "" || of[0] == ' ') {
					a.setUnit(head+rate+of, nounUnit)
					continue
				}
				a.unit = ""
			}
			a.setUnit(a.unit+rate, max(a.kind, nounUnit))
			continue
		}
		out = append(out, b)
	}
	f.amounts = out
}
