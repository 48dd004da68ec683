package number

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed units.txt
var unitData string

//go:embed modifiers.txt
var modifierData string

//go:embed changes.txt
var changeData string

// A unitKind is the coarse class of a unit.
type unitKind uint8

// The kinds of unit. noUnit is a bare number, nounUnit counts things.
const (
	noUnit unitKind = iota
	percentUnit
	pointUnit
	moneyUnit
	minorUnit
	timeUnit
	ageUnit
	physicalUnit
	countUnit
	nounUnit
	rankUnit
)

var unitKinds = map[string]unitKind{
	"percent": percentUnit, "point": pointUnit, "money": moneyUnit, "minor": minorUnit,
	"time": timeUnit, "age": ageUnit, "physical": physicalUnit, "count": countUnit,
}

// A unit is what a line of units.txt says.
type unit struct {
	name string
	kind unitKind
}

// A trie holds phrases by their words; val is nil where none ends.
type trie[T any] struct {
	next map[string]*trie[T]
	val  *T
}

func (t *trie[T]) add(words []string, val *T) {
	for _, w := range words {
		if t.next == nil {
			t.next = map[string]*trie[T]{}
		}
		n := t.next[w]
		if n == nil {
			n = &trie[T]{}
			t.next[w] = n
		}
		t = n
	}
	if t.val == nil {
		t.val = val
	}
}

// A lexicon is all the data files, ready for look-up.
type lexicon struct {
	units     trie[unit]        // by the words after a value
	glued     map[string]*unit  // by the letters glued to the digits
	codes     map[string]string // currency codes and signs before a value
	starts    map[string]bool   // words that may begin a value
	ends      [26][26]uint32    // the lengths of those, as bits, by first and last letter
	modifiers trie[Modifier]    // by the words before a value, last word first
	changes   trie[Change]      // by the words before a value, last word first
}

var lex = sync.OnceValue(func() *lexicon {
	l := &lexicon{glued: map[string]*unit{}, codes: map[string]string{}, starts: map[string]bool{"a": true, "an": true, "half": true, "quarter": true}}
	for w := range numerals {
		l.starts[w] = true
	}
	for w := range vagues {
		l.starts[w] = true
	}
	for w := range ordinals {
		l.starts[w] = true
	}
	for w := range l.starts {
		l.ends[w[0]-'a'][w[len(w)-1]-'a'] |= 1 << len(w)
	}
	for f := range dataLines(unitData, 5) {
		l.addUnit(f)
	}
	for f := range dataLines(modifierData, 3) {
		m := Modifier(f[1])
		l.modifiers.add(backwards(f[0]), &m)
	}
	for f := range dataLines(changeData, 3) {
		c := Change(f[0])
		for _, form := range forms(f[1]) {
			l.changes.add(backwards(form), &c)
		}
	}
	for _, s := range currencySigns {
		l.codes[s.sign] = s.code
	}
	return l
})

// mayStart reports whether a word may begin a value. Most words are told by
// their ends, without a look-up.
func (l *lexicon) mayStart(w string) bool {
	if w == "" {
		return false
	}
	first, last := w[0]-'a', w[len(w)-1]-'a'
	return first < 26 && last < 26 && l.ends[first][last]>>(len(w)&31)&1 != 0 && l.starts[w]
}

// dataLines yields the fields of each line of a data file, trimmed.
func dataLines(data string, n int) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(data) {
			if line[0] == '#' {
				continue
			}
			f := strings.SplitN(line, " | ", n)
			if len(f) != n {
				continue
			}
			for i := range f {
				f[i] = strings.TrimSpace(f[i])
			}
			if !yield(f) {
				return
			}
		}
	}
}

func (l *lexicon) addUnit(f []string) {
	u := &unit{f[0], unitKinds[f[1]]}
	for _, form := range forms(f[2]) {
		l.units.add(words(form), u)
		if p, ok := plural(form); ok && (len(form) != 3 || !strings.EqualFold(form, u.name)) {
			l.units.add(words(p), u)
		}
		if u.kind == moneyUnit && len(form) == 3 && strings.EqualFold(form, u.name) {
			l.codes[form] = u.name
		}
	}
	for _, form := range forms(f[3]) {
		l.glued[form] = u
	}
}

func forms(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ", ")
}

// words cuts a form as the tokens of a text are cut: hyphens are left out,
// because every comparison skips them.
func words(form string) []string {
	return strings.FieldsFunc(form, func(r rune) bool { return r == ' ' || r == '-' })
}

func backwards(form string) []string {
	w := words(form)
	for i, j := 0, len(w)-1; i < j; i, j = i+1, j-1 {
		w[i], w[j] = w[j], w[i]
	}
	return w
}

// plural returns the regular plural of the last word of a form.
func plural(form string) (string, bool) {
	n := len(form)
	switch {
	case n < 3 || form[n-1] == 's' || form[n-1] > 'z' || form[n-1] < 'a':
		return "", false
	case strings.HasSuffix(form, "ch") || strings.HasSuffix(form, "x"):
		return form + "es", true
	}
	return form + "s", true
}

// unitAt returns the unit whose words begin at token i, and the token after
// them. Hyphens inside are skipped.
func (f *finder) unitAt(i int) (u *unit, end int) {
	t := &f.lex.units
	for i < f.last {
		k := f.at(i)
		if isDash(k.Norm) && t != &f.lex.units {
			i++
			continue
		}
		if t = t.next[k.Norm]; t == nil {
			break
		}
		i++
		if t.val != nil {
			u, end = t.val, i
		}
	}
	return u, end
}

// endingAt looks phrases up that end at token i, inside the sentence, and
// returns the longest with its first token.
func endingAt[T any](f *finder, t *trie[T], i int) (val *T, start int) {
	for ; i >= f.first; i-- {
		if isDash(f.at(i).Norm) {
			continue
		}
		if t = t.next[f.at(i).Norm]; t == nil {
			break
		}
		if t.val != nil {
			val, start = t.val, i
		}
	}
	return val, start
}

func isDash(s string) bool {
	switch s {
	case "-", "–", "—", "‐", "‑", "−":
		return true
	}
	return false
}
