package number

import (
	"strings"

	"inquit/internal/text"
)

// maxObject is how many tokens may stand between a verb of change and "by" or
// "to": "lift its yearly budget for roads to 4 per cent".
const maxObject = 8

// readChange says whether a claim is one of rising or falling, and its part
// in it.
func (f *finder) readChange(k int) {
	a := &f.amounts[k]
	if a.signed > 0 {
		a.change, a.role = Up, By
		return
	}
	if a.kind == ageUnit {
		return
	}
	i := a.first - 1
	role := By
	switch f.norm(i) {
	case "by":
		i--
	case "to":
		role, i = To, i-1
	case "from":
		role, i = Since, i-1
	case "between":
		i--
	case "of":
		if w := f.norm(i - 1); w == "average" || w == "total" { // "rose by an average of £40"
			if i -= 3; f.norm(i) == "by" {
				i--
			}
		}
	case "at":
		return
	}
	for f.norm(i) == "only" || f.norm(i) == "slightly" || f.norm(i) == "sharply" || f.norm(i) == "an" || f.norm(i) == "a" || f.norm(i) == "another" || f.norm(i) == "further" {
		i--
	}
	if c, at := endingAt(f, &f.lex.changes, i); c != nil && f.isChange(a, i, at) && !f.isOtherVerb(a, i, role) {
		f.setChange(a, *c, role)
		return
	}
	if f.isEndOf(k) || f.isStartOf(k) {
		return
	}
	if f.norm(a.first-1) == "of" {
		f.changeNoun(a, a.first-2)
		return
	}
	if w := f.norm(a.first - 1); w == "by" || w == "to" {
		f.changeAfar(a, i, role, k)
	} else if j := a.end; (f.norm(j) == "higher" || f.norm(j) == "lower") && a.kind == percentUnit {
		a.change, a.role = Up, By
		if f.norm(j) == "lower" {
			a.change = Down
		}
	}
}

// isChange says whether the words of change at tokens at..i are a verb or an
// adverb here, not the noun of "a 5 per cent cut" or a modifier's "up to".
func (f *finder) isChange(a *amount, i, at int) bool {
	measured := a.kind == percentUnit || a.kind == pointUnit || a.kind == moneyUnit
	switch f.tag(i) {
	case text.NN, text.NNS, text.NNP, text.JJ, text.JJR:
		w := f.norm(i)
		if f.norm(i+1) == "by" && measured && f.tag(at-1) != text.JJ {
			return true
		}
		return w != "contract" && w != "advance" && w != "narrow" && w != "add" && w != "contracts" && w != "lower" && f.tag(at-1) != text.DT && f.tag(at-1) != text.JJ
	}
	return true
}

// levelVerbs may stand before "up" and "down" of a change: "closed up 2 per cent".
var levelVerbs = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "being": true, "ended": true, "end": true, "closed": true,
	"close": true, "finished": true, "opened": true, "trading": true, "traded": true, "settled": true, "stood": true, "trending": true,
	"revised": true, "edged": true, "went": true, "gone": true, "go": true, "goes": true, "going": true, "came": true, "come": true,
	"coming": true, "moved": true, "driven": true, "drove": true, "pushed": true, "jumped": true, "ticked": true, "crept": true,
}

// lengths are the units that people fall and climb by.
var lengths = map[string]bool{"metre": true, "foot": true, "mile": true, "kilometre": true, "yard": true}

// isOtherVerb says that a verb is not one of change with this amount: "raised
// £3m" and "add ten users" give, "accelerate to 100 km/h" moves.
func (f *finder) isOtherVerb(a *amount, i int, role ChangeRole) bool {
	w := f.norm(i)
	switch {
	case (w == "up" || w == "down") && f.tag(i-1).IsVerb() && !levelVerbs[f.norm(i-1)]:
		return true // "sign up 40 people"
	case lengths[a.unit] && (strings.HasPrefix(w, "fall") || w == "fell" || strings.HasPrefix(w, "climb") || strings.HasPrefix(w, "plung") || strings.HasPrefix(w, "div") || strings.HasPrefix(w, "sli") || strings.HasPrefix(w, "tumbl")):
		return true // "the climber fell 60 metres"
	case strings.HasPrefix(w, "rais"):
		return role == By && f.norm(a.first-1) != "by"
	case strings.HasPrefix(w, "add"), strings.HasPrefix(w, "lift"), strings.HasPrefix(w, "accelerat"), strings.HasPrefix(w, "advanc"), strings.HasPrefix(w, "improv"):
		return a.kind != percentUnit && a.kind != pointUnit && a.kind != moneyUnit && a.kind != minorUnit && f.norm(a.first-1) != "by"
	}
	return false
}

// setChange notes a change. What a movement ends at is no change of its own
// when the verb already has its amount: "rose 5 per cent to 60".
func (f *finder) setChange(a *amount, c Change, role ChangeRole) {
	if a.moved || a.ranged && f.prevNorm(a) == "from" {
		role = Since
	}
	a.role = role
	if role != Since {
		a.change = c
	} else {
		a.trend = c
	}
}

// isEndOf notes that a value is where the change of the value before it led:
// "fell by 18,000 to 7.4 million".
func (f *finder) isEndOf(k int) bool {
	if k == 0 {
		return false
	}
	a, b := &f.amounts[k-1], &f.amounts[k]
	if k > 1 && a.change == NoChange && f.norm(a.first-1) == "or" { // "fell $2, or 1 per cent, to $80"
		first := &f.amounts[k-2]
		if first.role == By && a.first-first.end <= 2 && b.first-a.end <= 4 && f.norm(b.first-1) == "to" && b.unit == first.unit {
			b.role, b.trend = To, first.change
			return true
		}
	}
	if a.role != By || a.change == NoChange || b.first-a.end > 4 || f.norm(b.first-1) != "to" {
		return false
	}
	b.role, b.trend = To, a.change
	return true
}

// isStartOf notes that a value is where the movement to the value before it
// began: "rose to 51 from 43".
func (f *finder) isStartOf(k int) bool {
	if k == 0 {
		return false
	}
	a, b := &f.amounts[k-1], &f.amounts[k]
	i := a.end
	if f.norm(i) == "," {
		i++
	}
	if a.role != To || b.first != i+1 || f.norm(i) != "from" {
		return false
	}
	b.role, b.trend = Since, a.change
	return true
}

// changeNoun reads "an increase of" before the value.
func (f *finder) changeNoun(a *amount, i int) {
	switch f.norm(i) {
	case "loss", "losses", "gain":
		if a.kind == moneyUnit {
			return // a balance, not a change
		}
	}
	switch f.norm(i) {
	case "increase", "rise", "growth", "gain", "jump", "surge", "uplift", "hike", "boost", "raise":
		a.change, a.role = Up, By
	case "decrease", "fall", "decline", "drop", "loss", "reduction", "cut", "slump", "losses", "cuts", "reductions":
		a.change, a.role = Down, By
	}
}

// changeAfar looks for a verb of change with its object before "by" or "to".
func (f *finder) changeAfar(a *amount, i int, role ChangeRole, k int) {
	stop := max(f.first, i-maxObject)
	if k > 0 {
		stop = max(stop, f.amounts[k-1].end)
	}
	for ; i >= stop; i-- {
		t := f.at(i)
		if t.Kind == text.Punct && !isDash(t.Norm) {
			return
		}
		if c, at := endingAt(f, &f.lex.changes, i); c != nil && f.isVerbOfChange(i, at) {
			if f.norm(i+1) == "up" && strings.HasPrefix(t.Norm, "add") {
				return // "that adds up to 40"
			}
			f.setChange(a, *c, role)
			return
		}
		if tag := f.tag(i); tag == text.VBD || tag == text.VBZ || tag == text.VBP {
			return
		}
	}
}

// isVerbOfChange is stricter than isChange: far from the value, nouns such as
// "cut" and adverbs such as "up" say nothing.
func (f *finder) isVerbOfChange(i, at int) bool {
	if w := f.norm(i); w == "up" && at == i || w == "down" && at == i || w == "lower" || w == "higher" {
		return false
	}
	tag := f.tag(at)
	return tag.IsVerb() || tag == text.NoTag || !f.at(at).Upper && f.tag(at-1) == text.TO || tag == text.NN && (at == f.first || f.tag(at-1).IsNoun() && f.tag(at+1).IsNoun())
}

// readBase reads what a share is a share of, where the words are one of the
// usual totals: "2.5 per cent of GDP".
func (f *finder) readBase(a *amount) {
	if a.kind != percentUnit && a.form != fractionForm || f.norm(a.end) != "of" {
		return
	}
	j := a.end + 1
	if t := f.tag(j); t == text.DT || t == text.PRPS {
		j++
	}
	for n := 3; n > 0; n-- {
		if name := f.baseAt(j, n); name != "" {
			a.base, a.end = name, j+n
			return
		}
	}
}

// baseAt returns the usual name of the total in tokens j to j+n.
func (f *finder) baseAt(j, n int) string {
	switch {
	case n == 3 && f.norm(j) == "gross" && f.norm(j+1) == "domestic" && f.norm(j+2) == "product":
		return "GDP"
	case n == 3 && f.norm(j) == "gross" && f.norm(j+1) == "national" && (f.norm(j+2) == "product" || f.norm(j+2) == "income"):
		return "GNI"
	case n == 2 && f.norm(j) == "national" && f.norm(j+1) == "income":
		return "national income"
	case n != 1:
		return ""
	}
	switch w := f.norm(j); w {
	case "gdp", "gni", "gnp":
		return f.d.Word(j)
	case "vote", "votes", "population", "electorate", "workforce", "total", "turnover", "revenue", "income", "budget":
		if !f.tag(j + 1).IsNoun() {
			return singular(w)
		}
	}
	return ""
}
