package store

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"inquit/dedupe"
	"inquit/internal/compare"
	"inquit/internal/people"
	"inquit/internal/record"
)

// linkage is what links say about single articles, quotations and numbers.
type linkage struct {
	person   map[people.Local]string
	event    map[string]string // by article
	group    map[string]string // by article
	members  map[string][]string
	cluster  map[string]string // by quotation or number
	identity map[string]string // by quotation: its statement of the same words
	fold     map[string]string // by quotation or number
}

// nearness orders the relations of a statement: a quotation in two clusters
// shows the closer one, as in the records.
var nearness = map[dedupe.Relation]int{dedupe.Same: 0, dedupe.Fragment: 1, dedupe.Repeat: 1}

func newLinkage(l *record.Links) *linkage {
	k := &linkage{
		event: map[string]string{}, group: map[string]string{}, members: map[string][]string{},
		cluster: map[string]string{}, identity: map[string]string{}, fold: map[string]string{},
	}
	if l.People != nil {
		k.person = l.People.Of
	}
	for _, e := range l.Events {
		for _, a := range e.Articles {
			k.event[a] = e.ID
		}
	}
	for _, g := range l.Copies {
		k.members[g.ID] = copied(g)
		for _, a := range k.members[g.ID] {
			k.group[a] = g.ID
		}
	}
	k.addClusters(l.Statements)
	for _, c := range l.Numbers {
		for _, m := range c.Members {
			k.cluster[m] = c.ID
		}
	}
	return k
}

func (k *linkage) addClusters(sts []compare.Statement) {
	rank := map[string]int{}
	for _, s := range sts {
		near, ok := nearness[s.Relation]
		if !ok {
			near = 2
		}
		for _, m := range s.Members {
			if old, done := rank[m]; !done || near < old {
				rank[m], k.cluster[m] = near, s.ID
			}
			if s.Relation == dedupe.Same {
				k.identity[m] = s.ID
			}
		}
	}
}

// relink brings the link columns of the touched articles, and of those put
// since the links were last set, in line with l.
func (w *writer) relink(l *record.Links, touched map[string]bool) error {
	fresh, err := w.strings("SELECT id FROM articles WHERE linked = 0")
	if err != nil {
		return err
	}
	for _, id := range fresh {
		touched[id] = true
	}
	delete(touched, "")
	k := newLinkage(l)
	if err := w.foldCopies(k, touched); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		if err := w.relinkArticle(k, id); err != nil {
			return fmt.Errorf("link %s: %w", id, err)
		}
	}
	return nil
}

// relinkArticle sets the link columns of one article and what stands in it,
// and raises its sequence number if that changes any.
func (w *writer) relinkArticle(k *linkage, id string) error {
	var event, group string
	err := w.row("SELECT event, copy_group FROM articles WHERE id = ?", id).Scan(&event, &group)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // links may name an article that was removed since
	}
	if err != nil {
		return err
	}
	changed := event != k.event[id] || group != k.group[id]
	for _, table := range []string{"quotes", "numbers"} {
		c, err := w.relinkRows(k, table, id)
		if err != nil {
			return err
		}
		changed = changed || c
	}
	if !changed {
		return w.exec("UPDATE articles SET linked = 1 WHERE id = ? AND linked = 0", id)
	}
	w.searched = true
	return w.exec("UPDATE articles SET event = ?, copy_group = ?, linked = 1, seq = ? WHERE id = ?", k.event[id], k.group[id], w.next, id)
}

// linkedRow is the part of a quotation's or number's row that links decide.
type linkedRow struct{ id, speaker, person, cluster, fold string }

func (w *writer) relinkRows(k *linkage, table, article string) (changed bool, _ error) {
	rows, err := w.linkedRows(table, article)
	if err != nil {
		return false, err
	}
	for _, r := range rows {
		want := linkedRow{r.id, r.speaker, r.speaker, k.cluster[r.id], k.fold[r.id]}
		if p, ok := k.person[people.Local{Article: article, Entity: r.speaker}]; ok && r.speaker != "" {
			want.person = p
		}
		if r == want {
			continue
		}
		changed = true
		if err := w.exec("UPDATE "+table+" SET person = ?, cluster = ?, fold = ? WHERE id = ?", want.person, want.cluster, want.fold, r.id); err != nil {
			return false, err
		}
	}
	return changed, nil
}

func (w *writer) linkedRows(table, article string) (out []linkedRow, _ error) {
	prefix := table[:1] + ":" + strings.TrimPrefix(article, "a:")
	st, err := w.stmt("SELECT id, speaker, person, cluster, fold FROM " + table + " WHERE id > ?1 || ':' AND id < ?1 || ';'")
	if err != nil {
		return nil, err
	}
	err = eachRow(w.ctx, st, prefix, func(rows *sql.Rows) error {
		out = append(out, linkedRow{})
		r := &out[len(out)-1]
		return rows.Scan(&r.id, &r.speaker, &r.person, &r.cluster, &r.fold)
	})
	return out, err
}

// foldCopies finds which quotations and numbers of near-copies are one and
// the same, for every copy group with a touched article; all its articles
// become touched.
func (w *writer) foldCopies(k *linkage, touched map[string]bool) error {
	groups := map[string]bool{}
	for a := range touched {
		if g := k.group[a]; g != "" {
			groups[g] = true
		}
	}
	for g := range groups {
		for _, a := range k.members[g] {
			touched[a] = true
		}
		if err := w.foldGroup(k, g); err != nil {
			return err
		}
	}
	return nil
}

// foldGroup gives what occurs in several articles of a copy group one key.
func (w *writer) foldGroup(k *linkage, group string) error {
	same := map[string][]string{} // what makes two the same, to their ids
	for _, a := range k.members[group] {
		if err := w.quoteKeys(k, a, same); err != nil {
			return err
		}
		if err := w.numberKeys(a, same); err != nil {
			return err
		}
	}
	for _, ids := range same {
		if len(ids) < 2 {
			continue
		}
		least := slices.Min(ids)
		for _, id := range ids {
			k.fold[id] = group + "/" + least
		}
	}
	return nil
}

// quoteKeys adds the quotations of an article to same: those of one statement
// if the article has one of it, else those with the same words, the first
// with the first.
func (w *writer) quoteKeys(k *linkage, article string, same map[string][]string) error {
	hex := strings.TrimPrefix(article, "a:")
	st, err := w.stmt("SELECT id, text FROM quotes WHERE id > 'q:' || ?1 || ':' AND id < 'q:' || ?1 || ';' ORDER BY start, id")
	if err != nil {
		return err
	}
	var ids, texts []string
	statements, words := map[string]int{}, map[string]int{}
	err = eachRow(w.ctx, st, hex, func(rows *sql.Rows) error {
		var id, text string
		err := rows.Scan(&id, &text)
		ids, texts = append(ids, id), append(texts, text)
		statements[k.identity[id]]++
		return err
	})
	for i, id := range ids {
		key := "s" + k.identity[id]
		if k.identity[id] == "" || statements[k.identity[id]] > 1 {
			text := Fold(texts[i])
			words[text]++
			key = "t" + strconv.Itoa(words[text]) + " " + text
		}
		same[key] = append(same[key], id)
	}
	return err
}

// numberKeys adds the numbers of an article to same, by value, unit and
// concept.
func (w *writer) numberKeys(article string, same map[string][]string) error {
	hex := strings.TrimPrefix(article, "a:")
	st, err := w.stmt("SELECT id, decimal || ' ' || unit || ' ' || modifier || ' ' || concept FROM numbers WHERE id > 'n:' || ?1 || ':' AND id < 'n:' || ?1 || ';' ORDER BY start, id")
	if err != nil {
		return err
	}
	times := map[string]int{}
	return eachRow(w.ctx, st, hex, func(rows *sql.Rows) error {
		var id, claim string
		err := rows.Scan(&id, &claim)
		times[claim]++
		key := "n" + strconv.Itoa(times[claim]) + " " + claim
		same[key] = append(same[key], id)
		return err
	})
}
