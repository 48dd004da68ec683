package read

import (
	"slices"
	"strings"

	"inquit/article"
)

const (
	maxHeadline   = 220 // the longest headline, in bytes
	maxStandfirst = 260 // the longest standfirst or line of a summary
	maxSummary    = 6   // lines of a summary; more are a list in the text
	maxUnder      = 15  // blocks looked at below the headline
)

// markTop marks what stands above the body: the headline, then the lines
// below it that are no sentences of the body.
func (z *zoner) markTop() {
	h := z.undecided(0)
	if k := slices.IndexFunc(z.blocks, func(b block) bool { return b.zone == article.Headline }); k >= 0 {
		z.markUnder(k + 1)
		return
	}
	if z.undecided(h+1) >= len(z.blocks) {
		return
	}
	switch s := z.in(z.blocks[h]); {
	case z.a.Title != nil && sameWords(s, z.a.Title.Value):
		z.blocks[h].zone = article.Headline
		z.markUnder(h + 1)
	case z.a.Title != nil:
		z.markUnder(h)
	case z.isHeadline(h):
		z.blocks[h].zone = article.Headline
		z.markUnder(h + 1)
	}
}

// markUnder marks the lines from block i on that stand between headline and
// body: one is a standfirst, several are a summary.
func (z *zoner) markUnder(i int) {
	var under []int
	for last := i + maxUnder; i < min(len(z.blocks), last); i++ {
		b := z.blocks[i]
		if b.zone != "" {
			continue
		}
		s := z.in(b)
		if len(under) > maxSummary || !aboveBody(s) || dateline(s) > 0 || isLabel(s) {
			break
		}
		if sender(s) {
			z.blocks[i].zone = article.Byline
			continue
		}
		if nameCaption(s, z.text[b.End:]) {
			z.blocks[i].zone = article.Caption
			continue
		}
		under = append(under, i)
	}
	if len(under) == 0 || len(under) > maxSummary || i >= len(z.blocks) {
		return
	}
	zone := article.Standfirst
	if len(under) > 1 {
		zone = article.Summary
	}
	for _, k := range under {
		z.blocks[k].zone = zone
	}
}

// aboveBody reports whether s has the form of a standfirst or a line of a
// summary: short, and without a full stop or after a bullet.
func aboveBody(s string) bool {
	if len(s) > maxStandfirst || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") {
		return false
	}
	return !stopped(s) || strings.HasPrefix(s, "•") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "- ")
}

// isHeadline reports whether block h, the first of the text, is its headline.
func (z *zoner) isHeadline(h int) bool {
	s := z.in(z.blocks[h])
	words := shapeOf(s).words
	if len(s) > maxHeadline || words < 2 || strings.HasSuffix(s, ":") || dateline(s) > 0 {
		return false
	}
	if next := z.undecided(h + 1); isLabel(s) && isLabel(z.in(z.blocks[next])) {
		return false // a transcript; "EXCLUSIVE: Mayor resigns" is a headline
	}
	if strings.HasPrefix(s, "# ") || !stopped(s) {
		return true
	}
	if len(s) > 160 || z.record {
		return false
	}
	next := z.undecided(h + 1)
	if after := z.undecided(next + 1); after < len(z.blocks) && aboveBody(z.in(z.blocks[next])) && aboveBody(z.in(z.blocks[after])) {
		return true // a summary follows, so this is what it sums up
	}
	if !strings.ContainsAny(s[len(s)-1:], ".'\"") && !strings.HasSuffix(s, "’") && !strings.HasSuffix(s, "”") {
		return len(s) <= 120 // a question, a cry
	}
	return z.headlineScore(h) > 0.5
}

// headlineScore weighs a first line that ends in a full stop: a headline with
// a stop put behind it, or the first sentence of the body? The weights were
// fitted to 747 headlines and 405 first sentences of news.
func (z *zoner) headlineScore(h int) float64 {
	s := z.in(z.blocks[h])
	score := 3.8 - 3.2*float64(len(s))/100
	inner := shapeOf(afterFirst(s))
	if inner.big > 0 {
		score += 3.1 * float64(inner.capital) / float64(inner.big)
	}
	score -= 2.2 * min(3, float64(len(s))/float64(max(30, z.medianAfter(h))))
	score += 1.8 * z.repeated(h)
	return score + wordScore(s)
}

// afterFirst returns s without its first word: that one is always large.
func afterFirst(s string) string {
	_, rest, _ := strings.Cut(s, " ")
	return rest
}

// sentenceWords are those that headlines leave out and sentences need.
var sentenceWords = map[string]bool{
	"was": true, "were": true, "had": true, "has": true, "have": true, "is": true,
	"are": true, "been": true, "be": true, "said": true, "will": true, "would": true,
}

// wordScore is the part of headlineScore that the words of s tell.
func wordScore(s string) float64 {
	n, articles := 0, 0
	score := 0.0
	helper, day := false, false
	for w := range words(s) {
		low := strings.ToLower(w)
		if n == 0 && (w == "The" || w == "A" || w == "An" || w == "In" || w == "It" || w == "I") {
			score -= 0.6
		}
		n++
		if low == "the" || low == "a" || low == "an" {
			articles++
		}
		helper = helper || sentenceWords[low]
		day = day || low == "yesterday" || low == "today" || len(low) > 5 && weekdayOf(low) > 0
	}
	score -= 6 * float64(articles) / float64(max(1, n))
	if helper {
		score -= 1.2
	}
	if day {
		score -= 2.4
	}
	if strings.Contains(s, ". ") {
		score -= 0.3
	}
	if quoted(s[:1]) || openMark(s) > 0 || s[0] == '\'' {
		score += 0.7
	}
	if strings.Contains(s, ",") {
		score -= 0.4
	}
	return score
}

// medianAfter returns the middle length of the five blocks after h.
func (z *zoner) medianAfter(h int) int {
	var sizes []int
	for _, b := range z.blocks[h+1 : min(len(z.blocks), h+6)] {
		sizes = append(sizes, b.Len())
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// repeated returns the share of the longer words of block h that come again
// in the next three: a headline says what its text says.
func (z *zoner) repeated(h int) float64 {
	again := map[string]bool{}
	for w := range words(z.in(z.blocks[h])) {
		if len(w) > 3 {
			again[strings.ToLower(w)] = false
		}
	}
	if len(again) == 0 {
		return 0
	}
	n := 0
	for _, b := range z.blocks[h+1 : min(len(z.blocks), h+4)] {
		for w := range words(b.In(z.text)[:min(b.Len(), 1000)]) {
			low := strings.ToLower(w)
			if seen, ok := again[low]; ok && !seen {
				again[low] = true
				n++
			}
		}
	}
	return float64(n) / float64(len(again))
}

// sameWords reports whether two lines differ in nothing but case, marks and
// blanks.
func sameWords(a, b string) bool {
	if len(a) > 2*len(b)+8 || len(b) > 2*len(a)+8 {
		return false
	}
	var x, y []byte
	for w := range words(a) {
		x = append(fold(x, w), ' ')
	}
	for w := range words(b) {
		y = append(fold(y, w), ' ')
	}
	return string(x) == string(y)
}

// maxLead is the longest standfirst that is a sentence, in bytes.
const maxLead = 120

// markLead marks a standfirst that ends in a full stop: a short paragraph
// between the headline and what opens the body, a dateline or a byline, or
// after a headline that ends in a semicolon. Elsewhere it is the first
// sentence of the body, as far as anyone can tell.
func (z *zoner) markLead() {
	if b := z.blocks[0]; b.zone == "" && b.Len() <= maxLead && z.blocks[1].zone == article.Dateline && !z.blocks[1].inline {
		z.blocks[0].zone = article.Headline
	}
	for i := 1; i+1 < len(z.blocks); i++ {
		head, b, next := z.blocks[i-1], z.blocks[i], z.blocks[i+1]
		if head.zone == article.Headline && b.zone == "" && b.Len() <= maxLead && !quoted(z.in(b)) &&
			(opensBody(next.zone) || strings.HasSuffix(z.in(head), ";")) {
			z.blocks[i].zone = article.Standfirst
			return
		}
	}
}

// opensBody reports whether a zone stands right before the body.
func opensBody(z article.Zone) bool {
	return z == article.Dateline || z == article.Byline || z == article.Metadata
}
