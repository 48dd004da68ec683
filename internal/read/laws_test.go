package read

import (
	"strings"
	"testing"
	"time"

	"inquit/article"
	"inquit/internal/text"
)

// checkZones holds the promise of Zones: sorted, not overlapping, inside the
// text, and nothing but blanks left out.
func checkZones(t *testing.T, a *article.Article) {
	t.Helper()
	at := 0
	for _, z := range a.Zones {
		if z.Start < at || z.End <= z.Start || z.End > len(a.Source) {
			t.Fatalf("zone %v after byte %d of %d in %q", z, at, len(a.Source), a.Source)
		}
		if left := a.Source[at:z.Start]; strings.TrimFunc(left, blank) != "" {
			t.Fatalf("left out %q before %v in %q", left, z, a.Source)
		}
		at = z.End
	}
	if left := a.Source[at:]; strings.TrimFunc(left, blank) != "" {
		t.Fatalf("left out %q at the end of %q", left, a.Source)
	}
	for _, f := range []*article.Field{a.Title, a.Published, a.Outlet} {
		if f != nil && (f.Value == "" || f.Span.Start < 0 || f.Span.End > len(a.Source)) {
			t.Fatalf("field %+v in %q", f, a.Source)
		}
	}
}

func FuzzZones(f *testing.F) {
	for _, s := range []string{
		" date 2025-06-05 Ferry stays\n\nBy Ann Other\n\nPORT SAMPLE (AP) — The ferry stays.",
		"Your support helps us tell the story\nOur readers.The ferry stays.",
		"Titleā\r\n\r\n\u00adIslandās ferry\u200b stays.\rIt sails ( Reuters )",
		"---\ntitle: x\n---\nA\nb\nc", "A:\nB: c\nA: d", "\xff\n.\n\u2028", "By By\nBy By", "(", "Photo:\n[", "date 1-1-1\nx",
		"\ufeff\u200b\n\u0085 x", "T 24.99 am\n7 p.m.\n7 / 8 / 2022 @ 3:05PM\nx",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		a := article.New("a.txt", "", "", s, text.FindRepairs(s))
		Zones(a)
		checkZones(t, a)
		b := article.New("a.txt", "", "", s, a.Repairs)
		Zones(b)
		if describe(a) != describe(b) {
			t.Fatalf("two runs differ on %q", s)
		}
	})
}

// FuzzRead holds that no content of any format panics, and that whatever is
// read keeps the promises of an article.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"text":"a"}`, `[{"text":"a"},{"body":1}]`, "{\"text\":\"a\"}\n{", "[", "[1,,2]", "\xff\xfe{\x00", "{\"text\":\"\\ud800\"}",
		"<p>a<figcaption>b</figcaption>c", "<!doctype html><script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"author\":{}}]</script><p>a",
		"<table><td>a<svg><title>b</svg>", "\x00\x01", "%PDF-", "a\rb",
		"text,title\n\"a\",b\n\"", "<rss><item><description>&lt;p>a</description></item><item>", "<feed><entry><content type=\"xhtml\"><p>a",
		rec("response", answer, pageOne, -1) + rec("response", answer, chunkedOne, 40), gz("a", "b"), zst("{\"text\":\"a\"}"), zipOf("a.txt", "b", "../c.csv", "text\nd"), tarOf("a.txt", "b", "l", "-> x"),
		"http://a.b/c 1.2.3.4 20140216050221 text/html 30\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"a.txt", "a.json", "a.jsonl", "a.html", "a.csv", "a.rss", "a.warc", "a.arc", "a.tar"} {
			for a, err := range Read(Source{Path: name}, []byte(s), Options{MaxArticle: 1 << 20}) {
				if err == nil {
					checkZones(t, a)
				}
			}
		}
	})
}

// TestLinear reads hostile text of one size and of eight times that.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	patterns := map[string]struct{ name, unit, head, tail string }{
		"one long line":       {"a.txt", "The ferry stays. ", "", ""},
		"short lines":         {"a.txt", "a line without a stop that is rather long\n", "", ""},
		"same line":           {"a.txt", "The ferry stays in the harbour for now\n\n", "", ""},
		"labels":              {"a.txt", "MR DOE: Yes.\n", "", ""},
		"appeals":             {"a.txt", "Your donation helps our readers.Your donation helps our readers.\n", "", ""},
		"dates":               {"a.txt", "3 April 2025 10:12 ", "", ""},
		"blanks":              {"a.txt", "            \t\u00a0", "a", "b"},
		"digits":              {"a.txt", "1 / 1 / 1 ", "", ""},
		"today":               {"a.txt", "today (((((((((((( ", "", ""},
		"brackets":            {"a.txt", "((((((((", "", ""},
		"wrapped":             {"a.txt", "the ferry stays in the\n", "", ""},
		"names":               {"a.txt", "Jane Roe\n", "Title of it\n", ""},
		"quotes":              {"a.txt", "“”\"’", "", ""},
		"nested arrays":       {"a.json", "[", "", ""},
		"array of small":      {"a.json", `{"text":"a"},`, "[", `{"text":"a"}]`},
		"escapes":             {"a.json", `\\`, `{"text":"`, `"}`},
		"JSON lines":          {"a.jsonl", "{\"text\":\"a b c\"}\n", "", ""},
		"nested page":         {"a.html", "<div>", "", "a"},
		"nested inline":       {"a.html", "<b><i>", "<p>", "a"},
		"paragraphs":          {"a.html", "<p>The ferry stays, the council said, and so do we.</p>", "<article>", ""},
		"captions":            {"a.html", "<figcaption>a</figcaption>", "", ""},
		"unclosed tags":       {"a.html", "<p <p ", "", ""},
		"entities":            {"a.html", "&amp;&#x41;&", "<p>", ""},
		"attributes":          {"a.html", " a=b", "<p", ">x"},
		"script after script": {"a.html", "<script>a</script>", "", "<p>x"},
		"cells":               {"a.html", "<td>a", "<table>", ""},
		"records of a table":  {"a.csv", "The ferry stays.,b\n", "text,title\n", ""},
		"open quotes":         {"a.csv", "a,\"b\n", "text,title\n", ""},
		"items":               {"a.rss", "<item><description>a &lt;p&gt;b</description></item>", "<rss>", ""},
		"deep items":          {"a.rss", "<item><item>", "<rss>", ""},
		"stray closing tags":  {"a.rss", "<a></b>", "<rss><item><title>", ""},
		"ampersands":          {"a.rss", "&&amp;&#x;", "<rss><item><description>", ""},
		"records":             {"a.warc", rec("response", answer, pageOne, -1), "", ""},
		"records too long":    {"a.warc", rec("response", answer, pageOne, 1<<14), "", ""},
		"records cut off":     {"a.warc", rec("response", answer, pageOne, 1<<30), "", ""},
		"records too short":   {"a.warc", rec("response", answer, pageOne, 10), "", ""},
		"endless header":      {"a.warc", "A: b\r\n", "WARC/1.0\r\n", ""},
		"no records":          {"a.warc", "WARC/1.0\n\n", "", ""},
		"chunks":              {"a.warc", "1\r\na\r\n", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", ""},
		"lines before pages":  {"a.arc", "http://a.b/c 1.2.3.4 20140216050221 text/html x\n", "", ""},
		"gzip members":        {"a.txt.gz", gz("The ferry."), "", ""},
		"gzip magics":         {"a.warc.gz", gzipMagic, gz(rec("response", answer, pageOne, 9)), ""},
		"members of a tar":    {"a.tar", tarOf("a.txt", "The ferry.")[:1024], "", ""},
	}
	for what, p := range patterns {
		t.Run(what, func(t *testing.T) {
			small := p.head + strings.Repeat(p.unit, max(1, 1<<15/len(p.unit))) + p.tail
			large := p.head + strings.Repeat(p.unit, max(1, 1<<18/len(p.unit))) + p.tail
			// Eight times the input may take 2.2³ times the time; quadratic
			// would be 64, and seconds at this size. On a busy machine one
			// measurement may fail, not five.
			var one, two time.Duration
			for range 5 {
				one, two = fastest(p.name, small), fastest(p.name, large)
				if two < 150*time.Millisecond || two < one*20 {
					return
				}
			}
			t.Errorf("%v for %d bytes, %v for %d", one, len(small), two, len(large))
		})
	}
}

// fastest returns the best time of three.
func fastest(name, content string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		for range Read(Source{Path: name}, []byte(content), Options{}) {
		}
		best = min(best, time.Since(start))
	}
	return best
}

// TestCueExamples holds that each line of cues.txt decides its own example.
func TestCueExamples(t *testing.T) {
	f := finder{table: cues()}
	n := 0
	for line := range strings.Lines(cuesText) {
		c, ok := parseCue(line)
		if !ok {
			if s := strings.TrimSpace(line); s != "" && s != "#" && !strings.HasPrefix(s, "# ") {
				t.Errorf("cues.txt: %q is no cue", s)
			}
			continue
		}
		n++
		if _, size := longestWord([]byte(c.words)); size < minKey && (c.place == anyPart || c.place == appeal) {
			t.Errorf("%q has no word long enough to be found by", c.words)
		}
		if c.place == appeal {
			if !f.asks(c.example) {
				t.Errorf("%q asks for nothing in %q", c.words, c.example)
			}
			continue
		}
		got, ok := f.find(c.example)
		if !ok || got.zone != c.zone || !fits(got, c.example) {
			t.Errorf("%q gives %v %v, want zone %s by %q", c.example, got, ok, c.zone, c.words)
		}
	}
	if n < 200 {
		t.Errorf("only %d cues", n)
	}
}

// Sentences that begin or go on like a cue and are news all the same.
func TestCuesLeaveNewsAlone(t *testing.T) {
	for _, s := range []string{
		"Sweden wants to become a member of the alliance, its minister told reporters.",
		"More on the budget will be said next week, according to the treasury.",
		"This video of the storm was taken by a fisherman who lives on the pier.",
		"The company changed its privacy policy in May, the regulator said.",
		"Reporting by the commission found that the pier was never checked.",
		"Copyright law does not cover the harbour’s old maps, the judge ruled.",
		"By Monday the pier had been closed for three weeks.",
		"By law the council must publish the report.",
		"“Sign up to our scheme,” the minister told farmers.",
		"Close to 300 people came to the meeting.",
		"The grant will help fund our schools, the council leader said in a letter to readers.",
		"See what happens, the minister said.",
		"Watch out for ice, the police warned drivers.",
		"Share prices fell by 3 per cent.",
		"He told the Coast Herald (Photo editors do not like this).",
		"Correction officers at the jail went on strike.",
		"The man in the picture: a mystery that police have not solved.",
	} {
		a := article.New("a.txt", "", "", "Ferry stays\n\nThe council voted on Monday.\n\n"+s+"\n\nIt sails in May.", nil)
		Zones(a)
		if z := a.ZoneAt(strings.Index(a.Source, s)); z != article.Body {
			t.Errorf("%q is %s, want body", s, z)
		}
	}
}
