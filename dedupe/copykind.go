package dedupe

import (
	"cmp"
	"slices"
	"strings"

	"inquit/article"
)

// copyGroup describes the members of one group against its likely original.
func copyGroup(arts []*article.Article, sigs []signature, members []int32) CopyGroup {
	orig := slices.MinFunc(members, func(x, y int32) int { return earlier(arts[x], arts[y], sigs[x], sigs[y]) })
	g := CopyGroup{Original: arts[orig].ID}
	ids := make([]string, 0, len(members))
	for _, m := range members {
		c := Copy{Article: arts[m].ID, Kind: Original, Share: 1}
		if m != orig {
			c.Kind, c.Share = copyKind(arts[m], sigs[m], sigs[orig])
		}
		g.Members = append(g.Members, c)
		ids = append(ids, c.Article)
	}
	slices.SortFunc(g.Members, func(x, y Copy) int { return strings.Compare(x.Article, y.Article) })
	g.ID = GroupID("c:", ids)
	return g
}

// earlier orders articles by how likely they are the original: agencies
// first, then by day, then the longer text.
func earlier(x, y *article.Article, sx, sy signature) int {
	return cmp.Or(
		-cmpBool(isAgency(x), isAgency(y)),
		strings.Compare(dayKey(x), dayKey(y)),
		cmp.Compare(sy.words, sx.words),
		strings.Compare(x.ID, y.ID),
	)
}

func cmpBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return 1
	}
	return -1
}

// dayKey is the publication day; undated articles come after all others.
func dayKey(a *article.Article) string {
	if d := a.Published.String(); d != "" {
		return d
	}
	return "9999"
}

// agencies are outlets whose text others are licensed to print.
var agencies = map[string]bool{
	"ap": true, "associated press": true, "afp": true, "agence france-presse": true,
	"reuters": true, "pa": true, "pa media": true, "press association": true, "upi": true,
	"bloomberg": true, "dpa": true, "aap": true, "canadian press": true, "ani": true, "pti": true,
}

// isAgency reports whether the article's outlet is a news agency.
func isAgency(a *article.Article) bool {
	return agencies[strings.TrimPrefix(strings.ToLower(a.Outlet.String()), "the ")]
}

// The limits between the kinds of copy.
const (
	exactShare  = 0.95 // of both texts
	cutShare    = 0.75 // of the copy; it has little of its own
	briefWords  = 120  // a brief has no more
	briefLength = 0.4  // of the original's words
	runShare    = 0.85 // of an excerpt's shared grams follow each other
)

// copyKind says what was done to the original to make the article, and how
// much of the article stands in it.
func copyKind(a *article.Article, s, orig signature) (CopyKind, float64) {
	o := shared(s.grams, orig.grams)
	share := float64(o.all) / float64(max(1, len(s.grams)))
	kept := float64(o.all) / float64(max(1, len(orig.grams)))
	length := float64(s.words) / float64(max(1, orig.words))
	switch {
	case share >= exactShare && kept >= exactShare:
		return Exact, share
	case s.words <= briefWords && length <= briefLength:
		return Brief, share
	case share >= cutShare && length < cutShare+0.1:
		return Cut, share
	case share < cutShare && inRuns(a, orig.grams) >= runShare:
		return Excerpt, share
	}
	return Rewritten, share
}

// inRuns returns which share of the grams that a has in common with orig
// follow another such gram: near 1 for whole paragraphs taken over.
func inRuns(a *article.Article, orig []uint32) float64 {
	var hits, runs int
	before := false
	ws := wordsOf(a)
	for i := 0; i+gramSize <= len(ws); i++ {
		_, hit := slices.BinarySearchFunc(orig, gramAt(ws[i:i+gramSize])>>1, func(g, k uint32) int { return cmp.Compare(g>>1, k) })
		if hit {
			hits++
			if before {
				runs++
			}
		}
		before = hit
	}
	return float64(runs) / float64(max(1, hits))
}
