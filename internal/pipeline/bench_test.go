package pipeline_test

import (
	"io/fs"
	"path/filepath"
	"testing"

	"inquit/internal/pipeline"
	"inquit/internal/store"
)

// BenchmarkIngest reads the corpus into a new store, links and indexes it; in
// bytes of files a second.
func BenchmarkIngest(b *testing.B) {
	size := int64(0)
	err := filepath.WalkDir(corpus, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	for b.Loop() {
		st, err := store.Create(filepath.Join(b.TempDir(), store.Folder))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := pipeline.Ingest(b.Context(), st, []string{corpus}, pipeline.Options{}); err != nil {
			b.Fatal(err)
		}
		if err := st.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
