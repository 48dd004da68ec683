package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBadInputs reads a folder of bad files: each is named with its place and
// reason, and the good ones among them are read.
func TestBadInputs(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "bad")
	table, err := os.ReadFile(dir + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for line := range strings.Lines(string(table)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			want[line] = true
		}
	}
	articles, bad := readAll(t, Options{}, dir)
	var got []string
	for _, a := range articles {
		got = append(got, a.Path+"\t"+a.Member+"\t="+strings.Join(strings.Fields(a.Source), " "))
	}
	for _, e := range bad {
		got = append(got, e.Path+"\t"+e.Member+"\t"+e.Err.Error())
	}
	for _, line := range got {
		if !want[line] {
			t.Errorf("not expected: %s", line)
		}
		delete(want, line)
	}
	for line := range want {
		t.Errorf("missing: %s", line)
	}
}
