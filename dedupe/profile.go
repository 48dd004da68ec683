package dedupe

import (
	"math"
	"slices"
	"time"

	"inquit/article"
)

// A term is one feature of an article with its weight. Features are hashes:
// of words, of names, of numbers.
type term struct {
	key    uint32
	weight float32
}

// A vector holds terms sorted by key; its length is 1 unless it is empty.
type vector []term

// cosine returns how alike two vectors are, 0 to 1.
func (x vector) cosine(y vector) float64 {
	var sum float64
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].key == y[j].key:
			sum += float64(x[i].weight) * float64(y[j].weight)
			i, j = i+1, j+1
		case x[i].key < y[j].key:
			i++
		default:
			j++
		}
	}
	return sum
}

// A profile is what Events knows of one article.
type profile struct {
	words, names, numbers, title, lead vector
	sig                                signature
	quoted                             []uint32 // grams inside quotation marks, sorted
	day                                int      // days since 1970, 0 when undated
}

// leadWords is how much of the beginning tells what the news is.
const leadWords = 70

// profileOf makes the profile of an article with the shipped weights.
func profileOf(a *article.Article, t *table) profile {
	ws := wordsOf(a)
	view := a.Text()
	p := profile{
		words:   t.vector(wordKeys(view, ws)),
		names:   t.vector(nameKeys(view, ws)),
		numbers: t.vector(numberKeys(ws)),
		lead:    t.vector(wordKeys(view, ws[:min(leadWords, len(ws))])),
		sig:     signWords(ws),
		day:     dayOf(a),
	}
	title := titleOf(a)
	p.title = t.vector(wordKeys(title, appendWords(nil, title, 0)))
	for _, g := range p.sig.grams {
		if g&1 == 1 {
			p.quoted = append(p.quoted, g)
		}
	}
	return p
}

// titleOf returns the headline: the title that is known, or the headline in
// the text, or its first line when that is short.
func titleOf(a *article.Article) string {
	if t := a.Title.String(); t != "" {
		return t
	}
	for _, z := range a.Zones {
		if z.Zone == article.Headline {
			return a.View(z.Span)
		}
	}
	return ""
}

// dayOf returns the day of publication as days since 1970, or 0.
func dayOf(a *article.Article) int {
	t, err := time.Parse(time.DateOnly, a.Published.String())
	if err != nil {
		return 0
	}
	return int(t.Unix() / 86400)
}

// The kinds of feature have hashes of their own.
const (
	wordSalt   = 0x9e3779b97f4a7c15
	nameSalt   = 0xc2b2ae3d27d4eb4f
	numberSalt = 0x165667b19e3779f9
)

func salted(h, salt uint64) uint32 { return uint32(mix(h^salt) >> 32) }

// wordKeys returns the features of words: each without a plural s.
func wordKeys(view string, ws []word) []uint32 {
	out := make([]uint32, 0, len(ws))
	for _, w := range ws {
		if w.digit {
			continue
		}
		out = append(out, salted(stemmed(view, w), wordSalt))
	}
	return out
}

// stemmed returns the hash of a word without its plural or possessive s.
func stemmed(view string, w word) uint64 {
	n := w.end - w.start
	if n < 4 || view[w.end-1] != 's' || view[w.end-2] == 's' {
		return w.hash
	}
	return w.singular
}

// numberKeys returns the features of numbers with two digits or more.
func numberKeys(ws []word) []uint32 {
	var out []uint32
	for _, w := range ws {
		if w.digit && w.end-w.start > 1 {
			out = append(out, salted(w.hash, numberSalt))
		}
	}
	return out
}

// nameKeys returns the features of names: each run of capitalised words that
// does not merely begin a sentence, and its last word, the surname.
func nameKeys(view string, ws []word) []uint32 {
	var out []uint32
	for i := 0; i < len(ws); {
		j := runEnd(view, ws, i)
		if j == i {
			i++
			continue
		}
		run := ws[i:j]
		i = j
		if run[0].opens && len(run) == 1 {
			continue
		}
		h := uint64(fnvOffset)
		for _, w := range run {
			h = (h ^ w.hash) * fnvPrime
		}
		out = append(out, salted(h, nameSalt))
		if last := run[len(run)-1]; len(run) > 1 {
			out = append(out, salted((fnvOffset^last.hash)*fnvPrime, nameSalt))
		}
	}
	return out
}

// runEnd returns where the run of capitalised words that begins at i ends.
func runEnd(view string, ws []word, i int) int {
	j := i
	for j < len(ws) && ws[j].upper && (j == i || !ws[j].opens && view[ws[j-1].end:ws[j].start] == " ") {
		j++
	}
	return j
}

// vector weighs features by how often they occur here and how rare they are
// in news, and scales the result to length 1.
func (t *table) vector(keys []uint32) vector {
	slices.Sort(keys)
	out := make(vector, 0, len(keys))
	var norm float64
	for i := 0; i < len(keys); {
		j := i
		for j < len(keys) && keys[j] == keys[i] {
			j++
		}
		w := (1 + math.Log(float64(j-i))) * t.rarity(keys[i])
		out = append(out, term{keys[i], float32(w)})
		norm += w * w
		i = j
	}
	if norm == 0 {
		return nil
	}
	for i := range out {
		out[i].weight = float32(float64(out[i].weight) / math.Sqrt(norm))
	}
	return out
}
