package name

import "math/bits"

// A wordTable finds the classes of a word: a hash table with open places,
// whose slots hold the first eight bytes of their word, so that one look into
// memory settles nearly every token of a text.
type wordTable struct {
	slots []slot
	shift int
	words []string // those longer than eight bytes
}

// A slot holds one word; its length is 0 when it is free.
type slot struct {
	front uint64 // the first eight bytes
	class class
	word  uint16 // where in words, if it is longer
	n     uint16 // its length
}

// newWordTable makes a table of the words of m.
func newWordTable(m map[string]class) *wordTable {
	width := bits.Len(uint(2 * len(m)))
	t := &wordTable{slots: make([]slot, 1<<width), shift: 64 - width}
	for w, c := range m {
		front := pack(w)
		s := slot{front: front, class: c, n: uint16(len(w))}
		if len(w) > 8 {
			s.word = uint16(len(t.words))
			t.words = append(t.words, w)
		}
		i := hashWord(w, front) >> t.shift
		for t.slots[i].n != 0 {
			i = t.next(i)
		}
		t.slots[i] = s
	}
	return t
}

// of returns the classes of a word, 0 when it is not listed.
func (t *wordTable) of(w string) class {
	front := pack(w)
	for i := hashWord(w, front) >> t.shift; t.slots[i].n != 0; i = t.next(i) {
		s := &t.slots[i]
		if s.front == front && int(s.n) == len(w) && (len(w) <= 8 || t.words[s.word] == w) {
			return s.class
		}
	}
	return 0
}

// next returns the slot behind i.
func (t *wordTable) next(i uint64) uint64 { return (i + 1) & uint64(len(t.slots)-1) }

// pack returns the first eight bytes of a word as a number.
func pack(w string) uint64 {
	var n uint64
	for i := range min(len(w), 8) {
		n |= uint64(w[i]) << (8 * i)
	}
	return n
}

// hashWord mixes the first and the last eight bytes and the length.
func hashWord(w string, front uint64) uint64 {
	h := front ^ uint64(len(w))<<56
	if len(w) > 8 {
		h += pack(w[len(w)-8:]) * 0x9E3779B97F4A7C15
	}
	return (h ^ h>>32) * 0xD6E8FEB86659FD93
}
