package crf

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

// A Model labels tokens. It may be used by several goroutines.
type Model struct {
	*Lexicon
	scale float64 // weights of one unit of log odds
	known []block // of 64 features each
	rows  []lanes
	edges edges
}

// A block tells which of 64 features have weights, one bit each, and how many
// features before them have. Both are read together.
type block struct {
	bits uint64
	rank uint32
}

// A row holds the weights of one feature, by label; the last is not used.
type row [Labels + 1]int8

// lanes are a row with bias added to each weight, in one word: eight of them
// are added at once.
type lanes uint64

// bias makes weights of -128 to 127 positive.
const bias = 128

// lanes packs r.
func (r *row) lanes() (w lanes) {
	for y, v := range r {
		w |= lanes(int(v)+bias) << (8 * y)
	}
	return w
}

// A sum adds up lanes: those of even and of odd labels, 16 bits each, which
// holds for 256 features.
type sum struct {
	even, odd uint64
	n         int32
}

// evenLanes are the bytes of labels 0, 2, 4, 6.
const evenLanes = 0x00FF00FF00FF00FF

// label returns the sum of the weights of label y.
func (s *sum) label(y int) int32 {
	w := s.even
	if y&1 == 1 {
		w = s.odd
	}
	return int32(w>>(16*(y/2))&0xFFFF) - bias*s.n
}

// EdgeKinds is how many kinds of token the weights of label pairs tell apart.
const EdgeKinds = 64

// edges are weights of label pairs: by the kind of the token, and by the kind
// of the one before. What may not follow has the weight never.
type edges [2][EdgeKinds]pairs

// pairs are scores of a label behind another.
type pairs [Labels][Labels]int32

// Weights are what a trainer learns.
type Weights struct {
	Known []Known
	// Rows are the weights of features, by label; Edges those of a label
	// behind another, first by the kind of the token, then by that of the
	// token before.
	Rows  map[Feature][Labels]float64
	Edges [2][EdgeKinds][Labels][Labels]float64
	Scale float64 // weights are kept as integers of 1/Scale
}

// magic opens a packed model; its last byte counts the formats.
const magic = "inqcrf\x00\x01"

// errModel says that bytes are no packed model.
var errModel = errors.New("crf: not a packed model")

// Pack returns w as Open reads it. Features whose weights all round to
// nothing are left out.
func (w *Weights) Pack() []byte {
	b := append([]byte(magic), 0)
	b = binary.LittleEndian.AppendUint16(b[:len(magic)], uint16(w.Scale*256))
	b = appendKnown(b, w.Known)
	for side := range w.Edges {
		for k := range w.Edges[side] {
			for _, from := range w.Edges[side][k] {
				for _, v := range from {
					b = binary.LittleEndian.AppendUint16(b, uint16(int16(round(v*w.Scale, 1<<15-1))))
				}
			}
		}
	}
	var features []Feature
	for f, v := range w.Rows {
		if w.row(v) != (row{}) {
			features = append(features, f)
		}
	}
	slices.Sort(features)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(features)))
	last := Feature(0)
	for _, f := range features {
		b = binary.AppendUvarint(b, uint64(f-last))
		last = f
		b = w.row(w.Rows[f]).append(b)
	}
	return b
}

// row returns weights as small integers.
func (w *Weights) row(v [Labels]float64) (r row) {
	for y := range v {
		r[y] = int8(round(v[y]*w.Scale, 127))
	}
	return r
}

// round returns the nearest integer, limit at most either way.
func round(v float64, limit int) int {
	switch {
	case v < 0:
		return -min(int(.5-v), limit)
	default:
		return min(int(v+.5), limit)
	}
}

// append packs r: which weights are not 0, then those.
func (r row) append(b []byte) []byte {
	at := len(b)
	b = append(b, 0)
	for y := range Labels {
		if r[y] != 0 {
			b[at] |= 1 << y
			b = append(b, byte(r[y]))
		}
	}
	return b
}

// Open reads a packed model.
func Open(b []byte) (*Model, error) {
	if len(b) < len(magic)+2 || string(b[:len(magic)]) != magic {
		return nil, errModel
	}
	m := &Model{scale: float64(binary.LittleEndian.Uint16(b[len(magic):])) / 256}
	known, b, err := readKnown(b[len(magic)+2:])
	if err != nil || m.scale == 0 {
		return nil, errModel
	}
	m.Lexicon = NewLexicon(known)
	if b, err = m.readEdges(b); err != nil {
		return nil, err
	}
	return m, m.readRows(b)
}

// readEdges reads the weights of label pairs, and returns the rest.
func (m *Model) readEdges(b []byte) ([]byte, error) {
	if len(b) < 2*2*EdgeKinds*Labels*Labels {
		return nil, errModel
	}
	for side := range m.edges {
		for k := range m.edges[side] {
			for p := range Labels {
				for y := range Labels {
					m.edges[side][k][p][y] = int32(int16(binary.LittleEndian.Uint16(b)))
					if !Follows(Label(p), Label(y)) {
						m.edges[side][k][p][y] = never
					}
					b = b[2:]
				}
			}
		}
	}
	return b, nil
}

// readRows reads the weights of features.
func (m *Model) readRows(b []byte) error {
	if len(b) < 4 {
		return errModel
	}
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; n > len(b)/2 {
		return errModel
	}
	m.known = make([]block, 1<<FeatureBits/64)
	m.rows = make([]lanes, n)
	f := uint64(0)
	for i := range m.rows {
		step, k := binary.Uvarint(b)
		if f += step; k <= 0 || f >= 1<<FeatureBits || i > 0 && step == 0 {
			return errModel
		}
		var r row
		var ok bool
		if b, ok = r.read(b[k:]); !ok {
			return errModel
		}
		m.rows[i] = r.lanes()
		m.known[f/64].bits |= 1 << (f % 64)
	}
	sum := 0
	for i := range m.known {
		m.known[i].rank = uint32(sum)
		sum += bits.OnesCount64(m.known[i].bits)
	}
	return nil
}

// read reads what append packed, and returns the rest.
func (r *row) read(b []byte) (rest []byte, ok bool) {
	if len(b) == 0 || b[0] >= 1<<Labels || len(b) < 1+bits.OnesCount8(b[0]) {
		return nil, false
	}
	mask := b[0]
	b = b[1:]
	for y := range Labels {
		if mask&(1<<y) != 0 {
			r[y] = int8(b[0])
			b = b[1:]
		}
	}
	return b, true
}

// add adds the weights of feature f to s.
func (m *Model) add(s *sum, f Feature) {
	b, bit := &m.known[f/64], uint64(1)<<(f%64)
	if b.bits&bit == 0 {
		return
	}
	r := uint64(m.rows[int(b.rank)+bits.OnesCount64(b.bits&(bit-1))])
	s.even += r & evenLanes
	s.odd += r >> 8 & evenLanes
	s.n++
}

// EdgeKind returns the kind of token i for the weights of label pairs.
func (r *Reader) EdgeKind(i int) int {
	w := r.at(i)
	switch {
	case w.form == markForm:
		return 1
	case w.form == commaForm:
		return 2
	case w.form == thatForm:
		return 3
	case w.tags != 0:
		return 8 + int(w.tags>>8)%48
	}
	return 4 + int(w.shape%4)
}
