package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"inquit/article"
	"inquit/extract/quote/crf"
	cut "inquit/internal/text" // this package has a func text
)

// An Attributed is a gold article in which sources, cues and contents were
// marked: of speech, and of what is only thought or wanted.
type Attributed struct {
	ID    string
	Doc   *cut.Doc
	Spans []RoleSpan // sorted, apart from each other
}

// A RoleSpan is a stretch of tokens with its role in a report.
type RoleSpan struct {
	crf.Role
	First, Last int
	Speech      bool // the report is one of speech
	Report      int  // reports are numbered; its source and cue have the same
}

// attributedLine is a line of gold whose quotes have cues.
type attributedLine struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Quotes []struct {
		Start   int       `json:"start"`
		End     int       `json:"end"`
		Speech  *bool     `json:"speech"`
		Cue     *goldSpan `json:"cue"`
		Speaker *goldSpan `json:"speaker"`
	} `json:"quotes"`
}

// ReadAttributed reads a gold file, one line an article with its text.
func ReadAttributed(file string) ([]Attributed, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Attributed
	in := bufio.NewScanner(f)
	in.Buffer(make([]byte, 0, 1<<20), maxGoldLine)
	for n := 1; in.Scan(); n++ {
		var l attributedLine
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%q, line %d: %w", file, n, err)
		}
		all = append(all, l.attributed())
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%q: %w", file, err)
	}
	return all, nil
}

// attributed turns code points into tokens.
func (l *attributedLine) attributed() Attributed {
	a := Attributed{ID: l.ID, Doc: cut.Analyse(article.New(l.ID, "", "", l.Text, nil))}
	var spans []*article.Span
	var out []RoleSpan
	add := func(role crf.Role, p article.Span, speech bool, report int) {
		spans = append(spans, &p)
		out = append(out, RoleSpan{Role: role, Speech: speech, Report: report})
	}
	for i, q := range l.Quotes {
		speech := q.Speech == nil || *q.Speech
		add(crf.Content, article.Span{Start: q.Start, End: q.End}, speech, i)
		if q.Cue != nil {
			add(crf.Cue, q.Cue.span(), speech, i)
		}
		if q.Speaker != nil {
			add(crf.Source, q.Speaker.span(), speech, i)
		}
	}
	inBytes(l.Text, spans)
	for i, s := range out {
		s.First, s.Last = a.Doc.TokenAt(spans[i].Start), a.Doc.TokenAt(spans[i].End-1)+1
		a.addSpan(s)
	}
	a.order()
	return a
}

// addSpan adds s, cut where a paragraph ends.
func (a *Attributed) addSpan(s RoleSpan) {
	for s.First < min(s.Last, len(a.Doc.Tokens)) {
		par := &a.Doc.Paragraphs[a.Doc.Sentences[a.Doc.Tokens[s.First].Sentence].Paragraph]
		piece := s
		piece.Last = min(s.Last, a.Doc.Sentences[par.Last-1].Last)
		a.Spans = append(a.Spans, piece)
		s.First = piece.Last
	}
}

// order sorts the spans and drops those that overlap an earlier one: the same
// source named for several contents stands once.
func (a *Attributed) order() {
	slices.SortStableFunc(a.Spans, func(x, y RoleSpan) int {
		if x.First != y.First {
			return x.First - y.First
		}
		return y.Last - x.Last
	})
	kept := a.Spans[:0]
	end := 0
	for _, s := range a.Spans {
		if s.First >= end {
			kept = append(kept, s)
			end = s.Last
		}
	}
	a.Spans = kept
}

// hasCues reports whether cues were marked in a.
func (a Attributed) hasCues() bool {
	return slices.ContainsFunc(a.Spans, func(s RoleSpan) bool { return s.Role == crf.Cue })
}
