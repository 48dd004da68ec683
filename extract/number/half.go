package number

// articled reads a value that begins with "a" or "half": "a hundred
// thousand", "half a million", "a quarter of a million", "a dozen".
func (f *finder) articled(i int) (v Decimal, end int, ok bool) {
	part, j := Decimal{}, i
	switch f.norm(j) {
	case "half":
		part, j = decimalOf(5, -1), j+1
	case "quarter":
		part, j = decimalOf(25, -2), j+1
	case "several":
		return v, 0, false
	default:
		j++
		if w := f.norm(j); w == "half" || w == "quarter" {
			return f.partOf(j)
		}
		if w := f.norm(j); w != "hundred" && w != "thousand" && w != "million" && w != "billion" && w != "trillion" && w != "dozen" && w != "lakh" && w != "crore" {
			return v, 0, false
		}
		if v, end, ok = f.spelled(j); !ok {
			return v, 0, false
		}
		return f.andHalf(v, j, end)
	}
	return f.scaledPart(part, j)
}

// partOf reads "half a million" after an article: token i is the fraction.
func (f *finder) partOf(i int) (Decimal, int, bool) {
	part := decimalOf(5, -1)
	if f.norm(i) == "quarter" {
		part = decimalOf(25, -2)
	}
	return f.scaledPart(part, i+1)
}

// scaledPart multiplies a fraction with the magnitude that must follow.
func (f *finder) scaledPart(part Decimal, j int) (v Decimal, end int, ok bool) {
	for k := 0; k < 2; k++ {
		if w := f.norm(j); w == "of" || w == "a" || w == "-" {
			j++
		}
	}
	mag, is := magnitudes[f.norm(j)]
	switch {
	case is:
		v, ok = part.Shift(int(mag))
	case f.norm(j) == "dozen":
		v, ok = part.Times(12)
	}
	return v, j + 1, ok
}

// andHalf adds what "a million and a half" and "two and a half" put behind.
// last is the magnitude word of v, or the value itself.
func (f *finder) andHalf(v Decimal, last, end int) (Decimal, int, bool) {
	if f.norm(end) != "and" {
		return v, end, true
	}
	if f.norm(end+1) != "a" {
		return f.andParts(v, end)
	}
	part := decimalOf(5, -1)
	switch f.norm(end + 2) {
	case "half":
	case "quarter":
		part = decimalOf(25, -2)
	case "third":
		part, _ = ratio(1, 3)
	default:
		return v, end, true
	}
	part, _ = part.Shift(int(magnitudes[f.norm(last)]))
	if sum, ok := v.Plus(part); ok {
		return sum, end + 3, true
	}
	return v, end, true
}

// andParts adds the fraction of "three and two thirds" and "one and three-quarter".
func (f *finder) andParts(v Decimal, end int) (Decimal, int, bool) {
	j := f.skipGluedDash(end + 2)
	n, d := numerals[f.norm(end+1)], parts[f.norm(j)]
	if !v.IsInt() || v.Cmp(Int(100)) >= 0 || n.mag != 0 || n.n == 0 || d == 0 || n.n >= d {
		return v, end, true
	}
	part, ok := ratio(n.n, d)
	if sum, fits := v.Plus(part); ok && fits {
		return sum, j + 1, true
	}
	return v, end, true
}

func decimalOf(n uint64, exp int) Decimal {
	d, _ := decimal(false, n, exp)
	return d
}
