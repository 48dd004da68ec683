package read

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"

	"inquit/article"
	"inquit/internal/safefile"
	"inquit/internal/text"
)

// An entry is one item of a feed as it is read.
type entry struct {
	title, link, id  string
	date, updated    string
	full, summary    string
	authors          []string
	fullHTML, sumTML bool // written as HTML
}

// A feedReader reads RSS and Atom, element by element. It knows no entities
// but those of HTML, reads no DTD and opens nothing.
type feedReader struct {
	r    *reader
	d    *xml.Decoder
	gate *gate
	enc  article.Encoding

	outlet string   // the title of the feed
	path   []string // open elements, names in lower case
	item   *entry   // nil outside of items
	depth  int      // of the item in path
	n      int      // items begun

	text  strings.Builder // of the field being read
	field string          // its name, "" for none
	at    int             // its depth
	inner bool            // XML inside it is HTML: Atom's xhtml
	html  bool
}

var errNotXML = errors.New("not a feed")

// readFeed reads the items of an RSS or Atom file.
func (r *reader) readFeed(in *bufio.Reader) {
	in, err := utf8Reader(in)
	if err != nil {
		r.bad("", err)
		return
	}
	src, enc := feedText(in)
	g := &gate{in: src, limit: r.opt.maxArticle()}
	g.open()
	f := &feedReader{r: r, d: xml.NewDecoder(g), gate: g, enc: enc}
	f.d.Strict, f.d.Entity = false, xml.HTMLEntity
	f.d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
	if err := f.read(); err != nil {
		r.bad(f.member(), err)
		return
	}
	if f.n == 0 && !r.out.full {
		r.bad("", fmt.Errorf("%w: the feed is empty", ErrNoText))
	}
}

// feedText decodes a feed and takes out what no XML may hold.
func feedText(in *bufio.Reader) (io.Reader, article.Encoding) {
	head, _ := in.Peek(headLen)
	enc := article.Encoding{Name: "utf-8", Evidence: "utf-8"}
	var src io.Reader = in
	name := xmlEncoding(head)
	switch e, err := htmlindex.Get(name); {
	case name != "" && !strings.HasPrefix(strings.ToLower(name), "utf") && err == nil:
		src = transform.NewReader(in, e.NewDecoder())
		enc = article.Encoding{Name: strings.ToLower(name), Evidence: "declared"}
	case !utf8.Valid(head[:max(0, len(head)-utf8.UTFMax)]):
		src = transform.NewReader(in, charmap.Windows1252.NewDecoder())
		enc = article.Encoding{Name: "windows-1252", Evidence: "default"}
	}
	clean := runes.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0xfffe || c == 0xffff {
			return ' '
		}
		return c
	})
	return transform.NewReader(src, transform.Chain(runes.ReplaceIllFormed(), clean)), enc
}

// xmlEncoding returns the encoding that the declaration of an XML file names.
func xmlEncoding(head []byte) string {
	decl, _, ok := bytes.Cut(head, []byte("?>"))
	if !ok || !bytes.HasPrefix(decl, []byte("<?xml")) {
		return ""
	}
	_, rest, _ := strings.Cut(string(decl), "encoding=")
	if len(rest) < 2 {
		return ""
	}
	name, _, _ := strings.Cut(rest[1:], rest[:1])
	return name
}

// member names the item being read.
func (f *feedReader) member() string {
	if f.item == nil {
		return ""
	}
	return fmt.Sprintf("item %d", f.n)
}

// maxFeedDepth is how deep elements of a feed may lie in each other.
const maxFeedDepth = 500

// read hands out the items; the error says why it cannot go on.
func (f *feedReader) read() error {
	for f.r.alive() {
		t, err := f.d.RawToken()
		if err == io.EOF {
			if f.item != nil {
				return fmt.Errorf("%w: the file ends inside it", errNotXML)
			}
			return nil
		}
		var syntax *xml.SyntaxError
		switch {
		case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
			return fmt.Errorf("%w: the file ends inside a tag", errNotXML)
		case errors.As(err, &syntax):
			return fmt.Errorf("%w: %s at line %d", errNotXML, syntax.Msg, syntax.Line)
		case err != nil:
			return plainError(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(f.path) >= maxFeedDepth {
				return fmt.Errorf("%w: its elements lie too deep in each other", errNotXML)
			}
			f.start(t)
		case xml.EndElement:
			f.end(t.Name)
		case xml.CharData:
			f.chars(t)
		}
	}
	return nil
}

// feedName is the name of an element as feeds write it.
func feedName(n xml.Name) string {
	name := strings.ToLower(n.Local)
	switch strings.ToLower(n.Space) {
	case "content", "dc", "media", "itunes":
		return strings.ToLower(n.Space) + ":" + name
	}
	return name
}

func (f *feedReader) start(t xml.StartElement) {
	name := feedName(t.Name)
	f.path = append(f.path, name)
	switch {
	case f.inner:
		f.text.WriteString("<" + name + ">")
	case f.item == nil && (name == "item" || name == "entry"):
		f.item, f.depth = &entry{}, len(f.path)
		f.n++
		f.gate.open()
	case f.field == "" || f.field == "author" && name == "name":
		f.field, f.at = name, len(f.path)
		f.text.Reset()
		f.inner, f.html = false, name == "description" || name == "content:encoded"
		for _, a := range t.Attr {
			switch kind := strings.ToLower(a.Value); {
			case a.Name.Local == "type" && kind == "xhtml":
				f.inner, f.html = true, true
			case a.Name.Local == "type" && strings.HasSuffix(kind, "html"):
				f.html = true
			case a.Name.Local == "href" && name == "link" && f.item != nil && f.item.link == "" && alternate(t):
				f.item.link = a.Value
			}
		}
		if !known[name] {
			f.field = ""
		}
	}
}

// alternate reports whether a link of Atom leads to the article.
func alternate(t xml.StartElement) bool {
	for _, a := range t.Attr {
		if a.Name.Local == "rel" && a.Value != "alternate" {
			return false
		}
	}
	return true
}

// known are the elements whose text is read.
var known = map[string]bool{
	"title": true, "link": true, "guid": true, "id": true, "pubdate": true, "published": true,
	"updated": true, "dc:date": true, "dc:creator": true, "author": true, "name": true,
	"description": true, "summary": true, "content:encoded": true, "content": true,
}

func (f *feedReader) chars(t xml.CharData) {
	if f.field == "" {
		return
	}
	if f.inner {
		f.text.WriteString(html.EscapeString(string(t)))
		return
	}
	f.text.Write(t)
}

// end closes an element; a closing tag that fits none is passed over.
func (f *feedReader) end(n xml.Name) {
	name := feedName(n)
	at := len(f.path)
	for at > 0 && f.path[at-1] != name {
		at--
	}
	if at == 0 {
		return
	}
	if f.inner && at > f.at {
		f.text.WriteString("</" + name + ">")
	}
	f.path = f.path[:at-1]
	if f.field != "" && at <= f.at {
		f.keep(f.field, f.text.String())
		f.field, f.inner = "", false
	}
	if f.item != nil && at <= f.depth {
		f.hand()
		f.item = nil
		f.gate.open()
	}
}

// keep puts the text of a field where it belongs.
func (f *feedReader) keep(name, s string) {
	if f.item == nil {
		if name == "title" && f.outlet == "" && f.at <= 3 {
			f.outlet = strings.Join(strings.Fields(plainValue(s)), " ")
		}
		return
	}
	e := f.item
	set := func(to *string) {
		if *to == "" {
			*to = s
		}
	}
	switch name {
	case "title":
		set(&e.title)
	case "link":
		s = strings.TrimSpace(s)
		set(&e.link)
	case "guid", "id":
		s = strings.TrimSpace(s)
		set(&e.id)
	case "pubdate", "published", "dc:date":
		set(&e.date)
	case "updated":
		set(&e.updated)
	case "dc:creator", "author", "name":
		// RSS: "ann@example.org (Ann Other)"; Atom: the name inside the author.
		if i := strings.IndexByte(s, '('); i >= 0 && strings.Contains(s[:i], "@") {
			s = strings.TrimSuffix(strings.TrimSpace(s[i+1:]), ")")
		}
		if s = strings.TrimSpace(s); s != "" && !strings.Contains(s, "@") {
			e.authors = append(e.authors, splitNames(s)...)
		}
	case "content:encoded", "content":
		if e.full == "" {
			e.full, e.fullHTML = s, f.html
		}
	case "description", "summary":
		if e.summary == "" {
			e.summary, e.sumTML = s, f.html
		}
	}
}

// hand hands out the item that has just ended.
func (f *feedReader) hand() {
	a, err := f.article(f.item)
	if err != nil {
		f.r.bad(f.member(), err)
		return
	}
	f.r.put(a)
}

// article makes an article of an item: of its full text, else of its summary,
// which then is the zone of all of it.
func (f *feedReader) article(e *entry) (*article.Article, error) {
	src := feedWords(e.full, e.fullHTML)
	short := strings.TrimFunc(src, blank) == ""
	if short {
		src = feedWords(e.summary, e.sumTML)
	}
	if strings.TrimFunc(src, blank) == "" {
		return nil, fmt.Errorf("%w: an item without text or summary", ErrNoText)
	}
	if int64(len(src)) > f.r.opt.maxArticle() {
		return nil, fmt.Errorf("%w: %s", safefile.ErrTooLarge, safefile.Size(int64(len(src))))
	}
	a := article.New(f.r.src.Path, f.r.place(f.member()), e.id, src, text.FindRepairs(src))
	a.Encoding = f.enc
	if short {
		a.Zones = []article.ZoneSpan{{Zone: article.Summary, Span: trim(src, article.Span{End: len(src)})}}
	}
	title := plainValue(e.title)
	if strings.Contains(title, "</") {
		title = stripTags(title)
	}
	a.Title, a.Outlet = fromFeed(title), fromFeed(f.outlet)
	if a.Published = fromFeed(metaDate(e.date)); a.Published == nil {
		a.Published = fromFeed(metaDate(e.updated))
	}
	for _, n := range e.authors {
		if f := fromFeed(n); f != nil {
			a.Authors = append(a.Authors, *f)
		}
	}
	a.URL = e.link
	f.r.finish(a, true)
	return a, nil
}

// feedWords returns the text of a field.
func feedWords(s string, isHTML bool) string {
	if !isHTML || !strings.ContainsAny(s, "<&") {
		return s
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return stripTags(s)
	}
	body := find(doc, atom.Body)
	if body == nil {
		return stripTags(s)
	}
	w := render(body)
	return string(w.text)
}

// fromFeed returns a field of a feed, nil for "".
func fromFeed(value string) *article.Field {
	f := metadata(strings.Join(strings.Fields(plainValue(value)), " "))
	if f != nil {
		f.From = article.FromFeed
	}
	return f
}
