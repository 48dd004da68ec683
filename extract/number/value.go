package number

import (
	"strings"

	"inquit/internal/text"
)

// A form says how a value is written.
type form uint8

// The forms of a value.
const (
	digitForm form = iota
	wordForm
	fractionForm // "two thirds", "one in four"
	vagueForm    // "tens of thousands"
	foldForm     // "sixfold"
)

// An amount is a value on its way to a claim: the tokens it covers and what
// has been read so far.
type amount struct {
	first, end  int // tokens of the whole claim
	num, numEnd int // tokens of the value alone
	lo, hi      Decimal
	ranged      bool
	moved       bool // the ends of a movement: "from 3 to 2"
	form        form
	mag         bool // a magnitude stands in it: "2 million"
	plain       bool // digits without separators, point or letters
	one         bool // the word "one"
	signed      int8 // +1 or -1 when a sign is written
	unit        string
	kind        unitKind
	shared      bool // the unit stands at another value
	modifier    Modifier
	change      Change
	role        ChangeRole
	base        string
	rule        string
	nounFirst   int // the counted noun phrase, or nounEnd 0
	nounEnd     int
}

// digits reads the value that the digits at the start of s make; rest is
// what is glued to them. Groups must be whole: "1,2,3" is no number.
func digits(s string) (v Decimal, rest string, plain, ok bool) {
	n, commas, points := 0, 0, 0
	for n < len(s) && (isDigit(s[n]) || (s[n] == ',' || s[n] == '.') && n+1 < len(s) && isDigit(s[n+1])) {
		switch s[n] {
		case ',':
			commas++
		case '.':
			points++
		}
		n++
	}
	run := s[:n]
	if n == 0 || n > 2*maxDigits || points > 1 || commas > 0 && !grouped(run) {
		return v, "", false, false
	}
	if commas > 0 {
		run = strings.ReplaceAll(run, ",", "")
	}
	v, ok = ParseDecimal(run)
	return v, s[n:], commas+points == 0 && n == len(s), ok
}

// grouped reports whether the commas of a run of digits cut it into
// thousands, or, as in India, into lakhs and crores.
func grouped(run string) bool {
	run, _, _ = strings.Cut(run, ".")
	if run == "" {
		return false
	}
	last, size := strings.LastIndexByte(run, ','), 0
	if last < 0 || len(run)-last-1 != 3 {
		return false
	}
	for i := last - 1; i >= 0; i-- {
		if run[i] != ',' {
			size++
			continue
		}
		if size != 2 && size != 3 {
			return false
		}
		size = 0
	}
	return size >= 1 && size <= 3
}

// value reads a value that begins at token i. ok is false when there is
// none; next is then the token to go on with, which lies behind dates, clock
// times and the like.
func (f *finder) value(i int) (a amount, next int, ok bool) {
	t := f.at(i)
	if t.Kind == text.Number {
		return f.digitValue(i, t.Norm, "")
	}
	if t.Kind == text.Punct {
		return f.signValue(i)
	}
	if t.Kind != text.Word {
		return a, i + 1, false
	}
	if code, rest := f.currencyPrefix(i); code != "" {
		return f.digitValue(i, rest, code)
	}
	return f.wordValue(i)
}

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

// digitValue reads a value in digits from token i, whose words without a
// currency are s.
func (f *finder) digitValue(i int, s, code string) (a amount, next int, ok bool) {
	if code == "" {
		if skip := f.dateAt(i); skip > i {
			return a, skip, false
		}
	}
	v, rest, plain, ok := digits(s)
	if !ok {
		return a, i + 1, false
	}
	a = amount{first: i, num: i, numEnd: i + 1, end: i + 1, lo: v, plain: plain && code == ""}
	if code != "" {
		a.setUnit(code, moneyUnit)
	}
	if rest != "" && !f.glue(&a, rest) {
		return a, i + 1, false
	}
	f.mixed(&a)
	f.magnitude(&a)
	f.currency(&a)
	if !f.sign(&a) || a.kind != moneyUnit && f.notClaim(&a) {
		return a, a.end, false
	}
	return a, a.end, true
}

// glue reads the letters glued to digits: a magnitude, a unit, or something
// that makes no claim, such as "3rd" and "9am".
func (f *finder) glue(a *amount, rest string) bool {
	a.plain = false
	rest = strings.TrimRight(rest, ".")
	if power := f.norm(a.end); (power == "²" || power == "³") && !f.at(a.end).Space {
		if u := f.lex.glued[rest+power]; u != nil {
			a.setUnit(u.name, u.kind)
			a.end++
			return true
		}
	}
	if mag, ok := gluedMagnitudes[rest]; ok && !f.isMetres(a, rest) {
		a.lo, ok = a.lo.Shift(int(mag))
		a.mag = true
		return ok
	}
	if rest == "m" {
		a.setUnit("metre", physicalUnit)
		return true
	}
	if rest == "p" && !a.lo.IsInt() && a.lo.Cmp(Int(1000)) > 0 {
		return false
	}
	if rest == "p" || rest == "c" || rest == "s" || rest == "h" || rest == "g" || rest == "v" || rest == "w" {
		if !f.singleLetter(a, rest) {
			return false
		}
	}
	if rest == "sq" {
		return f.squared(a)
	}
	u := f.lex.glued[rest]
	if u == nil {
		return false
	}
	a.setUnit(u.name, u.kind)
	return true
}

// squared reads the unit of "60sq m".
func (f *finder) squared(a *amount) bool {
	name := map[string]string{"m": "square metre", "km": "square kilometre", "ft": "square foot", "mi": "square mile", "metres": "square metre", "feet": "square foot"}[f.norm(a.end)]
	if name == "" {
		return false
	}
	a.setUnit(name, physicalUnit)
	a.end++
	return true
}

// singleLetter says whether one letter behind digits is a unit here: "5p" and
// "40g" are, "5G", "1990s", "4c" in a list and "2h" mostly not.
func (f *finder) singleLetter(a *amount, rest string) bool {
	raw := f.d.Word(a.num)
	upper := raw[len(raw)-1] != rest[0]
	switch rest {
	case "g":
		return !upper
	case "p":
		return !upper && a.lo.Cmp(Int(1000)) < 0
	case "s":
		return !upper && a.lo.Cmp(Int(100)) < 0 && (!a.lo.IsInt() || a.lo.unscaled%10 != 0 && a.lo.exp == 0)
	case "c":
		return upper
	}
	return !upper || rest == "v" || rest == "w"
}

// isMetres tells "5m high" from "5m people": a glued m is a million unless
// words of size follow or a lone small number stands without a currency.
func (f *finder) isMetres(a *amount, rest string) bool {
	if rest != "m" || a.lo.Cmp(Int(10000)) > 0 {
		return false
	}
	if code, _ := f.currencyBefore(a.num - 1); code != "" || a.kind == moneyUnit {
		return false
	}
	if f.prevNorm(a) == "x" {
		return true
	}
	switch f.norm(a.end) {
	case "high", "tall", "long", "wide", "deep", "x", "from", "away", "above", "below", "race", "sprint",
		"freestyle", "hurdles", "butterfly", "final", "tower", "pool", "platform", "is", "×", "ahead", "north", "south", "east", "west":
		return true
	case "-":
		switch f.norm(a.end + 1) {
		case "high", "tall", "long", "wide", "deep":
			return true
		}
	}
	return false
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

// magnitude reads the words behind the digits: "2.5 million", "3 hundred
// thousand", "4 dozen".
func (f *finder) magnitude(a *amount) {
	for range 2 {
		j := a.numEnd
		if f.norm(j) == "-" && !f.at(j).Space {
			j++
		}
		w := f.norm(j)
		mag, ok := magnitudes[w]
		if !ok && (w == "m" || w == "b" || w == "k") && f.hasSignBefore(a) {
			mag, ok = gluedMagnitudes[w]
		}
		var v Decimal
		switch {
		case ok:
			v, ok = a.lo.Shift(int(mag))
		case w == "dozen":
			v, ok = a.lo.Times(12)
		}
		if !ok || a.kind == physicalUnit {
			return
		}
		a.lo, a.mag, a.plain, a.numEnd, a.end = v, true, false, j+1, j+1
		if w == "million" || w == "billion" || w == "thousand" {
			a.lo, a.numEnd, _ = f.andHalf(a.lo, j, a.numEnd)
			a.end = a.numEnd
		}
	}
}

func (f *finder) hasSignBefore(a *amount) bool {
	code, _ := f.currencyBefore(a.num - 1)
	return code != ""
}

// currency takes the sign before the value: "$ 5", "US$5", "£-5bn", "-£5bn".
func (f *finder) currency(a *amount) {
	i := a.first - 1
	if i > f.first && isMinus(f.at(i).Norm) && !f.at(a.first).Space {
		if code, first := f.currencyBefore(i - 1); code != "" {
			a.setUnit(code, moneyUnit)
			a.first, a.signed = first, -1
			a.lo = a.lo.Neg()
			return
		}
	}
	if code, first := f.currencyBefore(i); code != "" && a.unit == "" {
		a.setUnit(code, moneyUnit)
		a.first = first
		if f.at(i).Kind == text.Word && f.millionCode(i) != "" {
			a.lo, _ = a.lo.Shift(6)
		}
	} else if a.kind == moneyUnit && f.norm(i) == "$" {
		a.first = i // "$US5"
	}
	f.currencyAfter(a)
}

// currencyAfter reads what confirms or changes the sign before: "$76 US",
// "$10 dollars", "C$5 Canadian".
func (f *finder) currencyAfter(a *amount) {
	if a.kind != moneyUnit || a.end >= f.last {
		return
	}
	w := f.norm(a.end)
	switch {
	case (w == "us" || w == "u.s." || w == "u.s") && f.at(a.end).Caps && f.at(a.first).Norm == "$" && f.notNounAfter(a.end+1):
		a.unit, a.end = "USD", a.end+1
	case (w == "cad" || w == "aud" || w == "usd") && a.unit == f.home:
		a.unit, a.end = f.lex.codes[w], a.end+1
	case w == "dollars" || w == "dollar":
		a.end++
	}
}

// notNounAfter reports whether what stands at token i ends the words before.
func (f *finder) notNounAfter(i int) bool {
	if i >= f.last {
		return true
	}
	t := f.at(i)
	switch t.Norm {
	case "a", "an", "per", "in", "on", "at", "for", "to", "and", "or", "from", "by", "each":
		return true
	}
	return t.Kind != text.Word && t.Kind != text.Number
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

func (a *amount) setUnit(name string, k unitKind) { a.unit, a.kind = name, k }

// wordValue reads values in words from token i.
func (f *finder) wordValue(i int) (a amount, next int, ok bool) {
	w := f.at(i).Norm
	if len(w) < 3 && w != "a" || len(w) > 12 {
		return a, i + 1, false
	}
	if n, is := vagues[w]; is {
		return f.vagueValue(i, n)
	}
	if a, ok := f.fold(i, w); ok {
		return a, i + 1, true
	}
	_, is := numerals[w]
	if !is && w != "a" && w != "half" && w != "quarter" {
		return a, i + 1, false
	}
	if a, ok := f.fraction(i); ok {
		return a, a.end, !f.notClaim(&a)
	}
	v, end, ok := f.spelled(i)
	if !ok {
		return a, i + 1, false
	}
	if is {
		v, end, _ = f.andHalf(v, end-1, end)
	}
	a = amount{first: i, num: i, numEnd: end, end: end, lo: v, form: wordForm, one: w == "one" && end == i+1}
	a.mag = end > i+1 && v.Cmp(Int(100)) >= 0
	f.currency(&a)
	if f.notClaim(&a) {
		return a, end, false
	}
	return a, end, true
}

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
		return f.newFraction(i, end, n, den)
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

// oneIn reads the second half of "one in four"; j is the token behind "one".
func (f *finder) oneIn(i, j int) (den uint64, end int, ok bool) {
	w := f.norm(i)
	if f.norm(j) == "of" && (f.norm(j+1) == "10" || f.norm(j+1) == "ten") && w != "a" && w != "half" && w != "one" {
		return 10, j + 2, numerals[w].n < 10 // "eight of 10 households"
	}
	if w == "half" || w == "a" || f.norm(j) != "in" && !(f.norm(j) == "out" && f.norm(j+1) == "of") && !(f.norm(j) == "of" && f.norm(j+1) == "every") {
		return 0, 0, false
	}
	j++
	if f.norm(j) == "of" {
		j++
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
