package text

import (
	"strings"
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
