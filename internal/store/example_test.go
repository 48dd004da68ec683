package store_test

import (
	"context"
	"fmt"
	"log"
	"os"

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

	claims := storetest.Claims(1, 2) // what extract found in one article
	file := store.Input{Path: "/news/1.txt", Size: 1204, ModTime: 1}
	for range 2 {
		c, err := st.PutBatch(ctx, store.Batch{
			Puts: []store.Put{{Input: file.Path, Claims: claims}},
			Done: []store.Input{file},
		})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("added", c.Added, "alike", c.Same)
	}
	back, err := st.Claims(ctx, claims.Quotations[1].ID)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(back.Quotations[1].Text == claims.Quotations[1].Text)
	// Output:
	// added 1 alike 0
	// added 0 alike 1
	// true
}
