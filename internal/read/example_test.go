package read_test

import (
	"fmt"

	"inquit/internal/read"
)

func Example() {
	const text = `Council saves ferry

By Ann Other

PORT SAMPLE, April 3, 2025 (AP) — The island council voted to keep the ferry.

Read more: Pier wall will not last the winter
`
	for a, err := range read.Read(read.Source{Path: "coast-herald/ferry.txt"}, []byte(text), read.Options{}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a.Outlet, a.Published, a.Authors[0].Value, a.Lang)
		for _, z := range a.Zones {
			fmt.Printf("%s: %s\n", z.Zone, z.In(a.Source))
		}
	}
	// Output:
	// coast-herald 2025-04-03 Ann Other en
	// headline: Council saves ferry
	// byline: By Ann Other
	// dateline: PORT SAMPLE, April 3, 2025 (AP) —
	// body: The island council voted to keep the ferry.
	// related: Read more: Pier wall will not last the winter
}
