package number

import (
	"strings"

	"inquit/internal/text"
)

// wordValue reads values in words from token i.
func (f *finder) wordValue(i int) (a amount, next int, ok bool) {
	w := f.at(i).Norm
	if !f.lex.mayStart(w) && !strings.HasSuffix(w, "fold") {
		return a, i + 1, false
	}
	if n, is := vagues[w]; is {
		return f.vagueValue(i, n)
	}
	if a, ok := f.fold(i, w); ok {
		return a, i + 1, true
	}
	if ordinals[w] > 0 {
		if a, ok := f.rankAt(i); ok {
			return a, a.end, true
		}
	}
	_, is := numerals[w]
	if !is && w != "a" && w != "an" && w != "half" && w != "quarter" {
		return a, i + 1, false
	}
	if w == "a" || w == "an" {
		if a, ok := f.unitAndHalf(i); ok {
			return a, a.end, true
		}
	}
	if a, ok := f.fraction(i); ok {
		return a, a.end, !f.notClaim(&a)
	}
	v, end, ok := f.spelled(i)
	if !ok {
		return a, i + 1, false
	}
	if decades[f.norm(end)] {
		return a, end + 1, false // "the nineteen sixties"
	}
	if is {
		v, end = f.pointed(v, end)
		v, end, _ = f.andHalf(v, end-1, end)
		v, end = f.plurals(v, end)
	}
	if w := f.norm(i); w == "hundred" || w == "thousand" || w == "million" || w == "billion" || w == "trillion" || w == "dozen" {
		if a, ok := f.fewValue(i, v, end); ok {
			return a, a.end, true
		}
	}
	a = amount{first: i, num: i, numEnd: end, end: end, lo: v, form: wordForm, one: w == "one" && end == i+1}
	a.mag = end > i+1 && v.Cmp(Int(100)) >= 0
	f.currency(&a)
	if f.notClaim(&a) {
		return a, end, false
	}
	if w := f.norm(i - 1); a.first == i && (w == "minus" || w == "negative") {
		a.lo, a.signed, a.first, a.one = a.lo.Neg(), -1, i-1, false
	}
	return a, end, true
}

var decades = map[string]bool{
	"twenties": true, "thirties": true, "forties": true, "fifties": true, "sixties": true, "seventies": true, "eighties": true, "nineties": true,
}

// pointed adds the decimals of "two point five" and the magnitude behind them.
func (f *finder) pointed(v Decimal, end int) (Decimal, int) {
	if f.norm(end) != "point" || !v.IsInt() {
		return v, end
	}
	j, places, sum := end+1, 0, v
	if n := numerals[f.norm(j)]; n.mag == 0 && n.n > 9 { // "point seventy-five"
		two, next, _ := f.spelled(j)
		if two.Cmp(Int(100)) >= 0 {
			return v, end
		}
		part, _ := two.Shift(-2)
		sum, _ = v.Plus(part)
		j, places = next, 2
	}
	for ; places < 9 && j < f.last; j++ { // "point two five"
		n, is := numerals[f.norm(j)]
		if !is || n.n > 9 || n.mag != 0 {
			break
		}
		places++
		part, _ := Int(n.n).Shift(-places)
		if next, ok := sum.Plus(part); ok {
			sum = next
		}
	}
	if places == 0 {
		return v, end
	}
	if mag, is := magnitudes[f.norm(j)]; is {
		if big, ok := sum.Shift(int(mag)); ok {
			return big, j + 1
		}
	}
	return sum, j
}

// plurals multiplies by "dozens" and "millions", which some write behind a
// value: "three billions".
func (f *finder) plurals(v Decimal, end int) (Decimal, int) {
	if f.norm(end+1) == "of" && f.norm(end) != "dozens" {
		return v, end
	}
	n, is := uint64(1), true
	mag := 0
	switch f.norm(end) {
	case "dozens":
		n = 12
	case "thousands":
		mag = 3
	case "millions":
		mag = 6
	case "billions":
		mag = 9
	case "trillions":
		mag = 12
	default:
		is = false
	}
	if !is {
		return v, end
	}
	if x, ok := v.Times(n); ok {
		if x, ok = x.Shift(mag); ok {
			return x, end + 1
		}
	}
	return v, end
}

// spelled reads number words from token i: "two hundred and fifty thousand",
// "ninety-nine", "a dozen". It returns the token after them.
func (f *finder) spelled(i int) (v Decimal, end int, ok bool) {
	var total, cur uint64 // cur is what the next magnitude multiplies
	seen, small := false, false
	if t := f.norm(i); t == "a" || t == "an" || t == "half" || t == "quarter" || t == "several" {
		return f.articled(i)
	}
	j, end := i, i
	for j < f.last {
		w := f.at(j).Norm
		switch {
		case w == "-" && seen && !f.at(j).Space, w == "and" && seen && !small:
			j++
			continue
		}
		n, is := numerals[w]
		if !is || f.at(j).Kind != text.Word {
			break
		}
		switch {
		case n.n == 12 && n.mag == 1: // dozen
			cur = max(cur, 1) * 12
			small = true
		case n.mag == 2:
			cur = max(cur, 1) * 100
			small = false
		case n.mag > 2:
			x, fits := Int(max(cur, 1)).Shift(int(n.mag))
			if !fits || total > 1e15 || x.Cmp(Int(1e17)) > 0 {
				return v, 0, false
			}
			total, cur, small = total+whole(x), 0, false
		default:
			if small && !(cur%100 >= 20 && cur%10 == 0 && n.n < 10 && n.n > 0) {
				return Int(total + cur), end, seen // "eight nine": two values
			}
			cur, small = cur+n.n, true
		}
		seen, j = true, j+1
		end = j
	}
	return Int(total + cur), end, seen
}

// whole returns a whole Decimal below 10^18 as an integer.
func whole(d Decimal) uint64 {
	n := d.unscaled
	for range d.exp {
		n *= 10
	}
	return n
}
