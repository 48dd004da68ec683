package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"inquit/extract"
	"inquit/internal/record"
)

// A Put is the claims of one article and the file they came from.
type Put struct {
	Input  string // absolute path; "" for stdin, which the journal leaves out
	Claims *extract.Claims
}

// A Skip is an input, or a part of one, that could not be used.
type Skip struct {
	Input  string // absolute path of the file; "" for stdin
	Path   string // as shown: below the folder given
	Member string // "line 12"; "" when the whole file was skipped
	Reason string
}

// A Batch is what PutBatch commits at once: 500 to 1,000 articles are a good
// size. The articles of one file may come in several batches; its Input comes
// in Done with the last of them, or in a later one.
type Batch struct {
	Puts    []Put
	Done    []Input // files read to their end
	Touched []Input // files found with a new time and their old bytes: nothing but the journal changes
	Skipped []Skip
}

// Change says what PutBatch, Forget or Remove did to the articles.
type Change struct {
	Added    int // articles that were not there
	Replaced int // articles that were there with other records
	Same     int // articles that were there already, alike
	Removed  int // articles whose file no longer holds them
	Refused  int // articles a user asked to forget earlier
}

// PutBatch commits b in one transaction: when it returns nil, all of it is
// safe on disk. For a file in Done, its former articles that were not put
// again are removed, and its former skips replaced; a file that only stands
// in Skipped keeps what the store has of it.
func (s *Store) PutBatch(ctx context.Context, b Batch) (Change, error) {
	ready := make([]stored, len(b.Puts))
	for i, p := range b.Puts {
		var err error
		if ready[i], err = encode(p.Claims); err != nil {
			return Change{}, fmt.Errorf("%s: %w", p.Claims.Article.ID, err)
		}
	}
	var sum Change
	err := s.write(ctx, func(w *writer) error {
		sum = Change{}
		for i, p := range b.Puts {
			if err := w.put(&sum, p, ready[i]); err != nil {
				return fmt.Errorf("put %s: %w", p.Claims.Article.ID, err)
			}
		}
		done := map[string]bool{}
		for _, in := range b.Done {
			done[in.Path] = true
			if err := w.finish(&sum, in); err != nil {
				return fmt.Errorf("finish %q: %w", in.Path, err)
			}
		}
		for _, in := range b.Touched {
			if err := w.exec("UPDATE inputs SET size = ?, mtime = ?, hash = ? WHERE path = ?", in.Size, in.ModTime, in.Hash, in.Path); err != nil {
				return err
			}
		}
		for _, k := range b.Skipped {
			if err := w.skip(k, done[k.Input]); err != nil {
				return fmt.Errorf("note skipped %q: %w", k.Path, err)
			}
		}
		return nil
	})
	return sum, err
}

// put stores one article, unless it is there already or must stay forgotten.
func (w *writer) put(sum *Change, p Put, t stored) error {
	a := p.Claims.Article
	forgotten, err := w.has("SELECT 1 FROM forgotten WHERE id = ?", a.ID)
	if err != nil || forgotten {
		sum.Refused++
		return err
	}
	if err := w.fromInput(p.Input, a.ID); err != nil {
		return err
	}
	old, err := w.former(a.ID)
	if err != nil {
		return err
	}
	if old.checksum == t.checksum {
		sum.Same++
		return nil
	}
	if old.checksum == "" {
		sum.Added++
	} else {
		sum.Replaced++
		if err := w.dropRows(a.ID); err != nil {
			return err
		}
	}
	w.changeContent()
	if err := w.insertArticle(p.Claims, t, old); err != nil {
		return err
	}
	return w.insertClaims(p.Claims)
}

// former is what a store knows of an article put before: its checksum, ""
// when it is not there now, and the highest running numbers it ever had.
type former struct {
	checksum    string
	quote, numb int
}

func (w *writer) former(id string) (former, error) {
	var f former
	err := w.row("SELECT checksum, last_quote, last_number FROM articles WHERE id = ?", id).Scan(&f.checksum, &f.quote, &f.numb)
	if !errors.Is(err, sql.ErrNoRows) {
		return f, err
	}
	err = w.row("SELECT last_quote, last_number FROM gone WHERE id = ?", id).Scan(&f.quote, &f.numb)
	if errors.Is(err, sql.ErrNoRows) {
		return f, nil
	}
	if err != nil {
		return f, err
	}
	return f, w.exec("DELETE FROM gone WHERE id = ?", id)
}

// dropRows removes what an article consists of.
func (w *writer) dropRows(id string) error {
	hex := strings.TrimPrefix(id, "a:")
	return errors.Join(
		w.exec("DELETE FROM articles WHERE id = ?", id),
		w.exec("DELETE FROM texts WHERE article = ?", id),
		w.exec("DELETE FROM quotes WHERE id > ? AND id < ?", "q:"+hex+":", "q:"+hex+";"),
		w.exec("DELETE FROM numbers WHERE id > ? AND id < ?", "n:"+hex+":", "n:"+hex+";"))
}

func (w *writer) insertArticle(c *extract.Claims, t stored, old former) error {
	a := c.Article
	var view any
	if a.Text() != a.Source {
		view = a.Text()
	}
	for i := range c.Quotations {
		old.quote = max(old.quote, running(c.Quotations[i].ID))
	}
	for i := range c.Numbers {
		old.numb = max(old.numb, running(c.Numbers[i].ID))
	}
	return errors.Join(
		w.exec(`INSERT INTO articles (id, path, member, source_id, outlet, title, published, lang, sha256, checksum, seq, last_quote, last_number)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`,
			a.ID, a.Path, a.Member, a.SourceID, a.Outlet.String(), a.Title.String(), a.Published.String(), a.Lang,
			a.SHA256, t.checksum, w.next, old.quote, old.numb),
		w.exec("INSERT INTO texts (article, source, view, claims) VALUES (?,?,?,?)", a.ID, a.Source, view, t.blob))
}

// running returns the running number at the end of a quotation's or number's
// id.
func running(id string) int {
	n, _ := strconv.Atoi(id[strings.LastIndexByte(id, ':')+1:])
	return n
}

func (w *writer) insertClaims(c *extract.Claims) error {
	for i := range c.Quotations {
		r := quoteRow(c, &c.Quotations[i])
		if err := w.exec(insertQuote, r.values()...); err != nil {
			return err
		}
	}
	for i := range c.Numbers {
		r := numberRow(c, &c.Numbers[i])
		if err := w.exec(insertNumber, r.values()...); err != nil {
			return err
		}
	}
	return nil
}

// remove takes an article out and notes for the index that it is gone.
func (w *writer) remove(id string) error {
	f, err := w.former(id)
	if err != nil || f.checksum == "" {
		return err
	}
	w.changeContent()
	return errors.Join(
		w.dropRows(id),
		w.exec("DELETE FROM article_inputs WHERE article = ?", id),
		w.exec("INSERT OR REPLACE INTO gone VALUES (?,?,?,?)", id, w.next, f.quote, f.numb))
}

// A stored article is its records packed, and the checksum over its source
// text and records.
type stored struct {
	blob     []byte
	checksum string
}

func encode(c *extract.Claims) (stored, error) {
	b, err := record.MarshalClaims(c)
	if err != nil {
		return stored{}, err
	}
	return stored{pack(b), checksum(c.Article.Source, b)}, nil
}
