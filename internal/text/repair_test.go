package text

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"inquit/article"
	"inquit/internal/growth"
)

// repaired returns s with its repairs made.
func repaired(s string) string { return applyRepairs(s, FindRepairs(s)) }

func TestFindRepairs(t *testing.T) {
	tests := []struct{ in, want string }{
		// UTF-8 read as something else
		{"â€œWe canâ€™t wait,â€\u009d she said â€“ twice.", "“We can’t wait,” she said – twice."},
		{"Ms Ebele paid Â£4.2m for the cafÃ© in SÃ£o Bento.", "Ms Ebele paid £4.2m for the café in São Bento."},
		{"It doesnÃ¢â‚¬â„¢t matter.", "It doesn’t matter."},
		{"He didn‚Äôt say ‚Äúno‚Äù.", "He didn’t say “no”."},
		{"He didnΓÇÖt say ΓÇ£noΓÇ¥.", "He didn’t say “no”."},
		{"Okoroā€™s ā€\u009cplan\u201d", "Okoro’s “plan”"},
		{"It\u0092s \u0093over\u0094", "It’s “over”"},
		{"Zo\u00c3\u00ab\u00e2\u0080\u0099s", "Zoë’s"},
		// one letter left of each mark, as UTF-8 read as ISO-8859-13 or Latin-1 leaves it
		{"āWe wonāt wait,ā Mr Okoro said. The cityās āsafe zonesā are full.", "“We won’t wait,” Mr Okoro said. The city’s “safe zones” are full."},
		{"âWe wonât wait,â Mr Okoro said.\nThe workersâ rights are âat riskâ.", "“We won’t wait,” Mr Okoro said.\nThe workers’ rights are “at risk”."},
		{"Mr OāDell said it was Veldraās fault.", "Mr O’Dell said it was Veldra’s fault."},
		{"āThis is the first of two paragraphs.\nāThis is the second,ā she said.", "“This is the first of two paragraphs.\n“This is the second,” she said."},
		// the mark that windows-1252 has no character for
		{"â€œDone,â€ he said. It was â€œa messâ€.", "“Done,” he said. It was “a mess”."},
		// replaced by U+FFFD or ?
		{"�We won�t wait,� she said.", "“We won’t wait,” she said."},
		{"?We won?t wait,? she said. ?Why should we??", "“We won’t wait,” she said. “Why should we?”"},
		{"Mayor hails ‘new era’ for ports", "Mayor hails ‘new era’ for ports"},
		{"Mayor hails �new era� for ports", "Mayor hails ‘new era’ for ports"},
	}
	for _, tt := range tests {
		if got := repaired(tt.in); got != tt.want {
			t.Errorf("repair of %q\n got %q\nwant %q", tt.in, got, tt.want)
		}
	}
}

// TestKeepsWhatIsRight holds texts in good order, with the letters and signs
// that damage leaves, in their own right.
func TestKeepsWhatIsRight(t *testing.T) {
	for _, s := range []string{
		"Ngāti Whare’s claim, the Māori trust said, was “fair”.",
		"“Kia ora,” she said. Tāne Mahuta’s whānau met ā tātou friends. Pākehā came.",
		"The château at Pâques: “un âge d’or,” he said in Bâle.",
		"Nguyễn Văn Lâm and Trần Thị Mân met in Hà Nội.",
		"O dégât, l’appât, le mât, le chât — tout ça.",
		"Rīgas Jūrmalā, said Ozoliņš. Mārtiņš Kalniņš’ Rīgā.",
		"São Tomé’s António Guimarães: “Não há razão.”",
		"¿Qué? ¡No! El señor Ibáñez dijo “sí”.",
		"Who? What? Why? “Is it over?” he asked. Really? Yes.",
		"See https://example.com/news/?id=5&t=2 and /list?s=1.",
		"Prices rose 5 °C – no, 5½ % – says Ärzte e.V. in Österreich: «Ja».",
		"À la carte: “crème brûlée”… £5—€6.",
		"ÀÉÎÕÜ™ – “NESTLÉ®” is © 2026.",
		"Řehoř Ždanov’s “Ž” and Łódź’s “Ł”.",
		"Президент сказал: «Нет». Рік минув. ЄС – так.",
		"Ο πρόεδρος είπε «όχι».",
		"He served 4� months in caf�s.",
		"İstanbul’da Erdoğan’ın “âlâ” dediği kâr.",
		"The letter “Â” and “Ã”, said the teacher. √2 ≈ 1.4 × ∆.",
		"東京で「はい」と言った。한국어 “네”.",
		"",
	} {
		if got := repaired(s); got != s {
			t.Errorf("changed a text in good order:\n from %q\n   to %q", s, got)
		}
	}
}

// TestRepairsUndoDamage damages a text in every way that loses nothing and
// wants it back.
func TestRepairsUndoDamage(t *testing.T) {
	text := "“We can’t go on,” said Zoë Marín – the café’s owner. It cost £5m… or €6m."
	for name, m := range map[string]*charmap.Charmap{
		"windows-1252": charmap.Windows1252, "windows-1250": charmap.Windows1250,
		"windows-1251": charmap.Windows1251, "macintosh": charmap.Macintosh, "ibm437": charmap.CodePage437,
	} {
		for layers := 1; layers <= 3; layers++ {
			damaged := text
			for range layers {
				damaged = misread(m, damaged)
			}
			if layers > 1 && name != "windows-1252" {
				continue
			}
			if got := repaired(damaged); got != text {
				t.Errorf("%s, %d layers: %q\n got %q\nwant %q", name, layers, damaged, got, text)
			}
		}
	}
}

// misread returns s as if its UTF-8 were read as m, bytes without a character
// passed through.
func misread(m *charmap.Charmap, s string) string {
	var b strings.Builder
	for i := range len(s) {
		r := m.DecodeByte(s[i])
		if r == utf8.RuneError {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestSharedRepairs measures on real cases; the floors are what was reached.
func TestSharedRepairs(t *testing.T) {
	for _, tt := range []struct {
		file         string
		repair, keep int
	}{
		{"mojibake-dev.jsonl", 65, 30},
		{"mojibake-lossy-dev.jsonl", 185, 5},
	} {
		f, err := os.Open(shared(t, "eval/text/"+tt.file))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		right := map[string]int{}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<22)
		for lines.Scan() {
			var c struct{ Kind, Input, Want string }
			if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			if repaired(c.Input) == c.Want {
				right[c.Kind]++
			}
		}
		if right["repair"] < tt.repair || right["keep"] < tt.keep {
			t.Errorf("%s: %d repaired, %d kept; want %d, %d", tt.file, right["repair"], right["keep"], tt.repair, tt.keep)
		}
	}
}

// FuzzFindRepairs holds the laws of repairs: they lie inside the text, are
// sorted and apart, change something, and leave nothing to repair.
func FuzzFindRepairs(f *testing.F) {
	for _, s := range []string{
		"â€œNoâ€\u009d", "āNo,ā she said.", "ItÃ?Â¢â?¬â?¢s", "?No,? he. Don?t", "caf\u00c3\u00a9 Ã la", "�No.� �", "Ã¢â‚¬â„¢Â£",
		"\u0093a\u0094 ┬ú √π Ð Ñƒ", "â€ x â€", "í ½í¸\u008d",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		repairs := FindRepairs(s)
		end := 0
		for _, r := range repairs {
			if r.Span.Start < end || r.Span.Empty() || r.Span.End > len(s) || r.Span.In(s) == r.After {
				t.Fatalf("repair %+v of %q follows byte %d", r, s, end)
			}
			end = r.Span.End
		}
		once := applyRepairs(s, repairs)
		if !utf8.ValidString(once) {
			t.Fatalf("repair of %q gives %q", s, once)
		}
		if again := FindRepairs(once); len(again) > 0 {
			t.Fatalf("%q is repaired to %q, then %+v", s, once, again)
		}
	})
}

// TestCompose makes random repairs of a text, random repairs of what they give,
// and wants both at once to give the same.
func TestCompose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching("[a-f]{0,30}").Draw(t, "text")
		old := drawRepairs(t, s, "old")
		view := applyRepairs(s, old)
		found := drawRepairs(t, view, "found")
		both := compose(view, old, found)
		end := 0
		for _, r := range both {
			if r.Span.Start < end || r.Span.End > len(s) {
				t.Fatalf("%+v follows byte %d", r, end)
			}
			end = r.Span.End
		}
		if got, want := applyRepairs(s, both), applyRepairs(view, found); got != want {
			t.Fatalf("%q with %+v, then %+v: %+v gives %q, want %q", s, old, found, both, got, want)
		}
	})
}

// drawRepairs draws repairs of s that are sorted and apart.
func drawRepairs(t *rapid.T, s, name string) []article.Repair {
	var out []article.Repair
	for at := 0; at < len(s); {
		start := at + rapid.IntRange(0, 4).Draw(t, name+" start")
		end := start + rapid.IntRange(1, 4).Draw(t, name+" length")
		if end > len(s) {
			break
		}
		after := rapid.StringMatching("[A-F]{0,3}").Draw(t, name+" after")
		out = append(out, article.Repair{Span: article.Span{Start: start, End: end}, After: after})
		at = end
	}
	return out
}

const cleanEnglish = "The council’s plan – “a step too far” – won’t pass, said Ms Ebele of the town hall. It costs £4m, and the board meets on Friday to vote on it again, for the third time this year. "

func BenchmarkFindRepairs(b *testing.B) {
	for _, bm := range []struct{ name, s string }{
		{"ascii", strings.NewReplacer("’", "'", "“", "\"", "”", "\"", "–", "-", "£", "$").Replace(cleanEnglish)},
		{"curly", cleanEnglish},
		{"accents", strings.ReplaceAll(cleanEnglish, "Ms Ebele", "M. Béchâtel")},
		{"mojibake", misread(charmap.Windows1252, cleanEnglish)},
		{"lost", strings.NewReplacer("’", "ā", "“", "ā", "”", "ā", "–", "ā").Replace(cleanEnglish)},
	} {
		s := strings.Repeat(bm.s, 27)
		b.Run(bm.name, func(b *testing.B) {
			benchCPU(b, len(s), func() { FindRepairs(s) })
		})
	}
}

// hostile are pieces whose repetition has made such programs slow.
var hostile = []string{
	cleanEnglish + "\n", "a. ", "“’", "Ã¢", "â€", "ā ", "āa ", "?a", "�", ".ā", "aā ", "Ã\u0083Â", "Ð", "é", "...",
	"x", "A.B.", "'", " ", "\n", "- ", "ƒâ", "a line of words\n", "a-", "Mr. ", "!", "“a. ", "\u00ad", "n't",
}

// TestGrowth feeds plain and hostile inputs of one and of four sizes: every
// step takes at most 2.2² times as long for four times as much.
func TestGrowth(t *testing.T) {
	steps := []struct {
		name string
		do   func(string)
	}{
		{"FindRepairs", func(s string) { FindRepairs(s) }},
		{"Tag", func(s string) { tagAll(s) }},
		{"Decode", func(s string) { Decode([]byte(s+"\xff"), "") }},
	}
	for _, unit := range hostile {
		for _, step := range steps {
			t.Run(fmt.Sprintf("%s of %q", step.name, unit), func(t *testing.T) {
				growth.Check(t, 4, func(size int) func() {
					s := strings.Repeat(unit, size*10_000/len(unit))
					return func() { step.do(s) }
				})
			})
		}
	}
}

// benchCPU runs do and reports its speed in CPU time, which other work on the
// machine does not change.
func benchCPU(b *testing.B, bytes int, do func()) {
	b.ReportAllocs()
	start := growth.CPU()
	n := 0
	for b.Loop() {
		do()
		n++
	}
	if used := growth.CPU() - start; used > 0 {
		b.ReportMetric(float64(bytes*n)/1e6/used.Seconds(), "cpuMB/s")
		b.ReportMetric(float64(used.Nanoseconds())/float64(n), "cpu-ns/op")
	}
}

func ExampleFindRepairs() {
	s := "āWe wonāt wait,ā said Mr Okoro."
	for _, r := range FindRepairs(s) {
		fmt.Printf("%d %q %q\n", r.Span.Start, r.Span.In(s), r.After)
	}
	// Output:
	// 0 "ā" "“"
	// 8 "ā" "’"
	// 17 "ā" "”"
}
