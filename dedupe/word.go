package dedupe

import (
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// A word is one run of letters and digits of an article's view, folded so
// that copies of a text agree: lower case, without apostrophes and soft
// hyphens.
type word struct {
	hash       uint64
	singular   uint64 // hash without the last letter
	scan       uint64 // hash of its letters as a bad scan may show them, see scanFold
	start, end int32  // bytes of the view
	quoted     bool   // stands between quotation marks
	upper      bool   // begins with a capital
	caps       bool   // two letters or more, all capitals
	digit      bool   // begins with a digit
	number     uint8  // its first digits, when they are no more than two
	opens      bool   // first of a sentence or paragraph
}

// hash64 constants: FNV-1a, finished by mix so that all bits depend on all
// letters.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// mix spreads a hash over all its bits.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	return h
}

// foldHash is the hash of one word given by itself.
func foldHash(s string) uint64 {
	if w := appendWords(nil, s, 0); len(w) > 0 {
		return w[0].hash
	}
	return 0
}

// wordsOf returns the words of an article's own text: the view without
// boilerplate, links, bylines and metadata, and without the headline, which
// every outlet writes anew.
func wordsOf(a *article.Article) []word {
	return zoneWords(make([]word, 0, len(a.Text())/6+1), a, foreign)
}

// zoneWords appends the words of the zones that skip lets through.
func zoneWords(out []word, a *article.Article, skip func(article.Zone) bool) []word {
	view := a.Text()
	if len(a.Zones) == 0 {
		return appendWords(out, view, 0)
	}
	for _, z := range a.Zones {
		if skip(z.Zone) {
			continue
		}
		p := a.ToView(z.Span)
		out = appendWords(out, p.In(view), p.Start)
	}
	return out
}

// foreign reports whether a zone holds words that are not the story's.
func foreign(z article.Zone) bool {
	switch z {
	case article.Boilerplate, article.Related, article.Metadata, article.Byline, article.Headline:
		return true
	}
	return false
}

// notWritten is foreign, but lets the headline pass: some briefs are nothing
// else.
func notWritten(z article.Zone) bool { return z != article.Headline && foreign(z) }

// appendWords appends the words of s, which begins at offset base.
func appendWords(out []word, s string, base int) []word {
	sc := scanner{s: s, base: base, out: out, opens: true}
	for sc.i < len(s) {
		sc.step()
	}
	sc.endWord()
	return sc.out
}

// A scanner walks over a text once, byte by byte where it is ASCII.
type scanner struct {
	s     string
	base  int
	i     int
	out   []word
	cur   word
	in    bool // inside a word
	upper int  // capitals in the word so far
	runes int
	opens bool // the next word opens a sentence
	quote rune // the mark that has to close, 0 outside quotations
}

// step reads one character.
func (sc *scanner) step() {
	c, n := rune(sc.s[sc.i]), 1
	if c >= utf8.RuneSelf {
		c, n = utf8.DecodeRuneInString(sc.s[sc.i:])
	}
	switch {
	case 'a' <= c && c <= 'z':
		sc.letter(c, c, n)
	case 'A' <= c && c <= 'Z':
		sc.letter(c, c+'a'-'A', n)
	case '0' <= c && c <= '9':
		sc.letter(c, c, n)
	case sc.in && inner(c) && sc.nextIsLetter(n):
		// part of the word, but not of its hash: don't, co\u00adoperate
	case c < utf8.RuneSelf || !(unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c)):
		sc.sign(c, n)
	default:
		sc.letter(c, unicode.ToLower(c), n)
	}
	sc.i += n
}

// inner reports whether c may stand inside a word without changing it.
func inner(c rune) bool { return c == '\'' || c == '’' || c == '\u00ad' }

// letter takes one letter or digit, and its folded form, into the word.
func (sc *scanner) letter(c, low rune, n int) {
	if !sc.in {
		sc.in = true
		sc.cur = word{
			hash: fnvOffset, scan: fnvOffset, start: int32(sc.base + sc.i), quoted: sc.quote != 0, opens: sc.opens,
			digit: '0' <= c && c <= '9', upper: c != low,
		}
		sc.upper, sc.runes, sc.opens = 0, 0, false
	}
	if c != low {
		sc.upper++
	}
	sc.runes++
	sc.cur.end = int32(sc.base + sc.i + n)
	sc.cur.singular = sc.cur.hash
	if sc.cur.digit {
		sc.figure(c)
	}
	if low < utf8.RuneSelf {
		sc.cur.hash = (sc.cur.hash ^ uint64(low)) * fnvPrime
		sc.scanned(byte(low))
		return
	}
	for ; low > 0; low >>= 8 {
		sc.cur.hash = (sc.cur.hash ^ uint64(low&0xff)) * fnvPrime
		sc.cur.scan = (sc.cur.scan ^ uint64(low&0xff)) * fnvPrime
	}
}

// figure takes a digit into the word's number; "14th" is 14, "1400" none.
func (sc *scanner) figure(c rune) {
	switch {
	case c < '0' || c > '9':
	case sc.runes > 2:
		sc.cur.number = 0
	default:
		sc.cur.number = 10*sc.cur.number + uint8(c-'0')
	}
}

// scanFold maps letters and digits that scanners take for each other to one
// of them.
var scanFold = foldTable("ceoa0", "li1", "hb8", "tf", "un", "s5")

// foldTable maps each byte of a class to the first.
func foldTable(classes ...string) (t [128]byte) {
	for i := range t {
		t[i] = byte(i)
	}
	for _, class := range classes {
		for i := range class {
			t[class[i]] = t[class[0]]
		}
	}
	return t
}

// scanned takes one ASCII letter into the hash for scans; m is read as rn.
func (sc *scanner) scanned(c byte) {
	if c == 'm' {
		sc.cur.scan = (sc.cur.scan ^ uint64('r')) * fnvPrime
		c = 'n'
	}
	sc.cur.scan = (sc.cur.scan ^ uint64(scanFold[c])) * fnvPrime
}

// endWord closes the word being read.
func (sc *scanner) endWord() {
	if !sc.in {
		return
	}
	sc.in = false
	sc.cur.hash, sc.cur.scan, sc.cur.singular = mix(sc.cur.hash), mix(sc.cur.scan), mix(sc.cur.singular)
	sc.cur.caps = sc.runes > 1 && sc.upper == sc.runes
	sc.out = append(sc.out, sc.cur)
}

// sign takes a character that is no letter: it ends the word, may end the
// sentence, and may be a quotation mark.
func (sc *scanner) sign(c rune, n int) {
	switch c {
	case '\n':
		sc.endWord()
		sc.opens, sc.quote = true, 0
	case '.', '!', '?':
		if sc.in && sc.cur.digit && sc.nextIsDigit(n) {
			sc.cur.hash = (sc.cur.hash ^ '.') * fnvPrime // 2.5 is not 25
			return
		}
		sc.endWord()
		sc.opens = true
	case ',':
		if sc.in && sc.cur.digit && sc.nextIsDigit(n) {
			return // 10,000
		}
		sc.endWord()
	case '"', '“', '”', '«', '»':
		sc.endWord()
		sc.mark(c)
	case '‘':
		sc.endWord()
		if sc.quote == 0 {
			sc.quote = '’'
		}
	case '’':
		if sc.quote == '’' {
			sc.quote = 0
		}
	default:
		sc.endWord()
	}
}

// mark opens or closes a quotation in double marks.
func (sc *scanner) mark(c rune) {
	switch {
	case c == '“' || c == '«':
		sc.quote, sc.opens = '”', true
	case c == '"' && sc.quote == 0:
		sc.quote, sc.opens = '"', true
	default:
		sc.quote = 0
	}
}

// nextIsDigit reports whether a digit follows the sign of n bytes.
func (sc *scanner) nextIsDigit(n int) bool {
	k := sc.i + n
	return k < len(sc.s) && '0' <= sc.s[k] && sc.s[k] <= '9'
}

// nextIsLetter reports whether a letter follows the character of n bytes.
func (sc *scanner) nextIsLetter(n int) bool {
	r, _ := utf8.DecodeRuneInString(sc.s[sc.i+n:])
	return unicode.IsLetter(r)
}
