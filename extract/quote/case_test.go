package quote_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract/name"
	"inquit/extract/quote"
	"inquit/internal/read"
	"inquit/internal/text"
)

var update = flag.Bool("update", false, "rewrite the expected claims in testdata")

// divider stands between the article and the claims expected of it.
const divider = "\n----\n"

// TestCases reads testdata/*.txt: an article, the divider, its quotations. A
// file that begins with "# hand" was judged before the first run and is never
// rewritten; it tells no more than what a reader judges, see judged.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { testCase(t, file) })
	}
}

func testCase(t *testing.T, file string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, body := "", string(b)
	if strings.HasPrefix(body, "# hand\n") {
		head, body = "# hand\n", strings.TrimPrefix(body, "# hand\n")
	}
	source, want, _ := strings.Cut(body, divider)
	view, qs := find(strings.TrimRight(source, "\n"))
	got := render(view, qs)
	if head != "" {
		got = judged(qs)
	}
	if *update && head == "" {
		out := strings.TrimRight(source, "\n") + "\n" + divider[1:] + got
		if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if head != "" {
		got, want = withoutGaps(t, got, want)
	}
	if got != want {
		differ(t, got, want)
		t.Logf("quotations of %s\ngot:\n%s\nwant:\n%s", file, got, want)
	}
}

// differ reports the lines that only one of got and want has.
func differ(t *testing.T, got, want string) {
	t.Errorf("quotations differ")
	for _, line := range strings.Split(got, "\n") {
		if !strings.Contains("\n"+want, "\n"+line+"\n") {
			t.Errorf("not in the text: %s", line)
		}
	}
	for _, line := range strings.Split(want, "\n") {
		if !strings.Contains("\n"+got, "\n"+line+"\n") {
			t.Errorf("not found: %s", line)
		}
	}
}

// withoutGaps takes the known gaps out of a judged case: lines that begin with
// "? " are right and not found yet, those with "! " wrong and still found. A
// gap that has closed is an error too, so that its line is put right.
func withoutGaps(t *testing.T, got, want string) (string, string) {
	var keep strings.Builder
	for line := range strings.Lines(want) {
		mark, rest, _ := strings.Cut(line, " ")
		in := strings.Contains("\n"+got, "\n"+rest)
		switch mark {
		case "?":
			if in {
				t.Errorf("found now, take the ? away: %s", rest)
			}
		case "!":
			if !in {
				t.Errorf("gone now, take the line away: %s", rest)
			}
			got = strings.Replace("\n"+got, "\n"+rest, "\n", 1)[1:]
		default:
			keep.WriteString(line)
		}
	}
	return got, keep.String()
}

// find returns the quotations of a plain text.
func find(source string) (string, []quote.Quotation) {
	a := article.New("case.txt", "", "", source, text.FindRepairs(source))
	read.Zones(a)
	d := text.Analyse(a)
	return a.Text(), quote.Find(d, name.Find(d, a.ID), a.ID)
}

// render writes quotations a line each:
//
//	kind | speaker < mention | cue | words
//
// with what is not usual behind the kind, and the content of a mixed
// quotation on a line of its own.
func render(view string, qs []quote.Quotation) string {
	number := map[string]int{}
	for i := range qs {
		number[qs[i].ID] = i + 1
	}
	var b strings.Builder
	for i := range qs {
		q := &qs[i]
		fmt.Fprintf(&b, "%d %s | %s | %s | %s\n", i+1, kind(q, number), speaker(q), q.Cue.In(view), q.Text)
		if q.Kind == quote.Mixed {
			fmt.Fprintf(&b, "    in: %s\n", q.Content.In(view))
		}
	}
	return b.String()
}

// judged writes the quotations that are speech, a line each:
//
//	kind | speaker | words
func judged(qs []quote.Quotation) string {
	var b strings.Builder
	for i := range qs {
		if q := &qs[i]; q.Speech {
			fmt.Fprintf(&b, "%s | %s | %s\n", kind(q, nil), q.Speaker.Name, q.Text)
		}
	}
	return b.String()
}

func kind(q *quote.Quotation, number map[string]int) string {
	s := string(q.Kind)
	if q.Status != quote.Said {
		s += ", " + string(q.Status)
	}
	if !q.Speech {
		s += ", attitude"
	}
	if q.Zone != article.Body {
		s += ", " + string(q.Zone)
	}
	if n := number[q.Links.Continues]; n > 0 {
		s += fmt.Sprintf(", continues %d", n)
	}
	if n := number[q.Links.FragmentOf]; n > 0 {
		s += fmt.Sprintf(", fragment of %d", n)
	}
	if n := number[q.Links.NestedIn]; n > 0 {
		s += fmt.Sprintf(", nested in %d", n)
	}
	return s
}

func speaker(q *quote.Quotation) string {
	if q.Speaker.Name == "" && q.Speaker.MentionText == "" {
		return "nobody"
	}
	s := q.Speaker.Name
	if q.Speaker.MentionText != q.Speaker.Name {
		s += " < " + q.Speaker.MentionText
	}
	for _, co := range q.Co {
		s += " + " + co.Name
	}
	return s
}
