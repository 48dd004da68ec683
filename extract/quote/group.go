package quote

import (
	"strings"

	"inquit/internal/text"
)

// maxInsertion is the most tokens that stand between the halves of an
// interrupted quotation: “A,” the head of the water board told the hearing, “B.”
const maxInsertion = 30

// maxPull is the most paragraphs without marks that stand inside an open
// quotation, as pull quotes and captions pasted into it do.
const maxPull = 2

// groups joins the regions that no clause has taken into quotations: those
// that run over several paragraphs, and those that are interrupted.
func (f *finder) groups() [][]int {
	var all [][]int
	for i := range f.regions {
		if f.taken[i] {
			continue
		}
		if n := len(all); n > 0 {
			g := all[n-1]
			if prev := g[len(g)-1]; f.goesOn(prev, i) || prev == i-1 && (f.interrupted(prev, i) || f.resumed(prev, i)) {
				all[n-1] = append(g, i)
				continue
			}
		}
		all = append(all, []int{i})
	}
	return all
}

// goesOn reports whether region b goes on with a, which its paragraph left
// open.
func (f *finder) goesOn(a, b int) bool {
	r, s := &f.regions[a], &f.regions[b]
	if r.closes || r.single != s.single || s.paragraph == r.paragraph {
		return false
	}
	if !s.opens {
		return true
	}
	return b == a+1 && s.startsP && s.paragraph-r.paragraph <= 1+maxPull &&
		f.isCurly(r) == f.isCurly(s) && f.onlyPulls(r.paragraph+1, s.paragraph)
}

// isCurly reports whether r begins with a mark that is no straight one.
func (f *finder) isCurly(r *region) bool { return f.d.Text[r.outer.Start] >= 0x80 }

// onlyPulls reports whether paragraphs [from, to) look set apart: lines
// without a stop.
func (f *finder) onlyPulls(from, to int) bool {
	for p := from; p < to; p++ {
		s := f.d.Paragraphs[p].In(f.d.Text)
		if s != "" && strings.IndexByte(".!?:", s[len(s)-1]) >= 0 {
			return false
		}
	}
	return true
}

// interrupted reports whether a and b are halves of one sentence with a cue
// between them.
func (f *finder) interrupted(a, b int) bool {
	r, s := &f.regions[a], &f.regions[b]
	gap := s.first - r.last
	if r.paragraph != s.paragraph || !r.closes || !s.opens || gap < 2 || gap > maxInsertion {
		return false
	}
	last := f.d.Tokens[s.first-1]
	if last.Norm != "," && last.Norm != "–" && last.Norm != "—" && last.Norm != "-" && last.Norm != "--" {
		return false
	}
	if f.closedBy(r) == '.' || f.is(r.last, "and") || f.is(r.last, "but") || f.d.Tokens[r.last].Sentence != last.Sentence {
		return false
	}
	n := 0
	from, to := f.cuesIn(r.last, s.first)
	for k := from; k < to; k++ {
		if c := &f.cues[k]; c.ing {
			return false
		} else if c.flag&takesMarks != 0 {
			n++
		}
	}
	return n == 1 // “A,” said Ann Moss, who runs the shop, “B.”
}

// resumed reports whether the speaker of a goes on in b with a new sentence
// and only his cue stands between them: “A,” said Ann Moss. “B.”
func (f *finder) resumed(a, b int) bool {
	r, s := &f.regions[a], &f.regions[b]
	gap := s.first - r.last
	if r.paragraph != s.paragraph || !r.closes || !s.opens || gap < 2 || gap > maxBehind || !f.opensSentence(s) {
		return false
	}
	t, last := &f.d.Tokens[r.last], &f.d.Tokens[s.first-1]
	if t.Sentence != last.Sentence || last.Norm == ":" || f.closedBy(r) == '.' || !f.endsLikeSentence(r) {
		return false
	}
	from, to := f.cuesIn(r.last, s.first)
	if to != from+1 || f.cues[from].ing {
		return false
	}
	if at, ok := f.after(r, true); !ok || at.cue != from+1 {
		return false
	}
	_, own := f.after(s, false)
	return !own
}

// wordsIn counts the words and numbers among tokens [first, last).
func (f *finder) wordsIn(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if k := f.d.Tokens[i].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}
