package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"inquit/extract"
	"inquit/extract/number"
	"inquit/extract/quote"
	"inquit/index"
	"inquit/internal/record"
)

// queryFlags are those of commands that take a query.
func queryFlags() []cli.Flag {
	flags := append(formatFlags(), pageFlags()...)
	return append(flags,
		&cli.StringFlag{Name: "by", Aliases: []string{"speaker"}, Usage: "only what `NAME` says: a name, an alias or an office"},
		&cli.StringFlag{Name: "outlet", Usage: "only in `OUTLET`"},
		&cli.StringFlag{Name: "since", Usage: "only from `DAY` on, as in 2025-04 or 2025-04-03"},
		&cli.StringFlag{Name: "until", Usage: "only up to `DAY`"},
		&cli.StringFlag{Name: "sort", Usage: "by `KEY`: score, date, oldest, outlet"},
		&cli.BoolFlag{Name: "copies", Usage: "show the same again for every copy of an article"},
		&cli.BoolFlag{Name: "all", Usage: "show thoughts, captions and pull quotes too"},
	)
}

// query makes a query of the words and flags of a command.
func query(c *cli.Context, s streams) (index.Query, error) {
	q := index.Query{
		Text: strings.Join(c.Args().Slice(), " "), By: c.String("by"),
		Copies: c.Bool("copies"), AllKinds: c.Bool("all"),
		Offset: c.Int("offset"), Limit: c.Int("limit"),
	}
	if o := c.String("outlet"); o != "" {
		q.Text += " outlet:" + phrase(o)
	}
	if since, until := c.String("since"), c.String("until"); since+until != "" {
		q.Text += " date:" + since + ".." + until
	}
	switch key := c.String("sort"); key {
	case "", "score":
	case "date", "oldest", "outlet":
		q.Sort = index.Sort(key)
	default:
		return q, usage("inquit %s: --sort %q; it takes score, date, oldest or outlet", c.Command.Name, key)
	}
	if q.Limit < 0 || q.Offset < 0 {
		return q, usage("inquit %s: --limit and --offset take numbers from 0", c.Command.Name)
	}
	if q.Limit == 0 && !isTerminal(s.out) {
		q.Limit = index.All
	}
	return q, nil
}

// phrase puts s in marks, so that it is one value of a filter.
func phrase(s string) string { return `"` + strings.ReplaceAll(s, `"`, " ") + `"` }

// find runs a query over one kind of record and prints what show makes of
// each hit.
func find(c *cli.Context, s streams, ask func(*library, index.Query) (index.Hits, error), columns []column, show func(*library, *listing, index.Hit, *record.Links) error) error {
	return withLibrary(c, s, func(lib *library, q index.Query) error {
		hits, err := ask(lib, q)
		if err != nil {
			return err
		}
		out := &listing{columns: columns}
		if err := lib.list(out, hits, show); err != nil {
			return err
		}
		tellHits(c, s, q, hits)
		return out.print(c, s)
	})
}

// withLibrary runs do with the open store and the query of the command.
func withLibrary(c *cli.Context, s streams, do func(*library, index.Query) error) error {
	q, err := query(c, s)
	if err != nil {
		return err
	}
	lib, err := openLibrary(c, true)
	if err != nil {
		return err
	}
	return cmp.Or(do(lib, q), lib.close())
}

// list adds a row for each hit.
func (l *library) list(out *listing, hits index.Hits, show func(*library, *listing, index.Hit, *record.Links) error) error {
	links, err := l.linksOf(hits)
	if err != nil {
		return err
	}
	for _, h := range hits.Items {
		if err := show(l, out, h, links); err != nil {
			return err
		}
	}
	return nil
}

// manyArticles is from how many articles on all links are read at once.
const manyArticles = 300

// linksOf returns the links of the articles that hits stand in.
func (l *library) linksOf(hits index.Hits) (*record.Links, error) {
	if len(hits.Items) > manyArticles {
		return l.st.Links(l.ctx)
	}
	seen := map[string]bool{}
	var ids []string
	for _, h := range hits.Items {
		if !seen[h.Article] {
			seen[h.Article] = true
			ids = append(ids, h.Article)
		}
	}
	return l.st.LinksOf(l.ctx, ids...)
}

// tellHits says what the listing does not show.
func tellHits(c *cli.Context, s streams, q index.Query, h index.Hits) {
	for _, n := range h.Notes {
		say(c, s.err, "%s", printable(n))
	}
	if shown := len(h.Items); shown > 0 && shown+q.Offset < h.Total {
		say(c, s.err, "%d of %d; --limit and --offset show more", shown, h.Total)
	}
	if n := h.Hidden.Copies; n > 0 {
		say(c, s.err, "%d more in copies of the same article hidden; --copies shows them", n)
	}
	if n := h.Hidden.Other; n > 0 {
		say(c, s.err, "%d hidden (thoughts, captions, pull quotes); --all shows them", n)
	}
}

func quotesCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "quotes",
		Usage:     "find quotations by speaker and words",
		ArgsUsage: "[WORDS...]",
		Description: "Examples:\n" +
			"   inquit quotes --by Lammy nato\n" +
			"   inquit quotes '\"defence spending\" -russia kind:direct date:2025-04'\n\n" +
			"A name, an alias or an office will do for --by: the Foreign Secretary's quotations are\n" +
			"those of the person who held the office when the article was written.",
		Flags: queryFlags(),
		Action: func(c *cli.Context) error {
			columns := []column{{name: "speaker", width: 24}, {name: "quotation", width: 64}, {name: "how", width: 10}, {name: "outlet", width: 20}, {name: "date"}, {name: "id"}}
			return find(c, s, func(l *library, q index.Query) (index.Hits, error) { return l.ix.Quotes(c.Context, q) }, columns, addQuotation)
		},
	}
}

func addQuotation(l *library, out *listing, h index.Hit, links *record.Links) error {
	cl, q, err := l.quotation(h.ID)
	if err != nil {
		return err
	}
	rec, err := line(links, func(e *record.Encoder) error { return e.Quotation(cl, q) })
	if err != nil {
		return err
	}
	how := string(q.Kind)
	if q.Status != quote.Said {
		how += ", " + strings.ReplaceAll(string(q.Status), "_", " ")
	}
	if h.Copies > 0 {
		how += fmt.Sprintf(", +%d in copies", h.Copies)
	}
	out.add(rec, speakerName(q), said(cl, q), how, outlet(cl), cl.Article.Published.String(), q.ID)
	return nil
}

// speakerName names the speaker with the words that stand for him in the
// text, when they are others.
func speakerName(q *quote.Quotation) string {
	sp := q.Speaker
	switch {
	case sp.Name == "" && sp.MentionText == "":
		return "(nobody named)"
	case sp.Name == "":
		return "(" + sp.MentionText + ")"
	case sp.MentionText == "" || strings.Contains(sp.MentionText, sp.Name):
		return sp.Name
	}
	return sp.Name + " (" + sp.MentionText + ")"
}

// said returns the words of a quotation as a reader wants them: the whole
// clause where only some words stand in marks.
func said(cl *extract.Claims, q *quote.Quotation) string {
	if q.Kind == quote.Mixed && !q.Content.Empty() {
		return cl.Article.View(q.Content)
	}
	return q.Text
}

func numbersCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "numbers",
		Usage:     "find numeric claims",
		ArgsUsage: "[WORDS...]",
		Description: "Examples:\n" +
			"   inquit numbers defence unit:percent value:2..3\n" +
			"   inquit numbers --by Starmer --sort date",
		Flags: queryFlags(),
		Action: func(c *cli.Context) error {
			columns := []column{{name: "value", right: true}, {name: "unit", width: 18}, {name: "of", width: 28}, {name: "words", width: 44}, {name: "outlet", width: 20}, {name: "date"}, {name: "id"}}
			return find(c, s, func(l *library, q index.Query) (index.Hits, error) { return l.ix.Numbers(c.Context, q) }, columns, addNumber)
		},
	}
}

func addNumber(l *library, out *listing, h index.Hit, links *record.Links) error {
	cl, n, err := l.number(h.ID)
	if err != nil {
		return err
	}
	rec, err := line(links, func(e *record.Encoder) error { return e.Number(cl, n) })
	if err != nil {
		return err
	}
	out.add(rec, amount(n), n.Unit, n.Concept, cl.Article.View(n.Span), outlet(cl), cl.Article.Published.String(), n.ID)
	return nil
}

// amount writes the value with its modifier and change.
func amount(n *number.Number) string {
	v := n.Value.String()
	if n.HasMax {
		v += "–" + n.ValueMax.String()
	}
	if n.Modifier != number.Exact && n.Modifier != "" {
		v = string(n.Modifier) + v
	}
	if n.Change != number.NoChange {
		v = strings.TrimSpace(string(n.Change) + " " + string(n.Role) + " " + v)
	}
	return v
}

func searchCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "find quotations, numbers and articles together",
		ArgsUsage: "WORDS...",
		Description: "Examples:\n" +
			"   inquit search ceasefire talks\n" +
			"   inquit search 'outlet:lbc \"coalition of the willing\"'\n\n" +
			"The best of each kind; quotes, numbers and articles show all of one.",
		Flags: queryFlags(),
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return usage("inquit search: say what to look for; inquit articles lists all")
			}
			return searchAll(c, s)
		},
	}
}

// perKind is how many hits of each kind a search shows on a terminal.
const perKind = 7

// searchAll looks for words in records of every kind.
func searchAll(c *cli.Context, s streams) error {
	return withLibrary(c, s, func(lib *library, q index.Query) error {
		if q.Limit == 0 {
			q.Limit = perKind
		}
		out := &listing{columns: []column{{name: "kind"}, {name: "found", width: 70}, {name: "who or what", width: 24}, {name: "outlet", width: 20}, {name: "date"}, {name: "id"}}}
		for _, k := range []struct {
			name string
			ask  func(context.Context, index.Query) (index.Hits, error)
			add  func(*library, *listing, index.Hit, *record.Links) error
			pick [4]int // the columns of add that hold words, who, outlet and date
		}{
			{"quotation", lib.ix.Quotes, addQuotation, [4]int{1, 0, 3, 4}},
			{"article", lib.ix.Articles, addArticle, [4]int{0, -1, 1, 2}},
			{"number", lib.ix.Numbers, addNumber, [4]int{3, 2, 4, 5}},
		} {
			hits, err := k.ask(c.Context, q)
			if err != nil {
				return err
			}
			var part listing
			if err := lib.list(&part, hits, k.add); err != nil {
				return err
			}
			for _, r := range part.rows {
				cells := []string{k.name, "", "", "", "", r.cells[len(r.cells)-1]}
				for i, from := range k.pick {
					if from >= 0 {
						cells[i+1] = r.cells[from]
					}
				}
				out.add(r.record, cells...)
			}
			if len(hits.Items) < hits.Total {
				say(c, s.err, "%d of %s; inquit %ss shows more", len(hits.Items), count(hits.Total, k.name), strings.Replace(k.name, "quotation", "quote", 1))
			}
		}
		return out.print(c, s)
	})
}

func articlesCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "articles",
		Usage:     "list articles",
		ArgsUsage: "[WORDS...]",
		Description: "Examples:\n" +
			"   inquit articles --sort date\n" +
			"   inquit articles --outlet lbc --since 2025-06",
		Flags:  queryFlags(),
		Action: func(c *cli.Context) error { return findArticles(c, s) },
	}
}

func findArticles(c *cli.Context, s streams) error {
	columns := []column{{name: "title", width: 60}, {name: "outlet", width: 20}, {name: "date"}, {name: "quotations", right: true}, {name: "numbers", right: true}, {name: "id"}}
	return find(c, s, func(l *library, q index.Query) (index.Hits, error) { return l.ix.Articles(c.Context, q) }, columns, addArticle)
}

func addArticle(l *library, out *listing, h index.Hit, links *record.Links) error {
	cl, err := l.of(h.ID)
	if err != nil {
		return err
	}
	rec, err := line(links, func(e *record.Encoder) error { return e.Article(cl) })
	if err != nil {
		return err
	}
	out.add(rec, title(cl), outlet(cl), cl.Article.Published.String(), fmt.Sprint(len(cl.Quotations)), fmt.Sprint(len(cl.Numbers)), cl.Article.ID)
	return nil
}

// maxTitle is how much of a text stands for a title it does not have.
const maxTitle = 80

// title returns the title of an article, or the first words of its text.
func title(cl *extract.Claims) string {
	if t := cl.Article.Title.String(); t != "" {
		return t
	}
	text := strings.Join(strings.Fields(cl.Article.Text()), " ")
	if len(text) <= maxTitle {
		return text
	}
	cut := strings.LastIndexByte(text[:maxTitle], ' ')
	if cut < 0 {
		cut = 0
	}
	return text[:cut] + " …"
}
