package quote

// carry gives draft i, marked words without a cue, the speaker who has the
// floor.
func (r *resolver) carry(i int) {
	d := &r.drafts[i]
	if prev := i - 1; prev >= 0 && r.drafts[prev].Speaker.MentionKind != "" {
		p := &r.drafts[prev]
		gap := d.paragraph - r.paragraphOf(p.last-1)
		switch {
		case gap == 0 && r.opensSentence(r.regionOf(d)):
			r.goOn(i, prev, "same-paragraph")
			return
		case gap == 1 && r.regionOf(d).startsP && !r.subjectBetween(p, d):
			r.goOn(i, prev, "carry-over")
			return
		}
	}
	r.previousSubject(i)
}

// regionOf returns the first region of a marked draft.
func (r *resolver) regionOf(d *draft) *region { return &r.regions[r.regAt[d.first]-1] }

// subjectBetween reports whether the narrator names somebody else between
// drafts p and d in a sentence of its own.
func (r *resolver) subjectBetween(p, d *draft) bool {
	from := r.sen[r.d.Tokens[p.last-1].Sentence].Last
	if p.src.last > p.last-1 {
		from = max(from, r.sen[r.d.Tokens[p.src.last-1].Sentence].Last)
	}
	return !r.mainSubject(from, d.first).none()
}

// goOn lets the speaker of draft prev speak draft i too.
func (r *resolver) goOn(i, prev int, rule string) {
	d, p := &r.drafts[i], &r.drafts[prev]
	d.Speaker, d.Rule, d.turn = p.Speaker, rule, prev+1
	d.Speaker.Confidence = p.Speaker.Confidence * carried(rule)
	d.src = p.src
	r.remember(d)
}

// previousSubject takes the subject of the sentence before draft i, or of its
// own for a fragment.
func (r *resolver) previousSubject(i int) {
	d := &r.drafts[i]
	sen := r.d.Tokens[d.first].Sentence
	lo := r.sen[sen].First
	if s := r.mainSubject(lo, d.first); !s.none() {
		d.src, d.Rule = s, "own-subject"
	} else {
		for back := 1; back <= 2 && sen-back >= 0; back++ {
			b := &r.sen[sen-back]
			if d.paragraph-b.Paragraph > 1 || !speaks(r.d.Paragraphs[b.Paragraph].Zone) {
				break
			}
			if s := r.mainSubject(b.First, b.Last); !s.none() {
				d.src, d.Rule = s, "previous-subject"
				break
			}
		}
	}
	if d.src.none() {
		return
	}
	d.Speaker = r.speaker(d.src, d)
	r.remember(d)
}

// lookAhead gives marked drafts that found nobody the speaker of the next in
// their paragraph.
func (r *resolver) lookAhead() {
	for i := len(r.drafts) - 2; i >= 0; i-- {
		d, n := &r.drafts[i], &r.drafts[i+1]
		if d.speaks || d.paragraph != n.paragraph || n.Speaker.MentionKind == "" || !n.speaks {
			continue
		}
		if d.Rule == "own-subject" || d.Rule == "same-paragraph" || n.Kind == Indirect {
			continue
		}
		if r.d.Tokens[n.first].Sentence-r.d.Tokens[d.last-1].Sentence <= 1 {
			d.Speaker, d.Rule, d.src = n.Speaker, "next-in-paragraph", n.src
			d.Speaker.Confidence = n.Speaker.Confidence * carried(d.Rule)
			d.speaks = true
		}
	}
}
