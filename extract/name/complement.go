package name

import "inquit/internal/text"

// behindName reports whether a name and a comma stand before token k, with an
// age between them or not: "Jane Roe, 43, chief executive of Acme".
func (f *finder) behindName(k int, s *text.Sentence) bool {
	toks := f.d.Tokens
	if k-2 > s.First && toks[k-1].Norm == "," && toks[k-2].Kind == text.Number {
		k -= 2
	}
	if k <= s.First || toks[k-1].Norm != "," || len(f.found) == 0 {
		return false
	}
	for n := len(f.found) - 1; n >= 0 && n >= len(f.found)-3; n-- {
		if b := &f.found[n]; b.last == k-1 && (b.form == person || b.form == unknown) {
			return true
		}
	}
	return false
}

// complementEnd returns the end of what follows a head noun and belongs to
// it: "a spokeswoman for Acme", "officials in both countries", "a source
// close to the talks".
func (f *finder) complementEnd(k int, fm form, s *text.Sentence) int {
	if k+1 >= s.Last || fm == bodyNoun && (f.d.Tokens[k].Norm != "of" || !f.d.Tokens[k+1].Upper && f.class[k+1]&det == 0) {
		return k
	}
	start := k
	switch f.d.Tokens[k].Norm {
	case "of", "for":
		start = k + 1
	case "at", "from":
		if fm == docNoun || publicOffices[f.d.Tokens[k-1].Norm] {
			return k
		}
		start = k + 1
	case "with", "on", "in", "inside", "within":
		if fm == docNoun || fm == roleNoun || f.d.Tokens[k].Norm == "with" && f.d.Tokens[k+1].Norm != "knowledge" && f.class[k-1]&anon == 0 {
			return k
		}
		start = k + 1
	case "close":
		if fm != roleNoun && f.d.Tokens[k+1].Norm == "to" {
			start = k + 2
		}
	case "familiar", "briefed", "involved":
		if w := f.d.Tokens[k+1].Norm; w == "with" || w == "on" || w == "in" || w == "by" {
			start = k + 2
		}
	case "to":
		if fm == docNoun || !f.d.Tokens[k+1].Upper && (fm != roleNoun || f.d.Tokens[k+1].Norm != "the") {
			return k
		}
		start = k + 1
	}
	if start == k || start >= s.Last {
		return k
	}
	end := f.simplePhrase(start, s)
	if end == start+1 && f.d.Tokens[start].Norm == "those" && end < s.Last && (f.class[end]&say != 0 || f.verbShape(end)) {
		return end + 1 // "40 percent of those asked"
	}
	if end == start || end == start+1 && f.class[start]&det != 0 {
		return k
	}
	return end
}

// simplePhrase returns the end of the noun phrase that begins at token k; k
// when there is none, or one of time.
func (f *finder) simplePhrase(k int, s *text.Sentence) int {
	start, plain := k, 0
	for ; k < s.Last && k-start < maxPhrase; k++ {
		t, c := &f.d.Tokens[k], f.class[k]
		switch {
		case f.isPossessive(k, s.Last), t.Norm == "-" && !t.Space, t.Norm == "&", t.Norm == "." && !t.Space && f.abbreviated(k-1):
			continue
		case t.Kind == text.Number && k == start, c&date != 0 && c&given == 0,
			k == start && hasSuffix(t.Norm, "ing") && c&(adj|noun) == 0:
			return start
		case t.Kind != text.Word:
			return k
		case t.Upper && c&(function|aux) == 0, c&det != 0 && k == start:
			continue
		case (t.Norm == "of" || t.Norm == "and" || t.Norm == "for") && k > start && k+1 < s.Last && f.d.Tokens[k+1].Upper && f.d.Tokens[k-1].Upper:
			continue
		case c&(function|aux|det) != 0, c&(say|verb) != 0 && c&(noun|adj) == 0, hasSuffix(t.Norm, "ed") && c == 0:
			return k
		case c&noun == 0:
			if plain++; plain > 4 {
				return k
			}
		}
	}
	return k
}

// documentSpeaks reports whether a document stands where a speaker stands:
// before a verb of saying or showing, or behind "according to" or "in".
func (f *finder) documentSpeaks(c candidate, s *text.Sentence) bool {
	before := ""
	if c.first > s.First {
		before = f.d.Tokens[c.first-1].Norm
	}
	switch before {
	case "to":
		return c.first > s.First+1 && f.d.Tokens[c.first-2].Norm == "according"
	case "in", "by", "from":
		return true
	}
	if c.first > s.First && f.class[c.first-1]&function != 0 && before != "that" && before != "and" && before != "but" && before != "as" {
		return false
	}
	k := c.last
	k = f.overAside(k, s)
	for k < s.Last && k < c.last+2 && f.class[k]&(aux|function) != 0 {
		k++
	}
	if k > c.last+2 && k < s.Last && f.class[k]&(aux|say|verb) != 0 {
		return true // "The report, published on Monday, found"
	}
	return k < s.Last && (f.class[k]&say != 0 || f.class[k]&verb != 0 && k == c.last && f.initial(c.first))
}

// maxAside is how many tokens stand between commas behind a speaker.
const maxAside = 24

// overAside returns the token behind an aside between commas that begins at
// token k; k when none ends before a verb.
func (f *finder) overAside(k int, s *text.Sentence) int {
	if k >= s.Last || f.d.Tokens[k].Norm != "," {
		return k
	}
	for j := k + 1; j < s.Last && j-k < maxAside; j++ {
		if f.d.Tokens[j].Norm == "," && j+1 < s.Last && f.class[j+1]&(say|verb|aux) != 0 {
			return j + 1
		}
	}
	return k
}
