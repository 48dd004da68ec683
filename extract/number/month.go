package number

import (
	"strconv"
	"time"

	"inquit/internal/text"
)

// monthPeriod returns the days of the month named at token j, or the day of it
// behind its name.
func (f *finder) monthPeriod(j, end int, now time.Time) (period, int, bool) {
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
	} else if y = f.yearOf(months[f.at(j).Norm], j, now); y == 0 {
		return period{}, end, true // which year is meant is not said
	}
	from := date(y, months[f.at(j).Norm], max(d, 1))
	if d > 0 {
		return days(from, from), end, true
	}
	return days(from, from.AddDate(0, 1, -1)), end, true
}

// yearOf says which year a month without one belongs to, by the tense of the
// verbs before it: "rose in May" lies behind, "will rise in May" ahead. It is 0
// where no verb tells and this year's month is on the other side.
func (f *finder) yearOf(month, i int, now time.Time) int {
	if now.IsZero() {
		return 0
	}
	y, this := now.Year(), int(now.Month())
	ahead, behind := false, false
	for j := i - 1; j >= max(f.first, i-maxLook) && !ahead && !behind; j-- {
		switch tag := f.tag(j); {
		case f.norm(j) == "will" || f.norm(j) == "shall" || tag == text.TO && f.tag(j+1) == text.VB:
			ahead = true
		case tag == text.VBD || f.norm(j) == "had" || tag == text.VBN && (f.norm(j-1) == "has" || f.norm(j-1) == "have"):
			behind = true
		}
	}
	switch {
	case month == this, month > this && ahead, month < this && behind:
		return y
	case month > this && behind && !ahead:
		return y - 1
	case month < this && ahead:
		return y + 1
	}
	return 0
}
