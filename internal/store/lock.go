package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// lock makes this process the one writer of the store in dir and writes its
// process id into the lock file for others to name.
func lock(dir string) (release func() error, err error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err := tryLock(f); err != nil {
		pid := owner(f)
		return nil, joinClose(&InUseError{Dir: dir, PID: pid}, f)
	}
	if err := writeOwner(f); err != nil {
		return nil, joinClose(err, f)
	}
	return func() error {
		err := f.Truncate(0)
		if cerr := f.Close(); err == nil {
			err = cerr
		}
		return err
	}, nil
}

// joinClose closes f, which is no longer needed because of err.
func joinClose(err error, f *os.File) error {
	if cerr := f.Close(); cerr != nil {
		return fmt.Errorf("%w (%v)", err, cerr)
	}
	return err
}

func writeOwner(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// owner reads who holds the lock. The owner writes its id just after it took
// the lock, so an empty file is worth a second look.
func owner(f *os.File) int {
	for range 5 {
		b := make([]byte, 20)
		n, _ := f.ReadAt(b, 0)
		if pid, err := strconv.Atoi(string(bytes.TrimSpace(b[:n]))); err == nil {
			return pid
		}
		time.Sleep(10 * time.Millisecond)
	}
	return 0
}
