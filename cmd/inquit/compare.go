package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/quote"
	"inquit/internal/compare"
	"inquit/internal/pipeline"
	"inquit/internal/record"
	"inquit/internal/store"
)

func compareCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "compare",
		Usage:     "show how the outlets reported the same speech",
		ArgsUsage: "EVENT|FILE...",
		Description: "Examples:\n" +
			"   inquit compare --by Lammy              the newest event he speaks in\n" +
			"   inquit compare a.txt b.txt --words     straight from files, without a store\n\n" +
			"EVENT is an id that inquit events lists. For each statement: which article has it whole,\n" +
			"in part, or not at all, and what the wording changes.",
		Flags: append(formatFlags(),
			&cli.StringFlag{Name: "by", Usage: "only what `NAME` says"},
			&cli.BoolFlag{Name: "words", Usage: "show each difference word by word"}),
		Action: func(c *cli.Context) error { return compareArticles(c, s) },
	}
}

// A comparison is what compare shows: articles, what links them, and the
// matrix of statements.
type comparison struct {
	title  string
	claims []*extract.Claims // sorted by id
	links  *record.Links
	matrix compare.Matrix
}

func compareArticles(c *cli.Context, s streams) error {
	f, err := format(c, s.out)
	if err != nil {
		return err
	}
	if err := setColor(c, s.out); err != nil {
		return err
	}
	cmp, err := newComparison(c, s)
	if err != nil {
		return err
	}
	if err := cmp.fill(c.String("by")); err != nil {
		return err
	}
	w := bufio.NewWriter(s.out)
	if f == "table" || f == "md" {
		cmp.show(w, c.Bool("words"))
	} else if err := cmp.records().write(w, f); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if len(cmp.matrix.Rows) == 0 {
		return errNothing
	}
	return nil
}

// newComparison gathers the articles: of an event in the store, or of files.
func newComparison(c *cli.Context, s streams) (*comparison, error) {
	args := c.Args().Slice()
	switch {
	case len(args) > 0 && !isID(args[0]):
		return compareFiles(c, s, args)
	case len(args) > 1:
		return nil, usage("inquit compare: one event at a time")
	case len(args) == 0 && c.String("by") == "":
		return nil, usage("inquit compare: name an event (inquit events lists them), files, or a speaker with --by")
	}
	return compareEvent(c, args)
}

// compareFiles extracts and links the files themselves.
func compareFiles(c *cli.Context, s streams, args []string) (*comparison, error) {
	cmp := &comparison{title: strings.Join(args, ", ")}
	for it, err := range pipeline.Stream(c.Context, args, readOptions(c, s), nil) {
		switch {
		case err != nil:
			return nil, err
		case it.Skipped != nil:
			return nil, it.Skipped
		case it.Claims != nil:
			cmp.claims = append(cmp.claims, it.Claims)
		}
	}
	cmp.links = pipeline.Link(cmp.claims, pipeline.Options{}.Decisions)
	return cmp, nil
}

// compareEvent takes the articles of an event from the store.
func compareEvent(c *cli.Context, args []string) (cmp *comparison, err error) {
	err = linked(c, func(lib *library, links *record.Links) error {
		var e *dedupe.Event
		if len(args) == 1 {
			e = eventOf(links, args[0])
		} else {
			e = newestEvent(links, c.String("by"))
		}
		if e == nil {
			return &exitError{exitNothing, fmt.Sprintf("inquit compare: no event for %q; inquit events lists them", strings.Join(append(args, c.String("by")), " "))}
		}
		cmp = &comparison{title: e.Label, links: links}
		cmp.claims, err = lib.all(e.Articles)
		return err
	})
	return cmp, err
}

// eventOf returns the event with an id, or the one an article or quotation
// belongs to.
func eventOf(l *record.Links, id string) *dedupe.Event {
	if prefix, rest, _ := strings.Cut(id, ":"); prefix == "q" || prefix == "n" {
		hex, _, _ := strings.Cut(rest, ":")
		id = "a:" + hex
	}
	for i := range l.Events {
		if e := &l.Events[i]; e.ID == id || slices.Contains(e.Articles, id) {
			return e
		}
	}
	return nil
}

// newestEvent returns the newest event that somebody of that name speaks in;
// of two as new the one with more articles.
func newestEvent(links *record.Links, by string) *dedupe.Event {
	wanted := wantedPeople(links.People, by)
	var best *dedupe.Event
	for i := range links.Events {
		e := &links.Events[i]
		if best != nil && (e.To < best.To || e.To == best.To && len(e.Articles) <= len(best.Articles)) {
			continue
		}
		if slices.ContainsFunc(e.People, func(id string) bool { return wanted[id] }) {
			best = e
		}
	}
	return best
}

// fill makes the matrix; by narrows it to one speaker.
func (cmp *comparison) fill(by string) error {
	slices.SortFunc(cmp.claims, func(a, b *extract.Claims) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	cmp.matrix = compare.Compare(cmp.claims, cmp.links.People, cmp.links.Statements, "")
	if by == "" {
		return nil
	}
	wanted := wantedPeople(cmp.links.People, by)
	cmp.matrix.Rows = slices.DeleteFunc(cmp.matrix.Rows, func(r compare.Row) bool { return !wanted[r.SpeakerID] })
	if len(cmp.matrix.Rows) == 0 {
		return &exitError{exitNothing, fmt.Sprintf("inquit compare: nobody called %q speaks in %s", by, cmp.title)}
	}
	return nil
}

// article returns the claims in a column of the matrix.
func (cmp *comparison) article(id string) *extract.Claims {
	for _, c := range cmp.claims {
		if c.Article.ID == id {
			return c
		}
	}
	return nil
}

// show writes the comparison for a person: speaker by speaker, statement by
// statement, a line for each article.
func (cmp *comparison) show(w io.Writer, words bool) {
	fmt.Fprintf(w, "%s\n", printable(cmp.title))
	for i, id := range cmp.matrix.Articles {
		cl := cmp.article(id)
		fmt.Fprintf(w, "  %d  %s  %s  %s\n", i+1, cl.Article.Published.String(), printable(outlet(cl)), printable(title(cl)))
	}
	speaker := "\x00"
	for _, r := range cmp.matrix.Rows {
		if r.Speaker != speaker {
			speaker = r.Speaker
			name := speaker
			if name == "" {
				name = "nobody named"
			}
			fmt.Fprintf(w, "\n%s\n", printable(strings.ToUpper(name)))
		}
		cmp.showRow(w, r, words)
	}
}

func (cmp *comparison) showRow(w io.Writer, r compare.Row, words bool) {
	fmt.Fprintf(w, "\n  “%s”\n", printable(cmp.words(r)))
	var absent []string
	for i, cell := range r.Cells {
		if cell == compare.Absent {
			absent = append(absent, strconv.Itoa(i+1))
			continue
		}
		how := string(cell)
		d := cmp.difference(r, r.Quotes[i])
		if d != nil {
			how += ", " + classOf(d)
		}
		fmt.Fprintf(w, "    %d  %-24s %s\n", i+1, printable(outlet(cmp.article(cmp.matrix.Articles[i]))), how)
		if words && d != nil && d.Class != compare.Identical {
			fmt.Fprintf(w, "       %s\n", printable(compare.Words(cmp.text(r.Statement.Base), cmp.text(r.Quotes[i]))))
		}
	}
	if len(absent) > 0 {
		fmt.Fprintf(w, "    not in %s\n", strings.Join(absent, ", "))
	}
}

// difference returns how a report of the statement differs from its base.
func (cmp *comparison) difference(r compare.Row, quotation string) *compare.Difference {
	for i := range r.Statement.Diffs {
		if d := &r.Statement.Diffs[i]; quotation != "" && d.To == quotation {
			return &d.Difference
		}
	}
	return nil
}

// words returns the fullest wording of a statement.
func (cmp *comparison) words(r compare.Row) string {
	if t := cmp.text(r.Statement.Base); t != "" {
		return t
	}
	for _, q := range r.Quotes {
		if t := cmp.text(q); t != "" {
			return t
		}
	}
	return ""
}

// text returns the words of a quotation in the articles compared.
func (cmp *comparison) text(id string) string {
	for _, c := range cmp.claims {
		for i := range c.Quotations {
			if c.Quotations[i].ID == id {
				return c.Quotations[i].Text
			}
		}
	}
	return ""
}

// records makes a listing with a row for each statement and article.
func (cmp *comparison) records() *listing {
	out := &listing{columns: []column{{name: "speaker"}, {name: "statement"}, {name: "outlet"}, {name: "cell"}, {name: "class"}, {name: "flags"}, {name: "quotation"}}}
	for _, r := range cmp.matrix.Rows {
		for i, cell := range r.Cells {
			cl := cmp.article(cmp.matrix.Articles[i])
			d := cmp.difference(r, r.Quotes[i])
			rec, err := line(cmp.links, func(e *record.Encoder) error {
				return e.Comparison(record.Comparison{
					Speaker: r.Speaker, SpeakerID: r.SpeakerID, Statement: r.Statement.ID, Text: cmp.words(r),
					Article: cl.Article.ID, Outlet: outlet(cl), Cell: cell, Quote: r.Quotes[i], Difference: d,
				})
			})
			if err != nil {
				continue // writing to memory does not fail
			}
			class, flags := "", ""
			if d != nil {
				class = string(d.Class)
				for _, f := range d.Flags {
					flags = strings.TrimPrefix(flags+","+string(f), ",")
				}
			}
			out.add(rec, r.Speaker, cmp.words(r), outlet(cl), string(cell), class, flags, r.Quotes[i])
		}
	}
	return out
}

// showStatement writes the members of a statement with their differences.
func (l *library) showStatement(w io.Writer, st compare.Statement) error {
	fmt.Fprintf(w, "%s in %s\n", st.Relation, count(len(st.Members), "report"))
	_, base, err := l.quotation(st.Base)
	if err != nil {
		return err
	}
	for _, m := range st.Members {
		cl, q, err := l.quotation(m)
		if err != nil {
			return err
		}
		field(w, outlet(cl), "%s: %s", speakerName(q), q.Text)
		if m != st.Base {
			field(w, "", "%s", compare.Words(base.Text, q.Text))
		}
	}
	return nil
}

func diffCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "show how two quotations differ, word by word",
		ArgsUsage: "QUOTE QUOTE",
		Description: "Examples:\n" +
			"   inquit diff q:1f0c5e1a9b2d3c44:3 q:99aa0b1c2d3e4f50:1\n" +
			"   inquit diff --jsonl < pairs.jsonl     {\"id\",\"a\",\"b\",\"speaker_a\",\"speaker_b\"} a line",
		Flags: append(formatFlags(), &cli.BoolFlag{Name: "jsonl", Usage: "read pairs from standard input, write their differences"}),
		Action: func(c *cli.Context) error {
			if c.Bool("jsonl") {
				return record.DiffLines(s.in, s.out)
			}
			if c.NArg() != 2 {
				return usage("inquit diff: give the ids of two quotations, or --jsonl")
			}
			return reading(c, func(lib *library) error { return diff(c, s, lib) })
		},
	}
}

func diff(c *cli.Context, s streams, lib *library) error {
	f, err := format(c, s.out)
	if err != nil {
		return err
	}
	var versions [2]compare.Version
	for i, id := range c.Args().Slice() {
		_, q, err := lib.quotation(id)
		if errors.Is(err, store.ErrNotFound) {
			return &exitError{exitNothing, fmt.Sprintf("inquit diff: no quotation %q", id)}
		}
		if err != nil {
			return err
		}
		versions[i] = versionOf(q)
	}
	d := compare.Diff(versions[0], versions[1])
	if f != "table" && f != "md" {
		return record.NewEncoder(s.out, nil).Difference(c.Args().Get(0), c.Args().Get(1), d)
	}
	_, err = fmt.Fprintf(s.out, "%s\n%s\n", classOf(&d), printable(compare.Words(versions[0].Text, versions[1].Text)))
	return err
}

// classOf writes the class of a difference with its flags.
func classOf(d *compare.Difference) string {
	how := string(d.Class)
	for _, f := range d.Flags {
		how += ", " + string(f)
	}
	return how
}

// versionOf makes what Diff compares of a quotation.
func versionOf(q *quote.Quotation) compare.Version {
	return compare.Version{Text: q.Text, Speaker: q.Speaker.Name, Marked: q.Kind == quote.Direct || q.Kind == quote.Mixed}
}
