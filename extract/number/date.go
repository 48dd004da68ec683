package number

import (
	"strings"

	"inquit/internal/text"
)

// months are the names and short forms of the months, with their number.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
	"sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// dateAt returns the token behind a date, clock time, year, phone number or
// list number that begins at the number token i, and i when none does.
func (f *finder) dateAt(i int) int {
	for _, at := range [...]func(int) int{f.clockAt, f.scoreAt, f.calendarAt, f.yearAt, f.phoneAt, f.listAt} {
		if end := at(i); end > i {
			return end
		}
	}
	return i
}

// clockAt reads "9am", "9.30 p.m.", "17:45", "6 o'clock".
func (f *finder) clockAt(i int) int {
	w := f.at(i).Norm
	if n := len(w); n > 2 && isDigit(w[n-3]) && (w[n-2:] == "am" || w[n-2:] == "pm") {
		return i + 1
	}
	if strings.HasSuffix(w, "a.m") || strings.HasSuffix(w, "p.m") || strings.HasSuffix(w, "p.m.") || strings.HasSuffix(w, "a.m.") {
		return i + 1
	}
	end := i + 1
	for f.norm(end) == ":" && end+1 < f.last && f.at(end+1).Kind == text.Number && !f.at(end).Space && !f.at(end+1).Space {
		end += 2
	}
	if w := f.norm(end); (w == "a" || w == "p") && f.norm(end+1) == "." && (f.norm(end+2) == "m" || f.norm(end+2) == "") {
		return min(end+3, f.last) // "7 p. m.", which may be cut as two sentences
	}
	switch f.norm(end) {
	case "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "hrs", "gmt", "bst", "noon":
		if f.norm(end) == "hrs" && end == i+1 {
			return i
		}
		return end + 1
	}
	if end > i+1 {
		return end
	}
	if p := f.norm(i - 1); isClock(w) && f.noUnitAfter(i+1) && (p == "at" || p == "the" && (f.norm(i+1) == "to" || f.norm(i+1) == "from") && f.at(i+2).Upper) {
		return i + 1 // "the 10.42 to Selby"
	}
	return i
}

// isClock reports whether a token looks like "9.30" or "10.05".
func isClock(w string) bool {
	p := strings.IndexByte(w, '.')
	return p > 0 && p < 3 && len(w) == p+3 && w[p+1] < '6' && (p == 1 || w[0] == '1' || w[0] == '2' && w[1] < '4')
}

func (f *finder) noUnitAfter(i int) bool {
	u, _ := f.unitAt(i)
	_, mag := magnitudes[f.norm(i)]
	return u == nil && !mag
}

// scoreAt reads the score of a game or a vote: "2-1". A range goes up.
func (f *finder) scoreAt(i int) int {
	x, y := f.at(i).Norm, f.norm(i+2)
	if len(x) > 3 || len(y) > 3 || !isDash(f.norm(i+1)) || f.at(i+1).Space || f.at(i+2).Kind != text.Number || f.at(i+2).Space {
		return i
	}
	a, _, pa, _ := digits(x)
	b, _, pb, _ := digits(y)
	if code, _ := f.currencyBefore(i - 1); !pa || !pb || a.Cmp(b) < 0 || code != "" || !f.noUnitAfter(i+3) {
		return i
	}
	return i + 3
}

// calendarAt reads a day with its month, on either side, and dates of digits.
func (f *finder) calendarAt(i int) int {
	n := f.at(i).Len()
	if n == 4 && isDash(f.norm(i+1)) && isDash(f.norm(i+3)) && len(f.norm(i+2)) <= 2 && !f.at(i+1).Space {
		return min(i+5, f.last) // 2025-06-05
	}
	if n <= 2 && f.norm(i+1) == "/" && f.norm(i+3) == "/" {
		return min(i+5, f.last) // 5/6/2025
	}
	if !isDay(f.at(i).Norm) {
		return i
	}
	if m := f.monthAt(i + 1); m > 0 {
		return f.yearAfter(m)
	}
	if f.norm(i+1) == "of" && f.monthAt(i+2) > 0 {
		return f.yearAfter(f.monthAt(i + 2))
	}
	if f.isMonthBefore(i) {
		return f.yearAfter(f.dayList(i + 1))
	}
	// "4 and 5 May", "4-5 May"
	if w := f.norm(i + 1); (w == "and" || w == "or" || w == "to" || isDash(w) || w == ",") && i+2 < f.last && isDay(f.at(i+2).Norm) {
		if m := f.monthAt(i + 3); m > 0 {
			return f.yearAfter(m)
		}
	}
	return i
}

// isDay reports whether a token may be a day of a month.
func isDay(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "st"), "nd"), "rd"), "th")
	switch len(w) {
	case 1:
		return w[0] >= '1' && w[0] <= '9'
	case 2:
		return isDigit(w[1]) && (w[0] >= '0' && w[0] <= '2' || w[0] == '3' && w[1] <= '1')
	}
	return false
}

// monthAt returns the token behind a month's name at token i, or 0. May and
// March need their capital.
func (f *finder) monthAt(i int) int {
	if i >= f.last || months[f.at(i).Norm] == 0 || !f.at(i).Upper {
		return 0
	}
	if f.norm(i+1) == "." && i+2 < f.last && f.at(i+2).Kind != text.Word {
		return i + 2
	}
	return i + 1
}

func (f *finder) isMonthBefore(i int) bool {
	if f.norm(i-1) == "." {
		i--
	}
	return i > f.first && months[f.at(i-1).Norm] > 0 && (f.at(i-1).Upper || len(f.at(i-1).Norm) > 5)
}

// dayList reads the further days of "20-24" and "7 and 8" behind a month.
func (f *finder) dayList(i int) int {
	for i+1 < f.last && isDay(f.at(i+1).Norm) {
		switch w := f.norm(i); {
		case isDash(w), w == "and", w == "or", w == "to":
			if !f.noUnitAfter(i + 2) {
				return i
			}
			i += 2
		default:
			return i
		}
	}
	return i
}

// yearAfter takes the year behind a day or month: "7 March 2018", "March 7, 2018".
func (f *finder) yearAfter(i int) int {
	j := i
	if f.norm(j) == "," {
		j++
	}
	if j < f.last && isYear(f.at(j).Norm) {
		return j + 1
	}
	return i
}

// isYear reports whether a token is four digits that are mostly a year.
func isYear(w string) bool {
	return len(w) == 4 && (w[0] == '1' && w[1] >= '1' || w[0] == '2' && w[1] == '0') && isDigit(w[1]) && isDigit(w[2]) && isDigit(w[3])
}

// yearAt reads a year or a span of years: "2018", "2027/28", "1939-45", "1990s".
func (f *finder) yearAt(i int) int {
	w := f.at(i).Norm
	if len(w) == 5 && w[4] == 's' && isYear(w[:4]) {
		return i + 1
	}
	if !isYear(w) {
		return i
	}
	if code, _ := f.currencyBefore(i - 1); code != "" {
		return i
	}
	if n := f.norm(i + 1); (n == "/" || isDash(n) && !f.at(i+1).Space) && i+2 < f.last {
		if x := f.at(i + 2).Norm; isYear(x) && w <= x || len(x) == 2 && isDigit(x[0]) && isDigit(x[1]) && f.noUnitAfter(i+3) {
			return i + 3
		}
	}
	if f.isCount(i, w) {
		return i
	}
	return i + 1
}

// isCount reports whether four digits that could be a year are a value here.
func (f *finder) isCount(i int, w string) bool {
	if n := f.norm(i + 1); n == "levels" || n == "level" || n == "and" || n == "election" {
		return false
	}
	if u, _ := f.unitAt(i + 1); u != nil && u.kind != timeUnit && u.kind != countUnit || u != nil && f.norm(i-1) != "in" && f.norm(i-1) != "since" {
		return true
	}
	if _, ok := magnitudes[f.norm(i+1)]; ok || f.norm(i+1) == "pounds" {
		return true
	}
	if m, _ := endingAt(f, &f.lex.modifiers, i-1); m != nil && *m != Exact && f.norm(i-1) != "around" && (w[2:] == "00" || w < "1900" || looksPlural(f.norm(i+1))) {
		return true
	}
	switch f.norm(i - 1) {
	case "in", "since", "of", "by", "until", "till", "from", "during", "to", "and", "before", "after", "for", "late", "early",
		"mid", "the", "-", "(", "through", "circa", "until,", "last", "next", "spring", "summer", "autumn", "winter", ",", "or", "between":
		return false
	}
	round := w[2:] == "00" || w < "1500"
	return round && i+1 < f.last && f.at(i+1).Kind == text.Word && !f.at(i+1).Upper && looksPlural(f.at(i+1).Norm)
}

// phoneAt reads digits that are no quantity: a leading zero, an international
// prefix, a number sign.
func (f *finder) phoneAt(i int) int {
	w := f.at(i).Norm
	end := i
	switch {
	case len(w) > 1 && w[0] == '0' && isDigit(w[1]):
		end = i + 1
	case f.norm(i-1) == "+" && !f.at(i).Space && i+1 < f.last && f.at(i+1).Kind == text.Number:
		end = i + 1
	case len(w) == 3 && isDash(f.norm(i+1)) && len(f.norm(i+2)) >= 3 && !f.at(i+1).Space && isDash(f.norm(i+3)):
		end = i + 1
	default:
		return i
	}
	for end < f.last && (f.at(end).Kind == text.Number || isDash(f.at(end).Norm) && !f.at(end).Space) {
		end++
	}
	return end
}

// listAt reads the number of a list item at the start of a paragraph.
func (f *finder) listAt(i int) int {
	if i != f.paragraph || f.at(i).Len() > 2 {
		return i
	}
	if w := f.norm(i + 1); w == ")" || w == "." && i+2 < f.last {
		return i + 2
	}
	return i
}

var weekdays = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}
