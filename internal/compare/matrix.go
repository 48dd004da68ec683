package compare

import (
	"cmp"
	"slices"
	"strings"

	"inquit/article"
	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/quote"
	"inquit/internal/people"
)

// Compare makes the matrix of one event. A statement that one article alone
// has is a row too. by, when not empty, keeps only the statements of that
// person id.
func Compare(claims []*extract.Claims, p *people.People, sts []Statement, by string) Matrix {
	cols := columns(claims)
	said := quotationsOf(cols)
	at := map[string]int{}
	var m Matrix
	for i, c := range cols {
		m.Articles = append(m.Articles, c.Article.ID)
		at[c.Article.ID] = i
	}
	for _, s := range allStatements(cols, said, sts) {
		if r, ok := row(s, said, p, at, len(cols), by); ok {
			m.Rows = append(m.Rows, r)
		}
	}
	sortRows(m.Rows, said)
	return m
}

// columns returns the claims of each article once, sorted by outlet and path.
func columns(claims []*extract.Claims) []*extract.Claims {
	out := slices.Clone(claims)
	slices.SortFunc(out, func(x, y *extract.Claims) int {
		a, b := x.Article, y.Article
		return cmp.Or(strings.Compare(a.Outlet.String(), b.Outlet.String()), strings.Compare(a.Path, b.Path), strings.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(out, func(x, y *extract.Claims) bool { return x.Article.ID == y.Article.ID })
}

// allStatements returns the statements that have members here, and one for
// each other quotation.
func allStatements(cols []*extract.Claims, said map[string]spoken, sts []Statement) []Statement {
	var out []Statement
	held := map[string]bool{}
	for _, s := range sts {
		here := false
		for _, id := range s.Members {
			if _, ok := said[id]; ok {
				here, held[id] = true, true
			}
		}
		if here {
			out = append(out, s)
		}
	}
	for _, c := range cols {
		for i := range c.Quotations {
			if q := &c.Quotations[i]; !held[q.ID] && standsAlone(q) {
				st := dedupe.Statement{ID: dedupe.GroupID("qc:", []string{q.ID}), Relation: dedupe.Same, Members: []string{q.ID}}
				out = append(out, Statement{Statement: st, Base: q.ID})
			}
		}
	}
	return out
}

// standsAlone reports whether a quotation that nobody else has makes a row:
// speech, and no piece of another one.
func standsAlone(q *quote.Quotation) bool {
	return q.Speech && q.Status != quote.Thought && q.Links.NestedIn == "" && q.Links.FragmentOf == "" &&
		q.Zone != article.Related && q.Zone != article.Boilerplate
}

// row makes the row of a statement; ok is false when by asks for another
// speaker.
func row(s Statement, said map[string]spoken, p *people.People, at map[string]int, n int, by string) (r Row, ok bool) {
	r = Row{Statement: s, Cells: make([]Cell, n), Quotes: make([]string, n)}
	for i := range r.Cells {
		r.Cells[i] = Absent
	}
	ok = by == ""
	for _, id := range s.Members {
		q, here := said[id]
		if !here {
			continue
		}
		ok = ok || speaks(q, p, by)
		col, c := at[q.c.Article.ID], cellOf(s, q.q)
		if order[c] < order[r.Cells[col]] {
			r.Cells[col], r.Quotes[col] = c, id
		}
	}
	r.Speaker, r.SpeakerID = speakerOf(s, said, p)
	return r, ok
}

// order of the cells, from the fullest.
var order = map[Cell]int{Whole: 0, PartOf: 1, Paraphrase: 2, Absent: 3}

// cellOf says how much of a statement one of its quotations has.
func cellOf(s Statement, q *quote.Quotation) Cell {
	if q.ID == s.Base {
		return Whole
	}
	for _, d := range s.Diffs {
		if d.To != q.ID {
			continue
		}
		switch {
		case d.Class == Identical || d.Class == Typographic:
			return Whole
		case q.Kind == quote.Indirect:
			return Paraphrase
		case d.Class == Altered && !shortened(d.Difference, q):
			return Whole
		}
		return PartOf
	}
	return Paraphrase
}

// shortened reports whether more words were cut than a quarter of what is
// left.
func shortened(d Difference, q *quote.Quotation) bool {
	cut := 0
	for _, c := range d.Changes {
		cut += max(0, len(strings.Fields(c.Cut))-len(strings.Fields(c.Added)))
	}
	return 4*cut > len(strings.Fields(q.Text))
}

// speaks reports whether person by is a speaker of a quotation.
func speaks(s spoken, p *people.People, by string) bool {
	if speakerID(s, p) == by {
		return true
	}
	return slices.ContainsFunc(s.q.Co, func(sp quote.Speaker) bool { return sp.ID != "" && p.ID(s.c.Article.ID, sp.ID) == by })
}

// speakerOf names who said a statement: the speaker of its base, else of its
// first member that has one.
func speakerOf(s Statement, said map[string]spoken, p *people.People) (name, id string) {
	for _, m := range append([]string{s.Base}, s.Members...) {
		q, ok := said[m]
		if !ok || q.q.Speaker.Name == "" {
			continue
		}
		id = speakerID(q, p)
		if x := p.Person(id); x != nil {
			return x.Name, id
		}
		return q.q.Speaker.Name, id
	}
	return "", ""
}

// sortRows puts the rows of one speaker together, those with most to say
// first, and the fullest statement of each first. Rows without a speaker come
// last.
func sortRows(rows []Row, said map[string]spoken) {
	count := map[string]int{}
	length := map[string]int{}
	for _, r := range rows {
		count[r.Speaker]++
		if q, ok := said[r.Statement.Base]; ok {
			length[r.Statement.ID] = len(tokens(q.q.Text))
		}
	}
	slices.SortFunc(rows, func(x, y Row) int {
		return cmp.Or(
			cmp.Compare(b2i(y.Speaker != ""), b2i(x.Speaker != "")),
			cmp.Compare(count[y.Speaker], count[x.Speaker]),
			strings.Compare(x.Speaker, y.Speaker),
			cmp.Compare(length[y.Statement.ID], length[x.Statement.ID]),
			strings.Compare(x.Statement.ID, y.Statement.ID),
		)
	})
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
