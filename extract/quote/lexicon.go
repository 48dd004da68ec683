package quote

import (
	_ "embed"
	"strings"
	"sync"
)

// A flag says what may stand around a cue; data/cues.txt explains each.
type flag uint32

const (
	takesMarks flag = 1 << iota
	takesThat
	takesClause
	takesFront
	takesHearer
	takesTo
	takesHearerTo
	takesQuestion
	takesNoun
	takesLabel
	ambiguous
	thinking
	sourceBehind
	marksOnly
	nominal
)

// flagOf reads the letters of data/cues.txt.
var flagOf = map[byte]flag{
	'q': takesMarks, 't': takesThat, 'z': takesClause, 'f': takesFront,
	'o': takesHearer, 'i': takesTo, 'p': takesHearerTo, 'w': takesQuestion,
	'n': takesNoun, 'x': takesLabel, 'a': ambiguous, 'h': thinking,
	'b': sourceBehind, 'u': marksOnly, 'm': nominal,
}

// A lexeme is one cue of the list in one form.
type lexeme struct {
	flag
	lemma string
	more  string // further words: "on" of "called on"
}

//go:embed data/cues.txt
var cueFile string

// lexicon maps the first word of each cue to the cues that begin with it,
// the longest first.
var lexicon = sync.OnceValue(func() map[string][]lexeme { return parseCues(cueFile) })

// parseCues reads the list of cues.
func parseCues(s string) map[string][]lexeme {
	m := make(map[string][]lexeme, 900)
	for line := range strings.SplitSeq(s, "\n") {
		forms, rest, ok := strings.Cut(line, " | ")
		if !ok || line[0] == '#' {
			continue
		}
		letters, _, _ := strings.Cut(rest, " | ")
		var f flag
		for i := range len(letters) {
			f |= flagOf[letters[i]]
		}
		all := strings.Fields(forms)
		for _, form := range all {
			addLexeme(m, form, lexeme{flag: f, lemma: all[0]})
		}
	}
	return m
}

// addLexeme files l under the first word of form.
func addLexeme(m map[string][]lexeme, form string, l lexeme) {
	first, more, _ := strings.Cut(strings.ReplaceAll(form, "_", " "), " ")
	l.more = more
	list := append(m[first], l)
	for i := len(list) - 1; i > 0 && len(list[i].more) > len(list[i-1].more); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	m[first] = list
}
