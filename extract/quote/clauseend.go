package quote

import (
	"strings"

	"inquit/article"
	"inquit/internal/text"
)

// sentenceEnd returns the end of a sentence without its final stop; closing
// marks of a region stay.
func (f *finder) sentenceEnd(s *text.Sentence) int {
	hi := s.Last
	for hi > s.First && f.d.Tokens[hi-1].Kind != text.Word && f.d.Tokens[hi-1].Kind != text.Number && f.regAt[hi-1] == 0 {
		hi--
	}
	return hi
}

// clauseEnd returns where the reported clause that begins at token i ends.
func (f *finder) clauseEnd(i, hi int) int {
	for j := i + 1; j < hi; j++ {
		if f.regAt[j] != 0 {
			continue
		}
		switch f.d.Tokens[j].Norm {
		case ",":
			if f.breaksAt(j, hi) {
				return j
			}
		case "-", "–", "—", "--":
			if f.d.Tokens[j].Space && (f.is(j+1, "but") || f.is(j+1, "although") || f.newReport(j+1, hi)) {
				return j
			}
		case "and", "but", "while", "although":
			if f.cueAt(j+1) || f.newReport(j+1, hi) && f.hasFinite(i, j) {
				return j
			}
		case ":":
			if r := f.regAt[j+1]; r != 0 && f.startsUpper(&f.regions[r-1]) && f.endsLikeSentence(&f.regions[r-1]) {
				return j
			}
		case ";":
			if f.newReport(j+1, hi) {
				return j
			}
		}
	}
	return hi
}

// breaksAt reports whether the narrator speaks again behind the comma at j.
func (f *finder) breaksAt(j, hi int) bool {
	if j+1 >= hi {
		return true
	}
	if k := searchCue(f.cues, j+1); k < len(f.cues) && f.cues[k].first == j+1 && (f.cues[k].ing || f.cues[k].flag&sourceBehind != 0) {
		return true
	}
	w := f.d.Tokens[j+1].Norm
	if (w == "but" || w == "and" || w == "while" || w == "although") && f.newReport(j+2, hi) {
		return true
	}
	if f.regAt[j-1] != 0 && (w == "the" || w == "a" || w == "in") && (f.is(j+2, "first") || f.is(j+2, "latest") || f.is(j+2, "reference") || f.is(j+2, "move") || f.is(j+2, "claim") || f.is(j+2, "what")) {
		return true
	}
	return f.trailingReport(j+1, hi)
}

// cueAt reports whether a verb of saying begins at token i: “and saying”,
// “and promised”.
func (f *finder) cueAt(i int) bool {
	k := searchCue(f.cues, i)
	return k < len(f.cues) && f.cues[k].first == i && f.cues[k].flag&(nominal|sourceBehind) == 0
}

// newReport reports whether a subject with a cue of its own begins at token i.
func (f *finder) newReport(i, hi int) bool {
	from, to := f.cuesIn(i, min(hi, i+8))
	for k := from; k < to; k++ {
		c := &f.cues[k]
		if c.ing || c.infinitive || c.flag&nominal != 0 {
			continue
		}
		if s := f.subject(c); c.first == i || !s.none() && s.first >= i && s.first <= i+1 {
			return true
		}
	}
	return false
}

// infinitiveEnd returns where an infinitive that ends before token hi leaves
// what is asked for and the narrator tells when or why.
func (f *finder) infinitiveEnd(i, hi int) int {
	for j := i + 2; j < hi; j++ {
		if f.regAt[j] != 0 {
			continue
		}
		switch f.d.Tokens[j].Norm {
		case "as":
			if subjects[f.d.Tokens[min(j+1, hi-1)].Norm] || f.startAt[j+1] != 0 && f.hasFinite(j+1, hi) {
				return j
			}
		case "ahead":
			if f.is(j+1, "of") {
				return j
			}
		case ",":
			if j+1 < hi && (strings.HasSuffix(f.d.Tokens[j+1].Norm, "ing") || f.is(j+1, "in") && f.is(j+2, "what") || f.is(j+1, "which")) {
				return j
			}
		}
	}
	return hi
}

// trailingReport reports whether tokens [i, hi) begin with "X said" and little
// more, or with "X said" before marks.
func (f *finder) trailingReport(i, hi int) bool {
	if i >= hi || f.startAt[i] == 0 {
		return false
	}
	m := &f.names.Mentions[f.startAt[i]-1]
	k := searchCue(f.cues, m.Last)
	if k < len(f.cues) && f.cues[k].verb == m.Last && f.cues[k].flag&takesFront != 0 && f.cues[k].flag&(thinking|ambiguous) == 0 && f.cues[k].sentence == f.d.Tokens[i].Sentence {
		return true
	}
	return k < len(f.cues) && f.cues[k].first == m.Last && (f.cues[k].last >= hi-4 || f.is(f.cues[k].last, ":") || f.regAt[f.cues[k].last] != 0) && f.cues[k].sentence == f.d.Tokens[i].Sentence
}

// contentSpan returns the text of tokens [first, last) as a content: regions
// at its ends whole, without a final stop or comma.
func (f *finder) contentSpan(first, last int) article.Span {
	p := f.span(first, max(last, first+1))
	if r := f.regAt[first]; r != 0 {
		p.Start = min(p.Start, f.regions[r-1].outer.Start)
	}
	if r := f.regAt[last-1]; r != 0 {
		p.End = max(p.End, f.regions[r-1].outer.End)
		return p
	}
	in := strings.TrimRight(p.In(f.d.Text), " .,;:–—-")
	if k := strings.LastIndexByte(in, '('); k > 0 && strings.IndexByte(in[k:], ')') < 0 {
		in = strings.TrimRight(in[:k], " .,;:–—-")
	}
	p.End = p.Start + len(in)
	return p
}
