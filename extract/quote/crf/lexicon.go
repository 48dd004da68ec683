package crf

import (
	"encoding/binary"
	"slices"
)

// A Lexicon is what is known about single words, found by their hash.
type Lexicon struct {
	keys    []uint32 // open addressing; 0 is empty
	entries []entry
	mask    uint32
}

// An entry is what is known about one word.
type entry struct {
	tags   uint16 // its commonest part of speech, and the second where that is common too
	cue    uint8  // how often it is a cue, 0 to 5
	source uint8  // how often it stands in a source, 0 to 5
	speech uint8  // how often, as a cue, it brings speech rather than an attitude: 0 to 3
}

// A Known is an entry of a lexicon with the form it belongs to.
type Known struct {
	Form                uint32
	Tags                uint16
	Cue, Source, Speech uint8
}

// knownLen is the length of a packed entry.
const knownLen = 8

// NewLexicon returns a lexicon of these entries.
func NewLexicon(known []Known) *Lexicon {
	size := 16
	for size < 2*len(known) {
		size *= 2
	}
	l := &Lexicon{keys: make([]uint32, size), entries: make([]entry, size), mask: uint32(size - 1)}
	for _, k := range known {
		i := l.slot(k.Form)
		l.keys[i] = k.Form
		l.entries[i] = entry{tags: k.Tags, cue: k.Cue, source: k.Source, speech: k.Speech}
	}
	return l
}

// slot returns where form stands or would stand.
func (l *Lexicon) slot(form uint32) uint32 {
	i := form * 2654435769 >> 7 & l.mask
	for l.keys[i] != 0 && l.keys[i] != form {
		i = (i + 1) & l.mask
	}
	return i
}

// lookup returns what is known about a form; of an unknown one, nothing.
func (l *Lexicon) lookup(form uint32) entry { return l.entries[l.slot(form)] }

// appendKnown packs entries, sorted by form.
func appendKnown(b []byte, known []Known) []byte {
	known = slices.Clone(known)
	slices.SortFunc(known, func(a, b Known) int {
		if a.Form < b.Form {
			return -1
		}
		return 1
	})
	b = binary.LittleEndian.AppendUint32(b, uint32(len(known)))
	for _, k := range known {
		b = binary.LittleEndian.AppendUint32(b, k.Form)
		b = binary.LittleEndian.AppendUint16(b, k.Tags)
		b = append(b, k.Cue<<4|k.Source, k.Speech)
	}
	return b
}

// readKnown reads what appendKnown packed, and returns the rest.
func readKnown(b []byte) (known []Known, rest []byte, err error) {
	if len(b) < 4 {
		return nil, nil, errModel
	}
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; n > len(b)/knownLen {
		return nil, nil, errModel
	}
	known = make([]Known, n)
	for i := range known {
		e := b[i*knownLen:]
		known[i] = Known{binary.LittleEndian.Uint32(e), binary.LittleEndian.Uint16(e[4:]), e[6] >> 4, e[6] & 15, e[7]}
	}
	return known, b[n*knownLen:], nil
}
