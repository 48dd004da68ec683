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

// undoLayer finds what one layer of damage did to s.
func undoLayer(s string) []article.Repair {
	chains, sure := findChains(s)
	var out []article.Repair
	for _, c := range chains {
		if c.belief == surely || c.belief == doubt && sure[c.e] {
			out = append(out, article.Repair{Span: c.Span, After: c.after})
		}
	}
	return out
}

// findChains returns the chains of s that may be damage, sorted, and by which
// misreadings some surely are.
func findChains(s string) (chains []chain, sure [misreadings]bool) {
	t := loadBytes()
	before := ' '
	for i := nextOdd(s, 0); i < len(s); {
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
		c := bestChain(t, s, i, before, 0)
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

// loneControl takes a control character that windows-1252 has a sign for, and
// that opens no sequence, for this sign.
func loneControl(s string, i int, r rune, n int) chain {
	if r < 0x80 || r >= 0xA0 {
		return chain{}
	}
	sign := charmap.Windows1252.DecodeByte(byte(r))
	if sign == r || sign == utf8.RuneError {
		return chain{}
	}
	return chain{Span: article.Span{Start: i, End: i + n}, after: string(sign), belief: surely}
}

// maxDepth is how many layers are looked through to judge the outermost.
const maxDepth = 4

// bestChain returns the chain at s[i:] that is believed most, the longest of
// those, the commonest misreading of those.
func bestChain(t *byteTable, s string, i int, before rune, depth int) chain {
	best := chain{}
	first, n := utf8.DecodeRuneInString(s[i:])
	if i+n >= len(s) || s[i+n] < utf8.RuneSelf || !canLead(first) {
		return best
	}
	for e := range misreadings {
		if b := t.row(first)[e]; b < 0xC2 || b > 0xF4 {
			continue
		}
		c := readChain(t, s, i, e)
		if c.Empty() {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[c.End:])
		c.belief = believe(t, s[c.Start:c.End], c, before, after, depth)
		if c.belief > best.belief || c.belief == best.belief && c.belief != never && c.Len() > best.Len() {
			best = c
		}
	}
	return best
}

// readChain reads as many sequences as follow each other under e.
func readChain(t *byteTable, s string, i int, e misreading) chain {
	c := chain{Span: article.Span{Start: i, End: i}, e: e}
	var out []byte
	for c.End < len(s) && s[c.End] >= utf8.RuneSelf {
		r, n := readSequence(t, s[c.End:], e)
		if n == 0 {
			break
		}
		out = utf8.AppendRune(out, r)
		c.End += n
		if len(out) >= maxChain {
			break
		}
	}
	c.after = string(out)
	return c
}

// maxChain is the longest chain judged at once, in bytes of what it says, so
// that no text makes judging slow. What follows is the next chain.
const maxChain = 240

// readSequence reads one UTF-8 sequence from the characters of s, and how
// many bytes of s it takes; 0 when there is none.
func readSequence(t *byteTable, s string, e misreading) (rune, int) {
	var seq [6]byte
	got, used, want := 0, 0, 0
	for used < len(s) && s[used] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s[used:])
		b := t.row(r)[e]
		if got == 0 {
			if want = sequenceLen(b); want == 0 {
				return 0, 0
			}
		} else if b&0xC0 != 0x80 && (got != 3 || b != 0xED) {
			return 0, 0
		}
		seq[got] = b
		got++
		used += n
		if got == 2 && seq[0] == 0xED && seq[1] >= 0xA0 {
			want = 6 // half of a surrogate pair: the other follows
		}
		if got == want {
			return decodeSequence(seq[:got]), used * boolInt(decodeSequence(seq[:got]) != 0)
		}
	}
	return 0, 0
}

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

// decodeSequence returns the character of a UTF-8 sequence or of two
// surrogates written as if they were characters; 0 when it is neither.
func decodeSequence(b []byte) rune {
	if len(b) == 6 {
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

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// believe judges a chain: by its sequences one by one, by whether what they
// say is itself damage, by its neighbours.
func believe(t *byteTable, src string, c chain, before, after rune, depth int) belief {
	said := []rune(c.after)
	if depth < maxDepth && len(said) > 1 {
		if inner := bestChain(t, c.after, 0, before, depth+1); inner.belief == surely && inner.Len() == len(c.after) {
			return surely
		}
	}
	worst, best := surely, never
	prev := before
	for k, r := range said {
		lead, n := utf8.DecodeRuneInString(src)
		second, m := utf8.DecodeRuneInString(src[n:])
		next := after
		if k+1 < len(said) {
			next = said[k+1]
		}
		b := sequenceBelief(c.e, lead, second, r, prev, next, said)
		worst, best = min(worst, b), max(best, b)
		_, used := readSequence(t, src, c.e)
		src = src[used:]
		_ = m
		prev = r
	}
	if worst == never {
		return doubtIf(best == surely && depth == 0 && hasNonLatin(said))
	}
	return best
}

func doubtIf(ok bool) belief {
	if ok {
		return doubt
	}
	return never
}

// hasNonLatin reports whether r holds letters of another script.
func hasNonLatin(said []rune) bool {
	for _, r := range said {
		if scriptOf(r) != nil {
			return true
		}
	}
	return false
}

// sequenceBelief judges one sequence that begins with the characters lead and
// second and says r; said is its whole chain.
func sequenceBelief(e misreading, lead, second, r, before, after rune, said []rune) belief {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case r < 0xA0:
		return never // a control character is no gain
	case r < 0xC0:
		return signBelief(e, second, before)
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		return letterBelief(e, second, r, before, after, len(said))
	case isSignBeyond(r):
		return surely
	case 0x300 <= r && r < 0x370:
		return pickBelief(!unicode.IsLetter(second) && before > ' ', surely, never)
	}
	script := scriptOf(r)
	switch {
	case script == nil:
		return never
	case countScript(said, script) > 1+boolInt(e == windows1251 || e == codePage437):
		return pickBelief(e == windows1251 && (unicode.Is(unicode.Cyrillic, before) || unicode.Is(unicode.Cyrillic, after)), doubt, surely)
	case script == unicode.Greek && inWord && unicode.IsLetter(before) && unicode.IsLetter(after) && isPlainSign(second):
		return surely
	}
	return pickBelief(isPlainSign(second) && e == windows1252, doubt, never)
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
	case isClosing(second) || e == codePage437 && isBox(second):
		return pickBelief(unicode.IsLetter(after) && unicode.IsLetter(before), surely, doubt)
	case second == '\u00a0' && r != 'à':
		return doubt
	case e == macRoman:
		return pickBelief(unicode.IsLetter(before), surely, doubt)
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
