// Package growth holds the time of a step to the size of its input, for
// tests.
//
//	growth.Check(t, 2, func(n int) func() { s := strings.Repeat("a. ", n*1000); return func() { Cut(s) } })
//
// Time is CPU time where the system tells it, so that other work on the
// machine does not fail a test; collections are kept out; and a step that
// looks too slow is given several chances.
package growth

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Doubling is the most that the time of a step may grow when its input
// doubles.
const Doubling = 2.2

const (
	runs  = 3                // of each size, of which the fastest counts
	tries = 6                // before a step is called too slow
	noise = time.Millisecond // what the clock may be wrong by
)

// Check fails t when work on an input of the given factor takes more than
// Doubling, for each time that factor doubles, of what it takes at size 1.
// work prepares an input of a size and returns the step to be measured.
func Check(t testing.TB, factor int, work func(size int) func()) {
	t.Helper()
	limit := math.Pow(Doubling, math.Log2(float64(factor)))
	one, many := work(1), work(factor)
	var small, large time.Duration
	for try := range tries {
		small, large = fastest(one), fastest(many)
		if float64(large) <= limit*float64(small)+float64(noise) {
			return
		}
		time.Sleep(time.Duration(try) * 20 * time.Millisecond) // let a busy machine calm down
	}
	t.Errorf("%d times the input takes %.1f times as long (%v, %v), at most %.1f", factor, float64(large)/float64(small), small, large, limit)
}

// fastest returns the least CPU time of a few runs.
func fastest(do func()) time.Duration {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // its work falls on no one step
	best := time.Duration(math.MaxInt64)
	for range runs {
		runtime.GC()
		began := CPU()
		do()
		best = min(best, CPU()-began)
	}
	return best
}
