package number

import "inquit/internal/text"

// joinRanges makes one claim of two values that are the ends of a range:
// "three to five years", "$3bn–$5bn", "between 5 and 10 per cent".
func (f *finder) joinRanges() {
	out := f.amounts[:0]
	for _, b := range f.amounts {
		n := len(out)
		if n > 0 && f.join(&out[n-1], &b) {
			continue
		}
		out = append(out, b)
	}
	f.amounts = out
}

// join widens a to take in b when they are one range.
func (f *finder) join(a, b *amount) bool {
	moved, ok := f.connected(a, b)
	if !ok || a.form == vagueForm || b.form == vagueForm || a.form == foldForm || b.form == foldForm || (a.form == fractionForm) != (b.form == fractionForm) {
		return false
	}
	if a.unit != "" && b.unit != "" && a.unit != b.unit && !sameBase(a.unit, b.unit) {
		return false
	}
	if a.unit != "" && b.unit == "" && !f.openEnd(a, b) {
		return false
	}
	lo, hi := a.lo, b.lo
	if b.ranged {
		return false
	}
	if a.unit == "" || sameBase(a.unit, b.unit) {
		lo = scaled(a, b)
	}
	a.lo, a.hi, a.moved = lo, hi, moved || a.moved && a.ranged
	if a.ranged && a.lo.Cmp(hi) > 0 {
		return false
	}
	if a.lo.Cmp(a.hi) > 0 {
		a.lo, a.hi = a.hi, a.lo
	}
	if b.unit != "" && len(b.unit) >= len(a.unit) {
		a.unit, a.kind = b.unit, b.kind
	}
	a.ranged, a.numEnd, a.end = true, b.numEnd, max(a.end, b.end)
	a.mag, a.plain = a.mag || b.mag, a.plain && b.plain
	return true
}

// sameBase reports whether two units are one but for a rate: "$5 to $10 a year".
func sameBase(a, b string) bool {
	return a == b || len(b) > len(a) && b[:len(a)] == a && b[len(a)] == '/' || len(a) > len(b) && a[:len(b)] == b && a[len(b)] == '/'
}

// openEnd reports whether the second value may do without a unit: "$89 to 93
// billion", "208 pounds to 193". A percentage to a bare number is none.
func (f *finder) openEnd(a, b *amount) bool {
	if a.kind == percentUnit || a.kind == pointUnit || a.kind == nounUnit {
		return false
	}
	if u := f.tag(b.end); u.IsNoun() && f.norm(b.end) != "" && a.kind != moneyUnit {
		return false
	}
	return a.kind == moneyUnit || f.fromBefore(a)
}

// scaled lends the magnitude of b to a: "$10 to $15 billion".
func scaled(a, b *amount) Decimal {
	if a.mag || !b.mag || a.lo.Cmp(Int(1000)) >= 0 || b.form != digitForm && b.lo.Cmp(Int(1000)) < 0 {
		return a.lo
	}
	for shift := 12; shift >= 3; shift -= 3 {
		if b.lo.Cmp(decimalOf(1, shift)) >= 0 {
			if v, ok := a.lo.Shift(shift); ok {
				return v
			}
		}
	}
	return a.lo
}

// connected reports whether the words between two values make them the ends
// of a range, or of a movement from one to the other.
func (f *finder) connected(a, b *amount) (moved, ok bool) {
	i, j := a.end, b.first
	from := f.fromBefore(a)
	switch {
	case j == i+1 && isDash(f.norm(i)):
		return false, f.isRangeDash(a, b, i)
	case j == i+1 && f.norm(i) == "and":
		return false, f.norm(a.first-1) == "between" || f.norm(a.first-2) == "between"
	case j == i+1 && f.norm(i) == "to" && f.norm(a.first-1) == "by" && a.unit != "":
		return false, false // "by $3 to $40"
	case j == i+1 && f.norm(i) == "from" && a.unit == b.unit && a.unit != "" && !a.ranged:
		return true, f.norm(a.first-1) == "to" // "to 40 from 63"
	case j == i+1 && f.norm(i) == "to" && !from && f.norm(a.first-1) == "by" && isFar(a.lo, b.lo):
		return false, false // "by 18,000 to 7.4 million"
	case j == i+1 && f.norm(i) == "to" && !from && a.unit != "" && a.unit == b.unit && a.lo.Cmp(b.lo) > 0:
		return false, false // "52 per cent to 48 per cent"
	case j == i+1 && f.norm(i) == "to" && a.ranged:
		return false, false
	case j == i+1 && f.norm(i) == "to":
		return from && f.isChangeBefore(a.first-2), from || a.unit == "" && !f.isMovement(a, b) || a.unit != "" && sameBase(a.unit, b.unit) && !f.isChangeBefore(a.first-1) && !(a.kind == percentUnit && f.norm(a.first-1) == "by")
	case j == i && b.signed < 0 && !f.at(b.num).Space:
		return false, false
	case j == i+3 && isDash(f.norm(i)) && f.norm(i+1) == "to" && isDash(f.norm(i+2)):
		return false, true // "0-to-60"
	case j == i+2 && f.norm(i) == "to" && isModifierWord(f.norm(i+1)):
		return false, from || a.unit == b.unit
	case from && j > i && j <= i+4 && f.norm(j-1) == "to" && f.plainBetween(i, j-1):
		return true, true // "from 20 mpg in 2008 to 29"
	}
	return false, false
}

func isModifierWord(w string) bool {
	return w == "about" || w == "around" || w == "nearly" || w == "almost" || w == "perhaps"
}

// fromBefore reports whether "from" stands before the value.
func (f *finder) fromBefore(a *amount) bool {
	p := f.prevNorm(a)
	return p == "from" || isModifierWord(p) && f.norm(a.first-2) == "from"
}

// isFar reports whether two values are too far apart to be ends of a range.
func isFar(a, b Decimal) bool {
	four, ok := a.Times(4)
	return ok && four.Cmp(b) < 0
}

// isMovement tells "rose 5 to 60", a change and its end, from the range "5 to
// 60": the sign is a value that belongs to a verb of change.
func (f *finder) isMovement(a, b *amount) bool {
	return f.isChangeBefore(a.first-1) && (!a.plain || isFar(a.lo, b.lo))
}

func (f *finder) isChangeBefore(i int) bool {
	c, _ := endingAt(f, &f.lex.changes, i)
	return c != nil
}

// isRangeDash tells the range "14-18 mpg" from the score "2-1".
func (f *finder) isRangeDash(a, b *amount, i int) bool {
	if a.unit != "" || b.unit != "" {
		return a.lo.Cmp(b.lo) < 0 || a.unit != "" && b.unit != ""
	}
	if a.lo.Cmp(b.lo) >= 0 || f.at(i).Norm == "—" {
		return false
	}
	return a.form == b.form
}

// plainBetween reports whether only words that keep two values together stand
// between tokens i and j: no comma, no verb, no "and".
func (f *finder) plainBetween(i, j int) bool {
	for ; i < j; i++ {
		t := f.at(i)
		if t.Kind == text.Punct || t.Norm == "and" || f.tag(i).IsVerb() && f.tag(i) != text.VBN {
			return false
		}
	}
	return true
}

// attachNoun gives a value without a fixed unit the noun phrase it counts.
func (f *finder) attachNoun(i int) {
	a := &f.amounts[i]
	if a.unit != "" || a.form == foldForm {
		return
	}
	if f.strong(a) {
		return
	}
	if i+1 < len(f.amounts) && f.countsMeasured(a, &f.amounts[i+1]) {
		return
	}
	if isDash(f.norm(a.end)) && a.end < f.last && !f.at(a.end).Space && a.form != vagueForm {
		return // "six-speed gearbox"
	}
	if f.counted(a) {
		f.rate(a)
		return
	}
	f.people(a)
}

// countsMeasured reads a count of things whose measure stands between: "eight
// million 250ml bottles".
func (f *finder) countsMeasured(a, b *amount) bool {
	if b.first != a.end || b.kind != physicalUnit {
		return false
	}
	first, end := f.nounPhrase(b.end, true)
	if end == 0 {
		return false
	}
	a.setUnit(f.unitPhrase(first, end), nounUnit)
	return true
}
