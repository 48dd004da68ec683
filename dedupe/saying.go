package dedupe

import (
	"slices"
)

// A saying is the words of one quotation as they are compared.
type saying struct {
	grams []gram // 2-grams, sorted by key, each once
	total float64
	words int
	keys  []uint64 // the words in order
}

// A gram is two words in a row; it weighs as much as its rarer word tells.
type gram struct {
	key    uint32
	weight float32
}

// sayingOf takes a statement apart.
func sayingOf(s string, t *table) saying {
	ws := appendWords(nil, s, 0)
	x := saying{words: len(ws), keys: make([]uint64, len(ws))}
	rare := make([]float64, len(ws))
	for i, w := range ws {
		x.keys[i] = w.hash
		rare[i] = t.rarity(salted(stemmed(s, w), wordSalt))
		if w.digit {
			rare[i] = t.rarity(salted(w.hash, numberSalt))
		}
	}
	for i := 0; i+1 < len(ws); i++ {
		h := (uint64(fnvOffset) ^ stemmed(s, ws[i])) * fnvPrime
		h = mix((h ^ stemmed(s, ws[i+1])) * fnvPrime)
		x.grams = append(x.grams, gram{uint32(h >> 32), float32(gramFloor + max(rare[i], rare[i+1]))})
	}
	slices.SortFunc(x.grams, func(a, b gram) int {
		if a.key != b.key {
			return int(int64(a.key) - int64(b.key))
		}
		return 0
	})
	x.grams = slices.CompactFunc(x.grams, func(a, b gram) bool { return a.key == b.key })
	for _, g := range x.grams {
		x.total += float64(g.weight)
	}
	return x
}

// gramFloor is what a gram of the commonest words weighs.
const gramFloor = 1.0

// containment returns how much of the lighter saying stands in the other, and
// how many grams they share.
func containment(x, y *saying) (part float64, n int) {
	var sum float64
	for i, j := 0, 0; i < len(x.grams) && j < len(y.grams); {
		a, b := x.grams[i].key, y.grams[j].key
		switch {
		case a == b:
			sum += float64(x.grams[i].weight)
			n, i, j = n+1, i+1, j+1
		case a < b:
			i++
		default:
			j++
		}
	}
	least := min(x.total, y.total)
	if least == 0 {
		return 0, 0
	}
	return sum / least, n
}

// within reports whether the words of x stand in y in a row.
func (x *saying) within(y *saying) bool {
	if x.words == 0 || x.words > y.words {
		return false
	}
	for i := 0; i+x.words <= y.words; i++ {
		if slices.Equal(x.keys, y.keys[i:i+x.words]) {
			return true
		}
	}
	return false
}
