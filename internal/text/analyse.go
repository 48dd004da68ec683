package text

import (
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// Analyse cuts the view of a into paragraphs, sentences and tokens.
func Analyse(a *article.Article) *Doc {
	s := a.Text()
	d := &Doc{
		Text:       s,
		Paragraphs: make([]Paragraph, 0, 8+len(s)/160),
		Sentences:  make([]Sentence, 0, 8+len(s)/90),
		Tokens:     make([]Token, 0, 16+len(s)/4),
	}
	lower := lowerCopy(s)
	for _, p := range paragraphs(s, viewZones(a)) {
		d.addParagraph(p, lower)
	}
	d.tagged = make([]bool, len(d.Sentences))
	return d
}

// addParagraph appends p with its tokens and sentences; a paragraph of
// invisible characters only is left out.
func (d *Doc) addParagraph(p Paragraph, lower string) {
	first := len(d.Tokens)
	d.Tokens = appendTokens(d.Tokens, d.Text, lower, p.Span)
	if first == len(d.Tokens) {
		return
	}
	p.First = len(d.Sentences)
	d.cutSentences(len(d.Paragraphs), first)
	p.Last = len(d.Sentences)
	d.Paragraphs = append(d.Paragraphs, p)
}

// lowerCopy returns s with every letter in lower case whose lower-case form
// has as many bytes, so that offsets stay. Tokens share its memory. A text
// without upper-case letters is returned itself.
func lowerCopy(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for i < len(b) {
		c := b[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				b[i] = c + 'a' - 'A'
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
			utf8.EncodeRune(b[i:], l)
		}
		i += n
	}
	return string(b)
}
