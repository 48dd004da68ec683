package number

import (
	"strings"

	"inquit/internal/text"
)

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

// currencyBefore returns the currency whose sign or code ends at token i, and
// the first token of it.
func (f *finder) currencyBefore(i int) (code string, first int) {
	if i < f.first {
		return "", 0
	}
	t := f.at(i)
	if t.Norm == "$" {
		return f.dollar(i)
	}
	if t.Norm == "=" && i > f.first && f.at(i-1).Norm == "y" {
		return "JPY", i - 1 // "Y=5", as wires write the yen
	}
	if c, ok := dollarCountries[t.Norm]; ok && i > f.first && f.at(i-1).Norm == "$" && !t.Space {
		return c, i - 1
	}
	if code = f.millionCode(i); code != "" {
		return code, i
	}
	code = f.lex.codes[t.Norm]
	switch {
	case code == "", t.Norm == "us", t.Norm == "ps" && !t.Caps, t.Norm == "dollar" && i > f.first && f.at(i-1).Kind == 0 && f.at(i-1).Norm != "at":
		return "", 0
	case isLetter(t.Norm[0]) && i > f.first && isAmountEnd(f.at(i-1)) && !f.hasUnit(i):
		return "", 0 // "10 usd 20": the code belongs to what is before it
	}
	return code, i
}

// dollar returns whose dollar the sign at token i is.
func (f *finder) dollar(i int) (code string, first int) {
	if i > f.first {
		if c, ok := dollarCountries[f.at(i-1).Norm]; ok && f.nearSign(i) {
			return c, i - 1
		}
	}
	return f.home, i
}

// hasUnit reports whether the last value ends at token i and has a unit.
func (f *finder) hasUnit(i int) bool {
	n := len(f.amounts)
	return n > 0 && f.amounts[n-1].end == i && f.amounts[n-1].unit != ""
}

// nearSign reports whether the word before the sign at token i may belong to
// it: glued, or two capitals, or a lone letter that is no word.
func (f *finder) nearSign(i int) bool {
	p := f.at(i - 1)
	return !f.at(i).Space || p.Caps || p.Norm == "c" || p.Upper && p.Len() == 1 && p.Norm != "a"
}

// currencyPrefix cuts a currency off a token such as "RM79", "USD50",
// "US55,931,000" or "PS2.7m", which the words of a text keep in one.
func (f *finder) currencyPrefix(i int) (code, rest string) {
	s := f.at(i).Norm
	k := 0
	for k < len(s) && k < 4 && isLetter(s[k]) {
		k++
	}
	if k == 0 || k == len(s) || !isDigit(s[k]) {
		return "", ""
	}
	if i > f.first && f.at(i-1).Norm == "$" && !f.at(i).Space {
		return dollarCountries[s[:k]], s[k:]
	}
	if k == 1 && f.at(i).Upper && (s[0] == 'r' || s[0] == 'n') && f.isMoneyRun(i, s) {
		return map[byte]string{'r': "ZAR", 'n': "NGN"}[s[0]], s[k:]
	}
	code = f.lex.codes[s[:k]]
	if s[:k] == "us" || s[:k] == "dollar" || !f.at(i).Upper {
		return "", ""
	}
	return code, s[k:]
}

// isMoneyRun tells "R500m", "N5 billion" and "R1,200" from the road R500.
func (f *finder) isMoneyRun(i int, s string) bool {
	if _, is := magnitudes[f.norm(i+1)]; is || strings.IndexByte(s, ',') > 0 {
		return true
	}
	_, is := gluedMagnitudes[strings.TrimLeft(s[1:], "0123456789.")]
	return is
}

// millionCode reads "MUSD" and "MEUR": millions of a currency.
func (f *finder) millionCode(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	if t := f.at(i); t.Caps && len(t.Norm) == 4 && t.Norm[0] == 'm' {
		return f.lex.codes[t.Norm[1:]]
	}
	return ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }
