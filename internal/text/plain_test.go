package text

import (
	"reflect"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"

	"inquit/article"
)

// longWay appends the tokens of s as appendTokens does, all of them by the
// rules of Unicode.
func longWay(s, lower string) []Token {
	t := tokenizer{s: s, lower: lower}
	for it := words.FromString(s); it.Next(); {
		if it.Start() >= t.at {
			t.add(it.Start(), it.End(), len(s))
		}
	}
	return t.toks
}

// FuzzPlain holds the quick path to the tokens of the long way.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		cleanEnglish, curly, strings.Join(sameAsProse, " "), "U.S. p.m. 2.5m.He 10,000.5. a:b c_d e;f 1;2 'x'y’ ’z ``a'' …. a…b \u00a0 ",
		"x́ .\u0301 \u200d a\u00ad -- ... .5 5. a.b. A.B", "“’ ’” 5’ x’ x’s x’, ‘y", "a\tb\vc", "1.2.3 1,,2 1.,2 3-4 3's",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		lower := lowerCopy(s)
		got := appendTokens(nil, s, lower, article.Span{Start: 0, End: len(s)})
		want := longWay(s, lower)
		if len(got) == 0 && len(want) == 0 || reflect.DeepEqual(got, want) {
			return
		}
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("%q: token %d is\n  %+v, the long way\n  %+v", s, i, got[i], want[i])
			}
		}
		t.Fatalf("%q: %d tokens, %d the long way", s, len(got), len(want))
	})
}
