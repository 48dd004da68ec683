package text

import (
	"strings"
	"unicode/utf8"

	"inquit/article"
)

// maxPasses bounds how many layers of damage are taken off. Each layer at
// least doubles what it damages, so nothing real comes near.
const maxPasses = 12

// FindRepairs returns what has to be changed in s to undo damaged encodings,
// sorted and not overlapping. A text in good order gives none, and a text
// whose repairs were made is in good order.
//
// Two sorts of damage are undone: UTF-8 that was read as another encoding,
// once or several times ("donâ€™t"), and marks of which only one letter or
// sign is left ("donāt", "don?t"), where the context tells which they were.
func FindRepairs(s string) []article.Repair {
	if !suspicious(s) {
		return nil
	}
	var all []article.Repair
	view := s
	for range maxPasses {
		found := undoLayer(view)
		if len(found) == 0 {
			found = findLost(view)
		}
		if len(found) == 0 {
			return dropIdle(s, all)
		}
		all = compose(view, all, found)
		view = applyRepairs(s, all)
	}
	return dropIdle(s, all)
}

// suspicious is the quick look that almost all texts pass: it reports whether
// s holds anything that the two finders would look at closely.
func suspicious(s string) bool {
	for i := nextOdd(s, 0); i < len(s); i = nextOdd(s, i) {
		if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 {
			i += 3 // quotation marks, dashes, ellipsis
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isLostSign(r) || r < 0xA0 {
			return true
		}
		i += n
		if i < len(s) && s[i] >= utf8.RuneSelf && canLead(r) {
			return true
		}
	}
	return suspiciousAsk(s)
}

// nextOdd returns where the first byte beyond ASCII stands, from i on.
func nextOdd(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		if x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56; x&0x8080808080808080 != 0 {
			break
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// suspiciousAsk reports whether a question mark stands where an apostrophe or
// an opening mark may have been: before a letter.
func suspiciousAsk(s string) bool {
	for i := 0; ; i++ {
		k := strings.IndexByte(s[i:], '?')
		if k < 0 {
			return false
		}
		i += k
		if i+1 < len(s) && isLetterByte(s[i+1]) {
			return true
		}
	}
}

// compose returns repairs of the source for repairs of the view that the
// repairs old have made of it.
func compose(view string, old, found []article.Repair) []article.Repair {
	if len(old) == 0 {
		return found
	}
	out := make([]article.Repair, 0, len(old)+len(found))
	shift, k := 0, 0 // view offset = source offset + shift, behind old[:k]
	for i := 0; i < len(found); {
		// old repairs wholly before the next found one stay as they are
		f := found[i]
		for k < len(old) && old[k].Span.Start+shift+len(old[k].After) <= f.Span.Start {
			shift += len(old[k].After) - old[k].Span.Len()
			out = append(out, old[k])
			k++
		}
		// what overlaps becomes one
		from, to := f.Span.Start, f.Span.End
		src := article.Span{Start: from - shift}
		if k < len(old) && old[k].Span.Start+shift < from {
			from = old[k].Span.Start + shift
			src.Start = old[k].Span.Start
		}
		j := i + 1
		for {
			grown := false
			for k < len(old) && old[k].Span.Start+shift < to {
				end := old[k].Span.Start + shift + len(old[k].After)
				shift += len(old[k].After) - old[k].Span.Len()
				to = max(to, end)
				k++
				grown = true
			}
			for j < len(found) && found[j].Span.Start < to {
				to = max(to, found[j].Span.End)
				j++
				grown = true
			}
			if !grown {
				break
			}
		}
		src.End = to - shift
		out = append(out, article.Repair{Span: src, After: applyWithin(view, from, to, found[i:j])})
		i = j
	}
	return append(out, old[k:]...)
}

// applyWithin returns view[from:to] with repairs made that all lie in it.
func applyWithin(view string, from, to int, repairs []article.Repair) string {
	var b strings.Builder
	for _, r := range repairs {
		b.WriteString(view[from:r.Span.Start])
		b.WriteString(r.After)
		from = r.Span.End
	}
	b.WriteString(view[from:to])
	return b.String()
}

// applyRepairs returns s with its repairs made.
func applyRepairs(s string, repairs []article.Repair) string {
	return applyWithin(s, 0, len(s), repairs)
}

// dropIdle leaves out repairs that change nothing after all.
func dropIdle(s string, repairs []article.Repair) []article.Repair {
	out := repairs[:0]
	for _, r := range repairs {
		if r.Span.In(s) != r.After {
			out = append(out, r)
		}
	}
	return out
}
