package number

import "inquit/internal/text"

// ratioOf reads the ratio that begins with digits: "1 in 5 adults", "3 out of
// 10". "7 of the 10 ships" counts ships.
func (f *finder) ratioOf(a *amount) bool {
	j := f.skipGluedDash(a.end)
	if w := f.norm(j); w != "in" && w != "out" || a.lo.IsZero() || a.lo.Cmp(Int(1000)) >= 0 {
		return false
	}
	if f.norm(j) == "out" && f.norm(j+1) != "of" {
		return false
	}
	k := f.skipGluedDash(j + 1)
	if f.norm(j) == "out" {
		k = f.skipGluedDash(k + 1)
	}
	if f.norm(k) == "every" {
		k++
	}
	n := whole(a.lo)
	den, end, ok := f.small(k)
	if !ok || den <= n || f.norm(j) == "in" && n > 9 || f.norm(j) == "in" && f.isTimeAfter(end) {
		return false
	}
	v, ok := ratio(n, den)
	if ok {
		a.lo, a.form, a.parted, a.plain, a.numEnd, a.end = v, fractionForm, true, false, end, end
	}
	return ok
}

// attempts are what a score is counted over: "five goals in 10 games".
var attempts = map[string]bool{
	"games": true, "matches": true, "tests": true, "starts": true, "appearances": true, "attempts": true, "outings": true,
	"innings": true, "overs": true, "balls": true, "meetings": true, "races": true, "seasons": true, "episodes": true,
}

// skipGluedDash steps over the dash of "one-in-four".
func (f *finder) skipGluedDash(i int) int {
	if isDash(f.norm(i)) && !f.at(i).Space {
		return i + 1
	}
	return i
}

// isTimeAfter tells "3 goals in 10 games" and "5 in 24 hours" from a ratio.
func (f *finder) isTimeAfter(i int) bool {
	if isDash(f.norm(i)) {
		i++
	}
	if attempts[f.norm(i)] {
		return true
	}
	u, _ := f.unitAt(i)
	return u != nil && (u.kind == timeUnit || u.kind == percentUnit || u.kind == moneyUnit)
}

// oneIn reads the second half of "one in four"; j is the token behind "one".
func (f *finder) oneIn(i, j int) (den uint64, end int, ok bool) {
	w := f.norm(i)
	j = f.skipGluedDash(j)
	if f.norm(j) == "of" && (f.norm(j+1) == "10" || f.norm(j+1) == "ten") && w != "a" && w != "half" && w != "one" {
		return 10, j + 2, numerals[w].n < 10 // "eight of 10 households"
	}
	if w == "half" || w == "a" || f.norm(j) != "in" && !(f.norm(j) == "out" && f.norm(j+1) == "of") && !(f.norm(j) == "of" && f.norm(j+1) == "every") {
		return 0, 0, false
	}
	j = f.skipGluedDash(j + 1)
	if f.norm(j) == "of" {
		j = f.skipGluedDash(j + 1)
	}
	if f.norm(j) == "every" {
		j++
	}
	if j >= f.last {
		return 0, 0, false
	}
	v, end, ok := f.small(j)
	n := numerals[w].n
	return v, end, ok && v > n && n > 0
}

// small reads a whole number below a million in words or digits.
func (f *finder) small(j int) (n uint64, end int, ok bool) {
	v, end := Decimal{}, j+1
	if f.at(j).Kind == text.Number {
		plain := false
		v, _, plain, ok = digits(f.at(j).Norm)
		ok = ok && plain && v.Cmp(Int(1900)) < 0
	} else {
		v, end, ok = f.spelled(j)
	}
	if !ok || !v.IsInt() || v.Cmp(Int(1e6)) > 0 {
		return 0, 0, false
	}
	return whole(v), end, true
}
