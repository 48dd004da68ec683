package people

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns the words of a name as they are compared: lower case, without
// accents and punctuation. "Hugo Chávez" and "Hugo Chavez" are one name.
func fold(s string) []string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '.':
			// O'Brien and O’Brien, J. and J
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// honorifics stand before a name and are no part of it.
var honorifics = setOf("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady",
	"baroness", "pres", "gov", "sen", "rep", "gen", "col", "capt", "sgt", "elect", "prof", "professor", "rev", "reverend", "hon", "the")

// suffixes stand behind a surname; they tell father from son.
var suffixes = setOf("jr", "sr", "junior", "senior", "ii", "iii", "iv", "jnr", "snr")

// titleless returns folded words without the honorifics before them.
func titleless(words []string) []string {
	for len(words) > 1 && honorifics[words[0]] {
		words = words[1:]
	}
	return words
}

// personKey is what two spellings of one person's name have in common: no
// honorifics, no middle initials.
func personKey(name string) string {
	words := titleless(fold(name))
	out := make([]string, 0, len(words))
	for i, w := range words {
		if len(w) == 1 && i > 0 && i < len(words)-1 {
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// surname returns the family name of a person's key: its last word that is no
// suffix.
func surname(key string) string {
	words := strings.Fields(key)
	for len(words) > 1 && suffixes[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// isFull reports whether a key has a first name too.
func isFull(key string) bool { return strings.Contains(key, " ") }

// orgTails end the names of companies and change nothing about who they are.
var orgTails = setOf("inc", "ltd", "plc", "corp", "co", "llc", "limited", "corporation", "incorporated")

// orgKey is what two spellings of one body's name have in common.
func orgKey(name string) string {
	words := fold(name)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 && orgTails[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// smallWords are left out when initials are taken.
var smallWords = setOf("of", "the", "and", "for", "on", "in", "to", "a")

// initials returns the first letters of a body's key: "north atlantic treaty
// organisation" gives "nato".
func initials(key string) string {
	var b strings.Builder
	for _, w := range strings.Fields(key) {
		if !smallWords[w] {
			b.WriteString(w[:1])
		}
	}
	return b.String()
}

// titleKey is what two spellings of one office have in common.
func titleKey(title string) string {
	words := fold(title)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func setOf(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// shortNames maps short forms of first names to the long one.
var shortNames = map[string]string{
	"joe": "joseph", "mike": "michael", "bill": "william", "bob": "robert", "jim": "james", "tom": "thomas", "dave": "david",
	"chris": "christopher", "ben": "benjamin", "dan": "daniel", "tony": "anthony", "kate": "katherine", "liz": "elizabeth",
	"nick": "nicholas", "sam": "samuel", "ed": "edward", "andy": "andrew", "steve": "stephen", "matt": "matthew",
	"jeff": "jeffrey", "greg": "gregory", "ken": "kenneth", "ron": "ronald", "don": "donald", "rick": "richard",
	"jon": "jonathan", "tim": "timothy", "pete": "peter", "alex": "alexander", "sue": "susan", "debbie": "deborah", "pam": "pamela",
}

// bareKey is what the fuller and shorter forms of one name may have in
// common: the long form of the first name, and the surname, without the names
// between and the suffix behind.
func bareKey(key string) string {
	words := strings.Fields(key)
	if len(words) < 2 {
		return key
	}
	first := words[0]
	if long, ok := shortNames[first]; ok {
		first = long
	}
	return first + " " + surname(key)
}
