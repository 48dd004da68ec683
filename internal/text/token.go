package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"inquit/article"
)

// appendTokens appends the tokens of s[p.Start:p.End] to toks. lower is s in
// lower case, byte for byte; the Norm of most tokens is a part of it.
//
// The cuts are those of Unicode's word boundaries, with these differences:
//
//	Lammy ’s   he ’d   they ’ve   a clitic is a token of its own
//	don’t   O’Brien   rock’n’roll other apostrophes stay inside the word
//	U.S.   p.m.                   a dotted abbreviation keeps its last stop
//	difference . David            a stop before a capital cuts a word
//	said : He                     so does a colon
//	...   --   ''                 a run of one sign is one token
func appendTokens(toks []Token, s, lower string, p article.Span) []Token {
	t := tokenizer{s: s, lower: lower, toks: toks, first: len(toks)}
	var it *words.Iterator[string]
	for i := p.Start; i < p.End; {
		if next := t.plain(i, p.End); next > i {
			i = next
			continue
		}
		if it == nil {
			it = words.FromString("")
		}
		it.SetText(s[i:p.End])
		if !it.Next() {
			break
		}
		t.add(i, i+it.End(), p.End)
		i = max(i+it.End(), t.at)
	}
	return t.toks
}

// A tokenizer builds the tokens of one paragraph.
type tokenizer struct {
	s, lower string
	toks     []Token
	first    int  // the paragraph's first token
	space    bool // white space stands before the next token
	at       int  // end of the last token
}

// add takes s[start:end], which Unicode's rules keep together; limit is the
// end of the paragraph.
func (t *tokenizer) add(start, end, limit int) {
	for start < end {
		n := spaceLen(t.s[start:end])
		if n == 0 {
			break
		}
		t.space = true
		start += n
	}
	if start == end {
		return
	}
	c := t.s[start]
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		t.word(start, end, limit, Word)
	case '0' <= c && c <= '9':
		t.word(start, end, limit, Number)
	default:
		t.other(start, end, limit)
	}
}

// other takes what does not begin with an ASCII letter or digit.
func (t *tokenizer) other(start, end, limit int) {
	r, n := utf8.DecodeRuneInString(t.s[start:])
	switch {
	case unicode.IsLetter(r):
		t.word(start, end, limit, Word)
	case unicode.IsDigit(r):
		t.word(start, end, limit, Number)
	case end > start+n && r == '_':
		t.sign(start, start+n)
		t.add(start+n, end, limit)
	case isMark(r):
		t.mark(start, end)
	default:
		t.sign(start, end)
	}
}

// push appends one token.
func (t *tokenizer) push(start, end int, k TokenKind) {
	t.toks = append(t.toks, Token{
		Span: article.Span{Start: start, End: end}, Norm: t.lower[start:end], Kind: k,
		Space: t.space,
	})
	t.space, t.at = false, end
}

// mark appends a quotation mark; two apostrophes or grave accents in a row
// are one, as in “so”.
func (t *tokenizer) mark(start, end int) {
	if n := len(t.toks); n > t.first && !t.space && (t.s[start] == '\'' || t.s[start] == '`') {
		last := &t.toks[n-1]
		if last.End == start && last.Len() == 1 && t.s[last.Start] == t.s[start] {
			last.End, t.at, last.Norm = end, end, t.lower[last.Start:end]
			return
		}
	}
	t.push(start, end, Mark)
}

// sign appends a printed sign, joined to the token before when that is a run
// of the same sign: "...", "--".
func (t *tokenizer) sign(start, end int) {
	if n := len(t.toks); n > t.first && !t.space && end == start+1 && strings.IndexByte(".-*=_~#", t.s[start]) >= 0 {
		last := &t.toks[n-1]
		if last.End == start && last.Kind == Punct && t.s[last.Start] == t.s[start] {
			last.End, t.at = end, end
			last.Norm = t.lower[last.Start:end]
			return
		}
	}
	t.push(start, end, Punct)
}

// word appends the word or number s[start:end], cut where Unicode's rules
// keep together what a reader sees as two.
func (t *tokenizer) word(start, end, limit int, k TokenKind) {
	w := t.s[start:end]
	if cut := cutAt(w); cut > 0 {
		t.word(start, start+cut, limit, k)
		_, n := utf8.DecodeRuneInString(w[cut:])
		if start+cut >= t.at {
			t.sign(start+cut, start+cut+n)
		}
		t.add(start+cut+n, end, limit)
		return
	}
	if k == Word && end < limit && t.s[end] == '.' && isDotted(w) {
		end++
	}
	if at := cliticAt(t.lower[start:end]); k == Word && at > 0 {
		t.pushWord(start, start+at, k)
		t.pushWord(start+at, end, k)
		return
	}
	t.pushWord(start, end, k)
}

// pushWord appends a word with its normal form and its case.
func (t *tokenizer) pushWord(start, end int, k TokenKind) {
	t.push(start, end, k)
	tok := &t.toks[len(t.toks)-1]
	w := t.s[start:end]
	upper, lowers, plain := 0, 0, true
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case 'a' <= c && c <= 'z':
			lowers++
		case 'A' <= c && c <= 'Z':
			upper++
		case c >= utf8.RuneSelf:
			plain = false
		}
	}
	if plain {
		tok.Upper = 'A' <= w[0] && w[0] <= 'Z'
		tok.Caps = upper > 1 && lowers == 0
		return
	}
	tok.Upper, tok.Caps = caseOf(w)
	tok.Norm = normal(tok.Norm)
}

// caseOf is the case of a word with letters beyond ASCII.
func caseOf(w string) (upper, caps bool) {
	uppers, lowers := 0, 0
	for i, r := range w {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			uppers++
			upper = upper || i == 0
		case unicode.IsLower(r):
			lowers++
		}
	}
	return upper, uppers > 1 && lowers == 0
}

// normal completes the normal form of a word: letters whose lower case has
// another length, straight apostrophes, nothing invisible.
func normal(w string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case isIgnorable(r):
			return -1
		}
		return unicode.ToLower(r)
	}, w)
}
