package store

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"inquit/internal/people"
)

// Fold makes two spellings of one name or text equal: lower case, without
// accents, signs as spaces.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range decomposed(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			// an accent, or the apostrophe of O’Brien
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// decomposed splits accented letters into letter and accent.
func decomposed(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return norm.NFKD.String(s)
		}
	}
	return s
}

// putNames makes a person findable by name, alias and office.
func (w *writer) putNames(p *people.Person) error {
	if err := w.exec("DELETE FROM person_names WHERE person = ?", p.ID); err != nil {
		return err
	}
	add := func(form, what, since, until string) error {
		if form == "" {
			return nil
		}
		return w.exec("INSERT OR REPLACE INTO person_names VALUES (?,?,?,?,?)", form, p.ID, what, since, until)
	}
	name := Fold(p.Name)
	last := name[strings.LastIndexByte(name, ' ')+1:]
	err := errors.Join(add(name, "name", "", ""), add(last, "last", "", ""))
	for _, form := range append([]string{p.Name}, p.Aliases...) {
		form = Fold(form)
		err = errors.Join(err, add(form, "alias", "", ""))
		for _, word := range strings.Fields(form) {
			err = errors.Join(err, add(word, "word", "", ""))
		}
	}
	for _, r := range p.Roles {
		err = errors.Join(err, add(Fold(r.Title), "role", r.From, r.To))
	}
	return err
}

// A Named person answers to a name.
type Named struct {
	ID, Name, Kind string
	Role           bool   // by an office, not by name
	Since, Until   string // first and last day an article gives the person that office
	Quotes         int
}

// PersonsNamed returns who a name or office may stand for, most quoted first:
// those whose name, alias, last name or office it is, else those whose names
// hold all its words. A person's id finds that person.
func (s *Store) PersonsNamed(ctx context.Context, name string) ([]Named, error) {
	form := Fold(name)
	if strings.HasPrefix(name, "p:") {
		return s.named(ctx, "SELECT ?1 AS person, 'name' AS what, '' AS since, '' AS until", name)
	}
	if form == "" {
		return nil, nil
	}
	out, err := s.named(ctx, "SELECT person, min(what) AS what, max(since) AS since, max(until) AS until FROM person_names WHERE form = ?1 AND what <> 'word' GROUP BY person", form)
	if err != nil || len(out) > 0 {
		return out, err
	}
	return s.named(ctx, `SELECT person, 'alias' AS what, '' AS since, '' AS until FROM person_names
		WHERE what = 'word' AND form IN (SELECT value FROM json_each(?1)) GROUP BY person HAVING count(*) = json_array_length(?1)`,
		jsonList(distinct(strings.Fields(form))))
}

func (s *Store) named(ctx context.Context, query, arg string) ([]Named, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT l.id, l.name, l.sort, f.what = 'role', f.since, f.until,
		(SELECT count(*) FROM quotes q WHERE q.person = l.id) AS quoted
		FROM (`+query+`) f JOIN links l ON l.id = f.person ORDER BY quoted DESC, l.id`, arg)
	if err != nil {
		return nil, err
	}
	var out []Named
	for rows.Next() {
		var n Named
		if err := rows.Scan(&n.ID, &n.Name, &n.Kind, &n.Role, &n.Since, &n.Until, &n.Quotes); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, n)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

func distinct(words []string) (out []string) {
	seen := map[string]bool{}
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

func jsonList(list []string) string {
	if list == nil {
		list = []string{}
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // a list of strings always has a form
	}
	return string(b)
}
