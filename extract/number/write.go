package number

import (
	"strconv"
	"strings"
	"time"

	"inquit/article"
	"inquit/internal/text"
)

// keepClaims drops the amounts that say nothing by themselves: bare small
// numbers, "one" without a unit, scores.
func (f *finder) keepClaims() {
	out := f.amounts[:0]
	for i := range f.amounts {
		a := f.amounts[i]
		if f.isClaim(&a) && (len(out) == 0 || out[len(out)-1].end <= a.first) {
			out = append(out, a)
		}
	}
	f.amounts = out
}

// kindOf says what a token of a sentence belongs to.
type kindOf uint8

const (
	ofText kindOf = iota
	ofClaim
	ofDuration // a claim that may itself be the time of another
)

// markClaims notes which tokens the claims of the sentence cover.
func (f *finder) markClaims() {
	f.claimed = append(f.claimed[:0], make([]kindOf, f.last-f.first)...)
	for i := range f.amounts {
		a := &f.amounts[i]
		of := ofClaim
		if a.kind == timeUnit {
			of = ofDuration
		}
		for j := a.first; j < a.end; j++ {
			f.claimed[j-f.first] = of
		}
	}
}

func (f *finder) isClaim(a *amount) bool {
	switch {
	case f.isTitle(a), f.isTitled(a), a.kind == minorUnit && a.lo == Int(2) && f.tag(a.first-1) == text.PRPS: // "my two cents"
		return false
	case a.unit == "figure", a.rule == "band", a.one && a.kind == nounUnit, a.form == wordForm && a.kind == noUnit && !a.mag:
		return false
	case a.form == vagueForm:
		return a.unit != ""
	case a.unit != "" || a.form == fractionForm:
		return true
	}
	if a.plain && (a.modifier == Less || a.modifier == More) && ageGroups[f.norm(a.first-1)] {
		return false // "people under 30" says who is counted
	}
	if a.plain && f.isBracketed(a) {
		return false
	}
	if w := f.prevNorm(a); a.ranged && (w == "interval" || w == "ci") {
		return true
	}
	return a.mag || a.modifier != Exact || a.role != NoRole || a.moved || a.ranged && f.prevNorm(a) == "between" || a.signed != 0 || !a.plain && !a.ranged || f.prevNorm(a) == "at" && !a.plain
}

var ageGroups = map[string]bool{
	"people": true, "children": true, "women": true, "men": true, "adults": true, "patients": true, "voters": true, "those": true,
	"anyone": true, "kids": true, "girls": true, "boys": true, "workers": true, "pensioners": true, "everyone": true, "drivers": true,
}

func (f *finder) isBracketed(a *amount) bool {
	return f.prevNorm(a) == "(" || f.norm(a.end) == ")"
}

// A writer turns amounts into claims.
type writer struct {
	articleID string
	published string
	now       time.Time // published, zero when unknown
	out       []Number
}

func (w *writer) write(f *finder, z article.Zone) {
	start := len(w.out)
	for i := range f.amounts {
		a := &f.amounts[i]
		f.written = w.out[start:]
		n := Number{
			ID:      w.nextID(),
			Article: w.articleID,
			Span:    article.Span{Start: f.at(a.first).Start, End: f.at(a.end - 1).End},
			Value:   a.lo, ValueMax: a.hi, HasMax: a.ranged,
			Unit: a.unit, Modifier: a.modifier, Change: a.change, Role: a.role, Trend: a.trend, Base: a.base,
			Zone: z, Kind: a.kindOfValue(),
		}
		n.Rule, n.Confidence = a.ruleName()
		n.Time = f.when(i, w.now)
		f.concept(i, &n)
		n.Modality = f.modality(a, n.Time, w.published)
		w.out = append(w.out, n)
	}
}

func (w *writer) nextID() string {
	return "n:" + strings.TrimPrefix(w.articleID, "a:") + ":" + strconv.Itoa(len(w.out)+1)
}

func (a *amount) kindOfValue() Kind {
	switch {
	case a.form == rankForm:
		return Rank
	case a.parted:
		return Ratio
	}
	return Amount
}

// ruleName says which rule made a claim, and how often such a claim is right
// on the development sets.
func (a *amount) ruleName() (string, float64) {
	switch {
	case a.rule != "":
		return a.rule, 0.85
	case a.form == vagueForm:
		return "vague plural", 0.9
	case a.form == foldForm:
		return "fold", 0.9
	case a.shared:
		return "shared unit", 0.85
	case a.kind == nounUnit:
		return "counted noun", 0.85
	case a.kind == noUnit:
		return "bare value", 0.5
	case a.ranged:
		return "range", 0.9
	}
	return "unit", 0.97
}
