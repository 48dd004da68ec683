package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// crashes is how many times TestKilled kills an ingest; INQUIT_CRASH_RUNS asks
// for another number.
const crashes = 50

// TestKilled kills an ingest at random moments, the making of the store
// included. Whatever the moment, the next run must end as an uninterrupted
// one: the same export, a sound store, an index that agrees.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills many processes")
	}
	n := crashes
	if s := os.Getenv("INQUIT_CRASH_RUNS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			t.Fatal(err)
		}
	}
	bin := build(t)
	want, took := uninterrupted(t, bin, filepath.Join(t.TempDir(), "whole"))
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d; an ingest takes %v", seed, took)
	r := rand.New(rand.NewPCG(seed, 0))
	for i := range n {
		moments := make([]time.Duration, 1+r.IntN(3)) // some are killed more than once
		for k := range moments {
			moments[k] = time.Duration(r.Int64N(int64(took) + 1))
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			store := filepath.Join(t.TempDir(), "store")
			for _, after := range moments {
				kill(t, bin, store, after)
			}
			recovered(t, bin, store, want)
		})
	}
}

// recovered runs an ingest to its end and wants it to end as an uninterrupted
// one.
func recovered(t *testing.T, bin, store string, want []byte) {
	t.Helper()
	if out, err := exec.Command(bin, "ingest", "--store", store, corpusDir).CombinedOutput(); err != nil {
		t.Fatalf("the run after the kill: %v\n%s", err, out)
	}
	if got := exported(t, bin, store); !bytes.Equal(got, want) {
		t.Errorf("the export differs from that of an uninterrupted run (%d bytes, want %d)", len(got), len(want))
	}
	if out, err := exec.Command(bin, "verify", "--store", store).CombinedOutput(); err != nil {
		t.Errorf("verify: %v\n%s", err, out)
	}
}

const corpusDir = "../../testdata/articles"

// build makes the program itself: what is killed is what users run.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "inquit")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

// uninterrupted returns the export of a whole run, and how long it took.
func uninterrupted(t *testing.T, bin, store string) ([]byte, time.Duration) {
	t.Helper()
	start := time.Now()
	if out, err := exec.Command(bin, "ingest", "--store", store, corpusDir).CombinedOutput(); err != nil {
		t.Fatalf("ingest: %v\n%s", err, out)
	}
	return exported(t, bin, store), time.Since(start)
}

func exported(t *testing.T, bin, store string) []byte {
	t.Helper()
	var stderr strings.Builder
	cmd := exec.Command(bin, "export", "--store", store)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("export: %v\n%s", err, stderr.String())
	}
	return out
}

// kill starts an ingest and kills it after a while.
func kill(t *testing.T, bin, store string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(bin, "ingest", "--store", store, corpusDir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Kill() // it may have ended by itself
	_ = cmd.Wait()
}
