package number

import "strings"

// smaller are the units that may follow a larger one in one measure, and how
// many of them make one: "5 feet 2 inches" is 62 inches, an exact value.
var smaller = map[string][]struct {
	unit string
	n    uint64
}{
	"mile":       {{"yard", 1760}, {"foot", 5280}},      // 1 mile 200 yards
	"yard":       {{"foot", 3}},                         // 2 yards, 1 foot
	"foot":       {{"inch", 12}},                        // 6ft 3in
	"kilometre":  {{"metre", 1000}},                     // 3 km 200 m
	"metre":      {{"centimetre", 100}},                 // 1 metre 80 centimetres
	"stone":      {{"pound-mass", 14}},                  // 14 stone 6lb
	"pound-mass": {{"ounce", 16}},                       // 7lb 6oz
	"kilogram":   {{"gram", 1000}},                      // 3 kilos 200 grams
	"year":       {{"month", 12}, {"month-of-age", 12}}, // three years and six months
	"week":       {{"day", 7}},                          // six weeks and two days
	"day":        {{"hour", 24}},                        // a day and six hours
	"hour":       {{"minute", 60}, {"second", 3600}},    // 2 hours 20 minutes
	"minute":     {{"second", 60}},                      // 3 minutes 59.4 seconds
	"degree":     {{"minute of arc", 60}},               // 51 degrees 30 minutes
}

// joinCompounds makes one claim of a measure said in two units or three:
// "6ft 3in", "two years and six months", "20 dollars 43 cents".
func (f *finder) joinCompounds() {
	out := f.amounts[:0]
	for _, b := range f.amounts {
		if n := len(out); n > 0 && f.compound(&out[n-1], &b) {
			continue
		}
		out = append(out, b)
		f.feetAndInches(&out[len(out)-1])
	}
	f.amounts = out
}

// compound adds b to a when b goes on in a smaller unit.
func (f *finder) compound(a, b *amount) bool {
	if a.unit == "" || b.unit == "" || a.ranged || b.ranged || b.signed != 0 || !a.lo.IsInt() || !f.runsOn(a.end, b.first) {
		return false
	}
	if a.kind == moneyUnit && f.norm(a.end) != "," && strings.HasSuffix(b.unit, "-"+minorNames[a.unit]) {
		part, _ := b.lo.Shift(-2)
		return part.Cmp(Int(1)) < 0 && addTo(a, b, a.lo, part, a.unit)
	}
	for _, s := range smaller[a.unit] {
		if s.unit == b.unit && b.lo.Cmp(Int(s.n)) < 0 {
			whole, ok := a.lo.Times(s.n)
			return ok && addTo(a, b, whole, b.lo, b.unit)
		}
	}
	return false
}

// minorNames are the hundredth parts of currencies, as units.txt names them.
var minorNames = map[string]string{
	"GBP": "penny", "USD": "cent", "EUR": "cent", "CAD": "cent", "AUD": "cent", "NZD": "cent", "ZAR": "cent", "MYR": "sen", "CHF": "cent",
	"JMD": "cent", "TTD": "cent", "BBD": "cent", "XCD": "cent", "GYD": "cent", "BSD": "cent", "SGD": "cent", "HKD": "cent", "KES": "cent",
}

func addTo(a, b *amount, whole, part Decimal, unit string) bool {
	sum, ok := whole.Plus(part)
	if ok {
		a.lo, a.unit, a.end, a.plain, a.rule = sum, unit, b.end, false, "compound measure"
		if b.kind == ageUnit {
			a.kind = ageUnit
		}
	}
	return ok
}

// runsOn reports whether only a comma or "and" stands between two measures.
func (f *finder) runsOn(end, first int) bool {
	switch first - end {
	case 0:
		return true
	case 1:
		return f.norm(end) == "and" || f.norm(end) == ","
	}
	return false
}

// feetAndInches reads the inches of "6-foot-3", which carry no unit.
func (f *finder) feetAndInches(a *amount) {
	j := a.end
	if a.unit != "foot" || a.ranged || !a.lo.IsInt() || !isDash(f.norm(j)) || f.at(j).Space || j+1 >= f.last || f.at(j+1).Space {
		return
	}
	v, _, plain, ok := digits(f.at(j + 1).Norm)
	if !ok || !plain || v.Cmp(Int(12)) >= 0 {
		return
	}
	if feet, ok := a.lo.Times(12); ok {
		addTo(a, &amount{end: j + 2}, feet, v, "inch")
	}
}

// heightMark reads the letters behind the feet of 5'11 and 5'11", which the
// words of a text keep in one.
func (f *finder) heightMark(a *amount, rest string) bool {
	v, tail, _, ok := digits(rest[1:])
	feet, fits := a.lo.Times(12)
	if !ok || !fits || tail != "" || !v.IsInt() || v.Cmp(Int(12)) >= 0 || a.lo.Cmp(Int(9)) > 0 {
		return false
	}
	if a.lo, ok = feet.Plus(v); !ok {
		return false
	}
	a.setUnit("inch", physicalUnit)
	for n := 0; n < 2 && (f.norm(a.end) == `"` || f.norm(a.end) == "'") && !f.at(a.end).Space; n++ {
		a.end++
	}
	return true
}

// partOfUnit reads a share of one unit: "half an hour", "three quarters of a
// mile", "half a percentage point". It returns the token of the unit.
func (f *finder) partOfUnit(j int) (end int, ok bool) {
	k := j
	if f.norm(k) == "of" {
		k++
	}
	if w := f.norm(k); w == "a" || w == "an" {
		k++
	} else if k == j && (w == "point" || w == "percentage" && f.norm(k+1) == "point") {
		return k, true // "a quarter point"
	} else if k > j || !isDash(w) || f.at(k).Space {
		return 0, false
	} else {
		k++
	}
	u, e := f.unitAt(k)
	if u == nil || f.norm(e) == "old" {
		return 0, false
	}
	switch u.kind {
	case timeUnit:
		return k, u.name != "second" && u.name != "quarter"
	case physicalUnit:
		return k, f.norm(k) != "bit" && f.norm(k) != "stone"
	case pointUnit, minorUnit:
		return k, true
	}
	return 0, false
}

// unitAndHalf reads a unit with its article and what goes on behind it: "an
// hour and a half", "a year and three months", "a mile and a quarter".
func (f *finder) unitAndHalf(i int) (a amount, ok bool) {
	u, end := f.unitAt(i + 1)
	if u == nil || u.kind != timeUnit && u.kind != physicalUnit || f.norm(end) != "and" || looksPlural(f.norm(end-1)) {
		return a, false
	}
	a = amount{first: i, num: i, numEnd: i + 1, end: i + 1, lo: Int(1), form: wordForm}
	if w := f.norm(end + 2); f.norm(end+1) == "a" && (w == "half" || w == "quarter") {
		part := decimalOf(5, -1)
		if w == "quarter" {
			part = decimalOf(25, -2)
		}
		a.lo, _ = a.lo.Plus(part)
		a.setUnit(u.name, u.kind)
		a.numEnd, a.end = end+3, end+3
		return a, true
	}
	for _, s := range smaller[u.name] {
		v, unitEnd, is := f.small(end + 1)
		if is && v < s.n {
			if next, _ := f.unitAt(unitEnd); next != nil && next.name == s.unit {
				return a, true
			}
		}
	}
	return a, false
}
