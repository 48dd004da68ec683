package quote

import (
	"inquit/extract/name"
	"inquit/internal/text"
)

var prepositions = wordSet(`of for from at in with to on by near about against under over into after before during between
	through among without within towards toward upon behind amid despite like as than around outside inside`)

// nounEnds never end a noun phrase that speaks.
var notSpeakers = wordSet("it there this that which what who here one ones more most less way")

// maxOwned is the most words between an owner and his noun: her repeated
// public warning.
const maxOwned = 4

// owner returns whose saying the noun at token i is: "Ann Moss's warning",
// "her warning", "a warning by Ann Moss".
func (f *finder) owner(i int) source {
	lo := f.sen[f.d.Tokens[i].Sentence].First
	for p := i - 1; p >= lo && p >= i-maxOwned && f.regAt[p] == 0; p-- {
		t := &f.d.Tokens[p]
		if t.Norm == "'s" || t.Kind == text.Mark {
			if k := f.endAt[p]; k != 0 {
				return f.of(k)
			}
			if k := f.endAt[p+1]; k != 0 {
				return f.of(k)
			}
			return source{}
		}
		if possessives[t.Norm] {
			if k := f.startAt[p]; k != 0 && f.names.Mentions[k-1].Last == p+1 {
				return f.of(k)
			}
			return source{first: p, last: p + 1}
		}
		if t.Kind != text.Word || isDeterminer(t.Norm) || prepositions[t.Norm] {
			break
		}
	}
	if r := f.regAt[min(i+2, len(f.d.Tokens))]; r != 0 && f.is(i+1, "of") {
		i = f.regions[r-1].last - 1 // cries of “Shame” from the gallery
		if f.is(i+1, "from") && f.d.Tokens[i].Sentence == f.d.Tokens[i+1].Sentence {
			return f.sourceAfter(i+2, f.sen[f.d.Tokens[i].Sentence].Last)
		}
		return source{}
	}
	if (f.is(i+1, "by") || f.is(i+1, "from")) && f.startAt[min(i+2, len(f.d.Tokens))] != 0 {
		return f.of(f.startAt[i+2])
	}
	return source{}
}

var possessives = wordSet("his her their its")

// ownedNoun reports whether the form in -ing at token i is a noun somebody
// owns: "his warning".
func (f *finder) ownedNoun(i int) bool {
	return i > 0 && (possessives[f.d.Tokens[i-1].Norm] || f.is(i-1, "'s") && i > 1 && !isShort(f.d.Tokens[i-2].Norm) || f.is(i-1, "the") || f.is(i-1, "a"))
}

// phraseBefore returns the plain noun phrase that ends before token end, when
// its parts of speech say that it is one.
func (f *finder) phraseBefore(end, lo int) source {
	if end <= lo || f.regAt[end-1] != 0 {
		return source{}
	}
	f.tag(f.d.Tokens[end-1].Sentence)
	head := &f.d.Tokens[end-1]
	old := head.Norm == "old" && f.is(end-2, "-") && f.is(end-3, "year")
	if !head.Tag.IsNoun() && !old || isDay(head.Norm) || isTimeNoun(head.Norm) || notSpeakers[head.Norm] {
		return source{}
	}
	i := end - 1
	for i > lo && f.regAt[i-1] == 0 && f.inPhrase(i-1) {
		i--
		if t := f.d.Tokens[i].Tag; t == text.DT || t == text.PRPS {
			break
		}
	}
	s := source{first: i, last: end}
	return f.named(s)
}

// named gives the plain phrase s the mention that it is, or the name that it
// ends with: "the club's Ann Moss".
func (f *finder) named(s source) source {
	if k := f.startAt[s.first]; k != 0 && f.names.Mentions[k-1].Last == s.last {
		s.mention = int(k)
	} else if k := f.endAt[s.last]; k != 0 && f.canSpeak(k) && f.names.Mentions[k-1].Kind == name.ByName {
		return f.of(k)
	}
	return s
}

// inPhrase reports whether token i can stand inside a noun phrase.
func (f *finder) inPhrase(i int) bool {
	t := &f.d.Tokens[i]
	switch t.Tag {
	case text.DT, text.PRPS, text.JJ, text.JJR, text.JJS, text.CD, text.POS, text.NN, text.NNS, text.NNP, text.NNPS, text.PDT:
		return true
	}
	if i == 0 || i+1 == len(f.d.Tokens) {
		return false
	}
	before, behind := &f.d.Tokens[i-1], &f.d.Tokens[i+1]
	if t.Tag == text.VBG || t.Tag == text.VBN {
		return behind.Tag.IsNoun() && before.Tag == text.DT
	}
	return t.Norm == "-" && !t.Space && !behind.Space
}

// sourceAfter returns the noun phrase that begins at token i: the speaker of
// an inverted cue ("said Ann Moss") or of "according to".
func (f *finder) sourceAfter(i, hi int) source {
	if i >= hi || f.regAt[i] != 0 {
		return source{}
	}
	if k := f.startAt[i]; k != 0 {
		s := f.of(k)
		if !f.names.Mentions[k-1].Possessive {
			return f.withCo(s, hi)
		}
	}
	if quantifiers[f.d.Tokens[i].Norm] && f.is(i+1, "of") {
		if s := f.sourceAfter(i+2, hi); !s.none() {
			return source{first: i, last: s.last} // one of two witnesses
		}
	}
	if quantifiers[f.d.Tokens[i].Norm] && (i+1 >= hi || f.d.Tokens[i+1].Kind == text.Punct) {
		return source{first: i, last: i + 1} // read one.
	}
	if s := f.phraseAfter(i, hi); !s.none() {
		return s
	}
	return f.nameBehind(i, hi)
}

// maxLead is the most words before a name that belong to it: “said retired
// surgeon Ann Moss”.
const maxLead = 4

// nameBehind returns the name that stands a few plain words behind token i.
func (f *finder) nameBehind(i, hi int) source {
	for j := i; j < hi && j <= i+maxLead && f.regAt[j] == 0; j++ {
		if k := f.startAt[j]; f.canSpeak(k) && f.names.Mentions[k-1].Kind == name.ByName {
			return f.of(k)
		}
		if t := &f.d.Tokens[j]; t.Kind != text.Word || prepositions[t.Norm] || auxWords[t.Norm] || subjects[t.Norm] {
			break
		}
	}
	return source{}
}

// opensPhrase reports whether a noun phrase may begin at token i, as far as can
// be told without its part of speech.
func (f *finder) opensPhrase(i int) bool {
	t := &f.d.Tokens[i]
	w := t.Norm
	return t.Kind != text.Punct && t.Kind != text.Mark &&
		!prepositions[w] && !auxWords[w] && !adverbs[w] && !subjects[w] && !notOpeners[w] && (w == "her" || !isPronounObject(w))
}

// phraseAfter returns the plain noun phrase that begins at token i.
func (f *finder) phraseAfter(i, hi int) source {
	if !f.opensPhrase(i) {
		return source{}
	}
	f.tag(f.d.Tokens[i].Sentence)
	end, noun := i, false
	for j := i; j < hi && f.regAt[j] == 0; j++ {
		t := f.d.Tokens[j].Tag
		if t.IsNoun() {
			noun, end = true, j+1
			continue
		}
		if noun && t != text.POS && f.d.Tokens[j].Norm != "-" {
			break
		}
		if !f.inPhrase(j) && f.d.Tokens[j].Norm != "-" {
			break
		}
	}
	if !noun || isDay(f.d.Tokens[end-1].Norm) || isTimeNoun(f.d.Tokens[end-1].Norm) {
		return source{}
	}
	s := source{first: i, last: end}
	return f.named(s)
}
