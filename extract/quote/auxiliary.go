package quote

import (
	"strings"

	"inquit/article"
	"inquit/internal/text"
)

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
