package text

import (
	_ "embed"
	"strings"
	"sync"

	"inquit/internal/text/perceptron"
)

//go:generate go run inquit/internal/gentagger tagger.bin

//go:embed tagger.bin
var taggerBytes []byte

// A tagModel is the model with our tag for each of its classes.
type tagModel struct {
	*perceptron.Model
	tags []Tag // one more than there are classes, for the hyphen
}

// loadTagger opens the model when the first sentence is tagged.
var loadTagger = sync.OnceValue(openTagger)

func openTagger() *tagModel {
	m, err := perceptron.Open(taggerBytes)
	if err != nil {
		panic("text: " + err.Error()) // the embedded table itself is broken
	}
	t := &tagModel{Model: m}
	for _, c := range m.Classes() {
		t.tags = append(t.tags, parseTag(c))
	}
	t.tags = append(t.tags, Sym)
	return t
}

// parseTag returns the tag of that name; Sym for all punctuation.
func parseTag(name string) Tag {
	for t := CC; t < Sym; t++ {
		if tagName[t] == name {
			return t
		}
	}
	return Sym
}

// A tagWork is what Tag reuses from sentence to sentence.
type tagWork struct {
	words   []string
	owner   []int // of each word: its first token
	classes []uint8
	scratch perceptron.Scratch
}

// Tag makes sure that the tokens of a sentence carry their tags. Tagging is
// the most expensive step, so callers ask for it only where it decides.
//
// The model was trained on words that are cut in another way, so it is shown
// those: "long-term" in one piece, "do" and "n't" apart, "Mr." with its stop.
// Each part of a compound carries the tag of the whole, its numbers CD;
// "don't" has the tag of "do".
func (d *Doc) Tag(sentence int) {
	if d.tagged[sentence] {
		return
	}
	d.tagged[sentence] = true
	m, w := loadTagger(), &d.work
	s := &d.Sentences[sentence]
	d.tagWords(s)
	w.classes = m.Tag(w.words, w.classes[:0], &w.scratch)
	k := 0
	for i := s.First; i < s.Last; i++ {
		for k+1 < len(w.owner) && w.owner[k+1] <= i && w.owner[k] != i {
			k++
		}
		switch t := &d.Tokens[i]; {
		case t.Kind == Punct || t.Kind == Mark:
			t.Tag = Sym
		case t.Kind == Number && w.owner[k] != i:
			t.Tag = CD
		case t.Kind == Number && isCompound(w.words[k]):
			t.Tag = CD
		default:
			t.Tag = m.tags[w.classes[k]]
		}
	}
}

// tagWords fills d.work with the words of s as the model knows them.
func (d *Doc) tagWords(s *Sentence) {
	w := &d.work
	w.words, w.owner = w.words[:0], w.owner[:0]
	for i := s.First; i < s.Last; i++ {
		last := d.lastOfUnit(s, i)
		text := d.Text[d.Tokens[i].Start:d.Tokens[last].End]
		switch t := &d.Tokens[i]; {
		case t.Kind == Mark:
			text = "''"
			if d.opens(s, i) {
				text = "``"
			}
		case t.Kind == Punct:
			text = plainSign(text)
		case strings.HasSuffix(t.Norm, "n't") && last == i:
			cut := len(text) - len("n't")
			if strings.HasSuffix(text, "’t") || strings.HasSuffix(text, "’T") {
				cut = len(text) - len("n’t")
			}
			if cut > 0 {
				w.words, w.owner = append(w.words, text[:cut]), append(w.owner, i)
				text = "n't"
			}
		case strings.Contains(text, "’"):
			text = strings.ReplaceAll(text, "’", "'")
		}
		w.words, w.owner = append(w.words, text), append(w.owner, i)
		i = last
	}
}

// lastOfUnit returns the last token of what the model takes for one word: a
// compound with hyphens, or an abbreviation with its stop.
func (d *Doc) lastOfUnit(s *Sentence, i int) int {
	if k := d.Tokens[i].Kind; k != Word && k != Number {
		return i
	}
	for i+2 < s.Last && d.isHyphen(i+1) && !d.Tokens[i+2].Space &&
		(d.Tokens[i+2].Kind == Word || d.Tokens[i+2].Kind == Number) {
		i += 2
	}
	if i+2 < s.Last && d.isAbbreviation(s.First, i+1) && d.Tokens[i+1].Norm == "." {
		i++
	}
	return i
}

// isHyphen reports whether token i is a hyphen glued to the token before.
func (d *Doc) isHyphen(i int) bool {
	t := &d.Tokens[i]
	return !t.Space && t.Kind == Punct && (t.Norm == "-" || t.Norm == "‐" || t.Norm == "‑")
}

// isCompound reports whether w was joined by a hyphen.
func isCompound(w string) bool { return strings.ContainsAny(w[1:], "-‐‑") }

// opens reports whether the mark at token i stands before its words.
func (d *Doc) opens(s *Sentence, i int) bool {
	switch d.Tokens[i].Norm {
	case "“", "‘", "«", "„", "‚", "``", "`":
		return true
	case "”", "»", "''":
		return false
	}
	return i == s.First || d.Tokens[i].Space || d.Text[d.Tokens[i-1].Start] == '('
}

// plainSign returns a printed sign as the model's training text has it: money
// is "$", a dash "--".
func plainSign(s string) string {
	switch s {
	case "£", "€", "¥", "₹", "₦", "₽", "₩", "₺", "₪":
		return "$"
	case "—", "–", "―":
		return "--"
	case "…":
		return "..."
	case "‐", "‑":
		return "-"
	}
	return s
}
