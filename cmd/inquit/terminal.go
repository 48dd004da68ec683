package main

import (
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fatih/color"
	"github.com/urfave/cli/v2"
)

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Mode()&os.ModeDevice != 0 && f.Name() != os.DevNull
}

// setColor decides about colour: --color, then NO_COLOR, then the terminal.
func setColor(c *cli.Context, w io.Writer) error {
	switch when := c.String("color"); when {
	case "always":
		color.NoColor = false
	case "never":
		color.NoColor = true
	case "auto":
		color.NoColor = os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || !isTerminal(w)
	default:
		return usage("inquit: --color %q; it takes auto, always or never", when)
	}
	return nil
}

// printable makes s harmless on a terminal: control characters, escape
// sequences and those that turn the direction of writing become visible.
func printable(s string) string {
	if strings.IndexFunc(s, harmful) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !harmful(r):
			b.WriteRune(r)
		case r < ' ':
			b.WriteRune('\u2400' + r) // the picture of the control character
		default:
			b.WriteRune(utf8.RuneError)
		}
	}
	return b.String()
}

// harmful reports whether a terminal would do something with r but show it.
func harmful(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case unicode.Is(unicode.Cc, r):
		return true
	}
	return unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}
