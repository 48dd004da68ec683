package record

import (
	"encoding/json"
	"fmt"

	"inquit/article"
	"inquit/extract/number"
)

type numberRecord struct {
	Type       string             `json:"type"`
	ID         string             `json:"id"`
	Article    string             `json:"article"`
	Span       span               `json:"span"`
	Value      json.RawMessage    `json:"value"` // plain digits: json.Number would not keep "2.50"
	ValueMax   json.RawMessage    `json:"value_max"`
	Kind       number.Kind        `json:"number_kind,omitempty"` // ratio, rank; an amount has none
	Unit       string             `json:"unit"`
	Modifier   number.Modifier    `json:"modifier"`
	Change     *number.Change     `json:"change"`
	ChangeRole *number.ChangeRole `json:"change_role"`
	Trend      number.Change      `json:"trend,omitempty"`
	Base       *string            `json:"base"`
	Concept    *string            `json:"concept"`
	Head       *string            `json:"concept_head"`
	Time       *timeRecord        `json:"time"`
	Modality   *string            `json:"modality"`
	Zone       article.Zone       `json:"zone"`
	Quote      *string            `json:"quote"`
	Speaker    *string            `json:"speaker"`
	Cluster    *string            `json:"cluster"`
	By         by                 `json:"by"`
}

type timeRecord struct {
	Text string  `json:"text"`
	Span *span   `json:"span"`
	From *string `json:"from"`
	To   *string `json:"to"`
}

func fromNumber(n *number.Number, version string, p points, k *linkage) numberRecord {
	r := numberRecord{
		Type: "number", ID: n.ID, Article: n.Article, Span: p.span(n.Span), Value: json.RawMessage(n.Value.String()),
		Kind: n.Kind, Unit: n.Unit, Modifier: n.Modifier, Base: orNull(n.Base), Concept: orNull(n.Concept), Head: orNull(n.Head),
		Modality: orNull(string(n.Modality)), Zone: n.Zone, Quote: orNull(n.Quote),
		Trend: n.Trend, Cluster: orNull(k.numbers[n.ID]), By: by{n.Rule, version, n.Confidence},
	}
	if n.HasMax {
		r.ValueMax = json.RawMessage(n.ValueMax.String())
	}
	if n.Change != number.NoChange {
		r.Change = &n.Change
	}
	if n.Role != number.NoRole {
		r.ChangeRole = &n.Role
	}
	if n.Speaker != "" {
		r.Speaker = orNull(k.personID(n.Article, n.Speaker))
	}
	if t := n.Time; t != nil {
		r.Time = &timeRecord{t.Text, p.maybe(t.Span), orNull(t.From), orNull(t.To)}
	}
	return r
}

func (r *numberRecord) number() (number.Number, error) {
	n := number.Number{
		ID: r.ID, Article: r.Article, Span: r.Span.bytes(), Kind: r.Kind, Unit: r.Unit, Modifier: r.Modifier,
		Base: orEmpty(r.Base), Concept: orEmpty(r.Concept), Head: orEmpty(r.Head), Modality: number.Modality(orEmpty(r.Modality)),
		Trend: r.Trend, Zone: r.Zone, Quote: orEmpty(r.Quote), Speaker: orEmpty(r.Speaker), Rule: r.By.Rule, Confidence: r.By.Confidence,
	}
	var ok bool
	if n.Value, ok = number.ParseDecimal(string(r.Value)); !ok {
		return n, fmt.Errorf("number %s: value %q is no decimal", r.ID, r.Value)
	}
	if s := string(r.ValueMax); s != "" && s != "null" {
		if n.ValueMax, n.HasMax = number.ParseDecimal(s); !n.HasMax {
			return n, fmt.Errorf("number %s: value_max %q is no decimal", r.ID, s)
		}
	}
	if r.Change != nil {
		n.Change = *r.Change
	}
	if r.ChangeRole != nil {
		n.Role = *r.ChangeRole
	}
	if t := r.Time; t != nil {
		n.Time = &number.Time{Text: t.Text, Span: t.Span.bytes(), From: orEmpty(t.From), To: orEmpty(t.To)}
	}
	return n, nil
}
