package quote

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"inquit/internal/text"
)

// order sorts the drafts by where they begin, a longer one first.
func (f *finder) order() {
	sort.SliceStable(f.drafts, func(i, j int) bool {
		a, b := &f.drafts[i], &f.drafts[j]
		if a.Start() != b.Start() {
			return a.Start() < b.Start()
		}
		return a.last > b.last
	})
}

// once keeps one of the drafts, in order, that report the same words without
// marks: two words of saying can claim one clause.
func (f *finder) once() {
	kept := f.drafts[:0]
	for i := range f.drafts {
		d := f.drafts[i]
		same := false
		for k := len(kept) - 1; k >= 0 && d.Kind == Indirect && kept[k].Start() == d.Start() && !same; k-- {
			same = kept[k].Kind == Indirect && slices.Equal(kept[k].Parts, d.Parts)
		}
		if !same {
			kept = append(kept, d)
		}
	}
	f.drafts = kept
}

// reorder sorts again and keeps the turns that point at other drafts.
func (f *finder) reorder() {
	for i := range f.drafts {
		f.drafts[i].was = i + 1
	}
	f.order()
	now := make([]int, len(f.drafts)+1)
	for i := range f.drafts {
		now[f.drafts[i].was] = i + 1
	}
	for i := range f.drafts {
		f.drafts[i].turn = now[f.drafts[i].turn]
	}
}

// quotations turns the drafts, sorted and with speakers, into quotations with
// ids, texts and links.
func (f *finder) quotations(articleID string) []Quotation {
	hex := strings.TrimPrefix(articleID, "a:")
	out := make([]Quotation, 0, len(f.drafts))
	for i := range f.drafts {
		d := &f.drafts[i]
		d.ID = "q:" + hex + ":" + strconv.Itoa(i+1)
		d.Article = articleID
		d.Zone = f.d.Paragraphs[d.paragraph].Zone
		d.Text = f.words(d.Parts)
		d.Confidence = f.certainty(d)
	}
	f.linkTurns()
	f.linkNested()
	f.linkFragments()
	for i := range f.drafts {
		out = append(out, f.drafts[i].Quotation)
	}
	return out
}

// words joins the words of the parts.
func (f *finder) words(parts []Part) string {
	if len(parts) == 1 {
		return parts[0].In(f.d.Text)
	}
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.In(f.d.Text))
	}
	return b.String()
}

// certainty says how sure it is that a draft is a quotation at all.
func (f *finder) certainty(d *draft) float64 {
	switch {
	case d.Rule == learnedRule:
		return learnedRight
	case d.Kind == Direct || d.Kind == Block:
		if d.speaks {
			return .98
		}
		return .9
	case d.Kind == Mixed && d.speaks:
		return .95
	case d.Kind == Mixed:
		return .7
	case d.Rule == "object":
		return .6
	}
	return .85
}

// linkTurns links a quotation to the one whose turn it goes on with.
func (f *finder) linkTurns() {
	for i := range f.drafts {
		d := &f.drafts[i]
		if d.turn > 0 && (d.Rule == "carry-over" || d.Rule == "same-paragraph") {
			d.Links.Continues = f.drafts[d.turn-1].ID
		}
	}
}

// linkNested links a quotation to the smallest that holds it.
func (f *finder) linkNested() {
	var open []int
	for i := range f.drafts {
		d := &f.drafts[i]
		for len(open) > 0 && f.drafts[open[len(open)-1]].last < d.last {
			open = open[:len(open)-1]
		}
		if n := len(open); n > 0 && f.drafts[open[n-1]].first <= d.first {
			d.Links.NestedIn = f.drafts[open[n-1]].ID
		}
		open = append(open, i)
	}
}

// Bounds of a fragment: a single word says nothing, a long quotation stands
// for itself.
const (
	minFragment = 2
	maxFragment = 14
)

// linkFragments links short marked words to a fuller quotation that has them.
func (f *finder) linkFragments() {
	short := map[uint32][]int{} // fragments by the hash of their first two words
	words := make([][]string, len(f.drafts))
	for i := range f.drafts {
		if f.drafts[i].Kind == Indirect {
			continue
		}
		w := f.normWords(&f.drafts[i])
		words[i] = w
		if len(w) >= minFragment && len(w) <= maxFragment {
			k := pairHash(w[0], w[1])
			if len(short[k]) < maxAlike {
				short[k] = append(short[k], i)
			}
		}
	}
	if len(short) == 0 {
		return
	}
	for i, w := range words {
		for k := 0; k+1 < len(w); k++ {
			for _, p := range short[pairHash(w[k], w[k+1])] {
				if d := &f.drafts[p]; p != i && d.Links.FragmentOf == "" && len(words[p]) < len(w) && hasPrefix(w[k:], words[p]) {
					d.Links.FragmentOf = f.drafts[i].ID
				}
			}
		}
	}
}

// maxAlike is how many fragments that begin alike are looked at.
const maxAlike = 8

// pairHash is the FNV-1a hash of two words.
func pairHash(a, b string) uint32 {
	h := uint32(2166136261)
	for i := range len(a) {
		h = (h ^ uint32(a[i])) * 16777619
	}
	h *= 16777619
	for i := range len(b) {
		h = (h ^ uint32(b[i])) * 16777619
	}
	return h
}

// normWords returns the lower-case words of a draft's parts.
func (f *finder) normWords(d *draft) []string {
	var w []string
	for _, p := range d.Parts {
		for i := f.d.TokenAt(p.Start); i < len(f.d.Tokens) && f.d.Tokens[i].Start < p.End; i++ {
			if k := f.d.Tokens[i].Kind; k == text.Word || k == text.Number {
				w = append(w, f.d.Tokens[i].Norm)
			}
		}
	}
	return w
}

// hasPrefix reports whether s begins with the words of prefix.
func hasPrefix(s, prefix []string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i, w := range prefix {
		if s[i] != w {
			return false
		}
	}
	return true
}
