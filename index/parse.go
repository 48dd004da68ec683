package index

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An op says what a node of a query does.
type op uint8

const (
	opAnd op = iota
	opOr
	opNot
	opPhrase // words in a row; a single word is a phrase of one
	opPrefix // def*
	opFuzzy  // word~
	opField  // speaker:lammy
)

// A node is a query or a part of one.
type node struct {
	op    op
	kids  []*node  // of and, or, not
	words []string // of the rest: terms
	field string
	value string
}

// fields are the names before a colon, each with an example.
var fields = map[string]bool{
	"speaker": true, // speaker:lammy speaker:"Foreign Secretary"
	"outlet":  true, // outlet:guardian
	"kind":    true, // kind:direct
	"status":  true, // status:thought
	"zone":    true, // zone:caption
	"cue":     true, // cue:told
	"event":   true, // event:e:0123456789abcdef
	"unit":    true, // unit:GBP unit:"school/year"
	"value":   true, // value:2..3 value:2bn..
	"date":    true, // date:2025-04..2025-06
}

// parse reads a query. It never fails: what makes no sense as a query is read
// as words, and a note says so. A query of no words and no filters is nil.
func parse(text string) (*node, []string) {
	p := &parser{}
	blank := strings.TrimSpace(text) == ""
	if len(text) > MaxText {
		p.note("the query is cut after %d bytes", MaxText)
		for text = text[:MaxText]; !utf8.ValidString(text) && len(text) > MaxText-utf8.UTFMax; {
			text = text[:len(text)-1]
		}
	}
	text = strings.ToValidUTF8(text, " ")
	p.rest = text
	p.lex()
	n, ok := p.or()
	if ok && p.at < len(p.tokens) {
		p.note("a %q closes nothing; the query is read as words", ")")
		ok = false
	}
	if !ok {
		n = p.literally(text)
	}
	if n == nil && !blank {
		p.note("no word to look for in %q", text)
		n = &node{op: opOr} // matches nothing
	}
	return n, p.notes
}

// A token of a query.
type token struct {
	sign byte  // '(' ')' '-' '|' for OR, '&' for AND; 0 for a leaf
	leaf *node // nil when there is no word in it
}

type parser struct {
	rest   string
	tokens []token
	words  int
	full   bool
	notes  []string
	at     int
}

func (p *parser) note(format string, args ...any) {
	p.notes = append(p.notes, fmt.Sprintf(format, args...))
}

// lex cuts the query into tokens.
func (p *parser) lex() {
	for {
		p.rest = strings.TrimLeftFunc(p.rest, isGap)
		if p.rest == "" {
			return
		}
		switch r, size := utf8.DecodeRuneInString(p.rest); {
		case r == '(' || r == ')':
			p.rest = p.rest[size:]
			p.tokens = append(p.tokens, token{sign: byte(r)})
		case r == '-':
			p.rest = p.rest[size:]
			if next, _ := utf8.DecodeRuneInString(p.rest); p.rest != "" && !isGap(next) && next != '-' && next != ')' {
				p.tokens = append(p.tokens, token{sign: '-'})
			}
		case isQuote(r):
			p.rest = p.rest[size:]
			p.add(&node{op: opPhrase, words: terms(p.quoted())})
		default:
			p.word()
		}
	}
}

func isGap(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

func isQuote(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }

// quoted takes the text up to the closing mark.
func (p *parser) quoted() string {
	i := strings.IndexFunc(p.rest, isQuote)
	if i < 0 {
		p.note("a mark is opened and not closed; the phrase goes on to the end")
		s := p.rest
		p.rest = ""
		return s
	}
	s := p.rest[:i]
	_, size := utf8.DecodeRuneInString(p.rest[i:])
	p.rest = p.rest[i+size:]
	return s
}

// word takes a word, an operator or a field with its value.
func (p *parser) word() {
	i := strings.IndexFunc(p.rest, func(r rune) bool { return isGap(r) || r == '(' || r == ')' || isQuote(r) })
	if i < 0 {
		i = len(p.rest)
	}
	s := p.rest[:i]
	p.rest = p.rest[i:]
	switch s {
	case "OR":
		p.tokens = append(p.tokens, token{sign: '|'})
		return
	case "AND":
		p.tokens = append(p.tokens, token{sign: '&'})
		return
	}
	if name, value, ok := strings.Cut(s, ":"); ok && p.field(strings.ToLower(name), value) {
		return
	}
	p.add(wordNode(s))
}

// field takes name:value and reports whether it was one.
func (p *parser) field(name, value string) bool {
	if !fields[name] {
		if isName(name) && value != "" && !strings.HasPrefix(value, "//") {
			p.note("there is no field %q; %q is read as words", name, name+":"+value)
		}
		return false
	}
	if r, size := utf8.DecodeRuneInString(p.rest); value == "" && isQuote(r) {
		p.rest = p.rest[size:]
		value = p.quoted()
	}
	if strings.TrimSpace(value) == "" {
		p.note("%q is followed by nothing; it is read as a word", name+":")
		return false
	}
	p.add(&node{op: opField, field: name, value: value, words: []string{value}})
	return true
}

func isName(s string) bool {
	for _, r := range s {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return len(s) > 2
}

// wordNode reads one word: plain, the beginning of one, or one nearly like it.
func wordNode(s string) *node {
	if base, ok := strings.CutSuffix(s, "*"); ok {
		if w := stems(base); len(w) == 1 && utf8.RuneCountInString(w[0]) > 1 {
			return &node{op: opPrefix, words: w}
		}
	}
	if base, ok := strings.CutSuffix(strings.TrimRight(s, "012"), "~"); ok {
		if w := terms(base); len(w) == 1 && utf8.RuneCountInString(w[0]) > 2 {
			return &node{op: opFuzzy, words: w}
		}
	}
	return &node{op: opPhrase, words: terms(s)}
}

// add takes a leaf, unless it has no word or there were too many.
func (p *parser) add(n *node) {
	if p.words += len(n.words); p.words > MaxWords {
		if !p.full {
			p.full = true
			p.note("only the first %d words are looked for", MaxWords)
		}
		n = nil
	} else if len(n.words) == 0 {
		n = nil
	}
	p.tokens = append(p.tokens, token{leaf: n})
}

// peek returns the sign of the next token: 0 for a leaf, '$' at the end.
func (p *parser) peek() byte {
	if p.at == len(p.tokens) {
		return '$'
	}
	return p.tokens[p.at].sign
}

// or reads terms joined by OR. A nil node stands for nothing to look for.
func (p *parser) or() (*node, bool) {
	n, ok := p.and()
	if !ok {
		return nil, false
	}
	list := []*node{n}
	for p.peek() == '|' {
		p.at++
		n, ok := p.and()
		if !ok {
			return nil, false
		}
		list = append(list, n)
	}
	return join(opOr, list), true
}

// and reads terms that all must hold.
func (p *parser) and() (*node, bool) {
	var list []*node
	seen := false
	for {
		switch p.peek() {
		case '$', ')', '|':
			if !seen && (p.peek() == '|' || p.at > 0 && p.tokens[p.at-1].sign == '|') {
				p.note("OR needs a word on both sides; the query is read as words")
				return nil, false
			}
			return join(opAnd, list), true
		case '&':
			p.at++
			continue
		}
		n, ok := p.unary()
		if !ok {
			return nil, false
		}
		seen = true
		list = append(list, n)
	}
}

// unary reads a leaf, a group, or either with a minus.
func (p *parser) unary() (*node, bool) {
	t := p.tokens[p.at]
	p.at++
	switch t.sign {
	case '-':
		if s := p.peek(); s != 0 && s != '(' && s != '-' {
			p.note("a minus stands before nothing; the query is read as words")
			return nil, false
		}
		n, ok := p.unary()
		if !ok || n == nil {
			return nil, ok
		}
		return &node{op: opNot, kids: []*node{n}}, true
	case '(':
		n, ok := p.or()
		if !ok {
			return nil, false
		}
		if p.peek() != ')' {
			p.note("a %q is not closed; the query is read as words", "(")
			return nil, false
		}
		p.at++
		return n, true
	}
	return t.leaf, true
}

// join makes one node of several, leaving out what looks for nothing.
func join(o op, list []*node) *node {
	var kids []*node
	for _, n := range list {
		if n != nil {
			kids = append(kids, n)
		}
	}
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &node{op: o, kids: kids}
}

// literally reads all of a text as words.
func (p *parser) literally(text string) *node {
	words := terms(text)
	words = words[:min(len(words), MaxWords)]
	list := make([]*node, len(words))
	for i, w := range words {
		list[i] = &node{op: opPhrase, words: []string{w}}
	}
	return join(opAnd, list)
}
