package read

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
)

// utf16 writes ASCII text as UTF-16 with the big or the little end first.
func utf16(s string, big bool) string {
	var b strings.Builder
	for i := range len(s) {
		if big {
			b.WriteString("\x00" + s[i:i+1])
		} else {
			b.WriteString(s[i:i+1] + "\x00")
		}
	}
	return b.String()
}

// Faults of text and pages that are read all the same, and what comes out.
func TestFaultyText(t *testing.T) {
	const ferry = "The ferry stays, the council said."
	wide := ""
	for i := range len(ferry) {
		wide += ferry[i:i+1] + "\x00\x00\x00"
	}
	tests := []struct{ what, file, content, want string }{
		{"cut off inside a letter", "a.txt", ferry + " It sails to the caf\xc3", "= \"" + ferry + " It sails to the cafÃ\"\n"},
		{"UTF-16, little end, mark", "a.txt", "\xff\xfe" + utf16(ferry, false), "= \"" + ferry + "\"\n"},
		{"UTF-16, big end, mark", "a.txt", "\xfe\xff" + utf16(ferry, true), "= \"" + ferry + "\"\n"},
		{"UTF-16, little end", "a.txt", utf16(ferry, false), "= \"" + ferry + "\"\n"},
		{"UTF-16, big end", "a.txt", utf16(ferry, true), "= \"" + ferry + "\"\n"},
		{"UTF-32, mark", "a.txt", "\xff\xfe\x00\x00" + wide, "= \"" + ferry + "\"\n"},
		{"controls and directions stay", "a.txt", "The \x1b[31mferry\u202e\u200b stays.", "= \"The \\x1b[31mferry\\u202e\\u200b stays.\"\n"},
		{"page that never closes a tag", "a.html", "<html><body><div><p>The ferry stays.<p>It sails<b>.", "= \"The ferry stays.\\n\\nIt sails.\\n\"\n"},
		{"page nested 100,000 deep", "a.html", strings.Repeat("<div>", 100000) + "<p>The ferry stays.</p>", "= \"The ferry stays.\\n\"\n"},
		{"page of inline tags 100,000 deep", "a.html", "<p>" + strings.Repeat("<b><i>", 50000) + "The ferry stays.", "= \"The ferry stays.\\n\"\n"},
		{"frames", "a.html", "<html><frameset><frame src=a><frame src=b></frameset></html>", "! no text: a page without any\n"},
		{"nothing but script", "a.html", "<html><script>var a = 'The ferry stays.'</script></html>", "! no text: a page without any\n"},
		{"object 100,000 deep", "a.json", strings.Repeat(`{"a":`, 100000), "! not JSON: invalid character '{' exceeded max depth at line 1, byte 50001\n"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if got := outcome(tt.file, tt.content, Options{}); got != tt.want {
				t.Errorf("got  %.300q\nwant %.300q", got, tt.want)
			}
		})
	}
}

// A surrogate in UTF-8 and bytes of no encoding never give invalid text.
func TestLoneSurrogates(t *testing.T) {
	for _, s := range []string{"The ferry \xc0\xaf stays.", "The ferry \xed\xa0\x80 stays.", "\xed\xb0\x80", "a \xf8\x88\x80\x80\x80 b", "\xff\xfeA\x00\x00\xd8B\x00"} {
		for a, err := range Read(Source{Path: "a.txt"}, []byte(s), Options{}) {
			if err == nil {
				checkZones(t, a)
			}
		}
	}
}

// A line of 20 MB is read; one of 100 MB is skipped by its number, and the
// next one is read.
func TestVeryLongLines(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 120 MB")
	}
	long := func(n int64) io.Reader {
		return io.MultiReader(strings.NewReader(`{"text":"`), io.LimitReader(&repeater{s: "The ferry stays. "}, n), strings.NewReader("\"}\n"))
	}
	in := io.MultiReader(strings.NewReader("{\"text\":\"One.\"}\n"), long(20<<20), long(100<<20), strings.NewReader("{\"text\":\"Four.\"}\n"))
	var got []string
	for a, err := range Articles(context.Background(), Source{Abs: "-", Path: "a.jsonl", Named: true}, Options{Stdin: in}) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, fmt.Sprint(a.Member, " ", len(a.Source)))
	}
	equal(t, "lines", got, "line 1 4", "line 2 20971520", `"a.jsonl", line 3: too large: 100.0 MiB, the limit is 32.0 MiB`, "line 4 5")
}

// Dates that are no days are dropped, and the article is kept.
func TestImpossibleDates(t *testing.T) {
	for date, want := range map[string]string{
		"2025-06-05": "2025-06-05", "": "", "0000-01-01": "", "9999-12-31": "", "2025-02-31": "", "31 February 2025": "",
		"29 February 2024": "2024-02-29", "29 February 2025": "", "soon": "", "2025-13-01": "", "-1": "", "99999999999999999999": "",
	} {
		in := fmt.Sprintf(`{"text":"The ferry stays.","date":%q}`, date)
		for a, err := range Read(Source{Path: "a.json"}, []byte(in), Options{}) {
			if err != nil || a.Published.String() != want {
				t.Errorf("date %q: got %v, %v, want %q", date, a.Published, err, want)
			}
		}
	}
}

// Names that would play with a terminal or a path are names like any other.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a\nb.txt", "\x1b[31mred.txt", "-rf.txt", "..txt", "\u202egpj.txt", "bad\xffname.txt", "a'b\"c$(d).txt", " .txt"}
	want := 0
	for _, n := range names {
		if os.WriteFile(filepath.Join(dir, n), []byte("The ferry stays."), 0o600) == nil {
			want++
		}
	}
	want-- // "..txt" is hidden
	if as, bad := readAll(t, Options{}, dir); len(as) != want || len(bad) != 0 {
		t.Errorf("%d of %d read, %v", len(as), want, bad)
	}
}

// One text in two places is two articles.
func TestSameTextTwice(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"herald/a.txt": "The ferry stays.", "post/a.txt": "The ferry stays.", "post/b.txt": "The ferry stays."})
	as, _ := readAll(t, Options{}, dir)
	ids := map[string]bool{}
	for _, a := range as {
		ids[a.ID] = true
	}
	if len(as) != 3 || len(ids) != 3 {
		t.Errorf("%d articles, %d ids", len(as), len(ids))
	}
}

// TestEncodedSeeds reads one article in many encodings: each gives the same
// article but for its name, so it gives the same claims too.
func TestEncodedSeeds(t *testing.T) {
	dir, seeds := sharedDir(t, "eval/bad/encoded"), sharedDir(t, "seeds")
	f, err := os.Open(filepath.Join(dir, "expected.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); n++ {
		var e struct{ File, Encoding, Seed string }
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		got, bad := readAll(t, Options{}, filepath.Join(dir, e.File))
		want, _ := readAll(t, Options{}, filepath.Join(seeds, e.Seed))
		if len(got) != 1 || len(want) != 1 {
			t.Errorf("%s: %d articles, %v", e.File, len(got), bad)
			continue
		}
		if g, w := summary(got[0]), summary(want[0]); g != w {
			t.Errorf("%s, read as %v: differs from %s\ngot  %.400q\nwant %.400q", e.File, got[0].Encoding, e.Seed, g, w)
		}
		if got[0].Encoding.Evidence == "" || got[0].Encoding.Name == "" {
			t.Errorf("%s: encoding %v", e.File, got[0].Encoding)
		}
	}
	t.Logf("%d files", n)
}

// summary writes what an article is apart from its place.
func summary(a *article.Article) string {
	return fmt.Sprint(a.Source, a.Repairs, a.Zones, a.Title, a.Authors, a.Published, a.Lang)
}
