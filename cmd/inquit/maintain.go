package main

import (
	"bufio"
	"cmp"
	"fmt"
	"sort"

	"github.com/urfave/cli/v2"

	"inquit/index"
	"inquit/internal/pipeline"
	"inquit/internal/record"
	"inquit/internal/store"
)

// Commands that look after the store: export, stats, verify, rebuild.

func exportCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "print every record of the store as JSON lines",
		Description: "Examples:\n" +
			"   inquit export > records.jsonl\n" +
			"   inquit export | jq -c 'select(.type==\"event\")'\n\n" +
			"Articles come sorted by id, each with its quotations and numbers; then people, copy\n" +
			"groups, events, and clusters. The same articles give the same bytes.",
		Flags: []cli.Flag{&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl is the only `FORM`"}},
		Action: func(c *cli.Context) error {
			if f := c.String("format"); f != "jsonl" {
				return usage("inquit export: --format %q; it prints jsonl", f)
			}
			return linked(c, func(lib *library, links *record.Links) error { return export(c, s, lib, links) })
		},
	}
}

func export(c *cli.Context, s streams, lib *library, links *record.Links) error {
	w := bufio.NewWriterSize(s.out, 1<<16)
	enc := record.NewEncoder(w, links)
	for cl, err := range lib.st.All(c.Context) {
		if err != nil {
			return err
		}
		if err := enc.Claims(cl); err != nil {
			return err
		}
	}
	if err := enc.Links(); err != nil {
		return err
	}
	return w.Flush()
}

func statsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "stats",
		Usage: "count what the store holds",
		Description: "Examples:\n" +
			"   inquit stats\n" +
			"   inquit stats --skipped",
		Flags: append(formatFlags(), &cli.BoolFlag{Name: "skipped", Usage: "list the inputs that could not be used, with the reasons"}),
		Action: func(c *cli.Context) error {
			if c.Bool("skipped") {
				return reading(c, func(lib *library) error { return listSkipped(c, s, lib) })
			}
			return reading(c, func(lib *library) error { return stats(c, s, lib) })
		},
	}
}

func stats(c *cli.Context, s streams, lib *library) error {
	n, err := lib.st.Counts(c.Context)
	if err != nil {
		return err
	}
	out := &listing{columns: []column{{name: "what"}, {name: "count", right: true}}}
	for _, x := range []struct {
		what string
		n    int
	}{
		{"articles", n.Articles},
		{"articles not in English", n.Foreign},
		{"quotations", n.Quotes},
		{"numbers", n.Numbers},
		{"people and bodies", n.Persons},
		{"events", n.Events},
		{"copy groups", n.CopyGroups},
		{"statements in several reports", n.Statements},
		{"numbers in several reports", n.NumberGroups},
		{"files", n.Inputs},
		{"inputs skipped", n.Skipped},
	} {
		out.add([]byte(fmt.Sprintf(`{"type":"count","what":%s,"count":%d}`, marshal(x.what), x.n)), x.what, fmt.Sprint(x.n))
	}
	return out.print(c, s)
}

func listSkipped(c *cli.Context, s streams, lib *library) error {
	skipped, err := lib.st.Skipped(c.Context)
	if err != nil {
		return err
	}
	out := &listing{columns: []column{{name: "path", width: 50}, {name: "place"}, {name: "reason", width: 70}}}
	for _, x := range skipped {
		rec := fmt.Sprintf(`{"type":"skipped","path":%s,"member":%s,"reason":%s}`, marshal(x.Path), marshal(x.Member), marshal(x.Reason))
		out.add([]byte(rec), x.Path, x.Member, x.Reason)
	}
	return out.print(c, s)
}

func verifyCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "verify",
		Usage: "check the store and its index for damage",
		Description: "Examples:\n" +
			"   inquit verify\n" +
			"   inquit verify --store ~/archive && echo sound\n\n" +
			"Exit code 1 when something is wrong; each line says what, and what to do.",
		Action: func(c *cli.Context) error { return reading(c, func(lib *library) error { return verify(c, s, lib) }) },
	}
}

func verify(c *cli.Context, s streams, lib *library) error {
	problems, err := lib.st.Verify(c.Context)
	if err != nil {
		return err
	}
	inIndex, err := index.Verify(c.Context, lib.st)
	if err != nil {
		return err
	}
	problems = append(problems, inIndex...)
	sort.SliceStable(problems, func(i, j int) bool { return problems[i].ID < problems[j].ID })
	for _, p := range problems {
		fmt.Fprintln(s.out, printable(p.String()))
	}
	if len(problems) > 0 {
		say(c, s.err, "%s", count(len(problems), "problem"))
		return errNothing
	}
	n, err := lib.st.Counts(c.Context)
	if err != nil {
		return err
	}
	say(c, s.err, "sound: %s, %s, %s, and the index agrees", count(n.Articles, "article"), count(n.Quotes, "quotation"), count(n.Numbers, "number"))
	return nil
}

func rebuildCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "rebuild",
		Usage: "make the links between articles and the index anew",
		Description: "Examples:\n" +
			"   inquit rebuild\n" +
			"   inquit verify || inquit rebuild",
		Action: func(c *cli.Context) error { return rebuild(c, s) },
	}
}

func rebuild(c *cli.Context, s streams) (err error) {
	dir, ok, err := storeDir(c)
	if err != nil {
		return err
	}
	if !ok {
		return store.ErrNone
	}
	st, err := store.Open(dir, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, st.Close()) }()
	if err := st.Unlink(c.Context); err != nil {
		return err
	}
	if err := pipeline.Relink(c.Context, st, pipeline.Options{}); err != nil {
		return err
	}
	p, err := index.Rebuild(c.Context, st)
	if err != nil {
		return err
	}
	say(c, s.err, "indexed %s", count(p.Articles, "article"))
	return nil
}
