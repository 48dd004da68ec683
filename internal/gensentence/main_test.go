package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestListIsFresh fails when the embedded list is not what the generator makes
// of the model now.
func TestListIsFresh(t *testing.T) {
	file := filepath.Join(t.TempDir(), "punkt.txt")
	if err := run(file); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(file)
	want, err := os.ReadFile("../text/punkt.txt")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("run: go generate ./internal/text")
	}
}
