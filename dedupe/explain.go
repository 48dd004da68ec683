package dedupe

import "inquit/extract"

// An Explanation says what speaks for and against two articles being copies
// or reports of one event.
type Explanation struct {
	// Copies: the words in rows of four that both have, of the shorter text,
	// and of these the ones that neither quotes.
	Shared, SharedOwn float64
	Likeness          float64 // as copies; leastResemblance and more joins
	Copies            bool    // alike enough, by themselves

	// Events: the features of the model with what each adds to the log-odds.
	Features []Feature
	Chance   float64 // that both report one event
	OneEvent bool    // likely enough, by themselves
}

// A Feature is one piece of evidence.
type Feature struct {
	Name   string
	Value  float64
	Weight float64 // above 0 speaks for one event
}

// Explain compares two articles by themselves. In a set, others may join them
// or keep them apart, since groups are joined by their average.
func Explain(a, b *extract.Claims) Explanation {
	var e Explanation
	x, y := sign(a.Article), sign(b.Article)
	o := shared(x.grams, y.grams)
	shorter := float64(max(1, min(len(x.grams), len(y.grams))))
	e.Shared, e.SharedOwn = float64(o.all)/shorter, float64(o.own)/shorter
	e.Likeness = likeness(x, y, o)
	e.Copies = o.own > 0 && e.Likeness >= leastResemblance

	m := shippedModel()
	px, py := profileOf(a.Article, shippedTable()), profileOf(b.Article, shippedTable())
	f := features(&px, &py)
	for i, v := range f {
		if v != 0 {
			e.Features = append(e.Features, Feature{featureNames[i], v, v * m.weight[i]})
		}
	}
	e.Chance = m.chance(f)
	e.OneEvent = e.Copies || e.Chance >= m.threshold
	return e
}
