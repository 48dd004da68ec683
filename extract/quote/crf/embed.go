//go:build !nomodel

package crf

import _ "embed"

//go:generate go run inquit/internal/trainquote -o model.bin ../../../../shared/eval/quotes/polnear-train.jsonl

// modelBytes is what Default opens.
//
//go:embed model.bin
var modelBytes []byte
