//go:build unix

package eval

import (
	"runtime"
	"syscall"
	"time"
)

// Used returns the CPU time of this process since it started, of user and
// system, and the most memory it has held, in bytes.
func Used() (cpu time.Duration, peak int64, ok bool) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, 0, false
	}
	unit := int64(1 << 10) // Linux and the BSDs count in KiB
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), int64(u.Maxrss) * unit, true
}
