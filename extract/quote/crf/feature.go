package crf

// A Feature is one thing seen at a token, as a number below 1<<FeatureBits.
type Feature uint32

// FeatureBits is how many bits a feature has. About 200,000 of 4 million
// numbers are in use, so that one in twenty features that training never saw
// is taken for another.
const FeatureBits = 22

// A list gathers the features of one token. Each call of add uses the next
// template number, so the order of the calls is part of the model.
type list struct {
	out      []Feature
	template uint64
}

// add adds the feature in which the template at hand sees a and b.
func (l *list) add(a, b uint32) {
	l.template++
	h := (uint64(a) | uint64(b)<<32) * 0x9FB21C651E98DF25
	h ^= h>>29 ^ l.template*0xD1B54A32D192ED03
	h *= 0x9E3779B97F4A7C15
	l.out = append(l.out, Feature(h>>(64-FeatureBits)))
}

// skip leaves out n templates that do not apply.
func (l *list) skip(n int) { l.template += uint64(n) }

// three joins three hashes to two.
func three(a, b uint32) uint32 { return (a*0x9E3779B1 ^ b) * 0x85EBCA6B }

// Features appends the features of token i, which lies in the paragraph at
// hand.
func (r *Reader) Features(out []Feature, i int) []Feature {
	l := list{out: out}
	r.wordFeatures(&l, i)
	r.cueFeatures(&l, i)
	r.markFeatures(&l, i)
	r.placeFeatures(&l, i)
	return l.out
}

// at returns word i, or the one that stands for all places outside of the
// paragraph.
func (r *Reader) at(i int) *word {
	if i < r.first || i >= r.last {
		return &outside
	}
	return &r.words[i]
}

// wordFeatures are those of the word and its neighbours.
func (r *Reader) wordFeatures(l *list, i int) {
	w := &r.words[i]
	a, b := r.at(i-1), r.at(i+1)
	aa, bb := r.at(i-2), r.at(i+2)
	for _, k := range [...]*word{w, a, b} {
		l.add(k.form, 0)
		l.add(k.shape, 0)
		l.add(k.prefix, 0)
		l.add(k.suffix2, 0)
		l.add(k.suffix3, 0)
		l.add(k.class, 0)
		l.add(uint32(k.cue), uint32(k.source))
	}
	l.add(aa.form, 0)
	l.add(bb.form, 0)
	l.add(aa.class, 0)
	l.add(bb.class, 0)
	l.add(r.at(i-3).form, 0)
	l.add(r.at(i+3).form, 0)
	l.add(a.form, w.form)
	l.add(w.form, b.form)
	l.add(aa.form, a.form)
	l.add(b.form, bb.form)
	l.add(a.class, w.class)
	l.add(w.class, b.class)
	l.add(aa.class, a.class)
	l.add(b.class, bb.class)
	l.add(three(a.class, w.class), b.class)
	l.add(three(a.shape, w.shape), b.shape)
	l.add(three(uint32(a.cue), uint32(w.cue)), uint32(b.cue))
}

// cueFeatures tell where the nearest cues of the sentence are, and what
// stands between.
func (r *Reader) cueFeatures(l *list, i int) {
	t := &r.tok[i-r.first]
	end := r.d.Sentences[t.sentence].Last
	both := uint32(0)
	if t.left >= 0 {
		both = 1
		k := int(t.left)
		c, o := &r.words[k], &r.tok[k-r.first]
		gap := distance(i - k)
		between := small(t.commas-o.commas, 3)<<4 | small(t.thats-o.thats, 1)<<3 | small(t.signs-o.signs, 2)
		l.add(c.form, 0)
		l.add(gap, uint32(c.cue))
		l.add(c.form, gap)
		l.add(r.at(k+1).class, gap)
		l.add(between, 0)
		l.add(between, gap)
		l.add(c.form, small(t.thats-o.thats, 1)|2*r.at(k+1).class)
		l.add(r.at(k-1).class, r.words[i].class)
	} else {
		l.skip(8)
	}
	if t.right >= 0 {
		both |= 2
		k := int(t.right)
		c, o := &r.words[k], &r.tok[k-r.first]
		gap := distance(k - i)
		between := small(o.commas-t.commas, 3)<<4 | small(o.thats-t.thats, 1)<<3 | small(o.signs-t.signs, 2)
		rest := distance(end - k)
		l.add(c.form, 0)
		l.add(gap, uint32(c.cue))
		l.add(c.form, gap)
		l.add(r.at(k-1).class, gap)
		l.add(between, rest)
		l.add(between, gap)
		l.add(rest, c.form)
		l.add(r.at(k-1).form, r.at(k+1).class)
	} else {
		l.skip(8)
	}
	l.add(both, distance(end-i))
	l.add(both, r.words[i].class)
}

// markFeatures tell of the marked words that the token stands in or near.
func (r *Reader) markFeatures(l *list, i int) {
	k := r.region[i]
	if k == 0 {
		t := &r.tok[i-r.first]
		near := flag(i > r.first && r.region[i-1] != 0, 1) | flag(i+1 < r.last && r.region[i+1] != 0, 2)
		l.add(flag(t.ownRegion, 1)|flag(t.lastRegion, 2)|near<<2, 0)
		l.skip(8)
		return
	}
	l.skip(1)
	m := r.marked[k-1]
	first, last := max(m.First, r.first), min(m.Last, r.last)
	length := distance((last - first) / 2)
	before, behind := r.at(first-1), r.at(last)
	tail := r.at(last - 2).form
	starts := flag(first == r.first || r.tok[first-r.first].comma < 0 && r.d.Sentences[r.tok[first-r.first].sentence].First == first, 1)
	spans := flag(r.tok[first-r.first].sentence != r.tok[last-1-r.first].sentence, 2)
	near := flag(r.cueIn(first-4, first), 1) | flag(r.cueIn(last, last+5), 2)
	l.add(length, starts|spans)
	l.add(before.form, starts)
	l.add(behind.form, starts)
	l.add(before.class, behind.class)
	l.add(r.at(first+1).shape, tail)
	l.add(near, starts|spans)
	l.add(near, length)
	l.add(distance(i-first), distance(last-i))
}

// cueIn reports whether a strong cue stands among tokens [lo, hi) of the
// paragraph at hand.
func (r *Reader) cueIn(lo, hi int) bool {
	for i := max(lo, r.first); i < min(hi, r.last); i++ {
		if r.words[i].cue >= strongCue {
			return true
		}
	}
	return false
}

// placeFeatures tell where in its sentence and paragraph the token stands.
func (r *Reader) placeFeatures(l *list, i int) {
	t := &r.tok[i-r.first]
	s := &r.d.Sentences[t.sentence]
	l.add(distance(i-s.First), flag(s.First == r.first, 1))
	l.add(distance(s.Last-i), 0)
	if t.comma >= 0 {
		l.add(distance(i-int(t.comma)), r.words[t.comma].form)
		l.add(r.at(int(t.comma)+1).form, r.at(int(t.comma)-1).class)
	} else {
		l.skip(2)
	}
	if t.stop >= 0 {
		l.add(distance(int(t.stop)-i), r.words[t.stop].form)
		l.add(r.at(int(t.stop)+1).form, r.at(int(t.stop)+2).class)
	} else {
		l.skip(2)
	}
	l.add(0, 0)
}

// distance puts a distance into one of a dozen buckets.
func distance(n int) uint32 {
	switch {
	case n < 0:
		return 15
	case n <= 5:
		return uint32(n)
	case n <= 7:
		return 6
	case n <= 10:
		return 7
	case n <= 15:
		return 8
	case n <= 25:
		return 9
	}
	return 10
}

// small returns n, most at most.
func small(n, most int32) uint32 { return uint32(max(0, min(n, most))) }

// flag returns bit where b holds.
func flag(b bool, bit uint32) uint32 {
	if b {
		return bit
	}
	return 0
}
