//go:build unix

package number

import (
	"syscall"
	"time"
)

// cpuTime is what this process has used so far; other work on the machine
// does not count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
