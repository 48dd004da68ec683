package name

import "inquit/internal/text"

// titleCase reports whether nearly all longer words of a sentence begin with
// a capital, so that capitals tell nothing.
func (f *finder) titleCase(s *text.Sentence) bool {
	long, caps := 0, 0
	for i := s.First; i < s.Last; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word || t.Len() < 4 || f.class[i]&(function|det) != 0 {
			continue
		}
		long++
		if t.Upper {
			caps++
		}
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
		end := f.runEnd(i, s)
		for k := i + 1; k < end; k++ {
			if f.d.Tokens[k].Kind == text.Word && f.d.Tokens[k].Space && !f.titleName(k) && f.class[k]&(particle|suffix) == 0 {
				end = k
			}
		}
		f.run(i, end, s)
		i = end
	}
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
