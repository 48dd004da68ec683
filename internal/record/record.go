// Package record reads and writes the JSON lines of docs/record-schema.json.
// It is the only place that knows their field names.
package record

import (
	"inquit/dedupe"
	"inquit/extract"
	"inquit/internal/compare"
	"inquit/internal/people"
)

// Schema names the form of the records; it stands on article lines.
const Schema = "inquit/1"

// Links are what was found across a set of articles. The zero value links
// nothing.
type Links struct {
	People     *people.People
	Copies     []dedupe.CopyGroup
	Events     []dedupe.Event
	Statements []compare.Statement
	Numbers    []compare.NumberCluster
}

// A Set is everything a store holds: the claims of each article, sorted by
// article id, and the links between them.
type Set struct {
	Claims []*extract.Claims
	Links  Links
}
