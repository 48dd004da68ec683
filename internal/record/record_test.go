package record_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"inquit/article"
	"inquit/extract"
	"inquit/internal/people"
	"inquit/internal/pipeline"
	"inquit/internal/record"
)

// corpus extracts the articles of testdata.
func corpus(t *testing.T) []*extract.Claims {
	t.Helper()
	var out []*extract.Claims
	for it, err := range pipeline.Stream(t.Context(), []string{"../../testdata/articles"}, pipeline.Options{}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Claims != nil {
			out = append(out, it.Claims)
		}
	}
	if len(out) < 10 {
		t.Fatalf("%d articles in the corpus, want more", len(out))
	}
	return out
}

// TestRoundTrip wants the claims of an article to come back from their
// records as they went in, and what links them too.
func TestRoundTrip(t *testing.T) {
	claims := corpus(t)
	for _, c := range claims {
		b, err := record.MarshalClaims(c)
		if err != nil {
			t.Fatal(err)
		}
		back, err := record.UnmarshalClaims(b, c.Article.Source)
		if err != nil {
			t.Fatalf("%s: %v", c.Article.Path, err)
		}
		again, err := record.MarshalClaims(back)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b, again) {
			t.Errorf("%s: records changed on the way through:\n%s", c.Article.Path, firstDifference(b, again))
		}
		if back.Article.Text() != c.Article.Text() {
			t.Errorf("%s: the view changed", c.Article.Path)
		}
	}
	links := pipeline.Link(claims, people.Decisions{})
	b, err := record.MarshalLinks(links)
	if err != nil {
		t.Fatal(err)
	}
	back, err := record.UnmarshalLinks(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := record.MarshalLinks(back)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b, again) {
		t.Errorf("links changed on the way through:\n%s", firstDifference(b, again))
	}
}

// firstDifference returns the first line in which two texts differ.
func firstDifference(a, b []byte) string {
	as, bs := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, bs[i], as[i])
		}
	}
	return fmt.Sprintf("%d lines and %d", len(as), len(bs))
}

// TestSchema holds every record of the corpus against the schema.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/record-schema.json")
	if err != nil {
		t.Fatal(err)
	}
	claims := corpus(t)
	links := pipeline.Link(claims, people.Decisions{})
	var b bytes.Buffer
	for _, l := range []*record.Links{nil, links} {
		enc := record.NewEncoder(&b, l)
		for _, c := range claims {
			if err := enc.Claims(c); err != nil {
				t.Fatal(err)
			}
		}
		if err := enc.Links(); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[any]int{}
	for _, line := range bytes.Split(bytes.TrimSpace(b.Bytes()), []byte("\n")) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, line)
		}
		seen[v.(map[string]any)["type"]]++
	}
	for _, want := range []string{"article", "quote", "number", "person", "event", "quote_cluster", "copy_group", "number_cluster"} {
		if seen[want] == 0 {
			t.Errorf("no %s record in the corpus: %v", want, seen)
		}
	}
}

// TestSpans wants both kinds of offset to lead to the words of the span.
func TestSpans(t *testing.T) {
	for _, c := range corpus(t) {
		b, err := record.MarshalClaims(c)
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(c.Article.Source)
		for _, line := range bytes.Split(bytes.TrimSpace(b), []byte("\n")) {
			var v any
			if err := json.Unmarshal(line, &v); err != nil {
				t.Fatal(err)
			}
			eachSpan(v, func(start, end, byteStart, byteEnd int, text string) {
				if got := string(runes[start:end]); got != text {
					t.Errorf("%s: code points %d to %d hold %q, want %q", c.Article.Path, start, end, got, text)
				}
				if got := c.Article.Source[byteStart:byteEnd]; got != text {
					t.Errorf("%s: bytes %d to %d hold %q, want %q", c.Article.Path, byteStart, byteEnd, got, text)
				}
			})
		}
	}
}

// eachSpan calls f for every span inside a decoded record.
func eachSpan(v any, f func(start, end, byteStart, byteEnd int, text string)) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			eachSpan(x, f)
		}
	case map[string]any:
		if text, ok := v["text"].(string); ok && v["byte_start"] != nil && v["end"] != nil {
			at := func(k string) int { n, _ := v[k].(float64); return int(n) }
			f(at("start"), at("end"), at("byte_start"), at("byte_end"), text)
		}
		for _, x := range v {
			eachSpan(x, f)
		}
	}
}

func TestUnmarshalClaimsErrors(t *testing.T) {
	tests := map[string]string{
		"":                 "do not begin with an article",
		`{"type":"quote"}`: "do not begin with an article",
		`{"type":`:         "line 1",
		`{"type":"article"}` + "\n" + `{"type":"event"}`:              `type "event"`,
		`{"type":"article"}` + "\n" + `{"type":"number","value":"x"}`: "no decimal",
	}
	for in, want := range tests {
		_, err := record.UnmarshalClaims([]byte(in), "")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("UnmarshalClaims(%q): error %v, want one with %q", in, err, want)
		}
	}
}

func Example() {
	a := article.New("news.txt", "", "", "“The bridge will open in May,” Ann Other said.", nil)
	enc := record.NewEncoder(os.Stdout, nil)
	if err := enc.Article(&extract.Claims{Article: a}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"type":"article","$schema":"inquit/1","id":"a:8e77d8f23b05da73","path":"news.txt","member":null,"source_id":null,"sha256":"839ac29c9f13dab6f75cdb10b326e4046723b4137f2d999a7a578302e5325764","encoding":{"detected":"","evidence":""},"repairs":[],"title":null,"outlet":null,"authors":[],"published":null,"url":null,"lang":null,"zones":[],"event":null,"copy_group":null}
}
