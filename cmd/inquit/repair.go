package main

import (
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"inquit/article"
	"inquit/internal/record"
	"inquit/internal/safefile"
	"inquit/internal/text"
)

func repairCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "repair",
		Usage:     "undo damaged encodings in a text",
		ArgsUsage: "[FILE|-]",
		Description: "Examples:\n" +
			"   inquit repair broken.txt > mended.txt\n" +
			"   inquit repair --jsonl < cases.jsonl      {\"id\",\"input\"} a line, {\"id\",\"output\"} back",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "jsonl", Usage: "read and write JSON lines"}},
		Action: func(c *cli.Context) (err error) {
			in := s.in
			switch {
			case c.NArg() > 1:
				return usage("inquit repair: one file at a time")
			case c.NArg() == 1 && c.Args().First() != "-":
				f, err := os.Open(c.Args().First())
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			if c.Bool("jsonl") {
				return record.RepairLines(in, s.out, repaired)
			}
			return repairText(in, s.out)
		},
	}
}

// maxRepair bounds a text to be repaired.
const maxRepair = 32 << 20

func repairText(r io.Reader, w io.Writer) error {
	b, err := safefile.ReadAll(r, 0, maxRepair)
	if err != nil {
		return err
	}
	source, _, err := text.Decode(b, "")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, repaired(source))
	return err
}

// repaired returns the view of a text.
func repaired(source string) string {
	return article.New("", "", "", source, text.FindRepairs(source)).Text()
}
