package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestPackedModelIsFresh fails when the embedded table is not what the
// generator makes of prose's model now.
func TestPackedModelIsFresh(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tagger.bin")
	if err := run(file); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../text/tagger.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("run: go generate ./internal/text")
	}
}
