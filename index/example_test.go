package index_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"inquit/index"
	"inquit/internal/store"
	"inquit/internal/store/storetest"
)

func Example() {
	dir, err := os.MkdirTemp("", "inquit")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck
	ctx := context.Background()

	st, err := store.Create(dir)
	if err != nil {
		log.Fatal(err)
	}
	defer st.Close() //nolint:errcheck
	var b store.Batch
	for i := range 20 {
		b.Puts = append(b.Puts, store.Put{Claims: storetest.Claims(i, 5)})
	}
	if _, err := st.PutBatch(ctx, b); err != nil {
		log.Fatal(err)
	}
	if _, err := index.Publish(ctx, st); err != nil {
		log.Fatal(err)
	}

	ix, err := index.Open(st)
	if err != nil {
		log.Fatal(err)
	}
	defer ix.Close() //nolint:errcheck
	hits, err := ix.Quotes(ctx, index.Query{Text: "bridge speker:drax -storm", Limit: 3})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(hits.Total, hits.Notes)
	hits, err = ix.Quotes(ctx, index.Query{Text: "bridge speaker:drax -storm", Limit: 3})
	if err != nil {
		log.Fatal(err)
	}
	rows, err := st.QuoteRows(ctx, hits.Items[0].ID)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(hits.Total, len(hits.Items), rows[0].SpeakerName)
	// Output:
	// 0 [there is no field "speker"; "speker:drax" is read as words]
	// 2 2 Imani Drax
}
