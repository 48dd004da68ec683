package compare

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"inquit/extract/number"
)

// judge compares claims of one value as the articles give it: what one of
// them says of the value and another does not.
func judge(members []claim) Verdict {
	views := viewsOf(members)
	if len(views) < 2 {
		return Agree
	}
	for _, v := range []struct {
		verdict Verdict
		differ  func(x, y view) bool
	}{
		{TimeDiffers, otherTime},
		{ContextLost, lostPeriod},
		{BaseLost, lostBase},
		{ModalityShift, otherModality},
		{QualifierLost, lostQualifier},
	} {
		for i, x := range views {
			for _, y := range views[i+1:] {
				if v.differ(x, y) || v.differ(y, x) {
					return v.verdict
				}
			}
		}
	}
	return Agree
}

// A view is what one article says about a value, over all its mentions: an
// article that gives the base once need not repeat it.
type view struct {
	article string
	claims  []claim
}

func viewsOf(members []claim) []view {
	var out []view
	for _, m := range members {
		i := slices.IndexFunc(out, func(v view) bool { return v.article == m.article })
		if i < 0 {
			i = len(out)
			out = append(out, view{article: m.article})
		}
		out[i].claims = append(out[i].claims, m)
	}
	return out
}

func (v view) any(f func(claim) bool) bool { return slices.ContainsFunc(v.claims, f) }

// otherTime reports whether both articles date the value and no two of their
// dates can be one.
func otherTime(x, y view) bool {
	dated := func(c claim) bool { return c.Time != nil && (c.Time.From != "" || c.Time.To != "") }
	if !x.any(dated) || !y.any(dated) {
		return false
	}
	return !x.any(func(a claim) bool {
		return dated(a) && y.any(func(b claim) bool { return dated(b) && meet(a.Time, b.Time) })
	})
}

// meet reports whether two periods overlap.
func meet(x, y *number.Time) bool {
	before := func(a, b string) bool { return a != "" && b != "" && a < b }
	return !before(x.To, y.From) && !before(y.To, x.From)
}

// lostPeriod reports whether x gives an amount over a period, and y the
// amount without any: "£3bn by 2030" is not "£3bn".
func lostPeriod(x, y view) bool {
	over := func(c claim) bool { return c.Time != nil && spans(c.Time) && flows(c) }
	return x.any(over) && !y.any(func(c claim) bool { return c.Time != nil && spans(c.Time) })
}

// spans reports whether a time has a beginning and an end in different years,
// or says so in words.
func spans(t *number.Time) bool {
	if t.From != "" && t.To != "" && t.From[:min(4, len(t.From))] != t.To[:min(4, len(t.To))] {
		return true
	}
	words := strings.Fields(strings.ToLower(t.Text))
	return len(words) > 2 && (words[0] == "between" || words[0] == "over" || words[0] == "from" && slices.Contains(words, "to"))
}

// flows reports whether a claim is of an amount that grows with time: money
// and counts, not shares.
func flows(c claim) bool {
	return !strings.HasPrefix(c.Unit, "percent") && !strings.Contains(c.Unit, "/")
}

// bases returns what the article says that shares of this unit are of, be it
// beside another value: "2.3 per cent, heading for 2.5 per cent of GDP".
func (v view) bases() []string { return v.claims[0].bases }

// lostBase reports whether x says what the share is of and y does not
// anywhere, or says otherwise.
func lostBase(x, y view) bool {
	known := y.bases()
	for _, c := range x.claims {
		if c.Base != "" && !slices.ContainsFunc(known, func(b string) bool { return sameBase(c.Base, b) }) {
			return true
		}
	}
	return false
}

// sameBase reports whether two bases are one: the same words, or the initials
// of the words.
func sameBase(x, y string) bool {
	a, b := baseKey(x), baseKey(y)
	return a != "" && a == b
}

func baseKey(s string) string {
	ts := tokens(s)
	if len(ts) == 1 {
		return ts[0].key
	}
	var b strings.Builder
	for _, t := range ts {
		if !idle[t.key] {
			b.WriteString(t.key[:1])
		}
	}
	return b.String()
}

// otherModality reports whether x gives the value as a fact only and y only
// as an aim, a proposal or on a condition.
func otherModality(x, y view) bool {
	fact := func(c claim) bool { return c.Modality == number.Fact || c.Modality == "" }
	vague := func(c claim) bool { return c.Modality == number.Vague }
	return !x.any(func(c claim) bool { return !fact(c) }) && !y.any(fact) && !y.any(vague)
}

// lostQualifier reports whether x gives the value only as a bound and y only
// as the value itself. "Around" is no bound: outlets round.
func lostQualifier(x, y view) bool {
	bound := func(c claim) bool {
		return c.Modifier != number.Exact && c.Modifier != number.About && c.Modifier != ""
	}
	return !x.any(func(c claim) bool { return !bound(c) }) && !y.any(bound)
}

// conflict says how two groups of one event contradict each other, or "".
// They do when articles give another value, or the value in another currency,
// for what is certainly the same quantity.
func conflict(g, h *group) Verdict {
	sameUnit := g.members[0].Unit == h.members[0].Unit
	sameValue := plain(g.members[0].Value) == plain(h.members[0].Value)
	if !sameUnit && !(sameValue && isCurrency3(g.members[0].Unit) && isCurrency3(h.members[0].Unit)) {
		return ""
	}
	if shareArticle(g, h) {
		return "" // who gives both means two things
	}
	for _, x := range g.members {
		for _, y := range h.members {
			switch {
			case !sameQuantity(x, y):
			case !sameUnit:
				return UnitDiffers
			case !compatible(x, y):
				return ValueDiffers
			}
		}
	}
	return ""
}

func isCurrency3(unit string) bool {
	return len(unit) == 3 && strings.ToUpper(unit) == unit
}

func shareArticle(g, h *group) bool {
	return slices.ContainsFunc(g.members, func(x claim) bool {
		return slices.ContainsFunc(h.members, func(y claim) bool { return x.article == y.article })
	})
}

// leastConcept is which share of their words two concepts have in common when
// they are one.
const leastConcept = 0.6

// sameQuantity reports whether two claims measure the same at the same time
// in the same way.
func sameQuantity(x, y claim) bool {
	n := common(x.words, y.words)
	all := len(x.words) + len(y.words) - n
	told := 0 // words that say more than the unit does
	for _, w := range x.words {
		if _, ok := slices.BinarySearch(y.words, w); ok && !strings.Contains(x.Unit, w) {
			told++
		}
	}
	return told > 0 && float64(n) >= leastConcept*float64(all) &&
		x.Modality == y.Modality && x.Modality != number.Vague && x.Change == y.Change && x.Role == y.Role &&
		(x.Base == "" && y.Base == "" || sameBase(x.Base, y.Base)) && sameTime(x.Time, y.Time)
}

func sameTime(x, y *number.Time) bool {
	if x == nil || y == nil {
		return x == y
	}
	return x.From == y.From && x.To == y.To && (x.From+x.To != "" || strings.EqualFold(x.Text, y.Text))
}

// roundingShare is how far apart two values may be when one of them is said
// to be about right.
const roundingShare = 0.1

// compatible reports whether two different values can both be true: ranges
// that meet, bounds that hold, or one that is a rough figure for the other.
func compatible(x, y claim) bool {
	xl, xh := limits(x)
	yl, yh := limits(y)
	return xl <= yh && yl <= xh
}

// limits returns what a claim allows its value to be.
func limits(c claim) (low, high float64) {
	low = float(c.Value)
	high = low
	if c.HasMax {
		high = float(c.ValueMax)
	}
	slack := roundingShare * math.Abs(high)
	switch c.Modifier {
	case number.About:
		return low - slack, high + slack
	case number.More, number.AtLeast:
		return low, math.Inf(1)
	case number.Less, number.AtMost:
		return math.Inf(-1), high
	}
	return low, high
}

func float(d number.Decimal) float64 {
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}
