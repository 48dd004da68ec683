package number

import (
	"inquit/internal/text"
)

// attachUnit reads the unit with a fixed name behind a value, and the rate
// behind it.
func (f *finder) attachUnit(a *amount) {
	if a.unit == "" {
		f.fixedUnit(a)
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
		return a.form == digitForm && !f.at(end-1).Upper
	case (w == "ps" || w == "c") && !f.at(end-1).Upper:
		return false
	case w == "kt" || w == "mt" || w == "gt" || w == "pp":
		return a.form == digitForm
	case a.one && u.kind == timeUnit:
		return w != "day" && w != "second" && w != "minute" || isDash(f.norm(j-1))
	case a.one && (u.kind == countUnit || u.kind == pointUnit && u.name == "point"):
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

// ageOf reads ages that do not say "old": "Ann Other, 44,", "aged 44", "the
// age of 44", "who was 10".
func (f *finder) ageOf(a *amount) {
	if !a.plain && a.form != wordForm || a.lo.Cmp(Int(120)) > 0 || a.lo.IsZero() || !a.lo.IsInt() || a.mag && a.form == digitForm {
		return
	}
	p, p2 := f.norm(a.first-1), f.norm(a.first-2)
	if isModifierWord(p) {
		p, p2 = p2, f.norm(a.first-3)
	}
	if a.rule = ""; (p == "aged" || p == "ages") && f.isBand(a.end) {
		a.rule = "band"
		return
	}
	switch {
	case p == "aged", p == "age" && p2 != "the", p == "of" && p2 == "age" && f.norm(a.first-3) != "in", (p == "turned" || p == "turns") && (f.closesAge(a.end) || f.norm(a.end) == "in" || f.norm(a.end) == "on"), p == "ages":
	case a.form == digitForm && p == "," && f.closesAge(a.end) && f.nameBefore(a.first-2):
	case a.form == digitForm && (p == "was" || p == "is") && (p2 == "who" || p2 == "he" || p2 == "she" || p2 == "she's") && f.closesAge(a.end):
	case a.form == digitForm && (p == "is" || p == "was" || p == "of" || p == "at") && f.speaksOfAge(a):
	case a.form == digitForm && f.nameBefore(a.first-1) && f.firstNameBefore(a.first-2) && f.tag(a.end).IsVerb():
	default:
		return
	}
	a.setUnit("year-of-age", ageUnit)
	a.rule = "age"
}

// isBand reports whether an age at token i goes on to be a band: "aged 25 to
// 54", which says who is counted and is no claim.
func (f *finder) isBand(i int) bool {
	w := f.norm(i)
	return w == "to" || w == "and" || w == "or" || w == "-" || w == "–" || w == "+"
}

func (f *finder) closesAge(i int) bool {
	switch f.norm(i) {
	case ",", ".", ";", ")", "", "and", "at", "when", "from", "!", "?":
		return true
	}
	return f.at(i).Kind == text.Mark
}

// nameBefore reports whether token i may end a person's name.
func (f *finder) nameBefore(i int) bool {
	return i >= f.first && f.at(i).Upper && f.at(i).Kind == text.Word && months[f.at(i).Norm] == 0 &&
		!weekdays[f.at(i).Norm] && !numberedNames[f.at(i).Norm] && functionWords[f.at(i).Norm] == 0
}

// speaksOfAge reports whether the words before name an age: "life expectancy".
func (f *finder) speaksOfAge(a *amount) bool {
	for j := a.first - 2; j > max(f.first, a.first-10); j-- {
		if w := f.norm(j); w == "age" && f.norm(j-1) != "the" || w == "expectancy" {
			return !f.tag(a.end).IsNoun()
		}
	}
	return false
}

func (f *finder) firstNameBefore(i int) bool {
	return f.nameBefore(i) && !f.at(i).Caps && i == f.first
}
