package store

import (
	"context"
	"errors"
)

// A Speaker counts what one person or body is quoted with.
type Speaker struct {
	ID, Kind, Name string // of the person across articles; Name "" for unknown speakers
	Quotes         int
	Articles       int
	Outlets        int
}

// Speakers counts the quotations of every speaker, most quoted first.
func (s *Store) Speakers(ctx context.Context) ([]Speaker, error) { return nil, errors.ErrUnsupported }

// ArticleIDs returns the ids of all articles, sorted.
func (s *Store) ArticleIDs(ctx context.Context) ([]string, error) { return nil, errors.ErrUnsupported }
