package crf

import "inquit/internal/text"

// DoubleMarks returns the stretches of d in double quotation marks, one
// paragraph at most each, as a trainer needs them. (The product has its own
// automaton, which knows single marks too.)
func DoubleMarks(d *text.Doc) []Region {
	var out []Region
	for p := range d.Paragraphs {
		par := &d.Paragraphs[p]
		open := -1
		last := d.Sentences[par.Last-1].Last
		for i := d.Sentences[par.First].First; i < last; i++ {
			if d.Tokens[i].Kind != text.Mark {
				continue
			}
			switch way := markWay(d, i, open >= 0); {
			case way > 0 && open < 0:
				open = i
			case way < 0 && open >= 0:
				out = append(out, Region{open, i + 1})
				open = -1
			}
		}
		if open >= 0 {
			out = append(out, Region{open, last})
		}
	}
	return out
}

// markWay returns 1 for a double mark that opens, -1 for one that closes, and
// 0 for any other mark.
func markWay(d *text.Doc, i int, inside bool) int {
	switch d.Tokens[i].Norm {
	case "“", "„", "«", "``":
		return 1
	case "”", "»":
		return -1
	case "\"", "''":
		if inside {
			return -1
		}
		return 1
	}
	return 0
}
