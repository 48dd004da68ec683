package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// A lostKind is what marks were reduced to.
type lostKind uint8

// The remains of marks, by the damage that leaves them.
const (
	lostA    lostKind = iota // "ā": UTF-8 read as ISO-8859-13, controls dropped
	lostHat                  // "â": the same with Latin-1
	lostPair                 // "â€", "ā€": read as windows-1252 or -1257, what has no character dropped
	lostRune                 // U+FFFD: windows-1252 read as UTF-8
	lostAsk                  // "?": forced into ASCII
	lostKinds
)

// isLostSign reports whether r may be the remains of a mark.
func isLostSign(r rune) bool { return r == 'ā' || r == 'â' || r == utf8.RuneError }

// A place is what the neighbours of a sign say about it.
type place uint8

// The places.
const (
	noPlace  place = iota
	inWord         // a letter on both sides
	opening        // before words
	closing        // behind words
	alone          // between spaces or figures: a dash
	shortens       // where letters are left out: "don?t", "O?Brien", "?90s"
)

// A lost sign is one occurrence, and the mark it is taken for.
type lost struct {
	article.Span
	kind   lostKind
	place  place
	before rune
	after  rune
	line   int
	mark   string
}

// findLost finds marks of which one letter or sign is left. The neighbours
// say where such a sign could be a mark; that it is one, all signs of its
// kind in the text must say together, because "ā" and "?" are honest
// characters as well.
func findLost(s string) []article.Repair {
	signs := lostSigns(s)
	if len(signs) == 0 {
		return nil
	}
	ok := damaged(s, signs)
	kept := signs[:0]
	for _, l := range signs {
		if ok[l.kind] && l.place != noPlace {
			kept = append(kept, l)
		}
	}
	for i := 0; i < len(kept); {
		j := i + 1
		for j < len(kept) && kept[j].line == kept[i].line {
			j++
		}
		chooseMarks(s, kept[i:j])
		i = j
	}
	var out []article.Repair
	for _, l := range kept {
		if l.mark != "" {
			out = append(out, article.Repair{Span: l.Span, After: l.mark})
		}
	}
	return out
}

// lostSigns returns all signs of s that may be remains, with their places.
func lostSigns(s string) []lost {
	var out []lost
	line := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && c != '?' {
			if c == '\n' {
				line++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		k, ok := lostKindOf(r)
		if ok && k < lostPair && strings.HasPrefix(s[i+n:], "€") {
			k, n = lostPair, n+len("€")
		}
		if ok {
			l := lost{Span: article.Span{Start: i, End: i + n}, kind: k, line: line}
			l.before, l.after = around(s, l.Span)
			l.place = placeOf(s, l)
			if k != lostAsk || l.place > inWord { // other question marks tell nothing
				out = append(out, l)
			}
		}
		i += n
	}
	return out
}

func lostKindOf(r rune) (lostKind, bool) {
	switch r {
	case 'ā':
		return lostA, true
	case 'â':
		return lostHat, true
	case utf8.RuneError:
		return lostRune, true
	case '?':
		return lostAsk, true
	}
	return 0, false
}

// damaged reports for each kind whether the text's signs of that kind are
// remains of marks.
func damaged(s string, signs []lost) (ok [lostKinds]bool) {
	var proof, honest [lostKinds]int
	open, openLine := [lostKinds]int{}, [lostKinds]int{}
	for _, l := range signs {
		k := l.kind
		if openLine[k] != l.line {
			open[k], openLine[k] = 0, l.line
		}
		switch l.place {
		case shortens:
			proof[k] += 2
		case opening:
			open[k]++
			proof[k] += openingProof(s, l)
		case closing:
			proof[k] += closingProof(s, l, open[k] > 0)
			open[k] = 0
		case inWord:
			honest[k]++
		}
	}
	foreign := foreignLetters(s)
	for k := range ok {
		switch lostKind(k) {
		case lostPair, lostRune:
			ok[k] = true
		case lostAsk:
			ok[k] = proof[k] >= 2
		case lostA:
			ok[k] = proof[k] >= 2+2*honest[k] && (!foreign[lostA] || proof[k] >= 8 && honest[k] == 0)
		case lostHat:
			ok[k] = proof[k] >= 2+2*honest[k] && (!foreign[lostHat] || proof[k] >= 6 && honest[k] == 0)
		}
	}
	return ok
}

// openingProof is how much a sign before words proves: a small letter or a
// question mark glued to the capital that opens a line is neither.
func openingProof(s string, l lost) int {
	return 2 * boolInt(unicode.IsUpper(l.after) && (l.Start == 0 || s[l.Start-1] == '\n'))
}

// closingProof is how much a sign behind words proves, where one of its kind
// may have opened them.
func closingProof(s string, l lost, open bool) int {
	switch {
	case l.kind == lostAsk:
		return 2 * boolInt(l.before == ',' || open && (isStop(l.before) || !endsQuestion(s, l)))
	case isStop(l.before):
		return 3
	case open:
		return 2
	}
	return 0
}

// endsQuestion reports whether the question mark l may be what it seems: the
// text ends, or a capital follows.
func endsQuestion(s string, l lost) bool {
	rest := strings.TrimLeftFunc(s[l.End:], isSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" && !isHeadline(s, l.Start) || unicode.IsUpper(r) && !isStop(l.after)
}

// foreignLetters reports whether s holds letters that the damage behind ā or
// â would have destroyed too: then it stands in a language that has it.
func foreignLetters(s string) (found [lostKinds]bool) {
	for _, r := range s {
		switch {
		case r < 0xC0 || r >= 0x180:
		case strings.ContainsRune("ēīōūšžčķļņģĒĪŌŪŠŽČĀ", r):
			found[lostA] = true
		case strings.ContainsRune("éèêëïîôûçãõíóúăășțşţğıö", r):
			found[lostHat] = true
		}
	}
	return found
}
