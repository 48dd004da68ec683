package number

import (
	"strconv"
	"time"

	"inquit/article"
	"inquit/internal/text"
)

// maxWait is how many tokens behind a claim its time may begin.
const maxWait = 9

// when finds the time a claim is about: behind it ("2.5 per cent from April
// 2027"), just before it, or at the start of the sentence.
func (f *finder) when(k int, now time.Time) *Time {
	a := &f.amounts[k]
	if a.kind == timeUnit || a.kind == ageUnit {
		return nil
	}
	stop := min(a.end+maxWait, f.last)
	if k+1 < len(f.amounts) && f.amounts[k+1].first < stop {
		stop = f.amounts[k+1].first
	}
	for i := a.end; i < stop && f.norm(i) != ";" && !(f.norm(i) == "," && f.norm(i+1) == "and"); i++ {
		if t := f.freeTime(i, now); t != nil {
			return t
		}
	}
	for i := a.first - 1; i >= max(f.first, a.first-6) && !f.inAmount(i); i-- {
		if t, end := f.timeAt(i, now); t != nil && end <= a.first {
			return f.widest(t, i, end, now)
		}
	}
	return f.openingTime(now)
}

// freeTime reads a time at token i that no claim covers, and takes its words
// from what a claim may measure.
func (f *finder) freeTime(i int, now time.Time) *Time {
	t, end := f.timeAt(i, now)
	if t == nil || !f.coversNoClaim(i, end) {
		return nil
	}
	f.markTime(i, end)
	return t
}

func (f *finder) markTime(first, end int) {
	for j := first; j < end; j++ {
		f.claimed[j-f.first] = ofDuration
	}
}

// widest steps back from "next decade" to "within the next decade".
func (f *finder) widest(t *Time, first, end int, now time.Time) *Time {
	for i := first - 1; i >= max(f.first, first-4); i-- {
		if wide, e := f.timeAt(i, now); wide != nil && e == end {
			t, first = wide, i
		}
	}
	f.markTime(first, end)
	return t
}

// openingTime reads the time a sentence begins with: "In 2018, …", "At present".
func (f *finder) openingTime(now time.Time) *Time {
	i := f.first
	if i < f.last && f.at(i).Kind == text.Mark {
		i++
	}
	return f.freeTime(i, now)
}

// inAmount reports whether token i is part of a claim.
func (f *finder) inAmount(i int) bool { return !f.coversNoClaim(i, i+1) }

func (f *finder) coversNoClaim(first, end int) bool {
	for i := max(first, f.first); i < min(end, f.last); i++ {
		if f.claimed[i-f.first] == ofClaim {
			return false
		}
	}
	return true
}

// A period is a stretch of days; a zero end is open.
type period struct{ from, to time.Time }

func days(from, to time.Time) period { return period{from, to} }

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// timeAt reads a time with its preposition at token i.
func (f *finder) timeAt(i int, now time.Time) (*Time, int) {
	if i >= f.last {
		return nil, 0
	}
	w, j := f.at(i).Norm, i+1
	if p, end, ok := f.adverbAt(i, now); ok {
		return f.newTime(i, end, p), end
	}
	switch w {
	case "from", "by", "in", "since", "until", "till", "within", "over", "during", "throughout", "through", "before", "after", "at", "for":
	case "on":
		return f.dayAt(i)
	case "between":
		return f.betweenAt(i, now)
	default:
		return nil, 0
	}
	if w == "by" || w == "at" || w == "before" || w == "until" || w == "from" || w == "since" {
		if end := f.edgeOf(j); end > 0 { // "the end of", "early"
			j = end
		}
	}
	p, end, ok := f.periodAt(j, now)
	if !ok || w == "for" && p == (period{}) {
		return nil, 0
	}
	return f.newTime(i, end, bounded(w, p)), end
}

// dayAt reads "on Monday", "on 3 May 2024" and "on May 3, 2024".
func (f *finder) dayAt(i int) (*Time, int) {
	j := i + 1
	if weekdays[f.norm(j)] {
		return f.newTime(i, j+1, period{}), j + 1
	}
	if !isDay(f.norm(j)) {
		if m := f.monthAt(j); m > 0 {
			p, end, _ := f.monthPeriod(j, m)
			return f.newTime(i, end, p), end
		}
		return nil, 0
	}
	m := f.monthAt(j + 1)
	if m == 0 {
		return nil, 0
	}
	p, end, _ := f.monthPeriod(j+1, m)
	if !p.from.IsZero() {
		day := p.from.AddDate(0, 0, dayNumber(f.norm(j))-1)
		p = days(day, day)
	}
	return f.newTime(i, end, p), end
}

// dayNumber reads the digits of "3" and "3rd".
func dayNumber(w string) int {
	d := 0
	for i := 0; i < len(w) && isDigit(w[i]); i++ {
		d = d*10 + int(w[i]-'0')
	}
	return d
}

// bounded applies a preposition: "from" and "since" leave the end open, "by"
// and "until" the start.
func bounded(prep string, p period) period {
	switch prep {
	case "from", "since":
		p.to = time.Time{}
	case "after":
		p.from, p.to = p.to, time.Time{}
	case "by", "until", "till":
		p.from = time.Time{}
	case "before":
		p.from, p.to = time.Time{}, p.from
	}
	return p
}

func (f *finder) newTime(first, end int, p period) *Time {
	span := article.Span{Start: f.at(first).Start, End: f.at(end - 1).End}
	return &Time{Text: span.In(f.d.Text), Span: span, From: day(p.from), To: day(p.to)}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// edgeOf steps over "the end of", "early", "late", "mid-".
func (f *finder) edgeOf(j int) int {
	k := j
	if f.norm(k) == "the" {
		k++
	}
	switch f.norm(k) {
	case "end", "start", "beginning", "middle", "close":
		if f.norm(k+1) == "of" {
			return k + 2
		}
	case "early", "late":
		return k + 1
	case "mid":
		if isDash(f.norm(k + 1)) {
			return k + 2
		}
	}
	return 0
}

// adverbAt reads times that need no preposition.
func (f *finder) adverbAt(i int, now time.Time) (p period, end int, ok bool) {
	switch w := f.norm(i); w {
	case "today", "tonight", "now", "currently", "presently":
		return days(now, now), i + 1, true
	case "yesterday", "tomorrow":
		if !now.IsZero() {
			step := 1
			if w == "yesterday" {
				step = -1
			}
			d := now.AddDate(0, 0, step)
			p = days(d, d)
		}
		return p, i + 1, true
	case "at":
		return days(now, now), i + 2, f.norm(i+1) == "present"
	case "as":
		if f.norm(i+1) == "soon" && f.norm(i+2) == "as" {
			return p, f.soonEnd(i + 3), true
		}
	case "last", "this", "next":
		return f.relativeAt(i, now)
	case "a":
		if u := f.norm(i + 1); (u == "year" || u == "month" || u == "week") && (f.norm(i+2) == "earlier" || f.norm(i+2) == "ago") {
			return ago(now, u), i + 3, true
		}
	}
	return p, 0, false
}

// soonEnd returns the end of "as soon as possible", "as soon as we can get there".
func (f *finder) soonEnd(i int) int {
	if f.norm(i) == "possible" {
		return i + 1
	}
	for end := i; end < min(i+6, f.last); end++ {
		if t := f.at(end); t.Kind != text.Word || t.Norm == "and" || t.Norm == "but" {
			return end
		}
	}
	return min(i+6, f.last)
}

// ago is the year of the day one unit before now.
func ago(now time.Time, unit string) period {
	switch {
	case now.IsZero():
	case unit == "year":
		return days(date(now.Year()-1, 1, 1), date(now.Year()-1, 12, 31))
	case unit == "month":
		m := now.AddDate(0, 0, -now.Day())
		return days(date(m.Year(), int(m.Month()), 1), m)
	}
	return period{}
}

// relativeAt reads "last year", "this month", "next week".
func (f *finder) relativeAt(i int, now time.Time) (p period, end int, ok bool) {
	step := 0
	switch f.norm(i) {
	case "last":
		step = -1
	case "next":
		step = 1
	case "this":
	default:
		return p, 0, false
	}
	w := f.norm(i + 1)
	switch {
	case w == "year":
		if y := now.Year() + step; !now.IsZero() {
			p = days(date(y, 1, 1), date(y, 12, 31))
		}
	case w == "month":
		if !now.IsZero() {
			m := date(now.Year(), int(now.Month())+step, 1)
			p = days(m, m.AddDate(0, 1, -1))
		}
	case w == "decade" && step != 0:
		p = ahead(now, 10*step, 0, 0)
	case w == "week", w == "quarter", w == "decade", w == "season", w == "summer", w == "winter", w == "spring", w == "autumn", w == "fall", w == "term", weekdays[w], f.monthAt(i+1) > 0:
	default:
		return p, 0, false
	}
	return p, i + 2, true
}

// periodAt reads what may stand behind a preposition: "2018", "April 2027",
// "2027/28", "the next decade", "last year", "the past three years".
func (f *finder) periodAt(j int, now time.Time) (p period, end int, ok bool) {
	if y, end, ok := f.yearSpan(j); ok {
		return y, end, true
	}
	if m := f.monthAt(j); m > 0 {
		return f.monthPeriod(j, m)
	}
	if p, end, ok := f.relativeAt(j, now); ok {
		return p, end, true
	}
	return f.stretchAt(j, now)
}

func (f *finder) monthPeriod(j, end int) (period, int, bool) {
	y, d := 0, 0
	if w := f.norm(end); isDay(w) {
		d = dayNumber(w)
		if end++; f.norm(end) == "," && isYear(f.norm(end+1)) {
			end++
		}
	}
	if end < f.last && isYear(f.at(end).Norm) {
		y, _ = strconv.Atoi(f.at(end).Norm)
		end++
	} else {
		return period{}, end, true // which year is meant is not said
	}
	from := date(y, months[f.at(j).Norm], max(d, 1))
	if d > 0 {
		return days(from, from), end, true
	}
	return days(from, from.AddDate(0, 1, -1)), end, true
}

// yearSpan reads "2018", "2027/28", "2023-24".
func (f *finder) yearSpan(j int) (p period, end int, ok bool) {
	if j >= f.last || !isYear(f.at(j).Norm) {
		return p, 0, false
	}
	y, _ := strconv.Atoi(f.at(j).Norm)
	last, end := y, j+1
	if n := f.norm(end); n == "/" || isDash(n) {
		if x := f.norm(end + 1); len(x) == 2 || isYear(x) {
			if z, err := strconv.Atoi(x); err == nil {
				if len(x) == 2 {
					z += y / 100 * 100
				}
				if z >= y {
					last, end = z, end+2
				}
			}
		}
	}
	return days(date(y, 1, 1), date(last, 12, 31)), end, true
}

// stretchAt reads "the next decade", "the past three years", "the next parliament".
func (f *finder) stretchAt(j int, now time.Time) (p period, end int, ok bool) {
	k := j
	if f.norm(k) == "the" || f.norm(k) == "this" {
		k++
	}
	step := 0
	switch f.norm(k) {
	case "next", "coming":
		step = 1
	case "last", "past", "previous":
		step = -1
	case "current", "same":
	default:
		return p, 0, false
	}
	k++
	n := 1
	if v, e, ok := f.countAt(k); ok {
		n, k = v, e
	}
	end = k + 1
	switch f.norm(k) {
	case "decade", "decades":
		return ahead(now, step*n*10, 0, 0), end, true
	case "year", "years":
		return ahead(now, step*n, 0, 0), end, true
	case "month", "months":
		return ahead(now, 0, step*n, 0), end, true
	case "week", "weeks":
		return ahead(now, 0, 0, step*n*7), end, true
	case "day", "days":
		return ahead(now, 0, 0, step*n), end, true
	case "parliament", "term", "quarter", "quarters", "session", "budget", "season", "century", "few", "several", "election", "period":
		if w := f.norm(k); w == "few" || w == "several" {
			end++
		}
		return p, end, true
	}
	return p, 0, false
}

// countAt reads a small whole number.
func (f *finder) countAt(k int) (n, end int, ok bool) {
	if k >= f.last {
		return 0, 0, false
	}
	v, end, ok := f.small(k)
	if !ok || v == 0 || v > 500 {
		return 0, 0, false
	}
	return int(v), end, true
}

// ahead is the stretch from now to y years, m months and d days later, or
// earlier when they are negative.
func ahead(now time.Time, y, m, d int) period {
	if now.IsZero() {
		return period{}
	}
	other := now.AddDate(y, m, d)
	if other.Before(now) {
		return days(other, now)
	}
	return days(now, other)
}

// betweenAt reads "between now and 2027/28", "between 2018 and 2020",
// "between 2023-24".
func (f *finder) betweenAt(i int, now time.Time) (*Time, int) {
	var from period
	j := i + 1
	if f.norm(j) == "now" {
		from, j = days(now, now), j+1
	} else {
		p, end, ok := f.periodAt(j, now)
		if !ok {
			return nil, 0
		}
		if f.norm(end) != "and" {
			return f.newTime(i, end, p), end
		}
		from, j = p, end
	}
	if f.norm(j) != "and" {
		return nil, 0
	}
	to, end, ok := f.periodAt(j+1, now)
	if !ok {
		return nil, 0
	}
	return f.newTime(i, end, days(from.from, to.to)), end
}
