package read

import (
	"strings"

	"inquit/article"
)

// fields fills in what the text itself tells: title, authors, date, language.
// What metadata told stays.
func (z *zoner) fields() {
	if z.a.Title == nil {
		z.a.Title = z.title()
	}
	if len(z.a.Authors) == 0 {
		for _, n := range z.names {
			z.a.Authors = append(z.a.Authors, *z.field(n))
		}
	}
	if z.a.Published == nil {
		z.a.Published = z.published()
	}
	if z.a.Lang == "" {
		z.a.Lang = language(z.text)
	}
}

// field returns the words at a span of the view with their place.
func (z *zoner) field(p article.Span) *article.Field {
	return &article.Field{Value: p.In(z.text), From: article.FromText, Span: z.a.FromView(p)}
}

// title is the first headline.
func (z *zoner) title() *article.Field {
	for _, b := range z.blocks {
		if b.zone != article.Headline {
			continue
		}
		if s := z.in(b); strings.HasPrefix(s, "# ") {
			b.Start += skip(s, 1, " ")
		}
		return z.field(b.Span)
	}
	return nil
}

// published is the first date that stands outside the running text, else the
// one that the text calls today.
func (z *zoner) published() *article.Field {
	for _, st := range append(z.stamps, z.today()...) {
		f := z.field(st.span)
		f.Value = st.date.iso()
		if st.date.year == 0 {
			f.Value, f.From = z.inferYear(st.date), article.FromInferred
		}
		if f.Value != "" {
			return f
		}
	}
	return nil
}

// today returns the date in "today (Thursday 3 April)", if there is one.
func (z *zoner) today() []stamp {
	for at := 0; ; {
		i := strings.Index(z.text[at:], "oday")
		if i < 0 {
			return nil
		}
		at += i + len("oday")
		k := skip(z.text, at, " ,(\u00a0")
		if k == at {
			continue
		}
		if w, end, ok := scanDate(z.text, k); ok {
			return []stamp{{date: w, span: article.Span{Start: k, End: end}, ok: true}}
		}
	}
}

// inferYear finds the year of a date written without one: the only year
// around those the text names in which the weekday fits. "" when none or
// several do.
func (z *zoner) inferYear(w when) string {
	lo, hi := yearsIn(z.text)
	if w.weekday == 0 || lo == 0 {
		return ""
	}
	// A text names the years before and after its own.
	for year := lo - 1; year <= hi+1; year++ {
		if !w.fits(year) {
			continue
		}
		if w.year != 0 {
			return ""
		}
		w.year = year
	}
	return w.iso()
}

// maxYears is the widest range of years that tells anything: a weekday comes
// back to its date after five, six or eleven years.
const maxYears = 12

// yearsIn returns the first and the last year named in text, 0 when there is
// none or they lie too far apart to tell anything.
func yearsIn(text string) (lo, hi int) {
	for i := 0; i+4 <= len(text); i++ {
		if !isDigit(text[i]) || i > 0 && (isWordByte(text[i-1]) || text[i-1] == ',' || text[i-1] == '.') {
			continue
		}
		n, digits, end := scanInt(text, i)
		i = end
		if digits != 4 || n < 1950 || n > lastYear || end < len(text) && isWordByte(text[end]) {
			continue
		}
		if lo == 0 || n < lo {
			lo = n
		}
		hi = max(hi, n)
	}
	if hi-lo > maxYears {
		return 0, 0
	}
	return lo, hi
}
