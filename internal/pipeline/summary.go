package pipeline

import (
	"inquit/internal/read"
	"inquit/internal/store"
)

// A Summary says what a run did.
type Summary struct {
	Files      int // sources read
	Unchanged  int // sources known from an earlier run and not changed since
	Articles   int // articles read and kept
	New        int // of these, not in the store before
	Replaced   int // in the store before, with other records
	Removed    int // articles that a changed file no longer holds
	Foreign    int // articles kept without claims: not in English
	Quotations int
	Attributed int // quotations with a speaker
	Numbers    int
	Skipped    []*read.FileError
	Store      store.Counts // what the whole store holds after the run
}

// add counts one item.
func (s *Summary) add(it Item) {
	switch {
	case it.Skipped != nil:
		s.Skipped = append(s.Skipped, it.Skipped)
	case it.Unchanged:
		s.Unchanged++
	case it.Done:
		s.Files++
	case it.Claims != nil:
		c := it.Claims
		s.Articles++
		s.Quotations += len(c.Quotations)
		s.Numbers += len(c.Numbers)
		for i := range c.Quotations {
			if c.Quotations[i].Speaker.ID != "" {
				s.Attributed++
			}
		}
		if l := c.Article.Lang; l != "" && l != "en" {
			s.Foreign++
		}
	}
}
