package dedupe

import (
	"strings"
	"testing"

	"inquit/article"
)

// spell writes words with a mark for what is known of them: "^" opens a
// sentence, "'" quoted, "#" a number, "!" a capital.
func spell(view string, ws []word) string {
	var out []string
	for _, w := range ws {
		s := strings.ToLower(view[w.start:w.end])
		for _, m := range []struct {
			on   bool
			sign string
		}{{w.opens, "^"}, {w.quoted, "'"}, {w.digit, "#"}, {w.upper, "!"}} {
			if m.on {
				s = m.sign + s
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestAppendWords(t *testing.T) {
	tests := map[string]string{
		"The pier fell.":                       "!^the pier fell",
		"It fell. Nobody cried":                "!^it fell !^nobody cried",
		"costs 2.5 per cent, or 10,000 pounds": "^costs #2.5 per cent or #10,000 pounds",
		"don’t co-operate":                     "^don’t co operate",
		"he said: “We will pay.” Then left":    "^he said !'^we 'will 'pay !^then left",
		`he said: "We will pay" and left`:      "^he said !'^we 'will 'pay and left",
		"the ‘big’ pier’s end":                 "^the 'big pier’s end",
		"“An open one\nthe next line":          "!'^an 'open 'one ^the next line",
		"Ünïted Éire":                          "!^ünïted !éire",
	}
	for s, want := range tests {
		if got := spell(s, appendWords(nil, s, 0)); got != want {
			t.Errorf("appendWords(%q)\n got %s\nwant %s", s, got, want)
		}
	}
}

func TestFoldedWordsAgree(t *testing.T) {
	tests := map[string]bool{"don't=dont": true, "don’t=don't": true, "PIER=pier": true, "co\u00adoperate=cooperate": true, "2.5=25": false, "pier=piers": false}
	for pair, want := range tests {
		a, b, _ := strings.Cut(pair, "=")
		if got := foldHash(a) == foldHash(b); got != want {
			t.Errorf("%q and %q fold alike: %v, want %v", a, b, got, want)
		}
	}
}

func TestWordsLeaveForeignZonesOut(t *testing.T) {
	s := "A headline\nThe pier fell.\nRead more here"
	a := article.New("a.txt", "", "", s, nil)
	a.Zones = []article.ZoneSpan{
		{Zone: article.Headline, Span: article.Span{Start: 0, End: 10}},
		{Zone: article.Body, Span: article.Span{Start: 11, End: 25}},
		{Zone: article.Boilerplate, Span: article.Span{Start: 26, End: len(s)}},
	}
	if got := spell(a.Text(), wordsOf(a)); got != "!^the pier fell" {
		t.Errorf("wordsOf = %q", got)
	}
}

func FuzzAppendWords(f *testing.F) {
	f.Add("He said: “No.” 2.5 don’t \xff 10,000.")
	f.Fuzz(func(t *testing.T, s string) {
		end := int32(0)
		for _, w := range appendWords(nil, s, 0) {
			if w.start < end || w.end <= w.start || int(w.end) > len(s) {
				t.Fatalf("word %d..%d follows byte %d of %q", w.start, w.end, end, s)
			}
			end = w.end
		}
	})
}
