// Package extract turns one article into its claims: quotations with their
// speakers, numeric claims, and the people and bodies named in it. It sees
// one article and nothing else, keeps no state, and gives the same claims for
// the same article always.
package extract

import (
	"sort"

	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/text"
)

// Version names the rules; it stands in every record they make.
const Version = "1"

// Claims are what one article says. All spans index the source text.
type Claims struct {
	Article    *article.Article
	Quotations []quote.Quotation // sorted by start
	Numbers    []number.Number   // sorted by start
	Entities   []name.Entity     // who speaks, and every person and body named; sorted by id
}

// Extract returns the claims of a. It changes nothing in a. An article known
// to be in another language than English gives none.
func Extract(a *article.Article) *Claims {
	c := &Claims{Article: a}
	if a.Lang != "" && a.Lang != "en" {
		return c
	}
	d := text.Analyse(a)
	names := name.Find(d, a.ID)
	c.Quotations = quote.Find(d, names, a.ID)
	c.Numbers = number.Find(d, a.ID, number.Options{
		Published: a.Published.String(),
		Outlet:    a.Outlet.String(),
	})
	c.Entities = c.entities(names)
	c.link()
	c.toSource(a)
	return c
}

// entities returns the persons and bodies named and whoever else speaks,
// sorted by id. A group, office or document that says nothing is left out:
// half of all noun phrases could be one.
func (c *Claims) entities(names *name.Names) []name.Entity {
	speaks := map[string]*quote.Speaker{}
	for i := range c.Quotations {
		q := &c.Quotations[i]
		speaks[q.Speaker.ID] = &q.Speaker
		for k := range q.Co {
			speaks[q.Co[k].ID] = &q.Co[k]
		}
	}
	delete(speaks, "")
	out := make([]name.Entity, 0, len(names.Entities))
	for _, e := range names.Entities {
		if _, ok := speaks[e.ID]; ok || e.Kind == name.Person || e.Kind == name.Org {
			out = append(out, e)
			delete(speaks, e.ID)
		}
	}
	for id, s := range speaks { // noun phrases that nothing but their verb shows to speak
		out = append(out, name.Entity{ID: id, Kind: s.Kind, Name: s.Name, Aliases: []string{s.MentionText}})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// link ties each number to the innermost quotation whose words hold it.
func (c *Claims) link() {
	for i := range c.Numbers {
		n := &c.Numbers[i]
		q := c.holder(n.Span)
		if q == nil {
			continue
		}
		q.Numbers = append(q.Numbers, n.ID)
		n.Quote, n.Speaker = q.ID, q.Speaker.ID
	}
}

// holder returns the quotation that begins last of those that hold span p, or
// nil.
func (c *Claims) holder(p article.Span) *quote.Quotation {
	from := sort.Search(len(c.Quotations), func(k int) bool { return c.Quotations[k].Start() > p.Start })
	for k := from - 1; k >= 0 && k >= from-maxOverlap; k-- {
		if holds(&c.Quotations[k], p) {
			return &c.Quotations[k]
		}
	}
	return nil
}

// maxOverlap is how many quotations back one may still be open: they nest a
// few deep, and one over several paragraphs may hold others.
const maxOverlap = 12

// holds reports whether p stands in the words of q.
func holds(q *quote.Quotation, p article.Span) bool {
	if q.Content.Contains(p) {
		return true
	}
	for i := range q.Parts {
		if q.Parts[i].Contains(p) {
			return true
		}
	}
	return false
}

// toSource translates all spans from the view into the source text.
func (c *Claims) toSource(a *article.Article) {
	if len(a.Repairs) == 0 {
		return
	}
	for i := range c.Quotations {
		quoteToSource(a, &c.Quotations[i])
	}
	for i := range c.Numbers {
		n := &c.Numbers[i]
		n.Span = a.FromView(n.Span)
		if n.Time != nil {
			n.Time.Span = fromView(a, n.Time.Span)
		}
	}
	for i := range c.Entities {
		roles := c.Entities[i].Roles
		for k := range roles {
			roles[k].Span = fromView(a, roles[k].Span)
		}
	}
}

// quoteToSource translates the spans of one quotation.
func quoteToSource(a *article.Article, q *quote.Quotation) {
	for i := range q.Parts {
		q.Parts[i].Span = a.FromView(q.Parts[i].Span)
		q.Parts[i].Outer = a.FromView(q.Parts[i].Outer)
	}
	q.Content, q.Cue = fromView(a, q.Content), fromView(a, q.Cue)
	speakerToSource(a, &q.Speaker)
	for i := range q.Co {
		speakerToSource(a, &q.Co[i])
	}
}

// speakerToSource translates the spans of one speaker.
func speakerToSource(a *article.Article, s *quote.Speaker) {
	s.Mention = fromView(a, s.Mention)
	for i := range s.Chain {
		s.Chain[i] = fromView(a, s.Chain[i])
	}
}

// fromView translates p and leaves an empty span empty.
func fromView(a *article.Article, p article.Span) article.Span {
	if p.Empty() {
		return article.Span{}
	}
	return a.FromView(p)
}
