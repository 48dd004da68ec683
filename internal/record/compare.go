package record

import "inquit/internal/compare"

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
