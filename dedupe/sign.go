package dedupe

import (
	"crypto/sha256"
	"slices"

	"inquit/article"
)

// gramSize is how many words make one gram. Four keep house style and light
// rewording from hiding a copy, and are rarely shared by chance.
const gramSize = 4

// A signature is what Copies knows of one text: the set of its grams.
type signature struct {
	grams []uint32 // sorted, each once; the lowest bit says "quoted"
	own   int      // how many are not quoted
	words int
}

// sign makes the signature of an article. A gram is quoted when all its words
// stand in quotation marks: two outlets that report one speech share those
// without copying from each other.
func sign(a *article.Article) signature { return new(signer).sign(a) }

// A signer signs many articles in the same room.
type signer struct {
	words []word
	grams []uint32
}

func (s *signer) sign(a *article.Article) signature {
	s.words = zoneWords(s.words[:0], a, notWritten)
	return s.signWords(s.words)
}

func signWords(ws []word) signature { return new(signer).signWords(ws) }

func (s *signer) signWords(ws []word) signature {
	grams := s.grams[:0]
	for i := 0; i+gramSize <= len(ws); i++ {
		grams = append(grams, gramAt(ws[i:i+gramSize]))
	}
	s.grams = compactGrams(grams)
	out := signature{grams: slices.Clone(s.grams), words: len(ws)}
	for _, g := range s.grams {
		out.own += int(1 - g&1)
	}
	return out
}

// gramAt is the hash of words in a row, its lowest bit set when all of them are
// quoted.
func gramAt(ws []word) uint32 {
	h, quoted := uint64(fnvOffset), true
	for _, w := range ws {
		h = (h ^ w.scan) * fnvPrime
		quoted = quoted && w.quoted
	}
	g := uint32(mix(h)) << 1
	if quoted {
		g |= 1
	}
	return g
}

// key is equal for equal sets of grams.
func (s signature) key() string {
	b := make([]byte, 0, 4*len(s.grams))
	for _, g := range s.grams {
		b = append(b, byte(g>>1), byte(g>>9), byte(g>>17), byte(g>>25))
	}
	sum := sha256.Sum256(b)
	return string(sum[:])
}

// compactGrams sorts grams and keeps each once, as unquoted when it stands
// outside marks at least once.
func compactGrams(grams []uint32) []uint32 {
	slices.Sort(grams)
	return slices.CompactFunc(grams, func(x, y uint32) bool { return x>>1 == y>>1 })
}

// An overlap counts what two signatures share.
type overlap struct {
	all int // grams in both
	own int // of these, the ones that neither text quotes
}

// shared counts the grams two signatures have in common.
func shared(x, y []uint32) overlap {
	var o overlap
	for i, j := 0, 0; i < len(x) && j < len(y); {
		a, b := x[i]>>1, y[j]>>1
		if a == b {
			o.all++
			o.own += int((1 - x[i]&1) & (1 - y[j]&1))
			i, j = i+1, j+1
			continue
		}
		if a < b {
			i++
		} else {
			j++
		}
	}
	return o
}
