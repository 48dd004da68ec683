//go:build nomodel

package crf

// modelBytes is empty: the program was built to work on rules alone.
var modelBytes []byte
