package dedupe

import (
	"inquit/article"
	"inquit/extract"
)

// This file is what internal/traincluster needs to make table.bin and
// model.txt; nothing else uses it.

// FeatureNames name the features of a pair in the order of Compared.
func FeatureNames() []string { return featureNames[:] }

// CountFeatures adds to df each hashed feature of an article once.
func CountFeatures(df map[uint32]int, a *article.Article) {
	ws := wordsOf(a)
	seen := map[uint32]bool{}
	for _, keys := range [][]uint32{wordKeys(a.Text(), ws), nameKeys(a.Text(), ws), numberKeys(ws)} {
		for _, k := range keys {
			if !seen[k] {
				seen[k] = true
				df[k]++
			}
		}
	}
}

// RaiseFeatures makes the features of a name at least as common in df as n
// articles would.
func RaiseFeatures(df map[uint32]int, name string, n int) {
	inText := "of " + name // behind another word, so that its capital counts
	ws := appendWords(nil, inText, 0)
	keys := nameKeys(inText, ws)
	if len(ws) == 2 {
		keys = append(keys, wordKeys(inText, ws[1:])...)
	}
	for _, k := range keys {
		df[k] = max(df[k], n)
	}
}

// EncodeTable writes the table of the features that stand in two or more of
// docs articles.
func EncodeTable(df map[uint32]int, docs int) []byte { return encodeTable(df, docs, 2) }

// Compared measures each pair of articles with a table, and calls f with
// their places and features.
func Compared(arts []*article.Article, tableData []byte, f func(i, j int, features []float64)) {
	t := readTable(tableData)
	ps := make([]profile, len(arts))
	for i, a := range arts {
		ps[i] = profileOf(a, t)
	}
	for i := range ps {
		for j := i + 1; j < len(ps); j++ {
			x := features(&ps[i], &ps[j])
			f(i, j, x[:])
		}
	}
}

// EventLabels clusters articles with a table and a model given as in
// model.txt; articles with one label are one event.
func EventLabels(arts []*article.Article, tableData []byte, modelText string) []int32 {
	return eventLabels(arts, Copies(claimsOf(arts)), readTable(tableData), readModel(modelText))
}

func claimsOf(arts []*article.Article) []*extract.Claims {
	out := make([]*extract.Claims, len(arts))
	for i, a := range arts {
		out[i] = &extract.Claims{Article: a}
	}
	return out
}
