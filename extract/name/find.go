package name

import (
	"inquit/article"
	"inquit/internal/text"
)

// A form says what a candidate can be, before it is known whose name it is.
type form uint8

const (
	pronoun   form = iota
	person         // "Jane Roe", "Mr Poe"
	body1          // an organisation or place named: "Acme", "Downing Street"
	unknown        // capitals that may be a person or a body: "Roe", "Acme Poe"
	roleNoun       // "the Foreign Secretary"
	bodyNoun       // "the department"
	groupNoun      // "residents"
	docNoun        // "the report"
	anonNoun       // "a source close to the talks"
)

// A candidate is a mention whose entity is not known yet.
type candidate struct {
	first, last         int // tokens of the whole phrase
	headFirst, headLast int // tokens of the name, or of the head noun
	roleFirst, roleLast int // tokens of the role before a name; equal when there is none
	form                form
	gender              Gender
	plural, possessive  bool
	titled              bool // "Mr", "Sir", "Dr" before the name
	knight              bool // a title that goes with the first name: "Sir Keir"
	definite            bool // "the", "his", capitals: one that is known
	human               bool // the context speaks of a person
	headline            bool // of a line in title case, whose capitals tell nothing
	drop                bool // no speaker after all
	entity              int
}

// A finder collects the candidates of one article.
type finder struct {
	d      *text.Doc
	id     string
	lex    *lexicon
	class  []class // by token
	found  []candidate
	skip   int    // the token to go on with behind a name
	title  bool   // the sentence at hand is in title case
	cued   []bool // by sentence: whether a word of saying or a mark stands in it
	titles []bool // by sentence: whether it is in title case

	upper  map[string]bool // words with a capital inside a sentence
	lower  map[string]bool // words without, made when first asked for
	things map[string]bool // words of the names of storms and ships
	humans map[string]bool // names that a "he" or "her" in their sentence shows to be people
}

// Find returns the possible speakers of the article cut up in d. articleID
// keeps apart entities that have no name of their own.
func Find(d *text.Doc, articleID string) *Names {
	f := &finder{d: d, id: articleID, lex: words()}
	f.classify()
	f.scan()
	return f.link()
}

// classify looks every token up once.
func (f *finder) classify() {
	f.class = make([]class, len(f.d.Tokens))
	f.found = make([]candidate, 0, len(f.d.Tokens)/8)
	f.cued = make([]bool, len(f.d.Sentences))
	f.upper = make(map[string]bool, len(f.d.Tokens)/16)
	f.humans = make(map[string]bool)
	for i := range f.d.Tokens {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word {
			if t.Kind == text.Mark {
				f.cued[t.Sentence] = true
			}
			continue
		}
		f.class[i] = f.lex.table.of(t.Norm)
		if f.class[i]&say != 0 {
			f.cued[t.Sentence] = true
		}
		if f.class[i] == 0 && (hasSuffix(t.Norm, "ologist") || hasSuffix(t.Norm, "ologists")) {
			f.class[i] = role | office
			if t.Norm[len(t.Norm)-1] == 's' {
				f.class[i] = group
			}
		}
		f.class[i] = withCase(f.class[i], t)
		if t.Upper && f.class[i]&firm != 0 && (!f.initial(i) || i+1 < len(f.d.Tokens) && f.d.Tokens[i+1].Upper) {
			f.class[i] = f.class[i]&^(role|doc) | org
		}
	}
	f.titles = make([]bool, len(f.d.Sentences))
	for s := range f.d.Sentences {
		sent := &f.d.Sentences[s]
		if f.titles[s] = f.titleCase(sent); !f.titles[s] {
			f.noteCapitals(sent)
		}
	}
}

// noteCapitals collects the words that have a capital inside a sentence.
func (f *finder) noteCapitals(s *text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &f.d.Tokens[i]
		if t.Upper && t.Kind == text.Word && f.class[i]&(function|det) == 0 && !f.initial(i) {
			f.upper[t.Norm] = true
		}
	}
}

// withCase drops what a word cannot be with its capitals, or without them.
func withCase(c class, t *text.Token) class {
	switch {
	case c == 0:
	case t.Caps && c&(place|body) != 0:
		return c & (place | body) // "US", "WHO", "IT" are no pronouns
	}
	return c
}

// speaks reports whether a zone's words can name a speaker.
func speaks(z article.Zone) bool {
	switch z {
	case article.Boilerplate, article.Related, article.Metadata, article.Byline, article.Dateline:
		return false
	}
	return true
}

// scan collects the candidates of all sentences in text order.
func (f *finder) scan() {
	for p := range f.d.Paragraphs {
		par := &f.d.Paragraphs[p]
		if !speaks(par.Zone) {
			continue
		}
		for s := par.First; s < par.Last; s++ {
			sent := &f.d.Sentences[s]
			if s == par.First && f.turn(sent) {
				continue
			}
			if f.titles[s] {
				f.scanTitle(sent)
			} else {
				f.scanSentence(sent)
			}
		}
	}
}

// scanSentence collects the candidates of one sentence.
func (f *finder) scanSentence(s *text.Sentence) {
	for i := s.First; i < s.Last; {
		i = f.at(i, s)
	}
}

// at collects the candidate that begins with token i, if there is one, and
// returns the token to go on with.
func (f *finder) at(i int, s *text.Sentence) int {
	t := &f.d.Tokens[i]
	if t.Kind == text.Number && i >= f.skip {
		return f.age(i, s)
	}
	if t.Kind != text.Word || i < f.skip {
		return i + 1
	}
	if f.pronoun(i, s) {
		return i + 1
	}
	if t.Upper && f.class[i]&quantity == 0 && f.canBegin(i, s) {
		if end := f.runEnd(i, s); end > i+1 || f.class[i]&noun == 0 || f.class[i]&(given|place|body|firm) != 0 {
			f.run(i, end, s)
			return end
		}
	}
	if f.class[i]&noun != 0 {
		f.nounPhrase(i, s)
	} else if f.class[i]&quantity != 0 {
		f.quantity(i, s)
	}
	return i + 1
}

// initial reports whether token i would have a capital whatever it is: at the
// start of a sentence, of a quotation, or after a colon.
func (f *finder) initial(i int) bool {
	if i == 0 || f.d.Tokens[i-1].Sentence != f.d.Tokens[i].Sentence {
		return true
	}
	before := &f.d.Tokens[i-1]
	switch before.Kind {
	case text.Mark:
		return true
	case text.Punct:
		switch before.Norm {
		case "-":
			return before.Space
		case ".", ",", "&", "/", ")", "'":
			return false
		}
		return true
	}
	return false
}

// emit adds a candidate and drops those before it that are parts of its
// phrase without being speakers of their own: "Clinton" in "Clinton aides".
func (f *finder) emit(c candidate) {
	for n := len(f.found); n > 0; n-- {
		last := &f.found[n-1]
		if last.first < c.first || last.possessive || last.last > c.headLast {
			break
		}
		f.found = f.found[:n-1]
	}
	f.found = append(f.found, c)
}

// isPossessive reports whether token i is the mark of a possessive.
func (f *finder) isPossessive(i, limit int) bool {
	if i >= limit || f.d.Tokens[i].Space {
		return false
	}
	t := &f.d.Tokens[i]
	if t.Kind == text.Word {
		return t.Norm == "'s"
	}
	return t.Kind == text.Mark && (t.Norm == "'" || t.Norm == "’") && i > 0 && hasSuffix(f.d.Tokens[i-1].Norm, "s") && i+1 < limit && f.d.Tokens[i+1].Kind == text.Word
}

// hasSuffix is strings.HasSuffix for words that are more than their suffix.
func hasSuffix(w, suffix string) bool {
	return len(w) > len(suffix) && w[len(w)-len(suffix):] == suffix
}

// span returns the bytes of tokens [first, last).
func (f *finder) span(first, last int) article.Span {
	if first >= last {
		return article.Span{}
	}
	return article.Span{Start: f.d.Tokens[first].Start, End: f.d.Tokens[last-1].End}
}
