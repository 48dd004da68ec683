package read

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

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

// A cueTable finds cues by a word of theirs.
type cueTable struct {
	first map[string][]cue // "line" and "start" cues, by their first word; "" for those that begin with a sign
	any   map[string][]key // the others, by their longest word
	pairs [1 << 10]bool    // hashes of the first two letters of those words: most words of a text need no look-up
}

// A key is a cue and where in its words the word stands that it is found by.
type key struct {
	cue
	at int
}

// minKey is the shortest word that a "part" or "ask" cue is found by.
const minKey = 4

func pair(b []byte) int { return (int(b[0])*31 + int(b[1])) & (1<<10 - 1) }

// cues returns the table.
var cues = sync.OnceValue(func() *cueTable {
	t := &cueTable{first: make(map[string][]cue, 150), any: make(map[string][]key, 60)}
	for line := range strings.Lines(cuesText) {
		c, ok := parseCue(line)
		if !ok {
			continue
		}
		if c.place == wholeLine || c.place == atStart {
			first := c.words[:foldedWord([]byte(c.words), 0)]
			t.first[first] = append(t.first[first], c)
			continue
		}
		at, n := longestWord([]byte(c.words))
		word := c.words[at : at+n]
		t.any[word] = append(t.any[word], key{c, at})
		t.pairs[pair([]byte(word))] = true
	}
	return t
})

// longestWord returns where the longest word of folded text stands, and its
// length.
func longestWord(b []byte) (at, size int) {
	for i := 0; i < len(b); {
		n := foldedWord(b, i)
		if n > size {
			at, size = i, n
		}
		i += max(1, n)
	}
	return at, size
}

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
	table *cueTable
	buf   []byte
}

// find returns the cue that decides the zone of block s.
func (f *finder) find(s string) (found cue, ok bool) {
	if len(s) > maxStart {
		return found, false
	}
	f.buf = fold(f.buf[:0], s)
	i := skipBullet(f.buf)
	for _, c := range f.table.first[string(f.buf[i:i+foldedWord(f.buf, i)])] {
		if hasWords(f.buf[i:], c.words) && (c.place == atStart || onlySigns(f.buf[i+len(c.words):])) {
			return c, true
		}
	}
	if len(s) > maxPart || quoted(s) {
		return found, false
	}
	return f.scan(anyPart)
}

// asks reports whether an appeal to the reader stands in s.
func (f *finder) asks(s string) bool {
	f.buf = fold(f.buf[:0], s)
	_, ok := f.scan(appeal)
	return ok
}

// scan returns the first cue of a kind that stands anywhere in the folded
// block.
func (f *finder) scan(kind place) (found cue, ok bool) {
	for i := 0; i < len(f.buf); {
		n := foldedWord(f.buf, i)
		if n < minKey || !f.table.pairs[pair(f.buf[i:])] {
			i += max(1, n)
			continue
		}
		for _, k := range f.table.any[string(f.buf[i:i+n])] {
			from := i - k.at
			if k.place == kind && from >= 0 && (from == 0 || !isWordByte(f.buf[from-1])) && hasWords(f.buf[from:], k.words) {
				return k.cue, true
			}
		}
		i += n
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
	for i+n < len(b) && (wordBytes[b[i+n]] || n > 0 && b[i+n] == '\'') {
		n++
	}
	return n
}

// Tables of single bytes: most of a text is read through them.
var wordBytes, foldedBytes = byteTables()

// byteTables returns which bytes belong to words, and what becomes of a byte
// that fold may look at alone; 0 where it may not.
func byteTables() (word [256]bool, folded [256]byte) {
	for i := range 256 {
		c := byte(i)
		word[i] = isWordByte(c)
		switch {
		case isUpper(c):
			folded[i] = c + 'a' - 'A'
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == "’"[0] || c == "\u00a0"[0]:
		default:
			folded[i] = c
		}
	}
	return word, folded
}

// fold appends s to b in the form of cues.txt: ASCII letters small,
// apostrophes straight, every run of blanks one space.
func fold(b []byte, s string) []byte {
	b = slices.Grow(b, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if f := foldedBytes[c]; f != 0 {
			b = append(b, f)
			i++
			continue
		}
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			b = appendBlank(b)
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
