package people

import (
	"fmt"
	"syscall"
	"testing"
	"time"

	"inquit/extract"
)

// crowd makes n articles that all name one person, half of them by surname
// only, and a few others.
func crowd(n int) []*extract.Claims {
	var cs []*extract.Claims
	for i := range n {
		who := "person: Ada Brook / Harbour Secretary"
		if i%2 == 1 {
			who = "person: Brook"
		}
		day := fmt.Sprintf("20%02d-%02d-%02d", i/336%60+10, i/28%12+1, i%28+1)
		cs = append(cs, claims(fmt.Sprint(i), day, who, "org: Port Authority", fmt.Sprintf("person: Tom Reed%d", i/5), "role: Harbour Secretary",
			fmt.Sprintf("person: Reed%d", i/5), "group: pilots"))
	}
	return cs
}

func TestResolveGrows(t *testing.T) {
	best := func(n int) time.Duration {
		cs := crowd(n)
		least := time.Hour
		for range 3 {
			start := cpu(t)
			Resolve(cs, Decisions{})
			least = min(least, cpu(t)-start)
		}
		return least
	}
	var ratio float64
	for range 4 {
		if ratio = float64(best(3000)) / float64(best(1500)); ratio <= 2.2 {
			return
		}
	}
	t.Errorf("twice the articles take %.2f times as long", ratio)
}

// cpu is the CPU time this process has used.
func cpu(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
