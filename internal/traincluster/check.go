package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"inquit/dedupe"
)

// check prints the B-cubed F1 that the table and model in dir reach on draws,
// and the mean of all.
func check(dir string, draws []string) error {
	table, err := os.ReadFile(filepath.Join(dir, "table.bin"))
	if err != nil {
		return err
	}
	model, err := os.ReadFile(filepath.Join(dir, "model.txt"))
	if err != nil {
		return err
	}
	var sum float64
	for _, f := range draws {
		rows, err := load(strings.TrimSpace(f))
		if err != nil {
			return err
		}
		x := bcubed(rows, dedupe.EventLabels(articles(rows), table, string(model)))
		sum += x
		fmt.Printf("%s %.4f\n", filepath.Base(f), x)
	}
	fmt.Printf("mean %.4f\n", sum/float64(len(draws)))
	return nil
}
