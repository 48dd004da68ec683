//go:build !nomodel

package crf_test

import (
	"fmt"

	"inquit/article"
	"inquit/extract/quote/crf"
	"inquit/internal/text"
)

func ExampleModel_Find() {
	m := crf.Default()

	d := text.Analyse(article.New("a.txt", "", "", "Ann Moss said the bridge would stay shut.", nil))
	for _, p := range m.Find(d, nil) {
		fmt.Println(p.Role, d.Text[d.Tokens[p.First].Start:d.Tokens[p.Last-1].End])
	}
	// Output:
	// source Ann Moss
	// cue said
	// content the bridge would stay shut
}
