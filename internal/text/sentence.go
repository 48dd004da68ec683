package text

import (
	"strings"

	"inquit/article"
)

// maxSentence is the most tokens a sentence holds. Nothing real is longer;
// tables and lists without stops are, and rules look through whole sentences.
const maxSentence = 400

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
	for j < len(toks) && !toks[j].Space && (d.isTerminal(j) || d.closes(j)) {
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
		if lowerNext || toks[j].Kind == Punct && strings.Contains(",;:", d.Word(j)) {
			return 0
		}
		return j
	case closed && lowerNext && next == j:
		return 0
	case !toks[j].Space && !closed && (lowerNext || n.Kind == Number):
		return 0
	case toks[j].Kind == Punct && strings.Contains(",;:-–—", d.Word(j)):
		return 0
	case d.isAbbreviation(first, i) && !closed:
		if n.Kind == Word && n.Upper && startsSentence[n.Norm] && !isTitle[toks[max(first, i-1)].Norm] {
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
	return isTitle[w.Norm] || isShort[w.Norm] || w.Len() == 1 && w.Upper && w.Norm != "i"
}

// Words of the splitter.
var (
	isTitle = set("mr mrs ms dr prof gen sen rep gov st lt col sgt capt cmdr hon rev messrs maj brig adm sir")
	isShort = set("jan feb mar apr jun jul aug sep sept oct nov dec no nos vs inc corp ltd co bros jr sr etc fig vol approx dept est ave blvd rd mt ft")
	// A capital does not tell after an abbreviation; these words do.
	startsSentence = set("the a an he she it they we i you this that these those there in on at but and for when while after as if his her their its our my what who how however meanwhile")
)

// set returns the words of a list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
