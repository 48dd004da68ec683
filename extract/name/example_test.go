package name_test

import (
	"fmt"

	"inquit/article"
	"inquit/extract/name"
	"inquit/internal/text"
)

func Example() {
	a := article.New("news.txt", "", "",
		"Foreign Secretary Jane Roe flew to Oslo. “We will sign,” Ms Roe said. The foreign secretary added that she was glad.", nil)
	n := name.Find(text.Analyse(a), a.ID)
	for _, m := range n.Mentions {
		who := "?"
		if m.Entity >= 0 {
			who = n.Entities[m.Entity].Name
		}
		fmt.Printf("%s: %s = %s\n", m.Kind, m.In(a.Text()), who)
	}
	// Output:
	// name: Foreign Secretary Jane Roe = Jane Roe
	// pronoun: We = ?
	// name: Ms Roe = Jane Roe
	// role: The foreign secretary = Jane Roe
	// pronoun: she = ?
}
