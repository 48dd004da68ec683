package name

import (
	"strings"
	"unicode/utf8"

	"inquit/internal/text"
)

// bodies makes an entity of every named body, and finds the long form of
// acronyms, which may come before or after them.
func (l *linker) bodies() {
	for i := range l.found {
		if c := &l.found[i]; c.form == body1 && c.entity < 0 && c.headLast > c.headFirst+1 {
			l.take(i, l.body(i))
			l.acronymBehind(i)
		}
	}
	for i := range l.found {
		if c := &l.found[i]; c.form == body1 && c.entity < 0 {
			l.take(i, l.body(i))
		}
	}
}

// body returns the entity of the body that candidate i names.
func (l *linker) body(i int) int {
	c := &l.found[i]
	first := c.headFirst
	key := l.key(first, c.headLast)
	if e, ok := l.byKey[key]; ok {
		return e
	}
	if c.headLast == first+1 && l.d.Tokens[first].Caps {
		if e, ok := l.initials[strings.ReplaceAll(key, ".", "")]; ok {
			l.byKey[key] = e
			return e
		}
	}
	e := l.new(Org, l.text(first, c.headLast))
	l.ents[e].spot = l.allClass(first, c.headLast, place|demonym)
	l.byKey[key] = e
	if c.headLast > first+1 {
		l.enterLong(e, first, c.headLast)
	}
	return e
}

// enterLong enters the initials and the first word of a body's long name.
func (l *linker) enterLong(e, first, last int) {
	var b strings.Builder
	for k := first; k < last; k++ {
		if t := &l.d.Tokens[k]; t.Kind == text.Word && t.Upper {
			r, _ := utf8.DecodeRuneInString(t.Norm)
			b.WriteRune(r)
		}
	}
	if l.class[last-1]&suffix != 0 || tails[l.d.Tokens[last-1].Norm] {
		if k := l.key(first, last-1); last-1 > first {
			l.byKey[k] = e // "Acme Tidal" for "Acme Tidal plc"
		}
	}
	if s := b.String(); len(s) > 1 {
		if _, ok := l.initials[s]; !ok {
			l.initials[s] = e
		}
	}
	w := l.d.Tokens[first].Norm
	if _, ok := l.firstWord[w]; !ok && l.class[first] == 0 && l.company(last-1) {
		l.firstWord[w] = e
	}
}

// tails end the names of companies and are left out later.
var tails = map[string]bool{"plc": true, "ltd": true, "limited": true, "inc": true, "llp": true, "corp": true, "llc": true, "gmbh": true}

// company reports whether word k ends the name of a company: only companies
// are called by the first word of their name, "Acme" for "Acme Holdings".
func (l *linker) company(k int) bool {
	return l.class[k]&(firm|field) != 0 && !contains(generic["paper"], l.d.Tokens[k].Norm) && !contains(generic["club"], l.d.Tokens[k].Norm) ||
		tails[l.d.Tokens[k].Norm] || l.d.Tokens[k].Norm == "group" || l.d.Tokens[k].Norm == "bank"
}

// acronymBehind enters the short form that stands in brackets behind
// candidate i: "European Central Bank (ECB)".
func (l *linker) acronymBehind(i int) {
	k := l.found[i].headLast
	toks := l.d.Tokens
	if k+2 < len(toks) && toks[k].Norm == "(" && toks[k+1].Caps && toks[k+2].Norm == ")" {
		if _, ok := l.byKey[toks[k+1].Norm]; !ok {
			l.byKey[toks[k+1].Norm] = l.found[i].entity
		}
	}
}

// generic tells which bodies a noun may stand for when none has it in its
// name: "the department" for a ministry, "the company" for any other.
var generic = map[string][]string{
	"department": {"ministry", "office", "department", "treasury"},
	"ministry":   {"office", "department"},
	"office":     {"department", "ministry"},
	"agency":     {"agency", "administration", "authority", "office", "service"},
	"union":      {"union", "association"}, "watchdog": {"authority", "commission", "office", "agency"},
	"regulator": {"authority", "commission", "office", "agency"},
	"newspaper": {"times", "post", "herald", "tribune", "gazette", "telegraph", "guardian", "observer", "journal", "mail", "express", "mirror", "sun", "independent", "chronicle"},
	"paper":     {"times", "post", "herald", "tribune", "gazette", "telegraph", "guardian", "observer", "journal", "mail", "express", "mirror", "sun", "independent", "chronicle"},
	"force":     {"police", "constabulary"}, "club": {"united", "city", "rovers", "rangers"},
	"university": {"college"}, "court": {"court"}, "think-tank": {"institute", "foundation"},
	"charity": {"trust", "foundation", "society"}, "council": {"council"}, "party": {"party"},
	"campaign": {"campaign"}, "commission": {"commission"}, "committee": {"committee"}, "board": {"board"},
	"government": {"government"}, "administration": {"administration"},
}

// anyBody are nouns that any named body may be called by.
var anyBody = map[string]bool{
	"company": true, "firm": true, "group": true, "business": true, "organisation": true, "organization": true,
	"bank": true, "airline": true, "retailer": true, "insurer": true, "carmaker": true, "automaker": true,
	"supermarket": true, "corporation": true, "broadcaster": true, "alliance": true, "bloc": true, "network": true,
	"brewer": true, "manufacturer": true, "carrier": true, "operator": true,
	"charity": true, "agency": true, "association": true,
	"newspaper": true, "website": true, "magazine": true,
	"lender": true, "supplier": true, "nonprofit": true, "institute": true, "foundation": true, "outlet": true,
}

// bodyFor returns the named body that "the company" or "the department" in
// candidate i stands for, or -1.
func (l *linker) bodyFor(i int, recent []int) int {
	c := &l.found[i]
	w := l.d.Tokens[c.headFirst].Norm
	if c.first+2 != c.last || !c.definite {
		return -1
	}
	for n := len(recent) - 1; n >= 0; n-- {
		if e := recent[n]; hasWord(l.ents[e].Name, w) {
			return e
		}
	}
	for n := len(recent) - 1; n >= 0; n-- {
		for _, g := range generic[w] {
			if e := recent[n]; hasCapital(l.ents[e].Name, g) {
				return e
			}
		}
	}
	if !anyBody[w] {
		return -1
	}
	for n := len(recent) - 1; n >= 0; n-- {
		if e := recent[n]; !l.ents[e].spot && l.ents[e].head == "" && !public(l.ents[e].Name) {
			return e
		}
	}
	return -1
}

// public reports whether a body is one of the state, which nobody calls "the
// company".
func public(name string) bool {
	for _, w := range [...]string{
		"parliament", "government", "congress", "senate", "court", "police", "council", "street", "house", "office", "ministry", "department", "treasury",
		"trust", "federation", "union", "university", "school", "hospital", "association", "committee", "party", "foundation",
	} {
		if hasWord(name, w) {
			return true
		}
	}
	return false
}

// hasWord reports whether w, in lower case, is a word of s.
func hasWord(s, w string) bool {
	for f := range strings.FieldsSeq(s) {
		if strings.EqualFold(f, w) {
			return true
		}
	}
	return false
}

// hasCapital reports whether w, in lower case, is a word of s that has a
// capital there: "the Ayton Times" but not "the journal".
func hasCapital(s, w string) bool {
	for f := range strings.FieldsSeq(s) {
		if strings.EqualFold(f, w) && f[0] < 'a' {
			return true
		}
	}
	return false
}

// companies collects the names that stand somewhere with "plc" or "Ltd" behind
// them: without it they are no person's.
func (l *linker) companies() {
	for i := range l.found {
		c := &l.found[i]
		if c.form == body1 && c.headLast > c.headFirst+2 && tails[l.d.Tokens[c.headLast-1].Norm] {
			if l.bodyTail == nil {
				l.bodyTail = map[string]bool{}
			}
			l.bodyTail[l.key(c.headFirst, c.headLast-1)] = true
		}
	}
}
