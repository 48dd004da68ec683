package dedupe

import (
	"reflect"
	"testing"
)

func TestExplain(t *testing.T) {
	whole, other := madeText(1, 300), madeText(2, 300)
	tests := map[string]struct {
		a, b        string
		copies, one bool
	}{
		"the same text": {whole, whole, true, true},
		"half of it":    {whole, whole[:len(whole)/2], true, true},
		"other texts":   {whole, other, false, false},
		"no text":       {whole, "", false, false},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			a, b := claimsFor("a", tt.a), claimsFor("b", tt.b)
			e := Explain(a, b)
			if e.Copies != tt.copies || e.OneEvent != tt.one {
				t.Errorf("copies %v, one event %v (chance %.2f, likeness %.2f), want %v %v", e.Copies, e.OneEvent, e.Chance, e.Likeness, tt.copies, tt.one)
			}
			if back := Explain(b, a); !reflect.DeepEqual(e, back) {
				t.Errorf("other way round: %+v, want %+v", back, e)
			}
		})
	}
}

func TestDates(t *testing.T) {
	day := lastWeekday(11000, 0) // a Monday
	tests := map[string]struct {
		a, b        string
		same, other float64
	}{
		"both forms":       {"They met on March 14.", "On 14 March they met.", 1, 0},
		"another day":      {"They met on March 14.", "They met on July 12.", 0, 1},
		"no day":           {"They met on March 14.", "They met.", 0, 0},
		"a year is no day": {"They met in March 2014.", "They met on March 20.", 0, 0},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			same, other := datesOf(appendWords(nil, tt.a, 0), 0).against(datesOf(appendWords(nil, tt.b, 0), 0))
			if same != tt.same || other != tt.other {
				t.Errorf("got %v %v, want %v %v", same, other, tt.same, tt.other)
			}
		})
	}
	if same, _ := datesOf(appendWords(nil, "They met on Monday.", 0), day+2).against(dates{yearDay(day)}); same != 1 {
		t.Error("Monday is not the Monday before the day of publication")
	}
}
