package read

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"inquit/article"
)

// A writer writes the text of a page: paragraphs with an empty line between
// them, every run of blanks one space.
type writer struct {
	text  []byte
	zones []article.ZoneSpan
	space bool // a blank is due before the next word
	lines int  // line breaks that are due before it

	skip func(*html.Node) bool // elements to be left out; nil leaves out none
}

// render returns the text below n.
func render(n *html.Node) writer {
	var w writer
	w.render(n)
	return w
}

func (w *writer) render(n *html.Node) {
	traverse(n, w.begin, w.finish)
	w.end()
}

// traverse calls enter for n and what lies below it, and leave behind the
// children of each; what enter says no to has no children. It does not
// recurse: a page may nest deeper than a stack is tall.
func traverse(n *html.Node, enter func(*html.Node) bool, leave func(*html.Node)) {
	for d := n; d != nil; {
		if enter(d) && d.FirstChild != nil {
			d = d.FirstChild
			continue
		}
		for {
			leave(d)
			if d == n {
				return
			}
			if d.NextSibling != nil {
				d = d.NextSibling
				break
			}
			d = d.Parent
		}
	}
}

// unread elements hold no text of the article.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Nav: true, atom.Form: true, atom.Button: true, atom.Select: true,
	atom.Input: true, atom.Textarea: true, atom.Iframe: true, atom.Svg: true,
	atom.Head: true, atom.Footer: true, atom.Object: true, atom.Audio: true,
	atom.Video: true, atom.Canvas: true, atom.Dialog: true,
}

// begin writes what stands before the children of n; false when they are not
// read.
func (w *writer) begin(n *html.Node) bool {
	switch {
	case n.Type == html.TextNode:
		w.words(n.Data)
	case n.Type == html.ElementNode:
		if unread[n.DataAtom] || n.Data == "svg" || invisible(n) || w.skip != nil && w.skip(n) {
			return false
		}
		w.tag(n.DataAtom)
		if n.DataAtom == atom.Figcaption {
			w.zones = append(w.zones, article.ZoneSpan{Zone: article.Caption, Span: article.Span{Start: len(w.text)}})
		}
	}
	return true
}

// invisible reports an element that its page hides.
func invisible(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// finish writes what stands behind the children of n.
func (w *writer) finish(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	if n.DataAtom == atom.Figcaption && len(w.zones) > 0 {
		w.zones[len(w.zones)-1].End = len(w.text)
	}
	if n.DataAtom != atom.Br {
		w.tag(n.DataAtom)
	}
}

// inlineTags stand in a line without breaking it.
var inlineTags = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true,
	atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true,
	atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true,
	atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
	0: true, // elements of the page's own making
}

// tag asks for the line breaks that an element makes.
func (w *writer) tag(kind atom.Atom) {
	switch {
	case kind == atom.Br:
		w.lines = min(w.lines+1, 2)
	case kind == atom.Td || kind == atom.Th:
		w.space = true
	case !inlineTags[kind]:
		w.lines = 2
	}
}

// words writes text, its blanks folded.
func (w *writer) words(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' {
			w.space = true
			i++
			continue
		}
		w.due()
		n := 1
		if c >= utf8.RuneSelf {
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		w.text = append(w.text, s[i:i+n]...)
		i += n
	}
}

// due writes the blanks that are due, none at the very beginning. A caption
// begins behind them.
func (w *writer) due() {
	if len(w.text) > 0 {
		switch {
		case w.lines > 0:
			w.text = append(w.text, "\n\n"[:w.lines]...)
		case w.space:
			w.text = append(w.text, ' ')
		}
	}
	w.space, w.lines = false, 0
}

// end closes the text and drops the captions that hold nothing.
func (w *writer) end() {
	kept := w.zones[:0]
	for _, z := range w.zones {
		in := string(w.text[z.Start:max(z.Start, z.End)])
		if p := trim(in, article.Span{End: len(in)}); !p.Empty() {
			z.Span = article.Span{Start: z.Start + p.Start, End: z.Start + p.End}
			kept = append(kept, z)
		}
	}
	w.zones = kept
	if len(w.text) > 0 {
		w.text = append(w.text, '\n')
	}
}
