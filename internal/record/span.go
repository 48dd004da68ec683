package record

import (
	"unicode/utf8"

	"inquit/article"
)

// A span is a place in the source text, in code points and in bytes, with the
// words that stand there.
type span struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	ByteStart int    `json:"byte_start"`
	ByteEnd   int    `json:"byte_end"`
	Text      string `json:"text"`
}

// bytes returns the span as the program uses it.
func (s *span) bytes() article.Span {
	if s == nil {
		return article.Span{}
	}
	return article.Span{Start: s.ByteStart, End: s.ByteEnd}
}

// pointStep is how many bytes lie between two remembered code point counts.
const pointStep = 256

// points counts code points: counts[i] of them lie before byte i*pointStep.
// It is nil for ASCII, where a byte is a code point.
type points struct {
	source string
	counts []int
}

func newPoints(source string) points {
	p := points{source: source}
	ascii := true
	for i := 0; i < len(source) && ascii; i++ {
		ascii = source[i] < utf8.RuneSelf
	}
	if ascii {
		return p
	}
	p.counts = make([]int, 0, len(source)/pointStep+1)
	n := 0
	for i := 0; i < len(source); i++ {
		if i%pointStep == 0 {
			p.counts = append(p.counts, n)
		}
		if utf8.RuneStart(source[i]) {
			n++
		}
	}
	return p
}

// at returns how many code points begin before byte i.
func (p points) at(i int) int {
	if p.counts == nil {
		return i
	}
	k := min(i/pointStep, len(p.counts)-1)
	n := p.counts[k]
	for j := k * pointStep; j < i; j++ {
		if utf8.RuneStart(p.source[j]) {
			n++
		}
	}
	return n
}

func (p points) span(s article.Span) span {
	return span{p.at(s.Start), p.at(s.End), s.Start, s.End, s.In(p.source)}
}

// maybe returns nil for an empty span, which stands for "not in the text".
func (p points) maybe(s article.Span) *span {
	if s.Empty() {
		return nil
	}
	v := p.span(s)
	return &v
}
