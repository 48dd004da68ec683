package read

import (
	"strings"

	"inquit/article"
)

// maxDateline is the longest dateline, in bytes.
const maxDateline = 100

// dateline returns the length of the place, date and agency that open s, the
// dash included; 0 when there are none:
//
//	BRUSSELS (Reuters) —
//	HARBOUR TOWN, N.H., Oct. 9 (UPI) —
//	Kingston, Jamaica (CMC) -
//	LONDON, April 3, 2025 /PRNewswire/ --
func dateline(s string) int {
	dash, end := findDash(s)
	if dash == 0 || end >= len(s) || isLower(s[end]) || !isPlace(s[:dash]) {
		return 0
	}
	return end
}

// findDash returns where the first dash of a dateline stands and where the
// text after it begins.
func findDash(s string) (dash, end int) {
	limit := min(len(s), maxDateline)
	for i := 2; i < limit; i++ {
		n := dashLen(s[i:], s[i-1])
		if n == 0 {
			continue
		}
		if strings.HasPrefix(s[i+n:], "(BUSINESS WIRE)--") {
			n += len("(BUSINESS WIRE)--")
		}
		return i, skip(s, i+n, " \u00a0-–—―")
	}
	return 0, 0
}

// dashLen returns the length of the dash at the start of s: a long one
// anywhere, a hyphen or underline between blanks.
func dashLen(s string, before byte) int {
	if c := s[0]; c != '-' && c != '_' && c != ':' && c != "—"[0] {
		return 0
	}
	for _, d := range []string{"—", "–", "―", "--", "- ", "_ ", ": "} {
		if strings.HasPrefix(s, d) {
			if d == ": " && before != ')' || d == "- " && before != ' ' && before != ')' || d == "_ " && before != ' ' {
				return 0
			}
			return len(d)
		}
	}
	return 0
}

// isPlace reports whether s, the text before a dash, is a place with what may
// follow it. It begins with a word in capitals, or has an agency in brackets.
func isPlace(s string) bool {
	s = strings.TrimRight(s, " \u00a0-–")
	agency := strings.HasSuffix(s, ")") || strings.HasSuffix(s, "/")
	head := s
	if i := strings.IndexAny(s, "(/"); i >= 0 {
		head = strings.TrimSpace(s[:i])
		if !agency || len(s)-i > 40 {
			return false
		}
	}
	head = strings.TrimRight(head, " ,")
	if head == "" {
		return agency && s != "" && s[0] == '(' && agencyName(s)
	}
	first, rest, _ := strings.Cut(head, ",")
	if notPlaces[first] {
		return false
	}
	sh := shapeOf(first)
	if sh.words == 0 || sh.words > 4 || sh.capital != sh.big || !sh.first {
		return false
	}
	return (allCaps(first) || agency && agencyName(s)) && placeRest(rest)
}

// notPlaces are words in capitals that stand before a dash or colon to call
// for attention.
var notPlaces = map[string]bool{
	"EXCLUSIVE": true, "BREAKING": true, "UPDATE": true, "UPDATED": true, "WATCH": true,
	"VIDEO": true, "LISTEN": true, "REPORT": true, "OPINION": true, "ANALYSIS": true,
	"LIVE": true, "LOOK": true, "FILE": true, "CORRECTION": true, "REVIEW": true,
	"COMMENT": true, "PHOTOS": true, "NEWS": true, "NEW": true,
}

// agencyName reports whether the brackets that end s hold a short name, not
// an aside.
func agencyName(s string) bool {
	i := strings.LastIndexAny(s[:len(s)-1], "(/")
	sh := shapeOf(s[i+1:])
	return i >= 0 && sh.words >= 1 && sh.words <= 3 && sh.first
}

// placeRest reports whether what follows the place is a region and a date:
// capital letters, numbers, nothing that a sentence is made of.
func placeRest(s string) bool {
	n := 0
	for w := range words(s) {
		n++
		if !isUpperStart(w) && !isDigit(w[0]) && !smallWords[w] {
			return false
		}
	}
	return n <= 8
}

// allCaps reports whether every letter of s is large and there are at least
// two.
func allCaps(s string) bool {
	n := 0
	for i := range len(s) {
		if isLower(s[i]) {
			return false
		}
		if isUpper(s[i]) {
			n++
		}
	}
	return n >= 2
}

// A stamp is what a line of dates tells.
type stamp struct {
	date when
	span article.Span // of the date in the text read
	ok   bool         // a date was found
	end  int          // where the last date or time ends
	read int          // how far the line was understood
}

// stampWords may stand in a line of dates beside them.
var stampWords = map[string]bool{
	"date": true, "published": true, "posted": true, "updated": true, "last": true,
	"modified": true, "first": true, "created": true, "filed": true, "story": true,
	"originally": true, "on": true, "at": true, "issued": true, "released": true,
	"release": true, "revised": true, "of": true, "the": true, "and": true,
	"local": true, "time": true, "today": true, "noon": true, "midnight": true,
	"publication": true, "hrs": true, "uk": true, "us": true, "edited": true, "online": true, "from": true,
}

// stampSigns stand between its parts.
const stampSigns = " \u00a0\t\n\r,.;:|/–—-•·@()[]"

// dateLine reads a block that holds nothing but dates and times: "Published
// 3 April 2025 10:12 BST", "7 p.m.", "2 hours ago", "4 min read".
func dateLine(s string) (st stamp, ok bool) {
	if len(s) > 120 {
		return st, false
	}
	st, dated := readStamp(s)
	return st, dated && skip(s, st.read, stampSigns) == len(s)
}

// datePrefix reads a date that stands before the headline in one line: an ISO
// date, or any full date after "date", "Published" or the like. It returns
// where the headline begins, 0 when there is no such date.
func datePrefix(s string) (st stamp, end int) {
	i := skip(s, 0, stampSigns)
	key, after := scanWord(s, i)
	keyed := key == "date" || key == "published" || key == "posted" || key == "updated"
	if !keyed && !(i+4 < len(s) && isDigit(s[i]) && isDigit(s[i+3]) && s[i+4] == '-') {
		return st, 0
	}
	if keyed {
		i = skip(s, after, stampSigns)
	}
	date, at, ok := scanDate(s, i)
	if !ok || date.year == 0 {
		return st, 0
	}
	st = stamp{date: date, span: article.Span{Start: i, End: at}, ok: true, end: at}
	if clock, ok := scanClock(s, skip(s, at, stampSigns)); ok {
		st.end = clock
	}
	return st, skip(s, st.end, stampSigns)
}

// readStamp reads dates, times and their words from the start of s as far as
// they go; ok is false when there is no date or time among them. The first
// date counts: "updated" comes second.
func readStamp(s string) (st stamp, ok bool) {
	for i := skip(s, 0, stampSigns); i < len(s); i = skip(s, i, stampSigns) {
		if w, end, found := scanDate(s, i); found {
			if !st.ok {
				st.date, st.span, st.ok = w, article.Span{Start: i, End: end}, true
			}
			i, ok, st.end, st.read = end, true, end, end
			continue
		}
		if end, found := scanClock(s, i); found {
			i, ok, st.end, st.read = end, true, end, end
			continue
		}
		if end := scanAgo(s, i); end > 0 {
			i, ok, st.end, st.read = end, true, end, end
			continue
		}
		word, end := scanWord(s, i)
		if !stampWords[word] && !timeZones[word] && weekdayOf(word) == 0 {
			return st, ok
		}
		i, st.read = end, end
	}
	return st, ok
}

// scanAgo reads "2 hours ago", "4 min read"; 0 when s[i:] is neither.
func scanAgo(s string, i int) int {
	_, n, i := scanInt(s, i)
	if n == 0 {
		return 0
	}
	unit, i := scanWord(s, skip(s, i, " \u00a0-"))
	word, end := scanWord(s, skip(s, i, " \u00a0-"))
	switch unit {
	case "min", "mins", "minute", "minutes":
		if word == "read" {
			return end
		}
	case "h", "hr", "hrs", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "d":
	default:
		return 0
	}
	if word == "ago" {
		return end
	}
	return 0
}
