package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"inquit/dedupe"
	"inquit/internal/people"
	"inquit/internal/record"
)

// Listings of what links articles: speakers, events, copies.

// page cuts a listing that was made whole to the page asked for.
func (l *listing) page(c *cli.Context, s streams) {
	total := len(l.rows)
	from := min(max(c.Int("offset"), 0), total)
	limit := c.Int("limit")
	if limit <= 0 {
		limit = total
		if f, err := format(c, s.out); err == nil && f == "table" && isTerminal(s.out) {
			limit = 20
		}
	}
	l.rows = l.rows[from:min(from+limit, total)]
	if len(l.rows) < total && len(l.rows) > 0 {
		say(c, s.err, "%d of %d; --limit and --offset show more", len(l.rows), total)
	}
}

func speakersCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "speakers",
		Usage:     "list who is quoted, most quoted first",
		ArgsUsage: "[NAME...]",
		Description: "Examples:\n" +
			"   inquit speakers\n" +
			"   inquit speakers --kind anonymous --format csv",
		Flags: append(append(formatFlags(), pageFlags()...),
			&cli.StringFlag{Name: "kind", Usage: "only `KIND`: person, org, role, group, document, anonymous"}),
		Action: func(c *cli.Context) error {
			return linked(c, func(lib *library, links *record.Links) error { return listSpeakers(c, s, lib, links) })
		},
	}
}

func listSpeakers(c *cli.Context, s streams, lib *library, links *record.Links) error {
	speakers, err := lib.st.Speakers(c.Context)
	if err != nil {
		return err
	}
	out := &listing{columns: []column{{name: "speaker", width: 40}, {name: "kind"}, {name: "quotations", right: true}, {name: "articles", right: true}, {name: "outlets", right: true}, {name: "offices", width: 40}, {name: "id"}}}
	wanted := wantedPeople(links.People, strings.Join(c.Args().Slice(), " "))
	offices := officesByID(links.People)
	var b bytes.Buffer
	enc := record.NewEncoder(&b, links)
	for _, x := range speakers {
		kind := c.String("kind")
		if x.Name == "" || kind != "" && kind != x.Kind || wanted != nil && !wanted[x.ID] {
			continue
		}
		b.Reset()
		if err := enc.Speaker(x.ID, x.Quotes, x.Articles, x.Outlets); err != nil {
			return err
		}
		out.add(bytes.Clone(b.Bytes()), x.Name, x.Kind, fmt.Sprint(x.Quotes), fmt.Sprint(x.Articles), fmt.Sprint(x.Outlets), offices[x.ID], x.ID)
	}
	out.page(c, s)
	return out.print(c, s)
}

// wantedPeople returns the ids that a name may mean; nil means everybody.
func wantedPeople(p *people.People, query string) map[string]bool {
	if query == "" {
		return nil
	}
	out := map[string]bool{}
	for _, x := range p.Find(query) {
		out[x.ID] = true
	}
	return out
}

func officesByID(p *people.People) map[string]string {
	out := map[string]string{}
	for _, x := range p.Persons {
		var titles []string
		for _, r := range x.Roles {
			if !slices.Contains(titles, r.Title) {
				titles = append(titles, r.Title)
			}
		}
		out[x.ID] = strings.Join(titles, ", ")
	}
	return out
}

func eventsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "events",
		Usage:     "list events and the articles that report them, most reported first",
		ArgsUsage: "[WORDS...]",
		Description: "Examples:\n" +
			"   inquit events\n" +
			"   inquit events --outlets 2 summit",
		Flags: append(append(formatFlags(), pageFlags()...),
			&cli.IntFlag{Name: "outlets", Usage: "only events that at least `N` outlets report"}),
		Action: func(c *cli.Context) error {
			return linked(c, func(lib *library, links *record.Links) error { return listEvents(c, s, lib, links) })
		},
	}
}

func listEvents(c *cli.Context, s streams, lib *library, links *record.Links) error {
	type reported struct {
		dedupe.Event
		outlets []string
	}
	var all []reported
	words := strings.ToLower(strings.Join(c.Args().Slice(), " "))
	for _, e := range links.Events {
		outlets, err := lib.outlets(e.Articles)
		if err != nil {
			return err
		}
		if len(outlets) >= c.Int("outlets") && strings.Contains(strings.ToLower(e.Label), words) {
			all = append(all, reported{e, outlets})
		}
	}
	slices.SortFunc(all, func(a, b reported) int {
		if d := len(b.outlets) - len(a.outlets); d != 0 {
			return d
		}
		if d := len(b.Articles) - len(a.Articles); d != 0 {
			return d
		}
		if d := strings.Compare(b.To, a.To); d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
	out := &listing{columns: []column{{name: "event", width: 60}, {name: "from"}, {name: "to"}, {name: "articles", right: true}, {name: "outlets", width: 40}, {name: "id"}}}
	for _, e := range all {
		rec, err := line(links, func(enc *record.Encoder) error { return enc.Event(&e.Event) })
		if err != nil {
			return err
		}
		out.add(rec, e.Label, e.From, e.To, fmt.Sprint(len(e.Articles)), strings.Join(e.outlets, ", "), e.ID)
	}
	out.page(c, s)
	return out.print(c, s)
}

// outlets returns the outlets of some articles, sorted.
func (l *library) outlets(ids []string) ([]string, error) {
	seen := map[string]bool{}
	var out []string
	claims, err := l.all(ids)
	for _, c := range claims {
		if o := outlet(c); !seen[o] {
			seen[o] = true
			out = append(out, o)
		}
	}
	slices.Sort(out)
	return out, err
}

func dupsCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:  "dups",
		Usage: "list near-copies: one text in several articles",
		Description: "Examples:\n" +
			"   inquit dups\n" +
			"   inquit dups --json | jq .members",
		Flags: append(formatFlags(), pageFlags()...),
		Action: func(c *cli.Context) error {
			return linked(c, func(lib *library, links *record.Links) error { return listCopies(c, s, lib, links) })
		},
	}
}

func listCopies(c *cli.Context, s streams, lib *library, links *record.Links) error {
	form, err := format(c, s.out)
	if err != nil {
		return err
	}
	out := &listing{columns: []column{{name: "group"}, {name: "kind"}, {name: "share", right: true}, {name: "outlet", width: 24}, {name: "date"}, {name: "title", width: 60}, {name: "id"}}}
	for _, g := range links.Copies {
		rec, err := line(links, func(enc *record.Encoder) error { return enc.CopyGroup(&g) })
		if err != nil {
			return err
		}
		for i, m := range g.Members {
			if i > 0 && strings.HasPrefix(form, "json") {
				break // a record a group; a row a member
			}
			cl, err := lib.of(m.Article)
			if err != nil {
				return err
			}
			out.add(rec, g.ID, string(m.Kind), fmt.Sprintf("%.0f %%", 100*m.Share), outlet(cl), cl.Article.Published.String(), title(cl), m.Article)
		}
	}
	out.page(c, s)
	return out.print(c, s)
}

// isID reports whether s has the form of a record's id.
func isID(s string) bool {
	prefix, rest, ok := strings.Cut(s, ":")
	return ok && rest != "" && slices.Contains([]string{"a", "q", "n", "p", "e", "c", "qc", "nc"}, prefix)
}
