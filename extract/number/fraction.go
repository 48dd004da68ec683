package number

// scientific reads the power of ten behind a value: "5.5 x 10^6", "2.9×10−8".
func (f *finder) scientific(a *amount) {
	j := a.numEnd
	if w := f.norm(j); w != "×" && w != "x" && w != "*" || f.norm(j+1) != "10" || a.unit != "" {
		return
	}
	k, neg := j+2, false
	if f.norm(k) == "^" {
		k++
	}
	if isDash(f.norm(k)) && !f.at(k).Space {
		k, neg = k+1, true
	}
	exp, _, plain, ok := digits(f.norm(k))
	if k == j+2 || !ok || !plain || f.at(k).Space || exp.Cmp(Int(maxDigits)) > 0 {
		return
	}
	power := int(whole(exp))
	if neg {
		power = -power
	}
	if v, ok := a.lo.Shift(power); ok {
		a.lo, a.plain, a.mag, a.numEnd, a.end = v, false, true, k+1, k+1
	}
}

// mixed adds the fraction behind a whole number: "7 3/4", "3½".
func (f *finder) mixed(a *amount) {
	if !a.plain {
		return
	}
	j := a.numEnd
	if p, ok := vulgars[f.norm(j)]; ok {
		f.addPart(a, p[0], p[1], j+1)
		return
	}
	if f.norm(j+1) != "/" || j+2 >= f.last || !f.at(j).Space {
		if n, d, ok := f.slashed(a.num); ok {
			a.lo, _ = ratio(n, d)
			a.form, a.plain, a.numEnd, a.end = fractionForm, false, a.num+3, a.num+3
		}
		return
	}
	if n, d, ok := f.slashed(j); ok {
		f.addPart(a, n, d, j+3)
	}
}

func (f *finder) addPart(a *amount, n, d uint64, end int) {
	part, ok := ratio(n, d)
	if !ok {
		return
	}
	if sum, ok := a.lo.Plus(part); ok {
		a.lo, a.plain, a.numEnd, a.end = sum, false, end, end
	}
}

// slashed reads a proper fraction of small numbers: "3/4". "24/7" and
// "2027/28" are none.
func (f *finder) slashed(i int) (n, d uint64, ok bool) {
	if i+2 >= f.last || f.at(i+1).Norm != "/" || f.at(i).Len() > 1 || f.at(i+2).Len() > 2 || f.norm(i+3) == "/" {
		return 0, 0, false
	}
	x, _, px, ok1 := digits(f.at(i).Norm)
	y, _, py, ok2 := digits(f.at(i + 2).Norm)
	if !ok1 || !ok2 || !px || !py || x.IsZero() || x.Cmp(y) >= 0 {
		return 0, 0, false
	}
	switch d = whole(y); d {
	case 2, 3, 4, 5, 8, 16, 32:
		return whole(x), d, true
	}
	return 0, 0, false
}

// fraction reads "two thirds", "three-quarters", "a third of", "half of" and
// "one in four".
func (f *finder) fraction(i int) (a amount, ok bool) {
	n, j := uint64(1), i+1
	switch w := f.norm(i); w {
	case "a":
	case "half":
		j = i
	default:
		n = numerals[w].n
	}
	if n == 0 || n > 19 {
		return a, false
	}
	if den, end, ok := f.oneIn(i, j); ok {
		a, ok := f.newFraction(i, end, n, den)
		a.parted = true
		return a, ok && !f.isTimeAfter(end)
	}
	if f.norm(j) == "-" {
		j++
	}
	d, is := parts[f.norm(j)]
	if !is || n >= d {
		return a, false
	}
	j++
	if d == 4 && n > 1 && f.norm(j) != "of" && !isDash(f.norm(j-2)) {
		switch f.norm(i - 1) {
		case "for", "the", "in", "over", "past", "last", "next", "first":
			return a, false // "for three quarters"
		}
	}
	if k := j; f.norm(k) == "a" || f.norm(k) == "of" && f.norm(k+1) == "a" {
		if f.norm(k) == "of" {
			k++
		}
		if _, scaled := magnitudes[f.norm(k+1)]; scaled {
			return a, false // "half a million", "a quarter of a million"
		}
	}
	if end, ok := f.partOfUnit(j); ok {
		return f.newFraction(i, end, n, d)
	}
	if w := f.norm(j); f.norm(i) == "half" && (w == "the" || w == "its" || w == "their" || w == "all") && !f.isTimeAt(j) && f.norm(j+1) != "time" {
		return f.newFraction(i, j, n, d)
	}
	if n == 1 && f.norm(j) != "of" && !(f.norm(i) == "one" && d != 4 && d != 2) || f.norm(i-1) == "first" || f.norm(i-1) == "second" {
		return a, false // "a third man", "a quarter earlier", "first half"
	}
	if n == 1 && f.norm(i) == "half" && f.norm(i-1) == "the" {
		return a, false
	}
	return f.newFraction(i, j, n, d)
}

func (f *finder) newFraction(i, end int, n, d uint64) (amount, bool) {
	v, ok := ratio(n, d)
	return amount{first: i, num: i, numEnd: end, end: end, lo: v, form: fractionForm, rule: "fraction"}, ok
}

// parts are the denominators of fractions in words.
var parts = map[string]uint64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
	"fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
	"seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
	"tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
	"thousandths": 1000,
}

// vulgars are the fractions that are one sign.
var vulgars = map[string][2]uint64{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5},
	"⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5}, "⅙": {1, 6}, "⅚": {5, 6}, "⅛": {1, 8},
	"⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8},
}

// ratio returns n/d, to twelve places when it does not end.
func ratio(n, d uint64) (Decimal, bool) {
	if d == 0 || n > 1e6 || d > 1e6 {
		return Decimal{}, false
	}
	const places = 12
	scaled := n * 1e12
	v, ok := decimal(false, (scaled+d/2)/d, -places)
	return v, ok
}
