package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"inquit/extract"
	"inquit/internal/people"
)

// ErrNoArticle says that the records of an article do not begin with one.
var ErrNoArticle = errors.New("records do not begin with an article")

// UnmarshalClaims reads the records of one article back over its source text.
func UnmarshalClaims(b []byte, source string) (*extract.Claims, error) {
	var c *extract.Claims
	err := eachLine(b, func(kind string, line []byte) error {
		if kind == "article" {
			var r articleRecord
			if err := json.Unmarshal(line, &r); err != nil {
				return err
			}
			c = &extract.Claims{Article: r.article(source)}
			return nil
		}
		if c == nil {
			return ErrNoArticle
		}
		return addClaim(c, kind, line)
	})
	if err == nil && c == nil {
		err = ErrNoArticle
	}
	return c, err
}

// addClaim reads one quote, number or person line into c.
func addClaim(c *extract.Claims, kind string, line []byte) error {
	switch kind {
	case "quote":
		var r quoteRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		c.Quotations = append(c.Quotations, r.quotation())
	case "number":
		var r numberRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		n, err := r.number()
		if err != nil {
			return err
		}
		c.Numbers = append(c.Numbers, n)
	case "person":
		var r personRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		c.Entities = append(c.Entities, r.entity())
	default:
		return fmt.Errorf("record of type %q among the claims of an article", kind)
	}
	return nil
}

// UnmarshalLinks reads what MarshalLinks wrote.
func UnmarshalLinks(b []byte) (*Links, error) {
	l := &Links{People: &people.People{Of: map[people.Local]string{}}}
	err := eachLine(b, func(kind string, line []byte) error { return addLink(l, kind, line) })
	return l, err
}

func addLink(l *Links, kind string, line []byte) error {
	switch kind {
	case "person":
		var r personRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l.addPerson(&r)
	case "copy_group":
		var r copyGroupRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l.Copies = append(l.Copies, r.copyGroup())
	case "event":
		var r eventRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l.Events = append(l.Events, r.event())
	case "quote_cluster":
		var r statementRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l.Statements = append(l.Statements, r.statement())
	case "number_cluster":
		var r numberClusterRecord
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l.Numbers = append(l.Numbers, r.numberCluster())
	default:
		return fmt.Errorf("record of type %q among the links", kind)
	}
	return nil
}

func (l *Links) addPerson(r *personRecord) {
	x := people.Person{ID: r.ID, Kind: string(r.Kind), Name: orEmpty(r.Name), Aliases: r.Aliases}
	for _, o := range r.Roles {
		x.Roles = append(x.Roles, people.Role{Title: o.Title, From: orEmpty(o.From), To: orEmpty(o.To)})
	}
	for a, ids := range r.Articles {
		for _, local := range ids {
			l.People.Of[people.Local{Article: a, Entity: local}] = r.ID
		}
	}
	x.Articles = slices.Sorted(maps.Keys(r.Articles))
	l.People.Persons = append(l.People.Persons, x)
}

// eachLine calls f with the type of each line of b.
func eachLine(b []byte, f func(kind string, line []byte) error) error {
	r := bufio.NewReader(bytes.NewReader(b))
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var head struct {
				Type string `json:"type"`
			}
			if err := json.Unmarshal(line, &head); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
			if err := f(head.Type, line); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
