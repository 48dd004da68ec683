package quote

import (
	"strings"

	"inquit/internal/text"
)

// A cue is a word or phrase of saying in the narration.
type cue struct {
	lexeme
	verb, last int // the verb itself: tokens [verb, last)
	first      int // with its auxiliaries: tokens [first, last)
	sentence   int
	status     Status
	ing        bool // "saying"
	passive    bool // "was told"
	negated    bool // "did not say"
	infinitive bool // "to say" that is no announcement
	used       bool // a marked quotation hangs on it
}

// findCues returns the cues outside all regions, in order of the text.
func (f *finder) findCues() {
	lex := lexicon()
	toks := f.d.Tokens
	for i := 0; i < len(toks); i++ {
		t := &toks[i]
		if t.Kind != text.Word || f.regAt[i] != 0 {
			continue
		}
		for _, l := range lex[t.Norm] {
			n := f.matches(i, l)
			if n == 0 || !f.speaks(i) {
				continue
			}
			if c, ok := f.newCue(i, i+n, l); ok {
				f.cues = append(f.cues, c)
				i += n - 1
				break
			}
		}
	}
}

// speaks reports whether claims are taken from where token i stands.
func (f *finder) speaks(i int) bool {
	return speaks(f.d.Paragraphs[f.sen[f.d.Tokens[i].Sentence].Paragraph].Zone)
}

// matches returns how many tokens from i on are the words of l.
func (f *finder) matches(i int, l lexeme) int {
	n := 1
	for rest := l.more; rest != ""; n++ {
		var w string
		w, rest, _ = strings.Cut(rest, " ")
		if i+n >= len(f.d.Tokens) || f.d.Tokens[i+n].Norm != w {
			return 0
		}
	}
	return n
}

// newCue looks at the words before tokens [i, last) and decides whether they
// are a cue here.
func (f *finder) newCue(i, last int, l lexeme) (cue, bool) {
	c := cue{lexeme: l, verb: i, first: i, last: last, sentence: f.d.Tokens[i].Sentence, status: Said}
	norm := f.d.Tokens[i].Norm
	c.ing = strings.HasSuffix(norm, "ing")
	if l.flag&thinking != 0 {
		c.status = Thought
	}
	if l.flag&sourceBehind != 0 {
		return c, true
	}
	if l.flag&nominal != 0 {
		return c, !f.owner(i).none()
	}
	if l.flag&ambiguous != 0 && !f.isVerb(i) || c.ing && f.ownedNoun(i) {
		return c, false
	}
	f.auxiliaries(&c)
	if c.first == f.sen[c.sentence].First && !c.ing && f.opensParticiple(i) {
		return c, false
	}
	if norm == "called" && f.is(i-1, ",") {
		return c, false // the plan, called Roof and Road, is new
	}
	if l.lemma == "heard" {
		c.passive = true
		return c, f.isHearing(c.first - 1)
	}
	return c, true
}

// isHearing reports whether token i names those before whom evidence is given.
func (f *finder) isHearing(i int) bool { return i >= 0 && hearings[f.d.Tokens[i].Norm] }

var hearings = wordSet("court inquest jury tribunal hearing inquiry trial committee panel commission magistrates")

// opensParticiple reports whether the sentence-initial verb i belongs to one
// spoken to: “Asked about the road, she said …”.
func (f *finder) opensParticiple(i int) bool {
	if i > 0 && f.regAt[i-1] != 0 && f.d.Tokens[i].Norm != f.d.Word(i) {
		return false
	}
	switch f.d.Tokens[i].Norm {
	case "asked", "told", "pressed", "questioned", "reminded", "informed", "urged", "encouraged", "described", "called":
		return i == 0 || f.regAt[i-1] == 0
	}
	return false
}

// nounMakers are words after which a doubtful form is no verb.
var nounMakers = wordSet("the a an his her their its this these those my our your no any such some another of 's each every in with by for on")

// verbMakers are words after which it is one.
var verbMakers = wordSet("he she they who i we it will would has have had also to and later then not never")

// nounFollowers are words before which it is none: claims of, reports were.
var nounFollowers = wordSet("of against from by is are was were will would may might could should have has had")

// isVerb decides whether the doubtful form at token i is a verb: by the word
// before where that is plain, else by its part of speech.
func (f *finder) isVerb(i int) bool {
	if i == 0 {
		return true
	}
	p := i - 1
	if p > 1 && isDay(f.d.Tokens[p].Norm) && f.is(p-1, "on") {
		p -= 2
	}
	prev := &f.d.Tokens[p]
	if prev.Sentence == f.d.Tokens[i].Sentence {
		if prev.Norm == "to" && strings.HasSuffix(f.d.Tokens[i].Norm, "s") {
			return false // money to states
		}
		if verbMakers[prev.Norm] {
			return true
		}
		if nounMakers[prev.Norm] {
			return false
		}
	}
	if w := f.d.Tokens[i].Norm; strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") && prev.Norm == "," {
		return true // hardly ever anything else without an article before it
	}
	if i+1 < len(f.d.Tokens) && (f.is(i+1, ":") || f.is(i+1, ",") && f.regAt[min(i+2, len(f.d.Tokens))] != 0) {
		return true
	}
	if f.regAt[f.sen[f.d.Tokens[i].Sentence].First] != 0 && (f.is(i+1, ".") || f.is(i+1, ",")) {
		return true // “…,” the notice read.
	}
	if k := f.endAt[i]; k != 0 && f.canSpeak(k) && f.opensReport(i+1) {
		return true // Ann Moss promises to mend it
	}
	if i+1 < len(f.d.Tokens) && nounFollowers[f.d.Tokens[i+1].Norm] {
		return false
	}
	f.tag(f.d.Tokens[i].Sentence)
	t := f.d.Tokens[i].Tag
	return t == text.NoTag || t.IsVerb()
}

// opensReport reports whether token i begins what a cue reports.
func (f *finder) opensReport(i int) bool {
	return i < len(f.d.Tokens) && (f.regAt[i] != 0 || f.is(i, "to") || f.is(i, "that") || f.is(i, "he") || f.is(i, "she") || f.is(i, "they") || f.is(i, "it") || f.is(i, ",") && f.is(i+1, "however"))
}

// tag makes sure a sentence has its parts of speech.
func (f *finder) tag(sentence int) { f.d.Tag(sentence) }

var days = wordSet("monday tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri sat sun")

func isDay(w string) bool { return days[w] }

// wordSet makes a set of the words of s.
func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
