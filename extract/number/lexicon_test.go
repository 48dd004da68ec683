package number

import (
	"strings"
	"testing"

	"golang.org/x/text/currency"
)

// TestUnitExamples reads the example of every line of units.txt.
func TestUnitExamples(t *testing.T) {
	for f := range dataLines(unitData, 5) {
		if !hasUnit(f[4], f[0]) {
			t.Errorf("%q: want unit %q, got %s", f[4], f[0], show(f[4]))
		}
		if _, ok := unitKinds[f[1]]; !ok {
			t.Errorf("%q: kind %q is unknown", f[0], f[1])
		}
	}
}

func TestUnitForms(t *testing.T) {
	for f := range dataLines(unitData, 5) {
		for _, form := range forms(f[3]) {
			if form == "m" || form == "g" || form == "s" || form == "h" || form == "c" || form == "f" || form == "v" || form == "w" || form == "p" || form == "€" || form == "¢" || form == "°c" || form == "°f" || strings.Contains(form, "/") {
				continue // one letter asks for more around it
			}
			if s := "They had 7" + form + " of it."; !hasUnit(s, f[0]) {
				t.Errorf("%q: want %q, got %s", s, f[0], show(s))
			}
		}
	}
}

func TestModifierExamples(t *testing.T) {
	for f := range dataLines(modifierData, 3) {
		ns := find(f[2])
		if len(ns) != 1 || string(ns[0].Modifier) != f[1] {
			t.Errorf("%q: want %s, got %s", f[2], f[1], show(f[2]))
		}
	}
}

func TestChangeExamples(t *testing.T) {
	for f := range dataLines(changeData, 3) {
		for _, form := range forms(f[1]) {
			ns := find("The figure " + form + " by 2 per cent.")
			if len(ns) != 1 || string(ns[0].Change) != f[0] {
				t.Errorf("%q: want %s, got %s", form, f[0], show("The figure "+form+" by 2 per cent."))
			}
		}
		if ns := find(f[2]); len(ns) != 1 || ns[0].Change == NoChange {
			t.Errorf("%q: no change in %s", f[2], show(f[2]))
		}
	}
}

// TestCurrencyCodes holds the codes against golang.org/x/text/currency.
func TestCurrencyCodes(t *testing.T) {
	coins := map[string]bool{"BTC": true, "ETH": true, "satoshi": true}
	check := func(code string) {
		if _, err := currency.ParseISO(code); err != nil && !coins[code] {
			t.Errorf("%q is no ISO 4217 code", code)
		}
	}
	for f := range dataLines(unitData, 5) {
		switch code, _, minor := strings.Cut(f[0], "-"); {
		case f[1] == "minor" && !minor:
			t.Errorf("%q: a minor unit is CODE-name", f[0])
		case f[1] == "money" || f[1] == "minor":
			check(code)
		}
	}
	for _, code := range dollarCountries {
		check(code)
	}
	for _, h := range homeDollars {
		check(h.code)
	}
}

func hasUnit(s, unit string) bool {
	for _, n := range find(s) {
		if n.Unit == unit {
			return true
		}
	}
	return false
}
