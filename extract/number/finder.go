package number

import (
	"inquit/article"
	"inquit/internal/text"
)

// A finder reads the claims of one article, sentence by sentence.
type finder struct {
	d      *text.Doc
	tokens []text.Token
	lex    *lexicon
	home   string // what "$" means here
	cents  string // whose cents they are, "USD-cent"

	steps int // tokens looked at, which the tests hold linear

	first, last int // the tokens of the sentence
	paragraph   int // the first token of its paragraph
	amounts     []amount
	written     []Number // the claims of the sentence so far
	claimed     []kindOf // by token of the sentence: whose it is
}

// silent are the zones that give no claims.
func silent(z article.Zone) bool {
	switch z {
	case article.Metadata, article.Byline, article.Boilerplate, article.Related, article.Dateline:
		return true
	}
	return false
}

// outside stands for the tokens before and behind the sentence.
var outside = text.Token{Kind: text.Punct}

// at returns token i, or an empty sign outside the sentence.
func (f *finder) at(i int) *text.Token {
	f.steps++
	if i < f.first || i >= f.last {
		return &outside
	}
	return &f.tokens[i]
}

// norm returns the lower-case form of token i, "" outside the sentence.
func (f *finder) norm(i int) string { return f.at(i).Norm }

// prevNorm returns the word before a claim.
func (f *finder) prevNorm(a *amount) string { return f.norm(a.first - 1) }

// sentence finds the amounts of one sentence. They are left in f.amounts.
func (f *finder) sentence(k int) {
	s := &f.d.Sentences[k]
	f.first, f.last = s.First, s.Last
	f.paragraph = f.d.Sentences[f.d.Paragraphs[s.Paragraph].First].First
	f.amounts = f.amounts[:0]
	for i := f.first; i < f.last; {
		a, next, ok := f.value(i)
		if ok {
			f.amounts = append(f.amounts, a)
		}
		i = max(next, i+1)
	}
	if f.onlyOnes() {
		f.amounts = f.amounts[:0]
		return
	}
	f.d.Tag(k)
	for i := range f.amounts {
		f.attachUnit(&f.amounts[i])
	}
	f.settleCents()
	f.joinCompounds()
	f.joinRanges()
	for i := range f.amounts {
		f.attachNoun(i)
	}
	f.joinRanges() // now with counted nouns: "to 40 ships from 63 ships"
	f.joinRates()
	f.shareUnits()
	f.settleMetres()
	for i := range f.amounts {
		a := &f.amounts[i]
		f.readModifier(a)
		f.readChange(i)
		f.readBase(a)
	}
	f.inherit()
	f.keepClaims()
	f.markClaims()
}

// onlyOnes reports whether every amount is the word "one" without a unit near
// by, which makes no claim: the tags, the dearest step, are then not needed.
func (f *finder) onlyOnes() bool {
	for i := range f.amounts {
		a := &f.amounts[i]
		if !a.one || a.unit != "" || a.signed != 0 || f.norm(a.first-1) == "aged" || f.norm(a.first-1) == "turned" {
			return false
		}
		for j := a.end; j <= a.end+2; j++ {
			if u, _ := f.unitAt(j); u != nil || f.norm(j) == "pound" || f.millionCode(j) != "" || heldBy[f.norm(j)] != "" {
				return false
			}
		}
	}
	return true
}
