package text

import (
	"strings"
	"testing"
)

func TestInPunkt(t *testing.T) {
	for _, w := range strings.Fields(punktWords) {
		if !inPunkt(w) {
			t.Fatalf("%q of the list is not found", w)
		}
		if inPunkt(w+"zz") || inPunkt("zz"+w) || inPunkt("") {
			t.Fatalf("words beside %q are found", w)
		}
	}
	for _, w := range []string{"a", "zzzz", "\n", "analysts\nand"} {
		if inPunkt(w) && !strings.Contains(punktWords, "\n"+w+"\n") {
			t.Errorf("%q is found", w)
		}
	}
}
