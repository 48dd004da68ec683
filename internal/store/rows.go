package store

import (
	"database/sql"
	"strconv"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
)

// An ArticleRow is what lists show of an article.
type ArticleRow struct {
	ID, Path, Member, SourceID string
	Outlet, Title              string
	Published                  string // 2006-01-02 or ""
	Lang                       string
	Event, CopyGroup           string // ids, "" before the articles were linked
	Quotes, Numbers            int    // how many stand in it
}

// A QuoteRow is what lists and the index show of a quotation.
type QuoteRow struct {
	ID, Article  string
	Start, End   int // bytes of the source text
	Kind, Status string
	Speech       bool
	Zone         string
	Shown        bool // without being asked for
	Text         string
	Speaker      string // the article's own entity, "" when unknown
	SpeakerName  string
	SpeakerKind  string
	Mention      string // the words that name the speaker here
	Cue          string
	Rule         string
	Confidence   float64
	Person       string // across articles; the article's own entity before linking
	Cluster      string // its statement, "" before linking
	Fold         string // shared by the same quotation in near-copies, else ""
}

// A NumberRow is what lists and the index show of a numeric claim.
type NumberRow struct {
	ID, Article                             string
	Start, End                              int
	Text                                    string
	Value, ValueMax                         float64 // ValueMax = Value for a single value
	Decimal                                 string  // the exact value: "2.5", "2 to 3"
	Unit, Modifier, Change, Role            string
	Base, Concept, Time, TimeFrom, TimeTill string
	Modality, Zone                          string
	Quote, Speaker                          string
	Confidence                              float64
	Person, Cluster, Fold                   string
}

const quoteColumns = `id, article, start, end, kind, status, speech, zone, shown, text, speaker, speaker_name, speaker_kind,
	mention, cue, rule, confidence, person, cluster, fold`

const insertQuote = "INSERT INTO quotes (" + quoteColumns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

const numberColumns = `id, article, start, end, text, value, value_max, decimal, unit, modifier, change, role, base, concept,
	time, time_from, time_to, modality, zone, quote, speaker, confidence, person, cluster, fold`

const insertNumber = "INSERT INTO numbers (" + numberColumns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

// quoteRow makes the row of a quotation that nothing links yet.
func quoteRow(c *extract.Claims, q *quote.Quotation) QuoteRow {
	a := c.Article
	r := QuoteRow{
		ID: q.ID, Article: a.ID, Start: q.Start(), End: endOf(q),
		Kind: string(q.Kind), Status: string(q.Status), Speech: q.Speech, Zone: string(q.Zone), Shown: shown(q),
		Text: q.Text, Speaker: q.Speaker.ID, SpeakerName: q.Speaker.Name, SpeakerKind: string(q.Speaker.Kind),
		Mention: q.Speaker.MentionText, Rule: q.Rule, Confidence: q.Confidence, Person: q.Speaker.ID,
	}
	if !q.Cue.Empty() {
		r.Cue = a.View(q.Cue)
	}
	return r
}

// endOf returns where a quotation ends.
func endOf(q *quote.Quotation) int {
	return max(q.Parts[len(q.Parts)-1].End, q.Content.End)
}

// shown reports whether quotations like q are listed without being asked for.
func shown(q *quote.Quotation) bool {
	return q.Speech && (q.Status == quote.Said || q.Status == quote.ToBeSaid) &&
		q.Kind != quote.Pull && shownZones[q.Zone]
}

var shownZones = map[article.Zone]bool{
	article.Body: true, article.Headline: true, article.Standfirst: true, article.Summary: true,
}

func (r *QuoteRow) values() []any {
	return []any{
		r.ID, r.Article, r.Start, r.End, r.Kind, r.Status, r.Speech, r.Zone, r.Shown, r.Text, r.Speaker, r.SpeakerName,
		r.SpeakerKind, r.Mention, r.Cue, r.Rule, r.Confidence, r.Person, r.Cluster, r.Fold,
	}
}

func (r *QuoteRow) scan(rows scanner) error {
	return rows.Scan(&r.ID, &r.Article, &r.Start, &r.End, &r.Kind, &r.Status, &r.Speech, &r.Zone, &r.Shown, &r.Text, &r.Speaker,
		&r.SpeakerName, &r.SpeakerKind, &r.Mention, &r.Cue, &r.Rule, &r.Confidence, &r.Person, &r.Cluster, &r.Fold)
}

// numberRow makes the row of a numeric claim that nothing links yet.
func numberRow(c *extract.Claims, n *number.Number) NumberRow {
	r := NumberRow{
		ID: n.ID, Article: c.Article.ID, Start: n.Span.Start, End: n.Span.End, Text: c.Article.View(n.Span),
		Value: float(n.Value), Decimal: n.Value.String(), Unit: n.Unit, Modifier: string(n.Modifier), Change: string(n.Change),
		Role: string(n.Role), Base: n.Base, Concept: n.Concept, Modality: string(n.Modality), Zone: string(n.Zone),
		Quote: n.Quote, Speaker: n.Speaker, Confidence: n.Confidence, Person: n.Speaker,
	}
	r.ValueMax = r.Value
	if n.HasMax {
		r.ValueMax = float(n.ValueMax)
		r.Decimal += " to " + n.ValueMax.String()
	}
	if n.Time != nil {
		r.Time, r.TimeFrom, r.TimeTill = n.Time.Text, n.Time.From, n.Time.To
	}
	return r
}

// float is d as near as a float comes, for comparing.
func float(d number.Decimal) float64 {
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

func (r *NumberRow) values() []any {
	var last any
	if r.ValueMax != r.Value {
		last = r.ValueMax
	}
	return []any{
		r.ID, r.Article, r.Start, r.End, r.Text, r.Value, last, r.Decimal, r.Unit, r.Modifier, r.Change, r.Role, r.Base,
		r.Concept, r.Time, r.TimeFrom, r.TimeTill, r.Modality, r.Zone, r.Quote, r.Speaker, r.Confidence, r.Person, r.Cluster, r.Fold,
	}
}

func (r *NumberRow) scan(rows scanner) error {
	var last sql.NullFloat64
	err := rows.Scan(&r.ID, &r.Article, &r.Start, &r.End, &r.Text, &r.Value, &last, &r.Decimal, &r.Unit, &r.Modifier, &r.Change,
		&r.Role, &r.Base, &r.Concept, &r.Time, &r.TimeFrom, &r.TimeTill, &r.Modality, &r.Zone, &r.Quote, &r.Speaker,
		&r.Confidence, &r.Person, &r.Cluster, &r.Fold)
	r.ValueMax = r.Value
	if last.Valid {
		r.ValueMax = last.Float64
	}
	return err
}
