package text

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestFindDays(t *testing.T) {
	const thursday = "2025-04-03"
	tests := map[string]string{
		"The council voted on Monday to keep it.":            "Monday 2025-03-31 past",
		"The council said on Thursday it would stay.":        "Thursday 2025-04-03 past",
		"The council will vote on Monday.":                   "Monday 2025-04-07 future",
		"On Monday, the council will vote.":                  "Monday 2025-04-07 future",
		"On Monday the council voted.":                       "Monday 2025-03-31 past",
		"He said the vote would be on Friday.":               "Friday 2025-04-04 future",
		"The pier, closed last Thursday, stays.":             "last Thursday 2025-03-27 last",
		"It opens next Thursday.":                            "next Thursday 2025-04-10 next",
		"She spoke yesterday; he speaks tomorrow.":           "yesterday 2025-04-02 relative, tomorrow 2025-04-04 relative",
		"Tonight’s debate was moved.":                        "Tonight 2025-04-03 relative",
		"Monday’s vote was close.":                           "Monday 2025-03-31 past",
		"The talks resumed on Tuesday and end on Wednesday.": "Tuesday 2025-04-01 past, Wednesday 2025-04-02 past",
		"It was signed on Thursday, April 10, 2025.":         "",
		"It was signed on Monday the 7th.":                   "",
		"It is closed on Good Friday.":                       "",
		"He told the Sunday Courier.":                        "",
		"On Sunday Ms Other said no.":                        "Sunday 2025-03-30 past",
		"Shops close early every Monday.":                    "",
		"Mondays are quiet.":                                 "",
		"The work runs until Friday.":                        "Friday 2025-04-04 future",
	}
	for s, want := range tests {
		var got []string
		for _, d := range FindDays(s, thursday) {
			got = append(got, fmt.Sprint(d.Span.In(s), " ", d.Date, " ", d.Rule))
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%q\ngot  %s\nwant %s", s, g, want)
		}
	}
	if got := FindDays("on Monday", ""); got != nil {
		t.Errorf("without a day of the article: %v", got)
	}
}

func FuzzFindDays(f *testing.F) {
	f.Add("On Monday, next Tuesday. Sunday", "2025-04-03")
	f.Fuzz(func(t *testing.T, s, day string) {
		published, err := time.Parse(time.DateOnly, day)
		end := 0
		for _, d := range FindDays(s, day) {
			if d.Span.Start < end || d.Span.End > len(s) || d.Span.Empty() {
				t.Fatalf("span %v behind %d", d.Span, end)
			}
			end = d.Span.End
			got, e := time.Parse(time.DateOnly, d.Date)
			if err != nil || e == nil && got.Sub(published).Abs() > 7*24*time.Hour {
				t.Fatalf("%q is %s by %q", d.Span.In(s), d.Date, day)
			}
		}
	})
}

func BenchmarkFindDays(b *testing.B) {
	s := strings.Repeat("The council voted on Monday to keep the ferry, and will meet again on Friday. ", 60)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		FindDays(s, "2025-04-03")
	}
}
