// Package extract turns one article into its claims: quotations with their
// speakers, numeric claims, and the people and bodies named in it. It sees
// one article and nothing else, keeps no state, and gives the same claims for
// the same article always.
package extract

import (
	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/number"
	"inquit/extract/quote"
)

// Version names the rules; it stands in every record they make.
const Version = "1"

// Claims are what one article says. All spans index the source text.
type Claims struct {
	Article    *article.Article
	Quotations []quote.Quotation // sorted by start
	Numbers    []number.Number   // sorted by start
	Entities   []name.Entity     // those that speak or are named, sorted by id
}

// Extract returns the claims of a. It changes nothing in a.
func Extract(a *article.Article) *Claims { return &Claims{Article: a} }
