package people

import (
	"fmt"
	"testing"

	"inquit/extract"
	"inquit/internal/growth"
)

// crowd makes n articles that all name one person, half of them by surname
// only, and a few others.
func crowd(n int) []*extract.Claims {
	var cs []*extract.Claims
	for i := range n {
		who := "person: Ada Brook / Harbour Secretary"
		if i%2 == 1 {
			who = "person: Brook"
		}
		day := fmt.Sprintf("20%02d-%02d-%02d", i/336%60+10, i/28%12+1, i%28+1)
		cs = append(cs, claims(fmt.Sprint(i), day, who, "org: Port Authority", fmt.Sprintf("person: Tom Reed%d", i/5), "role: Harbour Secretary",
			fmt.Sprintf("person: Reed%d", i/5), "group: pilots"))
	}
	return cs
}

func TestResolveGrows(t *testing.T) {
	growth.Check(t, 2, func(size int) func() {
		cs := crowd(1500 * size)
		return func() { Resolve(cs, Decisions{}) }
	})
}
