package record

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"inquit/internal/compare"
)

// maxLine bounds a line that a filter reads.
const maxLine = 32 << 20

// filter reads a line of JSON after the other and writes what do makes of
// it. A line that is no JSON ends it with an error that names the line.
func filter[In, Out any](r io.Reader, w io.Writer, do func(In) Out) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 1<<16), maxLine)
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	n := 1
	for ; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var x In
		if err := json.Unmarshal(in.Bytes(), &x); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := enc.Encode(do(x)); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n, err)
	}
	return out.Flush()
}

type (
	pairLine struct {
		ID       json.RawMessage `json:"id"`
		A        string          `json:"a"`
		B        string          `json:"b"`
		SpeakerA string          `json:"speaker_a"`
		SpeakerB string          `json:"speaker_b"`
	}
	pairResult struct {
		ID      json.RawMessage `json:"id"`
		Class   compare.Class   `json:"class"`
		Flags   []compare.Flag  `json:"flags"`
		Changes []changeRecord  `json:"changes"`
	}
)

// DiffLines reads pairs of wordings, one a line, and writes how b differs
// from a.
func DiffLines(r io.Reader, w io.Writer) error {
	return filter(r, w, func(p pairLine) pairResult {
		d := compare.Diff(
			compare.Version{Text: p.A, Speaker: p.SpeakerA, Marked: true},
			compare.Version{Text: p.B, Speaker: p.SpeakerB, Marked: true})
		return pairResult{p.ID, d.Class, append([]compare.Flag{}, d.Flags...), fromChanges(d.Changes)}
	})
}

type (
	brokenLine struct {
		ID    json.RawMessage `json:"id"`
		Input string          `json:"input"`
	}
	mendedLine struct {
		ID     json.RawMessage `json:"id"`
		Output string          `json:"output"`
	}
)

// RepairLines reads texts, one a line, and writes what repair makes of them.
func RepairLines(r io.Reader, w io.Writer, repair func(string) string) error {
	return filter(r, w, func(l brokenLine) mendedLine { return mendedLine{l.ID, repair(l.Input)} })
}
