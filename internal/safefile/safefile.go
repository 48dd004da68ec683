// Package safefile opens, reads and writes files without surprises: nothing
// but a regular file is opened, never more than a bound is read, and what is
// written is either there whole or not at all.
//
//	in   an os.Root and a name below it, or a path to write
//	out  bytes, or an error that says what is wrong
//
// It knows nothing of news.
package safefile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// ErrNotRegular says that a name is no regular file; it is wrapped with what
// it is instead.
var ErrNotRegular = errors.New("not a regular file")

// ErrTooLarge says that more was there than may be read; it is wrapped with
// the sizes.
var ErrTooLarge = errors.New("too large")

// Open opens the regular file called name below root. A pipe would block, a
// link may loop or lead to another file, a device may never end: none of them
// is opened, not even when it takes the place of a file in between.
func Open(root *os.Root, name string) (*os.File, fs.FileInfo, error) {
	info, err := root.Lstat(name)
	if err != nil {
		return nil, nil, err
	}
	if err := Regular(info); err != nil {
		return nil, nil, err
	}
	f, err := root.OpenFile(name, openFlags, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err = f.Stat()
	if err == nil {
		err = Regular(info)
	}
	if err != nil {
		_ = f.Close() // read only: the first error says more
		return nil, nil, err
	}
	return f, info, nil
}

// Regular returns nil for a regular file and says what the others are.
func Regular(info fs.FileInfo) error {
	if info.Mode().IsRegular() {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrNotRegular, Kind(info.Mode()))
}

// Kind names the kind of a file in one or two words.
func Kind(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeSymlink != 0:
		return "a link"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m.IsRegular():
		return "a file"
	}
	return "of no known kind"
}

// ReadFile reads the regular file called name below root, at most limit bytes
// long.
func ReadFile(root *os.Root, name string, limit int64) ([]byte, error) {
	f, info, err := Open(root, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info.Size() > limit {
		return nil, tooLarge(info.Size(), limit)
	}
	return ReadAll(f, info.Size(), limit)
}

// ReadAll reads r to its end, at most limit bytes; hint is the expected size.
// The end decides, not the hint: a file may grow while it is read.
func ReadAll(r io.Reader, hint, limit int64) ([]byte, error) {
	hint = max(0, min(hint, limit))
	b := make([]byte, 0, hint+1) // +1: the read that finds the end needs room
	for {
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if int64(len(b)) > limit {
			return nil, tooLarge(-1, limit)
		}
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return nil, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// tooLarge says how large; a size below 0 is not known.
func tooLarge(size, limit int64) error {
	if size < 0 {
		return fmt.Errorf("%w: more than the limit of %s", ErrTooLarge, Size(limit))
	}
	return fmt.Errorf("%w: %s, the limit is %s", ErrTooLarge, Size(size), Size(limit))
}

// Size writes a number of bytes for a reader: "12 bytes", "32.0 MiB".
func Size(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d bytes", n)
	case n < 1<<20:
		return fmt.Sprintf("%.1f KiB", float64(n)/(1<<10))
	case n < 1<<30:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
}
