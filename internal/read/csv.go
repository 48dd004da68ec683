package read

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"inquit/article"
	"inquit/internal/safefile"
	"inquit/internal/text"
)

// readTable reads a table: one line that names its fields, then an article a
// record. A bad record is named by its line, and the next one is read.
func (r *reader) readTable(in *bufio.Reader) {
	in, err := utf8Reader(in)
	if err != nil {
		r.bad("", err)
		return
	}
	head, _ := in.Peek(headLen)
	g := &gate{in: in, limit: r.opt.maxArticle()}
	g.open()
	t := csv.NewReader(g)
	t.Comma, t.LazyQuotes, t.FieldsPerRecord, t.ReuseRecord = separator(head), true, -1, true
	names, err := t.Read()
	if err != nil {
		r.tableEnd(err)
		return
	}
	m := r.opt.fields()
	names = append([]string(nil), names...)
	for i := range names {
		names[i] = m.spelled(names[i])
	}
	if !slices.ContainsFunc(names, func(n string) bool { return slices.Contains(m.text, n) }) {
		r.bad("", m.noText())
		return
	}
	some := false
	for r.alive() {
		g.open()
		row, err := t.Read()
		if err == io.EOF {
			break
		}
		some = true
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad) && bad.Err != nil && !errors.Is(err, safefile.ErrTooLarge):
			r.bad(fmt.Sprintf("line %d", bad.StartLine), fmt.Errorf("not a record: %w", bad.Err))
		case err != nil:
			r.tableEnd(err)
			return
		default:
			line, _ := t.FieldPos(0)
			r.row(fmt.Sprintf("line %d", line), names, row)
		}
	}
	if !some && !r.out.full {
		r.bad("", ErrNoText)
	}
}

// tableEnd says why a table cannot be read on.
func (r *reader) tableEnd(err error) {
	if err == io.EOF {
		err = ErrNoText
	}
	r.bad("", plainError(err))
}

// separator returns what parts the fields of a table: the sign that stands
// most often in its first line.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, c := range []rune{',', '\t', ';', '|'} {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// row reads one record of a table: as the object its names make of it.
func (r *reader) row(member string, names, row []string) {
	enc := article.Encoding{Name: "utf-8", Evidence: "utf-8"}
	raw := make(map[string]json.RawMessage, len(row))
	for i, v := range row {
		if i >= len(names) || v == "" {
			continue
		}
		if !utf8.ValidString(v) {
			s, e, err := text.Decode([]byte(v), "")
			if err != nil {
				r.bad(member, err)
				return
			}
			v, enc = s, e
		}
		if _, twice := raw[names[i]]; twice {
			continue
		}
		raw[names[i]], _ = json.Marshal(v) // a string always can be
	}
	a, err := r.article(member, r.opt.fields().of(raw), enc)
	if err != nil {
		r.bad(member, err)
		return
	}
	r.put(a)
}

// A gate lets through no more than its limit until it is opened again: one
// record, not the file, must fit into memory.
type gate struct {
	in          io.Reader
	limit, left int64
}

func (g *gate) open() { g.left = g.limit }

func (g *gate) Read(b []byte) (int, error) {
	if g.left <= 0 {
		return 0, fmt.Errorf("%w: a record of more than %s", safefile.ErrTooLarge, safefile.Size(g.limit))
	}
	n, err := g.in.Read(b)
	g.left -= int64(n)
	return n, err
}
