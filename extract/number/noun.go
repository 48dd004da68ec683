package number

import (
	"strings"

	"inquit/internal/text"
)

// functionWords get the tag that decides where a noun phrase ends, in texts
// without tags.
var functionWords = map[string]text.Tag{
	"of": text.IN, "in": text.IN, "on": text.IN, "at": text.IN, "by": text.IN, "for": text.IN, "from": text.IN,
	"with": text.IN, "to": text.TO, "into": text.IN, "over": text.IN, "under": text.IN, "after": text.IN,
	"before": text.IN, "since": text.IN, "during": text.IN, "between": text.IN, "across": text.IN, "as": text.IN,
	"than": text.IN, "that": text.WDT, "which": text.WDT, "who": text.WP, "whose": text.WPS, "when": text.WRB,
	"where": text.WRB, "while": text.IN, "if": text.IN, "because": text.IN, "per": text.IN, "about": text.IN,
	"the": text.DT, "a": text.DT, "an": text.DT, "this": text.DT, "these": text.DT, "those": text.DT, "all": text.DT,
	"some": text.DT, "any": text.DT, "no": text.DT, "each": text.DT, "every": text.DT, "both": text.DT, "his": text.PRPS,
	"her": text.PRPS, "its": text.PRPS, "their": text.PRPS, "our": text.PRPS, "my": text.PRPS, "your": text.PRPS,
	"he": text.PRP, "she": text.PRP, "it": text.PRP, "they": text.PRP, "we": text.PRP, "i": text.PRP, "you": text.PRP,
	"them": text.PRP, "him": text.PRP, "us": text.PRP, "and": text.CC, "or": text.CC, "but": text.CC,
	"is": text.VBZ, "are": text.VBP, "was": text.VBD, "were": text.VBD, "be": text.VB, "been": text.VBN,
	"has": text.VBZ, "have": text.VBP, "had": text.VBD, "will": text.MD, "would": text.MD, "can": text.MD,
	"could": text.MD, "may": text.MD, "might": text.MD, "should": text.MD, "must": text.MD, "not": text.RB,
	"died": text.VBD, "said": text.VBD, "did": text.VBD, "does": text.VBZ, "do": text.VBP,
	"now": text.RB, "so": text.RB, "then": text.RB, "later": text.RB, "ago": text.RB, "nationwide": text.RB, "worldwide": text.RB,
}

// irregular are the plurals that do not end in s, and words that count as
// they are.
var irregular = map[string]string{
	"people": "people", "persons": "person", "men": "man", "women": "woman", "children": "child", "police": "police", "staff": "staff",
	"feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife",
	"knives": "knife", "halves": "half", "wolves": "wolf", "leaves": "leaf", "shelves": "shelf", "loaves": "loaf",
	"series": "series", "species": "species", "troops": "troop", "crises": "crisis", "media": "media", "data": "data",
	"sheep": "sheep", "fish": "fish", "deer": "deer", "aircraft": "aircraft", "offspring": "offspring", "spacecraft": "spacecraft",
	"cattle": "cattle", "personnel": "personnel", "criteria": "criterion", "phenomena": "phenomenon", "viruses": "virus",
	"buses": "bus", "gases": "gas", "houses": "house", "horses": "horse", "nurses": "nurse", "cases": "case", "bases": "base",
	"losses": "loss", "movies": "movie", "cookies": "cookie", "zombies": "zombie", "ties": "tie", "pies": "pie", "lies": "lie",
	"rookies": "rookie", "calories": "calorie", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "campuses": "campus",
	"crew": "crew",
}

// singular returns a noun in the singular.
func singular(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	n := len(w)
	switch {
	case w == "news" || strings.HasSuffix(w, "ics") && n > 5 || w == "headquarters" || w == "means":
		return w
	case strings.HasSuffix(w, "children"):
		return w[:n-3]
	case strings.HasSuffix(w, "men") && n > 5 && w != "specimen":
		return w[:n-3] + "man"
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "zes")):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:n-1]
	}
	return w
}

// looksPlural reports whether a word has the form of a plural.
func looksPlural(w string) bool {
	if _, ok := irregular[w]; ok {
		return true
	}
	return len(w) > 3 && (singular(w) != w) && functionWords[w] == 0
}

// tag returns the part of speech of token i, or what its form makes likely.
func (f *finder) tag(i int) text.Tag {
	if i < f.first || i >= f.last {
		return text.Sym
	}
	t := f.at(i)
	if t.Tag != text.NoTag {
		return t.Tag
	}
	switch {
	case t.Kind == text.Number:
		return text.CD
	case t.Kind != text.Word:
		return text.Sym
	case functionWords[t.Norm] != 0:
		return functionWords[t.Norm]
	case t.Norm == "'s":
		return text.POS
	case looksPlural(t.Norm):
		return text.NNS
	case t.Upper:
		return text.NNP
	case strings.HasSuffix(t.Norm, "ly"):
		return text.RB
	case strings.HasSuffix(t.Norm, "ing"):
		return text.VBG
	case strings.HasSuffix(t.Norm, "ed"):
		return text.VBN
	}
	return text.NN
}

// counted finds the noun phrase that a value counts: "8,000 West Volta
// soldiers". It sets the unit and reports whether there is one.
func (f *finder) counted(a *amount) bool {
	start, ok := f.phraseStart(a)
	if !ok {
		return false
	}
	first, end := f.nounPhrase(start, !a.isOne())
	if end == 0 {
		return false
	}
	a.nounFirst, a.nounEnd, a.end = first, end, end
	a.setUnit(f.unitPhrase(first, end), nounUnit)
	if a.unit == "" {
		a.kind = noUnit
		return false
	}
	return true
}

func (a *amount) isOne() bool { return !a.ranged && a.lo == Int(1) }

// phraseStart returns where the counted phrase begins: behind the value, or
// behind "of" for "two of the ships" and "dozens of ships".
func (f *finder) phraseStart(a *amount) (int, bool) {
	j := a.end
	if f.norm(j) != "of" {
		return j, (a.form != vagueForm || a.rule == fewRule) && a.form != fractionForm
	}
	if a.form == vagueForm {
		return f.skipDeterminer(j + 1), true
	}
	if k := f.skipDeterminer(j + 1); k > j+1 && a.form != fractionForm && !a.one {
		return k, true
	}
	if k := f.possessor(j + 1); k > 0 && a.form != fractionForm && !a.one {
		return k, true
	}
	return 0, false
}

// skipDeterminer steps over "the", "its" and a number: "two of the 30 ships".
func (f *finder) skipDeterminer(j int) int {
	if t := f.tag(j); t == text.DT || t == text.PRPS {
		j++
	}
	return j
}

// possessor steps over "Britain's" and returns where it began, or 0.
func (f *finder) possessor(j int) int {
	for k := j; k < min(j+4, f.last); k++ {
		if f.at(k).Norm == "'s" || f.at(k).Norm == "'" {
			return j
		}
		if !f.tag(k).IsNoun() {
			break
		}
	}
	return 0
}
