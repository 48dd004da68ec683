package text

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const curly = "“We can’t pay £4.2m more,” said José Marín – the café’s owner – ‘not now’.\r\nIt was Zoë’s idea… “Really?”\n"

func TestDecode(t *testing.T) {
	mac := strings.ReplaceAll(curly, "£", "£")
	tests := []struct {
		name, in, want string
		declared       string
		enc            wantEnc
	}{
		{"ascii", "plain", "plain", "", wantEnc{"utf-8", "utf-8"}},
		{"utf-8", curly, curly, "windows-1252", wantEnc{"utf-8", "utf-8"}},
		{"utf-8 bom", "\uFEFF" + curly, curly, "", wantEnc{"utf-8", "bom"}},
		{"empty", "", "", "", wantEnc{"utf-8", "utf-8"}},
		{"cp1252", encode(t, charmap.Windows1252, curly), curly, "", wantEnc{"windows-1252", "detected"}},
		{"cp1252 declared latin-1", encode(t, charmap.Windows1252, curly), curly, "ISO-8859-1", wantEnc{"windows-1252", "declared"}},
		{"mac", encode(t, charmap.Macintosh, mac), mac, "", wantEnc{"macintosh", "detected"}},
		{"mac declared", encode(t, charmap.Macintosh, mac), mac, "x-mac-roman", wantEnc{"macintosh", "declared"}},
		{"unknown declared", encode(t, charmap.Windows1252, curly), curly, "x-none", wantEnc{"windows-1252", "detected"}},
		{"declared utf-8 but is not", encode(t, charmap.Windows1252, curly), curly, "utf-8", wantEnc{"windows-1252", "detected"}},
		{"utf-16 bom", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), curly), curly, "", wantEnc{"utf-16le", "bom"}},
		{"utf-16be", encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), curly), curly, "", wantEnc{"utf-16be", "detected"}},
		{"utf-16 astral", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "a 😀 b"), "a 😀 b", "", wantEnc{"utf-16be", "bom"}},
		{"utf-16 odd", "\xFF\xFEa\x00b", "a\uFFFD", "", wantEnc{"utf-16le", "bom"}},
		{"gb18030", encode(t, simplifiedchinese.GB18030, "“We can’t pay,” said Ms Ebele. ‘No.’\n"), "“We can’t pay,” said Ms Ebele. ‘No.’\n", "", wantEnc{"gb18030", "detected"}},
		{"koi8-r", encode(t, charmap.KOI8R, russian), russian, "", wantEnc{"koi8-r", "detected"}},
		{"cp1252 bytes in utf-8", "Zoë’s café: \x93no\x94. “Yes,” said José.", "Zoë’s café: “no”. “Yes,” said José.", "", wantEnc{"utf-8", "utf-8"}},
		{"cut off", "“Yes” she sai\xe2\x80", "“Yes” she sai\uFFFD", "", wantEnc{"utf-8", "utf-8"}},
		{"iso-8859-13", encode(t, charmap.ISO8859_13, "“It’s late,” he said. She’s gone."), "“It’s late,” he said. She’s gone.", "", wantEnc{"iso-8859-13", "detected"}},
		{"cp437", encode(t, charmap.CodePage437, "The café owed £300 to José."), "The café owed £300 to José.", "", wantEnc{"ibm437", "detected"}},
		{"control kept", "a\x1ab\rc", "a\x1ab\rc", "", wantEnc{"utf-8", "utf-8"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, enc, err := Decode([]byte(tt.in), tt.declared)
			if err != nil || got != tt.want || enc.Name != tt.enc.name || enc.Evidence != tt.enc.evidence {
				t.Errorf("Decode(%q, %q)\n got %q, %v, %v\nwant %q, %v", tt.in, tt.declared, got, enc, err, tt.want, tt.enc)
			}
		})
	}
}

type wantEnc struct{ name, evidence string }

const russian = "Президент заявил, что переговоры продолжатся на следующей неделе, и никто не знает, чем они закончатся. "

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecodeRefusesBinary(t *testing.T) {
	for name, in := range map[string]string{
		"pdf":      "%PDF-1.7\nsome words\n",
		"png":      "\x89PNG\r\n\x1a\n....",
		"zip":      "PK\x03\x04\x14\x08",
		"elf":      "\x7fELF\x02\x01\x01",
		"nul":      "words and a\x00 zero",
		"controls": strings.Repeat("\x01\x02word", 20),
		"gzip":     "\x1f\x8b\x08\x08abc",
	} {
		if s, enc, err := Decode([]byte(in), ""); !errors.Is(err, ErrBinary) {
			t.Errorf("%s: Decode gives %q, %v, %v; want ErrBinary", name, s, enc, err)
		}
	}
	if _, _, err := Decode([]byte("GIF89 is the name of a format."), ""); err != nil {
		t.Errorf("words that open as a picture does: %v", err)
	}
}

// shared returns a path in the folder of measuring data, or skips the test.
func shared(t testing.TB, path string) string {
	t.Helper()
	dir := os.Getenv("INQUIT_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	p := filepath.Join(dir, path)
	if _, err := os.Stat(p); err != nil {
		t.Skip("no measuring data at " + p)
	}
	return p
}

func TestDecodeSharedFiles(t *testing.T) {
	dir := shared(t, "eval/bad/encoded")
	b, err := os.ReadFile(filepath.Join(dir, "expected.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var e struct{ File, Seed, Encoding string }
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		raw, _ := os.ReadFile(filepath.Join(dir, e.File))
		want, _ := os.ReadFile(shared(t, "seeds/"+e.Seed))
		if got, enc, err := Decode(raw, ""); err != nil || got != string(want) {
			t.Errorf("%s: decoded as %v, %v", e.File, enc, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(curly), "")
	f.Add([]byte("\xFF\xFEa\x00"), "gbk")
	f.Add([]byte("caf\xe9 \x93x\x94"), "utf-8")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		s, enc, err := Decode(b, declared)
		if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
			t.Fatalf("Decode gives %q", s)
		}
		if err == nil && (enc.Name == "" || enc.Evidence == "") {
			t.Fatalf("no encoding named for %q", s)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, s := range map[string]string{"utf-8": curly, "windows-1252": encodeB(charmap.Windows1252, curly)} {
		in := []byte(strings.Repeat(s, 40))
		b.Run(name, func(b *testing.B) {
			benchCPU(b, len(in), func() { Decode(in, "") })
		})
	}
}

func encodeB(e encoding.Encoding, s string) string {
	out, _ := e.NewEncoder().String(s)
	return out
}

func ExampleDecode() {
	s, enc, _ := Decode([]byte("It\x92s \xa35 a head, \x93no more\x94."), "")
	fmt.Println(s)
	fmt.Println(enc.Name, "by", enc.Evidence)
	// Output:
	// It’s £5 a head, “no more”.
	// windows-1252 by detected
}
