package crf

import "inquit/internal/text"

// Head returns the token of the cue p that most often is one, and whether it
// brings speech, as "said" does, rather than an attitude, as "hopes" does.
func (m *Model) Head(d *text.Doc, p Span) (token int, speech bool) {
	token = p.First
	top := -1
	for i := p.First; i < p.Last; i++ {
		e := m.lookup(FormOf(&d.Tokens[i]))
		if int(e.cue) > top {
			token, speech, top = i, e.speech >= 2, int(e.cue)
		}
	}
	return token, speech
}
