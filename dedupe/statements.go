package dedupe

import (
	"slices"
	"strings"

	"inquit/extract"
	"inquit/extract/name"
	"inquit/extract/quote"
	"inquit/internal/people"
)

// When two quotations are one statement.
const (
	leastSame      = 0.48 // weight of the shorter that stands in the other
	leastSaid      = 0.25 // a pair below it counts as not compared
	surelySame     = 0.5  // a quotation left alone joins the one it stands in
	fewWords       = 4    // a shorter one must stand in the other whole
	reportedWords  = 8    // a shorter clause without marks is what anyone might say
	elsewherePart  = 0.8  // for another event
	elsewhereGrams = 6
	otherPart      = 0.9 // for another speaker: only word for word, and at length
	otherGrams     = 8
	unsureFactor   = 0.95 // when it is not known who spoke
	saidDoubt      = 0.02 // pieces of one statement share no words, so pairs that do not meet hardly count
	piecesDoubt    = 0.25 // the same among copies, where strangers meet in a round-up
	partFactor     = 0.9  // when marked words stand in another's reported clause
)

// A said is one quotation as Statements sees it.
type said struct {
	q       *quote.Quotation
	article int32
	event   int32
	who     []string  // persons, empty when unknown
	kind    name.Kind // of the first of them
	words   saying    // in marks, or all there are
	clause  saying    // of mixed speech: the reported clause
}

// Statements groups quotations that report the same words of one speaker.
// Result sorted by id.
func Statements(claims []*extract.Claims, p *people.People, events []Event) []Statement {
	cs := sorted(claims)
	items := sayings(cs, p, events)
	stand := sameWords(items)
	var reps []int32
	var weight []int
	at := make([]int32, len(items))
	for i, s := range stand {
		if int(s) == i {
			at[i] = int32(len(reps))
			reps = append(reps, s)
			weight = append(weight, 0)
		}
		weight[at[s]]++
	}
	edges := statementEdges(items, reps)
	joined := link(len(reps), weight, edges, linking{leastSame, saidDoubt})
	attach(joined, edges, surelySame)
	label := make([]int32, len(items))
	for i, s := range stand {
		label[i] = reps[joined[at[s]]]
	}
	var out []Statement
	for _, members := range groupsOf(label) {
		if len(members) > 1 {
			out = append(out, statement(items, members))
		}
	}
	slices.SortFunc(out, func(x, y Statement) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// sayings lists the quotations of all claims, sorted by id.
func sayings(cs []*extract.Claims, p *people.People, events []Event) []said {
	eventOf := map[string]int32{}
	for i, e := range events {
		for _, a := range e.Articles {
			eventOf[a] = int32(i)
		}
	}
	var out []said
	for i, c := range cs {
		event, ok := eventOf[c.Article.ID]
		if !ok {
			event = int32(len(events) + i) // an event of its own
		}
		for k := range c.Quotations {
			s := saidOf(c, &c.Quotations[k], p)
			s.article, s.event = int32(i), event
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(x, y said) int { return strings.Compare(x.q.ID, y.q.ID) })
	return out
}

func saidOf(c *extract.Claims, q *quote.Quotation, p *people.People) said {
	t := shippedTable()
	s := said{q: q, kind: q.Speaker.Kind, words: sayingOf(q.Text, t)}
	if q.Kind == quote.Mixed && !q.Content.Empty() {
		s.clause = sayingOf(c.Article.View(q.Content), t)
	}
	for _, sp := range append([]quote.Speaker{q.Speaker}, q.Co...) {
		if sp.ID != "" {
			s.who = append(s.who, p.ID(c.Article.ID, sp.ID))
		}
	}
	return s
}

// sameWords returns for each quotation the first that has the very same words
// from the same mouth in the same event.
func sameWords(items []said) []int32 {
	type id struct {
		event int32
		who   string
		words string
	}
	first := map[id]int32{}
	out := make([]int32, len(items))
	for i := range items {
		s := &items[i]
		out[i] = int32(i)
		if s.words.words < 2 || s.q.Kind == quote.Indirect && s.words.words < reportedWords {
			continue
		}
		k := id{s.event, strings.Join(s.who, " "), s.words.text() + "|" + s.clause.text()}
		if j, ok := first[k]; ok {
			out[i] = j
		} else {
			first[k] = int32(i)
		}
	}
	return out
}

// statementEdges compares the quotations that share grams or, where one is
// short, words. Of each set of equal quotations only the first is looked at.
func statementEdges(items []said, reps []int32) []edge {
	var posts []post
	for i, r := range reps {
		s := &items[r]
		for _, x := range []*saying{&s.words, &s.clause} {
			for _, g := range x.grams {
				posts = append(posts, post{g.key, int32(i)})
			}
		}
	}
	posts = append(posts, shortPosts(items, reps)...)
	rank := make([]int32, len(reps))
	order := make([]int32, len(reps))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return int(items[reps[x]].event) - int(items[reps[y]].event) })
	for r, i := range order {
		rank[i] = int32(r)
	}
	var out []edge
	newInverted(len(reps), posts, rank).pairs(1, mostRivals, func(a, b int32, _ int) {
		if sim := sameness(&items[reps[a]], &items[reps[b]]); sim >= leastSaid {
			out = append(out, edge{a, b, sim})
		}
	})
	return out
}

// shortPosts lets quotations too short for grams meet those of their event
// that have their first word.
func shortPosts(items []said, reps []int32) []post {
	key := func(s *said, w uint64) uint32 { return uint32(mix(w^uint64(s.event)<<32^nameSalt) >> 32) }
	wanted := map[uint32]bool{}
	for _, r := range reps {
		if s := &items[r]; s.words.words > 0 && s.words.words < fewWords {
			wanted[key(s, s.words.keys[0])] = true
		}
	}
	var out []post
	for i, r := range reps {
		s := &items[r]
		for _, x := range []*saying{&s.words, &s.clause} {
			for _, w := range x.keys {
				if k := key(s, w); wanted[k] {
					out = append(out, post{k, int32(i)})
				}
			}
		}
	}
	return out
}

// sameness is how much two quotations are one statement, 0 to 1.
func sameness(x, y *said) float64 {
	if x.article == y.article && overlaps(x.q, y.q) {
		return 0
	}
	part, n := closest(x, y)
	agree, differ := sameSpeaker(x, y)
	switch {
	case part == 0:
		return 0
	case x.event != y.event && (!agree || part < elsewherePart || n < elsewhereGrams):
		return 0
	case min(x.words.words, y.words.words) < fewWords && !agree:
		return 0
	case x.q.Kind == quote.Indirect && y.q.Kind == quote.Indirect && min(x.words.words, y.words.words) < reportedWords:
		return 0
	case differ && (part < otherPart || n < otherGrams):
		return 0
	case !agree:
		return part * unsureFactor
	}
	return part
}

// overlaps reports whether one quotation of an article stands inside another.
func overlaps(x, y *quote.Quotation) bool {
	return x.Parts[0].Overlaps(y.Parts[0].Span) || !x.Content.Empty() && x.Content.Overlaps(y.Parts[0].Span) ||
		!y.Content.Empty() && y.Content.Overlaps(x.Parts[0].Span)
}

// closest compares marked words with marked words, clauses with clauses and
// one with the other, and returns the best.
func closest(x, y *said) (part float64, n int) {
	part, n = contained(&x.words, &y.words)
	try := func(a, b *saying, factor float64) {
		if a.words == 0 || b.words == 0 {
			return
		}
		if p, k := contained(a, b); p*factor > part {
			part, n = p*factor, k
		}
	}
	try(&x.clause, &y.clause, 1)
	try(&x.words, &y.clause, partFactor)
	try(&x.clause, &y.words, partFactor)
	return part, n
}

// contained is containment, where a short saying counts only whole.
func contained(x, y *saying) (float64, int) {
	if x.words > y.words {
		x, y = y, x
	}
	if x.words >= fewWords {
		return containment(x, y)
	}
	if x.within(y) {
		return 1, len(x.grams)
	}
	return 0, 0
}

// sameSpeaker reports whether two quotations have a speaker in common, and
// whether they certainly have not: two different people. An office and a
// person, or a body and its spokesman, may be one source.
func sameSpeaker(x, y *said) (agree, differ bool) {
	for _, w := range x.who {
		if slices.Contains(y.who, w) {
			return true, false
		}
	}
	return false, len(x.who) > 0 && len(y.who) > 0 && x.kind == name.Person && y.kind == name.Person &&
		!mayBe(x.q.Speaker.Name, y.q.Speaker.Name)
}

// mayBe reports whether one name is the surname of the other.
func mayBe(a, b string) bool {
	x, y := surnameLast(a), surnameLast(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) == 1 && len(y) > 0 && strings.EqualFold(x[0], y[len(y)-1])
}

// surnameLast returns the words of a name without "Jr." at its end.
func surnameLast(s string) []string {
	f := strings.Fields(s)
	if n := len(f); n > 1 && (f[n-1] == "Jr." || f[n-1] == "Jr" || f[n-1] == "Sr." || f[n-1] == "Sr") {
		f = f[:n-1]
	}
	return f
}

// text returns the words as a string that is equal for equal words.
func (x *saying) text() string {
	b := make([]byte, 0, 8*len(x.keys))
	for _, k := range x.keys {
		b = append(b, byte(k), byte(k>>8), byte(k>>16), byte(k>>24), byte(k>>32), byte(k>>40), byte(k>>48), byte(k>>56))
	}
	return string(b)
}
