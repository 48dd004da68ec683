package quote

import (
	"strings"

	"inquit/article"
	"inquit/internal/text"
)

// An attribution ties marked words to the phrase that speaks them.
type attribution struct {
	src  source
	cue  int // index + 1 into cues
	rule string
}

// findMarked makes drafts of the marked stretches that no reported clause
// holds.
func (f *finder) findMarked() {
	for _, g := range f.groups() {
		f.marked(g)
	}
}

// marked makes a draft of one group of regions, if it is a quotation.
func (f *finder) marked(g []int) {
	at, ok := f.attribute(g)
	strong := ok
	head := isHead(f.d.Paragraphs[f.regions[g[0]].paragraph].Zone)
	short := !ok && f.isFragment(g) && !f.worthKeeping(g)
	if short && !head {
		return
	}
	if f.isTitle(g, at) || f.isNamed(g) {
		return
	}
	first, last := f.regions[g[0]], f.regions[g[len(g)-1]]
	dr := draft{src: at.src, first: first.first, last: last.last, paragraph: first.paragraph, cue: at.cue, speaks: strong}
	dr.Kind, dr.Status, dr.Speech, dr.Rule = Direct, Said, true, at.rule
	for _, i := range g {
		f.taken[i] = true
		dr.Parts = append(dr.Parts, f.part(i))
	}
	if at.cue > 0 {
		c := &f.cues[at.cue-1]
		c.used = true
		dr.Cue, dr.Status = f.cueSpan(c), c.status
	}
	dr.loose, dr.tentative = head && (!ok || at.rule == "label"), short
	if f.isFragment(g) {
		dr.Kind = Mixed
		dr.Content = f.clauseAround(g, at)
	}
	f.drafts = append(f.drafts, dr)
}

// part returns region i as a piece of a quotation.
func (f *finder) part(i int) Part {
	r := &f.regions[i]
	return Part{Span: r.inner, Outer: r.outer, Opens: r.opens, Closes: r.closes}
}

// isFragment reports whether the group is a few words in the middle of the
// narrator's sentence.
func (f *finder) isFragment(g []int) bool {
	if len(g) > 1 {
		return false
	}
	r := &f.regions[g[0]]
	if !r.closes || f.opensSentence(r) {
		return false
	}
	if p := r.first - 1; f.is(p, ":") || f.is(p, ",") && f.d.Tokens[r.first+1].Upper {
		return false
	}
	return !f.endsLikeSentence(r) || !f.startsUpper(r)
}

// startsUpper reports whether the first word of r has a capital.
func (f *finder) startsUpper(r *region) bool {
	for i := r.first; i < r.last; i++ {
		if t := &f.d.Tokens[i]; t.Kind == text.Word || t.Kind == text.Number {
			return t.Upper
		}
	}
	return false
}

// opensSentence reports whether r stands at the head of a sentence or
// paragraph.
func (f *finder) opensSentence(r *region) bool {
	if r.startsP || !r.opens || r.first == 0 {
		return true
	}
	p := &f.d.Tokens[r.first-1]
	if f.paragraphOf(r.first-1) != r.paragraph {
		return true
	}
	if p.Kind == text.Mark {
		return f.regAt[r.first-1] != 0 && f.endsLikeSentence(&f.regions[f.regAt[r.first-1]-1])
	}
	return p.Norm == "." || p.Norm == "!" || p.Norm == "?" || strings.HasSuffix(p.Norm, ".") && f.d.Tokens[r.first].Sentence != p.Sentence
}

// endsLikeSentence reports whether r ends with a stop or with a comma before
// its cue.
func (f *finder) endsLikeSentence(r *region) bool {
	in := r.inner.In(f.d.Text)
	switch in[len(in)-1] {
	case '.', '!', '?', ',':
		return true
	}
	return !r.closes || r.outer.End < len(f.d.Text) && strings.IndexByte(",.!?", f.d.Text[r.outer.End]) >= 0
}

// worthKeeping reports whether marked words without a cue still are somebody's
// words: long ones are, a term or two is not.
func (f *finder) worthKeeping(g []int) bool {
	r := &f.regions[g[0]]
	return f.wordsIn(r.first, r.last) >= 4
}

// isTitle reports whether marked words name a work rather than quote it: each
// long word has a capital, and nobody says them.
func (f *finder) isTitle(g []int, at attribution) bool {
	if len(g) > 1 {
		return false
	}
	r := &f.regions[g[0]]
	if f.endsLikeSentence(r) && f.opensSentence(r) || f.adjoins(at, r) {
		return false
	}
	return f.inTitleCase(r)
}

// isNamed reports whether the narrator says that the marked words are what
// something is called: the so-called “ghost village”, a book titled “Rain”.
func (f *finder) isNamed(g []int) bool {
	r := &f.regions[g[0]]
	p := r.first - 1
	if len(g) > 1 || p < 1 || f.paragraphOf(p) != r.paragraph || f.opensSentence(r) {
		return false
	}
	switch f.d.Tokens[p].Norm {
	case "called":
		return f.is(p-1, "-") || f.is(p-1, "is") || f.is(p-1, "a") || f.endAt[p] != 0 && f.is(p-1, "programme")
	case "titled", "entitled", "headed", "headlined", "codenamed", "subtitled", "captioned", "named", "nicknamed", "dubbed":
		return f.wordsIn(r.first, r.last) <= maxName && f.subjectOfName(p)
	case "as":
		return f.is(p-1, "known") && f.wordsIn(r.first, r.last) <= maxName
	}
	return false
}

// maxName is the most words of a name in marks.
const maxName = 6

// subjectOfName reports whether the participle at token p hangs on the noun
// before it and nobody does what it says: a report titled “Rain”. “Fans
// dubbed him” has a subject.
func (f *finder) subjectOfName(p int) bool {
	t := &f.d.Tokens[p-1]
	return t.Kind == text.Word && !t.Upper && !subjects[t.Norm] || f.is(p-1, ",")
}

// namesWork reports whether region i is the title of a work or show in the
// narrator's sentence: on the “Late Hour”.
func (f *finder) namesWork(i int) bool {
	r := &f.regions[i]
	return !f.opensSentence(r) && f.wordsIn(r.first, r.last) > 1 && f.inTitleCase(r)
}

// adjoins reports whether the cue stands right before r.
func (f *finder) adjoins(at attribution, r *region) bool {
	if at.cue == 0 {
		return false
	}
	c := &f.cues[at.cue-1]
	if c.lemma == "quoted" || c.lemma == "sang" || c.lemma == "cited" || c.lemma == "published" {
		return false // to quote “The Long Field”
	}
	last := c.last
	return last <= r.first && last+1 >= r.first
}

// inTitleCase reports whether each longer word of r has a capital.
func (f *finder) inTitleCase(r *region) bool {
	upper, all := 0, 0
	for i := r.first; i < r.last; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word || t.Len() < 4 && i > r.first+1 {
			continue
		}
		all++
		if t.Upper {
			upper++
		}
	}
	return all >= 2 && upper == all
}

// clauseAround returns the clause that a marked fragment belongs to: from its
// cue's object on, or the fragment itself.
func (f *finder) clauseAround(g []int, at attribution) article.Span {
	r := &f.regions[g[0]]
	first, last := r.first, r.last
	if at.cue > 0 && at.rule == "cue-before" {
		if c := &f.cues[at.cue-1]; c.flag&takesLabel == 0 && c.last < first && c.last >= f.sen[f.d.Tokens[first].Sentence].First {
			first = c.last
		}
		last = max(last, f.clauseEnd(last-1, f.sen[f.d.Tokens[last-1].Sentence].Last))
	}
	for first < r.first && (f.d.Tokens[first].Kind == text.Punct || f.is(first, "that")) {
		first++
	}
	return f.contentSpan(first, last)
}
