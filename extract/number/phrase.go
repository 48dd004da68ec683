package number

import "inquit/internal/text"

// phraseFrom returns the noun phrase at token i with one "of", "to" or "in"
// phrase behind it.
func (f *finder) phraseFrom(i int) stretch {
	end := f.plainPhrase(i)
	if end == i {
		return stretch{}
	}
	switch f.norm(end) {
	case "of", "to", "in", "for":
		if next := f.plainPhrase(end + 1); next > end+1 && !f.isTimeAt(end+1) {
			end = next
		}
	}
	return stretch{i, end}
}

// plainPhrase returns the end of the determiner, adjectives and nouns at i.
func (f *finder) plainPhrase(i int) int {
	j, limit := i, min(i+maxWords, f.last)
	for j < limit {
		t := f.at(j)
		switch tag := f.tag(j); {
		case tag == text.VBN && j > i && f.tag(j-1).IsNoun():
			return j // "households asked"
		case tag.IsNoun(), isModifierTag(tag), tag == text.DT, tag == text.PRPS, tag == text.POS, tag == text.CD && t.Upper, tag == text.RB && j == i:
		case isDash(t.Norm) && !t.Space, t.Norm == "&":
		case tag == text.CC && t.Norm == "and" && f.tag(j+1).IsNoun() && f.tag(j-1).IsNoun():
		default:
			return j
		}
		j++
	}
	return j
}

// phraseEndingAt returns the noun phrase whose last word is token i.
func (f *finder) phraseEndingAt(i int) stretch {
	j, stop := i, max(f.first, i-maxWords)
	for j >= stop {
		t := f.at(j)
		tag := f.tag(j)
		if !(tag.IsNoun() || isModifierTag(tag) || tag == text.POS || isDash(t.Norm) && !t.Space || tag == text.CD && j < i) {
			break
		}
		j--
	}
	if !f.tag(i).IsNoun() {
		return stretch{}
	}
	return stretch{j + 1, i + 1}
}

// hasContent reports whether a stretch holds a word that contentWords keeps.
func (f *finder) hasContent(s stretch) bool {
	for j := s.first; j < s.end; j++ {
		if f.isContent(j) {
			return true
		}
	}
	return false
}

// isContent reports whether a token is a word that names something.
func (f *finder) isContent(j int) bool {
	if j < f.first || j >= f.last {
		return false
	}
	t := f.at(j)
	tag := f.tag(j)
	if f.claimed[j-f.first] != ofText || isYear(t.Norm) || months[t.Norm] > 0 && t.Upper {
		return false
	}
	if t.Kind != text.Word && !(t.Kind == text.Number && j > f.first && f.at(j-1).Upper) {
		return false
	}
	switch t.Norm {
	case "total", "average", "other", "more", "same", "such", "own", "further", "only", "last", "next", "including", "excluding",
		"according", "expected", "likely", "able", "year", "years", "month", "months", "week", "weeks", "day", "days", "decade",
		"quarter", "period", "century", "present", "first", "having", "yesterday", "today", "tomorrow", "mr", "mrs", "ms", "sir",
		"mr.", "mrs.", "ms.", "dr", "according,":
		return false
	}
	if tag == text.CD && (months[f.norm(j-1)] > 0 || months[f.norm(j+1)] > 0) {
		return false
	}
	return (tag.IsNoun() || tag == text.JJ || tag == text.VBG || tag == text.VBN || tag == text.FW || tag == text.CD) && functionWords[t.Norm] == 0 && !weekdays[t.Norm]
}

// contentWords appends the naming words of a stretch.
func (f *finder) contentWords(words []string, s stretch) []string {
	n := 0
	for j := s.first; j < s.end && n < maxWords; j++ {
		if !f.isContent(j) {
			continue
		}
		w := f.d.Word(j)
		for j+2 < s.end && isDash(f.at(j+1).Norm) && !f.at(j+1).Space && !f.at(j+2).Space {
			w += "-" + f.d.Word(j+2)
			j += 2
		}
		words = append(words, w)
		n++
	}
	return words
}

// headOf returns the head noun of the first noun phrase in a stretch.
func (f *finder) headOf(s stretch) string {
	head := ""
	for j := s.first; j < s.end; j++ {
		switch {
		case f.isContent(j) && (f.tag(j).IsNoun() || f.tag(j) == text.VBG && j+1 == s.end):
			head = f.d.Word(j)
		case head != "" && (f.tag(j) == text.IN || f.tag(j) == text.TO || f.norm(j) == ","):
			return head
		}
	}
	return head
}

// isTimeAt reports whether a time begins at token i: "2018", "the past year".
func (f *finder) isTimeAt(i int) bool {
	for j := i; j < min(i+4, f.last); j++ {
		t := f.at(j)
		if isYear(t.Norm) || months[t.Norm] > 0 && t.Upper || weekdays[t.Norm] {
			return true
		}
		if u, _ := f.unitAt(j); u != nil && u.kind == timeUnit {
			return true
		}
		if tag := f.tag(j); tag != text.DT && tag != text.JJ && tag != text.CD {
			return false
		}
	}
	return false
}
