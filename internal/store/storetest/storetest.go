// Package storetest makes claims and links out of numbers, for tests and
// benchmarks of what keeps and finds them. The same number gives the same
// article always; nothing in it was ever said by anybody.
package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"inquit/article"
	"inquit/extract"
	"inquit/extract/name"
	"inquit/extract/number"
	"inquit/extract/quote"
)

// Speakers are the invented people who speak in the articles.
var Speakers = []struct{ Name, Role string }{
	{"Orla Quennell", "Harbour Minister"},
	{"Tobias Wexcombe", "Harbour Minister"},
	{"Imani Drax", "Chief Surveyor"},
	{"Petra Lindqvist-Oyelaran", ""},
	{"Declan Quennell", "Union Secretary"},
	{"José Ávila", "Mayor"},
	{"Hester Pomfret", "Finance Spokeswoman"},
	{"Rufus Achterberg", ""},
}

var outlets = []string{"The Harbour Post", "Tideway Courier", "Isle Gazette", "Northmoor Echo", ""}

var words = strings.Fields(`bridge harbour tunnel ferry budget school teacher hospital nurse winter storm tariff treaty
	summit ministers allies spending defence promise report review inquiry delay contract company union strike wages
	pension energy prices market exports fishing quota border police court ruling appeal election ballot council vote
	housing rents land flood river dam railway airport port cargo workers families children future growth jobs
	investment plan reform public private national local urgent quiet steady broken lasting honest serious open new old`)

var units = []string{"percent", "GBP", "EUR", "person", "school", "year", "GBP/year", "ferry"}

// A Maker numbers and places the claims while it writes the text.
type maker struct {
	r    *rand.Rand
	b    strings.Builder
	c    *extract.Claims
	path string
}

// Claims returns the i-th article with its claims: about quotes quotations,
// half of them with a number inside. Each fifth article is a near-copy of the
// one before it in another outlet.
func Claims(i, quotes int) *extract.Claims {
	source := i
	if i%5 == 4 {
		source = i - 1
	}
	m := &maker{r: rand.New(rand.NewPCG(uint64(source), 7)), c: &extract.Claims{}, path: fmt.Sprintf("out%d/%06d.txt", i%len(outlets), i)}
	title := m.sentence(7)
	day := fmt.Sprintf("%d-%02d-%02d", 2015+source%11, 1+source/3%12, 1+source%28)
	m.b.WriteString(title + "\n\n")
	for range quotes {
		m.paragraph()
	}
	if source != i {
		m.b.WriteString("Story shared by agreement.\n")
	}
	m.finish(title, day, outlets[i%len(outlets)])
	return m.c
}

func (m *maker) sentence(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = words[min(m.r.IntN(len(words)), m.r.IntN(len(words)))] // the first words more often
	}
	out[0] = strings.ToUpper(out[0][:1]) + out[0][1:]
	return strings.Join(out, " ")
}

// write adds s to the text and returns its span.
func (m *maker) write(s string) article.Span {
	start := m.b.Len()
	m.b.WriteString(s)
	return article.Span{Start: start, End: m.b.Len()}
}

// paragraph writes narration and one quotation.
func (m *maker) paragraph() {
	m.write(m.sentence(18) + ". " + m.sentence(15) + ". ")
	who := Speakers[min(m.r.IntN(len(Speakers)), m.r.IntN(len(Speakers)))]
	id := name.ID(name.Person, who.Name, "")
	q := quote.Quotation{
		Kind: quote.Direct, Status: quote.Said, Speech: true, Zone: article.Body, Rule: "made", Confidence: 1,
		Speaker: quote.Speaker{ID: id, Kind: name.Person, Name: who.Name, MentionKind: name.ByName, Confidence: .9},
	}
	m.entity(id, who.Name, who.Role)
	if m.r.IntN(20) == 0 {
		q.Status = quote.Thought
	}
	if m.r.IntN(15) == 0 {
		q.Speaker = quote.Speaker{}
	}
	open := m.write("“")
	inner := m.write(m.sentence(12) + " ")
	if m.r.IntN(2) == 0 {
		m.number(&q)
	}
	end := m.write(m.sentence(6) + ",")
	shut := m.write("” ")
	q.Parts = []quote.Part{{
		Span: article.Span{Start: inner.Start, End: end.End}, Outer: article.Span{Start: open.Start, End: shut.End - 1}, Opens: true, Closes: true,
	}}
	mention := m.write(who.Name)
	if q.Speaker.ID != "" {
		q.Speaker.Mention, q.Speaker.MentionText = mention, who.Name
	}
	m.write(" ")
	q.Cue = m.write([]string{"said", "told reporters", "claimed", "promised"}[m.r.IntN(4)])
	m.write(".\n\n")
	m.c.Quotations = append(m.c.Quotations, q)
}

func (m *maker) number(q *quote.Quotation) {
	d, _ := number.ParseDecimal(fmt.Sprint(1 + m.r.IntN(400)))
	unit := units[m.r.IntN(len(units))]
	m.c.Numbers = append(m.c.Numbers, number.Number{
		Span: m.write(d.String() + " " + unit), Value: d, Unit: unit, Modifier: number.Exact, Concept: words[m.r.IntN(len(words))],
		Modality: number.Fact, Zone: article.Body, Rule: "made", Confidence: 1, Speaker: q.Speaker.ID,
		Quote: fmt.Sprint(len(m.c.Quotations) + 1), // completed by finish
	})
	m.write(" ")
}

func (m *maker) entity(id, full, role string) {
	for i := range m.c.Entities {
		if m.c.Entities[i].ID == id {
			return
		}
	}
	e := name.Entity{ID: id, Kind: name.Person, Name: full}
	if role != "" {
		e.Roles = []name.RoleOf{{Title: role}}
	}
	m.c.Entities = append(m.c.Entities, e)
}

// finish makes the article and gives everything its id.
func (m *maker) finish(title, day, outlet string) {
	text := m.b.String()
	a := article.New(m.path, "", "", text, nil)
	a.Title = &article.Field{Value: title, From: article.FromText, Span: article.Span{Start: 0, End: len(title)}}
	a.Published = &article.Field{Value: day, From: article.FromMetadata}
	if outlet != "" {
		a.Outlet = &article.Field{Value: outlet, From: article.FromPath}
	}
	a.Lang = "en"
	m.c.Article = a
	for i := range m.c.Quotations {
		q := &m.c.Quotations[i]
		q.Article, q.ID = a.ID, fmt.Sprintf("q:%s:%d", a.Hex(), i+1)
		q.Text = q.Parts[0].In(text)
	}
	for i := range m.c.Numbers {
		n := &m.c.Numbers[i]
		n.Article, n.ID = a.ID, fmt.Sprintf("n:%s:%d", a.Hex(), i+1)
		n.Quote = fmt.Sprintf("q:%s:%s", a.Hex(), n.Quote)
		for k := range m.c.Quotations {
			if m.c.Quotations[k].ID == n.Quote {
				m.c.Quotations[k].Numbers = append(m.c.Quotations[k].Numbers, n.ID)
			}
		}
	}
}
