package safefile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func Example() {
	dir, err := os.MkdirTemp("", "safefile")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	if err := WriteFile(filepath.Join(dir, "a.txt"), []byte("The ferry stays."), 0o600); err != nil {
		panic(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		panic(err)
	}
	defer root.Close()
	b, err := ReadFile(root, "a.txt", 100)
	fmt.Printf("%s %v\n", b, err)
	_, err = ReadFile(root, "a.txt", 10)
	fmt.Println(err)
	// Output:
	// The ferry stays. <nil>
	// too large: 16 bytes, the limit is 10 bytes
}

// openDir returns a folder for a test, and its root.
func openDir(t *testing.T) (string, *os.Root) {
	t.Helper()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, root
}

func TestOpenRefusesWhatIsNoFile(t *testing.T) {
	dir, root := openDir(t)
	if err := os.WriteFile(filepath.Join(dir, "a"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "d"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"loop": "loop", "inside": "a", "outside": "/etc/passwd"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skipf("no links here: %v", err)
		}
	}
	tests := map[string]string{"d": "a folder", "loop": "a link", "inside": "a link", "outside": "a link"}
	for name, want := range tests {
		_, _, err := Open(root, name)
		if !errors.Is(err, ErrNotRegular) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("Open(%s) = %v, want %v: %s", name, err, ErrNotRegular, want)
		}
	}
	if _, _, err := Open(root, "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open of nothing: %v", err)
	}
	if _, _, err := Open(root, "../x"); err == nil {
		t.Error("a path leads out of the folder")
	}
}

func TestReadAll(t *testing.T) {
	for _, tt := range []struct {
		size, hint, limit int64
		ok                bool
	}{
		{0, 0, 0, true},
		{5, 5, 5, true},
		{5, 0, 5, true},
		{5, 100, 5, true},
		{6, 5, 5, false},
		{100000, 0, 100000, true},
		{100001, 3, 100000, false},
		{5, -1, 10, true},
	} {
		in := bytes.Repeat([]byte("x"), int(tt.size))
		got, err := ReadAll(iotest.OneByteReader(bytes.NewReader(in)), tt.hint, tt.limit)
		if tt.ok && (err != nil || !bytes.Equal(got, in)) {
			t.Errorf("%+v: %d bytes, %v", tt, len(got), err)
		}
		if !tt.ok && !errors.Is(err, ErrTooLarge) {
			t.Errorf("%+v: %d bytes, %v, want %v", tt, len(got), err, ErrTooLarge)
		}
	}
	broken := errors.New("broken")
	if _, err := ReadAll(iotest.ErrReader(broken), 0, 10); !errors.Is(err, broken) {
		t.Errorf("error lost: %v", err)
	}
}

// A write that fails leaves what was there, and nothing beside it.
func TestWriteIsWholeOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := Write(path, 0o640, func(w io.Writer) error {
		_, _ = w.Write([]byte("half of the ne"))
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	b, err := os.ReadFile(path)
	if err != nil || string(b) != "old" {
		t.Errorf("file holds %q, %v", b, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[int64]string{0: "0 bytes", 1023: "1023 bytes", 1536: "1.5 KiB", 32 << 20: "32.0 MiB", 3 << 30: "3.0 GiB"} {
		if got := Size(n); got != want {
			t.Errorf("Size(%d) = %q, want %q", n, got, want)
		}
	}
}
