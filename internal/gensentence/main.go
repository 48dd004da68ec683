// Command gensentence takes from the English model of
// github.com/neurosnap/sentences what package text needs at doubtful stops:
// the words that begin sentences, because elsewhere they have no capital, and
// the abbreviations.
//
//	go run ./internal/gensentence internal/text/punkt.txt
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/data"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gensentence FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gensentence:", err)
		os.Exit(1)
	}
}

// run writes the words to file, one on a line, sorted; abbreviations end with
// their stop.
func run(file string) error {
	b, err := data.Asset("data/english.json")
	if err != nil {
		return err
	}
	model, err := sentences.LoadTraining(b)
	if err != nil {
		return err
	}
	var words []string
	for w, context := range model.OrthoContext {
		if isWord(w) && context&lowerCase != 0 && context&upperInside == 0 {
			words = append(words, w)
		}
	}
	for w := range model.AbbrevTypes {
		if isWord(w) && len(w) > 1 {
			words = append(words, w+".")
		}
	}
	slices.Sort(words)
	words = slices.Compact(words)
	return os.WriteFile(file, []byte("\n"+strings.Join(words, "\n")+"\n"), 0o644)
}

// Bits of the model: in what contexts a word was seen in training.
const (
	upperInside = 1 << 2             // with a capital inside a sentence
	lowerCase   = 1<<4 | 1<<5 | 1<<6 // without one, anywhere
)

// isWord reports whether w is made of small letters only.
func isWord(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return w != ""
}
