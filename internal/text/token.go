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

// cutAt returns where a sign inside w separates two words, or 0: a colon or
// underscore always, a stop between a word and a capitalised one.
func cutAt(w string) int {
	for i := 1; i < len(w)-1; i++ {
		switch w[i] {
		case ':', '_', ';':
			return i
		case '.':
			if gluedStop(w, i) {
				return i
			}
		}
	}
	if n := len(w) - 1; n > 0 && w[n] == '_' {
		return n
	}
	return 0
}

// gluedStop reports whether the stop w[i] ends a sentence whose neighbour
// was set without a space: two letters or figures at least before it, and a
// capital behind that is alone or followed by a small letter.
func gluedStop(w string, i int) bool {
	if i < 2 || !isWordByte(w[i-1]) || !isWordByte(w[i-2]) {
		return false
	}
	r, n := utf8.DecodeRuneInString(w[i+1:])
	if !unicode.IsUpper(r) {
		return false
	}
	rest := w[i+1+n:]
	if rest == "" {
		return r == 'I' || r == 'A'
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(next) || isApostrophe(next)
}

// isLetterByte reports whether c is an ASCII letter or part of a longer
// character.
func isLetterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func isWordByte(c byte) bool { return isLetterByte(c) || '0' <= c && c <= '9' }

// isDotted reports whether w is an abbreviation of single letters with stops
// between them: "U.S", "p.m"; or "Ph.D".
func isDotted(w string) bool {
	if len(w) < 3 || len(w)%2 == 0 {
		return w == "Ph.D" || w == "M.Sc" || w == "B.Sc"
	}
	for i := 0; i < len(w); i++ {
		if i%2 == 0 && (!isLetterByte(w[i]) || w[i] >= utf8.RuneSelf) || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return true
}

// cliticAt returns where the clitic of a lower-case word begins, or 0: 's
// everywhere, 'll 've 're 'm too, 'd only after a pronoun ("Sa'd" is a name).
func cliticAt(w string) int {
	at := strings.LastIndexByte(w, '\'')
	n := 1
	if curly := strings.LastIndex(w, "’"); curly > at {
		at, n = curly, len("’")
	}
	if at <= 0 {
		return 0
	}
	switch w[at+n:] {
	case "s", "ll", "ve", "re", "m":
		return at
	case "d":
		if takesWould(w[:at]) {
			return at
		}
	}
	return 0
}

// takesWould reports whether 'd behind w stands for "would" or "had".
func takesWould(w string) bool {
	switch w {
	case "i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "what", "where", "how", "this", "which", "these", "those":
		return true
	}
	return false
}
