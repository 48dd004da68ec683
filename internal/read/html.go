package read

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"inquit/article"
	"inquit/internal/text"
)

// minPage is the shortest text, in bytes, that is believed to be the article
// of a page; below it the page is read another way.
const minPage = 250

// page makes an article of an HTML page: the text of the article it shows is
// the source text, what its head declares is metadata. charset and uri are
// what the server said of it, "" when nobody knows.
func (r *reader) page(b []byte, charset, uri string) (*article.Article, error) {
	if charset == "" {
		charset = declaredCharset(b)
	}
	src, enc, err := decode(b, charset)
	if err != nil {
		return nil, err
	}
	p := readPage(src)
	if strings.TrimFunc(p.text, blank) == "" {
		return nil, fmt.Errorf("%w: a page without any", ErrNoText)
	}
	a := article.New(r.src.Path, r.member, "", p.text, text.FindRepairs(p.text))
	a.Encoding = enc
	a.Zones = p.zones
	p.meta.into(a)
	if a.URL == "" {
		a.URL = uri
	}
	if a.Outlet == nil {
		a.Outlet = metadata(hostOf(uri))
	}
	r.finish(a, false)
	return a, nil
}

// A pageText is what was taken out of a page.
type pageText struct {
	text  string
	zones []article.ZoneSpan // of what the page itself marks: captions
	meta  pageMeta
}

// readPage takes the article out of a page. A page that cannot be parsed, for
// its elements lie too deep in each other, is stripped of its tags.
func readPage(src string) pageText {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return pageText{text: stripTags(src)}
	}
	p := pageText{meta: metaOf(doc)}
	w, root := mainText(doc)
	if len(w.text) < minPage {
		if body := find(doc, atom.Body); body != nil {
			if all := render(body); len(all.text) > 2*len(w.text) {
				w = all
			}
		}
	}
	p.text, p.zones = string(w.text), w.zones
	if body := plainBody(p.meta.body); len(body) > minPage && len(body) > 2*len(p.text) {
		p.text, p.zones = body, nil
	}
	if h := headlineAbove(doc, root, p); h != "" {
		p.putHeadline(h)
	}
	return p
}

// headlineAbove returns the headline of a page that stands outside of the
// element with its article: the first heading that says what the page declares
// as its title. "" when there is none, or when the text has it already.
func headlineAbove(doc, root *html.Node, p pageText) string {
	for n := range doc.Descendants() {
		if n == root {
			return ""
		}
		if n.Type != html.ElementNode || n.DataAtom != atom.H1 {
			continue
		}
		h := lineOf(n)
		if h == "" || len(h) > maxHeadline || strings.Contains(p.text[:min(len(p.text), 2000)], h) {
			continue
		}
		if p.meta.declares(h) {
			return h
		}
	}
	return ""
}

// declares reports whether the head of the page gives h as its title too: a
// heading alone may be the name of the site.
func (m pageMeta) declares(h string) bool {
	n := 0
	for _, t := range m.title {
		if sameWords(h, withoutOutlet(t.Value, firstValue(m.outlet))) {
			n++
		}
	}
	if h == m.h1 {
		n--
	}
	return n > 0
}

// firstValue returns the value of the first field, "" when there is none.
func firstValue(fields []article.Field) string {
	if len(fields) == 0 {
		return ""
	}
	return fields[0].Value
}

// putHeadline puts a headline before the text: a page shows it there, and what
// it quotes is a claim of the article.
func (p *pageText) putHeadline(h string) {
	p.text = h + "\n\n" + p.text
	n := len(h) + 2
	for i := range p.zones {
		p.zones[i].Start += n
		p.zones[i].End += n
	}
	first := article.ZoneSpan{Zone: article.Headline, Span: article.Span{End: len(h)}}
	p.zones = append([]article.ZoneSpan{first}, p.zones...)
}

// plainBody returns the text of an article that a page declares for search
// engines, its tags taken off.
func plainBody(s string) string {
	if strings.Contains(s, "</") {
		return stripTags(s)
	}
	return s
}

// find returns the first element of a kind.
func find(n *html.Node, kind atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == kind {
			return d
		}
	}
	return nil
}

// attr returns the value of an attribute, "" when it is not there.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// declaredCharset returns the charset that the head of a page names, "" when
// it names none.
func declaredCharset(b []byte) string {
	head := strings.ToLower(string(b[:min(len(b), headLen)]))
	for at := 0; ; {
		i := strings.Index(head[at:], "charset=")
		if i < 0 {
			return ""
		}
		at += i + len("charset=")
		name := strings.TrimLeft(head[at:], `"' `)
		if end := strings.IndexAny(name, "\"' ;/>\r\n\t"); end > 0 {
			return name[:end]
		}
	}
}

// stripTags returns the text of a page without looking at its structure.
func stripTags(src string) string {
	z := html.NewTokenizer(strings.NewReader(src))
	var w writer
	hidden := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.end()
			return string(w.text)
		case html.TextToken:
			if hidden == 0 {
				w.words(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			kind := atom.Lookup(name)
			if kind == atom.Script || kind == atom.Style {
				hidden = 1
			}
			w.tag(kind)
		case html.EndTagToken:
			name, _ := z.TagName()
			hidden = 0
			w.tag(atom.Lookup(name))
		}
	}
}
