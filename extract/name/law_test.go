package name_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"inquit/extract/name"
	"inquit/internal/growth"
	"inquit/internal/text"
)

// FuzzFind holds the laws of Find for any text: mentions sorted and inside
// the text, entities and mentions pointing at each other, none containing
// another of its entity, and the same answer twice.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Foreign Secretary Jane Roe said no. “No,” said Mr Poe's lawyer.",
		"LAKE: The head of the St. J. K. & of the of Bank of",
		"the 34-year-old Sen. Mary “Mo” Major (D-Ohio), R-Ky., plc al-",
		"’s ’ s' \xff … No. 10 \u00a0 Jan  van\nder Poe Jr.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		d := analysed(s)
		n := name.Find(d, "a:0")
		checkMentions(t, d, n)
		ids := map[string]bool{}
		for i, e := range n.Entities {
			if ids[e.ID] {
				t.Fatalf("two entities have the id of %+v", e)
			}
			ids[e.ID] = true
			if e.ID == "" || len(e.Mentions) == 0 {
				t.Fatalf("entity %d: %+v", i, e)
			}
			for _, m := range e.Mentions {
				if n.Mentions[m].Entity != i {
					t.Fatalf("mention %d is of %d, not %d", m, n.Mentions[m].Entity, i)
				}
			}
		}
		if again := name.Find(analysed(s), "a:0"); !reflect.DeepEqual(n, again) {
			t.Fatal("another answer the second time")
		}
	})
}

// checkMentions fails when a mention lies outside the text, out of order, or
// inside another of its entity.
func checkMentions(t *testing.T, d *text.Doc, n *name.Names) {
	t.Helper()
	at, ends := 0, map[int]int{}
	for i, m := range n.Mentions {
		if m.Start < at || m.Empty() || m.End > len(d.Text) || !m.Contains(m.Head) || m.Head.Empty() {
			t.Fatalf("mention %d: %+v after %d", i, m, at)
		}
		if m.Start != d.Tokens[m.First].Start || m.End != d.Tokens[m.Last-1].End {
			t.Fatalf("mention %d: tokens and bytes differ: %+v", i, m)
		}
		if m.Entity >= 0 {
			if m.End <= ends[m.Entity] {
				t.Fatalf("mention %d lies inside another of entity %d: %q", i, m.Entity, m.In(d.Text))
			}
			ends[m.Entity] = m.End
		}
		at = m.Start
	}
}

// hostile are texts of n words that would be slow if anything were compared
// with everything.
var hostile = map[string]func(n int) string{
	"capitals":  func(n int) string { return strings.Repeat("Alpha Beta ", n/2) },
	"initials":  func(n int) string { return strings.Repeat("J. K. ", n/2) },
	"owners":    func(n int) string { return strings.Repeat("Ann's ", n) },
	"nouns":     func(n int) string { return strings.Repeat("police officer chief spokesman ", n/4) },
	"companies": func(n int) string { return strings.Repeat("the company said the minister the report ", n/7) },
	"offices": func(n int) string {
		return strings.Repeat("the minister, Jane Roe, the president, said the head of Acme ", n/10)
	},
	"namesakes": func(n int) string { return numbered(n/4, "Then Na%s Poe said so. ") },
	"names":     func(n int) string { return numbered(n/2, "Na%s ") },
	"heads": func(n int) string {
		return numbered(n/8, "Minister Xa%[1]s Po%[1]s met. The head of Ba%[1]s said so. ")
	},
}

// numbered repeats a form with ever other letters in it.
func numbered(n int, form string) string {
	var b strings.Builder
	for i := range n {
		w := []byte{'a' + byte(i%26), 'a' + byte(i/26%26), 'a' + byte(i/676%26), 'a' + byte(i/17576%26)}
		fmt.Fprintf(&b, form, w)
	}
	return b.String()
}

// TestHostileTextIsLinear makes the text four times as long and holds the
// growth of the time.
func TestHostileTextIsLinear(t *testing.T) {
	for kind, text := range hostile {
		t.Run(kind, func(t *testing.T) {
			growth.Check(t, 4, func(size int) func() {
				d := analysed(text(15_000 * size))
				return func() { name.Find(d, "a:0") }
			})
		})
	}
}

// BenchmarkFind measures the case files as one corpus; tokens are ready.
func BenchmarkFind(b *testing.B) {
	texts := caseTexts(b)
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	docs := make([]*text.Doc, len(texts))
	for b.Loop() {
		b.StopTimer()
		for i, s := range texts {
			docs[i] = analysed(s)
		}
		b.StartTimer()
		for _, d := range docs {
			name.Find(d, "a:0")
		}
	}
}
