package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inquit/article"
)

// line writes what was read: an article's member and text, or an error's
// member and reason.
func line(a *article.Article, err error) string {
	var bad *FileError
	switch {
	case errors.As(err, &bad):
		return fmt.Sprintf("%s! %v\n", bad.Member, bad.Err)
	case err != nil:
		return fmt.Sprintf("FATAL %v\n", err)
	}
	return fmt.Sprintf("%s= %q\n", a.Member, a.Source)
}

// outcome writes what Read makes of a file, a line for each thing.
func outcome(name, content string, o Options) string {
	var b strings.Builder
	for a, err := range Read(Source{Path: name, Named: true}, []byte(content), o) {
		b.WriteString(line(a, err))
	}
	return b.String()
}

func TestJSON(t *testing.T) {
	tests := []struct{ name, file, content, want string }{
		{"object", "a.json", `{"text":"One two."}`, "= \"One two.\"\n"},
		{"duplicate key, last wins", "a.json", `{"text":"One.","text":"Two."}`, "= \"Two.\"\n"},
		{"text not trimmed", "a.json", `{"body":" One.\r\n"}`, "= \" One.\\r\\n\"\n"},
		{"lone surrogate", "a.json", `{"body":"a\ud800b"}`, "= \"a\ufffdb\"\n"},
		{"array", "a.json", `[{"text":"One."}, {"text":"Two."}]`, "[0]= \"One.\"\n[1]= \"Two.\"\n"},
		{
			"bad element", "a.json", "[{\"text\":\"One.\"},\n {\"text\":NaN}, {\"text\":\"Two.\"}]",
			"[0]= \"One.\"\n[1]! not JSON: invalid character 'N' looking for beginning of value at line 2, byte 10\n[2]= \"Two.\"\n",
		},
		{"array cut off", "a.json", `[{"text":"One."}, {"te`, "[0]= \"One.\"\n[1]! not JSON: the file ends inside the array at line 1, byte 23\n"},
		{"after the array", "a.json", `[{"text":"One."}] x`, "[0]= \"One.\"\n! not JSON: something follows the array at line 1, byte 18\n"},
		{"no text field", "a.json", `{"title":"One"}`, "! no text: it has none of the fields text, body, content, maintext\n"},
		{"wrong type", "a.json", `{"text":7}`, "! no text: its text field is empty or no string\n"},
		{"no object", "a.json", `7`, "! no text: the record is no object but a number\n"},
		{"empty", "a.json", " \n", "! no text\n"},
		{"mark only", "a.json", "\ufeff", "! no text\n"},
		{"UTF-16", "a.json", "\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00A\x00.\x00\"\x00}\x00", "= \"A.\"\n"},
		{"lines", "a.jsonl", "{\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}", "line 1= \"One.\"\nline 3= \"Two.\"\n"},
		{
			"bad line", "a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\n{\"text\":\"Two.\"}\n",
			"line 1= \"One.\"\nline 2! not JSON: unexpected end of JSON input at line 2, byte 8\nline 3= \"Two.\"\n",
		},
		{"lines called json", "a.json", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", "line 1= \"One.\"\nline 2= \"Two.\"\n"},
		{"old encoding", "a.jsonl", "{\"text\":\"Caf\xe9 au lait.\"}\n", "line 1= \"Café au lait.\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outcome(tt.file, tt.content, Options{}); got != tt.want {
				t.Errorf("%s %q\ngot  %q\nwant %q", tt.file, tt.content, got, tt.want)
			}
		})
	}
}

func TestJSONFields(t *testing.T) {
	const in = `{"id":17,"url":"https://example.org/a","headline":"Ferry saved","maintext":"The ferry stays. It sails in May.",
		"publishedAt":"2025-04-03T23:10:00Z","source":{"name":"Coast Herald"},"authors":["Ann Other",{"name":"Bob Sample"}]}`
	for a, err := range Read(Source{Path: "x/a.json"}, []byte(in), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(a.SourceID, " ", a.URL, " ", a.Title, " ", a.Published, " ", a.Outlet, " ", a.Authors[0].Value, " ", a.Authors[1].Value)
		want := "17 https://example.org/a Ferry saved 2025-04-03 Coast Herald Ann Other Bob Sample"
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A line over the bound costs no memory and stops nothing.
func TestLongLines(t *testing.T) {
	long := `{"text":"` + strings.Repeat("a", 300) + `"}`
	in := "{\"text\":\"One.\"}\n" + long + "\n{\"text\":\"Two.\"}\n[" + long + "]"
	got := outcome("a.jsonl", in, Options{MaxArticle: 200})
	want := "line 1= \"One.\"\nline 2! too large: 312 bytes, the limit is 200 bytes\nline 3= \"Two.\"\n" +
		"line 4! too large: 313 bytes, the limit is 200 bytes\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	got = outcome("a.json", `[{"text":"One."},`+long+`,{"text":"Two."}]`, Options{MaxArticle: 200})
	want = "[0]= \"One.\"\n[1]! too large: 311 bytes, the limit is 200 bytes\n[2]= \"Two.\"\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A JSON Lines file of any length needs the memory of its longest line.
func TestLinesAreStreamed(t *testing.T) {
	const lines = 20000
	line := `{"text":"The ferry stays. It sails in May."}` + "\n"
	in := io.LimitReader(&repeater{s: line}, int64(lines*len(line)))
	n := 0
	for _, err := range Articles(context.Background(), Source{Abs: "-", Path: "-.jsonl", Named: true}, Options{Stdin: in}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != lines {
		t.Errorf("%d articles of %d lines", n, lines)
	}
}

// A repeater reads as one text again and again.
type repeater struct {
	s  string
	at int
}

func (r *repeater) Read(b []byte) (int, error) {
	n := 0
	for n < len(b) {
		k := copy(b[n:], r.s[r.at:])
		n += k
		r.at = (r.at + k) % len(r.s)
	}
	return n, nil
}

// TestJSONSuite reads the files of the JSON parsing test suite: what must be
// refused is refused as JSON, what must be accepted is never called invalid,
// and nothing takes long.
func TestJSONSuite(t *testing.T) {
	dir := sharedDir(t, "eval/bad/json")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	count := map[byte]int{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		refused, articles, reason := false, 0, ""
		for _, err := range Read(Source{Path: e.Name()}, b, Options{}) {
			if err == nil {
				articles++
				continue
			}
			reason += err.Error() + "; "
			// "no text" alone is an empty file; with a reason it is JSON that holds no article.
			refused = refused || !errors.Is(err, ErrNoText) || errors.Unwrap(err) == ErrNoText
		}
		if d := time.Since(start); d > time.Second {
			t.Errorf("%s took %v", e.Name(), d)
		}
		kind := e.Name()[0]
		count[kind]++
		switch {
		case kind == 'n' && !refused:
			t.Errorf("%s: %.80q must be refused, got %d articles, %s", e.Name(), b, articles, reason)
		case kind == 'y' && (refused || articles == 0 && reason == ""):
			t.Errorf("%s: %.80q must be read, got %d articles, %s", e.Name(), b, articles, reason)
		}
	}
	t.Logf("must accept %d, must refuse %d, either %d", count['y'], count['n'], count['i'])
}
