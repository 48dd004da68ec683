package name

import "testing"

// The table must know every word of the lists, and no other.
func TestWordTable(t *testing.T) {
	l := words()
	for w, c := range l.words {
		if got := l.table.of(w); got != c {
			t.Fatalf("of(%q) = %b, want %b", w, got, c)
		}
		if _, ok := l.words[w+"x"]; !ok && l.table.of(w+"x") != 0 {
			t.Fatalf("of(%q) is not 0", w+"x")
		}
	}
	if l.table.of("") != 0 {
		t.Error("the empty word has a class")
	}
	if len(l.words) > 65000 {
		t.Errorf("%d words do not fit", len(l.words))
	}
}
