package perceptron

import (
	"bytes"
	"fmt"
	"testing"
)

// small is a model in which -ed makes a VBD after a PRP, and "he" is PRP.
func small(t testing.TB) []byte {
	t.Helper()
	b, err := Pack(map[string]map[string]float64{
		"bias":                {"NN": 0.5},
		"i suffix ped":        {"VBD": 40.25, "NN": -1.001},
		"i-1 tag PRP":         {"VBD": 1},
		"i-1 tag+i word DT x": {"VBD": 3},
	}, map[string]string{"he": "PRP", "the": "DT"}, []string{"VBD", "NN", "PRP", "DT"})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPackOpenTag(t *testing.T) {
	m, err := Open(small(t))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ in, want []string }{
		{[]string{"he", "jumped"}, []string{"PRP", "VBD"}},
		{[]string{"he", "ran"}, []string{"PRP", "VBD"}},
		{[]string{"the", "dog"}, []string{"DT", "NN"}},
		{[]string{"the", "X"}, []string{"DT", "VBD"}},
		{nil, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range m.Tag(tt.in, nil, &Scratch{}) {
			got = append(got, m.Classes()[c])
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("Tag(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPackIsStable(t *testing.T) {
	if !bytes.Equal(small(t), small(t)) {
		t.Error("the same model packed twice gives different bytes")
	}
}

func TestOpenRefusesDamage(t *testing.T) {
	good := small(t)
	for _, n := range []int{0, 5, len(magic), len(magic) + 2, len(good) / 2, len(good) - 1} {
		if _, err := Open(good[:n]); err == nil {
			t.Errorf("%d of %d bytes open as a model", n, len(good))
		}
	}
	if _, err := Pack(map[string]map[string]float64{"i+7 word x": {}}, nil, nil); err == nil {
		t.Error("a feature of no known sort was packed")
	}
}

func FuzzOpen(f *testing.F) {
	b := small(f)
	f.Add(b[:40])
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Open(b); err == nil {
			m.Tag([]string{"he", "", "jumped", "-"}, nil, &Scratch{})
		}
	})
}

func Example() {
	b, _ := Pack(map[string]map[string]float64{
		"bias":       {"noun": 1},
		"i word ran": {"verb": 2},
	}, nil, []string{"noun", "verb"})
	m, _ := Open(b)
	for _, c := range m.Tag([]string{"dogs", "ran"}, nil, &Scratch{}) {
		fmt.Println(m.Classes()[c])
	}
	// Output:
	// noun
	// verb
}
