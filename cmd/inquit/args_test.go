package main

import (
	"slices"
	"strings"
	"testing"
)

func TestArrange(t *testing.T) {
	tests := map[string]string{
		"quotes nato --by Ann -russia":   "quotes --by Ann -- nato -russia",
		"quotes --by=Ann":                "quotes --by=Ann --",
		"quotes --by Ann -- -russia --x": "quotes --by Ann -- -russia --x",
		"quotes nato --json":             "quotes --json -- nato",
		"--store s quotes nato -q":       "quotes --store s -q -- nato",
		"quotes nato -n 3":               "quotes -n 3 -- nato",
		"ingest -":                       "ingest -- -",
		"help":                           "--help",
		"help quotes":                    "quotes --help",
		"--help":                         "--help",
		"quotes nato --speker x":         `error: inquit quotes: no flag "--speker"; did you mean --speaker?`,
		"quotes -x":                      `error: inquit quotes: no flag "-x"`,
		"quotes --by":                    "error: inquit quotes: --by needs a value",
		"quote":                          `error: inquit: no command "quote"; did you mean quotes?`,
		"frobnicate":                     `error: inquit: no command "frobnicate"`,
	}
	for args, want := range tests {
		t.Run(args, func(t *testing.T) {
			got, err := arrange(newApp(streams{}), strings.Fields(args))
			s := strings.Join(got, " ")
			if err != nil {
				s = "error: " + err.Error()
			}
			if s != want && !(strings.HasPrefix(want, "error") && strings.HasPrefix(s, want)) {
				t.Errorf("arrange(%q) = %q, want %q", args, s, want)
			}
		})
	}
}

func TestNoFormula(t *testing.T) {
	tests := map[string]string{"=1+1": "'=1+1", "-5": "-5", "-x": "'-x", "@me": "'@me", "": "", "said": "said", "+44 20": "'+44 20"}
	for cell, want := range tests {
		if got := noFormula(cell); got != want {
			t.Errorf("noFormula(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestPrintable(t *testing.T) {
	for _, s := range []string{"\x1b[31mred", "a\u202eb", "bell\a", "tab\tline\n", "zero\u200bwidth", "\x00"} {
		got := printable(s)
		if strings.ContainsFunc(got, harmful) {
			t.Errorf("printable(%q) = %q still holds what a terminal obeys", s, got)
		}
	}
	if s := "“Ēriks” said – 5 €\n"; printable(s) != s {
		t.Errorf("printable(%q) = %q, want it unchanged", s, printable(s))
	}
	if !slices.Contains(strings.Split(printable("a\x1bb"), ""), "␛") {
		t.Error("printable hides an escape instead of showing it")
	}
}
