package number

import (
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
		return f.dayAt(i, now)
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
func (f *finder) dayAt(i int, now time.Time) (*Time, int) {
	j := i + 1
	if weekdays[f.norm(j)] {
		return f.newTime(i, j+1, period{}), j + 1
	}
	if !isDay(f.norm(j)) {
		if m := f.monthAt(j); m > 0 {
			p, end, _ := f.monthPeriod(j, m, now)
			return f.newTime(i, end, p), end
		}
		return nil, 0
	}
	m := f.monthAt(j + 1)
	if m == 0 {
		return nil, 0
	}
	p, end, _ := f.monthPeriod(j+1, m, now)
	if !p.from.IsZero() {
		day := p.from.AddDate(0, 0, dayNumber(f.norm(j))-1)
		p = days(day, day)
	}
	return f.newTime(i, end, p), end
}

func (f *finder) newTime(first, end int, p period) *Time {
	span := article.Span{Start: f.at(first).Start, End: f.at(end - 1).End}
	return &Time{Text: span.In(f.d.Text), Span: span, From: day(p.from), To: day(p.to)}
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
