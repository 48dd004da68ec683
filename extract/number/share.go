package number

// maxShare is how many tokens apart two values may stand that share a unit.
const maxShare = 14

// shareUnits gives values without a unit that of their neighbour: "2 or 3 per
// cent", "1.5 million of the 2 million homes", "430 cars, up from 63".
func (f *finder) shareUnits() {
	for i := len(f.amounts) - 2; i >= 0; i-- {
		a, b := &f.amounts[i], &f.amounts[i+1]
		if a.unit == "" && b.unit != "" && b.form != vagueForm && f.sharesNext(a, b) {
			f.share(a, b)
			if b.mag && !a.mag && a.lo.Cmp(Int(1000)) < 0 && f.norm(a.end) != "of" {
				a.lo = scaled(a, b)
			}
		}
	}
	for i := 1; i < len(f.amounts); i++ {
		a, b := &f.amounts[i-1], &f.amounts[i]
		if b.unit == "" && a.unit != "" && f.sharesPrevious(a, b) {
			f.share(b, a)
		}
		if b.unit == "" && (f.norm(b.first-1) == "to" || f.norm(b.first-1) == "at") && !b.lo.IsInt() {
			f.sharePoints(i)
		}
	}
}

// settleMetres makes metres of "fell 600m": millions count something.
func (f *finder) settleMetres() {
	for i := range f.amounts {
		a := &f.amounts[i]
		if !a.metres || a.kind != noUnit || a.ranged {
			continue
		}
		if v, ok := a.lo.Shift(-6); ok {
			a.lo, a.mag = v, false
			a.setUnit("metre", physicalUnit)
		}
	}
}

// sharePoints gives the level of an index the points named before it: "lost
// 62 points, or 1.2 per cent, to end at 7,425.8".
func (f *finder) sharePoints(i int) {
	for j := max(0, i-4); j < i; j++ {
		if a := &f.amounts[j]; a.unit == "point" {
			f.share(&f.amounts[i], a)
		}
	}
}

func (f *finder) share(to, from *amount) {
	to.setUnit(from.unit, from.kind)
	to.shared = true
}

func (f *finder) sharesNext(a, b *amount) bool {
	gap := b.first - a.end
	if gap == 1 && b.kind == physicalUnit && b.numEnd == b.end && f.norm(a.end) == "and" && f.tag(b.end).IsNoun() {
		return false // "a crew of 180 and 155mm guns"
	}
	switch {
	case gap == 1:
		w := f.norm(a.end)
		if w == "of" { // "three of 12 players"
			return b.kind == nounUnit && !a.one && (a.form == b.form || a.form == wordForm)
		}
		return w == "or" || w == "±" || (w == "and" || w == "," || w == "to" || w == "/") && a.form == b.form && b.kind != ageUnit && b.kind != timeUnit
	case gap == 2 && f.norm(a.end) == "of":
		return b.kind == moneyUnit || b.kind == nounUnit && !a.one && a.form != fractionForm
	case gap == 2 && f.norm(a.end) == "or":
		return isModifierWord(f.norm(a.end + 1))
	}
	return false
}

func (f *finder) sharesPrevious(a, b *amount) bool {
	if b.first-a.end > maxShare || b.one || b.kind != noUnit || a.form == fractionForm || a.kind == ageUnit || a.kind == countUnit || b.form == fractionForm || b.form == vagueForm {
		return false
	}
	if f.tag(b.end).IsNoun() && a.kind != moneyUnit && b.end < f.last {
		return false
	}
	if next, than := f.norm(b.end), f.norm(b.end+1); a.kind == nounUnit && (next == "more" || next == "fewer") && (than == "than" || than == "." || than == ",") {
		return true // "411 seats, 209 more than before"
	}
	w := f.norm(b.first - 1)
	if (w == "to" || w == "at") && a.kind == percentUnit {
		return w == "to" && f.norm(a.end) == "," && b.first-a.end <= 4 && b.lo.Cmp(Int(100)) < 0 && !f.tag(b.end).IsNoun() // "2.3 per cent, heading to 2.5"
	}
	if m, at := endingAt(f, &f.lex.modifiers, b.first-1); m != nil {
		w = f.norm(at - 1)
		if next := f.norm(b.end); a.kind == nounUnit && *m != Exact && b.form != fractionForm && (next == "." || next == "," || next == ";" || next == "") && f.tag(at-1).IsVerb() {
			return true // "she won 19 delegates and he won at least 15"
		}
	}
	switch w {
	case "to", "at":
		return a.kind != percentUnit && a.kind != timeUnit && a.kind != minorUnit && (a.kind != moneyUnit || b.first-a.end < 3)
	case "from", "than", "including", "against", "versus", "vs", "with":
		return a.kind != timeUnit
	case "and", "or", ",":
		next := f.norm(b.end)
		return a.kind != timeUnit && (next == "who" || next == "in" || next == "were" || next == "of" || next == "," || next == "." || next == "") && (b.first-a.end <= 6 || next == "who")
	}
	return false
}
