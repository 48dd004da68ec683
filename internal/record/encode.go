package record

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"

	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/name"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/compare"
)

// An Encoder writes records, one a line, in the order it is given them.
type Encoder struct {
	json  *json.Encoder
	links *Links
	k     *linkage

	persons map[string]personRecord // by id, made when first asked for
}

// NewEncoder returns an encoder that writes to w. With links, articles,
// quotations and numbers carry the ids of what they belong to, and speakers
// the ids of persons across articles; nil means that nothing is linked.
func NewEncoder(w io.Writer, links *Links) *Encoder {
	e := &Encoder{json: json.NewEncoder(w), links: links, k: newLinkage(links)}
	e.json.SetEscapeHTML(false)
	return e
}

// Claims writes the article, its quotations and its numbers, and, when
// nothing is linked, the people of this article.
func (e *Encoder) Claims(c *extract.Claims) error {
	p := newPoints(c.Article.Source)
	if err := e.json.Encode(fromArticle(c.Article, p, e.k)); err != nil {
		return err
	}
	for i := range c.Quotations {
		if err := e.json.Encode(fromQuotation(&c.Quotations[i], extract.Version, p, e.k)); err != nil {
			return err
		}
	}
	for i := range c.Numbers {
		if err := e.json.Encode(fromNumber(&c.Numbers[i], extract.Version, p, e.k)); err != nil {
			return err
		}
	}
	if e.links != nil {
		return nil
	}
	for i := range c.Entities {
		if err := e.json.Encode(fromEntity(&c.Entities[i], c.Article.ID, p)); err != nil {
			return err
		}
	}
	return nil
}

// Article writes the article's record alone.
func (e *Encoder) Article(c *extract.Claims) error {
	return e.json.Encode(fromArticle(c.Article, newPoints(c.Article.Source), e.k))
}

// Quotation writes one quotation of c.
func (e *Encoder) Quotation(c *extract.Claims, q *quote.Quotation) error {
	return e.json.Encode(fromQuotation(q, extract.Version, newPoints(c.Article.Source), e.k))
}

// Number writes one numeric claim of c.
func (e *Encoder) Number(c *extract.Claims, n *number.Number) error {
	return e.json.Encode(fromNumber(n, extract.Version, newPoints(c.Article.Source), e.k))
}

// Links writes what links the articles: people, copy groups, events,
// statements and number clusters.
func (e *Encoder) Links() error {
	for _, r := range e.links.records() {
		if err := e.json.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// Link writes the one record of a person, copy group, event, statement or
// number cluster with the given id, and reports whether there is one.
func (e *Encoder) Link(id string) (bool, error) {
	for i, r := range e.links.records() {
		if i == id {
			return true, e.json.Encode(r)
		}
	}
	return false, nil
}

// records yields every linking record with its id, in the order of export.
func (l *Links) records() iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		if l == nil {
			return
		}
		_ = yieldAll(l.persons(), func(r personRecord) bool { return yield(r.ID, r) }) &&
			yieldAll(l.Copies, func(g dedupe.CopyGroup) bool { return yield(g.ID, fromCopyGroup(&g)) }) &&
			yieldAll(l.Events, func(x dedupe.Event) bool { return yield(x.ID, fromEvent(&x)) }) &&
			yieldAll(l.Statements, func(s compare.Statement) bool { return yield(s.ID, fromStatement(&s)) }) &&
			yieldAll(l.Numbers, func(c compare.NumberCluster) bool { return yield(c.ID, fromNumberCluster(&c)) })
	}
}

// yieldAll calls yield for each of xs and reports whether to go on.
func yieldAll[T any](xs []T, yield func(T) bool) bool {
	for _, x := range xs {
		if !yield(x) {
			return false
		}
	}
	return true
}

// MarshalClaims returns the records of one article, as Claims writes them
// unlinked. UnmarshalClaims reads them back.
func MarshalClaims(c *extract.Claims) ([]byte, error) {
	var b bytes.Buffer
	err := NewEncoder(&b, nil).Claims(c)
	return b.Bytes(), err
}

// MarshalLinks returns the records that Links writes.
func MarshalLinks(l *Links) ([]byte, error) {
	var b bytes.Buffer
	err := NewEncoder(&b, l).Links()
	return b.Bytes(), err
}

// Local returns the person record of an entity of c as it stands in the
// article, for showing a speaker nobody else names.
func (e *Encoder) Local(c *extract.Claims, x *name.Entity) error {
	return e.json.Encode(fromEntity(x, c.Article.ID, newPoints(c.Article.Source)))
}
