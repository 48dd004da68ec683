// Command trainquote learns the weights with which package extract/quote/crf
// finds sources, cues and contents:
//
//	go run ./internal/trainquote [-o model.bin] [-dev gold.jsonl] gold.jsonl
//
// The gold has one article a line, its text with the quotes in it; see
// docs/training.md. The same gold and flags give the same bytes. The file that
// is embedded was made with the flags as they stand.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"inquit/extract/quote/crf"
	"inquit/internal/eval"
)

// options are the flags.
type options struct {
	seed     uint64
	epochs   int
	rate     float64
	c2       float64
	minCount int
	keep     int
	part     int
	leave    int
	dropped  float64
}

func main() {
	var o options
	out := flag.String("o", "", "write the model to `FILE`")
	dev := flag.String("dev", "", "score the model on the gold of `FILE`")
	flag.Uint64Var(&o.seed, "seed", 1, "order in which sentences are shown")
	flag.IntVar(&o.epochs, "epochs", 10, "how often each is shown")
	flag.Float64Var(&o.rate, "rate", 0.01, "first step of gradient descent")
	flag.Float64Var(&o.c2, "c2", 3, "how much large weights cost")
	flag.IntVar(&o.minCount, "min", 3, "leave out features seen less often")
	flag.IntVar(&o.keep, "keep", 220000, "keep that many features")
	flag.IntVar(&o.part, "part", 1, "learn from each `N`th article only")
	flag.Float64Var(&o.dropped, "drop", 0.3, "leave out this part of the features, others each time")
	flag.IntVar(&o.leave, "leave", 0, "leave out each `N`th article, to try the model on those")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *out, *dev, o); err != nil {
		fmt.Fprintln(os.Stderr, "trainquote:", err)
		os.Exit(1)
	}
}

// run learns, writes and scores.
func run(file, out, dev string, o options) error {
	gold, err := eval.ReadAttributed(file)
	if err != nil {
		return err
	}
	gold = thin(leaveOut(gold, o.leave), o.part)
	known := learnLexicon(gold)
	t := newTrainer(gold, known, o)
	fmt.Fprintf(os.Stderr, "%d articles, %d sequences of %d tokens, %d words known, %d features\n", len(gold), len(t.sequences), len(t.labels), len(known), len(t.rows))
	began := time.Now()
	for e := range o.epochs {
		loss := t.epoch(e)
		fmt.Fprintf(os.Stderr, "epoch %2d  loss %.4f a token  %.0f s\n", e+1, loss, time.Since(began).Seconds())
	}
	packed := t.weights(known).Pack()
	if out != "" {
		if err := os.WriteFile(out, packed, 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", len(packed))
	if dev == "" {
		return nil
	}
	m, err := crf.Open(packed)
	if err != nil {
		return err
	}
	test, err := eval.ReadAttributed(dev)
	if err != nil {
		return err
	}
	eval.ScoreAttributed(test, m).Print(os.Stdout)
	return nil
}

// thin keeps each nth article.
func thin(gold []eval.Attributed, n int) []eval.Attributed {
	var kept []eval.Attributed
	for i := 0; i < len(gold); i += max(n, 1) {
		kept = append(kept, gold[i])
	}
	return kept
}

// leaveOut drops each nth article, the first among them; of 0, none.
func leaveOut(gold []eval.Attributed, n int) []eval.Attributed {
	if n == 0 {
		return gold
	}
	var kept []eval.Attributed
	for i := range gold {
		if i%n != 0 {
			kept = append(kept, gold[i])
		}
	}
	return kept
}
