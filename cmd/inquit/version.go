package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"inquit/extract"
	"inquit/internal/record"
)

// version is set by the linker for a release.
var version = "devel"

func versionCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:        "version",
		Usage:       "print the version",
		Description: "Examples:\n   inquit version\n   inquit version --verbose",
		Action: func(c *cli.Context) error {
			_, err := io.WriteString(s.out, versions(c.Bool("verbose")))
			return err
		},
	}
}

// versions returns the version, and with all those of the parts too.
func versions(all bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "inquit %s\n", version)
	if !all {
		return b.String()
	}
	fmt.Fprintf(&b, "records %s\nrules %s\n%s %s/%s\n", record.Schema, extract.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			fmt.Fprintf(&b, "%s %s\n", d.Path, d.Version)
		}
	}
	return b.String()
}
