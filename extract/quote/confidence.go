package quote

import "inquit/extract/name"

// ruleRight says how often a rule names the right speaker by name, as counted
// on the training part of the gold data.
var ruleRight = map[string]float64{
	"cue-after": .99, "cue-inverted": .98, "fronted": .97, "infinitive": .97, "block": .97, "clause": .955,
	"that-clause": .955, "verb-after": .95, "verb-inverted": .95, "colon": .95, "cue-colon": .94, "according-to": .94,
	"transcript": .94, "byline": .93, "label": .91, "cue-before": .91, "hearer-clause": .88, "object": .88,
	"call-for": .88, "question": .88, "passive": .8, "as-said": .85, "own-subject": .64, learnedRule: .9, "previous-subject": .55,
}

// mentionRight says what the form of the mention does to that.
var mentionRight = map[name.MentionKind]float64{
	name.ByRole: .93, name.ByOrg: .95, name.ByGroup: .8, name.ByDocument: .88, name.ByAnonymous: .9,
}

// plainRight is the same for phrases that package name does not know.
const plainRight = .9

// confidence returns how far a speaker found by a rule in a form of mention is
// to be trusted.
func confidence(rule string, m name.MentionKind) float64 {
	c, ok := ruleRight[rule]
	if !ok {
		c = .5
	}
	if f, ok := mentionRight[m]; ok {
		c *= f
	}
	return c
}

// carried returns what is left of the confidence in a speaker when a rule gives
// him other words too.
func carried(rule string) float64 {
	switch rule {
	case "same-paragraph":
		return .96
	case "pull", "repeat":
		return .95
	case "carry-over":
		return .88
	}
	return .6
}

// Bounds of the lead that the likeliest referent has over the next, and how
// often it is the right one then.
const (
	wideLead, wideRight   = 1.5, .98
	someLead, someRight   = .5, .93
	shortRight, noneRight = .85, .5
)

// certainty says how far the referent of a pronoun is to be trusted.
func (b *referent) certainty() float64 {
	switch lead := b.score - b.rival; {
	case b.speaker == nil && b.mention < 0:
		return noneRight
	case b.score > noScore && lead >= wideLead:
		return wideRight
	case b.score > noScore && lead >= someLead:
		return someRight
	}
	return shortRight
}
