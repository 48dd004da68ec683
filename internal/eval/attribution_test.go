package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"inquit/extract/quote/crf"
)

// goldFile writes lines of gold and returns the name of the file.
func goldFile(t *testing.T, lines string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// One report over two paragraphs, with a letter of two bytes before it.
const reported = `{"id":"1","text":"René Moss said it was shut.\nIt was late.","quotes":[` +
	`{"start":15,"end":40,"speech":true,"cue":{"start":10,"end":14},"speaker":{"start":0,"end":9,"text":"René Moss"}}]}`

func TestReadAttributed(t *testing.T) {
	gold, err := ReadAttributed(goldFile(t, reported))
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, s := range gold[0].Spans {
		d := gold[0].Doc
		got += fmt.Sprintf("%s[%s]", s.Role, d.Text[d.Tokens[s.First].Start:d.Tokens[s.Last-1].End])
	}
	if want := "source[René Moss]cue[said]content[it was shut.]content[It was late.]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestCountRoles(t *testing.T) {
	gold := []RoleSpan{{Role: crf.Cue, First: 2, Last: 3}, {Role: crf.Content, First: 3, Last: 9}}
	pred := []RoleSpan{{Role: crf.Cue, First: 2, Last: 3}, {Role: crf.Content, First: 3, Last: 8}, {Role: crf.Source, First: 0, Last: 2}}
	var got [4]tally
	countRoles(&got, gold, pred)
	want := [4]tally{crf.Source: {0, 1, 0}, crf.Cue: {1, 1, 1}, crf.Content: {0, 1, 1}}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestScoreReports(t *testing.T) {
	if crf.Default() == nil {
		t.Skip("built without the model")
	}
	for name, tt := range map[string]struct {
		gold string
		some bool
	}{
		"with cues":    {reported, true},
		"without cues": {`{"id":"1","text":"It rained.","quotes":[]}`, false},
		"other form":   {`{"id":"1","quotes":"none"}`, false},
	} {
		s, err := ScoreReports(goldFile(t, tt.gold))
		if err != nil || (len(s) > 0) != tt.some {
			t.Errorf("%s: %d figures, error %v", name, len(s), err)
		}
	}
}
