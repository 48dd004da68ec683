package extract_test

import (
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/read"
	"inquit/internal/text"
)

// TestTagsDecide holds the three kinds of case for which the parts of speech
// are there: each is right with them and wrong without.
func TestTagsDecide(t *testing.T) {
	tests := map[string]struct{ source, want string }{
		"a cue that is a noun": {
			"He read a union promise that the road would stay open.", "",
		},
		"the end of a speaker's noun phrase": {
			"“It is late,” said a gaunt wheelwright waiting outside the gate.", "gaunt wheelwright: It is late,",
		},
		"the head of a counted noun phrase": {
			"It saw 40 badly hurt seals left on the beach.", "40 badly hurt seal",
		},
	}
	for about, c := range tests {
		t.Run(about, func(t *testing.T) {
			if got := claims(c.source, true); got != c.want {
				t.Errorf("%s\ngot  %q\nwant %q", c.source, got, c.want)
			}
			if got := claims(c.source, false); got == c.want {
				t.Errorf("%s\ngives %q without tags too", c.source, got)
			}
		})
	}
}

// claims returns the quotations and numbers of a text, found with or without
// parts of speech.
func claims(source string, tags bool) string {
	a := article.New("tags.txt", "", "", source, nil)
	read.Zones(a)
	d := text.Analyse(a)
	if !tags {
		for i := range d.Sentences {
			d.Tag(i) // once: what is tagged is not tagged again
		}
		for i := range d.Tokens {
			d.Tokens[i].Tag = text.NoTag
		}
	}
	var all []string
	for _, q := range quote.Find(d, name.Find(d, a.ID), a.ID) {
		all = append(all, q.Speaker.Name+": "+q.Text)
	}
	for _, n := range number.Find(d, a.ID, number.Options{}) {
		all = append(all, n.Value.String()+" "+n.Unit)
	}
	return strings.Join(all, "; ")
}
