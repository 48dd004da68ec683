package main

import (
	"bufio"
	"os"

	"github.com/urfave/cli/v2"

	"inquit/internal/pipeline"
	"inquit/internal/read"
	"inquit/internal/record"
)

func extractCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print the claims of articles, without a store",
		ArgsUsage: "DIR|FILE|-...",
		Description: "Examples:\n" +
			"   inquit extract news/ > records.jsonl\n" +
			"   inquit extract --format jsonl speech.txt | grep '\"type\":\"quote\"'\n\n" +
			"Prints article, quote, number and article-local person records as JSON lines.",
		Flags: append(readFlags(), &cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl is the only `FORM`"}),
		Action: func(c *cli.Context) error {
			if f := c.String("format"); f != "jsonl" {
				return usage("inquit extract: --format %q; it prints jsonl", f)
			}
			return extractTo(c, s)
		},
	}
}

// readFlags are those of commands that read articles.
func readFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "extract `N` articles at once; 0: one for each processor"},
		&cli.StringFlag{Name: "map", Usage: "read `PART=FIELD,…` in JSON and tables: text=body,title=headline|kicker; parts: text, title, date, outlet, author, id, url"},
		&cli.StringFlag{Name: "outlet-from", Usage: "take the outlet from `path:N`, the N-th folder below the one given"},
	}
}

func readOptions(c *cli.Context, s streams) pipeline.Options {
	return pipeline.Options{
		Read: read.Options{OutletFrom: c.String("outlet-from"), Map: c.String("map"), Stdin: s.in},
		Jobs: c.Int("jobs"),
	}
}

// inputs returns the arguments of a command that cannot do without. A name
// that is not there is most likely a slip: nothing is begun then.
func inputs(c *cli.Context) ([]string, error) {
	if c.NArg() == 0 {
		return nil, usage("inquit %s: name a folder, a file, or - for standard input", c.Command.Name)
	}
	o := read.Options{OutletFrom: c.String("outlet-from"), Map: c.String("map")}
	if err := o.Check(); err != nil {
		return nil, usage("inquit %s: %v", c.Command.Name, err)
	}
	args := c.Args().Slice()
	for _, a := range args {
		if a == "-" {
			continue
		}
		if _, err := os.Lstat(a); err != nil {
			return nil, usage("inquit %s: %q: no such file or folder", c.Command.Name, a)
		}
	}
	return args, nil
}

func extractTo(c *cli.Context, s streams) error {
	args, err := inputs(c)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(s.out, 1<<16)
	enc := record.NewEncoder(w, nil)
	skipped := 0
	for it, err := range pipeline.Stream(c.Context, args, readOptions(c, s), nil) {
		if err != nil {
			return err
		}
		switch {
		case it.Skipped != nil:
			skipped++
			say(c, s.err, "skipped %s", printable(it.Skipped.Error()))
		case it.Claims != nil:
			if err := enc.Claims(it.Claims); err != nil {
				return err
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if skipped > 0 {
		return errSkipped
	}
	return nil
}
