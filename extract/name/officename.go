package name

import "inquit/internal/text"

// officeSpan returns the tokens of the office in [first, last), the words
// before a name or the phrase behind it: its head noun with what may stand in
// an office before it and behind. "another top adviser to Jane Roe" gives
// "adviser to Jane Roe"; what names no office gives nothing.
//
// In a line in title case capitals tell nothing, so there only listed words
// belong to an office.
func (f *finder) officeSpan(first, last int, headline bool) (int, int) {
	h := f.officeHead(first, last)
	if h < 0 {
		return first, first
	}
	a := h
	for k := h - 1; k >= first && f.inOffice(k, headline); k-- {
		if f.d.Tokens[k].Kind == text.Word {
			a = k
		}
	}
	for a < h && f.leads(a) {
		a++
	}
	for k := first; k < a; k++ {
		if w := f.d.Tokens[k].Norm; w == "former" || w == "ex" || w == "retired" {
			a = k // "former central banker" is none now
		}
	}
	if f.d.Tokens[h].Norm == "senator" && h > a && f.class[h-1]&office != 0 {
		h-- // "Opposition Leader Senator"
		return a, h + 1
	}
	return a, f.fieldEnd(h+1, last, headline)
}

// officeHead returns the head noun of the office in [first, last): the last
// office word before "of", "for", "at". -1 when there is none, or when it is
// followed by a noun that is no office.
func (f *finder) officeHead(first, last int) int {
	h := -1
	for k := first; k < last; k++ {
		t, c := &f.d.Tokens[k], f.class[k]
		switch {
		case c&role != 0 && c&det == 0:
			h = k
		case t.Norm == "elect" || t.Norm == "designate" || t.Norm == "general" || t.Kind != text.Word:
		case h >= 0 && c&function != 0 && t.Norm != "of" || t.Norm == "of" && h >= 0 && f.class[k-1]&role != 0:
			last = k
		default:
			h = -1
		}
	}
	if h < 0 || f.class[h]&office == 0 {
		return -1
	}
	return h
}

// inOffice reports whether token k can stand in an office before its head.
func (f *finder) inOffice(k int, headline bool) bool {
	t, c := &f.d.Tokens[k], f.class[k]
	switch {
	case t.Kind == text.Number:
		return k > 0 && f.d.Tokens[k-1].Norm == "no"
	case t.Norm == "no":
		return f.d.Tokens[k+1].Kind == text.Number
	case t.Kind != text.Word:
		return t.Norm == "-" && !t.Space || t.Norm == "." && f.abbreviated(k-1) || t.Norm == "&"
	case c&(det|quantity) != 0 && c&(field|body) == 0:
		return false
	case t.Norm == "of" || t.Norm == "for":
		return k > 0 && f.class[k-1]&(org|thing) != 0 && f.d.Tokens[k-1].Upper && f.d.Tokens[k+1].Upper
	case t.Norm == "and":
		return k > 0 && f.class[k-1]&field != 0 && f.class[k+1]&field != 0
	case c&(field|office|demonym|body) != 0:
		return true
	case headline:
		return c&(place|org) != 0
	case t.Caps && len(t.Norm) > 5:
		return false // a line in capitals
	case t.Upper && !f.initial(k):
		return c&(function|aux) == 0 && c&given == 0
	case t.Upper:
		return c&(place|org|multi|thing) != 0 || f.upper[t.Norm] || c == 0 && !t.Caps && !f.lowerCase()[t.Norm]
	}
	return c&(org|firm) != 0 && c&(verb|say) == 0
}

// leads reports whether the word k, at the front of an office, belongs to a
// description and not to the office: "and", a hyphen left over.
func (f *finder) leads(k int) bool {
	t := &f.d.Tokens[k]
	return t.Kind != text.Word || t.Norm == "and" || k > 0 && f.d.Tokens[k-1].Norm == "-" && !f.d.Tokens[k-1].Space && f.class[k]&office == 0
}

// maxField is the most tokens that an office has behind its head.
const maxField = 12

// fieldEnd returns the end of what follows the head of an office and belongs
// to it: "of State", "for housing and planning", "at Acme Steel".
func (f *finder) fieldEnd(k, last int, headline bool) int {
	if k+1 < last && f.d.Tokens[k].Norm == "-" && !f.d.Tokens[k].Space {
		k += 2 // "secretary-general", "president-elect"
	}
	end := k
	for start := k; k < last && k-start < maxField; k++ {
		t, c := &f.d.Tokens[k], f.class[k]
		switch {
		case t.Kind != text.Word:
			if t.Norm == "-" && !t.Space || t.Norm == "&" || t.Norm == "." && f.abbreviated(k-1) || f.isPossessive(k, last) {
				continue
			}
			return end
		case f.isPossessive(k, last):
		case joinsField(t.Norm):
			if k+1 < last && t.Norm != "and" && f.class[k+1]&(det|field|org|body|place|multi) == 0 && !f.d.Tokens[k+1].Upper {
				return end
			}
			continue
		case k == start:
			return end // no preposition
		case c&det != 0:
			continue
		case headline && c&(field|org|body|place|demonym|office) == 0:
			return end
		case t.Upper, c&(field|org|body|place|demonym|modifier) != 0 && c&(verb|say|aux|function) == 0:
		default:
			return end
		}
		end = k + 1
	}
	return end
}

// joinsField reports whether a word joins an office with what it is of.
func joinsField(w string) bool {
	switch w {
	case "of", "for", "at", "to", "and", "in", "with":
		return true
	}
	return false
}
