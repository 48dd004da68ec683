package main

import (
	"slices"

	"inquit/extract/quote/crf"
	"inquit/internal/eval"
	"inquit/internal/text"
)

// minSeen is how often a word must stand in the gold to be known.
const minSeen = 5

// A count is what is counted of one word.
type count struct {
	form                     uint32
	all, cue, source, speech int
	tags                     [text.Sym + 1]int
}

// learnLexicon counts what words are in the gold.
func learnLexicon(gold []eval.Attributed) []crf.Known {
	counts := map[uint32]*count{}
	for _, g := range gold {
		for s := range g.Doc.Sentences {
			g.Doc.Tag(s)
		}
		for i := range g.Doc.Tokens {
			t := &g.Doc.Tokens[i]
			f := crf.FormOf(t)
			c := counts[f]
			if c == nil {
				c = &count{form: f}
				counts[f] = c
			}
			c.all++
			c.tags[t.Tag]++
		}
		for _, s := range g.Spans {
			for i := s.First; i < s.Last; i++ {
				counts[crf.FormOf(&g.Doc.Tokens[i])].add(s)
			}
		}
	}
	var known []crf.Known
	for _, c := range counts {
		if c.all >= minSeen && c.form != 0 || c.cue >= 3 {
			known = append(known, c.known())
		}
	}
	slices.SortFunc(known, func(a, b crf.Known) int { return int(int64(a.Form) - int64(b.Form)) })
	return known
}

// add counts one occurrence in a stretch.
func (c *count) add(s eval.RoleSpan) {
	switch s.Role {
	case crf.Cue:
		c.cue++
		if s.Speech {
			c.speech++
		}
	case crf.Source:
		c.source++
	}
}

// known puts the counts into buckets.
func (c *count) known() crf.Known {
	k := crf.Known{Form: c.form, Tags: c.commonest()}
	if c.cue >= 3 {
		k.Cue = bucket(c.cue, c.all)
		k.Speech = uint8(min(3, 4*c.speech/c.cue))
	}
	if c.source >= 3 {
		k.Source = bucket(c.source, c.all)
	}
	return k
}

// commonest returns the commonest part of speech of a word, and with it the
// second where the first is not nearly all.
func (c *count) commonest() uint16 {
	first, second := text.NoTag, text.NoTag
	for t := range c.tags {
		switch n := c.tags[t]; {
		case n > c.tags[first] || first == text.NoTag && n > 0:
			first, second = text.Tag(t), first
		case n > 0 && (second == text.NoTag || n > c.tags[second]):
			second = text.Tag(t)
		}
	}
	if 100*c.tags[first] >= 95*c.all {
		second = text.NoTag
	}
	return uint16(first)<<8 | uint16(second)
}

// bucket tells how large a part n of all is, from 0 to 5. Two more are added
// to all, so that what was seen a few times does not look sure.
func bucket(n, all int) uint8 {
	p := 100 * n / (all + 2)
	for k, limit := range [...]int{3, 10, 25, 50, 75} {
		if p < limit {
			return uint8(k)
		}
	}
	return 5
}
