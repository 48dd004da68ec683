package number

import "strings"

// glue reads the letters glued to digits: a magnitude, a unit, or something
// that makes no claim, such as "3rd" and "9am".
func (f *finder) glue(a *amount, rest string) bool {
	a.plain = false
	rest = strings.TrimRight(rest, ".")
	if len(rest) > 1 && rest[0] == '\'' {
		return f.heightMark(a, rest)
	}
	if power := f.norm(a.end); (power == "²" || power == "³") && !f.at(a.end).Space {
		if u := f.lex.glued[rest+power]; u != nil {
			a.setUnit(u.name, u.kind)
			a.end++
			return true
		}
	}
	if mag, ok := gluedMagnitudes[rest]; ok && !f.isMetres(a, rest) {
		a.metres = rest == "m" && a.lo.IsInt() && a.lo.Cmp(Int(3000)) < 0
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
	if rest == "p" || rest == "c" || rest == "s" || rest == "h" || rest == "g" || rest == "v" || rest == "w" || rest == "f" {
		if !f.singleLetter(a, rest) {
			return false
		}
	}
	if rest == "sq" {
		return f.squared(a)
	}
	u := f.lex.glued[rest]
	if u == nil {
		return f.gluedCode(a, rest)
	}
	a.setUnit(u.name, u.kind)
	return true
}

// gluedCode reads a currency in capitals behind digits: "20Rs", "42RM",
// "50USD", "3US$".
func (f *finder) gluedCode(a *amount, rest string) bool {
	raw := f.d.Word(a.num)
	if c := raw[len(raw)-len(rest)]; c < 'A' || c > 'Z' || len(rest) < 2 {
		return false
	}
	code := f.lex.codes[rest]
	if rest == "us" || code == "" {
		code = dollarCountries[rest]
		if f.norm(a.end) != "$" || f.at(a.end).Space {
			return false
		}
		a.end++
	}
	a.setUnit(code, moneyUnit)
	return code != ""
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
		if w := f.norm(a.num - 2); isDash(f.norm(a.num-1)) && (w == "under" || w == "over") {
			return false // "the under-21s"
		}
		return !upper && a.lo.Cmp(Int(100)) < 0 && (!a.lo.IsInt() || a.lo.unscaled%10 != 0 && a.lo.exp == 0)
	case "c":
		return upper
	case "f":
		return upper && (f.norm(a.num-1) == "(" || f.norm(a.end) == ")" || f.norm(a.end) == "(" || f.norm(a.num-1) == "/")
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
		case w == "dozen", w == "dozens":
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
