package number

import "strings"

// vagueValue reads "tens of thousands of", "billions of".
func (f *finder) vagueValue(i int, n numeral) (a amount, next int, ok bool) {
	lo, end := decimalOf(n.n, int(n.mag)), i+1
	for f.norm(end) == "of" && end+1 < f.last {
		m, is := vagues[f.norm(end+1)]
		if !is {
			break
		}
		if lo, is = lo.Shift(int(m.mag)); !is {
			return a, end, false
		}
		end += 2
	}
	hi, fits := lo.Shift(1)
	if !fits || f.norm(end) != "of" || f.norm(i-1) == "the" && n.mag == 1 {
		return a, end, false
	}
	return amount{first: i, num: i, numEnd: end, end: end, lo: lo, hi: hi, ranged: true, form: vagueForm}, end, true
}

// fewRule is the rule of values such as "several hundred".
const fewRule = "vague magnitude"

// fewValue reads the words before a bare magnitude: "a couple of billion" is
// about two, "several hundred" and "a few dozen" are as vague as "hundreds".
func (f *finder) fewValue(i int, v Decimal, end int) (a amount, ok bool) {
	first := i - 1
	a = amount{num: i, numEnd: end, end: end, form: wordForm, mag: true, rule: fewRule}
	switch w := f.norm(first); {
	case w == "of" && f.norm(first-1) == "couple", w == "couple":
		if w == "of" {
			first--
		}
		if a.lo, ok = v.Times(2); !ok {
			return a, false
		}
		a.about = true
	case w == "few" || w == "several" || w == "many":
		if a.hi, ok = v.Shift(1); !ok {
			return a, false
		}
		a.lo, a.ranged, a.form = v, true, vagueForm
	default:
		return a, false
	}
	if p := f.norm(first - 1); p == "a" {
		first--
	}
	a.first = first
	return a, true
}

// fold reads "sixfold".
func (f *finder) fold(i int, w string) (amount, bool) {
	stem, ok := strings.CutSuffix(w, "fold")
	n := numerals[stem]
	if !ok || n.n < 2 || n.mag != 0 {
		return amount{}, false
	}
	a := amount{first: i, num: i, numEnd: i + 1, end: i + 1, lo: Int(n.n), form: foldForm}
	a.setUnit("count", countUnit)
	return a, true
}
