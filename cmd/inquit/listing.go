package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"
)

// A listing is what a command found: rows with the columns people read, and
// the record behind each row for programs.
type listing struct {
	columns []column
	rows    []row
}

type column struct {
	name  string
	width int  // at most, in a table; 0 as wide as it is
	right bool // numbers stand to the right
}

type row struct {
	cells  []string
	record []byte // one JSON line
}

// add appends a row; record is its JSON line.
func (l *listing) add(record []byte, cells ...string) {
	l.rows = append(l.rows, row{cells, bytes.TrimRight(record, "\n")})
}

// formatFlags are those of commands that print a listing.
func formatFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Usage: "`FORM` of the output: table, json, jsonl, csv, tsv, md; a table on a terminal, else jsonl"},
		&cli.BoolFlag{Name: "json", Usage: "the same as --format jsonl"},
		&cli.StringFlag{Name: "fields", Usage: "only these `FIELDS` of the records, as in speaker.name,text"},
	}
}

// pageFlags are those of commands that print a page of hits.
func pageFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Usage: "show at most `N`; 20 on a terminal, all in a pipe"},
		&cli.IntFlag{Name: "offset", Usage: "leave out the first `N`"},
	}
}

// format returns the form of the output that was asked for.
func format(c *cli.Context, w io.Writer) (string, error) {
	switch f := c.String("format"); {
	case f == "" && (c.Bool("json") || !isTerminal(w)):
		return "jsonl", nil
	case f == "":
		return "table", nil
	case strings.Contains(" table json jsonl csv tsv md ", " "+f+" "):
		return f, nil
	default:
		return "", usage("inquit %s: --format %q; it takes table, json, jsonl, csv, tsv or md", c.Command.Name, f)
	}
}

// print writes the listing to standard output in the form asked for. An empty
// one ends the command with exit code 1.
func (l *listing) print(c *cli.Context, s streams) error {
	f, err := format(c, s.out)
	if err != nil {
		return err
	}
	if err := setColor(c, s.out); err != nil {
		return err
	}
	if names := c.String("fields"); names != "" {
		if err := l.choose(strings.Split(names, ",")); err != nil {
			return err
		}
	}
	w := bufio.NewWriter(s.out)
	if err := l.write(w, f); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if len(l.rows) == 0 {
		return errNothing
	}
	return nil
}

// write writes the listing in one form.
func (l *listing) write(w io.Writer, form string) error {
	switch form {
	case "json":
		return l.writeJSON(w)
	case "jsonl":
		for _, r := range l.rows {
			if _, err := fmt.Fprintf(w, "%s\n", r.record); err != nil {
				return err
			}
		}
		return nil
	case "csv":
		return l.writeCSV(w, ',')
	case "tsv":
		return l.writeCSV(w, '\t')
	}
	return l.writeTable(w, form == "md")
}

func (l *listing) writeJSON(w io.Writer) error {
	all := make([]json.RawMessage, 0, len(l.rows))
	for _, r := range l.rows {
		all = append(all, r.record)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(all)
}

func (l *listing) writeCSV(w io.Writer, comma rune) error {
	out := csv.NewWriter(w)
	out.Comma = comma
	if err := out.Write(l.names()); err != nil {
		return err
	}
	for _, r := range l.rows {
		cells := make([]string, len(r.cells))
		for i, cell := range r.cells {
			cells[i] = noFormula(cell)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (l *listing) names() []string {
	names := make([]string, len(l.columns))
	for i, c := range l.columns {
		names[i] = c.name
	}
	return names
}

// noFormula keeps a spreadsheet from running a cell: one that begins like a
// formula and is no number gets an apostrophe before it.
func noFormula(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

func (l *listing) writeTable(w io.Writer, markdown bool) error {
	if len(l.rows) == 0 {
		return nil
	}
	t := table.NewWriter()
	head := make(table.Row, len(l.columns))
	configs := make([]table.ColumnConfig, len(l.columns))
	for i, c := range l.columns {
		head[i] = c.name
		configs[i] = table.ColumnConfig{Number: i + 1, WidthMax: c.width, WidthMaxEnforcer: text.WrapSoft}
		if c.right {
			configs[i].Align, configs[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	t.AppendHeader(head)
	for _, r := range l.rows {
		cells := make(table.Row, len(r.cells))
		for i, cell := range r.cells {
			cells[i] = printable(strings.Join(strings.Fields(cell), " "))
		}
		t.AppendRow(cells)
	}
	if markdown {
		_, err := fmt.Fprintln(w, t.RenderMarkdown())
		return err
	}
	t.SetColumnConfigs(configs)
	style := table.StyleLight
	style.Options = table.Options{SeparateHeader: true, SeparateColumns: true}
	style.Format.Header = text.FormatDefault
	t.SetStyle(style)
	_, err := fmt.Fprintln(w, t.Render())
	return err
}

// choose replaces the columns, and the records, by the fields named.
func (l *listing) choose(names []string) error {
	l.columns = l.columns[:0]
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
		l.columns = append(l.columns, column{name: names[i], width: 60})
	}
	for i := range l.rows {
		r := &l.rows[i]
		var rec map[string]any
		d := json.NewDecoder(bytes.NewReader(r.record))
		d.UseNumber()
		if err := d.Decode(&rec); err != nil {
			return err
		}
		r.cells = r.cells[:0:0]
		var b bytes.Buffer
		b.WriteByte('{')
		for k, n := range names {
			v := lookup(rec, n)
			r.cells = append(r.cells, cell(v))
			if k > 0 {
				b.WriteByte(',')
			}
			b.Write(marshal(n))
			b.WriteByte(':')
			b.Write(marshal(v))
		}
		b.WriteByte('}')
		r.record = b.Bytes()
	}
	return nil
}

// lookup follows a path like "speaker.name" into a record.
func lookup(rec map[string]any, path string) any {
	var v any = rec
	for _, step := range strings.Split(path, ".") {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[step]
	}
	return v
}

// cell writes a value for a person: text as it is, nothing for null.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return string(marshal(v))
}

// marshal is json.Marshal for what was decoded a moment ago, < and > kept.
func marshal(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return []byte("null")
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
