package read

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// gz packs the parts as gzip members.
func gz(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&b)
		_, _ = io.WriteString(w, p)
		_ = w.Close()
	}
	return b.String()
}

func zst(s string) string {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// zipped files, names and contents in turn.
func zipOf(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(f, files[i+1])
	}
	_ = w.Close()
	return b.String()
}

func tarOf(files ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &tar.Header{Name: files[i], Mode: 0o600, Size: int64(len(files[i+1]))}
		if to, ok := strings.CutPrefix(files[i+1], "-> "); ok {
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, to, 0
		}
		if err := w.WriteHeader(h); err != nil {
			panic(err)
		}
		if h.Size > 0 {
			_, _ = io.WriteString(w, files[i+1])
		}
	}
	_ = w.Close()
	return b.String()
}

// broken returns s with the byte at i changed; i < 0 counts from the end.
func broken(s string, i int) string {
	b := []byte(s)
	if i < 0 {
		i += len(b)
	}
	b[i] ^= 0x55
	return string(b)
}

func TestPacked(t *testing.T) {
	const page = "<!DOCTYPE html><title>T</title><p>The ferry stays.</p>"
	lines := "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"
	long := strings.Repeat("{\"text\":\"The ferry stays in the harbour.\"}\n", 300)
	pair := []string{"herald/a.txt", "One.", "herald/b.html", page}
	encrypted := []byte(zipOf("a.txt", "One."))
	encrypted[6] |= 1
	central := bytes.Index(encrypted, []byte("PK\x01\x02"))
	encrypted[central+8] |= 1
	tests := []struct{ what, file, content, want string }{
		{"gzip", "a.txt.gz", gz("The ferry."), "= \"The ferry.\"\n"},
		{"gzip under another name", "a.txt", gz("The ferry."), "= \"The ferry.\"\n"},
		{"gzip of a page", "a.html.gz", gz(page), "= \"The ferry stays.\\n\"\n"},
		{"gzip of lines", "a.jsonl.gz", gz(lines), "line 1= \"One.\"\nline 2= \"Two.\"\n"},
		{"many members", "a.txt.gz", gz("The ", "", "ferry", "."), "= \"The ferry.\"\n"},
		{"padded", "a.txt.gz", gz("The ferry.") + "\x00\x00\x00", "= \"The ferry.\"\n"},
		{"cut off", "a.txt.gz", gz("The ferry.")[:20], "! damaged: the packed data ends too soon\n"},
		{"wrong checksum", "a.txt.gz", broken(gz("The ferry."), -6), "! damaged: the checksum of the packed data is wrong\n"},
		{"something behind", "a.txt.gz", gz("The ferry.") + "x", "! damaged: the packed data ends too soon\n"},
		{"packed twice", "a.txt.gz.gz", gz(gz("The ferry.")), "! packed twice; unpack it once\n"},
		{"not packed", "a.txt.gz", "The ferry.", "! not text: not packed as its name says\n"},
		{"empty", "a.txt.gz", "", "! no text\n"},
		{"nothing packed", "a.txt.gz", gz(""), "! no text\n"},
		{"zstd", "a.txt.zst", zst("The ferry."), "= \"The ferry.\"\n"},
		{"zstd of lines", "a.jsonl.zst", zst(lines), "line 1= \"One.\"\nline 2= \"Two.\"\n"},
		{"zstd cut off", "a.txt.zst", zst(long)[:60], "! damaged: the packed data ends too soon\n"},
		{"zip", "a.zip", zipOf(pair...), "herald/a.txt= \"One.\"\nherald/b.html= \"The ferry stays.\\n\"\n"},
		{"zip of lines", "a.zip", zipOf("a.jsonl", lines), "a.jsonl, line 1= \"One.\"\na.jsonl, line 2= \"Two.\"\n"},
		{"zip of packed", "a.zip", zipOf("a.txt.gz", gz("One.")), "a.txt.gz= \"One.\"\n"},
		{"zip with hidden files", "a.zip", zipOf("__MACOSX/a.txt", "x", ".git/b.txt", "x", "c/", "", "p.jpg", "\xff\xd8\xff", "d.txt", "One."), "d.txt= \"One.\"\n"},
		{"hostile names", "a.zip", zipOf("../../etc/a.txt", "One.", "/b.txt", "Two."), "../../etc/a.txt= \"One.\"\n/b.txt= \"Two.\"\n"},
		{"zip in a zip", "a.zip", zipOf("b.zip", zipOf("a.txt", "One."), "c.txt", "Two."), "b.zip! " + errNested.Error() + "\nc.txt= \"Two.\"\n"},
		{"tar in a zip", "a.zip", zipOf("b.tar.gz", gz(tarOf("a.txt", "One."))), "b.tar.gz! " + errNested.Error() + "\n"},
		{"zip cut off", "a.zip", zipOf(pair...)[:60], "! not a ZIP archive, or one that is cut off\n"},
		{"wrong checksum in a zip", "a.zip", broken(zipOf("a.txt", "One.", "b.txt", "Two."), 38), "a.txt! damaged: the packed data makes no sense\nb.txt= \"Two.\"\n"},
		{"encrypted", "a.zip", string(encrypted), "a.txt! encrypted; unpack it with its password\n"},
		{"empty zip", "a.zip", zipOf(), "! no text: the archive is empty\n"},
		{"office document", "a.zip", zipOf("[Content_Types].xml", "<Types/>"), "! not text: office document\n"},
		{"tar", "a.tar", tarOf(pair...), "herald/a.txt= \"One.\"\nherald/b.html= \"The ferry stays.\\n\"\n"},
		{"packed tar", "a.tgz", gz(tarOf(pair...)), "herald/a.txt= \"One.\"\nherald/b.html= \"The ferry stays.\\n\"\n"},
		{"tar with zstd", "a.tar.zst", zst(tarOf(pair...)), "herald/a.txt= \"One.\"\nherald/b.html= \"The ferry stays.\\n\"\n"},
		{"tar with a link", "a.tar", tarOf("l.txt", "-> /etc/passwd", "a.txt", "One."), "l.txt! not a regular file: a link\na.txt= \"One.\"\n"},
		{"tar cut off", "a.tar", tarOf("a.txt", "One.", "b.txt", strings.Repeat("The ferry. ", 300))[:2000], "a.txt= \"One.\"\nb.txt! damaged: the archive ends too soon\n"},
		{"damaged tar", "a.tar", broken(tarOf("a.txt", "One.", "b.txt", "Two."), 1030), "a.txt= \"One.\"\n! not a tar archive, or one that is damaged here\n"},
		{"not a tar", "a.tar", "The ferry.", "! damaged: the archive ends too soon\n"},
		{"members named badly", "a.tar", tarOf("../a.txt", "One."), "../a.txt= \"One.\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if got := outcome(tt.file, tt.content, Options{}); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// An archive stands for a folder: what lies in it has the outlet of the folder
// it lies in there.
func TestOutletInArchives(t *testing.T) {
	for _, tt := range []struct{ path, member, want string }{
		{"dump.zip", "herald/a.txt", "herald"},
		{"dump.zip", "a.txt", ""},
		{"post/dump.zip", "herald/a.txt", "post"},
		{"dump.zip", "../a.txt", ""},
	} {
		for a, err := range Read(Source{Path: tt.path}, []byte(zipOf(tt.member, "One.")), Options{}) {
			if err != nil || a.Outlet.String() != tt.want {
				t.Errorf("%+v: outlet %v, %v", tt, a.Outlet, err)
			}
		}
	}
}

// A bomb is given up as soon as it shows, whatever holds it.
func TestBombs(t *testing.T) {
	bomb := strings.Repeat(" ", 8<<20)
	lines := strings.Repeat("\n", 8<<20)
	for name, content := range map[string]string{
		"a.txt.gz": gz(bomb), "a.jsonl.gz": gz(lines), "a.txt.zst": zst(bomb), "a.zip": zipOf("a.jsonl", lines), "a.tgz": gz(tarOf("a.jsonl", lines)),
	} {
		got := outcome(name, content, Options{})
		if !strings.Contains(got, "! unpacks to more than 200 times its size\n") || strings.Count(got, "\n") != 1 {
			t.Errorf("%s of %d bytes: got %.200q", name, len(content), got)
		}
	}
}

// A packed article may be twice as long as the bound, no longer.
func TestPackedBound(t *testing.T) {
	o := Options{MaxArticle: 1000}
	for n, want := range map[int]string{1000: "= ", 2000: "= ", 2001: "! too large: more than the limit of 2.0 KiB"} {
		if got := outcome("a.txt.gz", gz(strings.Repeat("a", n)), o); !strings.HasPrefix(got, want) {
			t.Errorf("%d bytes: got %.100q", n, got)
		}
	}
}

// Members of an archive that share their bytes would make a small file long.
func TestOverlappingZip(t *testing.T) {
	one := zipOf("a.txt", strings.Repeat("The ferry stays. ", 1000))
	i := strings.Index(one, "PK\x01\x02")
	j := strings.Index(one, "PK\x05\x06")
	entry, end := one[i:j], []byte(one[j:])
	const n = 50
	end[8], end[10] = n, n
	for k, v := range []int{len(entry) * n, i} {
		for b := range 4 {
			end[12+4*k+b] = byte(v >> (8 * b))
		}
	}
	got := outcome("a.zip", one[:i]+strings.Repeat(entry, n)+string(end), Options{})
	if !strings.Contains(got, errOverlap.Error()) {
		t.Errorf("got %.300q", got)
	}
}

func TestManyEntries(t *testing.T) {
	if testing.Short() {
		t.Skip("100,000 members")
	}
	var files []string
	for i := range 100000 {
		files = append(files, fmt.Sprintf("d/%d.txt", i), "One.")
	}
	for name, n := range map[string]int{"a.zip": 100000, "a.tar": 10000} {
		pack := map[string]func(...string) string{"a.zip": zipOf, "a.tar": tarOf}[name]
		if got := strings.Count(outcome(name, pack(files[:2*n]...), Options{}), "= \"One.\"\n"); got != n {
			t.Errorf("%s: %d articles of %d", name, got, n)
		}
	}
}
