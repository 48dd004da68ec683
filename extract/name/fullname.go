package name

import (
	"strings"
	"unicode/utf8"

	"inquit/internal/text"
)

// maxWords is the number of words kept of a person's name.
const maxWords = 6

// nameWords are the words of a person's name in lower case, without "Jr.".
type nameWords struct {
	w [maxWords]string
	n int
}

// given returns the first word of a name.
func (n *nameWords) given() string { return n.w[0] }

// surname returns the last.
func (n *nameWords) surname() string { return n.w[n.n-1] }

// nameWords returns the words of the name in tokens [first, last); what a
// hyphen joins is one word.
func (f *finder) nameWords(first, last int) nameWords {
	var n nameWords
	for k := first; k < last; k++ {
		t := &f.d.Tokens[k]
		if t.Kind != text.Word || k > first && f.class[k]&suffix != 0 && f.class[k]&^(suffix|title|place|body|thing) == 0 && t.Norm != "ms" {
			continue
		}
		end := k + 1
		for end+1 < last && f.d.Tokens[end].Norm == "-" && !f.d.Tokens[end].Space {
			end += 2
		}
		w := t.Norm
		if end > k+1 {
			w = f.key(k, end)
		}
		if n.n == maxWords {
			n.w[maxWords-1] = w // the surname is the last
		} else {
			n.w[n.n] = w
			n.n++
		}
		k = end - 1
	}
	return n
}

// personName returns the name of a candidate as it is to be shown; a name in
// capitals throughout gets small letters.
func (l *linker) personName(c *candidate) string {
	s := l.text(c.headFirst, c.headLast)
	for k := c.headFirst; k < c.headLast; k++ {
		if t := &l.d.Tokens[k]; t.Kind == text.Word && len(t.Norm) > 2 && !t.Caps {
			return s
		}
	}
	return capitalise(s)
}

// capitalise turns "JANE ROE" into "Jane Roe".
func capitalise(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.ToLower(string(r)))
		}
		start = r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.'
	}
	return b.String()
}

// initialsIn counts the words of one letter.
func initialsIn(n *nameWords) int {
	count := 0
	for _, w := range n.w[:n.n] {
		if utf8.RuneCountInString(w) == 1 {
			count++
		}
	}
	return count
}

// endsWith reports whether the words of n are the last ones of full.
func endsWith(full, n *nameWords) bool {
	for i := 1; i <= n.n; i++ {
		if full.w[full.n-i] != n.w[n.n-i] {
			return false
		}
	}
	return true
}

// sameGiven reports whether two first names can be one person's: equal, an
// initial, or a short form.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 || len(a) >= 3 && strings.HasPrefix(b, a) {
		return strings.HasPrefix(b, a)
	}
	return shortForms[a] == b || shortForms[b] == a
}

// shortForms are first names whose short form is no beginning of them.
var shortForms = map[string]string{
	"bill": "william", "billy": "william", "liz": "elizabeth", "beth": "elizabeth", "bob": "robert", "bobby": "robert",
	"dick": "richard", "rick": "richard", "jim": "james", "jimmy": "james", "jamie": "james", "jack": "john",
	"mike": "michael", "mick": "michael", "tony": "anthony", "ted": "edward", "ned": "edward", "kate": "katherine",
	"peggy": "margaret", "maggie": "margaret", "chuck": "charles", "charlie": "charles", "harry": "henry",
	"steve": "stephen", "dave": "david", "andy": "andrew", "larry": "lawrence", "betty": "elizabeth", "tim": "timothy",
	"gerry": "gerard", "jerry": "gerald", "sandy": "alexander", "sasha": "alexander", "bernie": "bernard", "jeff": "jeffrey",
	"joe": "joseph", "tom": "thomas", "ron": "ronald", "nick": "nicholas", "greg": "gregory", "geoff": "geoffrey",
}
