package people

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"inquit/extract"
)

func TestFind(t *testing.T) {
	p := Resolve([]*extract.Claims{
		claims("a", "2031-05-01", "person: José Ortega = Sir José, Mr Ortega / Harbour Secretary", "org: Port Authority", "person: Ann Ortega"),
		claims("b", "2031-05-02", "person: Tom Reed / Shadow Harbour Secretary", "person: José Ortega", "org: Port Authority"),
		claims("e", "2031-05-04", "anonymous: longtime adviser to Una Marsh", "role: Reed spokesman", "person: Bo Hale = Marsh’s opponent / former aide to Una Marsh"),
		claims("c", "2031-05-03", "person: Una Marsh / former Harbour Secretary", "role: Harbour Secretary", "org: Port Authority", "group: port workers"),
	}, Decisions{})
	tests := map[string]string{
		"ortega":                   "José Ortega, Ann Ortega",
		"Mr Ortega":                "José Ortega, Ann Ortega",
		"Sir Jose":                 "José Ortega",
		"jose ortega":              "José Ortega",
		"Harbour Secretary":        "José Ortega",
		"the harbour secretary":    "José Ortega",
		"shadow harbour secretary": "Tom Reed",
		"former harbour secretary": "Una Marsh",
		"port authority":           "Port Authority",
		"marsh":                    "Una Marsh",
		"reed":                     "Tom Reed",
		"reed spokesman":           "Reed spokesman",
		"longtime adviser":         "longtime adviser to Una Marsh",
		"opponent":                 "Bo Hale",
		"una":                      "Una Marsh",
		"harbour":                  "",
		"workers":                  "port workers",
		"nobody":                   "",
		"":                         "",
		"  , ":                     "",
	}
	for query, want := range tests {
		var got []string
		for _, x := range p.Find(query) {
			got = append(got, x.Name)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("Find(%q) = %s, want %s", query, s, want)
		}
	}
	for _, x := range p.Persons {
		if got := p.Find(x.ID); len(got) != 1 || got[0].Name != x.Name {
			t.Errorf("Find(%s) = %v, want %s", x.ID, got, x.Name)
		}
	}
	if got := (*People)(nil).Find("ortega"); got != nil {
		t.Errorf("nobody's Find = %v", got)
	}
}

func TestDecisions(t *testing.T) {
	d, err := ParseDecisions(strings.NewReader("\ufeff# who is who\nAda Brook, Mrs Brook,  A. J.  Brook # married\n\n! Ada Brook, Ada Brooke\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "Ada Brook, Mrs Brook, A. J. Brook\n! Ada Brook, Ada Brooke\n"
	if d.String() != want {
		t.Errorf("read and written: %q, want %q", d.String(), want)
	}
	for _, bad := range []string{"Ada Brook", "! Ada Brook", "!a,b,c", "!"} {
		if _, err := ParseDecisions(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("ParseDecisions(%q): error %v, want one that names line 1", bad, err)
		}
	}
}

func TestMergeThenSplit(t *testing.T) {
	d := Decisions{}.Merge("Ada Brook", "Ada Hill").Merge("Ada Brook", "A. Brook")
	if got, want := d.String(), "Ada Brook, Ada Hill, A. Brook\n"; got != want {
		t.Errorf("merged: %q, want %q", got, want)
	}
	d = d.Split("Ada Brook", "Ada Hill")
	if got, want := d.String(), "Ada Brook, A. Brook\n! Ada Brook, Ada Hill\n"; got != want {
		t.Errorf("split: %q, want %q", got, want)
	}
	d = d.Merge("Ada Brook", "Ada Hill")
	if got, want := d.String(), "Ada Brook, A. Brook, Ada Hill\n"; got != want {
		t.Errorf("merged again: %q, want %q", got, want)
	}
}

// Any names in any order give the same people, and everybody is somebody.
func TestOrderDoesNotMatter(t *testing.T) {
	entity := rapid.SampledFrom([]string{
		"person: Ada Brook / mayor", "person: Ada Brook / f", "person: Brook", "person: Brook / mayor", "person: Ben Brook / m", "person: Ada M. Brook",
		"org: Port Authority", "org: the Port Authority", "org: PA", "person: Tom Reed", "person: Thomas Reed / goalkeeper", "role: mayor", "role: Chief Pilot",
		"group: pilots", "person: Tom Reed / Chief Pilot", "person: Carl Pike Jr", "person: Pike",
	})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "articles")
		var cs []*extract.Claims
		for i := range n {
			day := rapid.SampledFrom([]string{"", "2031-05-01", "2031-05-09", "2032-01-01"}).Draw(t, "day")
			cs = append(cs, claims(fmt.Sprint(i), day, rapid.SliceOfNDistinct(entity, 0, 6, rapid.ID[string]).Draw(t, "entities")...))
		}
		one := Resolve(cs, Decisions{})
		order := rapid.Permutation(cs).Draw(t, "order")
		two := Resolve(append(slices.Clone(order), cs[0]), Decisions{})
		if fmt.Sprint(one) != fmt.Sprint(two) {
			t.Fatalf("in one order\n%v\nin another\n%v", one, two)
		}
		for _, c := range cs {
			for _, e := range c.Entities {
				if one.Person(one.Of[Local{c.Article.ID, e.ID}]) == nil {
					t.Fatalf("%s of %s is nobody", e.Name, c.Article.Path)
				}
			}
		}
		for i := 1; i < len(one.Persons); i++ {
			if one.Persons[i-1].ID >= one.Persons[i].ID {
				t.Fatalf("id %s twice or out of order", one.Persons[i].ID)
			}
		}
	})
}

func ExampleResolve() {
	p := Resolve([]*extract.Claims{
		claims("post", "2031-05-01", "person: Ada Brook / Harbour Secretary", "org: Port Authority"),
		claims("herald", "2031-05-02", "role: Harbour Secretary", "org: Port Authority"),
	}, Decisions{})
	for _, x := range p.Find("harbour secretary") {
		fmt.Println(x.Name, "in", len(x.Articles), "articles")
	}
	// Output: Ada Brook in 2 articles
}

func BenchmarkResolve(b *testing.B) {
	cs := crowd(2000)
	for b.Loop() {
		Resolve(cs, Decisions{})
	}
	b.ReportMetric(float64(len(cs)*b.N)/b.Elapsed().Seconds(), "articles/s")
}
