//go:build unix

package read

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestSpecialFiles holds that nothing but a file is opened: a pipe would
// block for ever.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"good.txt": "The ferry stays.", "folder.txt/": ""})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o600); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	l, err := net.Listen("unix", filepath.Join(dir, "sock.txt"))
	if err != nil {
		t.Skipf("no sockets here: %v", err)
	}
	defer l.Close()
	equal(t, "walk", walked(t, dir), "good.txt", "! pipe.txt: not a regular file: a pipe", "! sock.txt: not a regular file: a socket")
	equal(t, "by name", walked(t, filepath.Join(dir, "pipe.txt")), "! pipe.txt: not a regular file: a pipe")
}

// A file or folder without permission is named. Root may read everything, so
// then the test runs again as nobody.
func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		asNobody(t)
		return
	}
	dir := os.Getenv("READ_TEST_DIR")
	if dir == "" {
		dir = t.TempDir()
		unreadable(t, dir)
		defer os.Chmod(filepath.Join(dir, "shut"), 0o700)
	}
	as, bad := readAll(t, Options{}, dir)
	var got []string
	for _, e := range bad {
		got = append(got, e.Error())
	}
	equal(t, "errors", got, `"secret.txt": no permission to read it`, `"shut": no permission to read it`)
	if len(as) != 1 || as[0].Path != "good.txt" {
		t.Errorf("read %v", as)
	}
}

func unreadable(t *testing.T, dir string) {
	t.Helper()
	write(t, dir, map[string]string{"good.txt": "The ferry stays.", "secret.txt": "1", "shut/a.txt": "1"})
	for _, name := range []string{"secret.txt", "shut"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
	}
}

// asNobody runs TestUnreadable in a child process without rights. The child
// cannot enter the folders of this test, so it gets one of its own.
func asNobody(t *testing.T) {
	dir, err := os.MkdirTemp("", "read-test")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	write(t, dir, map[string]string{"in/": ""})
	unreadable(t, filepath.Join(dir, "in"))
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	child := filepath.Join(dir, "child")
	if err := os.WriteFile(child, b, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(child, "-test.run", "^TestUnreadable$")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "READ_TEST_DIR="+filepath.Join(dir, "in"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "PASS") {
		t.Errorf("child: %v\n%s", err, out)
	}
}
