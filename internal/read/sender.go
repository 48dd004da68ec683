package read

import (
	"strings"

	"inquit/article"
)

// senders are the words that the name of an office which sends out a release
// begins or ends with.
var senders = map[string]bool{
	"ministry": true, "department": true, "office": true, "government": true, "secretariat": true,
	"commission": true, "agency": true, "authority": true, "council": true, "cabinet": true,
	"treasury": true, "embassy": true, "directorate": true, "bureau": true, "mayor": true,
}

// maxSender is the longest line of a sender, in bytes.
const maxSender = 90

// sender reports whether s is the name of an office, with its place or
// without, as it stands above a release:
//
//	Ministry of Works, Harbour Town
//	Office of the Mayor
func sender(s string) bool {
	if len(s) > maxSender || stopped(s) || strings.ContainsAny(s, ":?!;\"“‘") {
		return false
	}
	sh := shapeOf(s)
	if sh.words < 2 || sh.words > 10 || !sh.first || sh.capital != sh.big {
		return false
	}
	name, _, _ := strings.Cut(s, ",")
	first, last := "", ""
	for w := range words(name) {
		if first == "" {
			first = strings.ToLower(w)
		}
		last = strings.ToLower(w)
	}
	of := strings.Contains(name, " of ") || strings.Contains(name, " for ")
	return senders[first] && of || senders[last] && !senders[first] && strings.HasPrefix(name, "The ")
}

// placeDate reads a line of a place and a date, as it stands above a report or
// a release: "*Harbour Town, 11 July 2024*".
func placeDate(s string) (st stamp, ok bool) {
	if len(s) > maxSender {
		return st, false
	}
	i := skip(s, 0, "*_( ")
	comma := strings.IndexByte(s, ',')
	if comma <= i {
		return st, false
	}
	sh := shapeOf(s[i:comma])
	if sh.words < 1 || sh.words > 4 || sh.capital != sh.big || !sh.first {
		return st, false
	}
	for at := comma; at < len(s); at = comma {
		start := skip(s, at+1, " \u00a0")
		if w, end, found := scanDate(s, start); found && w.year != 0 {
			return stamp{date: w, span: article.Span{Start: start, End: end}, ok: true}, skip(s, end, "*_).–— ") == len(s)
		}
		next := strings.IndexByte(s[at+1:], ',')
		if next < 0 || !allNames(s[at+1:at+1+next]) {
			break
		}
		comma = at + 1 + next
	}
	return st, false
}

// allNames reports whether every word of s that counts has a capital letter.
func allNames(s string) bool {
	sh := shapeOf(s)
	return sh.words > 0 && sh.capital == sh.big
}
