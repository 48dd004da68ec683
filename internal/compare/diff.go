package compare

import (
	"slices"
	"strings"
)

// Diff compares version b with version a. The class is the same in both
// directions.
func Diff(a, b Version) Difference {
	x, y := tokens(a.Text), tokens(b.Text)
	d := Difference{Class: classOf(a.Text, b.Text, x, y)}
	if d.Class != Identical {
		d.Changes = changes(a.Text, b.Text, x, y)
	}
	d.Flags = flags(a, b, x, y, d.Class)
	return d
}

// classOf says what was done to the words.
func classOf(a, b string, x, y []token) Class {
	if a == b {
		return Identical
	}
	if equalKeys(x, y) {
		return Typographic
	}
	if len(x) < len(y) || len(x) == len(y) && a < b {
		x, y = y, x
	}
	switch { // y is the shorter one
	case len(y) == 0 || holds(x, pieces(y)) || holds(y, pieces(x)) || overlap(x, y):
		return Fragment
	case subsequence(y, x):
		return Spliced
	}
	return Altered
}

func equalKeys(x, y []token) bool {
	return slices.EqualFunc(x, y, func(s, t token) bool { return s.key == t.key })
}

// pieces cuts a version at its ellipses.
func pieces(y []token) [][]token {
	var out [][]token
	from := 0
	for i := range y {
		if y[i].gap && i > from {
			out = append(out, y[from:i])
			from = i
		}
	}
	return append(out, y[from:])
}

// holds reports whether x has the pieces one after the other, each whole.
func holds(x []token, pieces [][]token) bool {
	for _, p := range pieces {
		k := index(x, p)
		if k < 0 {
			return false
		}
		x = x[k+len(p):]
	}
	return true
}

// index returns where x has the words of p in a row, or -1 (Knuth, Morris,
// Pratt).
func index(x, p []token) int {
	if len(p) == 0 {
		return 0
	}
	fall := borders(p)
	k := 0
	for i := range x {
		for k > 0 && x[i].key != p[k].key {
			k = fall[k-1]
		}
		if x[i].key == p[k].key {
			k++
		}
		if k == len(p) {
			return i - k + 1
		}
	}
	return -1
}

// borders returns for each prefix of p the length of its longest border.
func borders(p []token) []int {
	out := make([]int, len(p))
	k := 0
	for i := 1; i < len(p); i++ {
		for k > 0 && p[i].key != p[k].key {
			k = out[k-1]
		}
		if p[i].key == p[k].key {
			k++
		}
		out[i] = k
	}
	return out
}

// leastOverlap is how many words two pieces of one statement share where the
// one ends and the other begins.
const leastOverlap = 6

// overlap reports whether one version ends as the other begins: two pieces of
// one longer statement.
func overlap(x, y []token) bool {
	return meets(x, y) || meets(y, x)
}

// meets reports whether x ends with what y begins with, at least half of the
// shorter.
func meets(x, y []token) bool {
	least := max(leastOverlap, (min(len(x), len(y))+1)/2)
	if min(len(x), len(y)) < least {
		return false
	}
	joined := make([]token, 0, 2*len(y)+1)
	joined = append(joined, y...)
	joined = append(joined, token{key: "\x00"})
	joined = append(joined, x[max(0, len(x)-len(y)):]...)
	b := borders(joined)
	return b[len(b)-1] >= least
}

// subsequence reports whether the words of y stand in x in the same order.
func subsequence(y, x []token) bool {
	k := 0
	for i := 0; i < len(x) && k < len(y); i++ {
		if x[i].key == y[k].key {
			k++
		}
	}
	return k == len(y)
}

// changes lists where two versions differ: words cut or added, and words that
// look different.
func changes(a, b string, x, y []token) []Change {
	var out []Change
	for _, h := range align(x, y) {
		if h.equal {
			for i := 0; i < h.a1-h.a0; i++ {
				if s, t := lookOf(a, x, h.a0+i, len(y) == h.b0+i+1), lookOf(b, y, h.b0+i, len(x) == h.a0+i+1); s != t {
					out = append(out, Change{s, t})
				}
			}
			continue
		}
		out = append(out, Change{stretch(a, x[h.a0:h.a1]), stretch(b, y[h.b0:h.b1])})
	}
	return out
}

// lookOf returns how word i looks: with the signs behind it, unless the other
// version ends here, as a quotation may end in a comma or stop of its own.
func lookOf(text string, t []token, i int, otherEnds bool) string {
	if otherEnds || i+1 == len(t) {
		return text[t[i].start:t[i].end]
	}
	return t[i].look
}

// stretch returns the words from the first token to the last as they stand.
func stretch(s string, t []token) string {
	if len(t) == 0 {
		return ""
	}
	return s[t[0].start:t[len(t)-1].end]
}

// flags says what else changed.
func flags(a, b Version, x, y []token, c Class) []Flag {
	var out []Flag
	if a.Speaker != "" && b.Speaker != "" && !sameSpeaker(a.Speaker, b.Speaker) {
		out = append(out, Reattributed)
	}
	if c == Altered && retensed(x, y) {
		out = append(out, Retensed)
	}
	if a.Marked != b.Marked {
		out = append(out, Unquoted)
	}
	return out
}

// sameSpeaker reports whether two names or ids may be one speaker: the same
// words without titles, or a surname and a full name that ends with it.
func sameSpeaker(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return slices.Equal(x, y) || len(x) == 1 && x[0] == y[len(y)-1]
}

// titles stand before a name.
var titles = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "dame": true, "lord": true, "lady": true, "the": true}

func nameWords(s string) []string {
	out := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '.' || r == ',' })
	for len(out) > 1 && titles[out[0]] {
		out = out[1:]
	}
	return out
}
