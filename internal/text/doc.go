// Package text turns bytes into text that can be analysed: it decodes, finds
// repairs for damaged encodings, and cuts the repaired view of an article
// into paragraphs, sentences and tokens with parts of speech.
package text

import "inquit/article"

// A Doc is the view of one article, cut into paragraphs, sentences and
// tokens. All spans index Text. It is built once per article and read by
// every extractor; only Tag changes it, so a Doc belongs to one goroutine.
type Doc struct {
	Text       string
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token

	tagged []bool // by sentence: its tokens carry their tags
	work   tagWork
}

// A Paragraph is a block of text that stands in one zone: a line, or several
// lines of hard-wrapped text, cut where a zone ends inside it. It holds no
// outer white space.
type Paragraph struct {
	article.Span
	Zone        article.Zone
	First, Last int // its sentences: Doc.Sentences[First:Last]
}

// A Sentence lies in one paragraph.
type Sentence struct {
	article.Span
	Paragraph   int
	First, Last int // its tokens: Doc.Tokens[First:Last]
}

// A TokenKind is the coarse class of a token.
type TokenKind uint8

// The kinds of token.
const (
	Word   TokenKind = iota // letters: "don't" is one word, "Lammy's" and "he'd" are two, "long-term" is three tokens
	Number                  // begins with a digit: "10,000", "2.5", "3rd", "11.8bn"
	Mark                    // a quotation mark of any kind, the apostrophe that is no part of a word included
	Punct                   // anything else that is printed
)

// A Token is a word, number or sign. Norm is its lower-case form with curly
// apostrophes made straight; most share the memory of one lower-case copy of
// the text. See appendTokens for where words are cut.
type Token struct {
	article.Span
	Norm     string
	Sentence int
	Kind     TokenKind
	Tag      Tag  // set by Doc.Tag; NoTag before
	Upper    bool // begins with an upper-case letter
	Caps     bool // two letters or more, all upper case: "NATO"
	Space    bool // white space stands before it
}

// Word returns token i as it stands in the view.
func (d *Doc) Word(i int) string { return d.Tokens[i].In(d.Text) }

// SentenceAt returns the index of the sentence that holds or follows view
// offset i, or len(d.Sentences) after the last.
func (d *Doc) SentenceAt(i int) int {
	return searchSpan(len(d.Sentences), i, func(k int) int { return d.Sentences[k].End })
}

// TokenAt returns the index of the token that holds or follows view offset i.
func (d *Doc) TokenAt(i int) int {
	return searchSpan(len(d.Tokens), i, func(k int) int { return d.Tokens[k].End })
}

// ParagraphAt returns the index of the paragraph that holds or follows view
// offset i.
func (d *Doc) ParagraphAt(i int) int {
	return searchSpan(len(d.Paragraphs), i, func(k int) int { return d.Paragraphs[k].End })
}

// searchSpan finds the first of n sorted spans that ends after offset i.
func searchSpan(n, i int, end func(int) int) int {
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi) / 2
		if end(mid) > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
