package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// urfave/cli takes a flag that stands behind the first word for a word. People
// write the word first ("quotes nato --by Lammy"), so the flags that a command
// defines are moved before its words, with their values. What else begins with
// one dash stays where it is: "-russia" is a query word.

// arrange puts the arguments of the program into the order urfave/cli wants:
// command, flags, "--", words. Flags before the command are taken for its own.
func arrange(app *cli.App, args []string) ([]string, error) {
	at := 0 // of the command's name
	for at < len(args) && strings.HasPrefix(args[at], "-") && args[at] != "-" && args[at] != "--" {
		if f := findFlag(commonFlags(), args[at]); f != nil && takesValue(f) && !strings.Contains(args[at], "=") {
			at++
		}
		at++
	}
	if at >= len(args) {
		return args, nil // "--help", "--version", or nothing
	}
	if args[at] == "help" {
		return helpFor(app, args[at+1:])
	}
	cmd := app.Command(args[at])
	if cmd == nil {
		return nil, unknownCommand(app, args[at])
	}
	before := args[:at:at]
	flags, words, err := split(cmd, append(before, args[at+1:]...))
	if err != nil {
		return nil, err
	}
	out := append([]string{cmd.Name}, flags...)
	return append(append(out, "--"), words...), nil
}

// helpFor turns "help" into the flag of the program or of a command.
func helpFor(app *cli.App, words []string) ([]string, error) {
	if len(words) == 0 {
		return []string{"--help"}, nil
	}
	if app.Command(words[0]) == nil {
		return nil, unknownCommand(app, words[0])
	}
	return []string{words[0], "--help"}, nil
}

// split divides the arguments of cmd into its flags, with their values, and
// its words.
func split(cmd *cli.Command, args []string) (flags, words []string, err error) {
	known := append(cmd.Flags[:len(cmd.Flags):len(cmd.Flags)], cli.HelpFlag)
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			return flags, append(words, args[i+1:]...), nil
		}
		f := findFlag(known, a)
		switch {
		case f == nil && (strings.HasPrefix(a, "--") || strings.HasPrefix(a, "-") && a != "-" && len(words) == 0):
			return nil, nil, unknownFlag(cmd, known, a)
		case f == nil:
			words = append(words, a)
		case takesValue(f) && !strings.Contains(a, "="):
			if i+1 == len(args) {
				return nil, nil, usage("inquit %s: %s needs a value; see inquit %s --help", cmd.Name, a, cmd.Name)
			}
			i++
			flags = append(flags, a, args[i])
		default:
			flags = append(flags, a)
		}
	}
	return flags, words, nil
}

// findFlag returns the flag that the argument a names: "--by", "--by=x", "-q".
func findFlag(flags []cli.Flag, a string) cli.Flag {
	if !strings.HasPrefix(a, "-") {
		return nil
	}
	name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
	if (len(name) > 1) != strings.HasPrefix(a, "--") {
		return nil // one letter has one dash, a word two
	}
	for _, f := range flags {
		for _, n := range f.Names() {
			if n == name {
				return f
			}
		}
	}
	return nil
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

func unknownFlag(cmd *cli.Command, known []cli.Flag, a string) error {
	name, _, _ := strings.Cut(a, "=")
	var names []string
	for _, f := range known {
		for _, n := range f.Names() {
			names = append(names, "--"+n)
		}
	}
	if s := nearest(name, names); s != "" {
		return usage("inquit %s: no flag %q; did you mean %s?", cmd.Name, name, s)
	}
	return usage("inquit %s: no flag %q; see inquit %s --help, or put -- before a word that begins with a dash", cmd.Name, name, cmd.Name)
}

func unknownCommand(app *cli.App, name string) error {
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Name)
	}
	names = append(names, "help")
	if s := nearest(name, names); s != "" {
		return usage("inquit: no command %q; did you mean %s?", name, s)
	}
	return usage("inquit: no command %q; see inquit help", name)
}

// nearest returns the name that differs from s by the fewest letters, or ""
// when none is near.
func nearest(s string, names []string) string {
	best, found := len(s)/3+2, ""
	for _, n := range names {
		if d := editDistance(s, n); d < best {
			best, found = d, n
		}
	}
	return found
}

// editDistance counts the letters to insert, delete or change between a and b.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
