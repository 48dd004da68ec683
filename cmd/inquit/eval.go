package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"inquit/internal/eval"
	"inquit/internal/pipeline"
	"inquit/internal/record"
)

func evalCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "score extraction against gold data, or measure its speed",
		ArgsUsage: "GOLD | speed DIR",
		Description: "Examples:\n" +
			"   inquit eval gold.jsonl --texts articles/ --fail-under quotes.e2e=80\n" +
			"   inquit eval speed articles/\n\n" +
			"GOLD holds records as inquit export prints them, corrected by hand, with the articles in\n" +
			"--texts; or a line for each article with its text and its quotes, claims or event inside.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "texts", Usage: "the `DIR` of the articles; else the folder of GOLD"},
			&cli.BoolFlag{Name: "json", Usage: "print the figures as one line of JSON"},
			&cli.StringSliceFlag{Name: "fail-under", Usage: "exit with 1 when a figure lies under `NAME=FIGURE`"},
		},
		Action: func(c *cli.Context) error {
			switch {
			case c.NArg() == 2 && c.Args().First() == "speed":
				return evalSpeed(c, s, c.Args().Get(1))
			case c.NArg() != 1:
				return usage("inquit eval: give one gold file, or speed and a folder")
			}
			return evalGold(c, s, c.Args().First())
		},
	}
}

func evalGold(c *cli.Context, s streams, file string) error {
	gold, err := eval.ReadGold(file)
	if err != nil {
		return err
	}
	texts := c.String("texts")
	switch {
	case gold.Texts:
		texts = file
	case texts == "":
		texts = filepath.Dir(file)
	}
	set, err := gather(c, s, texts, gold.Events || gold.Copies)
	if err != nil {
		return err
	}
	scores, err := eval.Score(gold, set)
	if err != nil {
		return err
	}
	reports, err := eval.ScoreReports(file)
	if err != nil {
		return err
	}
	scores = append(scores, reports...)
	if c.Bool("json") {
		err = json.NewEncoder(s.out).Encode(figures(scores))
	} else {
		scores.Print(s.out)
	}
	if err != nil {
		return err
	}
	bad, err := scores.Under(c.StringSlice("fail-under"))
	if err != nil {
		return usage("inquit eval: %v", err)
	}
	if len(bad) > 0 {
		return &exitError{exitNothing, strings.Join(bad, "\n")}
	}
	return nil
}

// figures makes a map of scores, which JSON prints sorted by name.
func figures(scores eval.Scores) map[string]float64 {
	m := map[string]float64{}
	for _, f := range scores {
		m[f.Name] = f.Value
	}
	return m
}

// gather extracts the claims of some texts, and links them when asked to.
func gather(c *cli.Context, s streams, texts string, linked bool) (record.Set, error) {
	var set record.Set
	for it, err := range pipeline.Stream(c.Context, []string{texts}, readOptions(c, s), nil) {
		switch {
		case err != nil:
			return set, err
		case it.Skipped != nil:
			say(c, s.err, "skipped %s", printable(it.Skipped.Error()))
		case it.Claims != nil:
			set.Claims = append(set.Claims, it.Claims)
		}
	}
	if linked {
		set.Links = *pipeline.Link(set.Claims, pipeline.Options{}.Decisions)
	}
	return set, nil
}

// evalSpeed extracts a folder, throws the records away, and prints what that
// cost since the process started.
func evalSpeed(c *cli.Context, s streams, dir string) error {
	o := readOptions(c, s)
	o.Jobs = 1
	w := bufio.NewWriter(io.Discard)
	enc := record.NewEncoder(w, nil)
	articles, bytes := 0, 0
	for it, err := range pipeline.Stream(c.Context, []string{dir}, o, nil) {
		if err != nil {
			return err
		}
		if it.Claims == nil {
			continue
		}
		if err := enc.Claims(it.Claims); err != nil {
			return err
		}
		articles++
		bytes += len(it.Claims.Article.Source)
	}
	cpu, peak, ok := eval.Used()
	if !ok || articles == 0 {
		return fmt.Errorf("inquit eval speed: nothing measured: %s in %q", count(articles, "article"), dir)
	}
	per := float64(articles) / cpu.Seconds()
	start, err := startUp(c)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return json.NewEncoder(s.out).Encode(map[string]float64{
			"articles": float64(articles), "bytes": float64(bytes), "cpu_seconds": cpu.Seconds(),
			"articles_per_cpu_second": per, "peak_bytes": float64(peak), "start_up_seconds": start.Seconds(),
		})
	}
	fmt.Fprintf(s.out, "%s of %.1f kB, start-up included\n", count(articles, "article"), float64(bytes)/float64(articles)/1000)
	fmt.Fprintf(s.out, "%8.2f CPU seconds\n%8.0f articles per CPU second\n%8.1f MB per CPU second\n%8.0f MB of memory at most\n",
		cpu.Seconds(), per, float64(bytes)/1e6/cpu.Seconds(), float64(peak)/1e6)
	fmt.Fprintf(s.out, "%8.1f ms to run inquit version, median of %d\n", 1000*start.Seconds(), startUps)
	return nil
}

// startUps is how often the start of the program is timed.
const startUps = 21

// startUp returns how long "inquit version" takes, as the median of some
// runs.
func startUp(c *cli.Context) (time.Duration, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	took := make([]time.Duration, startUps)
	for i := range took {
		began := time.Now()
		if err := exec.CommandContext(c.Context, self, "version").Run(); err != nil {
			return 0, err
		}
		took[i] = time.Since(began)
	}
	slices.Sort(took)
	return took[len(took)/2], nil
}
