package text

import (
	_ "embed"
	"strings"
)

//go:generate go run inquit/internal/gensentence punkt.txt

// punktWords are words and, with a stop, abbreviations from the English model
// of neurosnap/sentences, sorted, one on a line. The words are those its
// training text has with a capital only where a sentence begins.
//
//go:embed punkt.txt
var punktWords string

// inPunkt looks w up by halving the list; there is nothing to load.
func inPunkt(w string) bool {
	lo, hi := 0, len(punktWords)-1 // each on a line break
	for hi-lo > 1 {
		mid := lo + (hi-lo)/2
		if start := strings.LastIndexByte(punktWords[:mid+1], '\n'); start > lo {
			mid = start
		} else if next := strings.IndexByte(punktWords[mid+1:hi], '\n'); next >= 0 {
			mid += 1 + next
		} else {
			return punktWords[lo+1:hi] == w
		}
		end := mid + 1 + strings.IndexByte(punktWords[mid+1:], '\n')
		switch c := strings.Compare(w, punktWords[mid+1:end]); {
		case c == 0:
			return true
		case c < 0:
			hi = mid
		default:
			lo = end
			if lo == hi {
				return false
			}
		}
	}
	return false
}
