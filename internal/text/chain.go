package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// A chainWork reads chains.
type chainWork struct {
	*byteTable
	loose  [misreadings]bool
	inWord bool // a letter stands before the sequence being read
}

// maxDepth is how many layers are looked through to judge the outermost.
const maxDepth = 2

// best returns the chain at s[i:] that is believed most, the longest of
// those, the commonest misreading of those.
func (w *chainWork) best(s string, i int, before rune, depth int) chain {
	best := chain{}
	first, n := utf8.DecodeRuneInString(s[i:])
	if !canLead(first) || i+n >= len(s) {
		return best
	}
	next := s[i+n]
	for e := range misreadings {
		if b := w.row(first)[e]; b < 0xC2 || b > 0xF4 {
			continue
		}
		if next < utf8.RuneSelf && !(w.loose[e] && (next == ' ' || next == '?')) {
			continue
		}
		c := w.read(s, i, e)
		if c.Empty() {
			continue
		}
		w.believe(s, &c, before, depth)
		if c.belief > best.belief || c.belief == best.belief && c.belief != never && c.Len() > best.Len() {
			best = c
		}
	}
	return best
}

// maxChain is the longest chain judged at once, in bytes of what it says, so
// that no text makes judging slow. What follows is the next chain.
const maxChain = 96

// read reads as many sequences as follow each other under e.
func (w *chainWork) read(s string, i int, e misreading) chain {
	c := chain{Span: article.Span{Start: i, End: i}, e: e}
	var out []byte
	for c.End < len(s) && s[c.End] >= utf8.RuneSelf && len(out) < maxChain {
		last, _ := utf8.DecodeLastRuneInString(s[:c.End])
		w.inWord = unicode.IsLetter(last)
		r, n := w.readSequence(s[c.End:], e)
		if n == 0 {
			break
		}
		out = utf8.AppendRune(out, r)
		c.End += n
	}
	c.after = string(out)
	return c
}

// readSequence reads one UTF-8 sequence from the characters of s, and how
// many bytes of s it takes; 0 when there is none.
func (w *chainWork) readSequence(s string, e misreading) (rune, int) {
	var seq [6]byte
	got, used, want, holes := 0, 0, 0, 0
	for used < len(s) {
		r, n := utf8.DecodeRuneInString(s[used:])
		b := w.row(r)[e]
		switch {
		case got == 0:
			if want = sequenceLen(b); want == 0 {
				return 0, 0
			}
		case r == utf8.RuneError || r == '?' && w.loose[e]:
			holes++
			b = hole
		case r == ' ' && w.loose[e] && (got == 1 || seq[1] != 0x80): // "â€ " has lost its mark
			b = 0xA0
		case b&0xC0 != 0x80 && (got != 3 || b != 0xED):
			return 0, 0
		}
		seq[got] = b
		got++
		used += n
		if got == 2 && seq[0] == 0xED && seq[1] >= 0xA0 && holes == 0 {
			want = 6 // half of a surrogate pair: the other follows
		}
		if got < want {
			continue
		}
		switch r := decodeSequence(seq[:got], holes); {
		case r == 0:
			return 0, 0
		case r == 'à' && s[used-1] == ' ' && want == 2:
			return r, used - boolInt(!w.midWord(s[used:])) // "Ã la" was "à la"
		default:
			return r, used
		}
	}
	return 0, 0
}

// midWord reports whether a space behind "Ã" is the no-break space itself and
// not one that stood behind the word "à": inside words, and in Portuguese "às"
// and "àquele".
func (w *chainWork) midWord(rest string) bool {
	if w.inWord {
		return isLetterAt(rest, 0)
	}
	return strings.HasPrefix(rest, "s ") || strings.HasPrefix(rest, "quel") || strings.HasPrefix(rest, "quil")
}

// hole stands for a byte that is lost; no sequence holds it.
const hole = 0xFF

// sequenceLen is the length that a lead byte announces, or 0.
func sequenceLen(b byte) int {
	switch {
	case b < 0xC2 || b > 0xF4:
		return 0
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}

// decodeSequence returns the character of a UTF-8 sequence, or of two
// surrogates written as if they were characters; 0 when it is neither. One
// that lost bytes is U+FFFD, but "â€" and a hole was ”, the one mark whose
// third byte windows-1252 has no character for.
func decodeSequence(b []byte, holes int) rune {
	switch {
	case holes > 0 && len(b) == 3 && b[0] == 0xE2 && b[1] == 0x80:
		return '”'
	case holes > 0:
		return pickRune(holes < len(b)-1 || len(b) == 2, utf8.RuneError, 0)
	case len(b) == 6:
		high := rune(b[1]&0x0F)<<6 | rune(b[2]&0x3F)
		low := rune(b[4]&0x0F)<<6 | rune(b[5]&0x3F)
		if b[3] != 0xED || b[1] >= 0xB0 || b[4] < 0xB0 {
			return 0
		}
		return 0x10000 + high<<10 + low
	}
	if r, n := utf8.DecodeRune(b); r != utf8.RuneError || n == 3 {
		return r
	}
	return 0
}

func pickRune(ok bool, yes, no rune) rune {
	if ok {
		return yes
	}
	return no
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// believe judges a chain: by its sequences one by one, by whether what they
// say is itself damage, by its neighbours. It is cut before a sequence that
// nobody can have meant.
func (w *chainWork) believe(s string, c *chain, before rune, depth int) {
	if depth < maxDepth && utf8.RuneCountInString(c.after) > 1 {
		if inner := w.best(c.after, 0, before, depth+1); inner.belief == surely && inner.Len() == len(c.after) {
			c.belief = surely
			return
		}
	}
	said := []rune(c.after)
	after, _ := utf8.DecodeRuneInString(s[c.End:])
	prev, at, out := before, c.Start, 0
	for k, r := range said {
		_, n := utf8.DecodeRuneInString(s[at:])
		second, _ := utf8.DecodeRuneInString(s[at+n:])
		next := after
		if k+1 < len(said) {
			next = said[k+1]
		}
		b := sequenceBelief(c.e, second, r, prev, next, len(said))
		if script := scriptOf(r); script != nil {
			b = scriptBelief(c.e, script, second, said, before, after)
		}
		if b == never {
			c.End, c.after = at, c.after[:out]
			return
		}
		c.belief = max(c.belief, b)
		last, _ := utf8.DecodeLastRuneInString(s[:at])
		w.inWord = unicode.IsLetter(last)
		_, used := w.readSequence(s[at:], c.e)
		at, out, prev = at+used, out+utf8.RuneLen(r), r
	}
}
