package name

import "inquit/internal/text"

// A pronounForm is what a pronoun tells about its person.
type pronounForm struct {
	gender Gender
	plural bool
	object bool // a speaker only after "according to", "by", "from"
}

var pronouns = map[string]pronounForm{
	"he": {gender: Male}, "she": {gender: Female}, "they": {plural: true}, "i": {}, "we": {plural: true},
	"it": {}, "who": {},
	"him": {gender: Male, object: true}, "her": {gender: Female, object: true}, "them": {plural: true, object: true},
}

// pronoun collects token i if it is a pronoun that can speak.
func (f *finder) pronoun(i int, s *text.Sentence) bool {
	t := &f.d.Tokens[i]
	if len(t.Norm) > 4 || f.class[i]&function == 0 && t.Norm != "her" && t.Norm != "his" {
		return false
	}
	if personal[t.Norm] {
		f.tellsHuman(s)
	}
	p, ok := pronouns[t.Norm]
	if !ok || t.Norm == "i" && !t.Upper {
		return false
	}
	if p.object && !f.afterSource(i, s) || t.Norm == "it" && !f.itSpeaks(i, s) {
		return false
	}
	f.found = append(f.found, candidate{
		first: i, last: i + 1, headFirst: i, headLast: i + 1,
		form: pronoun, gender: p.gender, plural: p.plural, entity: -1,
	})
	return true
}

// personal are the pronouns of one person.
var personal = map[string]bool{"he": true, "she": true, "him": true, "her": true, "his": true}

// tellsHuman notes that the one name of unknown kind that the sentence has so
// far is a person's: "While Poe waits, … force him".
func (f *finder) tellsHuman(s *text.Sentence) {
	w := ""
	for n := len(f.found) - 1; n >= 0 && f.found[n].first >= s.First; n-- {
		switch c := &f.found[n]; c.form {
		case person, roleNoun, anonNoun, pronoun:
			return
		case unknown:
			if v := f.d.Tokens[c.headLast-1].Norm; w == "" {
				w = v
			} else if w != v {
				return
			}
		}
	}
	if w != "" {
		f.humans[w] = true
	}
}

// itSpeaks reports whether the "it" at i can be a body that speaks: a verb
// that bodies do stands behind it, over one adverb at most. "It is", "it was"
// and "it comes" mostly speak of nothing.
func (f *finder) itSpeaks(i int, s *text.Sentence) bool {
	k := i + 1
	if k < s.Last && f.class[k]&function != 0 {
		k++
	}
	if k >= s.Last || f.d.Tokens[k].Kind != text.Word {
		return false
	}
	switch f.d.Tokens[k].Norm {
	case "is", "was", "'s", "be", "been":
		return k+1 < s.Last && f.class[k+1]&say != 0 && f.d.Tokens[k].Norm != "'s"
	case "has", "had", "will", "would":
		return k+1 < s.Last && f.class[k+1]&(say|function) != 0
	}
	return f.class[k]&say != 0
}

// afterSource reports whether "according to", "by" or "from" stands before
// token i and no noun behind it.
func (f *finder) afterSource(i int, s *text.Sentence) bool {
	if i == s.First || i+1 < s.Last && f.d.Tokens[i+1].Kind == text.Word && f.class[i+1]&closed == 0 {
		return false
	}
	switch f.d.Tokens[i-1].Norm {
	case "by", "from":
		return true
	case "to":
		return i > s.First+1 && f.d.Tokens[i-2].Norm == "according"
	}
	return false
}
