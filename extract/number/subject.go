package number

import "inquit/internal/text"

// subject returns the subject of the clause that holds the claim: what stands
// between the clause's start and its verb.
func (f *finder) subject(a *amount) stretch {
	if f.isSubject(a) {
		if s := f.predicate(a); f.hasContent(s) {
			return s
		}
	}
	i, stop := a.first-1, max(f.first, a.first-maxLook)
	for ; i >= stop; i-- {
		if tag := f.tag(i); tag == text.MD || tag.IsVerb() && f.tag(i-1) != text.DT && f.tag(i-1) != text.JJ {
			s := f.beforeVerb(i, stop)
			if f.hasContent(s) {
				return s
			}
			if s.empty() && f.tag(i) != text.VBG {
				break
			}
		}
		if c, _ := endingAt(f, &f.lex.changes, i); c != nil && i < a.first-1+1 && f.tag(i-1).IsNoun() {
			if s := f.clause(i-1, stop); f.hasContent(s) {
				return s
			}
		}
	}
	if s := f.opening(a); f.hasContent(s) {
		return s
	}
	return f.predicate(a)
}

// isSubject reports whether a share is itself the subject of its clause: "…
// while 40 per cent chose the mayor".
func (f *finder) isSubject(a *amount) bool {
	if a.kind != percentUnit && !a.parted {
		return false
	}
	switch f.tag(a.end) {
	case text.VBD, text.VBZ, text.VBP, text.MD:
	default:
		return false
	}
	switch f.norm(a.first - 1) {
	case "", "while", "and", "but", "that", ",", "because", "whereas":
		return true
	}
	return false
}

// beforeVerb returns the subject of the verb at token i.
func (f *finder) beforeVerb(i, stop int) stretch {
	for i > stop && f.isVerbal(i-1) {
		i--
	}
	p := i - 1
	switch {
	case p < stop:
		return stretch{}
	case f.isRelative(p):
		for p > stop && (f.norm(p-1) == "," || f.tag(p-1) == text.IN) {
			p--
		}
		return f.clause(p-1, stop)
	case f.norm(p) == ",":
		s := f.clause(p-1, stop)
		if s.first > stop && f.norm(s.first-1) == "," {
			if t := f.clause(s.first-2, stop); f.hasContent(t) {
				return t // "the debt, banks excluded, was"
			}
		}
		return s
	case f.norm(p) == "and":
		return f.clause(p-1, stop)
	case f.tag(p) == text.PRP && f.tag(p-1) != text.IN:
		return stretch{}
	}
	return f.clause(p, stop)
}

// isVerbal reports whether token i belongs to a verb group: "is expected to".
func (f *finder) isVerbal(i int) bool {
	t := f.tag(i)
	return t.IsVerb() || t == text.MD || t == text.RB || t == text.TO || t == text.RP
}

func (f *finder) isRelative(i int) bool {
	t := f.tag(i)
	return t == text.WDT || t == text.WP || f.norm(i) == "that" || f.norm(i) == "which" || f.norm(i) == "who"
}

// clause returns the words that end at token i and begin where the clause
// does.
func (f *finder) clause(i, stop int) stretch {
	j := i
	for j >= stop {
		t, tag := f.at(j), f.tag(j)
		if t.Kind == text.Punct && !isDash(t.Norm) && t.Norm != "&" && t.Norm != "/" || t.Kind == text.Mark || isDash(t.Norm) && t.Space ||
			f.isRelative(j) || tag == text.MD || tag == text.VBD || tag == text.VBZ || tag == text.VBP || tag == text.WRB ||
			t.Norm == "while" || t.Norm == "as" || t.Norm == "because" || t.Norm == "but" || t.Norm == "after" {
			break
		}
		j--
	}
	return stretch{j + 1, i + 1}
}

// opening returns the noun phrases the sentence begins with.
func (f *finder) opening(a *amount) stretch {
	end := f.first
	for end < min(a.first, f.first+12) {
		t, tag := f.at(end), f.tag(end)
		if tag.IsVerb() && tag != text.VBN && tag != text.VBG || tag == text.MD || t.Norm == "," && end > f.first || t.Norm == ";" || t.Norm == "–" {
			break
		}
		end++
	}
	return stretch{f.first, end}
}

// predicate returns what is said of a claim that is itself the subject: "four
// people were killed by a storm".
func (f *finder) predicate(a *amount) stretch {
	end := a.end
	for end < min(a.end+maxWords+2, f.last) && (f.at(end).Kind != text.Punct || isDash(f.at(end).Norm)) {
		end++
	}
	for j := a.end; j < end; j++ {
		if f.tag(j).IsNoun() && f.isContent(j) {
			return stretch{a.end, end}
		}
	}
	return stretch{}
}
