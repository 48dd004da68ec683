package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"

	"inquit/internal/pipeline"
	"inquit/internal/read"
	"inquit/internal/store"
)

func ingestCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "ingest",
		Usage:     "read articles into the store",
		ArgsUsage: "DIR|FILE|-...",
		Description: "Examples:\n" +
			"   inquit ingest news/\n" +
			"   inquit ingest --store ~/archive --outlet-from path:2 news/ more.jsonl\n\n" +
			"Reads text, Markdown, pages, JSON, JSON Lines, CSV, TSV, RSS, Atom, WARC and ARC files,\n" +
			"alone, in .gz or .zst, or in a .zip or .tar. What cannot be read is skipped and named,\n" +
			"with exit code 3. A file that has not changed since is not read again.\n" +
			"Without a store, the first ingest makes .inquit/ in the current folder.",
		Flags: readFlags(),
		Action: func(c *cli.Context) error {
			args, err := inputs(c)
			if err != nil {
				return err
			}
			return ingest(c, s, args)
		},
	}
}

func ingest(c *cli.Context, s streams, args []string) (err error) {
	dir, found, err := storeDir(c)
	if err != nil {
		return err
	}
	st, err := store.Create(dir)
	if err != nil {
		return err
	}
	defer func() {
		if e := st.Close(); err == nil {
			err = e
		}
	}()
	if !found {
		say(c, s.err, "made a store in %q", dir)
	}
	o := readOptions(c, s)
	done := showProgress(c, s, args, &o)
	start := time.Now()
	sum, err := pipeline.Ingest(c.Context, st, args, o)
	done()
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		tell(s.err, sum, time.Since(start), c.Bool("verbose"))
	}
	if len(sum.Skipped) > 0 {
		return errSkipped
	}
	return nil
}

// storeDir returns the folder of the store to use and whether it is there.
func storeDir(c *cli.Context) (dir string, ok bool, err error) {
	wd, err := os.Getwd()
	if err != nil {
		return "", false, err
	}
	flag, env := c.String("store"), os.Getenv("INQUIT_STORE")
	dir, ok = store.Find(wd, flag, env)
	return dir, ok, nil
}

// maxSkippedShown is how many skipped inputs a summary names; -v names all.
const maxSkippedShown = 20

// tell writes the summary of an ingest for a person.
func tell(w io.Writer, sum pipeline.Summary, took time.Duration, all bool) {
	for i, e := range sum.Skipped {
		if i == maxSkippedShown && !all {
			fmt.Fprintf(w, "… and %s more; inquit stats --skipped names all\n", count(len(sum.Skipped)-i, "input"))
			break
		}
		fmt.Fprintf(w, "skipped %s\n", printable(e.Error()))
	}
	fmt.Fprintf(w, "%s, %d skipped: %s (%d with a speaker), %s\n",
		count(sum.Articles, "article"), len(sum.Skipped), count(sum.Quotations, "quotation"), sum.Attributed, count(sum.Numbers, "number"))
	if sum.Foreign > 0 {
		fmt.Fprintf(w, "%s not in English: kept and searchable, without claims\n", count(sum.Foreign, "article"))
	}
	switch {
	case sum.New+sum.Replaced+sum.Removed == 0:
		fmt.Fprintf(w, "nothing new: %s as before\n", count(sum.Unchanged, "file"))
	default:
		fmt.Fprintf(w, "%d new, %d changed, %d removed; %s as before\n", sum.New, sum.Replaced, sum.Removed, count(sum.Unchanged, "file"))
	}
	n := sum.Store
	fmt.Fprintf(w, "the store holds %s: %s, %s, %s; %s\n", count(n.Articles, "article"), count(n.Quotes, "quotation"),
		count(n.Numbers, "number"), count(n.Events, "event"), took.Round(10*time.Millisecond))
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// showProgress shows a bar on a terminal, and nothing elsewhere. The returned
// function takes it away.
func showProgress(c *cli.Context, s streams, args []string, o *pipeline.Options) func() {
	if !isTerminal(s.err) || c.Bool("quiet") {
		return func() {}
	}
	total := 0
	for _, err := range read.Walk(c.Context, args, o.Read) {
		if err == nil {
			total++
		}
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(s.err), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetItsString("files"), progressbar.OptionSetPredictTime(true),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
	o.Progress = func(sum pipeline.Summary) { _ = bar.Set(sum.Files + sum.Unchanged) }
	return func() { _ = bar.Finish() }
}
