package eval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"inquit/article"
	"inquit/dedupe"
	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/internal/eval"
	"inquit/internal/record"
)

// gold writes lines as a gold file and reads it.
func gold(t testing.TB, lines ...string) *eval.Gold {
	t.Helper()
	file := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := eval.ReadGold(file)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// The text of the tests; spans below are those of its words. Its first mark
// makes code points and bytes differ.
const text = "“The bridge will open in May,” Ann Other said. It cost £3m."

const goldText = `{"id":"x","text":"…","quotes":[{"start":0,"end":30,"type":"direct","speech":true,"speaker":{"start":31,"end":40}},` +
	`{"start":47,"end":58,"type":"indirect","speech":false,"speaker":null}],"claims":[{"start":55,"end":58,"value":3000000,"unit":"GBP"}]}`

// made builds the claims that a perfect program would find in text.
func made() *extract.Claims {
	at := func(words string) article.Span {
		i := strings.Index(text, words)
		return article.Span{Start: i, End: i + len(words)}
	}
	three, _ := number.ParseDecimal("3000000")
	q := at("The bridge will open in May,")
	return &extract.Claims{
		Article: article.New("x.txt", "", "x", text, nil),
		Quotations: []quote.Quotation{{
			Kind: quote.Direct, Speech: true, Parts: []quote.Part{{Span: q, Outer: q}},
			Speaker: quote.Speaker{Name: "Ann Other", Mention: at("Ann Other")},
		}},
		Numbers: []number.Number{{Span: at("£3m"), Value: three, Unit: "GBP"}},
	}
}

func score(t testing.TB, g *eval.Gold, c *extract.Claims, l record.Links) eval.Scores {
	t.Helper()
	s, err := eval.Score(g, record.Set{Claims: []*extract.Claims{c}, Links: l})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func want(t *testing.T, s eval.Scores, figures map[string]float64) {
	t.Helper()
	for name, want := range figures {
		if got, ok := s.Get(name); !ok || got != want {
			t.Errorf("%s = %v (there: %t), want %v", name, got, ok, want)
		}
	}
}

func TestPerfect(t *testing.T) {
	want(t, score(t, gold(t, goldText), made(), record.Links{}), map[string]float64{
		"quotes.f1": 100, "quotes.exact": 100, "quotes.speaker": 100, "quotes.e2e": 100, "quotes.direct.recall": 100,
		"numbers.value.f1": 100, "numbers.unit.f1": 100,
	})
}

func TestWrong(t *testing.T) {
	c := made()
	c.Quotations[0].Speaker.Mention = article.Span{}
	c.Quotations[0].Parts[0].Span.End -= 8 // still more than half of the words
	c.Numbers[0].Unit = "USD"
	want(t, score(t, gold(t, goldText), c, record.Links{}), map[string]float64{
		"quotes.f1": 100, "quotes.exact": 0, "quotes.speaker": 0, "quotes.e2e": 0,
		"numbers.value.f1": 100, "numbers.unit.f1": 0,
	})
	c.Quotations[0].Parts[0].Span.End = c.Quotations[0].Parts[0].Start + 5
	c.Numbers = nil
	want(t, score(t, gold(t, goldText), c, record.Links{}), map[string]float64{"quotes.f1": 0, "numbers.value.f1": 0})
}

func TestRecordForm(t *testing.T) {
	g := gold(t,
		`{"type":"article","id":"a:1","path":"dir/x.txt","event":"e:1"}`,
		`{"type":"quote","id":"q:1","article":"a:1","kind":"direct","parts":[{"start":1,"end":29}],"speaker":{"name":"The Ann Other","mention":null}}`,
		`{"type":"number","article":"a:1","span":{"start":55,"end":58},"value":3000000,"value_max":null,"unit":"GBP","change":null}`)
	want(t, score(t, g, made(), record.Links{}), map[string]float64{"quotes.e2e": 100, "numbers.unit.f1": 100, "events.b3": 100})
}

// TestGroups scores three articles of which two belong together.
func TestGroups(t *testing.T) {
	g := gold(t, `{"id":"a","text":"1","event":"E"}`, `{"id":"b","text":"2","event":"E"}`, `{"id":"c","text":"3","event":"F"}`)
	var set record.Set
	var ids []string
	for _, id := range []string{"a", "b", "c"} {
		a := article.New("g.jsonl", "", id, id, nil)
		set.Claims = append(set.Claims, &extract.Claims{Article: a})
		ids = append(ids, a.ID)
	}
	set.Links.Events = []dedupe.Event{{ID: "e:1", Articles: ids}}
	s, err := eval.Score(g, set)
	if err != nil {
		t.Fatal(err)
	}
	// Precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall 1; one pair of three right.
	want(t, s, map[string]float64{"events.pairs.recall": 100, "events.b3": 200 * (5. / 9) / (1 + 5./9) * 1})
	if got, _ := s.Get("events.pairs.precision"); got < 33.3 || got > 33.4 {
		t.Errorf("pair precision %v, want a third", got)
	}
}

func TestUnder(t *testing.T) {
	s := eval.Scores{{Name: "quotes.f1", Value: 80}}
	for limit, want := range map[string]int{"quotes.f1=79": 0, "quotes.f1=80": 0, "quotes.f1=80.5": 1} {
		if bad, err := s.Under([]string{limit}); err != nil || len(bad) != want {
			t.Errorf("Under(%q) = %q, %v, want %d", limit, bad, err, want)
		}
	}
	for _, limit := range []string{"quotes.f1", "quotes.f1=x", "other=1"} {
		if _, err := s.Under([]string{limit}); err == nil {
			t.Errorf("Under(%q) gives no error", limit)
		}
	}
}

func TestReadGoldErrors(t *testing.T) {
	for content, want := range map[string]string{"": "no gold", "{": "line 1", `{"type":"event"}`: "no gold"} {
		file := filepath.Join(t.TempDir(), "gold.jsonl")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := eval.ReadGold(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadGold of %q: %v, want an error with %q", content, err, want)
		}
	}
}

func ExampleScores_Under() {
	scores := eval.Scores{{Name: "quotes.e2e", Value: 81.5, Of: "163 of 200"}}
	bad, err := scores.Under([]string{"quotes.e2e=88"})
	fmt.Println(bad, err)
	// Output: [quotes.e2e is 81.50, under 88] <nil>
}
