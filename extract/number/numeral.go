package number

import "inquit/internal/text"

// A numeral is a number word. mag > 0 multiplies by 10^mag.
type numeral struct {
	n   uint64
	mag int8
}

// numerals are the words that make up values.
var numerals = map[string]numeral{
	"zero": {0, 0}, "nought": {0, 0}, "one": {1, 0}, "two": {2, 0}, "three": {3, 0},
	"four": {4, 0}, "five": {5, 0}, "six": {6, 0}, "seven": {7, 0}, "eight": {8, 0},
	"nine": {9, 0}, "ten": {10, 0}, "eleven": {11, 0}, "twelve": {12, 0},
	"thirteen": {13, 0}, "fourteen": {14, 0}, "fifteen": {15, 0}, "sixteen": {16, 0},
	"seventeen": {17, 0}, "eighteen": {18, 0}, "nineteen": {19, 0}, "twenty": {20, 0},
	"thirty": {30, 0}, "forty": {40, 0}, "fourty": {40, 0}, "fifty": {50, 0},
	"sixty": {60, 0}, "seventy": {70, 0}, "eighty": {80, 0}, "ninety": {90, 0},
	"hundred": {0, 2}, "thousand": {0, 3}, "lakh": {0, 5}, "lakhs": {0, 5},
	"million": {0, 6}, "crore": {0, 7}, "crores": {0, 7}, "billion": {0, 9},
	"trillion": {0, 12}, "quadrillion": {0, 15},
	"dozen": {12, 1}, // its mag only says that it multiplies
}

// magnitudes are short for magnitude words when they stand apart: "5 bn".
var magnitudes = map[string]int8{
	"bn": 9, "mn": 6, "mln": 6, "tn": 12, "trn": 12, "bln": 9, "cr": 7,
	"million": 6, "billion": 9, "trillion": 12, "thousand": 3, "hundred": 2,
	"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "quadrillion": 15,
}

// gluedMagnitudes stand behind digits without a space.
var gluedMagnitudes = map[string]int8{
	"bn": 9, "b": 9, "mn": 6, "mln": 6, "mio": 6, "m": 6, "million": 6, "billion": 9,
	"k": 3, "tn": 12, "trn": 12, "trillion": 12, "cr": 7,
}

// vagues are the plurals that name a magnitude only: a value from the first to
// ten times it (dozens: 12 to 120).
var vagues = map[string]numeral{
	"tens": {1, 1}, "dozens": {12, 0}, "hundreds": {1, 2}, "thousands": {1, 3},
	"millions": {1, 6}, "billions": {1, 9}, "trillions": {1, 12}, "lakhs": {1, 5},
	"crores": {1, 7},
}

// parts are the denominators of fractions in words.
var parts = map[string]uint64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
	"fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
	"seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
	"tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
	"thousandths": 1000,
}

// vulgars are the fractions that are one sign.
var vulgars = map[string][2]uint64{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5},
	"⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5}, "⅙": {1, 6}, "⅚": {5, 6}, "⅛": {1, 8},
	"⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8},
}

// ratio returns n/d, to twelve places when it does not end.
func ratio(n, d uint64) (Decimal, bool) {
	if d == 0 || n > 1e6 || d > 1e6 {
		return Decimal{}, false
	}
	const places = 12
	scaled := n * 1e12
	v, ok := decimal(false, (scaled+d/2)/d, -places)
	return v, ok
}

// spelled reads number words from token i: "two hundred and fifty thousand",
// "ninety-nine", "a dozen". It returns the token after them.
func (f *finder) spelled(i int) (v Decimal, end int, ok bool) {
	var total, cur uint64 // cur is what the next magnitude multiplies
	seen, small := false, false
	if t := f.norm(i); t == "a" || t == "an" || t == "half" || t == "quarter" || t == "several" {
		return f.articled(i)
	}
	j, end := i, i
	for j < f.last {
		w := f.at(j).Norm
		switch {
		case w == "-" && seen && !f.at(j).Space, w == "and" && seen && !small:
			j++
			continue
		}
		n, is := numerals[w]
		if !is || f.at(j).Kind != text.Word {
			break
		}
		switch {
		case n.n == 12 && n.mag == 1: // dozen
			cur = max(cur, 1) * 12
			small = true
		case n.mag == 2:
			cur = max(cur, 1) * 100
			small = false
		case n.mag > 2:
			x, fits := Int(max(cur, 1)).Shift(int(n.mag))
			if !fits || total > 1e15 || x.Cmp(Int(1e17)) > 0 {
				return v, 0, false
			}
			total, cur, small = total+whole(x), 0, false
		default:
			if small && !(cur%100 >= 20 && cur%10 == 0 && n.n < 10 && n.n > 0) {
				return Int(total + cur), end, seen // "eight nine": two values
			}
			cur, small = cur+n.n, true
		}
		seen, j = true, j+1
		end = j
	}
	return Int(total + cur), end, seen
}

// whole returns a whole Decimal below 10^18 as an integer.
func whole(d Decimal) uint64 {
	n := d.unscaled
	for range d.exp {
		n *= 10
	}
	return n
}

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
	if f.norm(end) != "and" || f.norm(end+1) != "a" {
		return v, end, true
	}
	part := decimalOf(5, -1)
	switch f.norm(end + 2) {
	case "half":
	case "quarter":
		part = decimalOf(25, -2)
	default:
		return v, end, true
	}
	part, _ = part.Shift(int(magnitudes[f.norm(last)]))
	if sum, ok := v.Plus(part); ok {
		return sum, end + 3, true
	}
	return v, end, true
}

func decimalOf(n uint64, exp int) Decimal {
	d, _ := decimal(false, n, exp)
	return d
}
