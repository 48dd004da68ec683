package dedupe

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"inquit/article"
	"inquit/extract"
)

// made returns the claims of an article of n made-up words drawn from seed,
// the commoner words of a made-up language more often.
func made(path string, seed uint64, n int) *extract.Claims {
	return claimsFor(path, madeText(seed, n))
}

func madeText(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for i := range n {
		switch {
		case i%15 == 14:
			b.WriteString(". ")
		case i > 0:
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "w%c%c%c", 'a'+byte(r.IntN(26)), 'a'+byte(r.ExpFloat64()*4)%26, 'a'+byte(r.IntN(26)))
	}
	return b.String() + "."
}

func claimsFor(path, text string) *extract.Claims {
	return &extract.Claims{Article: article.New(path, "", "", text, nil)}
}

// grows fails the test when f takes more than 2.2 times as long on twice as
// many items: the better of several runs each, in CPU time, and more chances
// as the machine may be busy.
func grows(t *testing.T, n int, prepare func(n int) func()) {
	t.Helper()
	best := func(n int) time.Duration {
		f := prepare(n)
		least := time.Hour
		for range 3 {
			start := cpu(t)
			f()
			least = min(least, cpu(t)-start)
		}
		return least
	}
	var ratio float64
	for range 4 {
		if ratio = float64(best(2*n)) / float64(best(n)); ratio <= 2.2 {
			return
		}
	}
	t.Errorf("twice %d items take %.2f times as long", n, ratio)
}

// cpu is the CPU time this process has used.
func cpu(t testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
