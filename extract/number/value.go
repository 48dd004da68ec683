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
	rankForm     // "third-largest"
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
	parted      bool // a ratio: "one in four"
	about       bool // "a couple of billion": about two
	signed      int8 // +1 or -1 when a sign is written
	metres      bool // "600m": metres, if nothing behind says millions of what
	unit        string
	kind        unitKind
	shared      bool // the unit stands at another value
	modifier    Modifier
	change      Change
	role        ChangeRole
	trend       Change // the way of a movement whose ends these are
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
	if rest != "" && isDigit(s[0]) && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
		a, ok = f.rankAt(i)
		return a, max(a.end, i+1), ok
	}
	if rest != "" && !f.glue(&a, rest) {
		return a, i + 1, false
	}
	if a.plain && f.ratioOf(&a) {
		return a, a.end, true
	}
	f.mixed(&a)
	f.scientific(&a)
	f.magnitude(&a)
	f.currency(&a)
	if !f.sign(&a) || a.kind != moneyUnit && f.notClaim(&a) {
		return a, a.end, false
	}
	return a, a.end, true
}

func (a *amount) setUnit(name string, k unitKind) { a.unit, a.kind = name, k }
