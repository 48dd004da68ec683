package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"inquit/dedupe"
	"inquit/internal/compare"
	"inquit/internal/people"
	"inquit/internal/record"
)

// A link is one record that links articles, as it is kept.
type link struct {
	id, kind string
	name     string // of a person or event
	record   string
	sum      string
	members  []string       // of events, copy groups and clusters
	person   *people.Person // of a person
	of       []people.Local // who is this person
}

// SetLinks replaces everything that links articles, in one transaction. It
// writes only what differs, and raises the sequence number of those articles
// whose own fields (event, persons, clusters) became others.
func (s *Store) SetLinks(ctx context.Context, l *record.Links) error {
	links, err := encodeLinks(l)
	if err != nil {
		return err
	}
	return s.write(ctx, func(w *writer) error {
		touched := map[string]bool{}
		if err := w.replaceLinks(links, touched); err != nil {
			return err
		}
		if err := w.relink(l, touched); err != nil {
			return err
		}
		return w.setMeta("links_seq", w.next-1)
	})
}

// Unlink removes all links, so that they are made anew from the articles. It
// is for links that Verify found damaged.
func (s *Store) Unlink(ctx context.Context) error {
	return s.write(ctx, func(w *writer) error {
		if err := w.exec("DELETE FROM links"); err != nil {
			return err
		}
		w.changeContent()
		return errors.Join(
			w.exec("DELETE FROM link_members"), w.exec("DELETE FROM person_of"), w.exec("DELETE FROM person_names"),
			w.exec("UPDATE articles SET linked = 0"))
	})
}

// encodeLinks makes one record of every person, group, event and cluster.
func encodeLinks(l *record.Links) ([]link, error) {
	var out []link
	var fail error
	add := func(k link, one *record.Links) {
		b, err := record.MarshalLinks(one)
		if err != nil {
			fail = errors.Join(fail, fmt.Errorf("%s: %w", k.id, err))
		}
		k.record, k.sum = string(b), sumOf(string(b), k.of)
		out = append(out, k)
	}
	of := localsOf(l.People)
	for i := range persons(l.People) {
		p := &l.People.Persons[i]
		add(link{id: p.ID, kind: "person", name: p.Name, person: p, of: of[p.ID]}, &record.Links{People: &people.People{Persons: []people.Person{*p}}})
	}
	for _, g := range l.Copies {
		add(link{id: g.ID, kind: "copy_group", members: copied(g)}, &record.Links{Copies: []dedupe.CopyGroup{g}})
	}
	for _, e := range l.Events {
		add(link{id: e.ID, kind: "event", name: e.Label, members: e.Articles}, &record.Links{Events: []dedupe.Event{e}})
	}
	for _, st := range l.Statements {
		add(link{id: st.ID, kind: "quote_cluster", members: st.Members}, &record.Links{Statements: []compare.Statement{st}})
	}
	for _, c := range l.Numbers {
		add(link{id: c.ID, kind: "number_cluster", members: c.Members}, &record.Links{Numbers: []compare.NumberCluster{c}})
	}
	return out, fail
}

func persons(p *people.People) []people.Person {
	if p == nil {
		return nil
	}
	return p.Persons
}

func localsOf(p *people.People) map[string][]people.Local {
	of := map[string][]people.Local{}
	if p != nil {
		for x, id := range p.Of {
			of[id] = append(of[id], x)
		}
	}
	for _, list := range of {
		slices.SortFunc(list, compareLocals)
	}
	return of
}

func copied(g dedupe.CopyGroup) []string {
	ids := make([]string, len(g.Members))
	for i, m := range g.Members {
		ids[i] = m.Article
	}
	return ids
}

func compareLocals(a, b people.Local) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Entity, b.Entity))
}

// sumOf is the checksum of a link: of its record and of who a person is.
func sumOf(record string, of []people.Local) string {
	h := sha256.New()
	_, _ = io.WriteString(h, record)
	for _, x := range of {
		_, _ = io.WriteString(h, x.Article+" "+x.Entity+"\n")
	}
	return hex.EncodeToString(h.Sum(nil))
}

// replaceLinks makes the stored links those given and adds to touched the
// articles that any difference is about.
func (w *writer) replaceLinks(links []link, touched map[string]bool) error {
	old, err := w.linkSums()
	if err != nil {
		return err
	}
	for i := range links {
		k := &links[i]
		same := old[k.id] == k.sum
		delete(old, k.id)
		if same {
			continue
		}
		if err := w.putLink(k, touched); err != nil {
			return fmt.Errorf("link %s: %w", k.id, err)
		}
	}
	for id := range old { // in any order: each is on its own
		if err := w.dropLink(id, touched); err != nil {
			return fmt.Errorf("link %s: %w", id, err)
		}
	}
	return nil
}

func (w *writer) linkSums() (map[string]string, error) {
	rows, err := w.tx.QueryContext(w.ctx, "SELECT id, sum FROM links")
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for rows.Next() {
		var id, sum string
		if err := rows.Scan(&id, &sum); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		sums[id] = sum
	}
	return sums, errors.Join(rows.Err(), rows.Close())
}

func (w *writer) putLink(k *link, touched map[string]bool) error {
	w.searched = true
	sort := ""
	if k.person != nil {
		sort = k.person.Kind
	}
	if err := w.exec("INSERT OR REPLACE INTO links VALUES (?,?,?,?,?,?)", k.id, k.kind, k.name, sort, k.record, k.sum); err != nil {
		return err
	}
	if k.person != nil {
		return errors.Join(w.putPersonOf(k, touched), w.putNames(k.person))
	}
	if err := w.touchMembers(k.id, touched); err != nil {
		return err
	}
	if err := w.exec("DELETE FROM link_members WHERE link = ?", k.id); err != nil {
		return err
	}
	for _, m := range k.members {
		touched[ArticleOf(m)] = true
		if err := w.exec("INSERT OR IGNORE INTO link_members VALUES (?,?)", k.id, m); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) dropLink(id string, touched map[string]bool) error {
	w.searched = true
	if strings.HasPrefix(id, "p:") {
		if err := w.putPersonOf(&link{id: id}, touched); err != nil {
			return err
		}
	} else if err := w.touchMembers(id, touched); err != nil {
		return err
	}
	return errors.Join(
		w.exec("DELETE FROM links WHERE id = ?", id),
		w.exec("DELETE FROM link_members WHERE link = ?", id),
		w.exec("DELETE FROM person_names WHERE person = ?", id))
}

func (w *writer) touchMembers(id string, touched map[string]bool) error {
	members, err := w.strings("SELECT member FROM link_members WHERE link = ?", id)
	for _, m := range members {
		touched[ArticleOf(m)] = true
	}
	return err
}

// putPersonOf makes person_of say of one person what k says.
func (w *writer) putPersonOf(k *link, touched map[string]bool) error {
	st, err := w.stmt("SELECT article, entity FROM person_of WHERE person = ?")
	if err != nil {
		return err
	}
	old := map[people.Local]bool{}
	err = eachRow(w.ctx, st, k.id, func(rows *sql.Rows) error {
		var x people.Local
		defer func() { old[x] = true }()
		return rows.Scan(&x.Article, &x.Entity)
	})
	if err != nil {
		return err
	}
	for _, x := range k.of {
		if old[x] {
			delete(old, x)
			continue
		}
		touched[x.Article] = true
		if err := w.exec("INSERT OR REPLACE INTO person_of VALUES (?,?,?)", x.Article, x.Entity, k.id); err != nil {
			return err
		}
	}
	for x := range old {
		touched[x.Article] = true
		if err := w.exec("DELETE FROM person_of WHERE article = ? AND entity = ? AND person = ?", x.Article, x.Entity, k.id); err != nil {
			return err
		}
	}
	return nil
}

// Links returns what links all articles.
func (s *Store) Links(ctx context.Context) (*record.Links, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT record FROM links ORDER BY kind, id")
	l, err := scanLinks(rows, err)
	if err != nil {
		return nil, err
	}
	return l, s.fillPersons(ctx, l, "", "")
}

// fillPersons adds to the persons of l where they occur, as far as a
// condition on person_of goes.
func (s *Store) fillPersons(ctx context.Context, l *record.Links, where, arg string) error {
	if len(l.People.Persons) == 0 {
		return nil
	}
	at := map[string]*people.Person{}
	for i := range l.People.Persons {
		at[l.People.Persons[i].ID] = &l.People.Persons[i]
	}
	query := "SELECT article, entity, person FROM person_of " + where + " ORDER BY article, entity"
	args := []any{arg}
	if where == "" {
		args = nil
	}
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	for rows.Next() {
		var x people.Local
		var id string
		if err := rows.Scan(&x.Article, &x.Entity, &id); err != nil {
			return errors.Join(err, rows.Close())
		}
		p := at[id]
		if p == nil {
			continue
		}
		l.People.Of[x] = id
		if n := len(p.Articles); n == 0 || p.Articles[n-1] != x.Article {
			p.Articles = append(p.Articles, x.Article)
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// LinksOf returns the links that touch the given articles: the persons who
// speak or are named in them, their copy groups, events and clusters. Of the
// persons it says only where they occur in these articles.
func (s *Store) LinksOf(ctx context.Context, articles ...string) (*record.Links, error) {
	ids := map[string]bool{}
	for _, a := range articles {
		hex := strings.TrimPrefix(a, "a:")
		rows, err := s.db.QueryContext(ctx, `SELECT person FROM person_of WHERE article = ?1
			UNION SELECT link FROM link_members WHERE member = ?1
			UNION SELECT link FROM link_members WHERE member > 'q:' || ?2 || ':' AND member < 'q:' || ?2 || ';'
			UNION SELECT link FROM link_members WHERE member > 'n:' || ?2 || ':' AND member < 'n:' || ?2 || ';'`, "a:"+hex, hex)
		found, err := scanStrings(rows, err)
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			ids[id] = true
		}
	}
	l, err := s.linksByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	return l, s.fillPersons(ctx, l, "WHERE article IN (SELECT value FROM json_each(?))", jsonList(articles))
}

// LinkOf returns the links that touch one thing of any kind: the person,
// event, copy group or cluster with that id alone, or what an article,
// quotation or number belongs to.
func (s *Store) LinkOf(ctx context.Context, id string) (*record.Links, error) {
	if strings.HasPrefix(id, "a:") {
		return s.LinksOf(ctx, id)
	}
	ids := map[string]bool{id: true}
	rows, err := s.db.QueryContext(ctx, `SELECT link FROM link_members WHERE member = ?1
		UNION SELECT person FROM quotes WHERE id = ?1 UNION SELECT person FROM numbers WHERE id = ?1`, id)
	found, err := scanStrings(rows, err)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		ids[f] = true
	}
	l, err := s.linksByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	var persons []string
	for _, p := range l.People.Persons {
		persons = append(persons, p.ID)
	}
	return l, s.fillPersons(ctx, l, "WHERE person IN (SELECT value FROM json_each(?))", jsonList(persons))
}

// linksByID reads the records of some links, in the order of Links.
func (s *Store) linksByID(ctx context.Context, ids map[string]bool) (*record.Links, error) {
	list := make([]string, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	rows, err := s.db.QueryContext(ctx, "SELECT record FROM links WHERE id IN (SELECT value FROM json_each(?)) ORDER BY kind, id", jsonList(list))
	return scanLinks(rows, err)
}

func scanLinks(rows *sql.Rows, err error) (*record.Links, error) {
	records, err := scanStrings(rows, err)
	if err != nil {
		return nil, err
	}
	l, err := record.UnmarshalLinks([]byte(strings.Join(records, "")))
	if err != nil {
		return nil, fmt.Errorf("links are damaged in the store: %w; run `inquit verify`", err)
	}
	return l, nil
}
