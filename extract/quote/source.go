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
		case "of", "for", "from", "at", "in", "with", "to", "on", "near", "outside", "inside", "behind", "above", "below", "beside":
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
	if k := f.endAt[at]; k != 0 {
		s := f.of(k)
		if at < p && s.mention != 0 && !f.isPerson(k) && s.first-1 > lo && f.is(s.first-1, ",") && f.isPerson(f.endAt[s.first-1]) {
			return f.of(f.endAt[s.first-1]) // Ann Moss, a teacher, who
		}
		return f.widen(s, lo)
	}
	s := f.phraseBefore(at, lo)
	if at < p && !s.none() && s.first-1 > lo && f.is(s.first-1, ",") && f.isPerson(f.endAt[s.first-1]) {
		return f.of(f.endAt[s.first-1])
	}
	return s
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
	if s := f.namedInside(p, lo); !s.none() {
		return s
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

// namedInside returns the name of a person that stands alone between two
// commas, of which the second is at p, behind the phrase it explains: "a
// commuter, Ann Moss, said".
func (f *finder) namedInside(p, lo int) source {
	k := f.endAt[p]
	if !f.is(p, ",") || !f.isPerson(k) {
		return source{}
	}
	s := f.of(k)
	i := s.first - 1
	for i > lo && (f.is(i, "the") || f.is(i, ".") || f.is(i, "hon") || f.is(i, "hon.") || f.is(i, "rt")) {
		i--
	}
	if i <= lo || !f.is(i, ",") || f.regAt[i] != 0 {
		return source{}
	}
	if b := f.endAt[i]; b != 0 && (f.names.Mentions[b-1].Kind == name.ByName || f.names.Mentions[b-1].Kind == name.ByPronoun) {
		return source{}
	}
	if w := f.d.Tokens[i-1]; w.Kind != text.Word || isDay(w.Norm) || isTimeNoun(w.Norm) {
		return source{}
	}
	if b := f.endAt[i]; b != 0 {
		s.first = f.names.Mentions[b-1].First
	} else if b := f.widen(f.phraseBefore(i, lo), lo); !b.none() {
		s.first = b.first
	}
	return s
}

// isPerson reports whether mention k-1 is the name of a person.
func (f *finder) isPerson(k int32) bool {
	if !f.canSpeak(k) {
		return false
	}
	m := &f.names.Mentions[k-1]
	return m.Kind == name.ByName && m.Entity >= 0 && f.names.Entities[m.Entity].Kind == name.Person
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
