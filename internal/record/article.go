package record

import "inquit/article"

type articleRecord struct {
	Type      string      `json:"type"`
	Schema    string      `json:"$schema"`
	ID        string      `json:"id"`
	Path      string      `json:"path"`
	Member    *string     `json:"member"`
	SourceID  *string     `json:"source_id"`
	SHA256    string      `json:"sha256"`
	Encoding  encoding    `json:"encoding"`
	Repairs   []repair    `json:"repairs"`
	Title     *titleField `json:"title"`
	Outlet    *nameField  `json:"outlet"`
	Authors   []nameField `json:"authors"`
	Published *dateField  `json:"published"`
	URL       *string     `json:"url"`
	Lang      *string     `json:"lang"`
	Zones     []zone      `json:"zones"`
	Event     *string     `json:"event"`
	CopyGroup *string     `json:"copy_group"`
}

type encoding struct {
	Detected string `json:"detected"`
	Evidence string `json:"evidence"`
}

type repair struct {
	Start     int    `json:"start"`
	ByteStart int    `json:"byte_start"`
	Before    string `json:"before"`
	After     string `json:"after"`
}

type titleField struct {
	Text string       `json:"text"`
	From article.From `json:"from"`
	Span *span        `json:"span"`
}

type nameField struct {
	Name string       `json:"name"`
	From article.From `json:"from"`
	Span *span        `json:"span"`
}

type dateField struct {
	Date string       `json:"date"`
	From article.From `json:"from"`
	Span *span        `json:"span"`
}

type zone struct {
	Zone article.Zone `json:"zone"`
	span
}

// orNull returns nil for the empty string, which the records print as null.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// orEmpty is the opposite of orNull.
func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func fromArticle(a *article.Article, p points, k *linkage) articleRecord {
	r := articleRecord{
		Type: "article", Schema: Schema, ID: a.ID, Path: a.Path,
		Member: orNull(a.Member), SourceID: orNull(a.SourceID), SHA256: a.SHA256,
		Encoding: encoding{a.Encoding.Name, a.Encoding.Evidence},
		Repairs:  make([]repair, 0, len(a.Repairs)),
		Authors:  make([]nameField, 0, len(a.Authors)),
		URL:      orNull(a.URL), Lang: orNull(a.Lang),
		Zones: make([]zone, 0, len(a.Zones)),
		Event: orNull(k.event[a.ID]), CopyGroup: orNull(k.copies[a.ID]),
	}
	for _, x := range a.Repairs {
		r.Repairs = append(r.Repairs, repair{p.at(x.Span.Start), x.Span.Start, x.Span.In(a.Source), x.After})
	}
	if f := a.Title; f != nil {
		r.Title = &titleField{f.Value, f.From, p.maybe(f.Span)}
	}
	if f := a.Outlet; f != nil {
		r.Outlet = &nameField{f.Value, f.From, p.maybe(f.Span)}
	}
	if f := a.Published; f != nil {
		r.Published = &dateField{f.Value, f.From, p.maybe(f.Span)}
	}
	for _, f := range a.Authors {
		r.Authors = append(r.Authors, nameField{f.Value, f.From, p.maybe(f.Span)})
	}
	for _, z := range a.Zones {
		r.Zones = append(r.Zones, zone{z.Zone, p.span(z.Span)})
	}
	return r
}

// article makes the article of a record over its source text, which the
// record itself does not hold.
func (r *articleRecord) article(source string) *article.Article {
	repairs := make([]article.Repair, 0, len(r.Repairs))
	for _, x := range r.Repairs {
		repairs = append(repairs, article.Repair{
			Span:  article.Span{Start: x.ByteStart, End: x.ByteStart + len(x.Before)},
			After: x.After,
		})
	}
	a := article.New(r.Path, orEmpty(r.Member), orEmpty(r.SourceID), source, repairs)
	a.Encoding = article.Encoding{Name: r.Encoding.Detected, Evidence: r.Encoding.Evidence}
	if f := r.Title; f != nil {
		a.Title = &article.Field{Value: f.Text, From: f.From, Span: f.Span.bytes()}
	}
	if f := r.Outlet; f != nil {
		a.Outlet = &article.Field{Value: f.Name, From: f.From, Span: f.Span.bytes()}
	}
	if f := r.Published; f != nil {
		a.Published = &article.Field{Value: f.Date, From: f.From, Span: f.Span.bytes()}
	}
	for _, f := range r.Authors {
		a.Authors = append(a.Authors, article.Field{Value: f.Name, From: f.From, Span: f.Span.bytes()})
	}
	for _, z := range r.Zones {
		a.Zones = append(a.Zones, article.ZoneSpan{Zone: z.Zone, Span: z.bytes()})
	}
	a.URL, a.Lang = orEmpty(r.URL), orEmpty(r.Lang)
	return a
}
