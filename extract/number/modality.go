package number

// cueModality are the words that say how a claim is put, when they stand
// before it. "will" alone is weak: it makes a target where nothing else does.
var cueModality = map[string]Modality{
	"if": Condition, "unless": Condition, "provided": Condition, "assuming": Condition, "would": Condition, // "if it falls to 2 per cent"
	"propose": Proposal, "proposes": Proposal, "proposed": Proposal, "proposal": Proposal, "proposals": Proposal, "proposing": Proposal, // "a proposed 2 per cent"
	"suggest": Proposal, "suggests": Proposal, "suggested": Proposal, "suggestion": Proposal, "suggestions": Proposal, // "suggested 2 per cent"
	"urge": Proposal, "urges": Proposal, "urged": Proposal, "urging": Proposal, // "urged them to spend 2 per cent"
	"pushing": Proposal, "pushed": Proposal, "push": Proposal, "calling": Proposal, "demand": Proposal, "demands": Proposal, "demanded": Proposal, "demanding": Proposal, // "pushing for 2 per cent"
	"recommend": Proposal, "recommends": Proposal, "recommended": Proposal, "should": Proposal, "considering": Proposal, // "should be 2 per cent"
	"target": Target, "targets": Target, "targeting": Target, "goal": Target, "goals": Target, "aim": Target, "aims": Target, "aimed": Target, "aiming": Target, // "a target of 2 per cent"
	"commit": Target, "commits": Target, "committed": Target, "commitment": Target, "committing": Target, // "committed to 2 per cent"
	"pledge": Target, "pledges": Target, "pledged": Target, "pledging": Target, "promise": Target, "promises": Target, "promised": Target, "vow": Target, "vowed": Target, "vows": Target, // "pledged 2 per cent"
	"ambition": Target, "ambitions": Target, "heading": Target, "plan": Target, "plans": Target, "planned": Target, "planning": Target, // "plans for 2 per cent"
	"expects": Target, "expected": Target, "forecast": Target, "forecasts": Target, "projected": Target, "hopes": Target, "intends": Target, "will": Target, // "expects 2 per cent"
}

// maxCue is how many tokens before a claim such a word may stand.
const maxCue = 18

// modality says how a claim is put: as a fact, a target, a proposal or under a
// condition. The strongest word before it in the sentence decides.
func (f *finder) modality(a *amount, t *Time, published string) Modality {
	if a.form == vagueForm {
		return Vague
	}
	best := Fact
	for i := a.first - 1; i >= max(f.first, a.first-maxCue); i-- {
		if f.norm(i) == ";" {
			break
		}
		if m, ok := cueModality[f.norm(i)]; ok && rank(m) > rank(best) {
			best = m
		}
	}
	switch w := f.norm(a.end); {
	case w == "target" || w == "goal" || w == "pledge" || w == "commitment" || w == "ambition":
		best = Target
	case best == Fact && t != nil && published != "" && (t.From > published || t.From == "" && t.To > published):
		best = Target
	}
	return best
}

func rank(m Modality) int {
	switch m {
	case Target:
		return 1
	case Proposal:
		return 2
	case Condition:
		return 3
	}
	return 0
}
