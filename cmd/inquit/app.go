package main

import (
	"context"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"
)

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, s streams) int {
	app := newApp(s)
	ordered, err := arrange(app, args)
	if err == nil {
		err = app.RunContext(ctx, append([]string{"inquit"}, ordered...))
	}
	code, msg := exitCode(err)
	if msg != "" {
		fmt.Fprintln(s.err, printable(msg))
	}
	return code
}

// newApp puts the commands together.
func newApp(s streams) *cli.App {
	app := &cli.App{
		Name:  "inquit",
		Usage: "who said what, which numbers were claimed, and who else reported it",
		Description: "Examples:\n" +
			"   inquit ingest news/            read a folder of articles into .inquit/\n" +
			"   inquit quotes --by Lammy nato  what Lammy said of nato\n\n" +
			"Data goes to standard output, everything else to standard error.\n" +
			"Exit codes: 0 done or found; 1 nothing found, or a gate failed; 2 wrong use, or it\n" +
			"could not be done; 3 done, but some inputs were skipped; 130 interrupted.",
		Commands: []*cli.Command{
			ingestCommand(s), quotesCommand(s), numbersCommand(s), searchCommand(s), compareCommand(s), diffCommand(s),
			speakersCommand(s), eventsCommand(s), dupsCommand(s), articlesCommand(s), showCommand(s),
			extractCommand(s), readCommand(s), repairCommand(s), exportCommand(s), statsCommand(s),
			verifyCommand(s), rebuildCommand(s), evalCommand(s), versionCommand(s),
		},
		Writer: s.out, ErrWriter: s.err,
		HideHelpCommand: true, // arrange knows "help"
		HideVersion:     true,
		ExitErrHandler:  func(*cli.Context, error) {}, // run turns errors into codes
		OnUsageError:    onUsageError,
		Action: func(c *cli.Context) error {
			return cli.ShowAppHelp(c)
		},
	}
	for _, c := range app.Commands {
		c.Flags = append(c.Flags, commonFlags()...)
		c.OnUsageError = onUsageError
		c.HideHelpCommand = true
	}
	return app
}

// commonFlags are those of every command.
func commonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "store", Usage: "the store `DIR`; else $INQUIT_STORE, else .inquit/ here or above", EnvVars: []string{"INQUIT_STORE"}},
		&cli.StringFlag{Name: "color", Usage: "`WHEN` to use colour: auto, always, never", Value: "auto"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "say nothing but errors"},
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "say more"},
	}
}

// onUsageError keeps urfave/cli from printing its usage to standard output.
func onUsageError(_ *cli.Context, err error, _ bool) error { return usage("inquit: %v", err) }

// say prints a line for people, unless they asked for quiet.
func say(c *cli.Context, w io.Writer, format string, args ...any) {
	if !c.Bool("quiet") {
		fmt.Fprintf(w, format+"\n", args...)
	}
}
