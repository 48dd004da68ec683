package dedupe

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestLink(t *testing.T) {
	tests := map[string]struct {
		n      int
		weight []int
		edges  []edge
		o      linking
		want   []int32
	}{
		"nothing alike":                      {3, nil, nil, linking{.5, 1}, []int32{0, 1, 2}},
		"two alike":                          {3, nil, []edge{{0, 2, .6}}, linking{.5, 1}, []int32{0, 1, 0}},
		"a chain breaks":                     {4, nil, []edge{{0, 1, .9}, {1, 2, .6}, {2, 3, .9}}, linking{.5, 1}, []int32{0, 0, 2, 2}},
		"a chain of pieces holds":            {4, nil, []edge{{0, 1, .9}, {1, 2, .6}, {2, 3, .9}}, linking{.25, .1}, []int32{0, 0, 0, 0}},
		"a heavy item outvotes":              {3, []int{1, 5, 1}, []edge{{0, 1, .9}, {0, 2, .8}, {1, 2, .1}}, linking{.3, 1}, []int32{0, 0, 2}},
		"of equal ones the first":            {3, nil, []edge{{0, 1, .6}, {1, 2, .6}}, linking{.5, 1}, []int32{0, 0, 2}},
		"just enough":                        {2, nil, []edge{{0, 1, .5}}, linking{.5, 1}, []int32{0, 0}},
		"the average counts, not the best":   {3, nil, []edge{{0, 1, 1}, {0, 2, .8}}, linking{.5, 1}, []int32{0, 0, 2}},
		"a third that is like both joins in": {3, nil, []edge{{0, 1, 1}, {0, 2, .8}, {1, 2, .4}}, linking{.5, 1}, []int32{0, 0, 0}},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			if got := link(tt.n, tt.weight, tt.edges, tt.o); fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("link = %v, want %v", got, tt.want)
			}
		})
	}
}

// What is linked in one set does not depend on a set beside it.
func TestLinkIsLocal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		draw := func(name string) []edge {
			var out []edge
			for a := range int32(n) {
				for b := a + 1; b < int32(n); b++ {
					if s := rapid.IntRange(0, 9).Draw(t, name); s > 3 {
						out = append(out, edge{a, b, float64(s) / 10})
					}
				}
			}
			return out
		}
		one, two := draw("one"), draw("two")
		both := append([]edge(nil), one...)
		for _, e := range two {
			both = append(both, edge{e.a + int32(n), e.b + int32(n), e.sim})
		}
		o := linking{.45, 1}
		want := link(n, nil, one, o)
		for _, l := range link(n, nil, two, o) {
			want = append(want, l+int32(n))
		}
		if got := link(2*n, nil, both, o); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("together %v, apart %v", got, want)
		}
	})
}
