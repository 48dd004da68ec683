package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// maxByline is the longest byline, in bytes.
const maxByline = 140

// byline reads "By Ann Other and Bob Sample, Political Correspondent" and
// returns where the names stand; ok is false when s is no byline.
func byline(s string) (names []article.Span, ok bool) {
	if len(s) > maxByline {
		return nil, false
	}
	at := afterBy(s)
	if at == 0 {
		return trade(s)
	}
	names, end := scanNames(s, skip(s, at, " \u00a0:"))
	return names, len(names) > 0 && onlyRole(s[end:])
}

// scanNames reads names joined by "and", "with", "&" or a comma; end is where
// the last one ends.
func scanNames(s string, at int) (names []article.Span, end int) {
	for {
		stop := scanName(s, at)
		if stop == at {
			return names, end
		}
		names = append(names, article.Span{Start: at, End: stop})
		end = stop
		next := skip(s, end, " \u00a0,")
		word, after := scanWord(s, next)
		switch {
		case word == "and" || word == "with":
			at = skip(s, after, " \u00a0")
		case strings.HasPrefix(s[next:], "& "):
			at = next + 2
		case next > end && s[end] == ',' && (strings.Contains(s[next:], " and ") || strings.Contains(s[next:], " & ")):
			at = next
		default:
			return names, end
		}
	}
}

// bylineOpenings stand before the name, longest first.
var bylineOpenings = []string{
	"words by", "written by", "story by", "posted by", "report by", "reported by",
	"article by", "author", "byline", "by",
}

// afterBy returns the offset after "By" or its like at the start of s, 0 when
// there is none.
func afterBy(s string) int {
	for _, o := range bylineOpenings {
		if len(s) > len(o) && strings.EqualFold(s[:len(o)], o) && strings.ContainsRune(" :\u00a0", firstRune(s[len(o):])) {
			return len(o)
		}
	}
	return 0
}

// scanName returns the end of the name at s[i:]: two to five words with
// capital letters, small words like "de" and "van" between them; i when there
// is none.
func scanName(s string, i int) int {
	end, words, at := i, 0, i
	for words < 6 && at < len(s) {
		n := nameWord(s[at:])
		if n == 0 {
			break
		}
		w := s[at : at+n]
		if !isUpperStart(w) && !nameParticles[w] {
			break
		}
		at += n
		if isUpperStart(w) {
			words++
			end = at
		}
		if at < len(s) && s[at] == '.' && n <= 2 { // an initial
			at++
		}
		next := skip(s, at, " \u00a0")
		if next == at {
			break
		}
		at = next
	}
	if words < 2 || words > 5 {
		return i
	}
	return end
}

var nameParticles = map[string]bool{
	"de": true, "del": true, "della": true, "di": true, "da": true, "van": true,
	"von": true, "der": true, "den": true, "la": true, "le": true, "bin": true,
	"ibn": true, "al": true, "el": true, "y": true, "dos": true, "ten": true,
}

// nameWord returns the length of the word at the start of s: letters,
// apostrophes and hyphens.
func nameWord(s string) int {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && (i == 0 || r != '\'' && r != '’' && r != '-') {
			break
		}
		i += n
	}
	return i
}

// tradeRoles end the part of a byline after the name. A line of a name and
// one of them is a byline without "By".
var tradeRoles = map[string]bool{
	"correspondent": true, "editor": true, "reporter": true, "writer": true,
	"columnist": true, "journalist": true, "producer": true, "staff": true,
	"contributor": true, "agency": true, "intern": true, "press": true,
	"reuters": true, "news": true, "bureau": true, "chief": true, "critic": true,
}

// onlyRole reports whether what follows the names of a byline could be a
// role, an outlet or a place: "", ", Political Correspondent", " in Paris",
// "for the Coast Herald", "| Coast Herald".
func onlyRole(s string) bool {
	if strings.TrimFunc(s, blank) == "" || strings.TrimFunc(s, blank) == "." {
		return true
	}
	if stopped(s) && !strings.HasSuffix(s, "@") && strings.Count(s, ".") == 1 && shapeOf(s).words > 8 {
		return false
	}
	sh := shapeOf(s)
	return sh.words <= 12 && (sh.capital == sh.big || strings.ContainsAny(s[:1], ",|-–") && endsInRole(s))
}

// endsInRole reports whether the words of s end in a role of the trade, a
// place or outlet behind it apart: "political correspondent", "editor at the
// Coast Herald".
func endsInRole(s string) bool {
	for w := range words(s) {
		if tradeRoles[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// trade reads a byline without "By": "Ann Other, Political Correspondent",
// "Ann Other and Bob Sample | Coast Herald".
func trade(s string) (names []article.Span, ok bool) {
	if stopped(s) || strings.Contains(s, "@") || strings.HasSuffix(s, ":") {
		return nil, false
	}
	names, end := scanNames(s, 0)
	if len(names) == 0 || end == len(s) {
		return nil, false
	}
	rest := s[skip(s, end, " \u00a0"):]
	if rest == "" || !strings.ContainsAny(rest[:1], ",|-") && !strings.HasPrefix(rest, "–") {
		return nil, false
	}
	if shapeOf(rest).words > 8 || !endsInRole(rest) || tradeName(s[:end]) {
		return nil, false
	}
	return names, true
}

// maxStaff is how far down a byline without a name may stand, in blocks.
const maxStaff = 5

// staffWords make up a byline without a name, beside names of outlets.
var staffWords = map[string]bool{
	"staff": true, "agencies": true, "agency": true, "wire": true, "services": true, "reporter": true, "reporters": true,
	"writer": true, "writers": true, "our": true, "own": true, "foreign": true, "and": true, "with": true, "report": true,
}

// staffLine reads a byline without a name: "Herald staff and Wire",
// "Staff and agencies", "Our foreign staff".
func staffLine(s string) bool {
	if len(s) > 60 || stopped(s) || strings.ContainsAny(s, ":?!\"“‘") {
		return false
	}
	n, staff := 0, false
	for w := range words(s) {
		low := strings.ToLower(w)
		staff = staff || low == "staff" || low == "agencies"
		if n++; n > 7 || !staffWords[low] && !isUpperStart(w) {
			return false
		}
	}
	sh := shapeOf(s)
	return staff && n > 1 && sh.first && (n > 2 || staffWords[strings.ToLower(strings.Fields(s)[0])])
}

// tradeName reports whether a word of the trade stands in a name: an outlet's
// then, not a writer's.
func tradeName(s string) bool { return endsInRole(s) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
