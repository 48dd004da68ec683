package number

import "inquit/internal/text"

// attachUnit reads the unit with a fixed name behind a value, and the rate
// behind it.
func (f *finder) attachUnit(a *amount) {
	if a.unit == "" {
		f.fixedUnit(a)
	}
	if a.unit == "" {
		f.magnitudeOf(a)
	}
	if a.unit == "" {
		f.ageOf(a)
	}
	if a.unit == "year" && f.norm(a.first-1) == "of" && f.norm(a.first-2) == "age" {
		a.setUnit("year-of-age", ageUnit)
	}
	if a.unit != "" {
		f.rate(a)
	}
}

// fixedUnit takes a unit of units.txt behind the value.
func (f *finder) fixedUnit(a *amount) {
	j := a.end
	if a.form == vagueForm && f.norm(j) == "of" {
		j++
	}
	if isDash(f.norm(j)) {
		j++
	}
	for f.isFiller(j) {
		j++
	}
	if f.pounds(a, j) {
		return
	}
	if f.norm(a.end) == "$" && !f.at(a.end).Space && !f.hasDigits(a.end+1) { // "10$"
		a.setUnit(f.home, moneyUnit)
		a.end++
		return
	}
	if code := f.millionCode(j); code != "" {
		a.setUnit(code, moneyUnit)
		a.lo, _ = a.lo.Shift(6)
		a.end = j + 1
		return
	}
	if j < f.last && f.d.Word(j) == "Nm" {
		a.setUnit("newton metre", physicalUnit)
		a.end = j + 1
		return
	}
	u, end := f.unitAt(j)
	if u == nil || !f.isUnit(a, u, j, end) {
		return
	}
	a.setUnit(u.name, u.kind)
	a.end = end
}

// hasDigits reports whether digits follow a sign without a space.
func (f *finder) hasDigits(i int) bool {
	return i < f.last && f.at(i).Kind == text.Number && !f.at(i).Space
}

// isFiller reports whether a word may stand between a value and its unit:
// "two more hours", "50 previous years".
func (f *finder) isFiller(j int) bool {
	switch f.norm(j) {
	case "more", "additional", "further", "full", "whole", "consecutive", "straight", "successive", "previous", "long", "extra", "other", "solid", "short":
	default:
		return false
	}
	u, _ := f.unitAt(j + 1)
	return u != nil && (u.kind == timeUnit || u.kind == moneyUnit || u.kind == physicalUnit)
}

// isUnit says whether the words of a unit are meant as one behind this value.
func (f *finder) isUnit(a *amount, u *unit, j, end int) bool {
	w := f.at(end - 1).Norm
	switch {
	case a.form == fractionForm && u.kind == countUnit:
		return false
	case w == "won":
		return a.form == digitForm && a.lo.Cmp(Int(100)) >= 0
	case w == "quarters":
		return !isDash(f.norm(j - 1))
	case w == "quarter", w == "stone", w == "second" && a.form == wordForm:
		return a.form == digitForm && !isDash(f.norm(j-1)) && end-j == 1 && f.tag(end) != text.NN && f.tag(end) != text.NNS
	case w == "time":
		return !a.isOne() && (f.tag(end) == text.NN || f.tag(end) == text.NNP || f.tag(end) == text.JJ)
	case w == "point" && isDash(f.norm(j-1)) && f.tag(end).IsNoun() && f.norm(end) != "lead":
		return false
	case w == "bit" || w == "bits" || w == "cup" || w == "cups" && f.at(end-1).Upper:
		return (a.form == digitForm || a.form == fractionForm && w == "cup") && !f.at(end-1).Upper
	case (w == "ps" || w == "c") && !f.at(end-1).Upper:
		return false
	case w == "g" || w == "l":
		return a.form == digitForm && !f.at(end-1).Upper
	case w == "kt" || w == "mt" || w == "gt" || w == "pp":
		return a.form == digitForm
	case a.one && u.kind == timeUnit:
		return w != "day" && w != "second" && w != "minute" || isDash(f.norm(j-1))
	case a.one && u.kind == pointUnit && u.name == "point":
		p := f.norm(a.first - 1)
		return p == "by" || p == "just" || p == "only" || p == "up" || p == "down"
	case a.one && w == "foot":
		n := f.norm(end)
		return n != "in" && n != "on" && n != "out" && n != "propping" && n != "forward"
	case a.one && u.kind == countUnit:
		return false
	case u.kind == moneyUnit && w == "us":
		return false
	}
	return true
}

// moneyWords in the sentence make spelled-out pounds a currency.
var moneyWords = map[string]bool{
	"pay": true, "paid": true, "pays": true, "paying": true, "cost": true, "costs": true, "price": true, "prices": true, "priced": true,
	"fine": true, "fined": true, "worth": true, "earn": true, "earned": true, "earns": true, "salary": true, "budget": true, "spend": true,
	"spent": true, "spending": true, "fund": true, "funding": true, "funds": true, "bill": true, "bills": true, "tax": true, "sterling": true,
	"sold": true, "sell": true, "bought": true, "buy": true, "invest": true, "invested": true, "investment": true, "raised": true, "saved": true,
	"stolen": true, "money": true, "debt": true, "loan": true, "wage": true, "profit": true, "donated": true, "prize": true, "compensation": true,
}

// pounds tells sterling from weight: a magnitude or a word of money near by
// makes "pounds" money.
func (f *finder) pounds(a *amount, j int) bool {
	w := f.norm(j)
	if w != "pounds" && w != "pound" {
		return false
	}
	if f.norm(j+1) == "sterling" || f.norm(j+1) == "feet" || f.norm(j+1) == "foot" || isDash(f.norm(j+1)) && (f.norm(j+2) == "feet" || f.norm(j+2) == "foot") {
		return false
	}
	a.end = j + 1
	if a.mag || a.form == vagueForm || a.lo.Cmp(Int(10000)) >= 0 || f.nearMoney(a) {
		a.setUnit("GBP", moneyUnit)
		return true
	}
	a.setUnit("pound-mass", physicalUnit)
	return true
}

func (f *finder) nearMoney(a *amount) bool {
	for j := a.first - 1; j >= max(f.first, a.first-8) && f.norm(j) != ";"; j-- {
		if moneyWords[f.norm(j)] {
			return true
		}
	}
	for j := a.end; j < min(f.last, a.end+6) && f.norm(j) != ";"; j++ {
		if moneyWords[f.norm(j)] {
			return true
		}
	}
	return false
}
