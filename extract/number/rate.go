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
	if a.kind == percentUnit || a.kind == pointUnit || a.kind == ageUnit || a.kind == countUnit {
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
		if n := len(out); n > 0 && out[n-1].unit != "" && f.prevNorm(&b) == "per" && b.first == out[n-1].end+1 && !b.ranged {
			a := &out[n-1]
			a.unit = strings.TrimSuffix(a.unit+"/"+b.lo.String()+" "+b.unit, " ")
			a.end = b.end
			continue
		}
		out = append(out, b)
	}
	f.amounts = out
}
