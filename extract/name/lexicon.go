package name

import (
	"embed"
	"strings"
	"sync"
)

// A class is a set of facts about a word, whatever its case.
type class uint32

// The facts. A word may be several things: "chief" is a role and an
// adjective, "jordan" a given name and a place.
const (
	title class = 1 << iota
	suffix
	particle
	given
	male
	female
	role
	anon
	group
	org
	body
	doc
	place
	demonym
	det
	function
	aux
	say
	verb
	adj
	date
	thing
	multi    // begins a body of several words
	firm     // a body's noun only with a capital: "Times", "Holdings"
	quantity // "some", "many": people when a verb follows
	modifier // an everyday noun that may stand before another
	office   // a role by which a person is known: "minister", not "friend"
	field    // a word inside the name of an office: "shadow", "housing"
	vessel   // before the name of a storm or ship
)

// noun holds the classes whose words can head the phrase of a speaker.
const noun = role | anon | group | org | doc

// closed holds the words that no noun phrase goes across.
const closed = function | aux | say | verb

// sections are the headings of the data files.
var sections = map[string]class{
	"title": title, "suffix": suffix, "particle": particle, "given": given, "male": male, "female": female,
	"role": role, "anon": anon, "group": group, "org": org, "body": body, "doc": doc, "place": place,
	"demonym": demonym, "det": det, "function": function, "aux": aux, "say": say, "verb": verb, "adj": adj,
	"date": date, "thing": thing, "multi": multi,
	"firm": firm, "quantity": quantity, "modifier": modifier, "office": office, "field": field, "vessel": vessel,
}

// dataFiles hold the word lists, each with an example on its line or above.
//
//go:embed data/*.txt
var dataFiles embed.FS

// A lexicon is the word lists by word, and the bodies of several words by
// their first.
type lexicon struct {
	words  map[string]class
	table  *wordTable
	bodies map[string][][]string
}

// words reads the data files on first use: commands that extract nothing
// must not pay for them.
var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: make(map[string]class, 8192), bodies: map[string][][]string{}}
	files, err := dataFiles.ReadDir("data")
	if err != nil {
		panic(err) // embedded: cannot fail
	}
	for _, f := range files {
		b, err := dataFiles.ReadFile("data/" + f.Name())
		if err != nil {
			panic(err)
		}
		l.load(string(b))
	}
	l.table = newWordTable(l.words)
	return l
})

// load reads one data file: sections in brackets, words on lines, comments.
func (l *lexicon) load(s string) {
	var c class
	for line := range strings.Lines(s) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[':
			c = 0
			for _, name := range strings.Fields(strings.Trim(line, "[]")) {
				c |= sections[name]
			}
		case c == multi:
			l.addBody(strings.Fields(line))
		default:
			for _, w := range strings.Fields(line) {
				l.add(w, c)
			}
		}
	}
}

// add gives a word its classes, and the plural of a role the class of groups.
func (l *lexicon) add(w string, c class) {
	l.words[w] |= c
	if c&role != 0 {
		l.words[plural(w)] |= group
	}
}

// addBody adds a body of several words.
func (l *lexicon) addBody(ws []string) {
	l.words[ws[0]] |= multi
	l.bodies[ws[0]] = append(l.bodies[ws[0]], ws[1:])
}

// plural returns the plural of a regular English noun, and of those in -man.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "child"):
		return w + "ren"
	case strings.HasSuffix(w, "wife"):
		return w[:len(w)-2] + "ves"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "oy"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "ss"):
		return w + "es"
	}
	return w + "s"
}
