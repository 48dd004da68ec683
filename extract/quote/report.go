package quote

import (
	"inquit/extract/quote/crf"
	"inquit/internal/text"
)

// A report is what the learned model takes for one: a content with its cue and
// source, as far as they were found.
type report struct {
	first, last int // tokens of the content, without signs at its edges
	margin      float64
	cue, source crf.Span // without a role where there is none
	head        int      // the token of the cue that says most
	speech      bool     // the cue brings speech, not an attitude
}

// reports ties each content among spans to its cue and source. A content that
// stands in marks as a whole is left to the rules.
func (f *finder) reports(m *crf.Model, spans []crf.Span) []report {
	var out []report
	for i, s := range spans {
		if s.Role != crf.Content || !f.speaks(s.First) {
			continue
		}
		r := report{margin: s.Margin}
		if r.first, r.last = f.withoutSigns(s.First, s.Last); !f.sayable(r.first, r.last) {
			continue
		}
		if k := f.cueOf(spans, i); k >= 0 {
			r.cue = spans[k]
			r.head, r.speech = m.Head(f.d, r.cue)
			if p := f.sourceOf(spans, k); p >= 0 {
				r.source = spans[p]
			}
		}
		out = append(out, r)
	}
	return out
}

// withoutSigns leaves out signs at the edges of tokens [first, last), and the
// "that" before a clause, and the one accused of it.
func (f *finder) withoutSigns(first, last int) (int, int) {
	sign := func(i int) bool { return f.regAt[i] == 0 && f.d.Tokens[i].Kind == text.Punct }
	for first < last && sign(first) {
		first++
	}
	if f.is(first, "that") && f.regAt[first] == 0 && last-first > 2 {
		first++
	}
	if first+2 < last && isPronounObject(f.d.Tokens[first].Norm) && f.is(first+1, "of") {
		first += 2 // accused her of “scaremongering”
	}
	for first < last && (sign(first) || sign(last-1)) {
		if sign(first) {
			first++
			continue
		}
		last--
	}
	return first, last
}

// sayable reports whether tokens [first, last) are two or more, and not all of
// them in marks.
func (f *finder) sayable(first, last int) bool {
	for i := first; i < last; i++ {
		if k := f.d.Tokens[i].Kind; f.regAt[i] == 0 && (k == text.Word || k == text.Number) {
			return last-first > 1
		}
	}
	return false
}

// sentencesOf returns the tokens of the sentences that s lies in.
func (f *finder) sentencesOf(s crf.Span) (lo, hi int) {
	return f.sen[f.d.Tokens[s.First].Sentence].First, f.sen[f.d.Tokens[s.Last-1].Sentence].Last
}

// nearCue is how many tokens may stand between a cue and the content behind
// it for the cue to be its own without a look at the other side.
const nearCue = 4

// cueOf returns the cue of the content spans[i], or -1: the one before it in
// its sentence, no other content between, or the one behind it.
func (f *finder) cueOf(spans []crf.Span, i int) int {
	lo, hi := f.sentencesOf(spans[i])
	left, right := -1, -1
	for k := i - 1; k >= 0 && left < 0 && spans[k].First >= lo && spans[k].Role != crf.Content; k-- {
		if spans[k].Role == crf.Cue {
			left = k
		}
	}
	for k := i + 1; k < len(spans) && right < 0 && spans[k].First < hi && spans[k].Role != crf.Content; k++ {
		if spans[k].Role == crf.Cue {
			right = k
		}
	}
	if left < 0 {
		return right
	}
	gap := spans[i].First - spans[left].Last
	if right < 0 || gap <= nearCue || gap <= spans[right].First-spans[i].Last {
		return left
	}
	return right
}

// maxShared is how many stretches back a source may stand that several cues
// share: she said that …, warned of … and called for …
const maxShared = 8

// sourceOf returns the source of the cue spans[k], or -1: the one before it,
// else the one behind it, no content between; else an earlier one of the
// sentence.
func (f *finder) sourceOf(spans []crf.Span, k int) int {
	lo, hi := f.sentencesOf(spans[k])
	for p := k - 1; p >= 0 && spans[p].First >= lo && spans[p].Role != crf.Content; p-- {
		if spans[p].Role == crf.Source {
			return p
		}
	}
	if p := k + 1; p < len(spans) && spans[p].First < hi && spans[p].Role == crf.Source {
		return p
	}
	for p := k - 1; p >= max(0, k-maxShared) && spans[p].First >= lo; p-- {
		if spans[p].Role == crf.Source {
			return p
		}
	}
	return -1
}

// phraseOf returns the phrase that speaks in the source s: the first mention
// in it, or the name of a person that a comma sets behind an office.
func (f *finder) phraseOf(s crf.Span) source {
	if s.Role != crf.Source {
		return source{}
	}
	found := source{}
	for i := s.First; i < s.Last; i++ {
		k := f.startAt[i]
		if k == 0 || f.names.Mentions[k-1].Last > s.Last {
			continue
		}
		switch {
		case found.none() && f.canSpeak(k):
			found = f.of(k)
		case i > s.First && f.is(i-1, ",") && f.isPerson(k) && !f.isPerson(int32(found.mention)):
			return f.of(k)
		}
		i = f.names.Mentions[k-1].Last - 1
	}
	if !found.none() {
		return found
	}
	return f.plainPhrase(s)
}

// plainPhrase returns the source s, in which no mention stands: up to its
// first comma, or the noun phrase that a relative word stands for.
func (f *finder) plainPhrase(s crf.Span) source {
	if w := f.d.Tokens[s.First].Norm; w == "who" || w == "which" || w == "that" {
		out := f.antecedent(s.First, f.sen[f.d.Tokens[s.First].Sentence].First)
		out.who = s.First + 1
		return out
	}
	last := s.First
	for last < s.Last && f.regAt[last] == 0 && !f.is(last, ",") && !f.is(last, "who") {
		last++
	}
	return source{first: s.First, last: last}
}
