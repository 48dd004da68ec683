// Package perceptron tags the words of a sentence with an averaged
// perceptron whose weights lie packed in one block of bytes.
//
//	in   the model's bytes; the words of a sentence, in order
//	out  the class of each word, an index into Classes
//
// The features, the normal form of words and the list of words whose tag is
// fixed are those of the tagger in github.com/jdkato/prose/v2, which took
// them from Matthew Honnibal's. The bytes are used as they are: opening a
// model reads its head and nothing else.
package perceptron

import (
	"encoding/binary"
	"errors"
	"math"
)

// A Model gives words their classes. It may be used by several goroutines.
type Model struct {
	classes []string
	tagHash []uint64 // of each class, then of the three below
	offsets []byte   // where the entries of each bucket begin, 4 bytes each
	entries []byte
}

// Classes returns the names of the classes.
func (m *Model) Classes() []string { return m.classes }

// What can stand in the place of a tag without being a class: the two places
// before a sentence, and a hyphen.
var extraTags = []string{"-START-", "-START2-", "-"}

// magic opens a packed model; its last byte counts the formats.
const magic = "inqtag\x00\x01"

// errModel says that bytes are no packed model.
var errModel = errors.New("perceptron: not a packed model")

// Open returns the model packed in b, which must not change afterwards.
func Open(b []byte) (*Model, error) {
	if len(b) < len(magic)+1 || string(b[:len(magic)]) != magic {
		return nil, errModel
	}
	m := &Model{}
	n := int(b[len(magic)])
	b = b[len(magic)+1:]
	for range n {
		if len(b) == 0 || len(b) < 1+int(b[0]) {
			return nil, errModel
		}
		m.classes = append(m.classes, string(b[1:1+int(b[0])]))
		b = b[1+int(b[0]):]
	}
	if len(b) < 4*(buckets+1) || n == 0 || n > maxClasses {
		return nil, errModel
	}
	m.offsets, m.entries = b[:4*(buckets+1)], b[4*(buckets+1):]
	for _, c := range append(append([]string{}, m.classes...), extraTags...) {
		m.tagHash = append(m.tagHash, hash(c))
	}
	return m, m.check()
}

// check walks all entries once, so that no lookup can leave the bytes.
func (m *Model) check() error {
	at := 0
	for k := range buckets + 1 {
		for at < m.offset(k) {
			if at+entryHead > len(m.entries) {
				return errModel
			}
			at += entryHead + weightLen*int(m.entries[at+3])
		}
		if at != m.offset(k) {
			return errModel
		}
	}
	if at != len(m.entries) {
		return errModel
	}
	for e := m.entries; len(e) > 0; {
		n := entryHead + weightLen*int(e[3])
		for w := e[entryHead:n]; len(w) > 0; w = w[weightLen:] {
			if int(w[0]) >= len(m.classes) {
				return errModel
			}
		}
		e = e[n:]
	}
	return nil
}

// The size of the packed table. With 75,000 features a bucket holds one or
// two, and a feature that is unknown is taken for another once in 15 million.
const (
	buckets    = 1 << 16
	entryHead  = 4 // 3 bytes of the hash, the number of weights
	weightLen  = 3 // class, weight in thousandths as int16
	maxClasses = 61
)

func (m *Model) offset(k int) int {
	return int(binary.LittleEndian.Uint32(m.offsets[4*k:]))
}

// find returns the weights of a feature, or nothing.
func (m *Model) find(feature uint64) []byte {
	k := int(feature >> 48)
	e := m.entries[m.offset(k):m.offset(k+1)]
	for len(e) > 0 {
		n := entryHead + weightLen*int(e[3])
		if uint32(e[0])|uint32(e[1])<<8|uint32(e[2])<<16 == uint32(feature>>24)&0xFFFFFF {
			return e[entryHead:n]
		}
		e = e[n:]
	}
	return nil
}

// A Scratch holds what Tag needs while it works, so that many sentences cost
// one allocation. Its zero value is ready.
type Scratch struct {
	ctx    []context
	scores [maxClasses + 3]int32
}

// A context is a word as its neighbours see it.
type context struct{ word, suffix uint64 }

// Tag appends to out the class of each word.
func (m *Model) Tag(words []string, out []uint8, s *Scratch) []uint8 {
	s.setContext(words)
	start := len(m.classes)
	p1, p2 := start, start+1
	for i, w := range words {
		tag := m.tagOf(i, w, p1, p2, s)
		out = append(out, uint8(min(tag, start)))
		p2, p1 = p1, tag
	}
	return out
}

// tagOf returns the class of words[i], or the extra tag of a hyphen.
func (m *Model) tagOf(i int, w string, p1, p2 int, s *Scratch) int {
	if w == "-" {
		return len(m.classes) + 2
	}
	if fixed := m.find(feature(fixedTag, hash(w))); len(fixed) > 0 {
		return int(fixed[0])
	}
	clear(s.scores[:])
	c := s.ctx[i:] // c[2] is the word itself
	t1, t2 := m.tagHash[p1], m.tagHash[p2]
	for _, f := range [...]uint64{
		feature(bias, 0),
		feature(suffix, hash(lastThree(w))),
		feature(prefix, hash(first(w))),
		feature(tag1, t1),
		feature(tag2, t2),
		feature(tag12, pair(t1, t2)),
		feature(word, c[2].word),
		feature(tag1Word, pair(t1, c[2].word)),
		feature(word1, c[1].word),
		feature(suffix1, c[1].suffix),
		feature(word2, c[0].word),
		feature(wordNext, c[3].word),
		feature(suffixNext, c[3].suffix),
		feature(wordNext2, c[4].word),
	} {
		for ws := m.find(f); len(ws) >= weightLen; ws = ws[weightLen:] {
			s.scores[ws[0]&63] += int32(int16(uint16(ws[1]) | uint16(ws[2])<<8))
		}
	}
	best, top := 0, int32(math.MinInt32)
	for k, v := range s.scores[:len(m.classes)] {
		if v > top {
			best, top = k, v
		}
	}
	return best
}

// setContext fills s.ctx: two places, the words, two places.
func (s *Scratch) setContext(words []string) {
	s.ctx = append(s.ctx[:0], outside("-START-"), outside("-START2-"))
	for _, w := range words {
		s.ctx = append(s.ctx, contextOf(w))
	}
	s.ctx = append(s.ctx, outside("-END-"), outside("-END2-"))
}

func outside(w string) context { return context{hash(w), hash(lastThree(w))} }
