package crf

import (
	"iter"

	"inquit/internal/text"
)

// A Reader makes features of the tokens of one article. Trainer and tagger
// share it.
type Reader struct {
	d      *text.Doc
	marked []Region
	words  []word
	region []int32
	narrow bool // see FindSpeech
	place       // of the paragraph at hand
}

// A Sequence is a run of tokens that is labelled as one: sentences of one
// paragraph that follow each other and pass the gate.
type Sequence struct{ First, Last int }

// NewReader returns a reader of d.
func NewReader(d *text.Doc, marked []Region, lex *Lexicon) *Reader {
	r := &Reader{d: d, marked: marked, words: make([]word, len(d.Tokens)), region: make([]int32, len(d.Tokens)+1)}
	for k, m := range marked {
		for i := m.First; i < min(m.Last, len(d.Tokens)); i++ {
			r.region[i] = int32(k + 1)
		}
	}
	for i := range d.Tokens {
		f := FormOf(&d.Tokens[i])
		r.words[i].form = f
		r.words[i].entry = lex.lookup(f)
	}
	return r
}

// strongCue is how common as a cue a word must be for the features to lean on
// it; gateCue, for its sentence to be looked at.
const (
	strongCue = 3
	gateCue   = 2
)

// gate reports whether sentence s can hold a report.
func (r *Reader) gate(s *text.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		w := &r.words[i]
		if r.narrow && w.cue >= strongCue && w.speech > 1 && r.region[i] == 0 {
			return true
		}
		if !r.narrow && (r.region[i] != 0 || w.cue >= gateCue) {
			return true
		}
	}
	return false
}

// maxSequence bounds a sequence, so that memory is bounded too.
const maxSequence = 4000

// Sequences returns the runs of sentences that can hold a report. While one
// is at hand, Features reads its tokens.
func (r *Reader) Sequences() iter.Seq[Sequence] {
	return func(yield func(Sequence) bool) {
		for p := range r.d.Paragraphs {
			par := &r.d.Paragraphs[p]
			entered := false
			for k := par.First; k < par.Last; k++ {
				if !r.gate(&r.d.Sentences[k]) {
					continue
				}
				s := Sequence{r.d.Sentences[k].First, r.d.Sentences[k].Last}
				for k+1 < par.Last && r.gate(&r.d.Sentences[k+1]) && r.d.Sentences[k+1].Last-s.First < maxSequence {
					k++
					s.Last = r.d.Sentences[k].Last
				}
				if !entered {
					r.enter(p)
					entered = true
				}
				if !yield(s) {
					return
				}
			}
		}
	}
}

// A place is what is known about the tokens of one paragraph and their
// neighbours.
type place struct {
	first, last int // its tokens
	tok         []spot
}

// A spot is what stands around one token, each as an index into the tokens of
// the article.
type spot struct {
	left, right   int32 // the nearest strong cues of its sentence; -1 for none
	comma, stop   int32 // the nearest comma or mark before and behind; -1 for none
	commas, thats int32 // counted from the start of the paragraph
	signs         int32 // marks, likewise
	sentence      int32
	lastRegion    bool // the sentence before has marked words
	ownRegion     bool // its own sentence has
}

// enter makes paragraph p the one at hand.
func (r *Reader) enter(p int) {
	par := &r.d.Paragraphs[p]
	r.first, r.last = r.d.Sentences[par.First].First, r.d.Sentences[par.Last-1].Last
	n := r.last - r.first
	if cap(r.tok) < n {
		r.tok = make([]spot, n+n/2)
	}
	r.tok = r.tok[:n]
	before := false
	var c counts
	for k := par.First; k < par.Last; k++ {
		before = r.enterSentence(k, before, &c)
	}
}

// counts are what is counted through a paragraph.
type counts struct{ commas, thats, signs int32 }

// enterSentence fills in the spots of sentence k, and reports whether it has
// marked words.
func (r *Reader) enterSentence(k int, before bool, c *counts) (marked bool) {
	s := &r.d.Sentences[k]
	left, comma := int32(-1), int32(-1)
	for i := s.First; i < s.Last; i++ {
		w := &r.words[i]
		w.fill(r.d, i, i == s.First || i == s.First+1 && r.d.Tokens[i-1].Kind == text.Mark)
		marked = marked || r.region[i] != 0
		r.tok[i-r.first] = spot{left: left, comma: comma, commas: c.commas, thats: c.thats, signs: c.signs, sentence: int32(k), lastRegion: before}
		if w.cue >= strongCue {
			left = int32(i)
		}
		switch w.form {
		case commaForm:
			c.commas++
			comma = int32(i)
		case markForm:
			c.signs++
			comma = int32(i)
		case thatForm:
			c.thats++
		}
	}
	right, stop := int32(-1), int32(-1)
	for i := s.Last - 1; i >= s.First; i-- {
		t, w := &r.tok[i-r.first], &r.words[i]
		t.right, t.stop, t.ownRegion = right, stop, marked
		if w.cue >= strongCue {
			right = int32(i)
		}
		if w.form == commaForm || w.form == markForm {
			stop = int32(i)
		}
	}
	return marked
}
