package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
	"github.com/urfave/cli/v2"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/record"
	"inquit/internal/store"
)

func showCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "show one record of any kind, with why it is as it is",
		ArgsUsage: "ID...",
		Description: "Examples:\n" +
			"   inquit show q:1f0c5e1a9b2d3c44:3      the attribution card of a quotation\n" +
			"   inquit show e:77aa0b1c2d3e4f50 --json",
		Flags: formatFlags(),
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return usage("inquit show: give the id of a quotation, number, article, person, event or cluster")
			}
			return reading(c, func(lib *library) error { return show(c, s, lib) })
		},
	}
}

func show(c *cli.Context, s streams, lib *library) error {
	f, err := format(c, s.out)
	if err != nil {
		return err
	}
	if err := setColor(c, s.out); err != nil {
		return err
	}
	w := bufio.NewWriter(s.out)
	for _, id := range c.Args().Slice() {
		if err := showOne(lib, w, id, f); errors.Is(err, store.ErrNotFound) {
			return &exitError{exitNothing, fmt.Sprintf("inquit show: no record %q; ids look like q:1f0c5e1a9b2d3c44:3", id)}
		} else if err != nil {
			return err
		}
	}
	return w.Flush()
}

// showOne writes one record: the card for people, or the JSON line.
func showOne(lib *library, w io.Writer, id, form string) error {
	links, err := lib.st.LinkOf(lib.ctx, id)
	if err != nil {
		return err
	}
	if form != "table" && form != "md" {
		return showRecord(lib, w, id, links)
	}
	switch prefix, _, _ := strings.Cut(id, ":"); prefix {
	case "q":
		cl, q, err := lib.quotation(id)
		if err == nil {
			showQuotation(w, cl, q, links)
		}
		return err
	case "n":
		cl, n, err := lib.number(id)
		if err == nil {
			showNumber(w, cl, n)
		}
		return err
	case "a":
		cl, err := lib.of(id)
		if err == nil {
			showArticle(w, cl)
		}
		return err
	}
	return showLink(lib, w, id, links)
}

func showRecord(lib *library, w io.Writer, id string, links *record.Links) error {
	enc := record.NewEncoder(w, links)
	switch prefix, _, _ := strings.Cut(id, ":"); prefix {
	case "q":
		cl, q, err := lib.quotation(id)
		if err != nil {
			return err
		}
		return enc.Quotation(cl, q)
	case "n":
		cl, n, err := lib.number(id)
		if err != nil {
			return err
		}
		return enc.Number(cl, n)
	case "a":
		cl, err := lib.of(id)
		if err != nil {
			return err
		}
		return enc.Article(cl)
	}
	found, err := enc.Link(id)
	if err == nil && !found {
		err = store.ErrNotFound
	}
	return err
}

// head writes what article something stands in.
func head(w io.Writer, cl *extract.Claims) {
	a := cl.Article
	fmt.Fprintf(w, "%s\n", printable(title(cl)))
	place := a.Path
	if a.Member != "" {
		place += ", " + a.Member
	}
	fmt.Fprintf(w, "%s  %s  %s\n\n", printable(outlet(cl)), a.Published.String(), printable(place))
}

// field writes one line of a card.
func field(w io.Writer, name, format string, args ...any) {
	fmt.Fprintf(w, "  %-12s %s\n", name, printable(fmt.Sprintf(format, args...)))
}

// showQuotation writes the attribution card: the words in their place, who
// said them, and how that was found.
func showQuotation(w io.Writer, cl *extract.Claims, q *quote.Quotation, links *record.Links) {
	head(w, cl)
	fmt.Fprintf(w, "%s\n\n", inPlace(cl.Article, q))
	sp := q.Speaker
	field(w, "speaker", "%s", speakerName(q))
	if sp.Kind != "" {
		field(w, "kind", "%s, by %s", sp.Kind, sp.MentionKind)
	}
	if len(sp.Chain) > 0 {
		steps := []string{sp.MentionText}
		for _, x := range sp.Chain {
			steps = append(steps, cl.Article.View(x))
		}
		field(w, "chain", "%s", strings.Join(steps, " → "))
	}
	for _, x := range q.Co {
		field(w, "with", "%s", x.Name)
	}
	if !q.Cue.Empty() {
		field(w, "cue", "%s", cl.Article.View(q.Cue))
	}
	field(w, "quotation", "%s, %s, in the %s", q.Kind, strings.ReplaceAll(string(q.Status), "_", " "), q.Zone)
	field(w, "rule", "%s (version %s)", q.Rule, extract.Version)
	field(w, "confidence", "%.2f that these words are quoted, %.2f that the speaker is right", q.Confidence, sp.Confidence)
	for _, l := range []struct{ name, id string }{
		{"fragment of", q.Links.FragmentOf}, {"continues", q.Links.Continues}, {"nested in", q.Links.NestedIn},
	} {
		if l.id != "" {
			field(w, l.name, "%s", l.id)
		}
	}
	for _, st := range links.Statements {
		field(w, "statement", "%s: %s, in %s", st.ID, st.Relation, count(len(st.Members), "report"))
	}
	fmt.Fprintln(w)
}

// contextBytes is how much text a card shows before and after the words.
const contextBytes = 160

// inPlace returns the words of a quotation where they stand, marked, with
// some text around them.
func inPlace(a *article.Article, q *quote.Quotation) string {
	first, last := q.Parts[0].Outer, q.Parts[len(q.Parts)-1].Outer
	whole := article.Span{Start: first.Start, End: last.End}
	if !q.Content.Empty() {
		whole = article.Span{Start: min(whole.Start, q.Content.Start), End: max(whole.End, q.Content.End)}
	}
	text, in := a.Text(), a.ToView(whole)
	before := strings.TrimLeft(text[wordStart(text, max(0, in.Start-contextBytes)):in.Start], " \n")
	after := strings.TrimRight(text[in.End:wordStart(text, min(len(text), in.End+contextBytes))], " \n")
	mark := color.New(color.Bold).SprintFunc()
	return printable(before) + mark(printable(in.In(text))) + printable(after)
}

// wordStart moves i to the beginning of the next word, so that no character
// is cut.
func wordStart(s string, i int) int {
	if i <= 0 || i >= len(s) {
		return max(0, min(i, len(s)))
	}
	k := strings.IndexAny(s[i:], " \n")
	if k < 0 {
		return len(s)
	}
	return i + k
}

func showNumber(w io.Writer, cl *extract.Claims, n *number.Number) {
	head(w, cl)
	field(w, "words", "%s", cl.Article.View(n.Span))
	field(w, "value", "%s", amount(n))
	field(w, "unit", "%s", n.Unit)
	for _, x := range []struct{ name, value string }{
		{"of", n.Base}, {"concept", n.Concept}, {"modality", string(n.Modality)}, {"quotation", n.Quote}, {"zone", string(n.Zone)},
	} {
		if x.value != "" {
			field(w, x.name, "%s", x.value)
		}
	}
	if n.Time != nil {
		field(w, "time", "%s %s %s", n.Time.Text, n.Time.From, n.Time.To)
	}
	field(w, "rule", "%s (version %s), confidence %.2f", n.Rule, extract.Version, n.Confidence)
	fmt.Fprintln(w)
}

// showArticle writes an article with its claims.
func showArticle(w io.Writer, cl *extract.Claims) {
	showRead(w, cl.Article)
	for i := range cl.Quotations {
		q := &cl.Quotations[i]
		field(w, q.ID[strings.LastIndexByte(q.ID, ':')+1:], "%s: %s", speakerName(q), said(cl, q))
	}
	for i := range cl.Numbers {
		n := &cl.Numbers[i]
		field(w, n.Unit, "%s: %s", amount(n), cl.Article.View(n.Span))
	}
}

// showLink writes a person, event, copy group or cluster.
func showLink(lib *library, w io.Writer, id string, links *record.Links) error {
	for _, p := range links.People.Persons {
		if p.ID == id {
			fmt.Fprintf(w, "%s\n", printable(p.Name))
			field(w, "kind", "%s", p.Kind)
			field(w, "also", "%s", strings.Join(p.Aliases, ", "))
			for _, r := range p.Roles {
				field(w, "office", "%s (%s to %s)", r.Title, r.From, r.To)
			}
			field(w, "in", "%s", count(len(p.Articles), "article"))
			return nil
		}
	}
	for _, e := range links.Events {
		if e.ID == id {
			fmt.Fprintf(w, "%s\n", printable(e.Label))
			field(w, "days", "%s to %s", e.From, e.To)
			field(w, "words", "%s", strings.Join(e.Why.Words, ", "))
			field(w, "names", "%s", strings.Join(e.Why.Names, ", "))
			field(w, "numbers", "%s", strings.Join(e.Why.Numbers, ", "))
			return lib.showMembers(w, e.Articles)
		}
	}
	for _, g := range links.Copies {
		if g.ID == id {
			fmt.Fprintf(w, "%s\n", count(len(g.Members), "copy"))
			for _, m := range g.Members {
				if err := lib.showMembers(w, []string{m.Article}); err != nil {
					return err
				}
				field(w, string(m.Kind), "%.0f %% of it stands in the original", 100*m.Share)
			}
			return nil
		}
	}
	for _, st := range links.Statements {
		if st.ID == id {
			return lib.showStatement(w, st)
		}
	}
	for _, n := range links.Numbers {
		if n.ID == id {
			fmt.Fprintf(w, "%s: %s\n", n.Verdict, printable(n.Measure))
			for _, m := range n.Members {
				cl, x, err := lib.number(m)
				if err != nil {
					return err
				}
				field(w, outlet(cl), "%s (%s %s)", cl.Article.View(x.Span), amount(x), x.Unit)
			}
			return nil
		}
	}
	return store.ErrNotFound
}

// showMembers writes a line for each article.
func (l *library) showMembers(w io.Writer, ids []string) error {
	for _, id := range ids {
		cl, err := l.of(id)
		if err != nil {
			return err
		}
		field(w, cl.Article.Published.String(), "%s: %s (%s)", outlet(cl), title(cl), id)
	}
	return nil
}
