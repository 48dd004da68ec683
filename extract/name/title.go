package name

import "inquit/internal/text"

// titleCase reports whether nearly all longer words of a sentence begin with
// a capital, so that capitals tell nothing.
func (f *finder) titleCase(s *text.Sentence) bool {
	long, caps := 0, 0
	for i := s.First; i < s.Last; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word || t.Len() < 3 || f.class[i]&(function|det) != 0 {
			continue
		}
		long++
		if t.Upper {
			caps++
		}
	}
	if last := s.Last - 1; last >= s.First && (f.d.Tokens[last].Norm == "." || f.d.Tokens[last].Norm == ":") {
		return long >= 4 && caps == long // a sentence may be nearly all names
	}
	return long >= 4 && caps*5 >= long*4
}

// scanTitle collects the candidates of a sentence in title case. Words that
// stand in lower case elsewhere, and listed words that are no part of names,
// end a run.
func (f *finder) scanTitle(s *text.Sentence) {
	f.title = true
	defer func() { f.title = false }()
	for i := s.First; i < s.Last; {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word || !f.titleName(i) {
			if t.Kind == text.Word && !f.pronoun(i, s) && f.class[i]&noun != 0 {
				f.nounPhrase(i, s)
			}
			i++
			continue
		}
		end := f.titleEnd(i, f.runEnd(i, s))
		for k := i + 1; k < end; k++ {
			if f.d.Tokens[k].Kind == text.Word && f.d.Tokens[k].Space && !f.titleName(k) && f.class[k]&(particle|suffix) == 0 {
				end = k
			}
		}
		if f.namesSomething(i, end) {
			f.run(i, end, s)
		}
		i = end
	}
}

// maxTurn is the most words that name a speaker in a transcript.
const maxTurn = 4

// turn emits the name that a transcript's line begins with, "LAKE: …", and
// the rest of the sentence. It returns false for any other line.
func (f *finder) turn(s *text.Sentence) bool {
	k := s.First
	for k < s.Last && k-s.First < maxTurn && f.d.Tokens[k].Kind == text.Word && f.d.Tokens[k].Caps && f.class[k]&(role|org|doc|group|function|det) == 0 {
		k++
	}
	if k == s.First || k >= s.Last || f.d.Tokens[k].Norm != ":" {
		return false
	}
	first := s.First
	for first+1 < k && f.class[first]&title != 0 {
		first++
	}
	c := candidate{first: s.First, last: k, headFirst: first, headLast: k, roleFirst: first, roleLast: first}
	c.form, c.human, c.definite, c.titled = person, true, true, first > s.First
	if c.titled {
		c.gender = genderOf(f.class[s.First])
	}
	f.emit(c)
	for i := k; i < s.Last; {
		i = f.at(i, s)
	}
	return true
}

// titleEnd cuts a run of a headline behind the surname of the person it
// names: "Tom Lake Slams Budget".
func (f *finder) titleEnd(i, end int) int {
	k := i
	for k < end && f.class[k]&given == 0 {
		k++
	}
	for k++; k < end; k++ {
		t, c := &f.d.Tokens[k], f.class[k]
		if t.Kind == text.Word && len(t.Norm) > 1 && c&(given|particle) == 0 {
			break
		}
	}
	for k++; k < end; k++ {
		t := &f.d.Tokens[k]
		if t.Space && f.class[k]&suffix == 0 && !(f.class[k] == 0 && f.upper[t.Norm]) {
			return k
		}
	}
	return end
}

// namesSomething reports whether a run of a headline holds a word that is
// listed or has its capital in running text too.
func (f *finder) namesSomething(i, end int) bool {
	for k := i; k < end; k++ {
		if f.class[k] != 0 || f.upper[f.d.Tokens[k].Norm] {
			return true
		}
	}
	return false
}

// titleName reports whether word i of a headline in title case can be part of
// a name.
func (f *finder) titleName(i int) bool {
	t, c := &f.d.Tokens[i], f.class[i]
	if !t.Upper || c&(function|det|aux|date) != 0 && c&given == 0 {
		return false
	}
	if c&(given|title|place|body|demonym|multi|role|org) != 0 || f.upper[t.Norm] && c&(say|verb) == 0 {
		return true
	}
	return c == 0 && !f.lowerCase()[t.Norm]
}
