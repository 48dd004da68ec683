package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

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
			fmt.Fprintf(s.out, "inquit %s\n", version)
			if c.Bool("verbose") {
				fmt.Fprintf(s.out, "records %s\nrules %s\n%s %s/%s\n", record.Schema, extract.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
				if info, ok := debug.ReadBuildInfo(); ok {
					for _, d := range info.Deps {
						fmt.Fprintf(s.out, "%s %s\n", d.Path, d.Version)
					}
				}
			}
			return nil
		},
	}
}
