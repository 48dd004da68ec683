package quote

import (
	"strings"

	"inquit/article"
)

// findClosers fills closer: of each mark, the index of the first single mark
// from it on that closes for certain before another opens.
func (a *automaton) findClosers() {
	a.closer = a.closer[:0]
	for range a.marks {
		a.closer = append(a.closer, -1)
	}
	next := -1
	for i := len(a.marks) - 1; i >= 0; i-- {
		m := &a.marks[i]
		switch {
		case m.family != single:
		case m.strong:
			next = i
		case m.canOpen:
			next = -1
		}
		a.closer[i] = next
	}
}

// openSingle is open for a single mark.
func (a *automaton) openSingle(p article.Span, i int, follows func() byte) int {
	m := &a.marks[i]
	if !m.canOpen {
		return i + 1
	}
	end := a.closeSingle(i)
	if end >= 0 && a.isPlural(i, end) && (follows() == 's' && a.lastSingle(i) || a.hasStop(m.End, a.marks[end].Start)) {
		end = -1 // “the members’ views” in a quotation that goes on
	}
	if end >= 0 {
		a.addMarks(m, &a.marks[end])
		return end + 1
	}
	if m.shape == opening && (m.atStart || a.lastStop >= m.End) || follows() == 's' && a.lastSingle(i) {
		a.leaveOpen(p, m)
		return len(a.marks)
	}
	return i + 1
}

// isPlural reports whether mark end may be the apostrophe of a plural rather
// than what closes mark i.
func (a *automaton) isPlural(i, end int) bool { return !a.marks[end].strong }

// hasStop reports whether a sentence ends inside text[from:to].
func (a *automaton) hasStop(from, to int) bool {
	return strings.Contains(a.text[from:to], ". ") || strings.Contains(a.text[from:to], "? ") || strings.Contains(a.text[from:to], "! ")
}

// lastSingle reports whether no mark after i could open.
func (a *automaton) lastSingle(i int) bool {
	for _, m := range a.marks[i+1:] {
		if m.family == single && m.canOpen {
			return false
		}
	}
	return true
}

// maxSingle is how many marks further on a single mark is closed at most. An
// apostrophe that looks like an opening mark would else be compared with all.
const maxSingle = 100

// closeSingle returns the mark that closes the single mark i, or -1. A plural
// possessive (“the members’ views”) closes nothing when a surer mark follows.
func (a *automaton) closeSingle(i int) int {
	depth, last := 0, -1
	for j := i + 1; j < len(a.marks) && j <= i+maxSingle; j++ {
		m := &a.marks[j]
		switch {
		case m.family == double:
			if m.canOpen && !m.canClose || m.shape == opening {
				depth++
			} else if depth > 0 {
				depth--
			} else if last >= 0 {
				return last
			}
		case m.strong && depth == 0:
			return j
		case m.canClose && depth == 0:
			if sure := a.closer[j]; sure < 0 {
				return j
			}
			last = j
		case m.canOpen && m.shape == opening && last >= 0:
			return last
		}
	}
	return last
}
