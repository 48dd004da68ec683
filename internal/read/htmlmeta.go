package read

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"inquit/article"
)

// A pageMeta is what the head of a page declares, the better evidence before
// the weaker.
type pageMeta struct {
	title, outlet, date []article.Field
	authors             []article.Field
	url, lang           string
	h1                  string // the first heading, among the titles too
	body                string // what JSON-LD says the text is
}

// Names of meta elements, the surer ones first.
var (
	metaTitle  = []string{"og:title", "twitter:title", "dc.title", "headline"}
	metaOutlet = []string{"og:site_name", "application-name", "dc.publisher", "publisher"}
	metaDates  = []string{
		"article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "pubdate", "publishdate", "publication_date", "dc.date",
		"dc.date.issued", "dcterms.created", "date", "article:published",
	}
	metaAuthors = []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"}
)

// metaOf reads what a page declares: JSON-LD before meta elements, those
// before the page itself.
func metaOf(doc *html.Node) pageMeta {
	var m pageMeta
	named := map[string]string{}
	var title, h1, clock string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			m.lang = attr(n, "lang")
		case atom.Meta:
			collectMeta(named, n)
		case atom.Link:
			if attr(n, "rel") == "canonical" && m.url == "" {
				m.url = attr(n, "href")
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				m.addLD(n.FirstChild.Data)
			}
		case atom.Title:
			if title == "" && n.Namespace == "" {
				title = lineOf(n)
			}
		case atom.H1:
			if h1 == "" {
				h1 = lineOf(n)
			}
		case atom.Time:
			if clock == "" {
				clock = attr(n, "datetime")
			}
		}
	}
	m.addNamed(named)
	m.h1 = h1
	m.title = append(m.title, declared(h1)...)
	m.title = append(m.title, declared(title)...)
	m.date = append(m.date, declared(clock)...)
	if m.url == "" {
		m.url = named["og:url"]
	}
	return m
}

// lineOf returns the text of an element as one line.
func lineOf(n *html.Node) string {
	w := render(n)
	return strings.Join(strings.Fields(string(w.text)), " ")
}

// collectMeta keeps the first value of each meta element by its name.
func collectMeta(named map[string]string, n *html.Node) {
	content := attr(n, "content")
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if k := strings.ToLower(attr(n, key)); k != "" && named[k] == "" {
			named[k] = content
		}
	}
}

// addNamed adds what meta elements tell.
func (m *pageMeta) addNamed(named map[string]string) {
	add := func(to *[]article.Field, names []string) {
		for _, name := range names {
			*to = append(*to, declared(named[name])...)
		}
	}
	add(&m.title, metaTitle)
	add(&m.outlet, metaOutlet)
	add(&m.date, metaDates)
	for _, name := range metaAuthors {
		if len(m.authors) > 0 {
			return
		}
		m.addAuthors(splitNames(named[name]), article.FromMetadata)
	}
}

// declared returns a field from metadata, none for "".
func declared(value string) []article.Field {
	if f := metadata(value); f != nil {
		return []article.Field{*f}
	}
	return nil
}

// addAuthors adds names; an address of a profile is none.
func (m *pageMeta) addAuthors(names []string, from article.From) {
	for _, n := range names {
		if n = plainValue(n); n != "" && !strings.Contains(n, "://") && len(n) < 100 {
			m.authors = append(m.authors, article.Field{Value: n, From: from})
		}
	}
}

// maxLD is the most objects of JSON-LD that are looked at on a page.
const maxLD = 200

// addLD adds what the news articles in a JSON-LD script tell.
func (m *pageMeta) addLD(script string) {
	todo := []json.RawMessage{json.RawMessage(script)}
	for n := 0; n < len(todo) && n < maxLD; n++ {
		var list []json.RawMessage
		if json.Unmarshal(todo[n], &list) == nil {
			todo = append(todo, list...)
			continue
		}
		var o map[string]json.RawMessage
		if json.Unmarshal(todo[n], &o) != nil {
			continue
		}
		if g, ok := o["@graph"]; ok {
			todo = append(todo, g)
		}
		if isNews(o["@type"]) {
			m.addNews(o)
		}
	}
}

// isNews reports whether a JSON-LD type is a kind of article.
func isNews(v json.RawMessage) bool {
	return strings.Contains(string(v), "Article") || strings.Contains(string(v), "BlogPosting") || strings.Contains(string(v), `"Report"`)
}

// addNews adds what a JSON-LD article tells.
func (m *pageMeta) addNews(o map[string]json.RawMessage) {
	add := func(to *[]article.Field, value string) {
		if value = plainValue(value); value != "" {
			*to = append(*to, article.Field{Value: value, From: article.FromJSONLD})
		}
	}
	add(&m.title, stringOf(o["headline"]))
	add(&m.date, stringOf(o["datePublished"]))
	add(&m.outlet, nameOf(o["publisher"]))
	if b := plainValue(stringOf(o["articleBody"])); len(b) > len(m.body) {
		m.body = b
	}
	if len(m.authors) == 0 {
		m.addAuthors(namesOf(o["author"]), article.FromJSONLD)
	}
}

// plainValue undoes the HTML escapes that many pages leave in JSON-LD.
func plainValue(s string) string {
	return strings.TrimFunc(html.UnescapeString(s), blank)
}

// into fills in the metadata of a.
func (m pageMeta) into(a *article.Article) {
	a.Authors = m.authors
	a.URL = m.url
	for i := range m.date {
		f := m.date[i]
		if f.Value = metaDate(f.Value); f.Value != "" {
			a.Published = &f
			break
		}
	}
	if len(m.outlet) > 0 {
		a.Outlet = &m.outlet[0]
	}
	if len(m.title) > 0 {
		f := m.title[0]
		f.Value = withoutOutlet(f.Value, a.Outlet.String())
		a.Title = &f
	}
	base, _, _ := strings.Cut(strings.ToLower(m.lang), "-")
	if len(base) == 2 || len(base) == 3 {
		a.Lang = base
	}
}

// withoutOutlet takes " | Coast Herald" off the end of a title.
func withoutOutlet(title, outlet string) string {
	if outlet == "" || len(title) <= len(outlet) || !strings.EqualFold(title[len(title)-len(outlet):], outlet) {
		return title
	}
	rest := strings.TrimRight(title[:len(title)-len(outlet)], " ")
	for _, sep := range []string{"|", "-", "–", "—", "·", "•"} {
		if head, ok := strings.CutSuffix(rest, sep); ok && strings.TrimSpace(head) != "" {
			return strings.TrimSpace(head)
		}
	}
	return title
}
