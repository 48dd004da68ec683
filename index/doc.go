package index

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"inquit/internal/store"
)

// format names the form of the documents below. It stands in every manifest;
// an index of another format is made anew.
const format = 2

// The fields of a document. There are few, because each costs a dictionary in
// every segment. Each is followed by the kind of the record, q, n or a, so
// that a word of a quotation is found without asking of every hit what it is.
const (
	textField    = "t" // the words of a quotation, of a number's claim, of an article's body
	titleField   = "h" // of an article
	speakerField = "s" // the speaker's name as the article has it
	keyField     = "k" // everything that filters: see key
	rankField    = "r" // the order of equal hits, the id, the fold key: see rank
	outletField  = "o" // for sorting
)

// A key is a term of the key field: what it is about, a colon, the value.
type key = string

// What keys are about.
const (
	everyKey  key = "T:" // every record of the kind
	kindKey   key = "k:"
	statusKey key = "st:"
	zoneKey   key = "z:"
	outletKey key = "o:" // each word
	eventKey  key = "e:" // an event's id holds the prefix already, as a person's does
	cueKey    key = "c:" // each word
	unitKey   key = "u:"
	dateKey   key = "d:" // 2006-01-02
	langKey   key = "l:"
	anyValue  key = "v:" // sortable number, whatever its unit
	unitValue key = "n:" // unit, "=", sortable number: so that both are of one number
	hideKey   key = "hide:"
	foldedKey key = "fold:"
)

// Why a quotation is not shown by default.
const (
	hideKind   = hideKey + "kind"
	hideStatus = hideKey + "status"
	hideZone   = hideKey + "zone"
)

const (
	textOptions  = bleveindex.IndexField | bleveindex.IncludeTermVectors // positions, for phrases
	nameOptions  = bleveindex.IndexField
	keyOptions   = bleveindex.IndexField | bleveindex.SkipFreqNorm
	orderOptions = bleveindex.IndexField | bleveindex.SkipFreqNorm | bleveindex.DocValues
)

// A docMaker turns what the store has of an article into documents.
type docMaker struct {
	doc  *document.Document
	kind string
	keys []byte
}

// begin starts a document with what all take from their article. Records with
// one fold key are the same in near-copies.
func (m *docMaker) begin(id string, a *store.ArticleRow, fold string) {
	m.doc, m.kind = document.NewDocument(id), id[:1]
	m.keys = append(m.keys[:0], everyKey...)
	if fold == "" {
		m.order(rankField, rank(a.Published, id))
	} else {
		m.order(rankField, rank(a.Published, id)+foldMark+fold)
		m.key(foldedKey)
	}
	m.order(outletField, store.Fold(a.Outlet))
	m.keyed(dateKey, a.Published)
	m.keyed("", a.Event)
	m.key(a.ID)
	for _, w := range terms(a.Outlet) {
		m.key(outletKey + w)
	}
}

func (m *docMaker) key(k key) {
	m.keys = append(m.keys, 0)
	m.keys = append(m.keys, strings.ReplaceAll(k, "\x00", "")...)
}

// keyed adds a key unless its value is empty.
func (m *docMaker) keyed(about key, value string) {
	if value != "" {
		m.key(about + value)
	}
}

func (m *docMaker) text(field, s string, o bleveindex.FieldIndexingOptions) {
	if s != "" {
		m.doc.AddField(document.NewTextFieldCustom(field+m.kind, nil, []byte(s), o, newText{}))
	}
}

func (m *docMaker) order(field, s string) {
	if s != "" {
		s = strings.ReplaceAll(s, "\x00", "")
		m.doc.AddField(document.NewTextFieldCustom(field+m.kind, nil, []byte(s), orderOptions, newKeys{}))
	}
}

func (m *docMaker) end() *document.Document {
	m.doc.AddField(document.NewTextFieldCustom(keyField+m.kind, nil, append([]byte(nil), m.keys...), keyOptions, newKeys{}))
	return m.doc
}

// documents calls add with everything the index holds of one article.
func (m *docMaker) documents(d *store.Doc, add func(*document.Document) error) error {
	values := map[string][]*store.NumberRow{}
	for i := range d.Numbers {
		if q := d.Numbers[i].Quote; q != "" {
			values[q] = append(values[q], &d.Numbers[i])
		}
	}
	quoted := map[string]*store.QuoteRow{}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		quoted[q.ID] = q
		if err := add(m.quotation(d, q, values[q.ID])); err != nil {
			return err
		}
	}
	for i := range d.Numbers {
		if err := add(m.number(d, &d.Numbers[i], quoted[d.Numbers[i].Quote])); err != nil {
			return err
		}
	}
	return add(m.article(d))
}

func (m *docMaker) quotation(d *store.Doc, q *store.QuoteRow, numbers []*store.NumberRow) *document.Document {
	m.begin(q.ID, &d.Article, q.Fold)
	m.text(textField, q.Text, textOptions)
	m.text(speakerField, q.SpeakerName, nameOptions)
	m.keyed(kindKey, q.Kind)
	m.keyed(statusKey, q.Status)
	m.keyed(zoneKey, q.Zone)
	m.keyed("", q.Person)
	for _, w := range terms(q.Cue) {
		m.key(cueKey + w)
	}
	for _, why := range hidden(q) {
		m.key(why)
	}
	for _, n := range numbers {
		m.value(n)
	}
	return m.end()
}

// hidden says why a quotation is not shown by default; the store's Shown is
// the whole of it.
func hidden(q *store.QuoteRow) (why []key) {
	if q.Shown {
		return nil
	}
	if q.Kind == "pull" {
		why = append(why, hideKind)
	}
	if q.Status == "thought" || !q.Speech {
		why = append(why, hideStatus)
	}
	switch q.Zone {
	case "body", "headline", "standfirst", "summary":
	default:
		why = append(why, hideZone)
	}
	return why
}

func (m *docMaker) value(n *store.NumberRow) {
	m.keyed(unitKey, unitForm(n.Unit))
	for _, v := range []float64{n.Value, n.ValueMax} {
		m.key(anyValue + sortable(v))
		m.key(unitValue + unitForm(n.Unit) + "=" + sortable(v))
		if n.Value == n.ValueMax {
			break
		}
	}
}

func (m *docMaker) number(d *store.Doc, n *store.NumberRow, q *store.QuoteRow) *document.Document {
	m.begin(n.ID, &d.Article, n.Fold)
	m.text(textField, strings.Join([]string{n.Text, n.Unit, n.Concept, n.Base, n.Time}, " \u00b6 "), textOptions)
	m.keyed(zoneKey, n.Zone)
	m.keyed("", n.Person)
	if q != nil {
		m.text(speakerField, q.SpeakerName, nameOptions)
		m.keyed(kindKey, q.Kind)
		m.keyed(statusKey, q.Status)
		if n.Person == "" {
			m.keyed("", q.Person)
		}
	}
	m.value(n)
	return m.end()
}

func (m *docMaker) article(d *store.Doc) *document.Document {
	a := &d.Article
	m.begin(a.ID, a, a.CopyGroup)
	m.text(titleField, a.Title, textOptions)
	m.text(textField, d.Text, textOptions)
	m.keyed(langKey, a.Lang)
	seen := map[string]bool{}
	for i := range d.Quotes {
		if p := d.Quotes[i].Person; p != "" && !seen[p] {
			seen[p] = true
			m.key(p)
		}
	}
	return m.end()
}

// unitForm is a unit as it is searched for.
func unitForm(unit string) string { return strings.ToLower(strings.TrimSpace(unit)) }

// sortable writes a number so that the order of the strings is that of the
// numbers.
func sortable(f float64) string {
	bits := math.Float64bits(f)
	if bits>>63 == 1 {
		bits = ^bits
	} else {
		bits |= 1 << 63
	}
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], bits)
	return hex.EncodeToString(b[:])
}

// foldMark stands between a rank and the fold key behind it.
const foldMark = " "

// undated stands where the day of a rank would be.
const undated = "~~~~~~~~"

// rank makes the order of equal hits out of the day and the id of a record:
// newest first, articles by id, quotations and numbers as they stand in the
// text. The id can be read from it.
func rank(day, id string) string {
	b := make([]byte, 0, 40)
	for i := range len(day) {
		if isDigit(day[i]) && len(b) < len(undated) {
			b = append(b, '0'+'9'-day[i])
		}
	}
	b = append(b, undated[len(b):]...)
	hex, n, _ := strings.Cut(id[len("q:"):], ":")
	b = append(b, hex...)
	if n != "" {
		b = append(b, ':', 'a'+byte(min(len(n), 20))) // longer numbers are larger
		b = append(b, n...)
	}
	return string(b)
}

// ranked is the opposite of rank.
func ranked(kind, rank string) (id string) {
	hex, n, ok := strings.Cut(rank[len(undated):], ":")
	if !ok {
		return kind + ":" + hex
	}
	return kind + ":" + hex + ":" + n[1:]
}

// newMapping is what bleve asks for when an index is made. We make documents
// and queries ourselves, so it says nothing.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultMapping.Enabled = false
	return m
}
