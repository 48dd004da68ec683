package people

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/name"
)

// claims makes the claims of one article. Each entity is written as
// "kind: Name = Alias, Alias / Office / f", aliases, offices and gender as
// needed.
func claims(path, date string, entities ...string) *extract.Claims {
	a := article.New(path, "", "", "text of "+path, nil)
	if date != "" {
		a.Published = &article.Field{Value: date}
	}
	if outlet, _, ok := strings.Cut(path, "/"); ok {
		a.Outlet = &article.Field{Value: outlet}
	}
	c := &extract.Claims{Article: a}
	for _, s := range entities {
		kind, rest, _ := strings.Cut(s, ": ")
		head, tail, _ := strings.Cut(rest, " / ")
		full, aliases, _ := strings.Cut(head, " = ")
		e := name.Entity{Kind: name.Kind(kind), Name: full, ID: name.ID(name.Kind(kind), full, a.ID)}
		if aliases != "" {
			e.Aliases = strings.Split(aliases, ", ")
		}
		for _, r := range strings.Split(tail, " / ") {
			switch r {
			case "":
			case "f":
				e.Gender = name.Female
			case "m":
				e.Gender = name.Male
			default:
				e.Roles = append(e.Roles, name.RoleOf{Title: r})
			}
		}
		c.Entities = append(c.Entities, e)
	}
	return c
}

// show writes the persons and who of which article they are, a line each,
// sorted.
func show(p *People) string {
	var lines []string
	for _, x := range p.Persons {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s", x.Kind, x.Name)
		if len(x.Aliases) > 0 {
			fmt.Fprintf(&b, " = %s", strings.Join(x.Aliases, ", "))
		}
		for _, r := range x.Roles {
			fmt.Fprintf(&b, " / %s %s..%s", r.Title, r.From, r.To)
		}
		fmt.Fprintf(&b, " (%d)\n", len(x.Articles))
		lines = append(lines, b.String())
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

func TestResolve(t *testing.T) {
	tests := map[string]struct {
		claims []*extract.Claims
		rules  string
		want   string
	}{
		"one full name in two articles": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook = Ms Brook / Harbour Secretary"),
				claims("b", "2031-05-03", "person: Ada Brook = Brook / Harbour Secretary"),
			},
			want: "person Ada Brook = Brook, Ms Brook / Harbour Secretary 2031-05-01..2031-05-03 (2)\n",
		},
		"accents and middle initials": {
			claims: []*extract.Claims{
				claims("a", "", "person: José Ortega"),
				claims("b", "", "person: Jose M. Ortega"),
				claims("c", "", "person: José Ortega"),
			},
			want: "person José Ortega = Jose M. Ortega (3)\n",
		},
		"a surname alone is nobody": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook"),
				claims("b", "2031-05-01", "person: Brook"),
			},
			want: "person Ada Brook (1)\nperson Brook (1)\n",
		},
		"a surname with the same office": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook / Harbour Secretary"),
				claims("b", "2031-05-01", "person: Brook / harbour secretary"),
			},
			want: "person Ada Brook = Brook / Harbour Secretary 2031-05-01..2031-05-01 (2)\n",
		},
		"a surname in the same story": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook", "org: Port Authority", "person: Tom Reed"),
				claims("b", "2031-05-02", "person: Brook", "org: the Port Authority", "person: Tom Reed"),
				claims("c", "2031-09-02", "person: Brook", "org: the Port Authority", "person: Tom Reed"),
			},
			want: "org the Port Authority = Port Authority (3)\nperson Ada Brook = Brook (2)\nperson Brook (1)\nperson Tom Reed (3)\n",
		},
		"a surname in one outlet that names one in full": {
			claims: []*extract.Claims{
				claims("post/a", "2031-05-01", "person: Ada Brook"),
				claims("post/b", "2031-05-02", "person: Brook"),
				claims("post/c", "2031-05-03", "person: Brook / m"),
				claims("news/d", "2031-05-03", "person: Brook / f"),
				claims("post/e", "2031-07-03", "person: Brook"),
				claims("post/f", "2031-05-01", "person: Ada Brook / f"),
			},
			want: "person Ada Brook = Brook (3)\nperson Brook (1)\nperson Brook (1)\nperson Brook (1)\n",
		},
		"a surname that two have in one outlet": {
			claims: []*extract.Claims{
				claims("post/a", "2031-05-01", "person: Ada Brook"),
				claims("post/b", "2031-05-02", "person: Brook"),
				claims("post/c", "2031-05-03", "person: Ben Brook"),
			},
			want: "person Ada Brook (1)\nperson Ben Brook (1)\nperson Brook (1)\n",
		},
		"a surname with one name in common": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook", "org: Port Authority"),
				claims("b", "2031-05-02", "person: Brook", "org: Port Authority"),
				claims("c", "2031-05-02", "person: Brook / goalkeeper", "org: Sea Council"),
			},
			want: "org Port Authority (2)\norg Sea Council (1)\nperson Ada Brook = Brook (2)\nperson Brook / goalkeeper 2031-05-02..2031-05-02 (1)\n",
		},
		"a name between": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Marsh Brook"),
				claims("b", "2032-05-02", "person: Ada Brook / f"),
				claims("c", "2031-05-01", "person: Tom Lane Reed / m"),
				claims("d", "2032-05-02", "person: Tom Reed / f"),
			},
			want: "person Ada Marsh Brook = Ada Brook (2)\nperson Tom Lane Reed (1)\nperson Tom Reed (1)\n",
		},
		"a surname that two have in one story": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook", "person: Ben Brook", "org: Port Authority", "person: Tom Reed"),
				claims("b", "2031-05-02", "person: Brook", "org: Port Authority", "person: Tom Reed"),
			},
			want: "org Port Authority (2)\nperson Ada Brook (1)\nperson Ben Brook (1)\nperson Brook (1)\nperson Tom Reed (2)\n",
		},
		"a surname that mostly the father has": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Carl Pike / mayor", "org: Port Authority", "person: Tom Reed"),
				claims("b", "2031-05-02", "person: Carl Pike Jr", "org: Port Authority", "person: Tom Reed"),
				claims("c", "2031-05-02", "person: Pike / Mayor", "org: Port Authority", "person: Tom Reed"),
			},
			want: "org Port Authority (3)\nperson Carl Pike = Pike / Mayor 2031-05-01..2031-05-02 (2)\nperson Carl Pike Jr (1)\nperson Tom Reed (3)\n",
		},
		"a middle name in the same story": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook", "org: Port Authority", "person: Tom Reed"),
				claims("b", "2031-05-02", "person: Ada Hill Brook", "org: Port Authority", "person: Tom Reed"),
				claims("c", "2031-05-02", "person: Ada Lane Brook"),
			},
			want: "org Port Authority (2)\nperson Ada Hill Brook = Ada Brook (2)\nperson Ada Lane Brook (1)\nperson Tom Reed (2)\n",
		},
		"a surname of the other gender": {
			claims: []*extract.Claims{
				claims("a", "", "person: Ada Brook / f", "org: Port Authority", "person: Tom Reed"),
				claims("b", "", "person: Brook / m", "org: Port Authority", "person: Tom Reed"),
			},
			want: "org Port Authority (2)\nperson Ada Brook (1)\nperson Brook (1)\nperson Tom Reed (2)\n",
		},
		"two people of one name by gender": {
			claims: []*extract.Claims{
				claims("a", "", "person: Robin Shaw / f"),
				claims("b", "", "person: Robin Shaw / m"),
				claims("c", "", "person: Robin Shaw"),
			},
			want: "person Robin Shaw (1)\nperson Robin Shaw (2)\n",
		},
		"two people of one name by profession": {
			claims: []*extract.Claims{
				claims("a", "", "person: John Marsh / harbour minister"),
				claims("b", "", "person: John Marsh / goalkeeper"),
			},
			want: "person John Marsh / goalkeeper .. (1)\nperson John Marsh / harbour minister .. (1)\n",
		},
		"another office in the same walk of life": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: John Marsh / harbour minister"),
				claims("b", "2033-05-01", "person: John Marsh / foreign secretary"),
			},
			want: "person John Marsh / foreign secretary 2033-05-01..2033-05-01 / harbour minister 2031-05-01..2031-05-01 (2)\n",
		},
		"father and son": {
			claims: []*extract.Claims{claims("a", "", "person: Carl Pike"), claims("b", "", "person: Carl Pike Jr")},
			want:   "person Carl Pike (1)\nperson Carl Pike Jr (1)\n",
		},
		"an acronym beside its name": {
			claims: []*extract.Claims{
				claims("a", "", "org: Northern Rivers Council", "org: NRC"),
				claims("b", "", "org: NRC"),
				claims("c", "", "org: NRC"),
			},
			want: "org Northern Rivers Council = NRC (3)\n",
		},
		"an acronym that may be another's": {
			claims: []*extract.Claims{claims("a", "", "org: Northern Rivers Council"), claims("b", "", "org: NRC")},
			want:   "org NRC (1)\norg Northern Rivers Council (1)\n",
		},
		"an office without its holder's name": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook / Harbour Secretary", "org: Port Authority"),
				claims("b", "2031-05-20", "role: Harbour Secretary", "org: Port Authority"),
				claims("c", "2032-05-20", "role: Harbour Secretary", "org: Port Authority"),
				claims("d", "2031-05-20", "role: Harbour Secretary", "org: Swimming Club"),
			},
			want: "org Port Authority (3)\norg Swimming Club (1)\nperson Ada Brook / Harbour Secretary 2031-05-01..2031-05-20 (2)\n" +
				"role Harbour Secretary (1)\nrole Harbour Secretary (1)\n",
		},
		"an office two have held": {
			claims: []*extract.Claims{
				claims("a", "2031-05-01", "person: Ada Brook / Harbour Secretary", "org: Port Authority"),
				claims("b", "2031-05-02", "person: Tom Reed / Harbour Secretary", "org: Port Authority"),
				claims("c", "2031-05-03", "role: Harbour Secretary", "org: Port Authority"),
			},
			want: "org Port Authority (3)\nperson Ada Brook / Harbour Secretary 2031-05-01..2031-05-01 (1)\n" +
				"person Tom Reed / Harbour Secretary 2031-05-02..2031-05-02 (1)\nrole Harbour Secretary (1)\n",
		},
		"a spokesman is many": {
			claims: []*extract.Claims{
				claims("a", "", "person: Tom Reed / spokesman", "org: Port Authority", "org: City Council"),
				claims("b", "", "role: spokesman", "org: Port Authority", "org: City Council"),
			},
			want: "org City Council (2)\norg Port Authority (2)\nperson Tom Reed / spokesman .. (1)\nrole spokesman (1)\n",
		},
		"the user knows more": {
			claims: []*extract.Claims{claims("a", "", "person: Ada Brook"), claims("b", "", "person: Ada Hill"), claims("c", "", "person: Brook")},
			rules:  "Ada Brook, Ada Hill, Brook",
			want:   "person Ada Brook = Ada Hill, Brook (3)\n",
		},
		"the user keeps apart": {
			claims: []*extract.Claims{claims("a", "", "person: Jose Ortega"), claims("b", "", "person: Jose M. Ortega")},
			rules:  "! Jose Ortega, Jose M. Ortega",
			want:   "person Jose M. Ortega (1)\nperson Jose Ortega (1)\n",
		},
	}
	for what, tt := range tests {
		t.Run(what, func(t *testing.T) {
			d, err := ParseDecisions(strings.NewReader(tt.rules))
			if err != nil {
				t.Fatal(err)
			}
			if got := show(Resolve(tt.claims, d)); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			slices.Reverse(tt.claims)
			if got := show(Resolve(tt.claims, d)); got != tt.want {
				t.Errorf("in the other order: got\n%swant\n%s", got, tt.want)
			}
		})
	}
}
