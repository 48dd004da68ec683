package quote

import (
	_ "embed"
	"strings"
	"sync"

	"inquit/article"
	"inquit/internal/text"
)

// A flag says what may stand around a cue; data/cues.txt explains each.
type flag uint32

const (
	takesMarks flag = 1 << iota
	takesThat
	takesClause
	takesFront
	takesHearer
	takesTo
	takesHearerTo
	takesQuestion
	takesNoun
	takesLabel
	ambiguous
	thinking
	sourceBehind
	marksOnly
	nominal
)

// flagOf reads the letters of data/cues.txt.
var flagOf = map[byte]flag{
	'q': takesMarks, 't': takesThat, 'z': takesClause, 'f': takesFront,
	'o': takesHearer, 'i': takesTo, 'p': takesHearerTo, 'w': takesQuestion,
	'n': takesNoun, 'x': takesLabel, 'a': ambiguous, 'h': thinking,
	'b': sourceBehind, 'u': marksOnly, 'm': nominal,
}

// A lexeme is one cue of the list in one form.
type lexeme struct {
	flag
	lemma string
	more  string // further words: "on" of "called on"
}

//go:embed data/cues.txt
var cueFile string

// lexicon maps the first word of each cue to the cues that begin with it,
// the longest first.
var lexicon = sync.OnceValue(func() map[string][]lexeme { return parseCues(cueFile) })

// parseCues reads the list of cues.
func parseCues(s string) map[string][]lexeme {
	m := make(map[string][]lexeme, 900)
	for line := range strings.SplitSeq(s, "\n") {
		forms, rest, ok := strings.Cut(line, " | ")
		if !ok || line[0] == '#' {
			continue
		}
		letters, _, _ := strings.Cut(rest, " | ")
		var f flag
		for i := range len(letters) {
			f |= flagOf[letters[i]]
		}
		all := strings.Fields(forms)
		for _, form := range all {
			addLexeme(m, form, lexeme{flag: f, lemma: all[0]})
		}
	}
	return m
}

// addLexeme files l under the first word of form.
func addLexeme(m map[string][]lexeme, form string, l lexeme) {
	first, more, _ := strings.Cut(strings.ReplaceAll(form, "_", " "), " ")
	l.more = more
	list := append(m[first], l)
	for i := len(list) - 1; i > 0 && len(list[i].more) > len(list[i-1].more); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	m[first] = list
}

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
	if l.flag&(ambiguous) != 0 && !f.isVerb(i) || c.ing && f.ownedNoun(i) {
		return c, false
	}
	f.auxiliaries(&c)
	if c.first == f.sen[c.sentence].First && !c.ing && f.opensParticiple(i) {
		return c, false
	}
	return c, true
}

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

// auxWords may stand between a subject and its cue.
var auxWords = wordSet(`has have had 's 've 'd 'll is are was were be been being will would shall could can may might must should
	do does did to set expected due likely going planning about poised hoping understood reported believed thought
	having ready scheduled wo ca`)

// adverbs may too; words in -ly are added by rule.
var adverbs = wordSet(`also later then now further once again still often never not n't n’t even just already since always soon earlier
	previously ever today yesterday tomorrow sometimes twice instead first both all so far only too simply thus
	nevertheless nonetheless however afterwards afterward recently flatly simply bluntly there`)

var negations = wordSet("not n't n’t never nor neither")

// refusals turn an infinitive of saying into silence.
var refusals = wordSet("declined declines declining refused refuses refusing failed fails failing unable unwilling reluctant forgot neglected")

// auxiliaries moves c.first over the auxiliaries and adverbs before the verb
// and reads tense, voice and negation off them.
func (f *finder) auxiliaries(c *cue) {
	lo := f.sen[c.sentence].First
	i := c.verb - 1
	var to, be, future, modal bool
	for ; i >= lo && f.regAt[i] == 0; i-- {
		w := f.d.Tokens[i].Norm
		switch {
		case w == "to":
			to = true
			if j := f.readInfinitive(c, i-1, lo); j != i {
				i = j
				continue
			}
		case auxWords[w]:
			be = be || isBe(w)
			future = future || w == "will" || w == "'ll" || w == "shall" || to && isAnnouncing(w)
			modal = modal || w == "would" || w == "could" || w == "can" || w == "may" || w == "might" || w == "should" || w == "must"
		case negations[w]:
			c.negated = true
		case adverbs[w] || strings.HasSuffix(w, "ly") && len(w) > 4 && !f.d.Tokens[i].Upper:
		case isDay(w) && i-1 >= lo && f.d.Tokens[i-1].Norm == "on":
			i--
		default:
			j := f.insertedPhrase(i, lo)
			if j < 0 {
				goto done
			}
			i = j
		}
		if refusals[w] {
			c.negated = true
		}
	}
done:
	f.settle(c, i+1, to, be, future, modal)
}

// maxInserted is the longest phrase between an auxiliary and its verb: has in
// the recent past said.
const maxInserted = 4

// insertedPhrase returns the preposition of the phrase that ends at token i
// and stands between an auxiliary and the verb, or -1.
func (f *finder) insertedPhrase(i, lo int) int {
	for j := i; j > lo && j > i-maxInserted; j-- {
		t := &f.d.Tokens[j]
		if t.Kind != text.Word && t.Kind != text.Number {
			return -1
		}
		switch t.Norm {
		case "in", "on", "at", "for", "over", "during", "since":
			switch f.d.Tokens[j-1].Norm {
			case "has", "have", "had", "will", "would":
				return j
			}
			return -1
		}
	}
	return -1
}

// settle writes down what auxiliaries found; first is the first token of the
// chain.
func (f *finder) settle(c *cue, first int, to, be, future, modal bool) {
	for first < c.verb && f.adverbOnly(first) {
		first++
	}
	c.first = first
	if future {
		c.status = ToBeSaid
	}
	if to && !future {
		p := f.d.Paragraphs[f.sen[c.sentence].Paragraph].Zone
		if (p == article.Headline || p == article.Summary || p == article.Standfirst) && f.endAt[first] != 0 {
			c.status = ToBeSaid
		} else if !c.negated && c.first == c.verb-1 {
			c.infinitive = true
		}
	}
	if modal && !future {
		c.negated = c.negated || c.status == Said
	}
	c.passive = be && !c.ing && !to && strings.HasSuffix(f.d.Tokens[c.verb].Norm, "d")
}

// adverbOnly reports whether token i is an adverb before the chain proper.
func (f *finder) adverbOnly(i int) bool {
	w := f.d.Tokens[i].Norm
	return w == "far" || w == "all" || w == "both" || w == "however"
}

// readInfinitive looks at the verb before "to": went on to say, declined to
// say. It returns the token to go on from, or i+1 when "to" stands alone.
func (f *finder) readInfinitive(c *cue, i, lo int) int {
	if i < lo {
		return i + 1
	}
	w := f.d.Tokens[i].Norm
	switch {
	case refusals[w]:
		c.negated = true
		return i
	case w == "on" && i > lo && (f.d.Tokens[i-1].Norm == "went" || f.d.Tokens[i-1].Norm == "goes"):
		return i - 1
	case w == "continued" || w == "continues" || w == "began" || w == "came":
		return i
	}
	return i + 1
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "been", "be", "being":
		return true
	}
	return false
}

// isAnnouncing reports whether w with "to" puts saying into the future.
func isAnnouncing(w string) bool {
	switch w {
	case "set", "expected", "due", "likely", "going", "planning", "about", "poised", "hoping", "ready", "scheduled":
		return true
	}
	return false
}

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
