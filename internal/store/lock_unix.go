//go:build unix

package store

import (
	"os"
	"syscall"
)

// tryLock takes the lock on an open file if nobody has it. The kernel frees
// it when the process ends, however it ends.
func tryLock(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
