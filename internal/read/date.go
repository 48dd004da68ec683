package read

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A when is a date as it is written: year and weekday may be missing.
type when struct {
	year       int // 0 when not written
	month, day int // 0 when "9/10/2010" does not tell which is which
	weekday    int // 1 Monday … 7 Sunday, 0 when not written
}

// Years outside these are typing errors or fillers in metadata, not the day
// a news article was published.
const firstYear, lastYear = 1600, 2100

// iso returns the date as 2006-01-02, or "" when a part is missing or no such
// day exists.
func (w when) iso() string {
	if w.year < firstYear || w.year > lastYear || w.month < 1 || w.day < 1 {
		return ""
	}
	t := w.in(w.year)
	if t.Month() != time.Month(w.month) || t.Day() != w.day {
		return "" // 31 February
	}
	return fmt.Sprintf("%04d-%02d-%02d", w.year, w.month, w.day)
}

// in returns the day in the year given.
func (w when) in(year int) time.Time {
	return time.Date(year, time.Month(w.month), w.day, 0, 0, 0, 0, time.UTC)
}

// fits reports whether the date exists in that year, on the weekday written.
func (w when) fits(year int) bool {
	w.year = year
	if w.iso() == "" {
		return false
	}
	day := int(w.in(year).Weekday())
	if day == 0 {
		day = 7
	}
	return w.weekday == 0 || w.weekday == day
}

// scanDate reads a date at s[i:], and returns where it ends:
//
//	2025-06-05   2025/6/5   Thursday 3 April   3rd April, 2025
//	Thu, Apr. 3, 2025   April 3   9/10/2010
func scanDate(s string, i int) (w when, end int, ok bool) {
	if i < len(s) && isDigit(s[i]) {
		if w, end, ok = scanNumeric(s, i); ok {
			return w, end, true
		}
		return scanDayMonth(s, i, when{})
	}
	word, at := scanWord(s, i)
	if d := weekdayOf(word); d > 0 {
		next := skip(s, at, " ,.\u00a0")
		if w, end, ok = scanDayMonth(s, next, when{weekday: d}); ok {
			return w, end, true
		}
		return scanMonthDay(s, next, when{weekday: d})
	}
	return scanMonthDay(s, i, when{})
}

// scanNumeric reads the forms without a name: 2025-06-05, 5.6.2025.
func scanNumeric(s string, i int) (w when, end int, ok bool) {
	a, na, i := scanInt(s, i)
	b, nb, i, sep := scanPart(s, i, 0)
	if nb == 0 || nb > 2 {
		return w, 0, false
	}
	c, nc, i, _ := scanPart(s, i, sep)
	switch {
	case na == 4 && (nc == 1 || nc == 2):
		return when{year: a, month: b, day: c}, i, true
	case na <= 2 && nc == 4 && a > 12:
		return when{year: c, month: b, day: a}, i, true
	case na <= 2 && nc == 4 && b > 12:
		return when{year: c, month: a, day: b}, i, true
	case na <= 2 && nc == 4 && a == b:
		return when{year: c, month: a, day: b}, i, true
	case na <= 2 && nc == 4, na == 2 && nb == 2 && nc == 2 && sep == '/':
		return when{}, i, true // day or month first? whose century?
	}
	return w, 0, false
}

// scanPart reads a separator and a number; a second separator must be the
// first again. Blanks around it are allowed: "9 / 10 / 2010".
func scanPart(s string, i int, want byte) (n, digits, end int, sep byte) {
	j := skip(s, i, " ")
	if j >= len(s) || !strings.ContainsRune("-/.", rune(s[j])) || want != 0 && s[j] != want {
		return 0, 0, i, 0
	}
	sep = s[j]
	n, digits, end = scanInt(s, skip(s, j+1, " "))
	return n, digits, end, sep
}

// scanDayMonth reads "3 April", "3rd of April, 2025".
func scanDayMonth(s string, i int, w when) (when, int, bool) {
	day, n, j := scanInt(s, i)
	if n == 0 || n > 2 || day < 1 || day > 31 {
		return w, 0, false
	}
	word, at := scanWord(s, j)
	switch word {
	case "st", "nd", "rd", "th":
		j = at
	}
	j = skip(s, j, " \u00a0-")
	if word, at = scanWord(s, j); word == "of" {
		word, at = scanWord(s, skip(s, at, " "))
	}
	w.day, w.month = day, monthOf(word)
	if w.month == 0 {
		return w, 0, false
	}
	w.year, at = scanYear(s, at)
	return w, at, true
}

// scanMonthDay reads "April 3", "Apr. 3rd, 2025".
func scanMonthDay(s string, i int, w when) (when, int, bool) {
	word, at := scanWord(s, i)
	w.month = monthOf(word)
	if w.month == 0 {
		return w, 0, false
	}
	day, n, j := scanInt(s, skip(s, at, ". \u00a0"))
	if n == 0 || n > 2 || day < 1 || day > 31 {
		return w, 0, false
	}
	if word, after := scanWord(s, j); word == "st" || word == "nd" || word == "rd" || word == "th" {
		j = after
	}
	w.day = day
	w.year, j = scanYear(s, j)
	return w, j, true
}

// scanYear reads ", 2025" after a day; without one it returns 0 and i.
func scanYear(s string, i int) (year, end int) {
	n, digits, j := scanInt(s, skip(s, i, " ,.-\u00a0"))
	if digits == 4 && n >= firstYear && n <= lastYear {
		return n, j
	}
	return 0, i
}

// scanClock reads a time of day: "10:12", "10.15am", "7 p.m. EDT",
// "T10:00:00Z".
func scanClock(s string, i int) (end int, ok bool) {
	j := i
	if j < len(s) && (s[j] == 'T' || s[j] == 't') {
		j++
	}
	h, n, k := scanInt(s, j)
	if n == 4 && scanZone(s, k) > k {
		return scanZone(s, k), true // "0915 GMT"
	}
	if j = k; n == 0 || n > 2 || h > 24 {
		return 0, false
	}
	minutes := false
	for j+2 < len(s) && (s[j] == ':' || s[j] == '.') && isDigit(s[j+1]) && isDigit(s[j+2]) {
		_, _, j = scanInt(s, j+1)
		minutes = true
	}
	at, half := scanHalf(s, skip(s, j, " \u00a0"))
	if half {
		j = at
	}
	if !minutes && !half {
		return 0, false
	}
	return scanZone(s, j), true
}

// scanHalf reads am, pm, a.m., p. m. and their like.
func scanHalf(s string, i int) (end int, ok bool) {
	if i >= len(s) || !strings.ContainsRune("aApP", rune(s[i])) {
		return i, false
	}
	j := skip(s, i+1, ". ")
	if j >= len(s) || s[j] != 'm' && s[j] != 'M' || j+1 < len(s) && isWordByte(s[j+1]) {
		return i, false
	}
	if j+1 < len(s) && s[j+1] == '.' {
		j++
	}
	return j + 1, true
}

// scanZone reads "Z", "+01:00", "BST", "(ET)" after a time; without one it
// returns i.
func scanZone(s string, i int) int {
	if i < len(s) && s[i] == 'Z' {
		return i + 1
	}
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		if _, n, j := scanInt(s, i+1); n == 4 || n == 2 {
			if j < len(s) && s[j] == ':' {
				_, _, j = scanInt(s, j+1)
			}
			return j
		}
		return i
	}
	word, end := scanWord(s, skip(s, i, " (\u00a0"))
	if !timeZones[word] {
		return i
	}
	if end+2 < len(s) && (s[end] == '+' || s[end] == '-') && isDigit(s[end+1]) {
		end = scanZone(s, end) // "GMT+05:00"
	}
	return skip(s, end, ")")
}

var timeZones = map[string]bool{
	"gmt": true, "bst": true, "utc": true, "est": true, "edt": true, "et": true,
	"cst": true, "cdt": true, "ct": true, "mst": true, "mdt": true, "mt": true,
	"pst": true, "pdt": true, "pt": true, "cet": true, "cest": true, "eet": true,
	"ist": true, "aest": true, "aedt": true, "akdt": true, "akst": true, "ast": true, "hkt": true, "jst": true, "sgt": true, "msk": true,
}

// monthOf returns 1 to 12 for "april", "apr", "sept"; 0 for anything else.
func monthOf(word string) int {
	if word == "sept" {
		return 9
	}
	for i, m := range months {
		if word == m || len(word) == 3 && word == m[:3] {
			return i + 1
		}
	}
	return 0
}

// weekdayOf returns 1 to 7 for "monday", "mon", "thurs"; 0 for anything else.
func weekdayOf(word string) int {
	for i, d := range weekdays {
		if word == d || len(word) >= 3 && len(word) <= 5 && strings.HasPrefix(d, word) {
			return i + 1
		}
	}
	return 0
}

var months = [...]string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

var weekdays = [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// metaDate finds the first date in a metadata value and returns it as
// 2006-01-02, "" when there is none or no such day exists. The day is the one
// written: a time zone does not move it.
func metaDate(s string) string {
	s = strings.TrimSpace(s)
	if isNumber(s) {
		return numberDate(s)
	}
	for i := 0; i < len(s); i++ {
		if i > 0 && isWordByte(s[i-1]) || !isWordByte(s[i]) {
			continue
		}
		if w, _, ok := scanDate(s, i); ok && w.year != 0 {
			return w.iso()
		}
	}
	return ""
}

// numberDate reads 20250605, 20250605101200 and seconds or milliseconds since
// 1970.
func numberDate(s string) string {
	whole, _, _ := strings.Cut(s, ".")
	if len(whole) == 8 || len(whole) == 14 {
		y, _ := strconv.Atoi(whole[:4])
		m, _ := strconv.Atoi(whole[4:6])
		d, _ := strconv.Atoi(whole[6:8])
		return when{year: y, month: m, day: d}.iso()
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	switch {
	case err != nil || len(whole) < 9 || len(whole) > 13 || n < 0:
		return ""
	case len(whole) > 11:
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	return when{year: t.Year(), month: int(t.Month()), day: t.Day()}.iso()
}
