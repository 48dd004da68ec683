package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"

	"github.com/urfave/cli/v2"

	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/index"
	"inquit/internal/record"
	"inquit/internal/store"
)

// A library is an open store with its index, for commands that look things
// up.
type library struct {
	ctx    context.Context
	st     *store.Store
	ix     *index.Searcher
	claims map[string]*extract.Claims
}

// openLibrary opens the store for reading; the index only when withIndex.
func openLibrary(c *cli.Context, withIndex bool) (*library, error) {
	dir, ok, err := storeDir(c)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, store.ErrNone
	}
	st, err := store.Open(dir, store.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	l := &library{ctx: c.Context, st: st, claims: map[string]*extract.Claims{}}
	if withIndex {
		if l.ix, err = index.Open(st); err != nil {
			return nil, errors.Join(err, st.Close())
		}
	}
	return l, nil
}

// reading runs do with the open store, and closes it. It does without the
// index.
func reading(c *cli.Context, do func(*library) error) error {
	lib, err := openLibrary(c, false)
	if err != nil {
		return err
	}
	return cmp.Or(do(lib), lib.close())
}

// linked runs do with the open store and everything that links its articles.
func linked(c *cli.Context, do func(*library, *record.Links) error) error {
	return reading(c, func(lib *library) error {
		links, err := lib.st.Links(c.Context)
		if err != nil {
			return err
		}
		return do(lib, links)
	})
}

// close ends all use; it returns the first error.
func (l *library) close() error {
	var err error
	if l.ix != nil {
		err = l.ix.Close()
	}
	return cmp.Or(err, l.st.Close())
}

// of returns the claims of the article that an id is about: the article's own
// or that of one of its quotations and numbers.
func (l *library) of(id string) (*extract.Claims, error) {
	if c, ok := l.claims[id]; ok {
		return c, nil
	}
	c, err := l.st.Claims(l.ctx, id)
	if err == nil {
		l.claims[id] = c
		l.claims[c.Article.ID] = c
	}
	return c, err
}

// all returns the claims of several articles.
func (l *library) all(ids []string) ([]*extract.Claims, error) {
	out := make([]*extract.Claims, 0, len(ids))
	for _, id := range ids {
		c, err := l.of(id)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// quotation returns a quotation with its article's claims.
func (l *library) quotation(id string) (*extract.Claims, *quote.Quotation, error) {
	c, err := l.of(id)
	if err != nil {
		return nil, nil, err
	}
	for i := range c.Quotations {
		if c.Quotations[i].ID == id {
			return c, &c.Quotations[i], nil
		}
	}
	return nil, nil, store.ErrNotFound
}

// number returns a numeric claim with its article's claims.
func (l *library) number(id string) (*extract.Claims, *number.Number, error) {
	c, err := l.of(id)
	if err != nil {
		return nil, nil, err
	}
	for i := range c.Numbers {
		if c.Numbers[i].ID == id {
			return c, &c.Numbers[i], nil
		}
	}
	return nil, nil, store.ErrNotFound
}

// line returns what write encodes, with the links given.
func line(links *record.Links, write func(*record.Encoder) error) ([]byte, error) {
	var b bytes.Buffer
	err := write(record.NewEncoder(&b, links))
	return b.Bytes(), err
}

// outlet names the outlet of an article; without one, its file.
func outlet(c *extract.Claims) string {
	if o := c.Article.Outlet.String(); o != "" {
		return o
	}
	return c.Article.Path
}
