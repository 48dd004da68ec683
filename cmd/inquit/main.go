// Command inquit reads folders of news articles, extracts who said what and
// which numbers were claimed, and compares how outlets reported the same
// speech. Run "inquit help" for its commands.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// gcPercent lets the heap grow fivefold between collections: claims are made
// and thrown away quickly, and a third of the time would go into collecting a
// heap of a few megabytes.
const gcPercent = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// streams are where a command reads and writes: data on out, everything else
// on err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}
