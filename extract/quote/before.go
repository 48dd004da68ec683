package quote

import (
	"inquit/extract/name"
)

// beforeColon looks at what stands before a quotation that opens a sentence
// or paragraph: X said: “…”.
func (f *finder) beforeColon(r *region) (attribution, bool) {
	p := r.first - 1
	if p < 0 || !f.is(p, ":") || r.paragraph-f.paragraphOf(p) > 1 {
		return attribution{}, false
	}
	return f.introduced(p)
}

// introduced finds the speaker in the sentence that ends with the colon at p.
func (f *finder) introduced(p int) (attribution, bool) {
	lo := f.sen[f.d.Tokens[p].Sentence].First
	from, to := f.cuesIn(lo, p)
	for k := to - 1; k >= from; k-- {
		s := f.leftSource(k, p)
		if c := &f.cues[k]; s.none() && c.first == lo && !c.ing && c.flag&nominal == 0 {
			s = f.sourceAfter(c.last, p) // Said Ann Moss: “…”
		}
		if !s.none() {
			return attribution{s, k + 1, "cue-colon"}, true
		}
	}
	if k := f.endAt[p]; f.canSpeak(k) {
		return attribution{src: f.widen(f.of(k), lo), rule: "label"}, true
	}
	if s := f.mainSubject(lo, p); !s.none() {
		return attribution{src: s, rule: "colon"}, true
	}
	if s := f.phraseBefore(p, lo); !s.none() && s.first == lo && !isHead(f.d.Paragraphs[f.paragraphOf(p)].Zone) {
		return attribution{src: s, rule: "label"}, true
	}
	return attribution{}, false
}

// leftSource returns the speaker of cue k, whose words stand behind it at
// token p or later.
func (f *finder) leftSource(k, p int) source {
	c := &f.cues[k]
	if c.flag&sourceBehind != 0 {
		return f.sourceAfter(c.last, p)
	}
	if c.passive {
		return f.agent(c, p)
	}
	if c.flag&nominal != 0 {
		return f.owner(c.verb)
	}
	if c.ing {
		return f.participleSubject(c)
	}
	s := f.subject(c)
	if s.none() && c.infinitive {
		s = f.mainSubject(f.sen[c.sentence].First, c.first)
	}
	return s
}

// participleSubject returns who is "saying": the subject of the main clause,
// or the source of the cue before it.
func (f *finder) participleSubject(c *cue) source {
	lo := f.sen[c.sentence].First
	near := f.subject(c)
	if !near.none() && near.first > lo && f.is(near.first-1, "with") {
		return near // with Ann Moss saying
	}
	if s := f.speakerOfSentence(c); !s.none() && s.first == near.first {
		return s
	}
	if !near.none() && !f.is(c.first-1, ",") && (near.first == lo || near.mention == 0) && !f.isObject(near, lo) {
		return near
	}
	if c.first > lo && isBe(f.d.Tokens[c.first].Norm) {
		return near
	}
	if s := f.speakerOfSentence(c); !s.none() {
		return s
	}
	if s := f.mainSubject(lo, c.first); !s.none() {
		return s
	}
	return near
}

// speakerOfSentence returns the source of the cue before c in its sentence:
// “…,” said Ann Moss, adding …
func (f *finder) speakerOfSentence(c *cue) source {
	lo := f.sen[c.sentence].First
	from, to := f.cuesIn(lo, c.first)
	for k := to - 1; k >= from; k-- {
		b := &f.cues[k]
		if b.ing || b.infinitive || b.flag&sourceBehind != 0 {
			continue
		}
		if s := f.subject(b); !s.none() {
			return s
		}
		if s := f.sourceAfter(b.last, c.first); !s.none() {
			return s
		}
	}
	return source{}
}

// agent returns who does what a passive cue says: “was called X by Ann Moss”.
func (f *finder) agent(c *cue, hi int) source {
	for i := c.last; i < hi && i < c.last+8; i++ {
		if f.is(i, "by") {
			return f.sourceAfter(i+1, hi)
		}
	}
	return source{}
}

// before looks for the cue in front of region r in its own sentence.
func (f *finder) before(r *region) (attribution, bool) {
	p := r.first - 1
	if p < 0 || f.paragraphOf(p) != r.paragraph {
		return attribution{}, false
	}
	if f.is(p, ":") {
		return f.introduced(p)
	}
	lo := f.sen[f.d.Tokens[p].Sentence].First
	from, to := f.cuesIn(lo, r.first)
	for k := to - 1; k >= from; k-- {
		c := &f.cues[k]
		if c.flag&takesMarks == 0 && c.flag&sourceBehind == 0 || c.flag&nominal != 0 && !f.leadsTo(c, r.first) {
			continue
		}
		if s := f.leftSource(k, p); !s.none() {
			return attribution{s, k + 1, "cue-before"}, true
		}
	}
	return attribution{}, false
}

// maxNounGap is the most tokens between a noun of saying and its marks: her
// claim that the “whole town” knew.
const maxNounGap = 12

// leadsTo reports whether the marks at token first hang on the noun c: her
// words “…”, her claim that …, her description of him as “…”.
func (f *finder) leadsTo(c *cue, first int) bool {
	if first-c.last > maxNounGap {
		return false
	}
	switch w := f.d.Tokens[c.last].Norm; w {
	case "of", "that", "about", ":", ",", "as", "to":
		return true
	}
	return first <= c.last+1
}

// byline looks for a name behind a dash after the quotation: “…” — Ann Moss.
func (f *finder) byline(r *region) (attribution, bool) {
	t := r.last
	if t+1 >= len(f.d.Tokens) || f.paragraphOf(t)-r.paragraph > 1 {
		return attribution{}, false
	}
	switch f.d.Tokens[t].Norm {
	case "—", "–", "-", "--", "―":
	default:
		return attribution{}, false
	}
	_, last := f.tokensOf(f.paragraphOf(t))
	k := f.startAt[t+1]
	if k == 0 || last-t > 20 || f.names.Mentions[k-1].Kind == name.ByPronoun {
		return attribution{}, false
	}
	return attribution{src: f.of(k), rule: "byline"}, true
}
