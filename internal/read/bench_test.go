package read

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"inquit/article"
)

// news returns an article of about n bytes in the shape of real ones.
func news(n int) string {
	var b strings.Builder
	b.WriteString("Council saves ferry after night of talks\n\nBy Ann Other\n\nPORT SAMPLE (AP) — ")
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "The island council voted on Monday to keep the ferry for another %d years, after fishermen said that they could not do without it.\n\n", i+2)
		b.WriteString("“It is our road,” said Jane Roe, who has taught on the island for thirty years. “Nobody spoke against the plan, and nobody will.”\n\n")
		b.WriteString("The fares will rise by 12 per cent from April 2027, or £4.2m a year, the harbour authority’s chief told reporters in Port Sample on Tuesday.\n\n")
	}
	return b.String()
}

func BenchmarkZones(b *testing.B) {
	a := article.New("a.txt", "", "", news(4900), nil)
	b.SetBytes(int64(len(a.Source)))
	b.ReportAllocs()
	for b.Loop() {
		a.Zones, a.Title, a.Authors, a.Published, a.Lang = nil, nil, nil, nil, ""
		Zones(a)
	}
}

func BenchmarkRead(b *testing.B) {
	text := news(4900)
	for name, content := range map[string]string{
		"plain": text,
		"jsonl": fmt.Sprintf("{\"id\":\"1\",\"title\":\"Ferry\",\"text\":%q}\n", text),
		"html":  "<!doctype html><title>Ferry</title><article><p>" + strings.ReplaceAll(text, "\n\n", "<p>") + "</article>",
	} {
		b.Run(name, func(b *testing.B) {
			s := Source{Path: "a." + map[string]string{"plain": "txt"}[name] + strings.TrimPrefix(name, "plain")}
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range Read(s, []byte(content), Options{}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkFolder reads a folder of files of ordinary size, opening included.
func BenchmarkFolder(b *testing.B) {
	dir := b.TempDir()
	text := news(4900)
	for i := range 100 {
		if err := os.WriteFile(fmt.Sprintf("%s/%03d.txt", dir, i), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(100 * len(text)))
	for b.Loop() {
		if as, _ := readAll(b, Options{}, dir); len(as) != 100 {
			b.Fatal(len(as))
		}
	}
}
