package read

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A fieldMap says in which fields of a record its parts stand; the first that
// holds something counts.
type fieldMap struct {
	text, title, date, outlet, author, id, url []string
}

// standard are the names that are read without a map.
var standard = fieldMap{
	text:   []string{"text", "body", "content", "maintext"},
	title:  []string{"title", "headline"},
	date:   []string{"date", "published", "published_at", "publishedAt", "date_publish", "pubDate"},
	outlet: []string{"outlet", "source", "publisher", "sitename", "domain"},
	author: []string{"author", "authors", "byline"},
	id:     []string{"id"},
	url:    []string{"url"},
}

// part returns the names of a part of an article by its name in a map, nil
// for none.
func (m *fieldMap) part(name string) *[]string {
	switch name {
	case "text", "body":
		return &m.text
	case "title", "headline":
		return &m.title
	case "date", "published":
		return &m.date
	case "outlet":
		return &m.outlet
	case "author", "authors":
		return &m.author
	case "id":
		return &m.id
	case "url":
		return &m.url
	}
	return nil
}

// parseMap reads "text=body,title=headline|kicker": a part of an article and
// the fields it may stand in. A part that the map does not name keeps its
// standard names.
func parseMap(s string) (fieldMap, error) {
	m := standard
	if s == "" {
		return m, nil
	}
	for pair := range strings.SplitSeq(s, ",") {
		part, names, ok := strings.Cut(pair, "=")
		list := m.part(strings.TrimSpace(part))
		if !ok || list == nil || strings.TrimSpace(names) == "" {
			return m, fmt.Errorf("map %q: want PART=FIELD,… with the parts text, title, date, outlet, author, id, url", pair)
		}
		*list = nil
		for name := range strings.SplitSeq(names, "|") {
			*list = append(*list, strings.TrimSpace(name))
		}
	}
	return m, nil
}

// noText says that none of the text fields is there.
func (m fieldMap) noText() error { return record{names: m.text}.noText() }

// fields returns the map that the options ask for; Check has told when it
// makes no sense.
func (o Options) fields() fieldMap {
	m, err := parseMap(o.Map)
	if err != nil {
		return standard
	}
	return m
}

// field returns the field called name. A name with points leads into objects:
// "article.body".
func field(raw map[string]json.RawMessage, name string) json.RawMessage {
	for range 8 {
		if v, ok := raw[name]; ok {
			return v
		}
		first, rest, ok := strings.Cut(name, ".")
		v := raw[first]
		if !ok || len(v) == 0 || v[0] != '{' {
			break
		}
		raw = nil
		if json.Unmarshal(v, &raw) != nil {
			return nil
		}
		name = rest
	}
	return nil
}

// spelled returns the name in the map that differs from name in blanks and
// case only, else name: a table says "Title".
func (m fieldMap) spelled(name string) string {
	name = strings.TrimSpace(name)
	for _, list := range [][]string{m.text, m.title, m.date, m.outlet, m.author, m.id, m.url} {
		for _, known := range list {
			if strings.EqualFold(known, name) {
				return known
			}
		}
	}
	return name
}
