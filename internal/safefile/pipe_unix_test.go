//go:build unix

package safefile

import (
	"errors"
	"net"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe nobody writes to would block its reader for ever.
func TestOpenDoesNotBlock(t *testing.T) {
	dir, root := openDir(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	l, err := net.Listen("unix", filepath.Join(dir, "sock"))
	if err != nil {
		t.Skipf("no sockets here: %v", err)
	}
	defer l.Close()
	for name, want := range map[string]string{"pipe": "a pipe", "sock": "a socket"} {
		_, _, err := Open(root, name)
		if !errors.Is(err, ErrNotRegular) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("Open(%s) = %v", name, err)
		}
	}
}
