package dedupe

import (
	"math/bits"
	"slices"
	"time"
)

// dates are the days of the year that an article names, or that it names by
// the day of the week before its publication; sorted, each once.
type dates []uint16

// against says whether two articles name a day in common, and whether both
// name days and have none in common.
func (x dates) against(y dates) (same, other float64) {
	if len(x) == 0 || len(y) == 0 {
		return 0, 0
	}
	for _, d := range x {
		if slices.Contains(y, d) {
			return 1, 0
		}
	}
	return 0, 1
}

// maxDates bounds what is kept of a calendar printed as an article.
const maxDates = 16

// datesOf finds "March 14", "14 March" and, when the day of publication is
// known, "on Thursday".
func datesOf(ws []word, published int) dates {
	var out dates
	if published != 0 {
		out = append(out, yearDay(published))
	}
	for i, w := range ws {
		if !w.upper || len(out) > maxDates {
			continue
		}
		c := calendar()[w.hash]
		switch {
		case c.month != 0:
			if d := dayBeside(ws, i); d > 0 {
				out = append(out, uint16(bits.TrailingZeros16(c.month))*32+uint16(d))
			}
		case c.weekday != 0 && published != 0:
			out = append(out, yearDay(lastWeekday(published, bits.TrailingZeros8(c.weekday))))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// yearDay is the month and day of a day since 1970.
func yearDay(day int) uint16 {
	t := time.Unix(int64(day)*86400, 0).UTC()
	return uint16(t.Month()-1)*32 + uint16(t.Day())
}

// lastWeekday is the last such day on or before a day; Monday is 0, and day 0
// was a Thursday.
func lastWeekday(day, weekday int) int {
	return day - ((day+3-weekday)%7+7)%7
}

// dayBeside returns the number of a day after or before the month at i, or 0.
func dayBeside(ws []word, i int) int {
	for _, k := range [2]int{i + 1, i - 1} {
		if k >= 0 && k < len(ws) && ws[k].digit && ws[k].number > 0 && ws[k].number <= 31 {
			return int(ws[k].number)
		}
	}
	return 0
}
