package dedupe

import (
	"cmp"
	"slices"
	"strings"

	"inquit/extract"
	"inquit/extract/name"
)

// describe makes the event of the claims at members.
func describe(cs []*extract.Claims, members []int32) Event {
	e := Event{}
	for _, m := range members {
		a := cs[m].Article
		e.Articles = append(e.Articles, a.ID)
		if d := a.Published.String(); d != "" {
			if e.From == "" || d < e.From {
				e.From = d
			}
			e.To = max(e.To, d)
		}
	}
	slices.Sort(e.Articles)
	e.ID = GroupID("e:", e.Articles)
	e.People = speakers(cs, members)
	e.Why = why(cs, members)
	e.Label = label(cs, members)
	return e
}

// speakers returns the ids of those quoted, most quoted first.
func speakers(cs []*extract.Claims, members []int32) []string {
	count := map[string]int{}
	for _, m := range members {
		for i := range cs[m].Quotations {
			q := &cs[m].Quotations[i]
			if q.Speaker.ID != "" && (q.Speaker.Kind == name.Person || q.Speaker.Kind == name.Org) {
				count[q.Speaker.ID]++
			}
		}
	}
	return byCount(count)
}

// byCount returns the keys of count, most first, ties in their own order.
func byCount(count map[string]int) []string {
	out := make([]string, 0, len(count))
	for k := range count {
		out = append(out, k)
	}
	slices.SortFunc(out, func(x, y string) int { return cmp.Or(cmp.Compare(count[y], count[x]), strings.Compare(x, y)) })
	return out
}

// How much an event shows of what its articles share.
const (
	maxWhy       = 12
	maxDescribed = 50 // articles of an event that are read for it
)

// why lists what at least half of the articles share: rare words, names and
// numbers. An event of one article shares nothing.
func why(cs []*extract.Claims, members []int32) Why {
	members = members[:min(len(members), maxDescribed)]
	if len(members) < 2 {
		return Why{}
	}
	t := shippedTable()
	words, names, numbers := newTally(), newTally(), newTally()
	for _, m := range members {
		view := cs[m].Article.Text()
		ws := wordsOf(cs[m].Article)
		for _, w := range ws {
			s := view[w.start:w.end]
			switch {
			case w.digit:
				if len(s) > 1 {
					numbers.add(int(m), s, 1)
				}
			case !w.upper:
				words.add(int(m), s, t.rarity(salted(stemmed(view, w), wordSalt)))
			}
		}
		for i := range cs[m].Entities {
			if e := &cs[m].Entities[i]; e.Kind == name.Person || e.Kind == name.Org {
				names.add(int(m), e.Name, 1)
			}
		}
	}
	least := max(2, (len(members)+1)/2)
	return Why{Words: words.top(least, rareEnough+1), Names: names.top(least, 0), Numbers: numbers.top(least, 0)}
}

// A tally counts in how many articles each string stands.
type tally struct {
	count map[string]int
	last  map[string]int
	rare  map[string]float64
}

func newTally() *tally {
	return &tally{map[string]int{}, map[string]int{}, map[string]float64{}}
}

func (t *tally) add(article int, s string, rare float64) {
	if last, ok := t.last[s]; ok && last == article {
		return
	}
	t.last[s] = article
	t.count[s]++
	t.rare[s] = rare
}

// top returns the strings of at least least articles, the commonest and then
// rarest in news first.
func (t *tally) top(least int, rare float64) []string {
	var out []string
	for s, n := range t.count {
		if n >= least && t.rare[s] >= rare {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(x, y string) int {
		return cmp.Or(cmp.Compare(float64(t.count[y])*t.rare[y], float64(t.count[x])*t.rare[x]), strings.Compare(x, y))
	})
	return out[:min(len(out), maxWhy)]
}

// label names the event: the headline of the article that has most in common
// with the others, or the first words of its text.
func label(cs []*extract.Claims, members []int32) string {
	t := shippedTable()
	members = members[:min(len(members), maxDescribed)]
	ps := make([]profile, len(members))
	for i, m := range members {
		ps[i] = profileOf(cs[m].Article, t)
	}
	best, most := 0, -1.0
	for i := range ps {
		var sum float64
		for j := range ps {
			if i != j {
				sum += ps[i].words.cosine(ps[j].words)
			}
		}
		if titleOf(cs[members[i]].Article) != "" {
			sum += 0.5 * float64(len(members)) // a headline is a label already
		}
		if sum > most {
			best, most = i, sum
		}
	}
	a := cs[members[best]].Article
	if s := oneLine(titleOf(a)); s != "" {
		return s
	}
	return firstWords(a.Text(), wordsOf(a))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// labelWords is how many words of a text stand for a missing headline.
const labelWords = 12

// firstWords returns the first words of a text.
func firstWords(view string, ws []word) string {
	if len(ws) == 0 {
		return ""
	}
	last := min(labelWords, len(ws))
	for i := 1; i < last; i++ {
		if ws[i].opens {
			last = i
		}
	}
	s := oneLine(view[ws[0].start:ws[last-1].end])
	if last == labelWords && len(ws) > last {
		s += " …"
	}
	return s
}
