package number

import (
	"encoding/json"
	"math/big"
	"testing"
)

func TestParseDecimal(t *testing.T) {
	tests := map[string]string{
		"0": "0", "-0": "0", "000": "0", "0.0": "0", ".5": "0.5", "+5": "5", "-5": "-5", "2.50": "2.5",
		"11800000000": "11800000000", "100": "100", "0.001": "0.001", "-0.125": "-0.125",
		"123456789012345678": "123456789012345678", "007": "7",
	}
	for in, want := range tests {
		if got, ok := ParseDecimal(in); !ok || got.String() != want {
			t.Errorf("ParseDecimal(%q) = %v, %v, want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "-", ".", "5.", "1e9", "1,000", "٣", "NaN", "Inf", "1.2.3", "99999999999999999999999", "1000000000000000000000000000000000000"} {
		if got, ok := ParseDecimal(in); ok {
			t.Errorf("ParseDecimal(%q) = %v, want none", in, got)
		}
	}
}

func TestDecimalArithmetic(t *testing.T) {
	half, _ := ParseDecimal("0.5")
	if v, ok := half.Shift(6); !ok || v.String() != "500000" {
		t.Errorf("half a million = %v", v)
	}
	if v, ok := half.Plus(Int(7)); !ok || v.String() != "7.5" {
		t.Errorf("7 + 0.5 = %v", v)
	}
	if v, ok := half.Times(24); !ok || v != Int(12) {
		t.Errorf("0.5 × 24 = %v", v)
	}
	if _, ok := Int(1).Shift(400); ok {
		t.Error("10^400 is no value")
	}
	if b, err := json.Marshal(half.Neg()); err != nil || string(b) != "-0.5" {
		t.Errorf("as JSON: %s, %v", b, err)
	}
}

// FuzzDecimal holds Decimal against big.Rat: value → text → value, and order.
func FuzzDecimal(f *testing.F) {
	for _, s := range []string{"0", "-0.5", "11800000000", "2.50", "0.000000000001", "1e9", ""} {
		f.Add(s, "7")
	}
	f.Fuzz(func(t *testing.T, s, u string) {
		a, ok := ParseDecimal(s)
		if !ok {
			return
		}
		again, ok := ParseDecimal(a.String())
		if !ok || again != a {
			t.Fatalf("%q: %v read again is %v, %v", s, a, again, ok)
		}
		x, _ := new(big.Rat).SetString(a.String())
		if want, ok := new(big.Rat).SetString(s); ok && want.Cmp(x) != 0 {
			t.Fatalf("%q became %v", s, a)
		}
		b, ok := ParseDecimal(u)
		if !ok {
			return
		}
		y, _ := new(big.Rat).SetString(b.String())
		if a.Cmp(b) != x.Cmp(y) {
			t.Fatalf("%v against %v: %d, want %d", a, b, a.Cmp(b), x.Cmp(y))
		}
	})
}
