package dedupe

import (
	"math"
	"slices"
	"strings"
	"sync"
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
	words, names, title, lead vector
	sig                       signature
	quoted                    []uint32   // grams inside quotation marks, sorted
	rare, numbers             []rareWord // sorted by key
	weekday                   uint8      // the first day of the week named, as a bit
	months                    uint16     // the months named, a bit each
	phase                     phase
	day                       int // days since 1970, 0 when undated
	dates                     dates
}

// A rareWord is a word that few articles have, counted once.
type rareWord struct {
	key    uint32
	rarity float32
}

// rareWords is how rare a word must be to count among the rare ones.
const rareWords = 3.5

// set returns the features at least so rare, each once, sorted.
func (t *table) set(keys []uint32, least float64) []rareWord {
	slices.Sort(keys)
	var out []rareWord
	for _, k := range slices.Compact(keys) {
		if r := t.rarity(k); r >= least {
			out = append(out, rareWord{k, float32(r)})
		}
	}
	return out
}

// A calendarWord is a day of the week or a month, as a bit.
type calendarWord struct {
	weekday uint8
	month   uint16
}

// calendar maps the hash of a day's or month's name to it.
var calendar = sync.OnceValue(func() map[uint64]calendarWord {
	m := map[uint64]calendarWord{}
	for i, d := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		m[foldHash(d)] = calendarWord{weekday: 1 << i}
	}
	months := "january february march april may june july august september october november december"
	for i, d := range strings.Fields(months) {
		m[foldHash(d)] = calendarWord{month: 1 << i}
		m[foldHash(d[:3])] = calendarWord{month: 1 << i}
	}
	delete(m, foldHash("may")) // more often a verb
	return m
})

// A phase says where in a term of office an article stands.
type phase struct {
	coming bool // "the president-elect", "the incoming mayor"
	holder bool // "President Brook", "Mayor Reed"
}

// offices are titles that one takes on a day everybody knows.
var offices = sync.OnceValue(func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, w := range []string{"president", "mayor", "governor", "chancellor", "premier", "taoiseach", "senator", "minister", "pope", "archbishop"} {
		m[foldHash(w)] = true
	}
	return m
})

// phaseOf reads the phase off the words beside offices.
func phaseOf(ws []word) (p phase) {
	elect, incoming := wordHash.elect(), wordHash.incoming()
	for i, w := range ws {
		if !offices()[w.hash] || i == 0 || i+1 == len(ws) {
			continue
		}
		switch {
		case ws[i+1].hash == elect || ws[i-1].hash == incoming:
			p.coming = true
		case w.upper && ws[i+1].upper && !ws[i+1].opens:
			p.holder = true
		}
	}
	return p
}

// wordHash holds the hashes of single words.
var wordHash = struct{ elect, incoming func() uint64 }{
	sync.OnceValue(func() uint64 { return foldHash("elect") }),
	sync.OnceValue(func() uint64 { return foldHash("incoming") }),
}

// tailSkip is how many of the heaviest shared words tail leaves out.
const tailSkip = 4

// tail is the cosine without the words that make most of it: two events of
// one topic share a few heavy words, two reports of one event many light
// ones.
func (x vector) tail(y vector) float64 {
	var sum float64
	var heavy [tailSkip]float64 // largest first
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].key == y[j].key:
			w := float64(x[i].weight) * float64(y[j].weight)
			sum += w
			for k := range heavy {
				if w > heavy[k] {
					w, heavy[k] = heavy[k], w
				}
			}
			i, j = i+1, j+1
		case x[i].key < y[j].key:
			i++
		default:
			j++
		}
	}
	for _, h := range heavy {
		sum -= h
	}
	return math.Max(0, sum)
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
		numbers: t.set(numberKeys(ws), 0),
		lead:    t.vector(wordKeys(view, ws[:min(leadWords, len(ws))])),
		sig:     signWords(ws),
		day:     dayOf(a),
	}
	p.dates = datesOf(ws, p.day)
	p.rare = t.set(wordKeys(view, ws), rareWords)
	p.phase = phaseOf(ws)
	for _, w := range ws {
		if !w.upper {
			continue
		}
		c := calendar()[w.hash]
		p.months |= c.month
		if p.weekday == 0 {
			p.weekday = c.weekday
		}
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
		opens := run[0].opens
		for len(run) > 0 && beforeNames()[run[0].hash] {
			run, opens = run[1:], false
		}
		if len(run) == 0 || opens && len(run) == 1 {
			continue
		}
		h := uint64(fnvOffset)
		last := run[len(run)-1]
		for _, w := range run[:len(run)-1] {
			h = (h ^ w.hash) * fnvPrime
		}
		out = append(out, salted((h^stemmed(view, last))*fnvPrime, nameSalt))
		if len(run) > 1 {
			out = append(out, salted((fnvOffset^stemmed(view, last))*fnvPrime, nameSalt))
		}
	}
	return out
}

// beforeNames are words with a capital that are no part of a name.
var beforeNames = sync.OnceValue(func() map[uint64]bool {
	m := map[uint64]bool{}
	for _, w := range []string{"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "the", "a", "an", "in", "on", "at", "but", "and", "for", "from", "by", "when", "if"} {
		m[foldHash(w)] = true
	}
	return m
})

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
