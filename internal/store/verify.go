package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"inquit/article"
	"inquit/extract"
	"inquit/internal/people"
)

// A Problem is something Verify found wrong.
type Problem struct {
	ID   string // of the record or the file it is about
	What string // what is wrong and what to do about it
}

func (p Problem) String() string { return p.ID + ": " + p.What }

// Verify checks the whole store: the file's own structure, the checksum of
// every article's text and records, that each row is what the records say,
// that spans lie inside texts and that links lead somewhere. The error is for
// what kept it from checking.
func (s *Store) Verify(ctx context.Context) ([]Problem, error) {
	v := &verifier{ctx: ctx, s: s}
	for _, check := range []func() error{v.file, v.articles, v.strays, v.links} {
		if err := check(); err != nil {
			if ctx.Err() != nil {
				return v.found, err
			}
			v.add(dbFile(s.dir), err.Error()+"; restore a backup, or move the store away and ingest again")
		}
	}
	return v.found, nil
}

type verifier struct {
	ctx   context.Context
	s     *Store
	found []Problem
}

func (v *verifier) add(id, what string) { v.found = append(v.found, Problem{id, what}) }

const again = "; `inquit forget` it and ingest its file again"

// file lets SQLite check its own pages and indexes.
func (v *verifier) file() error {
	rows, err := v.s.db.QueryContext(v.ctx, "PRAGMA integrity_check(20)")
	lines, err := scanStrings(rows, err)
	for _, l := range lines {
		if l != "ok" {
			v.add(dbFile(v.s.dir), l+"; restore a backup, or move the store away and ingest again")
		}
	}
	return err
}

func (v *verifier) articles() error {
	ids, err := v.s.ArticleIDs(v.ctx)
	if err != nil {
		return err
	}
	sn, err := v.s.Snapshot(v.ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err = v.article(sn, id); err != nil {
			break
		}
	}
	return errors.Join(err, sn.Close())
}

// article checks one article; the error ends the whole check.
func (v *verifier) article(sn *Snapshot, id string) error {
	var sum, want, source string
	var view sql.NullString
	var blob []byte
	err := sn.tx.QueryRowContext(v.ctx, "SELECT a.sha256, a.checksum, t.source, t.view, t.claims FROM articles a JOIN texts t ON t.article = a.id WHERE a.id = ?", id).
		Scan(&sum, &want, &source, &view, &blob)
	if errors.Is(err, sql.ErrNoRows) {
		v.add(id, "its text is missing"+again)
		return nil
	}
	if err != nil {
		return err
	}
	if h := sha256.Sum256([]byte(source)); hex.EncodeToString(h[:]) != sum {
		v.add(id, "its source text was changed"+again)
		return nil
	}
	b, err := unpack(blob)
	if err != nil || checksum(source, b) != want {
		v.add(id, "its records were changed"+again)
		return nil
	}
	c, err := decode(id, source, blob)
	if err != nil {
		v.add(id, err.Error())
		return nil
	}
	v.spans(c)
	if view.Valid && view.String != c.Article.Text() || !view.Valid && c.Article.Text() != source {
		v.add(id, "its repaired text is not that of its records"+again)
	}
	return v.rows(sn, c)
}

// spans checks that whatever points into the text does so.
func (v *verifier) spans(c *extract.Claims) {
	in := func(id string, p article.Span) {
		if p.Start < 0 || p.End < p.Start || p.End > len(c.Article.Source) {
			v.add(id, fmt.Sprintf("span %d to %d is outside the text of %d bytes%s", p.Start, p.End, len(c.Article.Source), again))
		}
	}
	for _, z := range c.Article.Zones {
		in(c.Article.ID, z.Span)
	}
	for i := range c.Quotations {
		q := &c.Quotations[i]
		for _, p := range q.Parts {
			in(q.ID, p.Span)
			in(q.ID, p.Outer)
		}
		in(q.ID, q.Content)
		in(q.ID, q.Cue)
		in(q.ID, q.Speaker.Mention)
	}
	for i := range c.Numbers {
		in(c.Numbers[i].ID, c.Numbers[i].Span)
	}
}

// rows checks that the rows people search are those the records make.
func (v *verifier) rows(sn *Snapshot, c *extract.Claims) error {
	var got *Doc
	if err := sn.Docs(v.ctx, []string{c.Article.ID}, func(d *Doc) error { got = d; return nil }); err != nil {
		return err
	}
	a := c.Article
	r := got.Article
	if (ArticleRow{
		a.ID, a.Path, a.Member, a.SourceID, a.Outlet.String(), a.Title.String(), a.Published.String(), a.Lang,
		r.Event, r.CopyGroup, r.Quotes, r.Numbers,
	}) != r {
		v.add(a.ID, "its row is not what its records say"+again)
	}
	if len(got.Quotes) != len(c.Quotations) || len(got.Numbers) != len(c.Numbers) {
		v.add(a.ID, fmt.Sprintf("has %d quotations and %d numbers in rows, %d and %d in its records%s",
			len(got.Quotes), len(got.Numbers), len(c.Quotations), len(c.Numbers), again))
		return nil
	}
	quotes, numbers := map[string]QuoteRow{}, map[string]NumberRow{}
	for _, q := range got.Quotes {
		quotes[q.ID] = q
	}
	for _, n := range got.Numbers {
		numbers[n.ID] = n
	}
	for i := range c.Quotations {
		want, is := quoteRow(c, &c.Quotations[i]), quotes[c.Quotations[i].ID]
		want.Person, want.Cluster, want.Fold = is.Person, is.Cluster, is.Fold
		if !reflect.DeepEqual(want, is) {
			v.add(want.ID, "its row is not what the records say"+again)
		}
	}
	for i := range c.Numbers {
		want, is := numberRow(c, &c.Numbers[i]), numbers[c.Numbers[i].ID]
		want.Person, want.Cluster, want.Fold = is.Person, is.Cluster, is.Fold
		if !reflect.DeepEqual(want, is) {
			v.add(want.ID, "its row is not what the records say"+again)
		}
	}
	return nil
}

// strays finds rows whose article is not there.
func (v *verifier) strays() error {
	for _, table := range []string{"texts", "quotes", "numbers", "article_inputs"} {
		var n int
		err := v.s.db.QueryRowContext(v.ctx, "SELECT count(*) FROM "+table+" WHERE article NOT IN (SELECT id FROM articles)").Scan(&n)
		if err != nil {
			return err
		}
		if n > 0 {
			v.add(table, fmt.Sprintf("%d rows belong to no article; restore a backup, or move the store away and ingest again", n))
		}
	}
	return nil
}

const relink = "; `inquit rebuild` makes the links anew"

// links checks the records that link articles, and that they lead somewhere.
func (v *verifier) links() error {
	of, err := v.personOf()
	if err != nil {
		return err
	}
	rows, err := v.s.db.QueryContext(v.ctx, "SELECT id, record, sum FROM links ORDER BY id")
	if err != nil {
		return err
	}
	for rows.Next() {
		var id, rec, sum string
		if err := rows.Scan(&id, &rec, &sum); err != nil {
			return errors.Join(err, rows.Close())
		}
		if sumOf(rec, of[id]) != sum {
			v.add(id, "its record was changed"+relink)
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	if linked, err := v.s.Linked(v.ctx); err != nil || !linked {
		return err // links of what was removed go with the next run
	}
	return v.deadEnds()
}

func (v *verifier) personOf() (map[string][]people.Local, error) {
	rows, err := v.s.db.QueryContext(v.ctx, "SELECT article, entity, person FROM person_of ORDER BY article, entity")
	if err != nil {
		return nil, err
	}
	of := map[string][]people.Local{}
	for rows.Next() {
		var x people.Local
		var id string
		if err := rows.Scan(&x.Article, &x.Entity, &id); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		of[id] = append(of[id], x)
	}
	return of, errors.Join(rows.Err(), rows.Close())
}

func (v *verifier) deadEnds() error {
	rows, err := v.s.db.QueryContext(v.ctx, `SELECT link || ' ' || member FROM link_members WHERE
		member NOT IN (SELECT id FROM articles) AND member NOT IN (SELECT id FROM quotes) AND member NOT IN (SELECT id FROM numbers)
		UNION ALL SELECT person || ' ' || article FROM person_of WHERE article NOT IN (SELECT id FROM articles) ORDER BY 1`)
	ends, err := scanStrings(rows, err)
	for _, e := range ends {
		link, member, _ := strings.Cut(e, " ")
		v.add(link, "links "+member+", which is not there"+relink)
	}
	return err
}
