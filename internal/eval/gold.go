package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"inquit/article"
)

// Gold is what people found in a set of articles.
type Gold struct {
	Articles []*Article
	// Texts says that the gold file holds the texts itself.
	Texts bool
	// What was annotated at all, so that nothing is scored that was not.
	Quotes, Numbers, Events, Copies bool
}

// An Article is the gold of one article. Its spans are code points until
// bytes are asked for.
type Article struct {
	ID, Path      string
	Quotes        []Quote
	Numbers       []Number
	Event, Copies string
}

// A Quote is a quotation in the gold.
type Quote struct {
	ID      string
	Kind    string
	Parts   []article.Span // code points
	Content article.Span
	Speaker []string     // names that are right; none: the mention decides
	Mention article.Span // empty: nobody is named
}

// A Number is a numeric claim in the gold.
type Number struct {
	Span       article.Span // empty where the source gave none
	Value, Max float64
	HasMax     bool
	Unit       string
	Modifier   string
	Change     string
}

// Two forms of gold are read: the program's own records, one a line with a
// type; and one line an article with its text, its quotes or claims inside.

type goldLine struct {
	Type      string     `json:"type"`
	ID        string     `json:"id"`
	Path      string     `json:"path"`
	Text      *string    `json:"text"`
	Article   string     `json:"article"`
	Kind      string     `json:"kind"`
	Content   *goldSpan  `json:"content"`
	Parts     []goldSpan `json:"parts"`
	Speech    *bool      `json:"speech"`
	Speaker   goldNames  `json:"speaker"`
	Span      *goldSpan  `json:"span"`
	Value     goldValue  `json:"value"`
	ValueMax  *float64   `json:"value_max"`
	Unit      string     `json:"unit"`
	Modifier  string     `json:"modifier"`
	Change    string     `json:"change"`
	Event     *string    `json:"event"`
	CopyGroup *string    `json:"copy_group"`
	Cluster   *string    `json:"cluster"`
	Corpus    string     `json:"corpus"`
	Quotes    []goldPart `json:"quotes"`
	Claims    []goldPart `json:"claims"`
}

type goldSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A goldPart is a quote or a claim inside an article's line.
type goldPart struct {
	Start    *int      `json:"start"`
	End      *int      `json:"end"`
	Type     string    `json:"type"`
	Speech   *bool     `json:"speech"`
	Speaker  goldNames `json:"speaker"`
	Value    goldValue `json:"value"`
	Unit     string    `json:"unit"`
	Modifier string    `json:"modifier"`
	Change   *string   `json:"change"`
}

type goldSpeaker struct {
	Start     *int      `json:"start"`
	End       *int      `json:"end"`
	Name      *string   `json:"name"`
	Canonical string    `json:"canonical"`
	Mention   *goldSpan `json:"mention"`
}

// goldNames is a speaker, or null, or the bare id of one.
type goldNames struct{ *goldSpeaker }

func (g *goldNames) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		return nil
	}
	g.goldSpeaker = &goldSpeaker{}
	return json.Unmarshal(b, g.goldSpeaker)
}

// goldValue is a number or a pair of them.
type goldValue struct{ lo, hi *float64 }

func (v *goldValue) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		var pair []float64
		if err := json.Unmarshal(b, &pair); err != nil || len(pair) != 2 {
			return fmt.Errorf("value %s is no pair", b)
		}
		v.lo, v.hi = &pair[0], &pair[1]
		return nil
	}
	return json.Unmarshal(b, &v.lo)
}

// maxGoldLine bounds a line of a gold file.
const maxGoldLine = 64 << 20

// ReadGold reads a gold file of either form.
func ReadGold(file string) (*Gold, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	g := &Gold{}
	byID := map[string]*Article{}
	in := bufio.NewScanner(f)
	in.Buffer(make([]byte, 0, 1<<20), maxGoldLine)
	for n := 1; in.Scan(); n++ {
		var l goldLine
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%q, line %d: %w", file, n, err)
		}
		g.add(&l, byID)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%q: %w", file, err)
	}
	if len(g.Articles) == 0 {
		return nil, fmt.Errorf("%q holds no gold: neither article records nor lines with a text", file)
	}
	return g, nil
}

// add takes one line in.
func (g *Gold) add(l *goldLine, byID map[string]*Article) {
	switch a := byID[l.Article]; {
	case l.Type == "article":
		a := &Article{ID: l.ID, Path: path.Base(l.Path), Event: text(l.Event), Copies: text(l.CopyGroup)}
		byID[l.ID] = a
		g.Articles = append(g.Articles, a)
		g.Events = g.Events || a.Event != ""
		g.Copies = g.Copies || a.Copies != ""
	case l.Type == "quote" && a != nil:
		g.Quotes = true
		q := Quote{ID: l.ID, Kind: l.Kind, Content: l.Content.span()}
		for i := range l.Parts {
			q.Parts = append(q.Parts, l.Parts[i].span())
		}
		q.speaker(l.Speaker.goldSpeaker)
		a.Quotes = append(a.Quotes, q)
	case l.Type == "number" && a != nil:
		g.Numbers = true
		n := Number{Span: l.Span.span(), Unit: l.Unit, Modifier: l.Modifier, Change: l.Change}
		n.value(l.Value, l.ValueMax)
		a.Numbers = append(a.Numbers, n)
	case l.Type == "" && l.Text != nil:
		g.addText(l)
	}
}

// addText takes in a line that is a whole article.
func (g *Gold) addText(l *goldLine) {
	g.Texts = true
	a := &Article{ID: l.ID, Event: text(l.Event)}
	if l.Corpus == "neardup" || l.Cluster != nil {
		a.Copies, a.Event = text(l.Cluster), ""
	}
	g.Articles = append(g.Articles, a)
	g.Events = g.Events || a.Event != ""
	g.Copies = g.Copies || a.Copies != ""
	for _, p := range l.Quotes {
		if p.Start == nil || p.Speech != nil && !*p.Speech {
			continue // attitudes are not speech
		}
		g.Quotes = true
		q := Quote{Kind: p.Type, Parts: []article.Span{{Start: *p.Start, End: *p.End}}}
		q.speaker(p.Speaker.goldSpeaker)
		a.Quotes = append(a.Quotes, q)
	}
	for _, p := range l.Claims {
		g.Numbers = true
		n := Number{Unit: p.Unit, Modifier: p.Modifier, Change: text(p.Change)}
		if p.Start != nil && p.End != nil {
			n.Span = article.Span{Start: *p.Start, End: *p.End}
		}
		n.value(p.Value, nil)
		a.Numbers = append(a.Numbers, n)
	}
	g.Numbers = g.Numbers || l.Claims != nil
}

func (s *goldSpan) span() article.Span {
	if s == nil {
		return article.Span{}
	}
	return article.Span{Start: s.Start, End: s.End}
}

func (q *Quote) speaker(s *goldSpeaker) {
	if s == nil {
		return
	}
	q.Mention = s.Mention.span()
	if s.Start != nil && s.End != nil {
		q.Mention = article.Span{Start: *s.Start, End: *s.End}
	}
	for _, name := range []string{text(s.Name), s.Canonical} {
		if name != "" {
			q.Speaker = append(q.Speaker, name)
		}
	}
}

func (n *Number) value(v goldValue, hi *float64) {
	if v.lo != nil {
		n.Value = *v.lo
	}
	if v.hi != nil {
		hi = v.hi
	}
	if hi != nil {
		n.Max, n.HasMax = *hi, true
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// inBytes turns code point spans of s, in any order, into byte spans.
func inBytes(s string, spans []*article.Span) {
	ends := make([]*int, 0, 2*len(spans))
	for _, p := range spans {
		ends = append(ends, &p.Start, &p.End)
	}
	slices.SortFunc(ends, func(a, b *int) int { return *a - *b })
	at, points := 0, 0
	for _, e := range ends {
		for points < *e && at < len(s) {
			_, n := utf8.DecodeRuneInString(s[at:])
			at += n
			points++
		}
		*e = at
	}
}

// normName folds a name for comparing: lower case, no leading article.
func normName(s string) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(s)), "the ")
}
