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

// around returns the characters on both sides of p, a space at an end.
func around(s string, p article.Span) (before, after rune) {
	before, after = ' ', ' '
	if p.Start > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:p.Start])
	}
	if p.End < len(s) {
		after, _ = utf8.DecodeRuneInString(s[p.End:])
	}
	return before, after
}

// placeOf says what the neighbours of l make of it.
func placeOf(s string, l lost) place {
	switch b, a := l.before, l.after; {
	case l.kind == lostAsk && (strings.ContainsRune("/-–—“‘\"'", b) || strings.ContainsRune("”’\"'", a)):
		return noPlace // an address, or a question in marks that are there
	case l.kind == lostPair && (isAlien(b) || isAlien(a)):
		return noPlace // among damage that nobody can undo
	case unicode.IsLetter(b) && unicode.IsLetter(a):
		if isShortened(s, l) {
			return shortens
		}
		return inWord
	case unicode.IsDigit(b) && unicode.IsLetter(a) && !isLetterAt(s, l.End+1):
		return pickPlace(a == 's' && l.kind != lostAsk, shortens, noPlace)
	case isOutside(b) && isInside(a):
		if unicode.IsDigit(a) && isDecade(s[l.End:]) {
			return shortens
		}
		return opening
	case isOutside(b), unicode.IsDigit(b) && unicode.IsDigit(a):
		return pickPlace(l.kind < lostRune, alone, noPlace)
	case !isOutside(b) && !isInside(a):
		return pickPlace(l.kind != lostRune || canClose(s, l), closing, noPlace)
	case isStop(b) && isInside(a): // "over.āHe": a space is missing, on either side
		return pickPlace(l.kind != lostAsk, closing, noPlace)
	}
	return noPlace
}

// isAlien reports whether r is beyond what English news holds.
func isAlien(r rune) bool {
	return r >= utf8.RuneSelf && !isMark(r) && !isSpace(r) && !isWestern(r) && !strings.ContainsRune("–—…£€", r)
}

// canClose reports whether a closing mark can stand at l: behind words or
// another mark, not behind a symbol.
func canClose(s string, l lost) bool {
	for _, r := range []rune{l.before, l.after} {
		if r == utf8.RuneError || unicode.IsSymbol(r) || unicode.IsMark(r) {
			words := strings.TrimSuffix(s[:l.Start], "\uFFFD")
			return r == utf8.RuneError && words != "" && strings.IndexByte(",.!?", words[len(words)-1]) >= 0
		}
	}
	return true
}

func pickPlace(ok bool, yes, no place) place {
	if ok {
		return yes
	}
	return no
}

// isOutside reports whether r can stand before an opening mark.
func isOutside(r rune) bool {
	return isSpace(r) || strings.ContainsRune("([{—–-/“‘\"'", r)
}

// isInside reports whether r can begin what is quoted.
func isInside(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("£$€#@[(“‘…", r) || isLostSign(r)
}

func isStop(r rune) bool { return strings.ContainsRune(",.!?…;:", r) }

// isDecade reports whether s begins as "90s" does.
func isDecade(s string) bool {
	return len(s) > 2 && '0' <= s[1] && s[1] <= '9' && s[2] == 's' && !isLetterAt(s, 3)
}

// isLetterAt reports whether a letter stands at s[i:].
func isLetterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || r == '_' || r == '='
}

// isShortened reports whether the sign, a letter on both sides, stands for an
// apostrophe: before an ending that only follows one, or inside a name such
// as O'Brien.
func isShortened(s string, l lost) bool {
	if unicode.IsUpper(l.after) && (unicode.IsLower(l.before) || isNamePrefix(s, l.Start)) {
		return l.kind != lostAsk
	}
	end := l.End
	for end < len(s) && end-l.End < len("clock") && 'a' <= s[end]|0x20 && s[end]|0x20 <= 'z' {
		end++
	}
	if isLetterAt(s, end) {
		return false
	}
	base := wordBefore(s, l.Start)
	switch strings.ToLower(s[l.End:end]) {
	case "s":
		return len(base) > 1 && !(l.kind == lostRune && endsAccented(base))
	case "t":
		return strings.HasSuffix(base, "n") && len(base) > 2
	case "m":
		return base == "i"
	case "re", "ve", "ll", "d":
		return takesWould(base) || base == "y" || strings.HasSuffix(base, "ould")
	case "all":
		return base == "y"
	case "clock":
		return base == "o"
	}
	return false
}

// endsAccented reports whether a word begins so that an é follows: what is
// lost in "caf�s" is no apostrophe.
func endsAccented(base string) bool {
	switch base {
	case "caf", "clich", "expos", "fianc", "attach", "communiqu", "divorc", "prot", "proteg", "resum", "soir", "entr":
		return true
	}
	return false
}

// wordBefore returns the ASCII letters before s[i:], in lower case.
func wordBefore(s string, i int) string {
	start := i
	for start > 0 && i-start < 20 && 'a' <= s[start-1]|0x20 && s[start-1]|0x20 <= 'z' {
		start--
	}
	return strings.ToLower(s[start:i])
}

// isNamePrefix reports whether the word before s[i:] is the O or D of a name.
func isNamePrefix(s string, i int) bool {
	w := wordBefore(s, i)
	return w == "o" || w == "d" || w == "l"
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

// chooseMarks gives the signs of one line their marks.
func chooseMarks(s string, line []lost) {
	single := isHeadline(s, line[0].Start)
	open, closers := 0, countClosers(line)
	for i := range line {
		l := &line[i]
		closers -= boolInt(l.place == closing)
		switch l.place {
		case shortens:
			l.mark = "’"
		case inWord:
			if l.kind == lostPair {
				l.mark = "’"
			}
		case alone:
			l.mark = "–"
		case opening:
			if l.kind >= lostRune && !closesLater(line[i+1:]) &&
				!(opensLine(s, l.Start) && (unicode.IsUpper(l.after) || l.kind == lostAsk)) {
				continue
			}
			l.mark = pickMark(single || open == 1 && closers > 1, "‘", "“")
			open++
		case closing:
			l.mark = closeMark(s, line, i, open, single)
			if l.mark != "’" || single || open > 1 {
				open = max(0, open-1)
			}
		}
	}
}

func pickMark(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}

// closeMark says what sign i of a line, which stands behind words, was, when
// so many quotations are open.
func closeMark(s string, line []lost, i, open int, single bool) string {
	l := &line[i]
	plural := (l.before == 's' || l.before == 'S') && isSpace(l.after)
	switch {
	case l.kind == lostPair && strings.HasPrefix(s[l.Start:], "â"):
		return "”" // the one mark that windows-1252 has no character for
	case l.kind == lostAsk && !askCloses(s, line, i, open):
		return ""
	case plural && (open == 0 || closesLater(line[i+1:])):
		return "’" // "workers’ rights"
	case open == 0 && l.kind == lostRune && !isStop(l.before):
		return "" // a letter of a foreign word, a fraction
	case single || open > 1:
		return "’"
	}
	return "”"
}

// askCloses reports whether the question mark i of a line is a closing mark
// and not what it seems.
func askCloses(s string, line []lost, i, open int) bool {
	l := &line[i]
	if isStop(l.before) {
		return true
	}
	plural := l.before == 's' && isSpace(l.after) && !endsQuestion(s, *l)
	return open > 0 && !closesLater(line[i+1:]) || plural
}

// closesLater reports whether another sign closes before one opens.
func closesLater(line []lost) bool {
	for _, l := range line {
		switch l.place {
		case opening:
			return false
		case closing:
			return true
		}
	}
	return false
}

// countClosers counts the signs that close.
func countClosers(line []lost) int {
	n := 0
	for _, l := range line {
		if l.place == closing {
			n++
		}
	}
	return n
}

// opensLine reports whether s[i:] is the first of its line, or stands behind
// the comma or colon that leads to a quotation.
func opensLine(s string, i int) bool {
	before := strings.TrimRight(s[:i][max(0, i-3):], " \u00a0")
	return i == 0 || before == "" || strings.HasSuffix(before, "\n") ||
		strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",")
}

// isHeadline reports whether the line around s[i:] ends without a stop: a
// headline, whose quotations stand in single marks.
func isHeadline(s string, i int) bool {
	start := strings.LastIndexByte(s[:i], '\n') + 1
	line := s[start:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	line = strings.TrimRightFunc(line, func(r rune) bool {
		return isSpace(r) || isMark(r) || isLostSign(r) || r == '€'
	})
	if strings.HasSuffix(line, "?") {
		line = strings.TrimSuffix(line, "?")
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(line) > 0 && len(line) < 200 && (unicode.IsLetter(last) || unicode.IsDigit(last))
}
