package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"inquit/article"
	"inquit/internal/read"
)

func readCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "read",
		Usage:     "print an article as it was read: zones, metadata, repairs",
		ArgsUsage: "FILE|DIR|-...",
		Description: "Examples:\n" +
			"   inquit read story.html\n" +
			"   inquit read --text story.html > story.txt",
		Flags: append(readFlags(), &cli.BoolFlag{Name: "text", Usage: "the article's text alone, repaired, without boilerplate"}),
		Action: func(c *cli.Context) error {
			args, err := inputs(c)
			if err != nil {
				return err
			}
			return readTo(c, s, args)
		},
	}
}

func readTo(c *cli.Context, s streams, args []string) error {
	w := bufio.NewWriter(s.out)
	show := showRead
	if c.Bool("text") {
		show = showText
	}
	skipped := 0
	o := readOptions(c, s).Read
	err := eachArticle(c, args, o, func(a *article.Article) { show(w, a) }, func(e *read.FileError) {
		skipped++
		say(c, s.err, "skipped %s", printable(e.Error()))
	})
	if err == nil {
		err = w.Flush()
	}
	if err == nil && skipped > 0 {
		err = errSkipped
	}
	return err
}

// showText prints the words of the article that are news.
func showText(w io.Writer, a *article.Article) {
	for _, z := range a.Zones {
		switch z.Zone {
		case article.Boilerplate, article.Related, article.Metadata, article.Caption:
		default:
			fmt.Fprintln(w, a.View(z.Span))
		}
	}
}

// showRead prints what is known of the article, then its zones.
func showRead(w io.Writer, a *article.Article) {
	place := a.Path
	if a.Member != "" {
		place += ", " + a.Member
	}
	fmt.Fprintf(w, "%s  %s\n", a.ID, printable(place))
	fmt.Fprintf(w, "  encoding   %s (%s)\n", a.Encoding.Name, a.Encoding.Evidence)
	for _, f := range []struct {
		name  string
		field *article.Field
	}{{"title", a.Title}, {"outlet", a.Outlet}, {"published", a.Published}} {
		if f.field != nil {
			fmt.Fprintf(w, "  %-10s %s (%s)\n", f.name, printable(f.field.Value), f.field.From)
		}
	}
	for _, f := range a.Authors {
		fmt.Fprintf(w, "  author     %s (%s)\n", printable(f.Value), f.From)
	}
	if a.URL != "" {
		fmt.Fprintf(w, "  url        %s\n", printable(a.URL))
	}
	if a.Lang != "" {
		fmt.Fprintf(w, "  language   %s\n", a.Lang)
	}
	for _, r := range a.Repairs {
		fmt.Fprintf(w, "  repair     byte %d: %q is read as %q\n", r.Span.Start, r.Span.In(a.Source), r.After)
	}
	for _, z := range a.Zones {
		fmt.Fprintf(w, "[%s]\n%s\n", z.Zone, printable(a.View(z.Span)))
	}
	fmt.Fprintln(w)
}
