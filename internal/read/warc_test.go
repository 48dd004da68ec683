package read

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rec writes a WARC record; a length below zero is the right one.
func rec(kind, mime, body string, length int) string {
	if length < 0 {
		length = len(body)
	}
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: http://www.herald.example/a b\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, mime, length, body)
}

const (
	answer     = "application/http; msgtype=response"
	okHTML     = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
	pageOne    = okHTML + "<html><p>One.</p>"
	pageTwo    = okHTML + "<html><p>Two.</p>"
	saysOne    = "record 1= \"One.\\n\"\n"
	saysTwo    = "record 2= \"Two.\\n\"\n"
	chunkedOne = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<html><p>\r\n4;x=y\r\nOne.\r\n0\r\n\r\n"
)

func TestWARC(t *testing.T) {
	one, two := rec("response", answer, pageOne, -1), rec("response", answer, pageTwo, -1)
	tests := []struct{ what, file, content, want string }{
		{"two pages", "a.warc", one + two, saysOne + saysTwo},
		{"under another name", "a.txt", one, saysOne},
		{"packed record by record", "a.warc.gz", gz(one, two), saysOne + saysTwo},
		{"packed in one", "a.warc.gz", gz(one + two), saysOne + saysTwo},
		{"packed across records", "a.warc.gz", gz(one[:50], one[50:]+two[:30], two[30:]), saysOne + saysTwo},
		{"zstd", "a.warc.zst", zst(one + two), saysOne + saysTwo},
		{"requests and their like", "a.warc", rec("warcinfo", "application/warc-fields", "software: x", -1) + rec("request", answer, "GET / HTTP/1.1\r\n\r\n", -1) +
			rec("revisit", answer, pageOne, -1) + rec("metadata", "text/plain", "x", -1) + rec("response", answer, pageOne, -1), "record 5= \"One.\\n\"\n"},
		{"what is no page", "a.warc", rec("response", answer, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", -1) +
			rec("response", answer, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><p>Gone.", -1) + one, "record 3= \"One.\\n\"\n"},
		{"a resource", "a.warc", rec("resource", "text/html", "<html><p>One.</p>", -1), saysOne},
		{"plain text", "a.warc", rec("response", answer, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nOne.", -1), "record 1= \"One.\"\n"},
		{"chunks", "a.warc", rec("response", answer, chunkedOne, -1), saysOne},
		{"chunks joined before", "a.warc", rec("response", answer, strings.Replace(okHTML, "\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n", 1)+"<html><p>One.</p>", -1), saysOne},
		{"a packed page", "a.warc", rec("response", answer, strings.Replace(okHTML, "\r\n\r\n", "\r\nContent-Encoding: gzip\r\n\r\n", 1)+gz("<html><p>One.</p>"), -1), saysOne},
		{"unpacked before", "a.warc", rec("response", answer, strings.Replace(pageOne, "\r\n\r\n", "\r\nContent-Encoding: gzip\r\n\r\n", 1), -1), saysOne},
		{
			"brotli", "a.warc", rec("response", answer, strings.Replace(okHTML, "\r\n\r\n", "\r\nContent-Encoding: br\r\n\r\n", 1)+"\x8b\x05\x80\x00", -1) + two,
			"record 1! its page is packed in a way that is not read: br\n" + saysTwo,
		},
		{"a page without text", "a.warc", rec("response", answer, okHTML+"<html>", -1) + two, "record 1! no text: a page without any\n" + saysTwo},
		{"length too small", "a.warc", rec("response", answer, pageOne, 70) + two, "record 1! " + errLength.Error() + "\n" + saysTwo},
		{"length too large", "a.warc", rec("response", answer, pageOne, len(pageOne)+100) + two + two, "record 1! " + errLength.Error() + "\n" + saysTwo + "record 3= \"Two.\\n\"\n"},
		{"length far too large", "a.warc", rec("response", answer, pageOne, 1<<20) + two, "record 1! " + errCutRecord.Error() + "\n" + saysTwo},
		{"no length", "a.warc", strings.Replace(one, "Content-Length", "Content-Breadth", 1) + two, "record 1! " + errNoLength.Error() + "\n" + saysTwo},
		{"negative length", "a.warc", strings.Replace(one, "Content-Length: ", "Content-Length: -", 1) + two, "record 1! " + errNoLength.Error() + "\n" + saysTwo},
		{"a long header", "a.warc", "WARC/1.0\r\nX: " + strings.Repeat("x", maxHeader) + "\r\n\r\n" + two, "record 1! " + errHeader.Error() + "\n" + saysTwo},
		{"cut off", "a.warc", one + two[:len(two)-20], saysOne + "record 2! " + errCutRecord.Error() + "\n"},
		{"cut off in its header", "a.warc", one + two[:40], saysOne + "record 2! " + errCutRecord.Error() + "\n"},
		{"damage in between", "a.warc", one + "\r\nsome bytes\r\n\r\n" + two, "record 1! " + errLength.Error() + "\n" + saysTwo},
		{"damaged member", "a.warc.gz", gz(one) + broken(gz(two), 40) + gz(one), saysOne + "record 2! damaged: the packed data makes no sense\nrecord 3= \"One.\\n\"\n"},
		{"no record", "a.warc", "The ferry stays.\n", "record 1! " + errNoRecord.Error() + "\n"},
		{"empty", "a.warc", "", "! " + errNoArchive.Error() + "\n"},
		{"nothing but blanks", "a.warc", "\r\n\r\n", "! " + errNoArchive.Error() + "\n"},
		{"in a zip", "a.zip", zipOf("a.warc", one), "a.warc, " + saysOne},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			if got := outcome(tt.file, tt.content, Options{}); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// A page from a web archive knows its address, and by it its outlet.
func TestWARCAddress(t *testing.T) {
	for a, err := range Read(Source{Path: "a.warc"}, []byte(rec("response", answer, pageOne, -1)), Options{}) {
		if err != nil || a.URL != "http://www.herald.example/a%20b" || a.Outlet.String() != "herald.example" {
			t.Errorf("url %q, outlet %v, %v", a.URL, a.Outlet, err)
		}
	}
}

func TestARC(t *testing.T) {
	arc := func(length string) string {
		return "http://herald.example/a b 192.0.2.1 20140216050221 text/html " + length + "\n" + pageOne + "\n"
	}
	right := fmt.Sprint(len(pageOne))
	const head = "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 24\n1 0 Sample\nURL IP-address\n\n"
	tests := []struct{ what, content, want string }{
		{"two pages", head + arc(right) + arc(right), "record 2= \"One.\\n\"\nrecord 3= \"One.\\n\"\n"},
		{"no length", head + arc("-1") + arc(right), "record 2! " + errLength.Error() + ": \"-1\"\nrecord 3= \"One.\\n\"\n"},
		{"length no number", head + arc("abc") + arc(right), "record 2! " + errLength.Error() + ": \"abc\"\nrecord 3= \"One.\\n\"\n"},
		{"length too small", head + arc("70") + arc(right), "record 2! " + errLength.Error() + "\nrecord 3= \"One.\\n\"\n"},
	}
	for _, tt := range tests {
		for name, content := range map[string]string{"a.arc": tt.content, "a.arc.gz": gz(tt.content)} {
			if got := outcome(name, content, Options{}); got != tt.want {
				t.Errorf("%s, %s:\ngot  %q\nwant %q", tt.what, name, got, tt.want)
			}
		}
	}
}

// TestWARCSamples reads the web archives of the measuring data.
func TestWARCSamples(t *testing.T) {
	dir := sharedDir(t, "eval/bad/warc")
	const example = "http://example.com/"
	want := map[string]string{
		"example.warc": "record 3 " + example, "example.warc.gz": "record 3 " + example,
		"example-iana.org-chunked.warc": "record 2 http://iana.org/", "example-resource.warc.gz": "record 3 " + example,
		"example.arc": "record 2 " + example, "example.arc.gz": "record 2 " + example,
		"example-space-in-url.arc":            "record 2 http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples%20From%20The%20Live%20Web&IsPopUp=False",
		"example-trunc.warc":                  "record 3! " + errLength.Error(),
		"bad.arc":                             "record 2! " + errLength.Error() + ": \"-1\"; record 3! no text; record 4! " + errLength.Error() + ": \"abc\"",
		"example-digest.warc":                 "",
		"example-wget-bad-target-uri.warc.gz": "record 3 " + example,
		"example-space-in-target-uri.warc.gz": "",
		"example-bad.warc.gz.bad":             "record 2 http://example.com?example=1", // one member for all, and whole
		"example-bad-non-chunked.warc.gz":     "record 3 " + example,
		"example-wrong-chunks.warc.gz":        "record 1 " + example,
		"post-test.warc.gz":                   "",
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		var got []string
		s := Source{Root: dir, Abs: filepath.Join(dir, e.Name()), Path: e.Name(), Named: true, Size: 1}
		for a, err := range Articles(context.Background(), s, Options{}) {
			if err != nil {
				bad := asFileError(t, err)
				got = append(got, bad.Member+"! "+bad.Err.Error())
				continue
			}
			got = append(got, a.Member+" "+a.URL)
		}
		if g := strings.Join(got, "; "); g != want[e.Name()] {
			t.Errorf("%s\ngot  %s\nwant %s", e.Name(), g, want[e.Name()])
		}
	}
}
