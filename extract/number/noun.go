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
}

// singular returns a noun in the singular.
func singular(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	n := len(w)
	switch {
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

// maxPhrase is the longest counted noun phrase in tokens. No clear one in news
// is longer, and it bounds the time.
const maxPhrase = 9

// counted finds the noun phrase that a value counts: "10,000 North Korea
// troops". It sets the unit and reports whether there is one.
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
		return j, a.form != vagueForm && a.form != fractionForm
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

// nounPhrase reads adjectives and nouns from token i to the head that a count
// asks for: a plural, or, where plural is false, any noun. end is 0 when
// there is none.
func (f *finder) nounPhrase(i int, plural bool) (first, end int) {
	limit := min(i+maxPhrase, f.last)
	singularEnd, heads := 0, 0
	j := i
	for ; j < limit; j++ {
		if isDash(f.norm(j)) && !f.at(j).Space && j > i && f.norm(j+1) == "and" {
			continue // "coal- and gas-fired plants"
		}
		at := j
		j = f.compoundEnd(j, limit)
		t, tag := f.at(j), f.tag(j)
		if t.Norm != "and" && t.Norm != "more" && t.Norm != "other" && functionWords[t.Norm] != 0 {
			break
		}
		if t.Kind != text.Word && !(t.Kind == text.Number && j > i && f.at(j-1).Upper) {
			break
		}
		if end > 0 && !f.goesOn(at, limit) {
			break
		}
		switch {
		case tag == text.NNS || tag == text.NNPS || tag.IsNoun() && irregular[t.Norm] != "" && looksPlural(t.Norm):
			end = j + 1
		case tag == text.NNP && looksPlural(t.Norm) && heads == 0 && j+1 < limit && !f.tag(j+1).IsNoun() && !isDash(f.norm(j+1)):
			end = j + 1
		case tag == text.VBZ && end == 0 && plural && looksPlural(t.Norm):
			end = j + 1 // no verb in -s can follow a count and a singular
		case tag == text.NN || tag == text.NNP:
			if heads++; singularEnd == 0 || !plural {
				singularEnd = j + 1
			}
		case tag == text.JJ || tag == text.JJR || tag == text.JJS || tag == text.VBN || tag == text.VBG || tag == text.CD && j > i:
		case tag == text.VBD && t.Norm != "was" && t.Norm != "were" && j+1 < limit && f.tag(j+1).IsNoun() && end == 0 && heads == 0:
		case tag == text.RB && j+1 < limit && isModifierTag(f.tag(j+1)) && end == 0:
		case tag == text.POS && j > i:
		case tag == text.CC && t.Norm == "and" && end == 0 && j > i && f.joins(j, limit):
		default:
			limit = j
		}
	}
	switch {
	case end > 0:
		return i, end
	case !plural && singularEnd > 0:
		return i, singularEnd
	case plural && singularEnd > 0 && f.tag(singularEnd-1) == text.NN && singularEnd == i+1 && f.tag(i+1) == text.NN && !isDash(f.norm(i-1)):
		return i, singularEnd // "12 page document"
	}
	return i, 0
}

func isModifierTag(t text.Tag) bool {
	return t == text.JJ || t == text.VBN || t == text.VBG || t == text.JJR || t == text.JJS
}

// compoundEnd returns the last token of a compound that begins at token j:
// "plain-clothes" is one word to a reader, and its last part the head.
func (f *finder) compoundEnd(j, limit int) int {
	for j+2 < limit && isDash(f.norm(j+1)) && !f.at(j+1).Space && !f.at(j+2).Space && f.at(j+2).Kind == text.Word {
		j += 2
	}
	return j
}

// goesOn reports whether a phrase that already has a plural head runs on
// through token j to another: "10,000 arms dealers".
func (f *finder) goesOn(j, limit int) bool {
	for ; j < limit; j++ {
		compound := j > 1 && isDash(f.at(j-2).Norm)
		if j = f.compoundEnd(j, limit); f.at(j).Kind != text.Word || f.at(j).Upper && !f.at(j-1).Upper && !compound {
			return false
		}
		switch f.tag(j) {
		case text.NNS, text.NNPS:
			return !f.isVerbHere(j)
		case text.NN, text.NNP:
		default:
			return false
		}
	}
	return false
}

// isVerbHere says that a word tagged as a plural noun is followed by what
// only a verb takes: "600 staff members strikes the"...
func (f *finder) isVerbHere(j int) bool {
	t := f.tag(j + 1)
	return t == text.DT || t == text.PRPS || t == text.PRP || t == text.CD
}

// joins reports whether "and" at token j joins two modifiers of a later
// plural: "460 Kia and Honda cars".
func (f *finder) joins(j, limit int) bool {
	if !(isDash(f.norm(j-1)) || f.tag(j-1) == text.NNP || f.tag(j-1) == text.JJ || f.tag(j-1) == text.NN) || j+2 >= limit {
		return false
	}
	for k := j + 1; k < limit; k++ {
		switch f.tag(k) {
		case text.NNS:
			return k > j+1
		case text.NN, text.NNP, text.JJ, text.CD:
		default:
			if isDash(f.norm(k)) {
				continue
			}
			return false
		}
	}
	return false
}

// unitPhrase returns the phrase as a unit: lower case, the head in the
// singular, words of amount such as "other" kept.
func (f *finder) unitPhrase(first, end int) string {
	var b strings.Builder
	for j := first; j < end; j++ {
		t := f.at(j)
		w := t.Norm
		switch {
		case isDash(w):
			b.WriteByte('-')
			continue
		case w == "and", w == "'s", w == "'":
			continue
		case j == first && (w == "more" || w == "additional" || w == "extra" || w == "further") && end > first+1:
			continue
		case j == end-1:
			w = singular(w)
		}
		if s := b.Len(); s > 0 && b.String()[s-1] != '-' {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return strings.TrimSuffix(b.String(), "-")
}
