package read

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"inquit/article"
)

// A record holds what the fields of a JSON object say; "" is not known.
type record struct {
	id, url, text, title string
	date, outlet         string
	authors              []string
	empty                bool     // a text field stands there and holds nothing
	names                []string // of the fields that may hold the text
}

// of reads the fields of an object. A field of a type that makes no sense
// counts as absent.
func (m fieldMap) of(raw map[string]json.RawMessage) record {
	r := record{
		id:     firstField(raw, m.id, idOf),
		url:    firstField(raw, m.url, stringOf),
		text:   firstField(raw, m.text, stringOf),
		title:  firstField(raw, m.title, stringOf),
		date:   firstField(raw, m.date, idOf),
		outlet: firstField(raw, m.outlet, nameOf),
		names:  m.text,
	}
	if strings.TrimFunc(r.text, blank) == "" {
		r.text = ""
		for _, name := range m.text {
			r.empty = r.empty || len(field(raw, name)) > 0
		}
	}
	for _, name := range m.author {
		if r.authors = namesOf(field(raw, name)); len(r.authors) > 0 {
			break
		}
	}
	return r
}

// noText says why a record gives no article.
func (r record) noText() error {
	if r.empty {
		return fmt.Errorf("%w: its text field is empty or no string", ErrNoText)
	}
	return fmt.Errorf("%w: it has none of the fields %s", ErrNoText, strings.Join(r.names, ", "))
}

// into fills in the metadata of a.
func (r record) into(a *article.Article) {
	a.Title = metadata(r.title)
	a.Outlet = metadata(r.outlet)
	a.Published = metadata(metaDate(r.date))
	a.URL = r.url
	for _, name := range r.authors {
		if f := metadata(name); f != nil {
			a.Authors = append(a.Authors, *f)
		}
	}
}

// metadata returns a field for a value that an input declares, nil for "".
func metadata(value string) *article.Field {
	if value = strings.TrimFunc(value, blank); value == "" {
		return nil
	}
	return &article.Field{Value: value, From: article.FromMetadata}
}

// firstField returns the first field that holds something.
func firstField(raw map[string]json.RawMessage, names []string, read func(json.RawMessage) string) string {
	for _, name := range names {
		if s := read(field(raw, name)); s != "" {
			return s
		}
	}
	return ""
}

// stringOf reads a string, "" for anything else.
func stringOf(v json.RawMessage) string {
	if len(v) < 2 || v[0] != '"' {
		return ""
	}
	var s string
	if json.Unmarshal(v, &s) != nil {
		return ""
	}
	return s
}

// idOf reads a string or a number.
func idOf(v json.RawMessage) string {
	if len(v) > 0 && (isDigit(v[0]) || v[0] == '-') {
		return string(v)
	}
	return stringOf(v)
}

// nameOf reads a string, or the name in an object: {"name": "Coast Herald"}.
func nameOf(v json.RawMessage) string {
	if len(v) == 0 || v[0] != '{' {
		return stringOf(v)
	}
	var o map[string]json.RawMessage
	if json.Unmarshal(v, &o) != nil {
		return ""
	}
	return firstField(o, []string{"name", "title"}, stringOf)
}

// namesOf reads a name or an array of names. "By Ann Other and Bob Sample" is
// two names.
func namesOf(v json.RawMessage) []string {
	v = bytes.TrimSpace(v)
	if len(v) == 0 || v[0] != '[' {
		return splitNames(nameOf(v))
	}
	var list []json.RawMessage
	if json.Unmarshal(v, &list) != nil {
		return nil
	}
	var names []string
	for _, e := range list {
		if s := strings.TrimFunc(nameOf(e), blank); s != "" {
			names = append(names, s)
		}
	}
	return names
}

// splitNames cuts a declared byline into names. One it does not understand is
// a name as it stands.
func splitNames(s string) []string {
	s = plainValue(s)
	if s == "" {
		return nil
	}
	by := s
	if afterBy(s) == 0 {
		by = "By " + s
	}
	spans, ok := byline(by)
	if !ok || len(spans) == 0 {
		return []string{s}
	}
	names := make([]string, len(spans))
	for i, p := range spans {
		names[i] = p.In(by)
	}
	return names
}
