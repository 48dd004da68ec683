package read

import (
	"strings"

	"inquit/article"
)

// markRelated lets a run of links go on: a line in the form of a headline
// that stands below a link is one too. Elsewhere such a line is a link only
// when it is set as a title, every word large, amid finished paragraphs.
func (z *zoner) markRelated() {
	for i := 1; i < len(z.blocks); i++ {
		if z.blocks[i].zone != "" {
			continue
		}
		s := z.in(z.blocks[i])
		if stopped(s) || len(s) > maxHeadline || strings.HasSuffix(s, ":") || quoted(s[:1]) {
			continue
		}
		sh := shapeOf(s)
		switch {
		case z.blocks[i-1].zone == article.Related:
			if sh.words >= 5 && sh.words <= 25 && sh.first {
				z.blocks[i].zone = article.Related
			}
		case len(z.blocks) >= 8 && sh.words >= 7 && sh.capital == sh.big && sh.big >= 5 && !strings.ContainsAny(s, "0123456789([") && z.amid(i) && !allCaps(s):
			z.blocks[i].zone = article.Related
		}
	}
}

// amid reports whether finished paragraphs of the body stand on both sides of
// block i.
func (z *zoner) amid(i int) bool {
	return i > 2 && i+1 < len(z.blocks) &&
		z.blocks[i-1].zone == "" && stopped(z.in(z.blocks[i-1])) &&
		z.blocks[i+1].zone == "" && stopped(z.in(z.blocks[i+1]))
}

// sectionHeads open what a company or office puts under each of its releases.
var sectionHeads = map[string]bool{
	"media contact": true, "media contacts": true, "press contact": true,
	"press contacts": true, "contact": true, "contacts": true, "contact information": true,
	"for more information": true, "for media enquiries": true, "media enquiries": true,
	"media inquiries": true, "for further information": true, "investor contact": true,
	"investor relations": true, "forward-looking statements": true,
	"forward looking statements": true, "cautionary statement": true,
	"safe harbor statement": true, "about the author": true,
}

// markSections marks the standing sections at the end of a release: "About
// Coast Ferries", "Media contact". They run to the end of the text, for what
// follows them is more of their kind.
func (z *zoner) markSections() {
	for i := max(2, len(z.blocks)/2); i < len(z.blocks); i++ {
		if z.blocks[i].zone != "" || !sectionHead(z.in(z.blocks[i])) {
			continue
		}
		for k := i; k < len(z.blocks); k++ {
			if z.blocks[k].zone == "" {
				z.blocks[k].zone = article.Boilerplate
			}
		}
		return
	}
}

// sectionHead reports whether a line opens a standing section.
func sectionHead(s string) bool {
	if len(s) > 60 || stopped(s) {
		return false
	}
	low := strings.ToLower(strings.TrimRight(s, ": "))
	if sectionHeads[low] {
		return true
	}
	name, ok := strings.CutPrefix(s, "About ")
	if !ok {
		name, ok = strings.CutPrefix(s, "ABOUT ")
	}
	sh := shapeOf(name)
	return ok && sh.first && sh.capital == sh.big
}

// Labels of a transcript: how many there must be, and how long one is.
const (
	minLabels = 4
	maxLabel  = 40
)

// isLabel reports whether s begins with the name of a speaker in capitals and
// a colon: "MR SAMPLE: Thank you." A question and an answer, "Q:" and "A:",
// count too.
func isLabel(s string) bool {
	i := strings.IndexByte(s[:min(len(s), maxLabel)], ':')
	if i < 1 || i+1 >= len(s) || s[i+1] != ' ' {
		return false
	}
	name := s[:i]
	if name == "Q" || name == "A" {
		return true
	}
	if j := strings.IndexByte(name, '('); j > 0 {
		name = name[:j]
	}
	return allCaps(name) && shapeOf(name).words <= 4 && isLetter(name[0])
}

// markTranscript marks the part of a text that is written as a transcript.
func (z *zoner) markTranscript() {
	n, from, to := 0, 0, 0
	seen := map[string]int{}
	again := false
	for i, b := range z.blocks {
		s := z.in(b)
		if b.zone != "" || !isLabel(s) {
			continue
		}
		if n == 0 {
			from = i
		}
		n++
		to = i
		name := s[:strings.IndexByte(s, ':')]
		seen[name]++
		again = again || seen[name] > 1
	}
	if n < minLabels || !again || n*4 < to-from+1 {
		return
	}
	for i := from; i <= to; i++ {
		if z.blocks[i].zone == "" {
			z.blocks[i].zone = article.Transcript
		}
	}
}

// maxPulls bounds the search for pull quotes: each reads the whole text.
const maxPulls = 20

// markPulls marks the lines that stand out of the text to repeat it: without
// a full stop, and word for word elsewhere.
func (z *zoner) markPulls() {
	tried := 0
	for i := 1; i < len(z.blocks) && tried < maxPulls; i++ {
		b := z.blocks[i]
		s := strings.Trim(z.in(b), "“”\"'‘’ ")
		if b.zone != "" || stopped(s) || len(s) > maxStandfirst || shapeOf(s).words < 6 {
			continue
		}
		tried++
		if strings.Contains(z.text[:b.Start], s) || strings.Contains(z.text[b.End:], s) {
			z.blocks[i].zone = article.Pull
		}
	}
}
