package text

import (
	"strings"
	"unicode/utf8"

	"inquit/article"
)

// A zoneCut says that a zone begins at a view offset.
type zoneCut struct {
	at   int
	zone article.Zone
}

// viewZones returns where the zone changes in the view of a, the first cut at
// offset 0. What lies between two zones of one kind belongs to that kind.
func viewZones(a *article.Article) []zoneCut {
	cuts := []zoneCut{{0, article.Body}}
	add := func(at int, z article.Zone) {
		last := &cuts[len(cuts)-1]
		switch {
		case last.zone == z:
		case last.at >= at:
			last.zone = z
		default:
			cuts = append(cuts, zoneCut{at, z})
		}
	}
	end := 0
	for _, z := range a.Zones {
		v := a.ToView(z.Span)
		if v.Start > end && !blank(a.Text()[end:v.Start]) {
			add(end, article.Body)
		}
		add(v.Start, z.Zone)
		end = max(end, v.End)
	}
	if end < len(a.Text()) && !blank(a.Text()[end:]) {
		add(end, article.Body)
	}
	return cuts
}

// paragraphs cuts s into blocks of text without outer white space, each in
// one zone.
func paragraphs(s string, cuts []zoneCut) []Paragraph {
	out := make([]Paragraph, 0, 8+len(s)/160)
	zone := 0
	for _, block := range blocks(s) {
		for zone+1 < len(cuts) && cuts[zone+1].at <= block.Start {
			zone++
		}
		for zone+1 < len(cuts) && cuts[zone+1].at < block.End {
			out = addBlock(out, s, article.Span{Start: block.Start, End: cuts[zone+1].at}, cuts[zone].zone)
			block.Start = cuts[zone+1].at
			zone++
		}
		out = addBlock(out, s, block, cuts[zone].zone)
	}
	return out
}

// addBlock appends the part of s that p covers, without outer white space,
// unless nothing is left.
func addBlock(out []Paragraph, s string, p article.Span, z article.Zone) []Paragraph {
	p = trim(s, p)
	if p.Empty() {
		return out
	}
	return append(out, Paragraph{Span: p, Zone: z})
}

// trim moves the ends of p inwards over white space.
func trim(s string, p article.Span) article.Span {
	for p.Start < p.End {
		n := spaceLen(s[p.Start:p.End])
		if n == 0 {
			break
		}
		p.Start += n
	}
	for p.Start < p.End {
		r, n := utf8.DecodeLastRuneInString(s[p.Start:p.End])
		if !isSpace(r) {
			break
		}
		p.End -= n
	}
	return p
}

// blank reports whether s is white space only.
func blank(s string) bool {
	return trim(s, article.Span{Start: 0, End: len(s)}).Empty()
}

// blocks returns the paragraphs of s before zones cut them: its lines, or
// its runs of hard-wrapped lines.
func blocks(s string) []article.Span { return unwrap(s, lines(s)) }

// lines returns the lines of s that hold something, without their breaks.
func lines(s string) []article.Span {
	out := make([]article.Span, 0, 4+strings.Count(s, "\n"))
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c > '\r' && c != 0xC2 && c != 0xE2 {
			i++
			continue
		}
		n := breakLen(s, i)
		if n == 0 {
			i++
			continue
		}
		if i > start && !blank(s[start:i]) {
			out = append(out, article.Span{Start: start, End: i})
		}
		i += n
		start = i
	}
	if len(s) > start {
		out = append(out, article.Span{Start: start, End: len(s)})
	}
	return out
}

// breakLen returns how many bytes of a line break stand at s[i:], or 0. Form
// feeds and Unicode's line and paragraph separators count.
func breakLen(s string, i int) int {
	switch c := s[i]; {
	case c == '\n' || c == '\r' || c == '\f' || c == '\v':
		return 1
	case c == 0xC2 && i+1 < len(s) && s[i+1] == 0x85:
		return 2
	case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9):
		return 3
	}
	return 0
}
