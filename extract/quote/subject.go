package quote

import (
	"strings"

	"inquit/extract/name"
	"inquit/internal/text"
)

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
			if f.isObject(s, lo) || f.inRelative(s, lo) {
				return f.openingPhrase(lo, s.first)
			}
			return s
		case t.Norm == "and" || t.Norm == "but" || t.Norm == "or" || t.Norm == "then":
			return f.sharedSubject(p, lo)
		case t.Norm == "," || t.Norm == ")" || t.Norm == "–" || t.Norm == "—" || t.Norm == "-" || t.Norm == "--":
			return f.beforeApposition(p, lo)
		case t.Norm == "them" && p-2 >= lo && f.is(p-1, "of") && f.isCount(p-2):
			return source{first: p - 2, last: p + 1}
		case bareSubjects[t.Norm] || quantifiers[t.Norm]:
			return source{first: p, last: p + 1}
		case t.Kind == text.Word || t.Kind == text.Number:
			s := f.widen(f.phraseBefore(p+1, lo), lo)
			if !s.none() && f.isObject(s, lo) {
				return f.openingPhrase(lo, s.first)
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

// isCount reports whether token i counts people: several of them, two of them.
func (f *finder) isCount(i int) bool {
	return quantifiers[f.d.Tokens[i].Norm] || f.d.Tokens[i].Kind == text.Number || f.is(i, "two") || f.is(i, "three")
}

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

// inRelative reports whether s hangs on a preposition inside a relative
// clause without commas: "a man who stole from a shop said".
func (f *finder) inRelative(s source, lo int) bool {
	p := s.first - 1
	if p <= lo || !prepositions[f.d.Tokens[p].Norm] {
		return false
	}
	for i := p - 1; i > lo && i > p-maxHearer && f.regAt[i] == 0 && !f.is(i, ","); i-- {
		if f.is(i, "who") {
			return true
		}
	}
	return false
}

// sharedSubject returns the subject that the verb after "and" at p shares
// with the verb before: the first noun phrase of its clause.
func (f *finder) sharedSubject(p, lo int) source {
	for i := p - 1; i > lo && f.regAt[i] == 0; i-- {
		if k := f.startAt[i]; f.canSpeak(k) && opensSide(f.d.Tokens[i-1].Norm) && f.names.Mentions[k-1].Last < p {
			return f.of(k)
		}
	}
	return f.openingPhrase(lo, p)
}

// openingPhrase returns the subject of the sentence that begins at token lo,
// be it a plain phrase: "A letter from the water works department".
func (f *finder) openingPhrase(lo, hi int) source {
	if s := f.mainSubject(lo, hi); !s.none() || !isDeterminer(f.d.Tokens[lo].Norm) {
		return s
	}
	return f.phraseAfter(lo, hi)
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
	if lo >= hi || f.regAt[lo] != 0 || f.startAt[lo] != 0 {
		return lo
	}
	if w := f.d.Tokens[lo].Norm; !prepositions[w] && !opensSide(w) && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") {
		return lo
	}
	for i := lo + 1; i+1 < hi; i++ {
		if f.is(i, ",") && f.regAt[i] == 0 && f.startAt[i+1] != 0 && !f.isRelative(i+1) && f.canSpeak(f.startAt[i+1]) && !f.is(f.names.Mentions[f.startAt[i+1]-1].Last, ",") {
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
