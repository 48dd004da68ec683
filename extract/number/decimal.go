package number

import (
	"math/bits"
	"strconv"
	"strings"
)

// A Decimal is an exact decimal number, Unscaled × 10^Exp. Numbers in news have
// few significant digits and many zeros, so 19 digits and an exponent hold
// them all. Equal numbers are equal structs: trailing zeros of the digits are
// always moved to the exponent.
type Decimal struct {
	neg      bool
	unscaled uint64
	exp      int8
}

// maxDigits is the longest value kept, printed without sign and point. A
// longer run of digits is a key or a serial number, never a claim.
const maxDigits = 30

// ParseDecimal reads plain digits with an optional sign and point, as String
// prints them. It refuses exponents, groups and more digits than it can hold.
func ParseDecimal(s string) (Decimal, bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg, s = s[0] == '-', s[1:]
	}
	whole, part, point := strings.Cut(s, ".")
	if whole == "" && part == "" || point && part == "" {
		return Decimal{}, false
	}
	var n uint64
	zeros := 0 // seen but not yet multiplied in
	for i := 0; i < len(whole)+len(part); i++ {
		c := byte('0')
		if i < len(whole) {
			c = whole[i]
		} else {
			c = part[i-len(whole)]
		}
		switch {
		case c < '0' || c > '9':
			return Decimal{}, false
		case c == '0' && n == 0:
		case c == '0':
			zeros++
		default:
			var ok bool
			if n, ok = push(n, zeros, c-'0'); !ok {
				return Decimal{}, false
			}
			zeros = 0
		}
	}
	return decimal(neg, n, zeros-len(part))
}

// push returns n × 10^(zeros+1) + c.
func push(n uint64, zeros int, c byte) (uint64, bool) {
	if zeros > 19 {
		return 0, false
	}
	for range zeros + 1 {
		hi, lo := bits.Mul64(n, 10)
		if hi != 0 {
			return 0, false
		}
		n = lo
	}
	n, carry := bits.Add64(n, uint64(c), 0)
	return n, carry == 0
}

// decimal returns ±n × 10^exp in its one form; false when it is too long.
func decimal(neg bool, n uint64, exp int) (Decimal, bool) {
	if n == 0 {
		return Decimal{}, true
	}
	for n%10 == 0 {
		n, exp = n/10, exp+1
	}
	digits := len(strconv.FormatUint(n, 10))
	if exp > maxDigits || exp < -maxDigits || digits+exp > maxDigits || max(digits, -exp+1) > maxDigits {
		return Decimal{}, false
	}
	return Decimal{neg, n, int8(exp)}, true
}

// Int returns n as a Decimal.
func Int(n uint64) Decimal {
	d, _ := decimal(false, n, 0)
	return d
}

// Shift returns d × 10^n; false when the result is too long to be a value.
func (d Decimal) Shift(n int) (Decimal, bool) {
	return decimal(d.neg, d.unscaled, int(d.exp)+n)
}

// Times returns d × n.
func (d Decimal) Times(n uint64) (Decimal, bool) {
	hi, lo := bits.Mul64(d.unscaled, n)
	if hi != 0 {
		return Decimal{}, false
	}
	return decimal(d.neg, lo, int(d.exp))
}

// Plus returns d + e for two numbers of one sign.
func (d Decimal) Plus(e Decimal) (Decimal, bool) {
	if d.neg != e.neg && d.unscaled != 0 && e.unscaled != 0 {
		return Decimal{}, false
	}
	if d.exp < e.exp {
		d, e = e, d
	}
	n := d.unscaled
	for range int(d.exp) - int(e.exp) {
		hi, lo := bits.Mul64(n, 10)
		if hi != 0 {
			return Decimal{}, false
		}
		n = lo
	}
	n, carry := bits.Add64(n, e.unscaled, 0)
	if carry != 0 {
		return Decimal{}, false
	}
	return decimal(d.neg || e.neg, n, int(e.exp))
}

// Neg returns -d.
func (d Decimal) Neg() Decimal {
	d.neg = !d.neg && d.unscaled != 0
	return d
}

// IsZero reports whether d is nought.
func (d Decimal) IsZero() bool { return d.unscaled == 0 }

// IsInt reports whether d is a whole number.
func (d Decimal) IsInt() bool { return d.exp >= 0 }

// Cmp compares by size: -1 when d < e, 0 when equal, +1 when d > e.
func (d Decimal) Cmp(e Decimal) int {
	switch {
	case d == e:
		return 0
	case d.neg != e.neg:
		return sign(d.neg)
	case d.neg:
		return -cmpAbs(d, e)
	}
	return cmpAbs(d, e)
}

func sign(neg bool) int {
	if neg {
		return -1
	}
	return 1
}

// cmpAbs compares two different numbers without their signs.
func cmpAbs(d, e Decimal) int {
	if d.unscaled == 0 || e.unscaled == 0 {
		return sign(d.unscaled == 0)
	}
	a, b := strconv.FormatUint(d.unscaled, 10), strconv.FormatUint(e.unscaled, 10)
	if x, y := len(a)+int(d.exp), len(b)+int(e.exp); x != y {
		return sign(x < y)
	}
	return strings.Compare(a, b) // trailing zeros are gone, so a prefix is smaller
}

// Float returns the nearest float64, for ratios; never for a record.
func (d Decimal) Float() float64 {
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

// String prints d as a plain JSON number: digits, never an exponent.
func (d Decimal) String() string {
	s := strconv.FormatUint(d.unscaled, 10)
	switch {
	case d.exp >= 0:
		s += strings.Repeat("0", int(d.exp))
	case len(s) > -int(d.exp):
		p := len(s) + int(d.exp)
		s = s[:p] + "." + s[p:]
	default:
		s = "0." + strings.Repeat("0", -int(d.exp)-len(s)) + s
	}
	if d.neg {
		return "-" + s
	}
	return s
}

// MarshalJSON prints d as String does.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }
