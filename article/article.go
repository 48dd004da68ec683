// Package article holds the value that every stage passes on: one news
// article as it was read, with its source text, the repairs that make it
// readable, its zones and what is known about its origin.
//
// The source text is never changed. Repairs make a view of it:
//
//	source  Russiaās invasion        what stands in the file
//	view    Russia’s invasion        what a person reads
//
// Every span that leaves the program indexes the source text, so a claim can
// always be shown where it stands. Stages that analyse text work on the view
// and translate their spans with Article.FromView before they hand them on.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strings"
)

// A Span is the half-open byte range [Start, End) of a text: of an article's
// source text unless a name says "view".
type Span struct{ Start, End int }

// In returns the part of s that the span covers.
func (p Span) In(s string) string { return s[p.Start:p.End] }

// Len returns the number of bytes covered.
func (p Span) Len() int { return p.End - p.Start }

// Empty reports whether the span covers nothing; the zero Span stands for
// "not in the text".
func (p Span) Empty() bool { return p.End <= p.Start }

// Contains reports whether q lies inside p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether p and q share at least one byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }

// A Zone says what part of a news page a stretch of text is.
type Zone string

// The zones. Body is the running text; boilerplate, metadata, byline and
// related never give claims of their own.
const (
	Headline    Zone = "headline"
	Standfirst  Zone = "standfirst"
	Summary     Zone = "summary"
	Byline      Zone = "byline"
	Dateline    Zone = "dateline"
	Metadata    Zone = "metadata"
	Caption     Zone = "caption"
	Pull        Zone = "pull"
	Boilerplate Zone = "boilerplate"
	Related     Zone = "related"
	Transcript  Zone = "transcript"
	Body        Zone = "body"
)

// A ZoneSpan is a stretch of the source text that belongs to one zone. The
// zones of an article are sorted, do not overlap, and leave out only white
// space.
type ZoneSpan struct {
	Zone Zone
	Span
}

// From says where a piece of metadata was found.
type From string

// The places metadata is taken from, in no order of trust.
const (
	FromText     From = "text"
	FromMetadata From = "metadata"
	FromJSONLD   From = "jsonld"
	FromFeed     From = "feed"
	FromSidecar  From = "sidecar"
	FromPath     From = "path"
	FromUser     From = "user"
	FromInferred From = "inferred"
)

// A Field is one piece of metadata with its evidence. A nil *Field means that
// nothing is known. Span is empty when the value does not stand in the source
// text.
type Field struct {
	Value string // a title, a name, or a date as 2006-01-02
	From  From
	Span  Span
}

// String returns the value, or "" for a nil field.
func (f *Field) String() string {
	if f == nil {
		return ""
	}
	return f.Value
}

// A Repair says that the bytes of Span in the source text read as After in
// the view.
type Repair struct {
	Span  Span
	After string
}

// Encoding says how bytes became text, and why that way.
type Encoding struct {
	Name     string // IANA-like lower-case name: "utf-8", "windows-1252"
	Evidence string // "bom", "utf-8", "declared", "detected", "default"
}

// An Article is one text of one outlet. Make one with New.
type Article struct {
	ID       string // "a:" and 16 hex digits, see ID
	Path     string // below the folder given, with "/"; a single file: its name
	Member   string // place inside a container: "line 12", "data/x.html"
	SourceID string // the "id" field of the input, if it had one
	SHA256   string // of the source text in UTF-8, 64 hex digits

	Source   string // the source text, valid UTF-8, never changed
	Encoding Encoding
	Repairs  []Repair // sorted, not overlapping
	Zones    []ZoneSpan

	Title     *Field
	Outlet    *Field
	Authors   []Field
	Published *Field
	URL       string
	Lang      string // BCP 47 base language, "" when unknown

	view      string
	viewStart []int // where each repair begins in the view
}

// New returns an article over source with its identity and view computed.
// source must be valid UTF-8; repairs must be sorted and not overlap.
func New(path, member, sourceID, source string, repairs []Repair) *Article {
	sum := sha256.Sum256([]byte(source))
	a := &Article{
		ID:   ID(path, member, sourceID, source),
		Path: path, Member: member, SourceID: sourceID,
		SHA256: hex.EncodeToString(sum[:]),
		Source: source, Repairs: repairs,
	}
	a.view, a.viewStart = apply(source, repairs)
	return a
}

// ID names an article: the same path, member or source id, and text give the
// same id on every machine.
func ID(path, member, sourceID, source string) string {
	within := member
	if sourceID != "" {
		within = sourceID
	}
	h := sha256.New()
	h.Write([]byte(path))
	h.Write([]byte{0})
	h.Write([]byte(within))
	h.Write([]byte{0})
	h.Write([]byte(source))
	return "a:" + hex.EncodeToString(h.Sum(nil))[:16]
}

// Hex returns the id without its "a:".
func (a *Article) Hex() string { return strings.TrimPrefix(a.ID, "a:") }

// Text returns the view: the source text with its repairs applied.
func (a *Article) Text() string { return a.view }

// View returns the words of a source span as a person reads them.
func (a *Article) View(p Span) string { return a.ToView(p).In(a.view) }

// FromView translates a span of the view into the source text. An end that
// falls inside a repaired stretch moves outwards, so that the source span
// always covers whole damaged sequences.
func (a *Article) FromView(p Span) Span {
	if len(a.Repairs) == 0 {
		return p
	}
	start, _ := a.sourceAt(p.Start)
	_, end := a.sourceAt(p.End)
	return Span{start, end}
}

// ToView translates a span of the source text into the view.
func (a *Article) ToView(p Span) Span {
	if len(a.Repairs) == 0 {
		return p
	}
	start, _ := a.viewAt(p.Start)
	_, end := a.viewAt(p.End)
	return Span{start, end}
}

// sourceAt returns the source offsets that view offset v may stand for: the
// start and the end of the repair it falls into, or one offset twice.
func (a *Article) sourceAt(v int) (lo, hi int) {
	k := sort.Search(len(a.Repairs), func(k int) bool { return a.viewStart[k] >= v }) - 1
	if k < 0 {
		return v, v
	}
	r := a.Repairs[k]
	if v < a.viewStart[k]+len(r.After) {
		return r.Span.Start, r.Span.End
	}
	s := r.Span.End + v - a.viewStart[k] - len(r.After)
	return s, s
}

// viewAt is the opposite of sourceAt.
func (a *Article) viewAt(s int) (lo, hi int) {
	k := sort.Search(len(a.Repairs), func(k int) bool { return a.Repairs[k].Span.Start >= s }) - 1
	if k < 0 {
		return s, s
	}
	r, start := a.Repairs[k], a.viewStart[k]
	if s < r.Span.End {
		return start, start + len(r.After)
	}
	v := start + len(r.After) + s - r.Span.End
	return v, v
}

// ZoneAt returns the zone that holds source offset i: Body when no zone does.
func (a *Article) ZoneAt(i int) Zone {
	k := sort.Search(len(a.Zones), func(k int) bool { return a.Zones[k].End > i })
	if k < len(a.Zones) && a.Zones[k].Start <= i {
		return a.Zones[k].Zone
	}
	return Body
}

// apply returns source with its repairs made, and where each repair begins
// in the result.
func apply(source string, repairs []Repair) (view string, viewStart []int) {
	if len(repairs) == 0 {
		return source, nil
	}
	var b strings.Builder
	b.Grow(len(source))
	viewStart = make([]int, len(repairs))
	at := 0
	for i, r := range repairs {
		b.WriteString(source[at:r.Span.Start])
		viewStart[i] = b.Len()
		b.WriteString(r.After)
		at = r.Span.End
	}
	b.WriteString(source[at:])
	return b.String(), viewStart
}
