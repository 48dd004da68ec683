package read

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"inquit/article"
)

// A cue is an entry of cues.txt: words that tell the zone of the block they
// stand in.
type cue struct {
	zone    article.Zone
	place   place
	words   string
	example string
}

// A place says where in a block the words of a cue count.
type place string

const (
	wholeLine place = "line"
	atStart   place = "start"
	anyPart   place = "part"
	appeal    place = "ask"
)

// Longer blocks are running text even when the words of a cue stand in them.
const (
	maxStart = 300 // the longest block a "start" cue decides, in bytes
	maxPart  = 260 // the same for "part"
)

//go:embed cues.txt
var cuesText string

// cues returns the table, keyed by the first word of each cue; cues that
// begin with a sign are kept under "".
var cues = sync.OnceValue(func() map[string][]cue {
	table := make(map[string][]cue, 200)
	for line := range strings.Lines(cuesText) {
		c, ok := parseCue(line)
		if !ok {
			continue
		}
		first := c.words[:foldedWord([]byte(c.words), 0)]
		table[first] = append(table[first], c)
	}
	return table
})

// parseCue reads a line of cues.txt; comments and empty lines are not ok.
func parseCue(line string) (c cue, ok bool) {
	f := strings.Split(strings.TrimSpace(line), "\t")
	if len(f) != 4 || strings.HasPrefix(line, "# ") {
		return c, false
	}
	return cue{article.Zone(f[0]), place(f[1]), f[2], f[3]}, true
}

// A finder looks for cues; its buffer is used again for each block.
type finder struct {
	table map[string][]cue
	buf   []byte
}

// find returns the cue that decides the zone of block s.
func (f *finder) find(s string) (found cue, ok bool) {
	f.buf = fold(f.buf[:0], s)
	start := skipBullet(f.buf)
	if c, ok := f.at(start, len(s), true, false); ok {
		return c, true
	}
	if quoted(s) {
		return found, false
	}
	for i := start; i < len(f.buf); {
		n := foldedWord(f.buf, i)
		if n == 0 {
			i++
			continue
		}
		if c, ok := f.at(i, len(s), false, false); ok {
			return c, true
		}
		i += n
	}
	return found, false
}

// asks reports whether an appeal to the reader stands in s.
func (f *finder) asks(s string) bool {
	f.buf = fold(f.buf[:0], s)
	for i := 0; i < len(f.buf); {
		n := foldedWord(f.buf, i)
		if n == 0 {
			i++
			continue
		}
		if _, ok := f.at(i, len(s), false, true); ok {
			return true
		}
		i += n
	}
	return false
}

// at returns the cue whose words stand at offset i of the folded block: a
// "line" or "start" cue when first, a "part" cue when not, an "ask" cue when
// ask.
func (f *finder) at(i, size int, first, ask bool) (found cue, ok bool) {
	for _, c := range f.table[string(f.buf[i:i+foldedWord(f.buf, i)])] {
		if !hasWords(f.buf[i:], c.words) {
			continue
		}
		switch c.place {
		case wholeLine:
			ok = first && onlySigns(f.buf[i+len(c.words):])
		case atStart:
			ok = first && size <= maxStart
		case anyPart:
			ok = !first && !ask && size <= maxPart
		case appeal:
			ok = ask
		}
		if ok {
			return c, true
		}
	}
	return found, false
}

// hasWords reports whether b begins with words and does not go on in the
// middle of one.
func hasWords(b []byte, words string) bool {
	if len(b) < len(words) || string(b[:len(words)]) != words {
		return false
	}
	return len(b) == len(words) || !isWordByte(words[len(words)-1]) || !isWordByte(b[len(words)])
}

// onlySigns reports whether no letter or digit stands in b.
func onlySigns(b []byte) bool {
	for _, c := range b {
		if isWordByte(c) {
			return false
		}
	}
	return true
}

// foldedWord returns the length of the word at b[i:], 0 when there is none.
func foldedWord(b []byte, i int) int {
	n := 0
	for i+n < len(b) && (isWordByte(b[i+n]) || n > 0 && b[i+n] == '\'') {
		n++
	}
	return n
}

// fold appends s to b in the form of cues.txt: ASCII letters small,
// apostrophes straight, every run of blanks one space.
func fold(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isUpper(c):
			b = append(b, c+'a'-'A')
			i++
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			b = appendBlank(b)
			i++
		case c < utf8.RuneSelf:
			b = append(b, c)
			i++
		case strings.HasPrefix(s[i:], "’"):
			b = append(b, '\'')
			i += len("’")
		case strings.HasPrefix(s[i:], "\u00a0"):
			b = appendBlank(b)
			i += len("\u00a0")
		default:
			b = append(b, c)
			i++
		}
	}
	return b
}

func appendBlank(b []byte) []byte {
	if len(b) > 0 && b[len(b)-1] == ' ' {
		return b
	}
	return append(b, ' ')
}

// bullets are the signs that stand before a line without being part of it.
const bullets = "*•·▪►▶»>→–—-[ "

// skipBullet returns the offset after the signs that open a folded block. A
// cue may begin with a sign itself, so a sign alone is kept.
func skipBullet(b []byte) int {
	i := skip(string(b[:min(len(b), 16)]), 0, bullets)
	if i == 0 || i >= len(b) || !isWordByte(b[i]) || b[0] == '-' {
		return 0
	}
	return i
}
