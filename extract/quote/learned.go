package quote

import (
	"slices"

	"inquit/article"
	"inquit/extract/quote/crf"
)

// What the model and the rules do together. The numbers are margins; they were
// chosen on training articles that the model had not seen, where they decide
// who is more often right.
const (
	// addsFrom is the least margin of a report that no rule knows: four in
	// ten of the weakest are right.
	addsFrom = .5
	// mixedFrom is the least margin at which the model knows the bounds of a
	// clause around marked words better than the rules.
	mixedFrom = .5
	// directFrom: of a clause around words that the rules take for whole
	// sentences in marks.
	directFrom = 3
)

// mendsFrom is the least margin at which the model's bounds of a clause
// without marks are at least as good as those of a rule; of rules that are not
// here, alwaysRule.
var mendsFrom = map[string]float64{"object": 1, "that-clause": 2}

// alwaysRule is the margin from which the model overrules any rule.
const alwaysRule = 5

// bareFrom is the least margin of a report without marks and finite verb.
const bareFrom = 2

// findLearned lets the learned model mend the bounds of reported clauses, add
// those that the rules do not know, and drop doubtful ones that it does not
// see. Words in marks stay with the rules. Without a model nothing changes.
func (f *finder) findLearned() {
	m := crf.Default()
	if m == nil {
		return
	}
	marked := make([]crf.Region, len(f.regions))
	for i, r := range f.regions {
		marked[i] = crf.Region{First: r.first, Last: r.last}
	}
	j := joiner{finder: f, rules: len(f.drafts), at: f.draftAt()}
	j.seen, j.cueUsed = make([]bool, j.rules), map[int]bool{}
	for k := range f.drafts {
		if c := f.drafts[k].cue; c > 0 {
			j.cueUsed[f.cues[c-1].verb] = true
		}
	}
	for _, r := range f.reports(m, m.FindSpeech(f.d, marked)) {
		if f.zoneAt(r.first) != article.Headline {
			j.join(&r)
		}
	}
	j.drop()
}

// zoneAt returns the zone of token i. The model has learned from bodies only.
func (f *finder) zoneAt(i int) article.Zone { return f.d.Paragraphs[f.paragraphOf(i)].Zone }

// draftAt tells of each token the smallest draft that covers it, as its
// index + 1.
func (f *finder) draftAt() []int32 {
	at := make([]int32, len(f.d.Tokens))
	order := make([]int, len(f.drafts))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return (f.drafts[b].last - f.drafts[b].first) - (f.drafts[a].last - f.drafts[a].first)
	})
	for _, k := range order {
		for i := f.drafts[k].first; i < f.drafts[k].last; i++ {
			at[i] = int32(k + 1)
		}
	}
	return at
}

// A joiner unites the model's reports with the drafts of the rules.
type joiner struct {
	*finder
	rules   int          // drafts before this one are of the rules
	at      []int32      // see draftAt
	seen    []bool       // of those: the model sees a report there
	cueUsed map[int]bool // verbs that drafts of the rules hang on
}

// join unites one report with the drafts.
func (j *joiner) join(r *report) {
	clause, direct := j.met(r)
	switch {
	case clause >= 0:
		j.seen[clause] = true
		j.mend(&j.drafts[clause], r)
	case direct >= 0:
		if r.margin >= directFrom {
			j.embrace(&j.drafts[direct], r)
		}
	case r.margin >= addsFrom && r.speech && (r.margin >= bareFrom || j.hasFinite(r.first, r.last) || len(j.regionsWithin(r.first, r.last)) > 0):
		j.addReport(r)
	}
}

// met returns the draft of a clause that overlaps the report most, and the
// first of whole marked sentences that does; -1 for none.
func (j *joiner) met(r *report) (clause, direct int) {
	clause, direct = -1, -1
	most := 0.0
	for i := r.first; i < r.last; i++ {
		k := int(j.at[i]) - 1
		if k < 0 || k == clause || k == direct {
			continue
		}
		d := &j.drafts[k]
		if d.Kind != Indirect && d.Kind != Mixed {
			if direct < 0 {
				direct = k
			}
			continue
		}
		j.seen[k] = j.seen[k] || d.first >= r.first && d.last <= r.last
		if o := shared(r.first, r.last, d.first, d.last); o > most {
			clause, most = k, o
		}
	}
	return clause, direct
}

// shared is the part that two ranges share of what they cover together.
func shared(a, b, c, d int) float64 {
	return float64(max(0, min(b, d)-max(a, c))) / float64(max(b, d)-min(a, c))
}

// mend gives a draft of the rules the bounds that the model found, where those
// are the better ones.
func (j *joiner) mend(d *draft, r *report) {
	if d.Kind == Indirect && (len(d.Parts) > 1 || r.margin < bound(d.Rule)) || j.holdsCue(r, d) {
		return
	}
	if d.Kind == Mixed {
		if r.margin >= mixedFrom || j.endsInMarks(r) {
			j.embrace(d, r)
		}
		return
	}
	if len(j.regionsWithin(r.first, r.last)) > 0 {
		return // it would become a mixed one, which the rules did not see
	}
	d.first, d.last, d.paragraph = r.first, r.last, j.paragraphOf(r.first)
	d.Parts = j.plainParts(stretch{first: r.first, last: r.last})
	d.Content = d.Parts[0].Span
}

// holdsCue reports whether the cue of d lies in the report, which then is a
// wider one.
func (j *joiner) holdsCue(r *report, d *draft) bool {
	return d.cue > 0 && j.cues[d.cue-1].verb >= r.first && j.cues[d.cue-1].verb < r.last
}

// bound returns the margin from which the model overrules a rule.
func bound(rule string) float64 {
	if m, ok := mendsFrom[rule]; ok {
		return m
	}
	return alwaysRule
}

// endsInMarks reports whether the report ends with marked words that a comma
// ends, which is where the narrator goes on: called it “mad,” adding.
func (j *joiner) endsInMarks(r *report) bool {
	return j.regAt[r.last-1] != 0 && r.last-2 >= r.first && j.is(r.last-2, ",")
}

// embrace makes the report the clause around the marked words of d, unless it
// leaves out some of them, or nobody is known to say them.
func (j *joiner) embrace(d *draft, r *report) {
	for _, p := range d.Parts {
		if p.Outer.Start < j.d.Tokens[r.first].Start || p.Outer.End > j.d.Tokens[r.last-1].End {
			return
		}
	}
	if d.src.none() && !d.speaks {
		if d.src = j.phraseOf(r.source); d.src.none() {
			return
		}
		d.speaks, d.Rule = true, learnedRule
		d.Cue = j.span(r.cue.First, r.cue.Last)
	}
	d.Kind = Mixed
	d.first, d.last, d.paragraph = r.first, r.last, j.paragraphOf(r.first)
	d.Content = j.contentSpan(r.first, r.last)
}

// regionsWithin returns the regions that begin among tokens [first, last).
func (f *finder) regionsWithin(first, last int) []int {
	var out []int
	for i := first; i < last; i++ {
		if k := int(f.regAt[i]); k != 0 && f.regions[k-1].first == i {
			out = append(out, k-1)
		}
	}
	return out
}

// learnedRule names what only the model found.
const learnedRule = "learned"

// learnedRight is how often such a report is one, with bounds near enough.
const learnedRight = .6

// addReport makes a draft of a report that no rule found.
func (j *joiner) addReport(r *report) {
	c := cue{verb: r.head, first: r.head, last: r.cue.Last, sentence: j.d.Tokens[r.head].Sentence, status: Said}
	j.auxiliaries(&c)
	src := j.phraseOf(r.source)
	if c.negated || src.none() || j.cueUsed[r.head] {
		return
	}
	inside := j.regionsWithin(r.first, r.last)
	if slices.ContainsFunc(inside, func(k int) bool { return j.taken[k] }) {
		return
	}
	d := draft{src: src, first: r.first, last: r.last, paragraph: j.paragraphOf(r.first), speaks: true}
	d.Kind, d.Status, d.Speech, d.Rule = Indirect, c.status, true, learnedRule
	d.Cue = j.span(r.cue.First, r.cue.Last)
	d.Content = j.contentSpan(r.first, r.last)
	for _, k := range inside {
		j.taken[k] = true
		d.Kind = Mixed
		d.Parts = append(d.Parts, j.part(k))
	}
	if d.Kind == Indirect {
		d.Parts = j.plainParts(stretch{first: r.first, last: r.last})
	}
	j.drafts = append(j.drafts, d)
}

// drop leaves out drafts of the rules that are mostly wrong where the model
// sees nothing: clauses without "that", and marked terms that nobody says.
func (j *joiner) drop() {
	kept := j.drafts[:0]
	for k, d := range j.drafts {
		if k < j.rules && !j.seen[k] && j.isDoubtful(&d) {
			continue
		}
		kept = append(kept, d)
	}
	j.drafts = kept
}

// isDoubtful reports whether a draft of the rules needs the model's word. The
// model has not seen single marks.
func (j *joiner) isDoubtful(d *draft) bool {
	if j.zoneAt(d.first) == article.Headline {
		return false
	}
	if d.Kind == Indirect {
		return d.Rule == "clause"
	}
	return d.Kind == Mixed && d.Rule == "" && !d.speaks && !j.regions[j.regAt[d.first]-1].single
}
