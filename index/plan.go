package index

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"inquit/internal/store"
)

// names finds who a name may stand for; the store does.
type names interface {
	PersonsNamed(ctx context.Context, name string) ([]store.Named, error)
}

// A planner turns a parsed query into one of bleve's.
type planner struct {
	ctx    context.Context
	names  names
	kind   string // q, n, a
	notes  []string
	scored bool // some word decides how well a hit matches
	named  map[string]bool
	err    error
}

func (p *planner) note(format string, args ...any) {
	p.notes = append(p.notes, fmt.Sprintf(format, args...))
}

// filter is a query that decides but does not score, which lets bleve work on
// bitmaps.
type filter struct{ query.Query }

// Searcher implements query.Query.
func (f filter) Searcher(ctx context.Context, i bleveindex.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	o.Score = "none"
	o.IncludeTermVectors = false
	return f.Query.Searcher(ctx, i, m, o)
}

// build makes the query of a node; every node has one.
func (p *planner) build(n *node) query.Query {
	switch n.op {
	case opAnd:
		return p.and(n.kids)
	case opOr:
		if len(n.kids) == 0 {
			return query.NewMatchNoneQuery()
		}
		list := make([]query.Query, len(n.kids))
		for i, k := range n.kids {
			list[i] = p.build(k)
		}
		return query.NewDisjunctionQuery(list)
	case opNot:
		return p.and([]*node{n})
	case opField:
		return p.field(n)
	}
	p.scored = true
	return p.words(n)
}

// and builds what must hold and what must not. A unit and a value side by
// side are of one number.
func (p *planner) and(kids []*node) query.Query {
	var must, not []query.Query
	units, kids := pick(kids, "unit")
	values, kids := pick(kids, "value")
	for _, k := range kids {
		if k.op == opNot {
			scored := p.scored
			not = append(not, p.build(k.kids[0]))
			p.scored = scored
			continue
		}
		must = append(must, p.build(k))
	}
	switch {
	case len(units) == 1 && len(values) == 1:
		must = append(must, p.unitValue(units[0].value, values[0].value))
	default:
		for _, k := range append(units, values...) {
			must = append(must, p.field(k))
		}
	}
	if len(must) == 0 {
		must = append(must, p.every())
	}
	if len(not) == 0 {
		return conj(must)
	}
	return query.NewBooleanQuery([]query.Query{conj(must)}, nil, []query.Query{filter{query.NewDisjunctionQuery(not)}})
}

// pick takes the leaves of one field out of a list.
func pick(kids []*node, field string) (of, rest []*node) {
	for _, k := range kids {
		if k.op == opField && k.field == field {
			of = append(of, k)
		} else {
			rest = append(rest, k)
		}
	}
	return of, rest
}

// every finds all records of the kind asked for.
func (p *planner) every() query.Query { return p.keyIs(everyKey) }

func (p *planner) keyIs(k key) query.Query { return filter{p.key(k)} }

func (p *planner) key(k key) query.Query { return termIn(keyField+p.kind, k) }

func termIn(field, term string) *query.TermQuery {
	q := query.NewTermQuery(term)
	q.SetField(field)
	return q
}

// between finds records with a key from low to high, both included.
func (p *planner) between(low, high key) query.Query {
	yes := true
	q := query.NewTermRangeInclusiveQuery(low, high, &yes, &yes)
	q.SetField(keyField + p.kind)
	return filter{q}
}

// conj finds what all of list find.
func conj(list []query.Query) query.Query {
	if len(list) == 1 {
		return list[0]
	}
	return query.NewConjunctionQuery(list)
}

// disj finds what any of list finds.
func disj(list []query.Query) query.Query {
	switch len(list) {
	case 0:
		return query.NewMatchNoneQuery()
	case 1:
		return list[0]
	}
	return query.NewDisjunctionQuery(list)
}

// searched are the fields that words are looked for in, and how much more a
// word counts there.
func (p *planner) searched() map[string]float64 {
	if p.kind == "a" {
		return map[string]float64{titleField: 3, textField: 1}
	}
	return map[string]float64{textField: 1, speakerField: .5}
}

// words builds a word, a phrase, a prefix or a word spelled nearly so.
func (p *planner) words(n *node) query.Query {
	var list []query.Query
	in := p.searched()
	for _, field := range []string{textField, titleField, speakerField} {
		boost, ok := in[field]
		if !ok || field == speakerField && n.op == opPhrase && len(n.words) > 1 {
			continue // names have no positions
		}
		list = append(list, wordQueries(n, field+p.kind, boost)...)
	}
	return disj(list)
}

func wordQueries(n *node, field string, boost float64) []query.Query {
	switch {
	case n.op == opPrefix:
		prefix := func(s string) query.Query {
			q := query.NewPrefixQuery(s)
			q.SetField(field)
			q.SetBoost(boost)
			return filter{q} // how rare the completions are says nothing
		}
		w := n.words[0]
		out := []query.Query{prefix(w)}
		// Terms are singular: troops* must find troop, countries* country.
		if s := string(singular([]byte(w))); s != w {
			out = append(out, termIn(field, s))
		}
		if s, ok := strings.CutSuffix(w, "ie"); ok {
			out = append(out, termIn(field, s+"y"))
		}
		return out
	case n.op == opFuzzy:
		q := query.NewFuzzyQuery(n.words[0])
		q.SetField(field)
		q.SetBoost(boost)
		q.SetFuzziness(1)
		if len(n.words[0]) > 5 {
			q.SetFuzziness(2)
		}
		return []query.Query{q}
	case len(n.words) == 1:
		q := termIn(field, n.words[0])
		q.SetBoost(boost)
		return []query.Query{q}
	}
	q := query.NewPhraseQuery(n.words, field)
	q.SetBoost(boost)
	return []query.Query{q}
}

// field builds name:value. What a field cannot mean finds nothing and is
// noted.
func (p *planner) field(n *node) query.Query {
	p.named[n.field] = true
	switch n.field {
	case "speaker":
		return p.speaker(n.value)
	case "outlet":
		return p.keyWords(outletKey, n)
	case "cue":
		return p.keyWords(cueKey, n)
	case "kind":
		return p.oneOf(n, kindKey, "direct", "mixed", "indirect", "block", "pull")
	case "status":
		return p.oneOf(n, statusKey, "said", "to_be_said", "thought")
	case "zone":
		return p.oneOf(n, zoneKey, "headline", "standfirst", "summary", "byline", "dateline", "caption", "pull", "boilerplate", "related", "transcript", "body")
	case "event":
		id := strings.ToLower(n.value)
		if !strings.HasPrefix(id, eventKey) {
			id = eventKey + id
		}
		q := query.NewPrefixQuery(id)
		q.SetField(keyField + p.kind)
		return filter{q}
	case "unit":
		return p.keyIs(unitKey + unitOf(n.value))
	case "value":
		return p.value(anyValue, n.value)
	case "date":
		return p.date(n.value)
	}
	return query.NewMatchNoneQuery()
}

// keyWords finds records that have every word of a value.
func (p *planner) keyWords(about key, n *node) query.Query {
	var list []query.Query
	for _, w := range terms(n.value) {
		list = append(list, p.key(about+w))
	}
	if len(list) == 0 {
		p.note("%s: has no word in %q", n.field, n.value)
		return query.NewMatchNoneQuery()
	}
	return filter{conj(list)}
}

// oneOf finds records that have one of the values, which commas separate.
func (p *planner) oneOf(n *node, about key, known ...string) query.Query {
	var list []query.Query
	for _, v := range strings.Split(strings.ToLower(n.value), ",") {
		v = strings.ReplaceAll(strings.TrimSpace(v), "-", "_")
		found := false
		for _, k := range known {
			found = found || k == v
		}
		if !found {
			p.note("%s: knows no %q; it may be %s", n.field, v, strings.Join(known, ", "))
			continue
		}
		p.named[n.field+":"+v] = true
		list = append(list, p.key(about+v))
	}
	return filter{disj(list)}
}

// speaker finds records of everybody a name or office may stand for.
func (p *planner) speaker(name string) query.Query {
	found, err := p.names.PersonsNamed(p.ctx, name)
	if err != nil {
		p.err = err
		return query.NewMatchNoneQuery()
	}
	if len(found) == 0 {
		return p.spokenAs(name)
	}
	p.tellNames(name, found)
	var list []query.Query
	for i, f := range found {
		q := p.key(f.ID)
		if from, to := tenure(found, i); from != "" || to != "" {
			q = conj([]query.Query{q, p.between(dateKey+from, dateKey+orLast(to))})
		}
		list = append(list, q)
	}
	return filter{disj(list)}
}

// spokenAs looks for a name among the words that articles use, for speakers
// nobody has linked yet.
func (p *planner) spokenAs(name string) query.Query {
	var list []query.Query
	for _, w := range terms(name) {
		list = append(list, termIn(speakerField+p.kind, w))
	}
	if len(list) == 0 {
		p.note("nobody is called %q", name)
		return query.NewMatchNoneQuery()
	}
	return filter{conj(list)}
}

// tellNames notes who a name was taken for, unless it is plain.
func (p *planner) tellNames(name string, found []store.Named) {
	if len(found) == 1 {
		if f := found[0]; f.Role {
			p.note("%q is read as %s", name, f.Name)
		}
		return
	}
	const most = 5
	var list []string
	for _, f := range found[:min(len(found), most)] {
		s := fmt.Sprintf("%s (%d quotations, %s)", f.Name, f.Quotes, f.ID)
		if f.Role && f.Since != "" {
			s = fmt.Sprintf("%s (%s to %s, %s)", f.Name, f.Since, f.Until, f.ID)
		}
		list = append(list, s)
	}
	more := ""
	if n := len(found) - most; n > 0 {
		more = fmt.Sprintf(" or %d others", n)
	}
	p.note("%q may be %s%s; narrow it with the full name or the id", name, strings.Join(list, ", "), more)
}

// tenure returns the first and last day on which the i-th of those found holds
// the office, as far as the others' days tell: one whose days all lie before
// another's ends where that one begins. Offices held side by side, and names,
// have no bounds.
func tenure(found []store.Named, i int) (from, to string) {
	me := found[i]
	if !me.Role || me.Since == "" {
		return "", ""
	}
	for j, f := range found {
		switch {
		case j == i || !f.Role || f.Since == "":
		case f.Until != "" && f.Until < me.Since: // a predecessor
			from = me.Since
		case f.Since > me.Until && (to == "" || f.Since < to): // a successor
			to = f.Since
		}
	}
	return from, to
}

// lastDay sorts behind every date.
const lastDay = "9999-99-99"

func orLast(day string) string {
	if day == "" {
		return lastDay
	}
	return day
}

// unitValue finds numbers of a unit whose value lies in a range.
func (p *planner) unitValue(unit, values string) query.Query {
	p.named["unit"], p.named["value"] = true, true
	return p.value(unitValue+unitOf(unit)+"=", values)
}

func (p *planner) value(about key, s string) query.Query {
	low, high, ok := numberRange(s)
	if !ok {
		p.note("value:%s is no range of numbers like 2..3; it is left out", s)
		return p.every()
	}
	return p.between(about+low, about+high)
}

// unitSigns are signs that people type for a unit.
var unitSigns = map[string]string{"%": "percent", "per cent": "percent", "£": "gbp", "$": "usd", "€": "eur", "¥": "jpy"}

func unitOf(s string) string {
	s = unitForm(s)
	if u, ok := unitSigns[s]; ok {
		return u
	}
	return s
}

// numberRange reads 2..3, 2.., ..3 or 2 into sortable bounds.
func numberRange(s string) (low, high string, ok bool) {
	a, b, isRange := strings.Cut(s, "..")
	if !isRange {
		b = a
	}
	if a == "" && b == "" {
		return "", "", false
	}
	low, high = strings.Repeat("0", 16), strings.Repeat("f", 16)
	if a != "" {
		v, good := numberOf(a)
		if !good {
			return "", "", false
		}
		low = sortable(v)
	}
	if b != "" {
		v, good := numberOf(b)
		if !good {
			return "", "", false
		}
		high = sortable(v)
	}
	if a != "" && b != "" && low > high {
		low, high = high, low
	}
	return low, high, true
}

// scales are what may stand behind a number.
var scales = []struct {
	suffix string
	factor float64
}{{"bn", 1e9}, {"tn", 1e12}, {"mn", 1e6}, {"m", 1e6}, {"k", 1e3}, {"b", 1e9}, {"%", 1}}

func numberOf(s string) (float64, bool) {
	s = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), ",", ""))
	factor := 1.0
	for _, x := range scales {
		if base, ok := strings.CutSuffix(s, x.suffix); ok {
			s, factor = base, x.factor
			break
		}
	}
	for _, c := range s {
		if (c < '0' || c > '9') && c != '.' && c != '-' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v * factor, err == nil
}

// date finds articles of a day, month, year or of a range of them.
func (p *planner) date(s string) query.Query {
	a, b, isRange := strings.Cut(s, "..")
	if !isRange {
		b = a
	}
	if a == "" && b == "" || a != "" && !isDate(a) || b != "" && !isDate(b) {
		p.note("date:%s is no date or range like 2025-04..2025-06; it is left out", s)
		return p.every()
	}
	low, high := "0", lastDay
	if a != "" {
		low = a
	}
	if b != "" {
		high = b + "-99-99"[:len("2025-04-06")-len(b)]
	}
	if a != "" && b != "" && low > high {
		low, high = b, a+"-99-99"[:len("2025-04-06")-len(a)]
	}
	return p.between(dateKey+low, dateKey+high)
}

// isDate reports whether s looks like 2025, 2025-04 or 2025-04-06.
func isDate(s string) bool {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') || !dash && !isDigit(s[i]) {
			return false
		}
	}
	return true
}
