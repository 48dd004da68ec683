package name

import "inquit/internal/text"

// objectOf reports whether a group without an article stands behind a
// preposition that no speaker follows: "of voters", "in 12 cities".
func (f *finder) objectOf(first int, s *text.Sentence) bool {
	if first == s.First || f.class[first]&det != 0 {
		return false
	}
	switch f.d.Tokens[first-1].Norm {
	case "of", "in", "on", "at", "against", "about", "over", "between", "into", "across", "under", "through", "without",
		"toward", "towards":
		return true
	}
	return false
}

// age emits "the 34-year-old" at token i when no noun follows, and returns
// the token to go on with.
func (f *finder) age(i int, s *text.Sentence) int {
	end := i + 5
	if end > s.Last || f.d.Tokens[i+4].Norm != "old" || f.d.Tokens[i+2].Norm != "year" {
		return i + 1
	}
	if i == s.First || f.class[i-1]&det == 0 || end < s.Last && f.d.Tokens[end].Kind == text.Word && f.class[end]&(closed|det) == 0 && !f.verbShape(end) && !hasSuffix(f.d.Tokens[end].Norm, "s") {
		return i + 1
	}
	f.emit(candidate{
		first: i - 1, last: end, headFirst: end - 1, headLast: end, roleFirst: i, roleLast: end,
		form: roleNoun, definite: f.definite(i-1, i),
	})
	return end
}

// quantity emits a quantity that stands for people, "some say", "those close
// to her said", when a verb shows that no noun follows.
func (f *finder) quantity(i int, s *text.Sentence) {
	last := i + 1
	if last < s.Last && (f.d.Tokens[last].Norm == "close" || f.d.Tokens[last].Norm == "of") {
		last = f.complementEnd(last, groupNoun, s)
	}
	if last >= s.Last || f.class[last]&(say|aux) == 0 || i > s.First && f.d.Tokens[i-1].Norm == "of" {
		return
	}
	if c := f.class[last]; c&noun != 0 {
		f.d.Tag(f.d.Tokens[i].Sentence)
		if f.d.Tokens[last].Tag.IsNoun() {
			return
		}
	}
	f.emit(candidate{
		first: f.phraseStart(i, s), last: last, headFirst: i, headLast: i + 1, roleFirst: i, roleLast: i,
		form: groupNoun, plural: true,
	})
}
