package number

import "inquit/internal/text"

// signValue reads values that begin with a sign: ".500" and "½".
func (f *finder) signValue(i int) (a amount, next int, ok bool) {
	t := f.at(i)
	if t.Norm == "." && i+1 < f.last && f.at(i+1).Kind == text.Number && !f.at(i+1).Space && (t.Space || i == f.first) {
		v, rest, plain, is := digits(f.at(i + 1).Norm)
		if is && plain && rest == "" {
			v, is = v.Shift(-f.at(i + 1).Len())
		}
		return amount{first: i, num: i, numEnd: i + 2, end: i + 2, lo: v}, i + 2, is && plain
	}
	if p, is := vulgars[t.Norm]; is {
		v, _ := ratio(p[0], p[1])
		return amount{first: i, num: i, numEnd: i + 1, end: i + 1, lo: v, form: fractionForm}, i + 1, true
	}
	return a, i + 1, false
}

func isMinus(s string) bool { return s == "-" || s == "−" || s == "–" || s == "minus" }

// sign reads plus and minus before the value. It reports false when a dash
// ties the value to a word before it: "COVID-19".
func (f *finder) sign(a *amount) bool {
	i := a.first - 1
	if i < f.first || a.signed != 0 {
		return true
	}
	t, glued := f.at(i), !f.at(a.first).Space
	switch {
	case t.Norm == "+" && glued && (i == f.first || t.Space || f.at(i-1).Norm == "("):
		a.signed, a.first = 1, i
		return true
	case t.Norm == "minus" && f.norm(i-1) == "or" && f.norm(i-2) == "plus":
		return true
	case t.Norm == "minus" || t.Norm == "negative":
		a.lo, a.signed, a.first = a.lo.Neg(), -1, i
		return true
	case !isDash(t.Norm) || !glued:
		return true
	case i == f.first || f.at(i-1).Norm == "(" || t.Space && !isAmountEnd(f.at(i-1)):
		if t.Norm != "—" && t.Norm != "–" {
			a.lo, a.signed, a.first = a.lo.Neg(), -1, i
		}
		return true
	case t.Space, isAmountEnd(f.at(i - 1)):
		return true
	}
	return f.tiedWord(a, i)
}

// tiedWord decides a value behind a word and a dash: "minus-5" is negative,
// "sub-7" and "mid-20" keep their value, "COVID-19" is no value.
func (f *finder) tiedWord(a *amount, dash int) bool {
	switch f.at(dash - 1).Norm {
	case "minus":
		a.lo, a.signed, a.first = a.lo.Neg(), -1, dash-1
		return true
	case "sub", "to", "plus", "nearly", "under", "over", "and", "or", "about":
		return true
	}
	return a.kind == moneyUnit || f.norm(dash) == "—" || f.norm(dash) == "–"
}

// isAmountEnd reports whether a token may end a value: a number, a number
// word, a percent sign.
func isAmountEnd(t *text.Token) bool {
	if t.Kind == text.Number || t.Norm == "%" || t.Norm == "°" {
		return true
	}
	_, ok := numerals[t.Norm]
	return ok && t.Kind == text.Word
}
