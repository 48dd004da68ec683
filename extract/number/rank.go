package number

import (
	"strings"

	"inquit/internal/text"
)

// ordinals are the places that are written in words.
var ordinals = map[string]uint64{
	"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}

// placing are the verbs that give a place to what they speak of.
var placing = map[string]bool{
	"ranked": true, "ranks": true, "rank": true, "ranking": true, // "ranked fifth"
	"finished": true, "finishing": true, "finish": true, "placed": true, // "finished third"
}

// superlatives are what an ordinal may count down from without looking like a
// superlative by its end.
var superlatives = map[string]bool{"best": true, "worst": true, "most": true, "least": true}

// notSuperlatives end in "-est" and are something else.
var notSuperlatives = map[string]bool{
	"test": true, "guest": true, "forest": true, "west": true, "contest": true, "interest": true, "request": true, "protest": true,
	"arrest": true, "quest": true, "nest": true, "rest": true, "harvest": true, "conquest": true, "invest": true, "suggest": true,
	"chest": true, "vest": true, "pest": true, "honest": true, "northwest": true, "southwest": true, "midwest": true, "latest": true,
	"priest": true, "modest": true, "everest": true, "unrest": true, "inquest": true, "bequest": true, "manifest": true, "digest": true,
}

// rankAt reads a rank whose ordinal is token i: "third-largest", "ranked
// fifth", "in fifth place". A "first" is too often no rank to be read as one.
func (f *finder) rankAt(i int) (a amount, ok bool) {
	n, next := f.ordinal(i)
	if n == 0 || next >= f.last && !placing[f.norm(i-1)] {
		return a, false
	}
	a = amount{first: i, num: i, numEnd: i + 1, end: next, lo: Int(n), form: rankForm, rule: "rank"}
	a.setUnit("rank", rankUnit)
	if isDash(f.norm(next)) && !f.at(next).Space {
		next++
	}
	switch {
	case f.isSuperlative(next):
		a.end = next + 1
		if w := f.norm(next); w == "most" || w == "least" {
			if f.at(a.end).Kind != text.Word || f.at(a.end).Upper || f.norm(a.end) == "of" {
				return a, false
			}
			for isDash(f.norm(a.end)) && !f.at(a.end).Space {
				a.end++
			}
			a.end = min(a.end+1, f.last)
		}
		return a, true
	case placing[f.norm(i-1)] && f.endsPlace(a.end):
		return a, true
	case f.norm(i-1) == "in" && f.norm(next) == "place":
		a.end = next + 1
		return a, true
	}
	return a, false
}

// ordinal reads "third" and "3rd"; n is 0 when token i is none.
func (f *finder) ordinal(i int) (n uint64, end int) {
	if n := ordinals[f.norm(i)]; n > 0 {
		return n, i + 1
	}
	v, rest, _, ok := digits(f.norm(i))
	if ok && v.IsInt() && !v.IsZero() && v.Cmp(Int(1000)) < 0 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
		return whole(v), i + 1
	}
	return 0, 0
}

func (f *finder) isSuperlative(i int) bool {
	w := f.norm(i)
	return superlatives[w] || len(w) > 5 && strings.HasSuffix(w, "est") && !notSuperlatives[w] && !f.at(i).Upper
}

// endsPlace reports whether the place is over at token i: "finished third in",
// not "finished third grade".
func (f *finder) endsPlace(i int) bool {
	if i >= f.last || f.at(i).Kind != text.Word {
		return true
	}
	switch f.norm(i) {
	case "in", "out", "of", "among", "behind", "on", "at", "for", "with", "overall", "and", "after", "worldwide", "globally", "nationally", "from", "last", "place":
		return true
	}
	return false
}
