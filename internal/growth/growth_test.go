package growth_test

import (
	"fmt"
	"strings"
	"testing"

	"inquit/internal/growth"
)

// A quiet testing.TB that remembers whether it was failed.
type quiet struct {
	testing.TB
	failed bool
}

func (q *quiet) Helper()               {}
func (q *quiet) Errorf(string, ...any) { q.failed = true }

var sink int

// work returns a step that takes about size^power.
func work(power int) func(int) func() {
	return func(size int) func() {
		n := 2_000_000
		for range power {
			n *= size
		}
		return func() {
			for i := range n {
				sink += i & 3
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for power, fails := range map[int]bool{0: false, 1: false, 2: true} {
		q := &quiet{TB: t}
		growth.Check(q, 4, work(power))
		if q.failed != fails {
			t.Errorf("a step that grows with the power of %d: failed %t, want %t", power, q.failed, fails)
		}
	}
}

func ExampleCheck() {
	t := &quiet{}
	growth.Check(t, 2, func(size int) func() {
		s := strings.Repeat("a line of words\n", size*10_000)
		return func() { sink += strings.Count(s, "\n") }
	})
	fmt.Println(t.failed)
	// Output: false
}
