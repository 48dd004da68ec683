package text

import (
	"strings"
	"time"

	"inquit/article"
)

// A Day is a day that a text names by its place in the week or beside the day
// of the article: "on Thursday", "yesterday", "next Monday".
type Day struct {
	Span article.Span // of the words that name it, in the text read
	Date string       // the day as 2006-01-02
	Rule string       // why this one: "past", "future", "next", "last", "relative"
}

// FindDays finds the days that s names without a date and resolves them by
// the day the article was published, 2006-01-02. Without such a day nothing
// can be resolved. Days with a date behind them ("Thursday 3 April") and names
// that hold one ("Good Friday") are none of its business.
//
// News speaks of the nearest day of a name: the last one, when somebody has
// done something on it, the coming one, when it will be done. The nearest verb
// before the day decides, else the first one behind it.
func FindDays(s, published string) []Day {
	today, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return nil
	}
	var days []Day
	for at := 0; at < len(s); {
		if !isDayLetter(s[at]) {
			at++
			continue
		}
		end := lettersEnd(s, at)
		if d, ok := dayWord(s, at, end, today); ok {
			days = append(days, d)
		}
		at = end
	}
	return days
}

// relativeDays are words for days by how far they lie from the day of the
// article.
var relativeDays = map[string]int{"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

// weekdayNames by their number.
var weekdayNames = map[string]time.Weekday{
	"Sunday": time.Sunday, "Monday": time.Monday, "Tuesday": time.Tuesday, "Wednesday": time.Wednesday,
	"Thursday": time.Thursday, "Friday": time.Friday, "Saturday": time.Saturday,
}

// feastWords make a name of the weekday behind them: "Good Friday".
var feastWords = map[string]bool{
	"Good": true, "Black": true, "Bloody": true, "Ash": true, "Super": true, "Palm": true, "Easter": true,
	"Cyber": true, "Shrove": true, "Maundy": true, "Holy": true, "Whit": true, "every": true, "each": true, "Every": true, "Each": true,
}

// dayWord reads the word at s[at:end] as a day.
func dayWord(s string, at, end int, today time.Time) (Day, bool) {
	word := s[at:end]
	if !strings.HasSuffix(word, "day") && !strings.HasSuffix(word, "night") && !strings.HasSuffix(word, "orrow") {
		return Day{}, false // no word for a day ends otherwise
	}
	if n, ok := relativeDays[strings.ToLower(word)]; ok {
		return Day{article.Span{Start: at, End: end}, today.AddDate(0, 0, n).Format(time.DateOnly), "relative"}, true
	}
	want, ok := weekdayNames[word]
	if !ok {
		return Day{}, false
	}
	before, start := dayBefore(s, at)
	if feastWords[before] || dated(s, end) || before != "on" && before != "On" && named(s, end) {
		return Day{}, false
	}
	rule, from := direction(s, at, end), at
	switch strings.ToLower(before) {
	case "last", "next":
		rule, from = strings.ToLower(before), start
	}
	return Day{article.Span{Start: from, End: end}, resolveDay(today, want, rule).Format(time.DateOnly), rule}, true
}

// resolveDay returns the day of a name that a rule asks for. "last Monday" and
// "next Monday" are never today; "on Monday" may be.
func resolveDay(today time.Time, want time.Weekday, rule string) time.Time {
	ahead := int(want-today.Weekday()+7) % 7
	switch {
	case rule == "next" && ahead == 0:
		ahead = 7
	case (rule == "past" || rule == "last") && ahead > 0, rule == "last":
		ahead -= 7
	}
	return today.AddDate(0, 0, ahead)
}

// dated reports whether a date follows, which says more than the weekday.
func dated(s string, end int) bool {
	i := end
	for i < len(s) && (s[i] == ' ' || s[i] == ',') {
		i++
	}
	if i == end || i >= len(s) {
		return false
	}
	if '0' <= s[i] && s[i] <= '9' {
		return true
	}
	for _, m := range []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "the "} {
		if strings.HasPrefix(s[i:], m) && (m != "the " || i+4 < len(s) && '0' <= s[i+4] && s[i+4] <= '9') {
			return true
		}
	}
	return false
}

// named reports whether a word with a capital follows: "Sunday Times".
func named(s string, end int) bool {
	return end+1 < len(s) && s[end] == ' ' && 'A' <= s[end+1] && s[end+1] <= 'Z'
}

// reach is how many words on each side of a day are asked for a verb.
const reach = 8

// direction tells from the verbs around a day whether it is past or to come.
func direction(s string, at, end int) string {
	for i, n := at, 0; n < reach; n++ {
		w, start := dayBefore(s, i)
		if w == "" {
			break
		}
		if rule := tense(w); rule != "" {
			return rule
		}
		i = start
	}
	for i, n := end, 0; n < reach; n++ {
		w, stop := dayAfter(s, i)
		if w == "" {
			break
		}
		if rule := tense(w); rule != "" {
			return rule
		}
		i = stop
	}
	return "past"
}

// aheadWords speak of what is to come.
var aheadWords = map[string]bool{
	"will": true, "would": true, "shall": true, "ll": true, "due": true, "scheduled": true, "expected": true,
	"set": true, "plans": true, "planned": true, "until": true, "coming": true, "begins": true, "starts": true,
	"opens": true, "upcoming": true, "by": true, "should": true, "may": true,
}

// doneWords speak of what has happened and do not end in "ed".
var doneWords = map[string]bool{
	"said": true, "told": true, "was": true, "were": true, "had": true, "has": true, "have": true, "did": true,
	"met": true, "began": true, "came": true, "went": true, "gave": true, "took": true, "made": true, "held": true,
	"wrote": true, "spoke": true, "left": true, "won": true, "lost": true, "since": true, "found": true, "saw": true,
}

// tense tells what a word says of its time: "past", "future", or "" for
// nothing.
func tense(w string) string {
	switch {
	case aheadWords[w]:
		return "future"
	case doneWords[w], len(w) > 4 && strings.HasSuffix(w, "ed"):
		return "past"
	}
	return ""
}

func isDayLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// lettersEnd returns where the run of letters at s[i] ends.
func lettersEnd(s string, i int) int {
	for i < len(s) && isDayLetter(s[i]) {
		i++
	}
	return i
}

// maxGap is the most bytes between two words of a sentence.
const maxGap = 4

// dayBefore returns the word before s[at] in the same sentence, "" for none.
func dayBefore(s string, at int) (word string, start int) {
	i := at
	for i > 0 && at-i < maxGap && !isDayLetter(s[i-1]) {
		if strings.IndexByte(".!?\n:;", s[i-1]) >= 0 {
			return "", at
		}
		i--
	}
	j := i
	for j > 0 && i-j < 40 && isDayLetter(s[j-1]) {
		j--
	}
	return s[j:i], j
}

// dayAfter returns the word behind s[end] in the same sentence, "" for none.
func dayAfter(s string, end int) (word string, stop int) {
	i := end
	for i < len(s) && i-end < maxGap && !isDayLetter(s[i]) {
		if strings.IndexByte(".!?\n:;", s[i]) >= 0 {
			return "", end
		}
		i++
	}
	j := i
	for j < len(s) && j-i < 40 && isDayLetter(s[j]) {
		j++
	}
	return s[i:j], j
}
