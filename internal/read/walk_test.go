package read

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// write makes the files of a test below dir, "path" → content; a path that
// ends in a slash is a folder.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// walked returns what Walk finds, errors as "! path: reason".
func walked(t *testing.T, args ...string) []string {
	t.Helper()
	var found []string
	for s, err := range Walk(context.Background(), args, Options{}) {
		var bad *FileError
		switch {
		case errors.As(err, &bad):
			found = append(found, "! "+bad.Path+": "+bad.Err.Error())
		case err != nil:
			t.Fatal(err)
		default:
			found = append(found, s.Path)
		}
	}
	return found
}

func equal(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\ngot  %q\nwant %q", what, got, want)
	}
}

func TestWalkIsSortedByPath(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a/x.txt": "1", "a-b/x.txt": "1", "a.txt": "1", "a/b/c.txt": "1", "b.txt/x.txt": "1", "empty/": "",
		"mine/store.db": "1", "mine/index/x.txt": "1", ".git/x.txt": "1", ".inquit/x.txt": "1", "a/.DS_Store": "1", "Z.txt": "1",
	})
	got := walked(t, dir)
	equal(t, "walk", got, "Z.txt", "a-b/x.txt", "a.txt", "a/b/c.txt", "a/x.txt", "b.txt/x.txt")
	if !slices.IsSorted(got) {
		t.Errorf("not sorted: %q", got)
	}
}

func TestWalkArguments(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"in/a.txt": "1", "in/sub/b.txt": "1", "c.txt": "1", ".inquit/x.txt": "1"})
	at := func(name string) string { return filepath.Join(dir, name) }
	equal(t, "file and folder", walked(t, at("c.txt"), at("in")), "c.txt", "a.txt", "sub/b.txt")
	equal(t, "a folder inside another", walked(t, at("in/sub"), at("in")), "a.txt", "sub/b.txt")
	equal(t, "the same twice", walked(t, at("in"), at("in/../in"), at("in/a.txt")), "a.txt", "sub/b.txt")
	equal(t, "standard input", walked(t, "-", "-"), "-")
	equal(t, "nothing there", walked(t, at("none"), at("c.txt")), "! "+at("none")+": no such file or folder", "c.txt")
	equal(t, "a store", walked(t, at(".inquit")), "! "+at(".inquit")+": this is a store, not a folder of articles")
}

func TestWalkFollowsOnlyWhatIsNamed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"in/a.txt": "1", "out/secret.txt": "1"})
	for name, to := range map[string]string{"in/loop": ".", "in/up": "..", "in/out.txt": "../out/secret.txt", "in/self.txt": "self.txt", "named": "in"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skipf("no links here: %v", err)
		}
	}
	const link = ": not a regular file: a link"
	want := []string{"a.txt", "! loop" + link, "! out.txt" + link, "! self.txt" + link, "! up" + link}
	equal(t, "links in a folder", walked(t, filepath.Join(dir, "in")), want...)
	equal(t, "a link by name", walked(t, filepath.Join(dir, "named")), want...)
}

func TestWalkStops(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "1", "b.txt": "1"})
	for range Walk(context.Background(), []string{dir}, Options{}) {
		break
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range Walk(ctx, []string{dir}, Options{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	}
}

// A file that goes away between Walk and Articles is named like any other.
func TestVanishingAndGrowing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "The ferry stays.", "b.txt": "The ferry stays."})
	for s, err := range Walk(context.Background(), []string{dir}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if s.Path == "a.txt" {
			_ = os.Remove(s.Abs)
		} else {
			_ = os.WriteFile(s.Abs, []byte("The ferry stays. It sails in May."), 0o644)
		}
		for a, err := range Articles(context.Background(), s, Options{}) {
			switch {
			case s.Path == "a.txt" && (err == nil || err.Error() != `"a.txt": no such file or folder`):
				t.Errorf("vanished: %v", err)
			case s.Path == "b.txt" && (err != nil || a.Source != "The ferry stays. It sails in May."):
				t.Errorf("grown: %v", err)
			}
		}
	}
}

func TestTooLarge(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": strings.Repeat("x", 101), "b.txt": strings.Repeat("x", 100)})
	as, bad := readAll(t, Options{MaxArticle: 100}, dir)
	if len(as) != 1 || len(bad) != 1 || bad[0].Error() != `"a.txt": too large: more than the limit of 100 bytes` {
		t.Errorf("%d articles, %v", len(as), bad)
	}
}

func TestFormats(t *testing.T) {
	const page = "<!DOCTYPE html><title>T</title><p>The ferry stays.</p>"
	tests := []struct {
		name, content string
		named         bool
		want          string
	}{
		{"a.txt", "The ferry.", false, "= \"The ferry.\"\n"},
		{"a.md", "The ferry.", false, "= \"The ferry.\"\n"},
		{"README", "The ferry.", false, "= \"The ferry.\"\n"},
		{"St. John says no", "The ferry.", false, "= \"The ferry.\"\n"},
		{"a.txt", page, false, "= \"The ferry stays.\\n\"\n"},
		{"page", page, false, "= \"The ferry stays.\\n\"\n"},
		{"lines", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", false, "line 1= \"One.\"\nline 2= \"Two.\"\n"},
		{"object", "{\"text\":\"One.\"}", false, "= \"One.\"\n"},
		{"a.txt", "{\"text\":\"One.\"}", false, "= \"{\\\"text\\\":\\\"One.\\\"}\"\n"},
		{"a.go", "package a", false, "! " + errNotRead.Error() + "\n"},
		{"a.go", "package a", true, "= \"package a\"\n"},
		{"a.jpg", "\xff\xd8\xff\xe0", false, ""},
		{"a.dat", "\x00\x01\x02\x03\x04\x05", false, ""},
		{"a.jpg", "\xff\xd8\xff\xe0", true, "! not text: JPEG image\n"},
		{"a.txt", "\ufeffThe ferry.\r\n", false, "= \"The ferry.\\r\\n\"\n"},
	}
	for _, tt := range tests {
		got := ""
		for a, err := range Read(Source{Path: tt.name, Named: tt.named}, []byte(tt.content), Options{}) {
			got += line(a, err)
		}
		if got != tt.want {
			t.Errorf("%s %.40q named %v\ngot  %q\nwant %q", tt.name, tt.content, tt.named, got, tt.want)
		}
	}
}

func TestOutlet(t *testing.T) {
	tests := []struct{ path, from, want string }{
		{"a.txt", "", ""},
		{"herald/a.txt", "", "herald"},
		{"herald/2025/a.txt", "", "herald"},
		{"2025/herald/a.txt", "path:2", "herald"},
		{"herald/a.txt", "path:2", ""},
		{"herald/a.txt", "path:1", "herald"},
	}
	for _, tt := range tests {
		for a, err := range Read(Source{Path: tt.path}, []byte("The ferry stays."), Options{OutletFrom: tt.from}) {
			if err != nil || a.Outlet.String() != tt.want {
				t.Errorf("%+v: got %q, %v", tt, a.Outlet, err)
			}
		}
	}
	for from, ok := range map[string]bool{"": true, "path:1": true, "path:0": false, "path:": false, "2": false} {
		if err := (Options{OutletFrom: from}).Check(); (err == nil) != ok {
			t.Errorf("Check(%q) = %v", from, err)
		}
	}
}
