package main

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"inquit/article"
	"inquit/dedupe"
)

// recurWeight is what a made pair counts beside a real one.
const recurWeight = 0.5

// recurring makes pairs of two events that are the same meeting, strike or
// match on another day: an article beside a report of the same event, in which
// the dates, the numbers and half of the rare words and names are others. The
// draws hardly have such pairs, news has them every month.
func recurring(parts []part) []example {
	var out []example
	for k, p := range parts {
		r := rand.New(rand.NewPCG(uint64(k), 5))
		for i, a := range p.rows {
			for j, b := range p.rows {
				if i == j || a.Event != b.Event || r.IntN(2) == 0 {
					continue
				}
				other := p.rows[r.IntN(len(p.rows))]
				again := another(b.art, other.art, r)
				from := *a.art
				if r.IntN(4) > 0 {
					dated(&from, again, r)
				}
				dedupe.Compared([]*article.Article{&from, again}, p.table, func(_, _ int, f []float64) {
					out = append(out, example{slices.Clone(f), false, recurWeight})
				})
			}
		}
	}
	return out
}

// dated gives two articles days that are weeks or months apart.
func dated(a, b *article.Article, r *rand.Rand) {
	first := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(3000))
	if t, err := time.Parse(time.DateOnly, a.Published.String()); err == nil {
		first = t
	}
	a.Published = &article.Field{Value: first.Format(time.DateOnly)}
	b.Published = &article.Field{Value: first.AddDate(0, 0, 20+r.IntN(380)).Format(time.DateOnly)}
}

// another rewrites a so that it reports the next occasion: months, days and
// numbers are others, and half of the sentences are those of other.
func another(a, other *article.Article, r *rand.Rand) *article.Article {
	const months = "January February March April May June July August September October November December"
	const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
	ms, ds := strings.Fields(months), strings.Fields(days)
	shift, turn := 1+r.IntN(11), r.IntN(7)
	alien := sentences(other.Text())
	share := 0.3 + 0.4*r.Float64()
	var b strings.Builder
	for i, s := range sentences(a.Text()) {
		if i > 0 && len(alien) > 0 && r.Float64() < share {
			b.WriteString(alien[r.IntN(len(alien))])
			continue
		}
		for f := range strings.FieldsSeq(s) {
			w := strings.Trim(f, ",.;:()")
			if i := slices.Index(ms, w); i >= 0 {
				f = strings.Replace(f, w, ms[(i+shift)%12], 1)
			} else if i := slices.Index(ds, w); i >= 0 {
				f = strings.Replace(f, w, ds[(i+turn)%7], 1)
			} else if w != "" && '0' <= w[0] && w[0] <= '9' && r.IntN(4) > 0 {
				f = strings.Replace(f, w, strconv.Itoa(1+r.IntN(28)), 1)
			}
			b.WriteString(f)
			b.WriteByte(' ')
		}
		b.WriteByte('\n')
	}
	out := article.New(a.Path+"#", "", a.SourceID, b.String(), nil)
	out.Title, out.Published = a.Title, a.Published
	return out
}

// sentences cuts a text behind full stops and at line ends.
func sentences(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		out = append(out, strings.SplitAfter(line, ". ")...)
	}
	return out
}
