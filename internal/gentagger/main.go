// Command gentagger packs the averaged-perceptron model of
// github.com/jdkato/prose/v2 into the table that package text embeds.
//
//	go run ./internal/gentagger internal/text/tagger.bin
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/gob"
	"fmt"
	"os"

	"github.com/jdkato/prose/v2"

	"inquit/internal/text/perceptron"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gentagger FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gentagger:", err)
		os.Exit(1)
	}
}

// run writes the packed model to file.
func run(file string) error {
	var (
		classes []string
		fixed   map[string]string
		weights map[string]map[string]float64
	)
	for name, v := range map[string]any{"classes": &classes, "tags": &fixed, "weights": &weights} {
		if err := load(name, v); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	b, err := perceptron.Pack(weights, fixed, classes)
	if err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o644)
}

// load decodes one part of prose's model.
func load(name string, v any) error {
	b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
	if err != nil {
		return err
	}
	if z, err := gzip.NewReader(bytes.NewReader(b)); err == nil {
		return gob.NewDecoder(z).Decode(v)
	}
	return gob.NewDecoder(bytes.NewReader(b)).Decode(v)
}
