package compare

import (
	"cmp"
	"slices"
	"strings"

	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/name"
	"inquit/extract/quote"
	"inquit/internal/people"
)

// nearlyFull is the share of the longest version's words from which a version
// may be the base.
const nearlyFull = 0.9

// Statements finds the base of each statement and how the others differ. The
// base is the fullest verbatim version; of several, that of a press release
// (a block without marks), then the earliest. Statements whose quotations are
// not all among the claims are compared as far as they are.
func Statements(claims []*extract.Claims, p *people.People, sts []dedupe.Statement) []Statement {
	said := quotationsOf(claims)
	out := make([]Statement, 0, len(sts))
	for _, s := range sts {
		members := make([]version, 0, len(s.Members))
		for _, id := range s.Members {
			if q, ok := said[id]; ok {
				members = append(members, versionOf(q, p))
			}
		}
		out = append(out, compared(s, members))
	}
	slices.SortFunc(out, func(x, y Statement) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// A spoken is a quotation with the article it stands in.
type spoken struct {
	c *extract.Claims
	q *quote.Quotation
}

// quotationsOf finds quotations by their ids.
func quotationsOf(claims []*extract.Claims) map[string]spoken {
	out := map[string]spoken{}
	for _, c := range claims {
		for i := range c.Quotations {
			out[c.Quotations[i].ID] = spoken{c, &c.Quotations[i]}
		}
	}
	return out
}

// A version is one quotation as it is compared.
type version struct {
	id string
	Version
	words int
	kind  quote.Kind
	who   name.Kind // the kind of its speaker
	day   string
}

func versionOf(s spoken, p *people.People) version {
	return version{
		id: s.q.ID, kind: s.q.Kind, who: s.q.Speaker.Kind, day: cmp.Or(s.c.Article.Published.String(), "9999"), words: len(tokens(s.q.Text)),
		Version: Version{Text: s.q.Text, Speaker: speakerID(s, p), Marked: s.q.Kind == quote.Direct || s.q.Kind == quote.Mixed},
	}
}

// speakerID returns the person who said a quotation, "" when unknown.
func speakerID(s spoken, p *people.People) string {
	if s.q.Speaker.ID == "" {
		return ""
	}
	return p.ID(s.c.Article.ID, s.q.Speaker.ID)
}

// compared measures the members of a statement against its base.
func compared(s dedupe.Statement, members []version) Statement {
	out := Statement{Statement: s}
	if len(members) == 0 {
		return out
	}
	base := baseOf(members)
	out.Base = base.id
	for _, m := range members {
		if m.id != base.id {
			out.Diffs = append(out.Diffs, Pair{From: base.id, To: m.id, Difference: Diff(base.Version, besides(base, m))})
		}
	}
	slices.SortFunc(out.Diffs, func(x, y Pair) int { return strings.Compare(x.To, y.To) })
	return out
}

// besides returns the version m without its speaker when that may be the
// speaker of base: a body and its spokesman, an office and its holder are no
// reattribution.
func besides(base, m version) Version {
	v := m.Version
	if base.who != m.who {
		v.Speaker = ""
	}
	return v
}

// baseOf picks the version the others are measured against.
func baseOf(members []version) version {
	longest := 0
	for _, m := range members {
		if m.kind != quote.Indirect {
			longest = max(longest, m.words)
		}
	}
	least := int(nearlyFull * float64(longest))
	return slices.MinFunc(members, func(x, y version) int {
		return cmp.Or(
			cmp.Compare(rank(x, least), rank(y, least)),
			strings.Compare(x.day, y.day),
			cmp.Compare(y.words, x.words),
			strings.Compare(x.id, y.id),
		)
	})
}

// rank orders versions as bases: full ones first, and of these blocks.
func rank(v version, least int) int {
	switch {
	case v.kind == quote.Indirect:
		return 3
	case v.words < least:
		return 2
	case v.kind != quote.Block:
		return 1
	}
	return 0
}
