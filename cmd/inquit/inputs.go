package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"inquit/article"
	"inquit/internal/read"
)

// eachArticle reads what args name and calls do for each article, skip for
// each bad input.
func eachArticle(c *cli.Context, args []string, o read.Options, do func(*article.Article), skip func(*read.FileError)) error {
	check := func(err error) error {
		var bad *read.FileError
		if errors.As(err, &bad) {
			skip(bad)
			return nil
		}
		return err
	}
	for src, err := range read.Walk(c.Context, args, o) {
		if err != nil {
			if err := check(err); err != nil {
				return err
			}
			continue
		}
		for a, err := range read.Articles(c.Context, src, o) {
			if err == nil {
				do(a)
			} else if err := check(err); err != nil {
				return err
			}
		}
	}
	return nil
}
