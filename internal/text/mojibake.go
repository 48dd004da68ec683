package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"inquit/article"
)

// A chain is a run of characters that are UTF-8 sequences read as e, one
// after the other.
type chain struct {
	article.Span
	e      misreading
	after  string // what the sequences say
	belief belief
}

// A belief says whether a chain is damage and not what was meant.
type belief uint8

// The beliefs.
const (
	never  belief = iota
	doubt         // damage when the text holds other damage of that kind
	surely        // nobody writes this
)

// undoLayer finds what one layer of damage did to s. Where some damage is
// sure, a second look takes in what was hurt once more: a sequence whose
// no-break space became a space, or of which one byte became "?".
func undoLayer(s string) []article.Repair {
	chains, sure := findChains(s, [misreadings]bool{})
	if sure != [misreadings]bool{} {
		if isJunk(s, chains) {
			return nil
		}
		chains, _ = findChains(s, sure)
	}
	var out []article.Repair
	for _, c := range chains {
		if c.belief == surely || c.belief == doubt && sure[c.e] {
			out = append(out, article.Repair{Span: c.Span, After: c.after})
		}
	}
	return out
}

// isJunk reports whether more of s looks damaged than can be read: then it
// went through more than misreadings, and half a repair is no help.
func isJunk(s string, chains []chain) bool {
	junk, good, at := 0, 0, 0
	for _, c := range chains {
		if c.belief == surely {
			good++
		}
		junk += countJunk(s[at:c.Start])
		at = c.End
	}
	return junk+countJunk(s[at:]) > good
}

// countJunk counts the letters that misread English and French are full of,
// where another character beyond ASCII follows.
func countJunk(s string) int {
	n := 0
	for i := nextOdd(s, 0); i < len(s); i = nextOdd(s, i) {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if next, _ := utf8.DecodeRuneInString(s[i:]); strings.ContainsRune("ãâÃÂ", r) && next >= 0x80 && next != utf8.RuneError {
			n++
		}
	}
	return n
}

// findChains returns the chains of s that may be damage, sorted, and by which
// misreadings some surely are. Sequences of the misreadings in loose are read
// with a space for a no-break space and "?" for any byte.
func findChains(s string, loose [misreadings]bool) (chains []chain, sure [misreadings]bool) {
	w := chainWork{byteTable: loadBytes(), loose: loose}
	before := ' '
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i = nextOdd(s, i)
			before, _ = utf8.DecodeLastRuneInString(s[:i])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if c := loneControl(s, i, r, n); c.belief != never {
			chains, i, before = append(chains, c), c.End, '.'
			continue
		}
		c := w.best(s, i, before, 0)
		if c.belief == never {
			i += n
			before = r
			continue
		}
		if c.belief == surely {
			sure[c.e] = true
		}
		chains = append(chains, c)
		i = c.End
		before, _ = utf8.DecodeLastRuneInString(c.after)
	}
	return chains, sure
}

// A chainWork reads chains.
type chainWork struct {
	*byteTable
	loose  [misreadings]bool
	inWord bool // a letter stands before the sequence being read
}

// loneControl takes a control character that windows-1252 has a sign for, and
// that opens no sequence, for this sign.
func loneControl(s string, i int, r rune, n int) chain {
	if r < 0x80 || r >= 0xA0 {
		return chain{}
	}
	sign := charmap.Windows1252.DecodeByte(byte(r))
	if sign == r || sign == utf8.RuneError || strings.ContainsRune("ƒˆ˜", sign) {
		return chain{} // no sign, or one that no news text holds
	}
	return chain{Span: article.Span{Start: i, End: i + n}, after: string(sign), belief: surely}
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

// sequenceBelief judges one sequence of a chain of length that says r; second
// is the second character of what is written for it.
func sequenceBelief(e misreading, second, r, before, after rune, length int) belief {
	switch {
	case r < 0xA0:
		return never // a control character is no gain
	case r < 0xC0:
		return signBelief(e, second, before)
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		return letterBelief(e, second, r, before, after, length)
	case r == utf8.RuneError:
		return pickBelief(second != r || unicode.IsLetter(before) && unicode.IsLetter(after), surely, doubt)
	case isSignBeyond(r):
		return pickBelief(e != macRoman || r < 0x2070 || r == '™' || r == '€', surely, doubt)
	case 0x2B0 <= r && r < 0x300:
		return doubt
	case 0x300 <= r && r < 0x370:
		return pickBelief(e == windows1252 && isPlainSign(second) && before > ' ', surely, never)
	}
	return never
}

// scriptBelief judges a sequence that says a letter of another script: one
// alone is chance, a word of them is not. before and after are the neighbours
// of the whole chain.
func scriptBelief(e misreading, script *unicode.RangeTable, second rune, said []rune, before, after rune) belief {
	need := 2
	if e == windows1251 || e == codePage437 {
		need = 3 // Ukrainian has such pairs of letters, tables such signs
	}
	switch {
	case countScript(said, script) >= need:
		own := unicode.Is(unicode.Cyrillic, before) || unicode.Is(unicode.Cyrillic, after)
		return pickBelief(e == windows1251 && own, doubt, surely)
	case script == unicode.Greek && e == windows1252 && unicode.IsLetter(before) && unicode.IsLetter(after) && isPlainSign(second):
		return surely
	}
	return pickBelief(isPlainSign(second) && e == windows1252 || e == windows1251, doubt, never)
}

// signBelief judges "Â£" and its like.
func signBelief(e misreading, second, before rune) belief {
	switch {
	case unicode.IsUpper(before):
		return doubt
	case e == windows1251 && (second == '»' || second == '«'):
		return doubt // «группа В»
	case unicode.IsLetter(second) && e != macRoman && e != codePage437:
		return doubt
	case isClosing(second):
		return doubt
	}
	return surely
}

// letterBelief judges a sequence that says a Latin letter.
func letterBelief(e misreading, second, r, before, after rune, length int) belief {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case isRareLetter(r):
		return never
	case unicode.IsLower(r) && unicode.IsUpper(before) && !unicode.IsLower(after):
		return pickBelief(length > 1, doubt, never)
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return never
	case r == 'å' && second == '¥':
		return doubt // "DrÃ¥ber" may be two letters as well
	case (e == windows1257 || e == iso8859x13) && unicode.IsLetter(second):
		return doubt // their letters stand where others have signs
	case isClosing(second) || e == codePage437 && isBox(second):
		return pickBelief(unicode.IsLetter(after) && unicode.IsLetter(before), surely, doubt)
	case (second == ' ' || second == '\u00a0') && r != 'à':
		return doubt
	case e == macRoman:
		return pickBelief(unicode.IsLetter(before) && (r < 0x100 || !unicode.IsLetter(second)), surely, doubt)
	case inWord || length > 1:
		return surely
	}
	return pickBelief(r < 0x100 && isPlainSign(second), surely, doubt)
}

func pickBelief(ok bool, yes, no belief) belief {
	if ok {
		return yes
	}
	return no
}

// isSignBeyond reports whether r is a mark, money, a symbol or an emoji.
func isSignBeyond(r rune) bool {
	switch {
	case 0x2010 <= r && r <= 0x2027, 0x2030 <= r && r <= 0x205E, 0x2000 <= r && r <= 0x200F,
		0x20A0 <= r && r <= 0x20C0, 0x2100 <= r && r <= 0x214F, 0x2190 <= r && r <= 0x2BFF,
		0x3000 <= r && r <= 0x303F, 0xFE0E <= r && r <= 0xFE0F, r == 0xFEFF, r == 0xFFFD,
		0xFF01 <= r && r <= 0xFF5E, 0x1F000 <= r && r <= 0x1FAFF:
		return true
	}
	return false
}

// isClosing reports whether r is a sign that stands behind words as well: a
// capital and this sign are no proof of damage.
func isClosing(r rune) bool {
	return strings.ContainsRune("‚„…†‡‰‹‘’“”•–—™›»®°", r)
}

// isBox reports whether r is made for drawing boxes.
func isBox(r rune) bool { return 0x2500 <= r && r < 0x25A0 }

// isPlainSign reports whether r is neither letter nor mark: nothing that
// belongs behind a letter.
func isPlainSign(r rune) bool { return !unicode.IsLetter(r) && !isClosing(r) && !unicode.IsSpace(r) }

// isRareLetter reports whether r is a Latin letter that no news text has:
// phonetic signs, long s, letters of old Greenlandic.
func isRareLetter(r rune) bool {
	switch {
	case r < 0x180:
		return strings.ContainsRune("ŗŉĸſĠŖŒ×÷", r) && r != 'Œ'
	case r < 0x250:
		return !strings.ContainsRune("ȘșȚțƠơƯưǍǎƏə", r)
	}
	return false
}

// scripts are the scripts whose letters may be found under damage.
var scripts = []*unicode.RangeTable{
	unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hangul,
	unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Devanagari, unicode.Bengali, unicode.Tamil,
	unicode.Armenian, unicode.Georgian,
}

// scriptOf returns the script of a letter beyond Latin, or nil.
func scriptOf(r rune) *unicode.RangeTable {
	if r < 0x370 || 0x1D00 <= r && r < 0x1E00 {
		return nil
	}
	for _, s := range scripts {
		if unicode.Is(s, r) {
			return s
		}
	}
	return nil
}

// countScript counts the letters of a script.
func countScript(said []rune, script *unicode.RangeTable) int {
	n := 0
	for _, r := range said {
		if unicode.Is(script, r) {
			n++
		}
	}
	return n
}
