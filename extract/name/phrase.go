package name

import "inquit/internal/text"

// maxPhrase is how far a noun phrase reaches to each side of its head.
const maxPhrase = 12

// nounPhrase emits the phrase whose head is the common noun h, when h is a
// head and can be a speaker.
func (f *finder) nounPhrase(h int, s *text.Sentence) {
	last := f.headEnd(h, s)
	if last == 0 {
		return
	}
	first := f.phraseStart(h, s)
	c := candidate{first: first, headFirst: h, headLast: last, form: nounForm(f.class[h])}
	c.definite = f.definite(first, h)
	if !f.known(first, h, c, s) {
		return
	}
	c.plural = c.form == groupNoun
	if c.form == roleNoun {
		c.gender = genderOf(f.class[h] &^ given)
		if f.class[h]&given != 0 {
			c.gender = NoGender
		}
	}
	c.roleFirst, c.roleLast = f.withoutArticle(first, last), last
	c.last = f.complementEnd(last, c.form, s)
	c.possessive = f.isPossessive(c.last, s.Last)
	if c.form == groupNoun && f.objectOf(first, s) {
		return
	}
	if c.form == docNoun && !f.documentSpeaks(c, s) {
		return
	}
	f.emit(c)
}

// nounForm returns what a head noun of these classes stands for.
func nounForm(c class) form {
	switch {
	case c&anon != 0:
		return anonNoun
	case c&role != 0:
		return roleNoun
	case c&org != 0:
		return bodyNoun
	case c&group != 0:
		return groupNoun
	}
	return docNoun
}

// headEnd returns the token behind the head noun h, or 0 when h is not the
// head of its phrase: "government policy", "police car".
func (f *finder) headEnd(h int, s *text.Sentence) int {
	n := h + 1
	if n >= s.Last {
		return n
	}
	t := &f.d.Tokens[n]
	if t.Norm == "-" && !t.Space {
		if n+1 < s.Last && !f.d.Tokens[n+1].Space {
			switch f.d.Tokens[n+1].Norm {
			case "elect", "designate", "general", "old":
				return n + 2
			}
			return 0
		}
		return n
	}
	if t.Kind != text.Word || !t.Space || f.class[n]&(function|aux|det) != 0 {
		return n
	}
	if t.Upper {
		return n
	}
	return f.headBefore(h, n)
}

// headBefore decides for a lower-case word n behind the noun h: a verb leaves
// h the head, a noun takes its place. Only the tag can tell where the word may
// be both: "the company reports".
func (f *finder) headBefore(h, n int) int {
	c := f.class[n]
	switch {
	case c&(say|verb) != 0 && c&noun == 0:
		return n
	case c&noun != 0 && c&(say|verb) == 0:
		return 0
	case c&(say|verb|noun) == 0 && c&(adj|modifier) != 0:
		if c&modifier != 0 || f.class[h]&(adj|demonym) != 0 {
			return 0
		}
		return n
	case c == 0 && f.verbShape(n):
		return n
	case c == 0 && nounShape(f.d.Tokens[n].Norm):
		return 0
	}
	if c&say != 0 && n+1 < len(f.d.Tokens) && (f.d.Tokens[n+1].Norm == "that" || f.class[n+1]&det != 0 || f.d.Tokens[n+1].Kind == text.Mark) {
		return n // "the ministry reports that"
	}
	if !f.cued[f.d.Tokens[h].Sentence] {
		return 0
	}
	f.d.Tag(f.d.Tokens[h].Sentence)
	if tag := f.d.Tokens[n].Tag; tag.IsNoun() || tag == text.VBG && f.class[h]&group == 0 {
		return 0
	}
	return n
}

// verbShape reports whether the ending of word n shows a verb or an adverb.
func (f *finder) verbShape(n int) bool {
	w := f.d.Tokens[n].Norm
	return hasSuffix(w, "ly") || hasSuffix(w, "ed") || hasSuffix(w, "ing")
}

// nounShape reports whether the ending of a word shows a noun.
func nounShape(w string) bool {
	if len(w) > 5 && w[len(w)-1] == 's' {
		w = w[:len(w)-1]
	}
	for _, s := range [...]string{"tion", "sion", "ment", "ness", "ship", "ity", "ence", "ance", "ism", "ist", "hood", "dom", "ure"} {
		if hasSuffix(w, s) && len(w) > len(s)+2 {
			return true
		}
	}
	return false
}

// adjectiveShape reports whether the ending of a word shows an adjective.
func adjectiveShape(w string) bool {
	for _, s := range [...]string{"al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ish", "ary", "ian", "est"} {
		if hasSuffix(w, s) && len(w) > len(s)+2 {
			return true
		}
	}
	return nounShape(w)
}

// phraseStart returns the first token of the noun phrase that goes on with
// token h.
func (f *finder) phraseStart(h int, s *text.Sentence) int {
	first, doubt, headed := h, -1, false
	for k := h - 1; k >= s.First && h-k < maxPhrase; k-- {
		t, c := &f.d.Tokens[k], f.class[k]
		if f.isPossessive(k, s.Last) || (t.Norm == "-" || t.Norm == "/") && !t.Space && !f.d.Tokens[k+1].Space || t.Norm == "." && f.abbreviated(k-1) && k > s.First {
			continue
		}
		if t.Kind == text.Number || t.Norm == "no" && t.Upper && f.d.Tokens[k+1].Kind == text.Number {
			first = k // "A No 10 source"
			continue
		}
		if f.title && t.Upper && f.headlineVerb(k) {
			break
		}
		if (t.Norm == "of" || t.Norm == "for") && k > s.First && f.d.Tokens[k-1].Upper && f.class[k-1]&(org|role|thing) != 0 && f.d.Tokens[k+1].Upper {
			continue // "Ministry of Defence sources"
		}
		if t.Kind != text.Word || c&function != 0 && !(t.Norm == "then") || c&aux != 0 && !t.Upper {
			break
		}
		if c&det != 0 {
			first = k
			if !headed {
				doubt = -1 // between an article and its first noun stands no verb
			}
			break
		}
		if c&(say|verb) != 0 && !t.Upper && c&(noun|adj) == 0 {
			break
		}
		if !t.Upper && doubt < 0 && (c == 0 && !adjectiveShape(t.Norm) || c&(say|verb) != 0) {
			doubt = k
		} else if doubt >= 0 && (c&(noun|modifier) != 0 || t.Upper || c == 0) {
			headed = true // a noun that a verb may follow
		}
		first = k
	}
	if doubt >= 0 {
		first = f.checkTags(first, h)
	}
	if first < h && f.d.Tokens[first].Norm == "then" {
		first++
	}
	for first < h && f.class[first]&det == 0 && hasSuffix(f.d.Tokens[first].Norm, "ing") && f.class[first]&(adj|noun) == 0 {
		f.d.Tag(f.d.Tokens[h].Sentence)
		if f.d.Tokens[first].Tag != text.VBG || f.d.Tokens[first+1].Kind != text.Word {
			break
		}
		first++ // "accusing officials": no participle of theirs
	}
	return f.quantified(first, s)
}

// headlineVerb reports whether word k of a line in title case can be a verb:
// an unlisted word that the text has nowhere else with a capital can.
func (f *finder) headlineVerb(k int) bool {
	c, w := f.class[k], f.d.Tokens[k].Norm
	if c&(say|verb|aux) != 0 {
		return c&(noun|adj) == 0
	}
	return c == 0 && !f.upper[w] && (f.d.Tokens[k].Kind == text.Word && (hasSuffix(w, "s") || hasSuffix(w, "ing") || hasSuffix(w, "ed")))
}

// checkTags returns the start of the phrase after the last verb in
// [first, h).
func (f *finder) checkTags(first, h int) int {
	if !f.cued[f.d.Tokens[h].Sentence] {
		return first // nobody speaks here: not worth a look at the tags
	}
	f.d.Tag(f.d.Tokens[h].Sentence)
	for k := h - 1; k >= first; k-- {
		switch f.d.Tokens[k].Tag {
		case text.VB, text.VBD, text.VBZ, text.VBP, text.MD, text.IN, text.TO, text.CC, text.RP:
			if f.d.Tokens[k].Upper && f.class[k] == 0 {
				continue
			}
			return k + 1
		case text.VBN:
			if k == first && k > 0 && f.class[k-1]&aux != 0 {
				return k + 1 // "has accused ministers"
			}
		}
	}
	return first
}

// quantified widens a phrase over "one of", "some of", "a number of".
func (f *finder) quantified(first int, s *text.Sentence) int {
	k := first - 1
	if k > s.First && f.d.Tokens[k].Norm == "of" {
		switch f.d.Tokens[k-1].Norm {
		case "one", "some", "many", "most", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "all",
			"both", "each", "few":
			return k - 1
		case "number", "group", "couple", "handful", "majority", "host", "range", "series", "coalition",
			"array", "chorus", "slew", "panel", "team", "bunch", "band", "crowd", "pair", "dozens", "hundreds", "thousands":
			if k-1 > s.First && f.class[k-2]&(det|adj) != 0 {
				return k - 2
			}
			return k - 1
		}
	}
	if k >= s.First && (f.d.Tokens[k].Norm == "all" || f.d.Tokens[k].Norm == "both") {
		return k
	}
	return first
}

// withoutArticle returns the first token of [first, last) that is no article
// or possessive. "Another source" stays: it is not "a source" again.
func (f *finder) withoutArticle(first, last int) int {
	for first+1 < last && f.class[first]&det != 0 && f.d.Tokens[first].Norm != "another" && (f.d.Tokens[first].Norm != "no" || f.d.Tokens[first+1].Kind != text.Number) {
		first++
	}
	return first
}

// definite reports whether the phrase speaks of one that is known.
func (f *finder) definite(first, h int) bool {
	switch f.d.Tokens[first].Norm {
	case "the", "this", "that", "his", "her", "their", "its", "our", "my", "your", "these", "those":
		return true
	case "a", "an", "another", "some", "any", "one", "every", "each", "no":
		return false
	}
	for k := first; k < h; k++ {
		if f.isPossessive(k, h) {
			return true
		}
	}
	return f.d.Tokens[h].Upper && !f.initial(h)
}

// known reports whether a phrase can be a speaker by its determiner: single
// nouns need one, or a capital, unless they stand before a verb of saying.
func (f *finder) known(first, h int, c candidate, s *text.Sentence) bool {
	if f.class[first]&det != 0 || c.definite || f.d.Tokens[first].Kind == text.Number || c.form == groupNoun || c.form == anonNoun {
		return true
	}
	switch f.d.Tokens[first].Norm {
	case "one", "two", "three", "four", "five", "six", "several", "many", "most", "few", "some":
		return true
	}
	if c.form == docNoun && hasSuffix(f.d.Tokens[h].Norm, "s") || f.class[h]&group != 0 {
		return true
	}
	if c.form == roleNoun && (f.behindName(first, s) || first > s.First && f.class[first-1]&say != 0 && c.headLast >= s.Last) {
		return true // "… , warns military expert" in a headline
	}
	next := c.headLast
	if f.initial(first) && next < s.Last && f.class[next]&(say|aux) != 0 {
		return true
	}
	return c.form == roleNoun && f.d.Tokens[h].Upper
}
