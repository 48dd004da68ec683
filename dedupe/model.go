package dedupe

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// The features of a pair of articles, in the order of the model's lines.
const (
	fBias = iota
	fWords
	fNames
	fNumbers
	fLead
	fGrams
	fQuoted
	fNear
	fFar
	fWordsNames
	fRare
	fTail
	fOtherWeekday
	fOtherMonth
	fPhase
	fRareTitle
	fRareLead
	fSameDay
	fOtherDay
	fFarRare
	featureCount
)

var featureNames = [featureCount]string{
	"bias", "words", "names", "numbers", "lead", "grams", "quoted", "near", "far", "words*names",
	"rare", "tail", "other-weekday", "other-month", "phase", "rare*title", "rare*lead",
	"same-day", "other-day", "far*rare",
}

// features measures two articles against each other. It is symmetric.
func features(x, y *profile) [featureCount]float64 {
	var f [featureCount]float64
	f[fBias] = 1
	f[fWords] = x.words.cosine(y.words)
	f[fNames] = x.names.cosine(y.names)
	f[fNumbers] = coverage(x.numbers, y.numbers, leastNumbers)
	f[fLead] = x.lead.cosine(y.lead)
	o := shared(x.sig.grams, y.sig.grams)
	f[fGrams] = math.Sqrt(float64(o.all) / float64(max(fewGrams, min(len(x.sig.grams), len(y.sig.grams)))))
	f[fQuoted] = math.Min(1, float64(o.all-o.own)/20)
	f[fNear], f[fFar] = dateFeatures(x.day, y.day)
	f[fWordsNames] = math.Sqrt(f[fWords] * f[fNames])
	f[fRare] = coverage(x.rare, y.rare, leastRare)
	f[fTail] = x.words.tail(y.words)
	f[fOtherWeekday] = disagree(uint16(x.weekday), uint16(y.weekday))
	f[fOtherMonth] = disagree(x.months, y.months)
	f[fPhase] = otherPhase(x.phase, y.phase)
	f[fRareTitle] = math.Sqrt(f[fRare] * x.title.cosine(y.title))
	f[fRareLead] = math.Sqrt(f[fRare] * f[fLead])
	f[fSameDay], f[fOtherDay] = x.dates.against(y.dates)
	f[fFarRare] = f[fFar] * f[fRare]
	return f
}

// otherPhase is 1 when one article has somebody still to take an office and
// the other has no such word but the same office in force.
func otherPhase(x, y phase) float64 {
	if x.coming && !y.coming && y.holder || y.coming && !x.coming && x.holder {
		return 1
	}
	return 0
}

// disagree is 1 when two sets of days or months, a bit each, are both known
// and do not meet.
func disagree(x, y uint16) float64 {
	if x != 0 && y != 0 && x&y == 0 {
		return 1
	}
	return 0
}

// Sets lighter than these count as this heavy: a number or two in common
// prove nothing.
const (
	leastRare    = 60
	leastNumbers = 25
)

// coverage is how much of the lighter of two sets the other has.
func coverage(x, y []rareWord, least float64) float64 {
	var sum, sx, sy float64
	for _, w := range x {
		sx += float64(w.rarity)
	}
	for _, w := range y {
		sy += float64(w.rarity)
	}
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].key == y[j].key:
			sum += float64(x[i].rarity)
			i, j = i+1, j+1
		case x[i].key < y[j].key:
			i++
		default:
			j++
		}
	}
	return sum / math.Max(least, math.Min(sx, sy))
}

// dateFeatures says how near two days are, and how far: both 0 when one is
// not known.
func dateFeatures(a, b int) (near, far float64) {
	if a == 0 || b == 0 {
		return 0, 0
	}
	days := math.Abs(float64(a - b))
	return math.Exp(-days / 2), math.Min(1, days/30)
}

// modelData has a line for each feature: its name and weight, and a line
// "threshold". Made by internal/traincluster.
//
//go:embed model.txt
var modelData string

// A model turns the features of a pair into the chance that both report one
// event.
type model struct {
	weight    [featureCount]float64
	threshold float64 // least average chance inside an event
}

var shippedModel = sync.OnceValue(func() *model { return readModel(modelData) })

// readModel reads the lines of model.txt; unknown ones are left out.
func readModel(s string) *model {
	var m model
	for line := range strings.Lines(s) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		w, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil {
			continue
		}
		if key == "threshold" {
			m.threshold = w
		}
		for i, n := range featureNames {
			if n == key {
				m.weight[i] = w
			}
		}
	}
	return &m
}

// softness flattens the chances, so that one odd pair does not decide over an
// average.
const softness = 1.0

// chance returns how likely two articles with these features report one
// event.
func (m *model) chance(f [featureCount]float64) float64 {
	var z float64
	for i, x := range f {
		z += x * m.weight[i]
	}
	return 1 / (1 + math.Exp(-z/softness))
}
