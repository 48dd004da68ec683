// Package number finds numeric claims: a value with its unit, its modifier
// and the concept it measures.
//
//	“an increase of about £4.2bn in school spending”
//	 value 4200000000   unit GBP   modifier ~   change up   concept "school spending"
//
// Dates, clock times, phone numbers, ordinals and list numbers are no claims.
package number

import (
	"time"

	"inquit/article"
	"inquit/internal/text"
)

// A Modifier says how exact a value is meant to be; the strings are those of
// the records.
type Modifier string

// The modifiers, from the words that carry them.
const (
	Exact   Modifier = "="
	About   Modifier = "~"  // "about", "around", "roughly", "some"
	More    Modifier = ">"  // "more than", "over"
	Less    Modifier = "<"  // "less than", "under"
	AtLeast Modifier = ">=" // "at least"
	AtMost  Modifier = "<=" // "at most", "up to"
)

// A Change says whether the claim is one of rising or falling.
type Change string

// The changes.
const (
	NoChange Change = ""
	Up       Change = "up"
	Down     Change = "down"
)

// A ChangeRole says what the value is to the change: rose *by* 2, *to* 5,
// *from* 3.
type ChangeRole string

// The roles of a value in a change.
const (
	NoRole ChangeRole = ""
	By     ChangeRole = "by"
	To     ChangeRole = "to"
	Since  ChangeRole = "from"
)

// A Modality says how a claim is put.
type Modality string

// The modalities.
const (
	Fact      Modality = "fact"
	Target    Modality = "target"
	Proposal  Modality = "proposal"
	Condition Modality = "condition"
	Vague     Modality = "vague"
)

// A Kind says what sort of value a claim gives.
type Kind string

// The kinds. A range is an amount with ValueMax.
const (
	Amount Kind = ""      // "4.2bn", "three to five"
	Ratio  Kind = "ratio" // "one in four", "3 out of 10": Value is the quotient
	Rank   Kind = "rank"  // "third-largest", "ranked fifth": Value is the place, Unit "rank"
)

// A Time is the period a claim is about.
type Time struct {
	Text     string // "from April 2027"
	Span     article.Span
	From, To string // 2006-01-02, "" when open or not known
}

// A Number is one numeric claim. Find gives spans of the view; package
// extract translates them into the source text.
type Number struct {
	ID         string // "n:", the article's hex, ":", a running number by start
	Article    string
	Span       article.Span
	Value      Decimal
	ValueMax   Decimal // NaN-free: valid only when HasMax
	HasMax     bool
	Kind       Kind
	Unit       string // "percent", "GBP", "year-of-age", "USD/year", or the counted noun phrase, singular
	Modifier   Modifier
	Change     Change
	Role       ChangeRole
	Trend      Change // which way "from 3 to 2" went; Change is empty there, for neither end is an amount of change
	Base       string // "GDP"
	Concept    string // words for what is measured
	Head       string // head noun of the concept
	Time       *Time
	Modality   Modality
	Zone       article.Zone
	Quote      string // id of the quotation it stands in, "" outside
	Speaker    string // id of that quotation's speaker
	Rule       string // which rule found it
	Confidence float64
}

// Options configures Find. The zero value is ready to use.
type Options struct {
	// Published is the article's date as 2006-01-02, against which "last
	// year" is read. Empty: such times stay words.
	Published string
	// Outlet tells whose dollars and pounds are meant.
	Outlet string
}

// Find returns the numeric claims of the article cut up in d, sorted by
// start, not overlapping, with their ids. Quote and Speaker are left empty for
// package extract.
func Find(d *text.Doc, articleID string, o Options) []Number {
	f := &finder{d: d, tokens: d.Tokens, lex: lex(), home: homeDollar(o.Outlet), cents: homeCents(o.Outlet)}
	return f.find(articleID, o)
}

func (f *finder) find(articleID string, o Options) []Number {
	d := f.d
	w := writer{articleID: articleID, published: o.Published}
	w.now, _ = time.Parse(time.DateOnly, o.Published) // zero when not known
	for p := range d.Paragraphs {
		par := &d.Paragraphs[p]
		if silent(par.Zone) {
			continue
		}
		for k := par.First; k < par.Last; k++ {
			if f.sentence(k); len(f.amounts) > 0 {
				w.write(f, par.Zone)
			}
		}
	}
	return w.out
}
