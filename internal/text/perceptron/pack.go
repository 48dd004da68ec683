package perceptron

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

func lower(w string) string { return strings.ToLower(w) }

// Pack writes a model as Open reads it: weights by feature and class as
// prose names them, the words with one tag, the classes. Weights are kept to
// a thousandth, which is how precise prose's are.
func Pack(weights map[string]map[string]float64, fixed map[string]string, classes []string) ([]byte, error) {
	p := packer{class: map[string]byte{}}
	classes = slices.Sorted(slices.Values(classes))
	if len(classes) > maxClasses {
		return nil, fmt.Errorf("%d classes, at most %d", len(classes), maxClasses)
	}
	for i, c := range classes {
		p.class[c] = byte(i)
	}
	for f, w := range weights {
		if err := p.add(f, w); err != nil {
			return nil, err
		}
	}
	for w, tag := range fixed {
		e := entry{hash: feature(fixedTag, hash(w)) >> 24, name: w}
		e.weights = append(e.weights, p.class[tag], 1, 0)
		p.entries = append(p.entries, e)
	}
	return p.bytes(classes)
}

// A packer collects entries.
type packer struct {
	class   map[string]byte
	entries []entry
}

// An entry is one feature: the upper 40 bits of its hash and its weights.
type entry struct {
	hash    uint64
	name    string
	weights []byte
}

// add takes one feature of prose's model.
func (p *packer) add(name string, weights map[string]float64) error {
	f, err := parse(name)
	if err != nil {
		return err
	}
	e := entry{hash: f >> 24, name: name}
	for c, w := range weights {
		k, ok := p.class[c]
		if !ok {
			return fmt.Errorf("feature %q has an unknown class %q", name, c)
		}
		// The few weights beyond int16 are written in two pieces.
		for n := int(math.Round(w * 1000)); n != 0; {
			part := max(math.MinInt16, min(math.MaxInt16, n))
			e.weights = append(e.weights, k, byte(part), byte(part>>8))
			n -= part
		}
	}
	if len(e.weights) > 255*weightLen {
		return fmt.Errorf("feature %q has too many weights", name)
	}
	p.entries = append(p.entries, e)
	return nil
}

// parse turns a feature's name into its hash.
func parse(name string) (uint64, error) {
	if name == kindName[bias] {
		return feature(bias, 0), nil
	}
	for k, n := range kindName {
		says, ok := strings.CutPrefix(name, n+" ")
		if !ok {
			continue
		}
		switch kind(k) {
		case tag12, tag1Word:
			a, b, _ := strings.Cut(says, " ")
			return feature(kind(k), pair(hash(a), hash(b))), nil
		}
		return feature(kind(k), hash(says)), nil
	}
	return 0, fmt.Errorf("unknown feature %q", name)
}

// bytes writes all entries in the order of their hashes.
func (p *packer) bytes(classes []string) ([]byte, error) {
	sort.Slice(p.entries, func(i, j int) bool { return p.entries[i].hash < p.entries[j].hash })
	var offsets, entries []byte
	next := 0
	for i, e := range p.entries {
		if i > 0 && e.hash == p.entries[i-1].hash {
			return nil, fmt.Errorf("features %q and %q have one hash", p.entries[i-1].name, e.name)
		}
		for ; next <= int(e.hash>>24); next++ {
			offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(entries)))
		}
		entries = append(entries, byte(e.hash), byte(e.hash>>8), byte(e.hash>>16), byte(len(e.weights)/weightLen))
		entries = append(entries, sortedWeights(e.weights)...)
	}
	for ; next <= buckets; next++ {
		offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(entries)))
	}
	out := append([]byte(magic), byte(len(classes)))
	for _, c := range classes {
		out = append(append(out, byte(len(c))), c...)
	}
	return append(append(out, offsets...), entries...), nil
}

// sortedWeights orders the weights of an entry by class, so that the same
// model gives the same bytes.
func sortedWeights(w []byte) []byte {
	type one [weightLen]byte
	var all []one
	for ; len(w) > 0; w = w[weightLen:] {
		all = append(all, one(w[:weightLen]))
	}
	slices.SortFunc(all, func(a, b one) int { return slices.Compare(a[:], b[:]) })
	var out []byte
	for _, x := range all {
		out = append(out, x[:]...)
	}
	return out
}
