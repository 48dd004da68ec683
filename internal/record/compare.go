package record

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"inquit/internal/compare"
)

// A Comparison says what one article made of one statement.
type Comparison struct {
	Speaker, SpeakerID string
	Statement          string // id of the quote cluster; "" when one article alone has it
	Text               string // the fullest wording
	Article, Outlet    string
	Cell               compare.Cell
	Quote              string // id of the article's own quotation; "" when absent
	Difference         *compare.Difference
}

type comparisonRecord struct {
	Type      string         `json:"type"`
	Speaker   *string        `json:"speaker"`
	SpeakerID *string        `json:"speaker_id"`
	Statement *string        `json:"statement"`
	Text      string         `json:"text"`
	Article   string         `json:"article"`
	Outlet    string         `json:"outlet"`
	Cell      compare.Cell   `json:"cell"`
	Quote     *string        `json:"quote"`
	Class     *compare.Class `json:"class"`
	Flags     []compare.Flag `json:"flags"`
	Changes   []changeRecord `json:"changes"`
}

// Comparison writes one cell of a comparison.
func (e *Encoder) Comparison(c Comparison) error {
	r := comparisonRecord{
		Type: "comparison", Speaker: orNull(c.Speaker), SpeakerID: orNull(c.SpeakerID), Statement: orNull(c.Statement), Text: c.Text,
		Article: c.Article, Outlet: c.Outlet, Cell: c.Cell, Quote: orNull(c.Quote), Flags: []compare.Flag{}, Changes: []changeRecord{},
	}
	if d := c.Difference; d != nil {
		r.Class, r.Flags, r.Changes = &d.Class, append(r.Flags, d.Flags...), fromChanges(d.Changes)
	}
	return e.json.Encode(r)
}

// Difference writes how the quotation to differs from the quotation from.
func (e *Encoder) Difference(from, to string, d compare.Difference) error {
	return e.json.Encode(struct {
		Type string `json:"type"`
		diffRecord
	}{"diff", diffRecord{from, to, d.Class, append([]compare.Flag{}, d.Flags...), fromChanges(d.Changes)}})
}

// A pair of wordings, and what came of comparing them.
type (
	pairLine struct {
		ID       string  `json:"id"`
		A        string  `json:"a"`
		B        string  `json:"b"`
		SpeakerA *string `json:"speaker_a"`
		SpeakerB *string `json:"speaker_b"`
	}
	pairResult struct {
		ID      string         `json:"id"`
		Class   compare.Class  `json:"class"`
		Flags   []compare.Flag `json:"flags"`
		Changes []changeRecord `json:"changes"`
	}
)

// maxPairLine bounds a line of pairs.
const maxPairLine = 32 << 20

// DiffLines reads pairs of wordings, one a line, and writes how b differs
// from a. A line that is no pair ends it with an error that names the line.
func DiffLines(r io.Reader, w io.Writer) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 1<<16), maxPairLine)
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	n := 0
	for in.Scan() {
		n++
		if len(in.Bytes()) == 0 {
			continue
		}
		var p pairLine
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		d := compare.Diff(
			compare.Version{Text: p.A, Speaker: orEmpty(p.SpeakerA), Marked: true},
			compare.Version{Text: p.B, Speaker: orEmpty(p.SpeakerB), Marked: true})
		if err := enc.Encode(pairResult{p.ID, d.Class, append([]compare.Flag{}, d.Flags...), fromChanges(d.Changes)}); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return out.Flush()
}
