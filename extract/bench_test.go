package extract_test

import (
	"os"
	"path/filepath"
	"testing"

	"inquit/article"
	"inquit/extract"
)

// BenchmarkExtract extracts the plain-text articles of testdata, in bytes of
// source text a second.
func BenchmarkExtract(b *testing.B) {
	files, err := filepath.Glob("../testdata/articles/*/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var articles []*article.Article
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		size += len(text)
		articles = append(articles, article.New(filepath.Base(f), "", "", string(text), nil))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			extract.Extract(a)
		}
	}
}
