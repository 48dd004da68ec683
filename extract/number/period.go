package number

import (
	"strconv"
	"time"
)

// A period is a stretch of days; a zero end is open.
type period struct{ from, to time.Time }

func days(from, to time.Time) period { return period{from, to} }

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

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
		return f.monthPeriod(j, m, now)
	}
	if p, end, ok := f.relativeAt(j, now); ok {
		return p, end, true
	}
	return f.stretchAt(j, now)
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
