package compare

import (
	"slices"
	"strings"
	"testing"
)

func TestDiffClass(t *testing.T) {
	tests := map[string]struct {
		a, b string
		want Class
	}{
		"same bytes":               {"We will rebuild the pier.", "We will rebuild the pier.", Identical},
		"curly and straight":       {"It's the town's pier", "It’s the town’s pier", Typographic},
		"final stop":               {"We will rebuild the pier", "We will rebuild the pier.", Typographic},
		"case of an acronym":       {"Efra will rebuild the pier", "EFRA will rebuild the pier", Typographic},
		"per cent":                 {"costs rose 4 per cent", "costs rose 4%", Typographic},
		"percent":                  {"costs rose 4 percent", "costs rose 4 per cent", Typographic},
		"billion":                  {"a bill of £11.8bn", "a bill of £11.8 billion", Typographic},
		"thousands":                {"10,000 homes", "10000 homes", Typographic},
		"-ise and -ize":            {"we will organise and modernise", "we will organize and modernize", Typographic},
		"-our and -or":             {"our labour costs", "our labor costs", Typographic},
		"dashes":                   {"the pier - all of it - goes", "the pier — all of it – goes", Typographic},
		"hyphen":                   {"co-operation is long-term", "co-operation is long term", Typographic},
		"U.S.":                     {"the U.S. fleet", "the US fleet", Typographic},
		"a comma":                  {"stronger, fairer and cheaper", "stronger, fairer, and cheaper", Typographic},
		"tail cut":                 {"We will rebuild the pier and the wall behind it.", "We will rebuild the pier", Fragment},
		"head cut":                 {"We will rebuild the pier and the wall behind it.", "rebuild the pier and the wall behind it", Fragment},
		"marked gap":               {"We will rebuild the pier and the wall behind it.", "We will rebuild … the wall behind it", Fragment},
		"marked gap, three dots":   {"We will rebuild the pier and the wall behind it.", "We will rebuild ... the wall", Fragment},
		"two overlapping pieces":   {"We will rebuild the pier and the wall before the winter", "rebuild the pier and the wall before the winter comes to town", Fragment},
		"unmarked gap":             {"We will rebuild the pier and the wall behind it.", "We will rebuild the wall behind it.", Spliced},
		"negation dropped":         {"We will not rebuild the pier.", "We will rebuild the pier.", Spliced},
		"a word changed":           {"We will rebuild the pier.", "We will remove the pier.", Altered},
		"a number changed":         {"a bill of £11.8bn", "a bill of £11.9bn", Altered},
		"words in another order":   {"the pier and the wall", "the wall and the pier", Altered},
		"a gap in the wrong place": {"We will rebuild the pier and the wall behind it.", "We will … rebuild the wall behind it.", Spliced},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			got := Diff(Version{Text: tt.a}, Version{Text: tt.b})
			if got.Class != tt.want {
				t.Errorf("Diff(%q, %q) = %s %q, want %s", tt.a, tt.b, got.Class, got.Changes, tt.want)
			}
			if back := Diff(Version{Text: tt.b}, Version{Text: tt.a}); back.Class != got.Class {
				t.Errorf("Diff(%q, %q) = %s the one way, %s the other", tt.a, tt.b, got.Class, back.Class)
			}
		})
	}
}

func TestDiffFlags(t *testing.T) {
	tests := map[string]struct {
		a, b Version
		want []Flag
	}{
		"another speaker":    {Version{"We will pay", "Ada Brook", true}, Version{"We will pay", "Tom Reed", true}, []Flag{Reattributed}},
		"speaker unknown":    {Version{"We will pay", "Ada Brook", true}, Version{"We will pay", "", true}, nil},
		"no marks":           {Version{"We will pay", "Ada Brook", true}, Version{"We will pay", "Ada Brook", false}, []Flag{Unquoted}},
		"told":               {Version{"We are ready and our plans are made", "", true}, Version{"they were ready and their plans were made", "", false}, []Flag{Retensed, Unquoted}},
		"told, short form":   {Version{"we're in great difficulty", "", true}, Version{"they were in great difficulty", "", true}, []Flag{Retensed}},
		"told, another verb": {Version{"We are ready and will pay", "", true}, Version{"they were ready and would run", "", true}, nil},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			if got := Diff(tt.a, tt.b).Flags; !slices.Equal(got, tt.want) {
				t.Errorf("Diff(%v, %v).Flags = %v, want %v", tt.a, tt.b, got, tt.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	tests := map[string]struct{ a, b, want string }{
		"changed":      {"We will rebuild the pier.", "We will remove the pier.", "We will [-rebuild-]{+remove+} the pier."},
		"cut":          {"We will not rebuild the pier.", "We will rebuild the pier.", "We will [-not-] rebuild the pier."},
		"added":        {"We will pay.", "We will gladly pay.", "We will {+gladly+} pay."},
		"after a sign": {"It costs £12 now", "It costs £13 now", "It costs £[-12-]{+13+} now"},
		"cut tail":     {"We will pay for the pier.", "We will pay.", "We will pay [-for the pier-]."},
		"cut head":     {"Yes, we will pay.", "We will pay.", "[-Yes-] We will pay."},
		"all":          {"Yes", "No", "[-Yes-]{+No+}"},
		"looks":        {"The town's pier", "The town’s pier", "The town’s pier"},
		"from none":    {"", "Yes", "{+Yes+}"},
		"to none":      {"Yes", "", "[-Yes-]"},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			if got := Words(tt.a, tt.b); got != tt.want {
				t.Errorf("Words(%q, %q) = %q, want %q", tt.a, tt.b, got, tt.want)
			}
		})
	}
}

func FuzzDiff(f *testing.F) {
	f.Add("We will rebuild the pier.", "We will … remove the pier")
	f.Add("2.5 per cent", "2.5%")
	f.Add("\xff\xe2\x80 a.b.c. £", "…")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Version{Text: a}, Version{Text: b}
		if d := Diff(x, x); d.Class != Identical || len(d.Changes)+len(d.Flags) > 0 {
			t.Fatalf("Diff(%q, itself) = %v", a, d)
		}
		d, back := Diff(x, y), Diff(y, x)
		if d.Class != back.Class {
			t.Fatalf("Diff(%q, %q) is %s, the other way %s", a, b, d.Class, back.Class)
		}
		if (d.Class == Identical) != (a == b) {
			t.Fatalf("Diff(%q, %q) is %s", a, b, d.Class)
		}
		checkAlign(t, tokens(a), tokens(b))
		if w := Words(a, b); !strings.Contains(w, "[-") && !strings.Contains(w, "{+") && w != b {
			t.Fatalf("Words(%q, %q) = %q: nothing marked, yet not b", a, b, w)
		}
	})
}

// checkAlign fails unless the hunks cover both versions in order and the equal
// ones are equal.
func checkAlign(t *testing.T, x, y []token) {
	t.Helper()
	i, j := 0, 0
	for _, h := range align(x, y) {
		if h.a0 != i || h.b0 != j || h.a1 < i || h.b1 < j {
			t.Fatalf("hunk %v after %d, %d", h, i, j)
		}
		if h.equal && !equalKeys(x[h.a0:h.a1], y[h.b0:h.b1]) {
			t.Fatalf("hunk %v is not equal", h)
		}
		i, j = h.a1, h.b1
	}
	if i != len(x) || j != len(y) {
		t.Fatalf("hunks end at %d of %d, %d of %d", i, len(x), j, len(y))
	}
}
