package read

import (
	"strings"
)

// maxCaption is the longest caption that a credit at its end decides.
const maxCaption = 700

// credited reports whether s ends as a caption does, in the name of who took
// or owns the picture:
//
//	The new ferry at the quay. Picture: Coast Media
//	The new ferry at the quay ( Reuters )
//	The new ferry at the quay (Ann Other/AP)
//	The new ferry at the quay. ANN OTHER/AFP/Getty Images
func credited(s string) bool {
	if len(s) > maxCaption {
		return false
	}
	return creditWord(s) || creditBrackets(s) || creditSlash(s)
}

// creditOpenings stand before the owner of a picture.
var creditOpenings = []string{
	"picture:", "pictures:", "photo:", "photos:", "photograph:", "image:", "images:",
	"pic:", "pics:", "credit:", "photo by ", "photograph by ", "picture by ",
	"image by ", "photo courtesy ", "picture credit", "photo credit", "image credit",
}

// maxCredit is the longest credit after one of them: a name or two.
const maxCredit = 70

// creditWord finds "Picture: Owner" at the end of s. A sentence must end
// before it, or a bracket open.
func creditWord(s string) bool {
	for i := max(0, len(s)-maxCredit-len("photo courtesy ")); i < len(s); i++ {
		if i > 0 && isWordByte(s[i-1]) || !isLetter(s[i]) {
			continue
		}
		n := opening(s[i:])
		if n == 0 || i == 0 && s[n-1] == ' ' && stopped(s) {
			continue
		}
		owner := strings.Trim(s[i+n:], " )].:")
		if owner != "" && shapeOf(owner).words <= 8 && isUpperStart(owner) && opensCredit(strings.TrimRight(s[:i], " ")) {
			return true
		}
	}
	return false
}

// opening returns the length of the credit opening that s begins with, 0 when
// there is none.
func opening(s string) int {
	if len(s) < 4 || !opensWord(s[0]|0x20, s[1]|0x20) {
		return 0
	}
	for _, o := range creditOpenings {
		if len(s) >= len(o) && strings.EqualFold(s[:len(o)], o) {
			return len(o)
		}
	}
	return 0
}

// opensWord reports whether one of creditOpenings begins with two letters.
func opensWord(a, b byte) bool {
	return a == 'p' && (b == 'i' || b == 'h') || a == 'i' && b == 'm' || a == 'c' && b == 'r'
}

// opensCredit reports whether a credit may follow: nothing, the end of a
// sentence, a bracket, a bar.
func opensCredit(before string) bool {
	if before == "" || stopped(before) {
		return true
	}
	return strings.ContainsAny(before[len(before)-1:], "([|-/;") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—")
}

// agencies take and sell pictures; in lower case.
var agencies = map[string]bool{
	"reuters": true, "ap": true, "afp": true, "pa": true, "epa": true, "upi": true,
	"getty": true, "getty images": true, "gettyimages": true, "pa wire": true,
	"pa archive": true, "pa media": true, "pa images": true, "ap photo": true,
	"ap images": true, "ap photos": true, "associated press": true,
	"the associated press": true, "press association": true, "alamy": true,
	"alamy stock photo": true, "shutterstock": true, "bloomberg": true, "tass": true,
	"anadolu": true, "anadolu agency": true, "xinhua": true, "istock": true,
	"istockphoto": true, "rex": true, "rex features": true, "zuma": true, "dpa": true,
	"ansa": true, "epa-efe": true, "afp via getty images": true, "sipa": true,
	"handout": true, "file": true, "file photo": true, "file picture": true,
	"file image": true, "supplied": true, "screenshot": true, "stock image": true,
	"stock photo": true, "library image": true, "archive": true, "unsplash": true,
	"wikimedia commons": true, "facebook": true, "youtube": true, "usa today sports": true,
}

// creditBrackets finds "( Reuters )", "(Ann Other/AP)", "[AFP via Getty]" at
// the end of s.
func creditBrackets(s string) bool {
	t := strings.TrimSuffix(s, ".")
	if t == "" || t[len(t)-1] != ')' && t[len(t)-1] != ']' {
		return false
	}
	open := strings.LastIndexAny(t, "([")
	if open <= 0 || len(t)-open > maxCredit {
		return false
	}
	return isCredit(t[open+1:len(t)-1], len(t) == len(s), t[open] == '(')
}

// isCredit reports whether words in brackets name the owner of a picture.
// In running text, where a stop follows, they must say so themselves; in
// square brackets an agency alone is the source of a digest.
func isCredit(in string, atEnd, round bool) bool {
	low := strings.ToLower(strings.TrimSpace(in))
	for _, word := range []string{"photo:", "image:", "picture:", "photo by", "image by", "ap photo", "pa wire", "getty images", "file photo", "photograph:", "picture by"} {
		if strings.Contains(low, word) {
			return true
		}
	}
	if !atEnd {
		return false
	}
	if agencies[low] && round {
		return true
	}
	for part := range strings.SplitSeq(low, "/") {
		if part != low && agencies[strings.TrimSpace(part)] {
			return true
		}
	}
	_, owner, via := strings.Cut(low, " via ")
	return via && agencies[owner]
}

// creditSlash finds "ANN OTHER/AFP/Getty Images" at the end of s.
func creditSlash(s string) bool {
	i := strings.LastIndexByte(s, '/')
	if i < 0 || len(s)-i > 30 || i == 0 || !isLetter(s[i-1]) {
		return false
	}
	return agencies[strings.ToLower(strings.TrimSpace(s[i+1:]))]
}

// A caption of a name alone: its longest, in words, and how far into the text
// the name must come again.
const (
	maxNameCaption = 8
	nameReach      = 8 << 10
)

// nameCaption reports whether s is the name of somebody the text then speaks
// of, with or without a title, as it stands under a picture. Every word of it
// must come again, for a title can be a sentence: "Mayor Names Harbour Chief".
//
//	Foreign Secretary Jane Roe
func nameCaption(s, rest string) bool {
	if len(s) > 100 || stopped(s) || strings.ContainsAny(s, ":?!") {
		return false
	}
	sh := shapeOf(s)
	if !sh.names() || sh.words > maxNameCaption {
		return false
	}
	rest = strings.ToLower(rest[:min(len(rest), nameReach)])
	low := strings.ToLower(s)
	for w := range words(low) {
		if !strings.Contains(rest, w) {
			return false
		}
	}
	return strings.Contains(rest, lastWords(low, 2))
}

// lastWords returns the end of s from its n-th word from the end.
func lastWords(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i = strings.LastIndexByte(strings.TrimRight(s[:i], " "), ' ') + 1
	}
	return s[i:]
}
