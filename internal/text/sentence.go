package text

import (
	"strings"
	"sync"

	"inquit/article"
)

// maxSentence is the most tokens a sentence holds. Nothing real is longer;
// tables and lists without stops are, and rules look through whole sentences.
const maxSentence = 400

// maxStops is the most stops and marks that end one sentence together.
const maxStops = 20

// cutSentences makes sentences of the tokens from first on, which are the
// tokens of paragraph p.
func (d *Doc) cutSentences(p, first int) {
	toks := d.Tokens
	start := first
	for i := first; i < len(toks); {
		end := d.sentenceEnd(first, i)
		if end == 0 && i-start >= maxSentence {
			end = i + 1
		}
		if end == 0 {
			i++
			continue
		}
		d.addSentence(p, start, end)
		start, i = end, end
	}
	if start < len(toks) {
		d.addSentence(p, start, len(toks))
	}
}

// addSentence appends the sentence of tokens first to last, the last not
// included.
func (d *Doc) addSentence(p, first, last int) {
	for i := first; i < last; i++ {
		d.Tokens[i].Sentence = len(d.Sentences)
	}
	d.Sentences = append(d.Sentences, Sentence{
		Span:      article.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
		Paragraph: p, First: first, Last: last,
	})
}

// sentenceEnd returns the token behind the sentence that token i ends, or 0
// when it ends none. first is the first token of the paragraph.
func (d *Doc) sentenceEnd(first, i int) int {
	if !d.isTerminal(i) {
		return 0
	}
	toks := d.Tokens
	j := i + 1
	for j < min(len(toks), i+maxStops) && !toks[j].Space && (d.isTerminal(j) || d.closes(j)) {
		j++
	}
	if j == len(toks) {
		return j
	}
	next := j
	for next+1 < len(toks) && (toks[next].Kind == Mark || d.Word(next) == "(" || d.Word(next) == "[") {
		next++
	}
	n := &toks[next]
	lowerNext := n.Kind == Word && !n.Upper
	closed := j > i+1 && toks[j-1].Kind == Mark
	switch c := d.Text[toks[i].Start]; {
	case c == '?' || c == '!':
		if lowerNext || toks[j].Kind == Punct && strings.Contains(",;:", d.Word(j)) || closed && d.saysNext(j) {
			return 0
		}
		return j
	case j > i+1 && lowerNext && next == j: // “No.” he said; (R-Pa.) said
		return 0
	case !toks[j].Space && !closed && (lowerNext || n.Kind == Number):
		return 0
	case toks[j].Kind == Punct && strings.Contains(",;:-–—", d.Word(j)):
		return 0
	case d.isAbbreviation(first, i) && !closed:
		if n.Kind == Word && n.Upper && !toks[max(first, i-1)].is(titleWord) && d.starts(n) {
			return j
		}
		return 0
	case d.isEllipsis(i) && lowerNext:
		return 0
	}
	return j
}

// isTerminal reports whether token i can end a sentence.
func (d *Doc) isTerminal(i int) bool {
	t := &d.Tokens[i]
	switch t.Kind {
	case Punct:
		switch c := d.Text[t.Start]; c {
		case '.', '!', '?':
			return true
		default:
			return t.Norm == "…"
		}
	case Word:
		return d.Text[t.End-1] == '.'
	}
	return false
}

// isEllipsis reports whether token i stands for left-out words.
func (d *Doc) isEllipsis(i int) bool {
	t := &d.Tokens[i]
	return t.Kind == Punct && (t.Norm == "…" || t.Len() > 1)
}

// closes reports whether token i, glued to a stop, belongs before it.
func (d *Doc) closes(i int) bool {
	t := &d.Tokens[i]
	if t.Kind == Mark {
		return t.Norm != "“" && t.Norm != "‘"
	}
	return t.Norm == ")" || t.Norm == "]" || t.Norm == "}"
}

// isAbbreviation reports whether the stop at token i belongs to an
// abbreviation or an initial.
func (d *Doc) isAbbreviation(first, i int) bool {
	if d.Tokens[i].Kind == Word {
		return true
	}
	if i == first || d.Tokens[i].Space || d.Tokens[i].Len() > 1 {
		return false
	}
	w := &d.Tokens[i-1]
	if w.Kind != Word {
		return false
	}
	if w.Norm == "no" || w.Norm == "nos" { // "No. 4", and else a word
		return i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == Number
	}
	return w.is(titleWord|shortWord) || w.Len() == 1 && w.Upper && w.Norm != "i" ||
		w.Upper && inPunkt(d.lowerWord(w, i))
}

// lowerWord returns the word w with the stop at token i, in lower case.
func (d *Doc) lowerWord(w *Token, i int) string {
	if w.Len() > len("calif") {
		return "" // longer than any abbreviation of the list
	}
	return strings.ToLower(d.Text[w.Start:d.Tokens[i].End])
}

// starts reports whether a capitalised word behind an abbreviation begins a
// sentence: most words have their capital there from being names.
func (d *Doc) starts(n *Token) bool {
	return !n.Caps && (n.is(startWord) || inPunkt(n.Norm))
}

// saysNext reports whether a name of one to three words and a verb of saying
// stand at token j: “Why?” Tam Ebele asked.
func (d *Doc) saysNext(j int) bool {
	for k := j; k < min(j+5, len(d.Tokens)); k++ {
		t := &d.Tokens[k]
		switch {
		case t.Kind == Word && !t.Upper:
			return k > j && t.is(sayingWord)
		case t.Kind == Mark || t.Kind == Number || t.Kind == Punct && !d.isAbbreviation(j, k):
			return false
		}
	}
	return false
}

// A wordClass says what a word is to the splitter.
type wordClass uint8

// The classes.
const (
	titleWord  wordClass = 1 << iota // "Mr. Okoro": never ends a sentence
	shortWord                        // "Jan. 5", "Corvid Inc."
	startWord                        // begins a sentence when it has a capital
	sayingWord                       // "“Why?” Tam Ebele asked."
)

// wordLists are the words of each class.
var wordLists = []struct {
	class wordClass
	words string
}{
	{titleWord, "mr mrs ms dr prof gen sen rep gov st lt col sgt capt cmdr hon rev messrs maj brig adm sir"},
	{shortWord, "jan feb mar apr jun jul aug sep sept oct nov dec no nos vs inc corp ltd co bros jr sr etc pp vol approx dept est ave blvd rd mt ft"},
	{startWord, "the a an he she it they we i you this that these those there in on at but and for when while after as if his her their its our my what who how however meanwhile"},
	{startWord, "according although among both despite even indeed instead many moreover most nevertheless nor since so some though under yet"},
	{sayingWord, "said says asked asks told tells added adds replied replies wrote writes tweeted cried shouted demanded wondered joked"},
}

// wordClasses is the table of wordLists.
var wordClasses = sync.OnceValue(func() map[string]wordClass {
	m := map[string]wordClass{}
	for _, l := range wordLists {
		for _, w := range strings.Fields(l.words) {
			m[w] |= l.class
		}
	}
	return m
})

// is reports whether the token is a word of a class.
func (t *Token) is(c wordClass) bool { return wordClasses()[t.Norm]&c != 0 }
