package dedupe

import (
	"slices"

	"inquit/extract/quote"
)

// statement makes the statement of some quotations.
func statement(items []said, members []int32) Statement {
	s := Statement{Relation: relation(items, members)}
	for _, m := range members {
		s.Members = append(s.Members, items[m].q.ID)
	}
	slices.Sort(s.Members)
	s.ID = GroupID("qc:", s.Members)
	return s
}

// relation says how the members of a statement hang together. Where two or
// more give the words themselves, those decide; else it is a paraphrase, or
// an announcement and its report.
func relation(items []said, members []int32) Relation {
	var verbatim []int32
	announced, spoken := false, false
	for _, m := range members {
		q := items[m].q
		if q.Kind != quote.Indirect {
			verbatim = append(verbatim, m)
		}
		announced = announced || q.Status == quote.ToBeSaid
		spoken = spoken || q.Status == quote.Said
	}
	switch {
	case len(verbatim) > 1:
		return ofWords(items, verbatim)
	case announced && spoken:
		return StatusShift
	}
	return Paraphrase
}

// ofWords is the relation of quotations that give the words themselves. The
// fullest decides: reported whole elsewhere it is the same, at another event
// or twice in one article a repeat; else the others are pieces of it.
func ofWords(items []said, members []int32) Relation {
	full := slices.MaxFunc(members, func(x, y int32) int {
		a, b := &items[x], &items[y]
		if a.words.words != b.words.words {
			return a.words.words - b.words.words
		}
		return int(y - x)
	})
	f := &items[full]
	whole, elsewhere, repeat := false, false, false
	for _, m := range members {
		s := &items[m]
		if m == full {
			continue
		}
		elsewhere = elsewhere || s.article != f.article
		if 4*s.words.words < 3*f.words.words {
			continue
		}
		whole = true
		repeat = repeat || s.event != f.event
	}
	switch {
	case repeat, whole && !elsewhere:
		return Repeat
	case whole:
		return Same
	}
	return Fragment
}
