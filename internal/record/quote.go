package record

import (
	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/quote"
)

type quoteRecord struct {
	Type       string       `json:"type"`
	ID         string       `json:"id"`
	Article    string       `json:"article"`
	Kind       quote.Kind   `json:"kind"`
	Status     quote.Status `json:"status"`
	Speech     bool         `json:"speech"`
	Zone       article.Zone `json:"zone"`
	Parts      []part       `json:"parts"`
	Content    *span        `json:"content"`
	Text       string       `json:"text"`
	Speaker    speaker      `json:"speaker"`
	CoSpeakers []speaker    `json:"co_speakers"`
	Cue        *span        `json:"cue"`
	Links      quoteLinks   `json:"links"`
	Numbers    []string     `json:"numbers"`
	Cluster    *string      `json:"cluster"`
	By         by           `json:"by"`
}

type part struct {
	span
	OuterStart int  `json:"outer_start"`
	OuterEnd   int  `json:"outer_end"`
	Opens      bool `json:"opens"`
	Closes     bool `json:"closes"`
	// OuterByteStart and OuterByteEnd save whoever reads the records a count.
	OuterByteStart int `json:"outer_byte_start"`
	OuterByteEnd   int `json:"outer_byte_end"`
}

type quoteLinks struct {
	FragmentOf string `json:"fragment_of,omitempty"`
	Continues  string `json:"continues,omitempty"`
	NestedIn   string `json:"nested_in,omitempty"`
}

type by struct {
	Rule       string  `json:"rule"`
	Version    string  `json:"version"`
	Confidence float64 `json:"confidence"`
}

type speaker struct {
	ID          *string          `json:"id"`
	Kind        *name.Kind       `json:"kind"`
	Name        *string          `json:"name"`
	Mention     *mention         `json:"mention"`
	MentionKind name.MentionKind `json:"mention_kind"`
	Chain       []span           `json:"chain"`
	Confidence  float64          `json:"confidence"`
}

// A mention is a span whose words are also given as a person reads them.
type mention struct {
	span
	Repaired string `json:"repaired,omitempty"`
}

func fromQuotation(q *quote.Quotation, version string, p points, k *linkage) quoteRecord {
	r := quoteRecord{
		Type: "quote", ID: q.ID, Article: q.Article, Kind: q.Kind, Status: q.Status, Speech: q.Speech, Zone: q.Zone,
		Parts: make([]part, 0, len(q.Parts)), Content: p.maybe(q.Content), Text: q.Text,
		Speaker: fromSpeaker(q.Speaker, q.Article, p, k), CoSpeakers: make([]speaker, 0, len(q.Co)),
		Cue: p.maybe(q.Cue), Links: quoteLinks(q.Links), Numbers: append([]string{}, q.Numbers...),
		Cluster: orNull(k.quotes[q.ID]), By: by{q.Rule, version, q.Confidence},
	}
	for _, x := range q.Parts {
		r.Parts = append(r.Parts, part{
			span: p.span(x.Span), OuterStart: p.at(x.Outer.Start), OuterEnd: p.at(x.Outer.End),
			Opens: x.Opens, Closes: x.Closes, OuterByteStart: x.Outer.Start, OuterByteEnd: x.Outer.End,
		})
	}
	for _, s := range q.Co {
		r.CoSpeakers = append(r.CoSpeakers, fromSpeaker(s, q.Article, p, k))
	}
	return r
}

func fromSpeaker(s quote.Speaker, articleID string, p points, k *linkage) speaker {
	r := speaker{Name: orNull(s.Name), MentionKind: s.MentionKind, Chain: make([]span, 0, len(s.Chain)), Confidence: s.Confidence}
	if s.ID != "" {
		r.ID = orNull(k.personID(articleID, s.ID))
	}
	if s.Kind != name.Unknown {
		r.Kind = &s.Kind
	}
	if r.MentionKind == "" {
		r.MentionKind = name.ByNothing
	}
	if m := p.maybe(s.Mention); m != nil {
		r.Mention = &mention{span: *m}
		if s.MentionText != m.Text {
			r.Mention.Repaired = s.MentionText
		}
	}
	for _, c := range s.Chain {
		r.Chain = append(r.Chain, p.span(c))
	}
	return r
}

func (r *quoteRecord) quotation() quote.Quotation {
	q := quote.Quotation{
		ID: r.ID, Article: r.Article, Kind: r.Kind, Status: r.Status, Speech: r.Speech, Zone: r.Zone,
		Content: r.Content.bytes(), Text: r.Text, Speaker: r.Speaker.speaker(), Cue: r.Cue.bytes(),
		Links: quote.Links(r.Links), Rule: r.By.Rule, Confidence: r.By.Confidence,
	}
	if len(r.Numbers) > 0 {
		q.Numbers = r.Numbers
	}
	for _, x := range r.Parts {
		q.Parts = append(q.Parts, quote.Part{
			Span: x.bytes(), Outer: article.Span{Start: x.OuterByteStart, End: x.OuterByteEnd}, Opens: x.Opens, Closes: x.Closes,
		})
	}
	for i := range r.CoSpeakers {
		q.Co = append(q.Co, r.CoSpeakers[i].speaker())
	}
	return q
}

func (r *speaker) speaker() quote.Speaker {
	s := quote.Speaker{ID: orEmpty(r.ID), Name: orEmpty(r.Name), MentionKind: r.MentionKind, Confidence: r.Confidence}
	if r.Kind != nil {
		s.Kind = *r.Kind
	}
	if r.Mention != nil {
		s.Mention, s.MentionText = r.Mention.bytes(), r.Mention.Text
		if r.Mention.Repaired != "" {
			s.MentionText = r.Mention.Repaired
		}
	}
	for i := range r.Chain {
		s.Chain = append(s.Chain, r.Chain[i].bytes())
	}
	return s
}
