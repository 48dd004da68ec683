package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"inquit/article"
)

var update = flag.Bool("update", false, "rewrite the expectations of case files, those marked # hand left out")

// docOf analyses s as an article of one body zone.
func docOf(s string) *Doc {
	return Analyse(article.New("t.txt", "", "", s, FindRepairs(s)))
}

// TestCutCases holds the cuts of testdata/cut against what a reader of news
// expects: the text above, below one line for a sentence, "¶" before the
// first of a paragraph, tokens apart by "·" where no white space stands.
func TestCutCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/cut/*.txt")
	if len(files) == 0 {
		t.Fatal("no case files")
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) { checkCase(t, f, showDoc) })
	}
}

// checkCase runs show over the text of a case file and compares the result
// with the part below the line of dashes.
func checkCase(t *testing.T, file string, show func(string) string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in, want, ok := strings.Cut(string(b), "\n----\n")
	if !ok && !*update {
		t.Fatal("no line of dashes")
	}
	in = strings.TrimSuffix(in, "\n")
	hand := strings.HasPrefix(in, "# hand\n")
	got := show(strings.TrimPrefix(in, "# hand\n"))
	if got == want {
		return
	}
	if *update && !hand {
		if err := os.WriteFile(file, []byte(in+"\n----\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s\ngot:\n%s\nwant:\n%s", file, got, want)
}

// showDoc prints a text as cut up.
func showDoc(s string) string {
	d := docOf(s)
	var b strings.Builder
	for _, p := range d.Paragraphs {
		for k := p.First; k < p.Last; k++ {
			sign := "  "
			if k == p.First {
				sign = "¶ "
			}
			b.WriteString(sign)
			for i := d.Sentences[k].First; i < d.Sentences[k].Last; i++ {
				if i > d.Sentences[k].First {
					b.WriteString(map[bool]string{true: " ", false: "·"}[d.Tokens[i].Space])
				}
				b.WriteString(strings.ReplaceAll(d.Word(i), "\n", "\\n"))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestTokenFields(t *testing.T) {
	tests := []struct{ in, want string }{
		{"NATO's", "W:nato+C W:'s"},
		{"Don’t", "W:don't+U"},
		{"£11.8bn", "P:£ N:11.8bn"},
		{"3rd", "N:3rd"},
		{"10,000", "N:10,000"},
		{"2027/28", "N:2027 P:/ N:28"},
		{"O’Brien", "W:o'brien+U"},
		{"the U.S. side", "W:the W:u.s.+C W:side"},
		{"’em", "M:’ W:em"},
		{"workers’ pay", "W:workers M:’ W:pay"},
		{"``Yes''", "M:`` W:yes+U M:''"},
		{"he’d", "W:he W:'d"},
		{"Sa’d", "W:sa'd+U"},
		{"École ÉCOLE", "W:école+U W:école+UC"},
		{"3-year-old", "N:3 P:- W:year P:- W:old"},
		{"Wait...", "W:wait+U P:..."},
		{"a b", "W:a W:b"},
	}
	for _, tt := range tests {
		if got := showTokens(docOf(tt.in)); got != strings.ReplaceAll(tt.want, "+C", "+UC") && got != tt.want {
			t.Errorf("tokens of %q:\ngot  %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func showTokens(d *Doc) string {
	var out []string
	for _, k := range d.Tokens {
		s := fmt.Sprintf("%c:%s", "WNMP"[k.Kind], k.Norm)
		if k.Upper || k.Caps {
			s += "+"
		}
		if k.Upper {
			s += "U"
		}
		if k.Caps {
			s += "C"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// TestZones cuts paragraphs where zones end, inside a line too, though zones
// index the source and paragraphs the view.
func TestZones(t *testing.T) {
	source := "MARLOW, May 3 — Itâ€™s over. Read more\nBy Tam Ebele\n\nShe left.\nHe stayed."
	a := article.New("t.txt", "", "", source, FindRepairs(source))
	zone := func(z article.Zone, from, to string) {
		start := strings.Index(source, from)
		end := strings.Index(source, to) + len(to)
		a.Zones = append(a.Zones, article.ZoneSpan{Zone: z, Span: article.Span{Start: start, End: end}})
	}
	zone(article.Dateline, "MARLOW", "—")
	zone(article.Body, "It", "over.")
	zone(article.Boilerplate, "Read", "more")
	zone(article.Byline, "By", "Ebele")
	zone(article.Body, "She", "left.")
	var got []string
	d := Analyse(a)
	for _, p := range d.Paragraphs {
		got = append(got, fmt.Sprintf("%s: %s", p.Zone, p.In(d.Text)))
	}
	want := "dateline: MARLOW, May 3 —|body: It’s over.|boilerplate: Read more|byline: By Tam Ebele|body: She left.|body: He stayed."
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("paragraphs of %q:\ngot  %s\nwant %s", source, g, want)
	}
	checkLaws(t, d)
}

// FuzzAnalyse holds the laws of a Doc: spans lie inside the text, are sorted
// and do not overlap; every byte that prints is in a token; tokens, sentences
// and paragraphs point at each other.
func FuzzAnalyse(f *testing.F) {
	for _, s := range []string{
		"He said: “No.” She left.\n\nIt's over.", "\xe2\x80 …", "a_b:c.D''`` U.S. p.m.\r\n x\u2028y",
		"A.\u200dB ...'s \u00a0", "difference.David 10,000.The __ --", "x́\u0301 .\u0301.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "\uFFFD")
		}
		checkLaws(t, docOf(s))
	})
}

func checkLaws(t *testing.T, d *Doc) {
	t.Helper()
	end := 0
	for i, k := range d.Tokens {
		if k.Start < end || k.End <= k.Start || k.End > len(d.Text) {
			t.Fatalf("token %d %v follows byte %d of %d", i, k.Span, end, len(d.Text))
		}
		if gap := d.Text[end:k.Start]; !blank(gap) {
			t.Fatalf("%q before token %d is in no token", gap, i)
		}
		if s := d.Sentences[k.Sentence]; i < s.First || i >= s.Last || !s.Contains(k.Span) {
			t.Fatalf("token %d %v is not in its sentence %+v", i, k.Span, s)
		}
		end = k.End
	}
	if !blank(d.Text[end:]) {
		t.Fatalf("%q is in no token", d.Text[end:])
	}
	at := 0
	for p, para := range d.Paragraphs {
		if para.First != at || para.Last <= para.First {
			t.Fatalf("paragraph %d has sentences %d to %d, want from %d", p, para.First, para.Last, at)
		}
		for k := para.First; k < para.Last; k++ {
			if s := d.Sentences[k]; s.Paragraph != p || !para.Contains(s.Span) || s.Last <= s.First {
				t.Fatalf("sentence %d %+v in paragraph %d %+v", k, s, p, para)
			}
		}
		at = para.Last
	}
	if at != len(d.Sentences) {
		t.Fatalf("%d of %d sentences are in paragraphs", at, len(d.Sentences))
	}
}

func BenchmarkAnalyse(b *testing.B) {
	for name, unit := range map[string]string{"curly": cleanEnglish + "\n", "ascii": strings.Join(sameAsProse, " ") + "\n"} {
		a := article.New("t.txt", "", "", strings.Repeat(unit, 4900/len(unit)), nil)
		b.Run(name, func(b *testing.B) {
			benchCPU(b, len(a.Text()), func() { Analyse(a) })
		})
	}
}

func ExampleAnalyse() {
	d := docOf("“It is over,” Ms Ebele's son said. He left.")
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			fmt.Printf("%s|", d.Word(i))
		}
		fmt.Println()
	}
	// Output:
	// “|It|is|over|,|”|Ms|Ebele|'s|son|said|.|
	// He|left|.|
}
