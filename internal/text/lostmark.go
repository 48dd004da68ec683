package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	line = strings.TrimSuffix(line, "?")
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(line) > 0 && len(line) < 200 && (unicode.IsLetter(last) || unicode.IsDigit(last))
}
