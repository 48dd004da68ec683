package eval

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/record"
)

// Score compares what the program made of the gold's articles with the gold.
// An article is known by its source id or the name of its file.
func Score(g *Gold, set record.Set) (Scores, error) {
	claims, err := match(g, set.Claims)
	if err != nil {
		return nil, err
	}
	var s Scores
	if g.Quotes {
		s = append(s, scoreQuotes(g, claims)...)
	}
	if g.Numbers {
		s = append(s, scoreNumbers(g, claims)...)
	}
	if g.Events {
		events := map[string]string{}
		for _, e := range set.Links.Events {
			for _, a := range e.Articles {
				events[a] = e.ID
			}
		}
		s = append(s, scoreGroups("events", g, claims, func(a *Article) string { return a.Event }, events)...)
	}
	if g.Copies {
		copies := map[string]string{}
		for _, c := range set.Links.Copies {
			for _, m := range c.Members {
				copies[m.Article] = c.ID
			}
		}
		s = append(s, scoreGroups("copies", g, claims, func(a *Article) string { return a.Copies }, copies)...)
	}
	return s, nil
}

// match returns the claims of each gold article, and turns the gold's code
// points into bytes of their texts.
func match(g *Gold, all []*extract.Claims) ([]*extract.Claims, error) {
	byKey := map[string]*extract.Claims{}
	for _, c := range all {
		byKey[fileName(c.Article.Path)] = c
		if c.Article.SourceID != "" {
			byKey[c.Article.SourceID] = c
		}
	}
	out := make([]*extract.Claims, len(g.Articles))
	for i, a := range g.Articles {
		c := byKey[a.ID]
		if c == nil {
			c = byKey[a.Path]
		}
		if c == nil {
			return nil, fmt.Errorf("the gold's article %q %s is not among the texts", a.ID, a.Path)
		}
		out[i] = c
		var spans []*article.Span
		for k := range a.Quotes {
			q := &a.Quotes[k]
			for j := range q.Parts {
				spans = append(spans, &q.Parts[j])
			}
			spans = append(spans, &q.Content, &q.Mention)
		}
		for k := range a.Numbers {
			spans = append(spans, &a.Numbers[k].Span)
		}
		inBytes(c.Article.Source, spans)
	}
	return out, nil
}

func fileName(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// A found pairs a quotation with the gold one it finds.
type found struct {
	gold, pred int
	overlap    float64
}

// scoreQuotes scores quotations and their speakers.
func scoreQuotes(g *Gold, claims []*extract.Claims) Scores {
	var quotes, exact, speakers, whole tally
	kinds := map[string]*tally{}
	for i, a := range g.Articles {
		c := claims[i]
		pred := speech(c)
		pairs := pair(a, c, pred)
		quotes.given += len(pred)
		quotes.wanted += len(a.Quotes)
		quotes.right += len(pairs)
		for _, q := range a.Quotes {
			if kinds[q.Kind] == nil {
				kinds[q.Kind] = &tally{}
			}
			kinds[q.Kind].wanted++
		}
		for _, p := range pairs {
			kinds[a.Quotes[p.gold].Kind].right++
			if p.overlap == 1 {
				exact.right++
			}
			if rightSpeaker(&a.Quotes[p.gold], pred[p.pred]) {
				speakers.right++
			}
		}
	}
	whole = tally{speakers.right, quotes.given, quotes.wanted}
	s := quotes.figures("quotes")
	s = append(s, Figure{"quotes.exact", ratio(exact.right, quotes.wanted), of(exact.right, quotes.wanted)},
		Figure{"quotes.speaker", ratio(speakers.right, quotes.right), of(speakers.right, quotes.right)},
		Figure{"quotes.e2e", whole.f1(), ""})
	var names []string
	for k := range kinds {
		names = append(names, k)
	}
	slices.Sort(names)
	for _, k := range names {
		s = append(s, Figure{"quotes." + k + ".recall", kinds[k].recall(), of(kinds[k].right, kinds[k].wanted)})
	}
	return s
}

// speech returns the quotations of c that are speech, which is all the gold
// knows.
func speech(c *extract.Claims) []*quote.Quotation {
	var out []*quote.Quotation
	for i := range c.Quotations {
		if c.Quotations[i].Speech {
			out = append(out, &c.Quotations[i])
		}
	}
	return out
}

// pair matches quotations with gold ones, best overlaps first, each once.
func pair(a *Article, c *extract.Claims, pred []*quote.Quotation) []found {
	src := c.Article.Source
	var all []found
	for gi := range a.Quotes {
		for pi, q := range pred {
			if o := overlap(src, &a.Quotes[gi], q); o >= 0.5 {
				all = append(all, found{gi, pi, o})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return cmp.Compare(y.overlap, x.overlap) })
	usedGold, usedPred := map[int]bool{}, map[int]bool{}
	var out []found
	for _, f := range all {
		if !usedGold[f.gold] && !usedPred[f.pred] {
			usedGold[f.gold], usedPred[f.pred] = true, true
			out = append(out, f)
		}
	}
	return out
}

// overlap is the Jaccard overlap of the characters of two quotations, by
// their parts or by their content, whichever is nearer.
func overlap(src string, g *Quote, q *quote.Quotation) float64 {
	ways := [][]article.Span{partsOf(q)}
	if !q.Content.Empty() {
		ways = append(ways, []article.Span{q.Content})
	}
	gold := [][]article.Span{g.Parts}
	if !g.Content.Empty() {
		gold = append(gold, []article.Span{g.Content})
	}
	best := 0.0
	for _, x := range gold {
		for _, y := range ways {
			if x[0].Start >= y[len(y)-1].End || y[0].Start >= x[len(x)-1].End {
				continue
			}
			best = max(best, jaccard(chars(src, x), chars(src, y)))
		}
	}
	return best
}

func partsOf(q *quote.Quotation) []article.Span {
	out := make([]article.Span, 0, len(q.Parts))
	for _, p := range q.Parts {
		out = append(out, p.Span)
	}
	return out
}

// chars returns the offsets of the characters of the spans that are neither
// space nor mark, the outer stops and commas left out.
func chars(src string, spans []article.Span) map[int]bool {
	out := map[int]bool{}
	for _, p := range spans {
		for p.End > p.Start {
			r, n := utf8.DecodeLastRuneInString(p.In(src))
			if !unicode.IsSpace(r) && !strings.ContainsRune(outer, r) {
				break
			}
			p.End -= n
		}
		for i, r := range p.In(src) {
			if !unicode.IsSpace(r) && !strings.ContainsRune(marks, r) {
				out[p.Start+i] = true
			}
		}
	}
	return out
}

const (
	marks = "\"'“”‘’«»„‚"
	outer = marks + ".,;"
)

func jaccard(a, b map[int]bool) float64 {
	both := 0
	for i := range a {
		if b[i] {
			both++
		}
	}
	if either := len(a) + len(b) - both; either > 0 {
		return float64(both) / float64(either)
	}
	return 0
}

func rightSpeaker(g *Quote, q *quote.Quotation) bool {
	if len(g.Speaker) == 0 && g.Mention.Empty() {
		return q.Speaker.Name == ""
	}
	for _, n := range g.Speaker {
		if normName(n) == normName(q.Speaker.Name) {
			return true
		}
	}
	return len(g.Speaker) == 0 && g.Mention.Overlaps(q.Speaker.Mention)
}

// scoreNumbers scores numeric claims.
func scoreNumbers(g *Gold, claims []*extract.Claims) Scores {
	var value, unit tally
	for i, a := range g.Articles {
		pred := claims[i].Numbers
		value.given += len(pred)
		value.wanted += len(a.Numbers)
		used := make([]bool, len(pred))
		for k := range a.Numbers {
			n := &a.Numbers[k]
			best := -1
			for p := range pred {
				if used[p] || !n.Span.Empty() && !n.Span.Overlaps(pred[p].Span) || !sameValue(n, &pred[p]) {
					continue
				}
				if best < 0 || !sameUnit(n.Unit, pred[best].Unit) && sameUnit(n.Unit, pred[p].Unit) {
					best = p
				}
			}
			if best >= 0 {
				used[best] = true
				value.right++
				if sameUnit(n.Unit, pred[best].Unit) {
					unit.right++
				}
			}
		}
	}
	unit.given, unit.wanted = value.given, value.wanted
	return append(value.figures("numbers.value"), Figure{"numbers.unit.f1", unit.f1(), of(unit.right, unit.wanted)})
}

func sameValue(g *Number, n *number.Number) bool {
	return near(g.Value, n.Value.String()) && g.HasMax == n.HasMax && (!g.HasMax || near(g.Max, n.ValueMax.String()))
}

// near reports whether the digits are the value, but for the last bit.
func near(want float64, digits string) bool {
	got, err := strconv.ParseFloat(digits, 64)
	return err == nil && math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))
}

// sameUnit compares units by their last word, singular.
func sameUnit(a, b string) bool { return unitHead(a) == unitHead(b) }

func unitHead(u string) string {
	f := strings.Fields(strings.ToLower(u))
	if len(f) == 0 {
		return ""
	}
	head := strings.TrimSuffix(f[len(f)-1], "s")
	if head == "people" {
		return "person"
	}
	return head
}

// scoreGroups scores a grouping of articles by B-cubed and by pairs.
func scoreGroups(what string, g *Gold, claims []*extract.Claims, want func(*Article) string, got map[string]string) Scores {
	n := len(g.Articles)
	gold, pred := make([]string, n), make([]string, n)
	for i, a := range g.Articles {
		gold[i], pred[i] = want(a), got[claims[i].Article.ID]
		if gold[i] == "" {
			gold[i] = "alone " + a.ID
		}
		if pred[i] == "" {
			pred[i] = "alone " + claims[i].Article.ID
		}
	}
	both, inGold, inPred := map[[2]string]int{}, map[string]int{}, map[string]int{}
	for i := range gold {
		both[[2]string{gold[i], pred[i]}]++
		inGold[gold[i]]++
		inPred[pred[i]]++
	}
	var p, r float64
	for i := range gold {
		b := float64(both[[2]string{gold[i], pred[i]}])
		p += b / float64(inPred[pred[i]])
		r += b / float64(inGold[gold[i]])
	}
	p, r = p/float64(n), r/float64(n)
	pairs := tally{pairsIn(both), pairsIn(inPred), pairsIn(inGold)}
	return append(Scores{{what + ".b3", 200 * p * r / (p + r), fmt.Sprintf("precision %.2f, recall %.2f", 100*p, 100*r)}}, pairs.figures(what+".pairs")...)
}

// pairsIn counts the pairs inside groups of the given sizes.
func pairsIn[K comparable](sizes map[K]int) int {
	n := 0
	for _, k := range sizes {
		n += k * (k - 1) / 2
	}
	return n
}
