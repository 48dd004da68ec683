package dedupe

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
	"sync"
)

// tableData is the table of document frequencies, made by
// internal/traincluster: the number of articles counted, then for each
// feature seen in two or more of them its 32-bit hash (sorted) and, after all
// hashes, a byte each for its rarity. No word can be read out of it.
//
//go:embed table.bin
var tableData []byte

// shippedTable is the table that the program uses always: weights from the
// user's own articles would make an old result depend on new ones.
var shippedTable = sync.OnceValue(func() *table { return readTable(tableData) })

// A table says how rare features are in news.
type table struct {
	keys   []uint32
	rare   []uint8 // in steps of rarityStep
	unseen float64
}

// rarityStep is the precision of a stored rarity.
const rarityStep = 1.0 / 24

// rarity is the logarithm of how many articles there are to one that has the
// feature.
func (t *table) rarity(key uint32) float64 {
	i, ok := slices.BinarySearch(t.keys, key)
	if !ok {
		return t.unseen
	}
	return float64(t.rare[i]) * rarityStep
}

// readTable reads what encodeTable writes. Damaged data gives an empty table.
func readTable(b []byte) *table {
	if len(b) < 8 {
		return &table{unseen: 1}
	}
	docs, n := binary.LittleEndian.Uint32(b), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	if len(b) != 5*n {
		return &table{unseen: 1}
	}
	t := &table{keys: make([]uint32, n), rare: b[4*n:], unseen: unseenRarity(int(docs))}
	for i := range t.keys {
		t.keys[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return t
}

// unseenRarity is the rarity of what stands in no article of the table: rarer
// than what stands in one.
func unseenRarity(docs int) float64 { return math.Min(unseenCap, math.Log(2*float64(max(docs, 2)))) }

const unseenCap = 6

// encodeTable writes a table of the features that stand in least or more of
// docs articles.
func encodeTable(df map[uint32]int, docs, least int) []byte {
	var keys []uint32
	for k, n := range df {
		if n >= least {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	b := binary.LittleEndian.AppendUint32(nil, uint32(docs))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(keys)))
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, k := range keys {
		r := math.Log(float64(docs) / float64(df[k]))
		b = append(b, uint8(min(255, math.Round(r/rarityStep))))
	}
	return b
}
