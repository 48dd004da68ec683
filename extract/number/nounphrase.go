package number

import (
	"strings"

	"inquit/internal/text"
)

// maxPhrase is the longest counted noun phrase in tokens. No clear one in news
// is longer, and it bounds the time.
const maxPhrase = 9

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
		if t.Kind != text.Word && !(t.Kind == text.Number && j > i && (f.at(j-1).Upper || j > at)) && !f.isLabel(j) {
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
		case tag == text.JJ || tag == text.JJR || tag == text.JJS || tag == text.VBN || tag == text.VBG || tag == text.CD && (j > i || t.Kind == text.Number):
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
	for j+2 < limit && isDash(f.norm(j+1)) && !f.at(j+1).Space && !f.at(j+2).Space && (f.at(j+2).Kind == text.Word || f.at(j+2).Kind == text.Number && f.at(j).Upper) {
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
