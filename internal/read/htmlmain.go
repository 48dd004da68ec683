package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The article of a page is the element with the most prose and the least of
// everything else in it. Inside, what names itself as something else and lists
// of links are left out. One pass counts, one pass writes.

// A weight is what stands below an element.
type weight struct {
	prose int // bytes of words in paragraphs, links left out
	text  int // bytes of all words
	links int // bytes of words in links
}

// Text that is no prose counts against an element by this much. A text this
// long is prose wherever it stands, for some pages know no paragraphs.
const (
	otherCost = 0.5
	longText  = 100
)

// score weighs the prose of an element against the rest of it.
func (w weight) score() float64 {
	return float64(w.prose) - otherCost*float64(w.text-w.prose)
}

// mainText returns the text of the article on a page, and the element that
// holds it.
func mainText(doc *html.Node) (writer, *html.Node) {
	weights := weigh(doc)
	root := find(doc, atom.Body)
	if root == nil {
		return render(doc), doc
	}
	best := weights[root].score()
	for d := range root.Descendants() {
		if d.Type == html.ElementNode && !paragraph[d.DataAtom] && !inlineTags[d.DataAtom] {
			if s := weights[d].score(); s > best || s == best && s > 0 {
				root, best = d, s
			}
		}
	}
	root = declaredMain(root, weights)
	most := weights[root].prose / 3
	w := writer{skip: func(d *html.Node) bool {
		return d != root && weights[d].prose <= most && aside(d, weights[d])
	}}
	w.render(root)
	return w, root
}

// mainNames are classes that sites give to what holds an article and nothing
// else.
var mainNames = map[string]bool{
	"article-body": true, "articlebody": true, "article-content": true, "article__body": true,
	"article-text": true, "entry-content": true, "post-content": true, "post-body": true,
	"story-body": true, "story-content": true, "article__content": true, "content-article": true,
}

// mainShare is how much of the prose of the best element a declared article
// must hold to be believed: a teaser is declared an article too.
const mainShare = 0.6

// declaredMain returns the element below root that its page declares to be the
// article, when it holds most of what root holds; else root.
func declaredMain(root *html.Node, weights map[*html.Node]weight) *html.Node {
	best := root
	need := int(mainShare * float64(weights[root].prose))
	for d := range root.Descendants() {
		if d.Type != html.ElementNode || !declaresMain(d) {
			continue
		}
		if w := weights[d].prose; w > 0 && w >= need && (best == root || w > weights[best].prose) {
			best = d
		}
	}
	return best
}

// declaresMain reports whether an element says that it is the article.
func declaresMain(d *html.Node) bool {
	if d.DataAtom == atom.Article || strings.EqualFold(attr(d, "itemprop"), "articleBody") {
		return true
	}
	for c := range strings.FieldsSeq(attr(d, "class")) {
		if mainNames[strings.ToLower(c)] {
			return true
		}
	}
	return false
}

// paragraph elements hold running text.
var paragraph = map[atom.Atom]bool{
	atom.P: true, atom.Blockquote: true, atom.Pre: true,
}

// weigh counts the words below each element that is read.
func weigh(doc *html.Node) map[*html.Node]weight {
	weights := make(map[*html.Node]weight)
	in := map[atom.Atom]int{} // open elements of the kinds that matter
	enter := func(d *html.Node) bool {
		if d.Type == html.TextNode {
			n := len(strings.Join(strings.Fields(d.Data), " "))
			w := weight{text: n}
			if in[atom.A] > 0 {
				w.links = n
			} else if in[atom.P] > 0 || n >= longText {
				w.prose = n
			}
			weights[d] = w
			return false
		}
		if d.Type == html.ElementNode && unread[d.DataAtom] {
			return false
		}
		switch {
		case d.DataAtom == atom.A:
			in[atom.A]++
		case paragraph[d.DataAtom]:
			in[atom.P]++
		}
		return true
	}
	leave := func(d *html.Node) {
		switch {
		case d.DataAtom == atom.A:
			in[atom.A]--
		case paragraph[d.DataAtom]:
			in[atom.P]--
		}
		if p := d.Parent; p != nil {
			a, b := weights[p], weights[d]
			weights[p] = weight{a.prose + b.prose, a.text + b.text, a.links + b.links}
		}
	}
	traverse(doc, enter, leave)
	return weights
}

// asideNames are words in the class or id of elements that are not part of
// the article they stand in.
var asideNames = map[string]bool{
	"related": true, "share": true, "sharing": true, "social": true, "promo": true,
	"newsletter": true, "signup": true, "comments": true, "comment": true,
	"sidebar": true, "nav": true, "navigation": true, "menu": true, "footer": true,
	"breadcrumb": true, "breadcrumbs": true, "advert": true, "advertisement": true,
	"ad": true, "ads": true, "cookie": true, "cookies": true, "consent": true,
	"recommended": true, "recommendations": true, "recirc": true, "popular": true,
	"trending": true, "subscribe": true, "subscription": true, "paywall": true,
	"outbrain": true, "taboola": true, "disqus": true, "bio": true, "tags": true,
	"popup": true, "modal": true, "masthead": true, "sponsored": true, "byline": true,
	"donate": true, "donation": true, "toolbar": true, "print": true, "credit": true,
	"disclosure": true, "disclosures": true, "disclaimer": true, "cta": true, "offer": true,
	"readmore": true, "reply": true, "replies": true, "akismet": true, "pagination": true,
}

// aside reports whether an element stands beside the article: its class or id
// says so, its kind does, or it is little but links.
func aside(n *html.Node, w weight) bool {
	if n.Type != html.ElementNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	if n.DataAtom == atom.Aside {
		return true
	}
	if !inlineTags[n.DataAtom] && n.DataAtom != atom.P && w.links*10 > w.text*6 && w.text > 0 && w.prose*4 < w.text {
		return true
	}
	for _, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id") && (namesAside(a.Val) || isWidget(a.Val)) {
			return true
		}
	}
	return false
}

// isWidget reports the class that WordPress gives to what fills a bar. As part
// of a longer name the word says nothing: builders of pages call everything a
// widget.
func isWidget(classes string) bool {
	for c := range strings.FieldsSeq(classes) {
		if c == "widget" {
			return true
		}
	}
	return false
}

// namesAside reports whether a class or id holds one of asideNames:
// "article__related-links", "sidebarTop".
func namesAside(s string) bool {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (isLower(s[j]) || j == i && isUpper(s[j])) {
			j++
		}
		if j == i {
			i++
			continue
		}
		if asideNames[strings.ToLower(s[i:j])] {
			return true
		}
		i = j
	}
	return false
}
