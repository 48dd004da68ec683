package index

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"inquit/internal/store"
)

// String writes a query the way it was understood.
func (n *node) String() string {
	if n == nil {
		return "all"
	}
	join := func(sep string) string {
		list := make([]string, len(n.kids))
		for i, k := range n.kids {
			list[i] = k.String()
		}
		return "(" + strings.Join(list, sep) + ")"
	}
	switch n.op {
	case opAnd:
		return join(" & ")
	case opOr:
		if len(n.kids) == 0 {
			return "nothing"
		}
		return join(" | ")
	case opNot:
		return "-" + n.kids[0].String()
	case opPrefix:
		return n.words[0] + "*"
	case opFuzzy:
		return n.words[0] + "~"
	case opField:
		return n.field + ":" + fmt.Sprintf("%q", n.value)
	}
	return strings.Join(n.words, "+")
}

func TestParse(t *testing.T) {
	tests := []struct{ query, want, note string }{
		{"", "all", ""},
		{"  \t\n", "all", ""},
		{"Bridge", "bridge", ""},
		{"bridges allies", "(bridge & ally)", ""},
		{"bridge AND storm", "(bridge & storm)", ""},
		{"bridge OR storm nurse", "(bridge | (storm & nurse))", ""},
		{"(bridge OR storm) nurse", "((bridge | storm) & nurse)", ""},
		{"a-b", "a+b", ""},
		{"-bridge", "-bridge", ""},
		{"- bridge", "bridge", ""},
		{"bridge -", "bridge", ""},
		{"--bridge", "-bridge", ""},
		{"-(a OR b) c", "(-(a | b) & c)", ""},
		{`"time to act"`, "time+to+act", ""},
		{`“time to act” -"next week"`, "(time+to+act & -next+week)", ""},
		{`"open`, "open", "not closed"},
		{"def*", "def*", ""},
		{"d*", "d", ""},
		{"*", "nothing", "no word"},
		{"wrod~", "wrod~", ""},
		{"wrod~1", "wrod~", ""},
		{"it~", "it", ""},
		{"speaker:lammy nato", `(speaker:"lammy" & nato)`, ""},
		{`Speaker:"Foreign Secretary"`, `speaker:"Foreign Secretary"`, ""},
		{"speker:lammy", "speker+lammy", `no field "speker"`},
		{"speaker:", "speaker", "followed by nothing"},
		{"http://example.org/x", "http+example+org+x", ""},
		{"12:30", "12+30", ""},
		{"(a", "a", "not closed"},
		{"a)", "a", "closes nothing"},
		{"()", "nothing", "no word"},
		{"OR", "or", "both sides"},
		{"a OR", "(a & or)", "both sides"},
		{"OR a", "(or & a)", "both sides"},
		{"a OR OR b", "(a & or & or & b)", "both sides"},
		{"(a OR) b", "(a & or & b)", "both sides"},
		{"-OR", "or", "minus"},
		{"!!!", "nothing", "no word"},
		{"U.S. 10,000 2.5 11.8bn O’Brien's don't", "(us & 10000 & 2.5 & 11.8bn & obrien & dont)", ""},
		{"José ÅNGSTRÖM straße Łódź", "(jose & angstrom & strasse & lodz)", ""},
		{"北京", "北+京", ""},
		{strings.Repeat("w ", 100), "(" + strings.Repeat("w & ", 63) + "w)", "first 64 words"},
	}
	for _, x := range tests {
		n, notes := parse(x.query)
		if got := n.String(); got != x.want {
			t.Errorf("parse(%q) = %s, want %s (notes %q)", x.query, got, x.want, notes)
		}
		if all := strings.Join(notes, "; "); x.note == "" && all != "" || !strings.Contains(all, x.note) {
			t.Errorf("parse(%q): notes %q, want %q", x.query, all, x.note)
		}
	}
}

func TestRanges(t *testing.T) {
	for s, want := range map[string][2]float64{"2..3": {2, 3}, "3..2": {2, 3}, "2bn": {2e9, 2e9}, "1,000..2k": {1000, 2000}, "-5..5": {-5, 5}, "2.5%": {2.5, 2.5}} {
		low, high, ok := numberRange(s)
		if !ok || low != sortable(want[0]) || high != sortable(want[1]) {
			t.Errorf("numberRange(%q) = %s, %s, %v", s, low, high, ok)
		}
	}
	for _, s := range []string{"", "..", "two", "1..2..3", "1e5", "0x10", "NaN", "inf", "--1", "1-2", "k"} {
		if low, high, ok := numberRange(s); ok {
			t.Errorf("numberRange(%q) = %s, %s", s, low, high)
		}
	}
	values := []float64{-1e12, -2.5, -1, 0, .001, 1, 2, 2.5, 1e9, 11.8e9}
	for i := 1; i < len(values); i++ {
		if sortable(values[i-1]) >= sortable(values[i]) {
			t.Errorf("%v does not sort before %v", values[i-1], values[i])
		}
	}
}

func TestRankKeepsOrderAndID(t *testing.T) {
	list := [][2]string{
		{"2025-11-02", "q:0000000000000001:1"},
		{"2025-11-02", "q:0000000000000001:2"},
		{"2025-11-02", "q:0000000000000001:10"},
		{"2025-11-02", "q:0000000000000002:1"},
		{"2025-11-01", "q:0000000000000000:1"},
		{"2024-12-31", "q:0000000000000000:1"},
		{"", "q:0000000000000000:1"},
	}
	for i, x := range list {
		r := rank(x[0], x[1])
		if got := ranked("q", r); got != x[1] {
			t.Errorf("ranked(%q) = %q, want %q", r, got, x[1])
		}
		if i > 0 && r <= rank(list[i-1][0], list[i-1][1]) {
			t.Errorf("%v does not follow %v", x, list[i-1])
		}
	}
	if got := ranked("a", rank("2025", "a:0123456789abcdef")); got != "a:0123456789abcdef" {
		t.Errorf("article: %q", got)
	}
}

type named = store.Named

func TestTenure(t *testing.T) {
	office := func(since, until string) named { return named{Role: true, Since: since, Until: until} }
	tests := []struct {
		found    []named
		from, to string // of the first
	}{
		{[]named{office("2024-07-05", "2025-09-01")}, "", ""},
		{[]named{office("2024-07-05", "2025-09-01"), office("2023-11-13", "2024-06-30")}, "2024-07-05", ""},
		{[]named{office("2023-11-13", "2024-06-30"), office("2024-07-05", "2025-09-01"), office("2025-09-05", "")}, "", "2024-07-05"},
		{[]named{office("2024-01-01", "2025-01-01"), office("2024-06-01", "2024-07-01")}, "", ""}, // side by side
		{[]named{office("", ""), office("2024-06-01", "2024-07-01")}, "", ""},
		{[]named{{}, office("2024-06-01", "2024-07-01")}, "", ""},
	}
	for _, x := range tests {
		if from, to := tenure(x.found, 0); from != x.from || to != x.to {
			t.Errorf("tenure(%+v) = %q, %q, want %q, %q", x.found, from, to, x.from, x.to)
		}
	}
}

// naughty are strings that have broken programs; more are read from the
// evaluation data when it is there.
func naughty(t testing.TB) []string {
	list := []string{
		"", " ", "\x00", "\xff\xfe", "a\x00b", "\u202ereversed", "\u200b\u200b", "'; DROP TABLE articles; --", `\`, `"`, `""`, `"""`, "(((((", ")))))", "((((()",
		"-", "--", "-(-(-(a", "OR OR OR", "AND", "a AND", "~", "~~~", "*a*", "a?b", "/.*/", "[a TO z]", "+a", "^2", "a^9", "{}", "value:..", "value:1e999", "date:..",
		"date:2025-99-99..", "unit:", "kind:nonsense", "event:*", "speaker:\"\"", "outlet:!!!", "cue:()", strings.Repeat("(", 2000), strings.Repeat("a", 5000),
		strings.Repeat("a OR ", 300), strings.Repeat("-", 1500), strings.Repeat("\"", 1023), "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "👾 🙇 💁", "الكل في المجمو عة", "<script>alert(1)</script>", "%s%n%d",
		"../../etc/passwd", "1/0", "NaN", "null", "undefined", "\u1e9e", "ﬁ ligature", "İ", "e\u0301\u0301\u0301",
	}
	root := os.Getenv("INQUIT_SHARED")
	if root == "" {
		root = "../../shared"
	}
	if b, err := os.ReadFile(filepath.Join(root, "eval/text/naughty-strings.json")); err == nil {
		var more []string
		if err := json.Unmarshal(b, &more); err != nil {
			t.Fatal(err)
		}
		list = append(list, more...)
	}
	return list
}

func FuzzParse(f *testing.F) {
	for _, s := range naughty(f)[:60] {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, notes := parse(s)
		if n == nil && strings.TrimSpace(s) != "" && len(notes) == 0 {
			t.Errorf("parse(%q) asks for everything and says nothing", s)
		}
		words := 0
		var walk func(*node, int)
		walk = func(n *node, depth int) {
			words += len(n.words)
			for _, w := range n.words {
				if !utf8.ValidString(w) || w == "" {
					t.Errorf("parse(%q) has the word %q", s, w)
				}
			}
			for _, k := range n.kids {
				walk(k, depth+1)
			}
		}
		if n != nil {
			walk(n, 0)
		}
		if words > MaxWords {
			t.Errorf("parse(%q) has %d words", s, words)
		}
	})
}

func FuzzTerms(f *testing.F) {
	f.Add("The U.S. said it’s 10,000 strong; O'Brien's naïve façade…")
	f.Add("\xe2\x80'.,’")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, tok := range (newText{}).Analyze([]byte(s)) {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) || len(tok.Term) == 0 || len(tok.Term) > maxWord+utf8.UTFMax {
				t.Fatalf("%q: token %+v after %d", s, tok, end)
			}
			end = tok.End
		}
	})
}
