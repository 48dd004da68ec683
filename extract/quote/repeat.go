package quote

import "inquit/article"

// maxRepeats is how many marked stretches of headlines and captions are
// looked for in the body; each is compared with all quotations.
const maxRepeats = 20

// isHead reports whether zone z announces what the body tells.
func isHead(z article.Zone) bool {
	return z == article.Headline || z == article.Standfirst || z == article.Summary || z == article.Caption
}

// findRepeats gives marked words of the headline that found no speaker there
// the speaker who has them in the body: ‘A disgrace’. Short ones that nobody
// says are terms and dropped.
func (f *finder) findRepeats() {
	n, gone := 0, 0
	for i := range f.drafts {
		d := &f.drafts[i]
		if !d.loose {
			continue
		}
		if n++; n <= maxRepeats {
			if q := f.fuller(i); q != nil {
				d.fillFrom(q, "repeat")
				d.loose, d.speaks = false, true
			}
		}
		if d.loose && d.tentative {
			gone++
		}
	}
	if gone > 0 {
		f.dropTentative()
	}
}

// fuller returns the quotation of the body that has the words of draft i.
func (f *finder) fuller(i int) *draft {
	words := f.normWords(&f.drafts[i])
	if len(words) == 0 {
		return nil
	}
	for k := range f.drafts {
		q := &f.drafts[k]
		if k == i || q.Kind == Indirect || q.Speaker.Name == "" || isHead(f.d.Paragraphs[q.paragraph].Zone) {
			continue
		}
		all := f.normWords(q)
		for at := range all {
			if all[at] == words[0] && hasPrefix(all[at:], words) {
				return q
			}
		}
	}
	return nil
}

// dropTentative takes out the drafts that turned out to be nobody's words.
func (f *finder) dropTentative() {
	now := make([]int, len(f.drafts)+1)
	kept := f.drafts[:0]
	for i := range f.drafts {
		if d := f.drafts[i]; !d.loose || !d.tentative {
			kept = append(kept, d)
			now[i+1] = len(kept)
		}
	}
	f.drafts = kept
	for i := range f.drafts {
		f.drafts[i].turn = now[f.drafts[i].turn]
	}
}
