package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"inquit/article"
)

func TestTables(t *testing.T) {
	const head = "id,Title,body,date\n"
	tests := []struct{ what, file, content, want string }{
		{"two records", "a.csv", head + "1,T,One.,2025-01-01\n2,T,Two.,\n", "line 2= \"One.\"\nline 3= \"Two.\"\n"},
		{"lines in a field", "a.csv", head + "1,T,\"One.\n\nMore \"\"of\"\" it.\",\n2,T,Two.,\n", "line 2= \"One.\\n\\nMore \\\"of\\\" it.\"\nline 5= \"Two.\"\n"},
		{"tabs", "a.tsv", "title\ttext\nT\tOne.\n", "line 2= \"One.\"\n"},
		{"semicolons", "a.csv", "title;text\nT;One, two.\n", "line 2= \"One, two.\"\n"},
		{"a mark before", "a.csv", "\ufefftext,title\nOne.,T\n", "line 2= \"One.\"\n"},
		{"UTF-16", "a.csv", "\xff\xfet\x00e\x00x\x00t\x00\n\x00O\x00.\x00\n\x00", "line 2= \"O.\"\n"},
		{"old encoding", "a.csv", "text\nCaf\xe9 au lait.\n", "line 2= \"Café au lait.\"\n"},
		{"a short record", "a.csv", head + "1\n2,T,Two.,\n", "line 2! no text: it has none of the fields text, body, content, maintext\nline 3= \"Two.\"\n"},
		{"a long record", "a.csv", "text\nOne.,x,y\n", "line 2= \"One.\"\n"},
		{"quotes within", "a.csv", "text\nThe \"ferry\" stays.\n", "line 2= \"The \\\"ferry\\\" stays.\"\n"},
		{"no text field", "a.csv", "id,title\n1,T\n", "! no text: it has none of the fields text, body, content, maintext\n"},
		{"no records", "a.csv", head, "! no text\n"},
		{"empty", "a.csv", "", "! no text\n"},
		{"packed", "a.csv.gz", gz("text\nOne.\n"), "line 2= \"One.\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if got := outcome(tt.file, tt.content, Options{}); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// A quotation mark that is never closed would swallow the table.
func TestTableBound(t *testing.T) {
	content := "text\nOne.\n\"" + strings.Repeat("a,b\n", 1<<18)
	got := outcome("a.csv", content, Options{MaxArticle: 1 << 17})
	if want := "line 2= \"One.\"\n! too large: a record of more than 128.0 KiB\n"; got != want {
		t.Errorf("got %.300q", got)
	}
}

func TestMap(t *testing.T) {
	tests := []struct{ fields, file, content, want string }{
		{"text=story", "a.csv", "story,text\nOne.,Two.\n", "= \"One.\" title <nil>"},
		{"text=story,title=kop", "a.csv", "Story,KOP\nOne.,Ferry\n", "= \"One.\" title Ferry"},
		{"text=article.body,title=meta.h", "a.json", `{"article":{"body":"One."},"meta":{"h":"Ferry"}}`, "= \"One.\" title Ferry"},
		{"text=full|short", "a.json", `{"full":"","short":"One."}`, "= \"One.\" title <nil>"},
		{"text=a.b", "a.json", `{"a.b":"One."}`, "= \"One.\" title <nil>"},
	}
	for _, tt := range tests {
		for a, err := range Read(Source{Path: tt.file}, []byte(tt.content), Options{Map: tt.fields}) {
			if err != nil {
				t.Fatalf("%s: %v", tt.fields, err)
			}
			title := "<nil>"
			if a.Title != nil && a.Title.From == article.FromMetadata {
				title = a.Title.Value
			}
			if got := fmt.Sprintf("= %q title %s", a.Source, title); got != tt.want {
				t.Errorf("%s: got %s, want %s", tt.fields, got, tt.want)
			}
		}
	}
	for fields, ok := range map[string]bool{"": true, "text=a": true, "txt=a": false, "text=": false, "text": false, "text=a,title=b|c": true} {
		if err := (Options{Map: fields}).Check(); (err == nil) != ok {
			t.Errorf("Check(%q) = %v", fields, err)
		}
	}
}

func TestFeeds(t *testing.T) {
	rss := func(items string) string {
		return `<?xml version="1.0"?><rss version="2.0" xmlns:content="x" xmlns:dc="y"><channel><title>Coast Herald</title><link>http://h.example</link>` + items + `</channel></rss>`
	}
	one := `<item><title>Ferry &amp; fares</title><link> http://h.example/1 </link><guid>g1</guid><pubDate>Thu, 05 Jun 2025 10:00:00 GMT</pubDate><dc:creator>Ann Other</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>One &eacute;.</p><p>Two.</p>]]></content:encoded></item>`
	tests := []struct{ what, file, content, want string }{
		{"full text", "a.xml", rss(one), "item 1= \"One é.\\n\\nTwo.\\n\" body g1 http://h.example/1 Ferry & fares, Coast Herald, 2025-06-05, Ann Other\n"},
		{"summary", "a.rss", rss(`<item><title>T</title><description>&lt;p&gt;Short &amp;amp; sweet.&lt;/p&gt;</description></item>`), "item 1= \"Short & sweet.\\n\" summary   T, Coast Herald, \n"},
		{
			"Atom", "a.atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Coast Herald</title><entry><title type="html">A &lt;b&gt;or&lt;/b&gt; B</title><link rel="self" href="http://x"/><link href="http://h.example/2"/><id>i2</id><published>2025-06-05T23:30:00Z</published><author><name>Bob Sample</name><email>b@x.example</email></author><content type="xhtml"><div><p>One.</p><p>A &lt; B.</p></div></content></entry></feed>`,
			"item 1= \"One.\\n\\nA < B.\\n\" body i2 http://h.example/2 A or B, Coast Herald, 2025-06-05, Bob Sample\n",
		},
		{"Atom text", "feed", `<feed><entry><content>One &lt; two.</content></entry></feed>`, "item 1= \"One < two.\" body   , , \n"},
		{"no text", "a.xml", rss(`<item><title>T</title></item>` + one), "item 1! no text: an item without text or summary\nitem 2= \"One é.\\n\\nTwo.\\n\" body g1 http://h.example/1 Ferry & fares, Coast Herald, 2025-06-05, Ann Other\n"},
		{"no items", "a.xml", rss(""), "! no text: the feed is empty\n"},
		{"closed by outer tags", "a.xml", rss(one + "<item><description>Sh"), "item 1= \"One é.\\n\\nTwo.\\n\" body g1 http://h.example/1 Ferry & fares, Coast Herald, 2025-06-05, Ann Other\nitem 2= \"Sh\" summary   , Coast Herald, \n"},
		{"cut off in an item", "a.xml", "<rss><channel><item><description>Sh", "item 1! not a feed: the file ends inside it\n"},
		{"cut off in a tag", "a.xml", "<rss><channel><item><descr", "item 1! not a feed: the file ends inside a tag\n"},
		{"external entity", "a.xml", `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]><rss><channel><item><description>A &x; &y; B.</description></item></channel></rss>`, "item 1= \"A &x; &y; B.\\n\" summary   , , \n"},
		{"old encoding", "a.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><description>Caf\xe9.</description></item></channel></rss>", "item 1= \"Café.\" summary   , , \n"},
		{"undeclared encoding", "a.xml", "<rss><channel><item><description>Caf\xe9 " + strings.Repeat("a ", 10) + ".</description></item></channel></rss>", "item 1= \"Café " + strings.Repeat("a ", 10) + ".\" summary   , , \n"},
		{"controls", "a.xml", "<rss><channel><item><description>A\x01B\x00.</description></item></channel></rss>", "item 1= \"A B .\" summary   , , \n"},
		{"unclosed tags", "a.xml", "<rss><channel><item><x><y><description>One.</description></item><item><description>Two.</description></item>", "item 1= \"One.\" summary   , , \nitem 2= \"Two.\" summary   , , \n"},
		{"deep", "a.xml", "<rss><channel><item>" + strings.Repeat("<a>", 1000), "item 1! not a feed: its elements lie too deep in each other\n"},
		{"not XML", "a.rss", "The ferry stays.", "! no text: the feed is empty\n"},
		{"empty", "a.rss", "", "! no text: the feed is empty\n"},
		{"a page called xml", "a.xml", "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>One.</p></body></html>", "= \"One.\\n\" body   , , \n"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			got := ""
			for a, err := range Read(Source{Path: tt.file}, []byte(tt.content), Options{}) {
				got += strings.TrimSuffix(line(a, err), "\n")
				if err == nil {
					got += fmt.Sprintf(" %s %s %s %s, %s, %s", a.Zones[0].Zone, a.SourceID, a.URL, a.Title, a.Outlet, a.Published)
					for _, n := range a.Authors {
						got += ", " + n.Value
					}
				}
				got += "\n"
			}
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestSidecars(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a.txt": "One.", "a.meta.json": `{"title":"Ferry","outlet":"Coast Herald","date":"5 June 2025","authors":["Ann Other"],"url":"http://h.example/1","lang":"EN"}`,
		"b.json": `{"text":"Two.","title":"Other","outlet":"Post","url":"u"}`, "b.json.meta.json": `{"headline":"Ferry"}`,
		"c.jsonl": "{\"text\":\"Three.\",\"title\":\"T\"}", "c.meta.json": `{"title":"Ferry","outlet":"Coast Herald"}`,
		"d.txt": "Four.", "d.meta.json": `{"title":`,
		"e.txt": "Five.", "e.meta.json": `{"date":"31 February 2025"}`,
		"f.meta.json": `{"title":"no text"}`,
	})
	var got []string
	as, bad := readAll(t, Options{}, dir)
	for _, a := range as {
		from := ""
		if a.Title != nil {
			from = string(a.Title.From)
		}
		got = append(got, fmt.Sprint(a.Path, " ", a.Title, " ", from, " ", a.Outlet, " ", a.Published, " ", len(a.Authors), " ", a.URL, " ", a.Lang))
	}
	for _, e := range bad {
		got = append(got, e.Error())
	}
	equal(t, "sidecars", got,
		"a.txt Ferry sidecar Coast Herald 2025-06-05 1 http://h.example/1 en", "b.json Ferry sidecar Post  0 u ", "c.jsonl T metadata Coast Herald  0  ",
		"d.txt     0  ", "e.txt     0  ",
		`"d.meta.json": not JSON: unexpected end of JSON input at line 1, byte 9`, `"e.meta.json": "31 February 2025" is no date`,
		`"f.meta.json": no text: it has none of the fields text, body, content, maintext`)
	equal(t, "walk", walked(t, filepath.Join(dir, "a.txt")), "a.txt")
}

// A source has changed when its sidecar has.
func TestSidecarChanges(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "One."})
	source := func() (found Source) {
		for s, err := range Walk(t.Context(), []string{dir}, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			found = s
		}
		return found
	}
	before := source()
	write(t, dir, map[string]string{"a.meta.json": "{}"})
	with := source()
	if before.Size == with.Size {
		t.Error("a new sidecar is no change")
	}
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "a.meta.json"), later, later); err != nil {
		t.Fatal(err)
	}
	if s := source(); s.ModTime.Equal(with.ModTime) {
		t.Error("a changed sidecar is no change")
	}
}
