package read

import (
	"strings"

	"inquit/article"
)

// Zones finds the zones of a, and from them the title, authors, date and
// language that are not known yet. The zones are sorted, do not overlap and
// leave out only white space.
//
// Zones that a holds already, because its format marks them, stay.
//
// Only words and layout of the one article decide. What is not clearly
// something else is body: a paragraph taken for boilerplate loses its claims.
func Zones(a *article.Article) { zones(a, false) }

// zones is Zones; record says that the text stood in a field of a record, where
// a headline has a field of its own: a first sentence is a sentence then.
func zones(a *article.Article, record bool) {
	z := &zoner{a: a, text: a.Text(), record: record}
	z.blocks = blocks(z.text)
	z.markKnown()
	if len(z.blocks) > 1 { // a file of one paragraph is body
		z.find.table = cues()
		z.cutHeader()
		z.markAppeals()
		z.markBlocks()
		z.markTop()
		z.markRelated()
		z.markSections()
		z.markTranscript()
		z.markPulls()
		z.cutDateline()
		z.markLead()
	}
	z.emit()
	z.fields()
}

// markKnown marks the blocks that lie in a zone the article came with.
func (z *zoner) markKnown() {
	k := 0
	for i := range z.blocks {
		p := z.a.FromView(z.blocks[i].Span)
		for k < len(z.a.Zones) && z.a.Zones[k].End < p.End {
			k++
		}
		if k < len(z.a.Zones) && z.a.Zones[k].Contains(p) {
			z.blocks[i].zone = z.a.Zones[k].Zone
		}
	}
}

// A zoner holds what is known of one article while its zones are found.
type zoner struct {
	a      *article.Article
	text   string // the view
	record bool   // it stood in a field of a record
	blocks []block
	find   finder
	stamps []stamp // dates found, spans in the view
	names  []article.Span
}

func (z *zoner) in(b block) string { return b.In(z.text) }

// cut ends block i after its first n bytes; the rest becomes a block of its
// own.
func (z *zoner) cut(i, n int) {
	b := z.blocks[i]
	rest := trim(z.text, article.Span{Start: b.Start + n, End: b.End})
	head := trim(z.text, article.Span{Start: b.Start, End: b.Start + n})
	if rest.Empty() || head.Empty() {
		return
	}
	z.blocks[i].Span = head
	z.blocks = append(z.blocks, block{})
	copy(z.blocks[i+2:], z.blocks[i+1:])
	z.blocks[i+1] = block{Span: rest, inline: true}
}

// cutHeader marks what a data base or a converter wrote above the text: a
// date glued to the headline, "Title: …" lines, the front matter of Markdown.
func (z *zoner) cutHeader() {
	if z.in(z.blocks[0]) == "---" {
		z.markFrontMatter()
		return
	}
	if st, end := datePrefix(z.in(z.blocks[0])); end > 0 && end < z.blocks[0].Len() {
		z.addStamp(st, z.blocks[0].Start)
		z.cut(0, end)
		z.blocks[0].zone = article.Metadata
	}
	for i := 0; i < len(z.blocks) && i < 8; i++ {
		if z.blocks[i].zone == "" && !z.headerLine(i) {
			break
		}
	}
}

// headerKeys are the words before a colon in a header line, and the zone of
// what follows them.
var headerKeys = map[string]article.Zone{
	"title": article.Headline, "headline": article.Headline,
	"author": article.Byline, "byline": article.Byline,
	"date": article.Metadata, "published": article.Metadata, "url": article.Metadata,
	"source": article.Metadata, "link": article.Metadata, "section": article.Metadata,
	"category": article.Metadata, "publication": article.Metadata, "outlet": article.Metadata,
}

// headerLine marks block i if it reads "Key: value".
func (z *zoner) headerLine(i int) bool {
	s := z.in(z.blocks[i])
	key, after := scanWord(s, 0)
	zone, ok := headerKeys[key]
	if !ok || after >= len(s)-1 || s[after] != ':' || len(s) > maxHeadline {
		return false
	}
	if zone == article.Headline {
		z.cut(i, after+1)
		z.blocks[i].zone = article.Metadata
		z.blocks[i+1].zone = zone
		return true
	}
	if st, ok := readStamp(s); ok && st.ok {
		z.addStamp(st, z.blocks[i].Start)
	}
	if zone == article.Byline {
		names, _ := byline(s[:after] + " " + s[after+1:]) // same length: the offsets hold
		z.addNames(names, z.blocks[i].Start)
	}
	z.blocks[i].zone = zone
	return true
}

// markFrontMatter marks the lines between two "---" at the top.
func (z *zoner) markFrontMatter() {
	for i := 1; i < len(z.blocks) && i < 40; i++ {
		if z.in(z.blocks[i]) != "---" {
			continue
		}
		for k := range i + 1 {
			if !z.headerLine(k) {
				z.blocks[k].zone = article.Metadata
			}
		}
		return
	}
}

// markBlocks marks the blocks whose own words tell their zone.
func (z *zoner) markBlocks() {
	for i := range z.blocks {
		b := &z.blocks[i]
		if b.zone != "" {
			continue
		}
		s := z.in(*b)
		if st, ok := dateLine(s); ok {
			z.addStamp(st, b.Start)
			b.zone = article.Metadata
			continue
		}
		if st, ok := placeDate(s); ok && i < maxUnder {
			z.addStamp(st, b.Start)
			b.zone = article.Dateline
			continue
		}
		if names, ok := byline(s); ok {
			z.addNames(names, b.Start)
			b.zone = article.Byline
			continue
		}
		if i > 0 && i < maxStaff && staffLine(s) {
			b.zone = article.Byline
			continue
		}
		if credited(s) {
			b.zone = article.Caption
			continue
		}
		if c, ok := z.find.find(s); ok && fits(c, s) {
			b.zone = c.zone
		}
	}
}

// fits reports whether a block may be what the cue found in it says. A whole
// sentence that only happens to begin with its words is running text.
func fits(c cue, s string) bool {
	switch {
	case c.place != atStart:
		return true
	case c.zone == article.Related && !strings.HasSuffix(c.words, ":") && !strings.HasSuffix(c.words, "|"):
		return !stopped(s) || len(s) < 60
	case c.zone == article.Byline:
		rest := strings.TrimLeft(s[min(len(s), len(c.words)):], " \u00a0")
		return len(s) <= maxByline && rest != "" && isUpperStart(rest)
	}
	return true
}

func (z *zoner) addStamp(st stamp, at int) {
	st.span.Start += at
	st.span.End += at
	if st.ok {
		z.stamps = append(z.stamps, st)
	}
}

func (z *zoner) addNames(names []article.Span, at int) {
	for _, n := range names {
		z.names = append(z.names, article.Span{Start: n.Start + at, End: n.End + at})
	}
}

// undecided returns the index of the first block from i on that has no zone,
// len(z.blocks) when there is none.
func (z *zoner) undecided(i int) int {
	for i < len(z.blocks) && z.blocks[i].zone != "" {
		i++
	}
	return i
}

// cutDateline cuts the dateline off the first paragraph of the body, or off
// the second when the first is a standfirst in disguise.
func (z *zoner) cutDateline() {
	i := z.undecided(0)
	if !z.hasDateline(i) && i < len(z.blocks) && z.blocks[i].Len() <= maxLead {
		i = z.undecided(i + 1)
	}
	if !z.hasDateline(i) {
		return
	}
	s := z.in(z.blocks[i])
	n := dateline(s)
	for k := 0; k < n; k++ {
		if k > 0 && isWordByte(s[k-1]) || !isLetter(s[k]) {
			continue
		}
		if w, end, ok := scanDate(s[:n], k); ok {
			z.addStamp(stamp{date: w, span: article.Span{Start: k, End: end}, ok: true}, z.blocks[i].Start)
			break
		}
	}
	z.cut(i, n)
	z.blocks[i].zone = article.Dateline
}

// hasDateline reports whether block i begins with a dateline.
func (z *zoner) hasDateline(i int) bool {
	if i >= len(z.blocks) {
		return false
	}
	n := dateline(z.in(z.blocks[i]))
	return n > 0 && n < z.blocks[i].Len()
}

// emit writes the zones into the article, in spans of its source text.
// Neighbours of one zone become one.
func (z *zoner) emit() {
	var zones []article.ZoneSpan
	src := z.a.Source
	for _, b := range z.blocks {
		if b.zone == "" {
			b.zone = article.Body
		}
		p := z.a.FromView(b.Span)
		n := len(zones)
		if n == 0 {
			p.Start = first(src, p.Start)
		} else {
			p.Start = max(p.Start, zones[n-1].End)
			zones[n-1].End += len(strings.TrimRightFunc(src[zones[n-1].End:p.Start], blank))
		}
		if n > 0 && zones[n-1].Zone == b.zone {
			zones[n-1].End = max(p.End, zones[n-1].End)
			continue
		}
		if p.End > p.Start {
			zones = append(zones, article.ZoneSpan{Zone: b.zone, Span: p})
		}
	}
	if n := len(zones); n > 0 {
		zones[n-1].End += len(strings.TrimRightFunc(src[zones[n-1].End:], blank))
	}
	z.a.Zones = zones
}

// first returns the offset of the first byte of src that is not white space,
// at most i: a repair may have taken away what stands before i.
func first(src string, i int) int {
	return i - len(strings.TrimLeftFunc(src[:i], blank))
}
