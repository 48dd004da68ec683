package quote

import (
	"strings"

	"inquit/extract/name"
	"inquit/internal/text"
)

// A source is the noun phrase that a cue makes the speaker: a mention that
// package name knows, or plain tokens. The zero source is nobody.
type source struct {
	mention     int // index + 1 into Names.Mentions; 0 for plain tokens
	first, last int // tokens
	co          int // a second mention, index + 1: "he and Mr Moss vowed"
	who         int // token + 1 of the relative pronoun that stands for it
}

func (s source) none() bool { return s.last <= s.first }

// indexMentions fills startAt and endAt: the longest mention that begins at a
// token, and the longest that ends before one.
func (f *finder) indexMentions() {
	n := len(f.d.Tokens) + 1
	f.startAt, f.endAt = make([]int32, n), make([]int32, n)
	for i := range f.names.Mentions {
		m := &f.names.Mentions[i]
		if m.First < 0 || m.Last >= n || m.First >= m.Last {
			continue
		}
		if k := f.startAt[m.First]; k == 0 || f.names.Mentions[k-1].Last < m.Last {
			f.startAt[m.First] = int32(i + 1)
		}
		if k := f.endAt[m.Last]; k == 0 || f.names.Mentions[k-1].First > m.First {
			f.endAt[m.Last] = int32(i + 1)
		}
	}
}

// of makes a source of mention i+1.
func (f *finder) of(mention int32) source {
	m := &f.names.Mentions[mention-1]
	return source{mention: int(mention), first: m.First, last: m.Last}
}

// subject returns who does what cue c says, looking to its left.
func (f *finder) subject(c *cue) source {
	return f.subjectBefore(c.first, f.sen[c.sentence].First)
}

// subjectBefore returns the subject of the verb phrase that begins at token
// at; nothing before token lo is looked at.
func (f *finder) subjectBefore(at, lo int) source {
	for p := at - 1; p >= lo && f.regAt[p] == 0; {
		t := &f.d.Tokens[p]
		switch {
		case t.Norm == "who" || t.Norm == "which" || t.Norm == "that":
			s := f.antecedent(p, lo)
			s.who = p + 1
			return s
		case f.endAt[p+1] != 0:
			s := f.widen(f.of(f.endAt[p+1]), lo)
			if f.isObject(s, lo) {
				return f.mainSubject(lo, s.first)
			}
			return s
		case t.Norm == "and" || t.Norm == "but" || t.Norm == "or" || t.Norm == "then":
			return f.sharedSubject(p, lo)
		case t.Norm == "," || t.Norm == ")" || t.Norm == "–" || t.Norm == "—" || t.Norm == "-" || t.Norm == "--":
			return f.beforeApposition(p, lo)
		case bareSubjects[t.Norm] || quantifiers[t.Norm]:
			return source{first: p, last: p + 1}
		case t.Kind == text.Word || t.Kind == text.Number:
			s := f.widen(f.phraseBefore(p+1, lo), lo)
			if !s.none() && f.isObject(s, lo) {
				return f.mainSubject(lo, s.first)
			}
			return s
		default:
			return source{}
		}
	}
	return source{}
}

// bareSubjects are pronouns that speak even where they are no mention.
var bareSubjects = wordSet("he she it they we i")

// quantifiers speak without a noun: “Others disagreed”, “one said”.
var quantifiers = wordSet("some many others another one several most both few all neither none")

// isObject reports whether a verb stands right before s, so that s is what
// the verb acts on and no subject: "who came to discuss plans said".
func (f *finder) isObject(s source, lo int) bool {
	p := s.first - 1
	if p <= lo || f.regAt[p] != 0 {
		return false
	}
	t := &f.d.Tokens[p]
	if s.mention != 0 && f.names.Mentions[s.mention-1].Kind == name.ByPronoun || t.Kind != text.Word || t.Upper || prepositions[t.Norm] || adverbs[t.Norm] || f.opensClause(s.first, lo) || opensSide(t.Norm) {
		return false
	}
	f.tag(t.Sentence)
	return t.Tag == text.VB || t.Tag == text.VBG || t.Tag == text.VBD || t.Tag == text.VBZ && !auxWords[t.Norm]
}

// widen goes from the noun phrase s to the one it depends on: of "a friend of
// Mr Moss" the friend speaks.
func (f *finder) widen(s source, lo int) source {
	for range 4 {
		if s.none() {
			return s
		}
		p := s.first - 1
		if p <= lo || f.regAt[p] != 0 {
			return s
		}
		switch f.d.Tokens[p].Norm {
		case "and", "&":
			if k := f.endAt[p]; k != 0 && f.canSpeak(k) && f.canSpeakSource(s) {
				outer := f.of(k)
				outer.co, outer.last = s.mention, s.last
				return outer
			}
			return s
		case "by":
			if k := f.endAt[p-1]; p-1 > lo && k != 0 && f.canSpeak(k) && isParticiple(f.d.Tokens[p-1].Norm) {
				return f.of(k) // a letter seen by this paper
			}
			return s
		case "of", "for", "from", "at", "in", "with", "to", "on", "near":
			head := source{}
			if k := f.endAt[p]; k != 0 {
				head = f.of(k)
				if f.names.Mentions[k-1].Kind == name.ByName && s.mention != 0 && f.d.Tokens[p].Norm != "of" {
					return s // "Moss told Hill in Cork she" is no chain
				}
			} else if head = f.phraseBefore(p, lo); head.none() {
				if q := p - 1; q > lo && strings.HasSuffix(f.d.Tokens[q].Norm, "ing") && f.canSpeak(f.endAt[q]) {
					return f.of(f.endAt[q]) // protesters marching through the town
				}
				return s
			}
			if f.startsLowClause(head) {
				return s
			}
			head.last = s.last
			s = head
		default:
			return s
		}
	}
	return s
}

// isParticiple reports whether w looks like one: seen, written, held.
func isParticiple(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "wn") || strings.HasSuffix(w, "id") || strings.HasSuffix(w, "nt")
}

// startsLowClause reports whether the phrase before a preposition is a time or
// place that cannot speak.
func (f *finder) startsLowClause(s source) bool {
	w := f.d.Tokens[s.last-1].Norm
	return isDay(w) || isTimeNoun(w) || f.beforePreposition(s)
}

// beforePreposition reports whether s itself hangs on a preposition that opens
// the sentence: "At a meeting of doctors she said".
func (f *finder) beforePreposition(s source) bool {
	p := s.first - 1
	if p < 0 || f.d.Tokens[p].Sentence != f.d.Tokens[s.first].Sentence {
		return false
	}
	switch f.d.Tokens[p].Norm {
	case "at", "in", "on", "during", "after", "before", "by", "since", "with", "to":
		return true
	}
	return false
}

func isTimeNoun(w string) bool {
	switch w {
	case "week", "month", "year", "day", "morning", "evening", "night", "afternoon", "today", "yesterday", "weekend", "time", "hour", "hours", "days", "weeks", "months", "years":
		return true
	}
	return false
}

// canSpeak reports whether mention k-1 may be a speaker at all.
func (f *finder) canSpeak(k int32) bool { return k != 0 && !f.names.Mentions[k-1].Possessive }

func (f *finder) canSpeakSource(s source) bool { return s.mention != 0 && f.canSpeak(int32(s.mention)) }

// antecedent returns the noun phrase that the relative word at p belongs to.
func (f *finder) antecedent(p, lo int) source {
	at := p
	if at > lo && f.d.Tokens[at-1].Norm == "," {
		at--
	}
	if at <= lo || f.regAt[at-1] != 0 {
		return source{}
	}
	if f.endAt[at] != 0 {
		return f.widen(f.of(f.endAt[at]), lo)
	}
	return f.phraseBefore(at, lo)
}

// beforeApposition returns the noun phrase that stands before the insertion
// which ends with the sign at p: "Ann Moss, who runs the shop, said".
func (f *finder) beforeApposition(p, lo int) source {
	open := f.d.Tokens[p].Norm
	if open == ")" {
		open = "("
	}
	if f.is(p-1, ")") {
		return f.beforeApposition(p-1, lo)
	}
	var found source
	for i := p - 1; i > lo && f.regAt[i] == 0; i-- {
		if f.d.Tokens[i].Norm != open {
			continue
		}
		if k := f.endAt[i]; f.canSpeak(k) {
			s := f.widen(f.of(k), lo)
			if f.opensClause(s.first, lo) || open == "(" {
				return s
			}
			if !prepositions[f.d.Tokens[s.first-1].Norm] {
				found = s
			}
		} else if k == 0 && (i <= lo+maxOwned || f.d.Tokens[i-1].Upper && (open == "(" || f.opensClause(i-1, lo))) {
			if s := f.phraseBefore(i, lo); !s.none() && (s.first <= lo+1 || f.d.Tokens[i-1].Upper) {
				return s
			}
		} else if k == 0 {
			if s := f.phraseBefore(i, lo); !s.none() && s.first > lo && (opensSide(f.d.Tokens[s.first-1].Norm) || f.is(s.first-1, "how") || f.is(s.first-1, "what") || f.is(s.first-1, "that")) {
				return s
			}
		}
	}
	if k := f.startAt[lo]; found.none() && f.canSpeak(k) && f.names.Mentions[k-1].Last <= p {
		return f.of(k)
	}
	if found.none() && f.endAt[p] != 0 { // "On Monday the mayor, however, said"
		return f.widen(f.of(f.endAt[p]), lo)
	}
	return found
}

// opensClause reports whether a clause begins at token i.
func (f *finder) opensClause(i, lo int) bool {
	if i <= lo {
		return true
	}
	switch f.d.Tokens[i-1].Norm {
	case ",", ";", ":", "and", "but", "as", "while", "that", "when", "after", "because", "though", "although",
		"what", "which", "whom", "where", "why", "how", "if", "than":
		return true
	}
	return f.regAt[i-1] != 0
}

// sharedSubject returns the subject that the verb after "and" at p shares
// with the verb before: the first noun phrase of its clause.
func (f *finder) sharedSubject(p, lo int) source {
	for i := p - 1; i > lo && f.regAt[i] == 0; i-- {
		if k := f.startAt[i]; f.canSpeak(k) && opensSide(f.d.Tokens[i-1].Norm) && f.names.Mentions[k-1].Last < p {
			return f.of(k)
		}
	}
	return f.mainSubject(lo, p)
}

// mainSubject returns the noun phrase that most likely is the subject of the
// sentence that begins at token lo: the first that no preposition precedes
// and that does not belong to another by its 's.
func (f *finder) mainSubject(lo, hi int) source {
	if at := f.pastOpening(lo, hi); at > lo {
		if s := f.firstSubject(at, hi); !s.none() {
			return s
		}
	}
	return f.firstSubject(lo, hi)
}

// pastOpening returns where the main clause begins when the sentence opens
// with a side clause or circumstance: "When the hall was full, Ann Moss".
func (f *finder) pastOpening(lo, hi int) int {
	if lo >= hi || f.regAt[lo] != 0 {
		return lo
	}
	if w := f.d.Tokens[lo].Norm; !prepositions[w] && !opensSide(w) && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") {
		return lo
	}
	for i := lo + 1; i+1 < hi; i++ {
		if f.is(i, ",") && f.regAt[i] == 0 && f.startAt[i+1] != 0 && f.canSpeak(f.startAt[i+1]) && !f.is(f.names.Mentions[f.startAt[i+1]-1].Last, ",") {
			return i + 1
		}
	}
	return lo
}

// opensSide reports whether a clause that begins with w is no main clause.
func opensSide(w string) bool {
	switch w {
	case "when", "as", "if", "while", "after", "before", "because", "although", "though", "since", "until", "once", "given", "asked", "whether":
		return true
	}
	return false
}

// firstSubject returns the first noun phrase among tokens [lo, hi) that can be
// a subject.
func (f *finder) firstSubject(lo, hi int) source {
	for i := lo; i < hi; i++ {
		if f.regAt[i] != 0 {
			continue
		}
		k := f.startAt[i]
		if k == 0 {
			continue
		}
		s := f.of(k)
		if f.canSpeak(k) && s.last <= hi && !f.hangs(i, lo) {
			return f.withCo(s, hi)
		}
		i = s.last - 1
	}
	return source{}
}

// hangs reports whether a preposition stands before token i. The "of" of a
// body's name does not count: Port of Leith chief Ann Moss.
func (f *finder) hangs(i, lo int) bool {
	if i <= lo || !prepositions[f.d.Tokens[i-1].Norm] {
		return false
	}
	return !(f.is(i-1, "of") && i-2 >= lo && f.d.Tokens[i-2].Upper && f.names.Mentions[f.startAt[i]-1].Kind == name.ByName)
}

// withCo adds the second speaker of "A and B".
func (f *finder) withCo(s source, hi int) source {
	if s.last+1 < hi && f.d.Tokens[s.last].Norm == "and" && f.canSpeak(f.startAt[s.last+1]) {
		k := f.startAt[s.last+1]
		if m := &f.names.Mentions[k-1]; m.Kind == name.ByName || m.Kind == name.ByRole {
			s.co, s.last = int(k), m.Last
		}
	}
	return s
}

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
	case text.VBG, text.VBN:
		return f.d.Tokens[i+1].Tag.IsNoun() && i > 0 && f.d.Tokens[i-1].Tag == text.DT
	}
	return t.Norm == "-" && !t.Space && !f.d.Tokens[i+1].Space
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

// phraseAfter returns the plain noun phrase that begins at token i.
func (f *finder) phraseAfter(i, hi int) source {
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
