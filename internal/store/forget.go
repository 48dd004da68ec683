package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Forget removes, for good, an article by its id, or all articles of the file
// at an absolute path, and refuses them when they come again. The links that
// held their words go too; the caller makes links and index anew. It returns
// the ids removed, ErrNotFound when there was nothing to remove.
func (s *Store) Forget(ctx context.Context, idOrPath string) (removed []string, err error) {
	// What is deleted shall not stay readable in free pages of the file.
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	_, err = conn.ExecContext(ctx, "PRAGMA secure_delete = ON")
	if err = errors.Join(err, conn.Close()); err != nil {
		return nil, err
	}
	err = s.write(ctx, func(w *writer) error {
		if err := w.exec("PRAGMA secure_delete = ON"); err != nil {
			return err
		}
		removed, err = w.articlesToForget(idOrPath)
		if err != nil {
			return err
		}
		return w.forget(removed)
	})
	if err == nil {
		_, err = s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	}
	return removed, err
}

func (w *writer) articlesToForget(idOrPath string) ([]string, error) {
	query := "SELECT ai.article FROM article_inputs ai JOIN inputs i ON i.key = ai.input WHERE i.path = ? ORDER BY 1"
	if strings.HasPrefix(idOrPath, "a:") {
		query = "SELECT id FROM articles WHERE id = ?"
	}
	ids, err := w.strings(query, idOrPath)
	if err == nil && len(ids) == 0 {
		err = fmt.Errorf("forget %q: %w", idOrPath, ErrNotFound)
	}
	return ids, err
}

func (w *writer) forget(ids []string) error {
	touched := map[string]bool{}
	for _, id := range ids {
		err := errors.Join(
			w.exec("UPDATE inputs SET forgotten = 1 WHERE key IN (SELECT input FROM article_inputs WHERE article = ?)", id),
			w.dropLinksOf(id, touched),
			w.remove(id),
			w.exec("INSERT OR IGNORE INTO forgotten VALUES (?)", id))
		if err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		if err := w.exec("UPDATE articles SET linked = 0 WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// dropLinksOf removes every link that may hold words of an article.
func (w *writer) dropLinksOf(id string, touched map[string]bool) error {
	hex := strings.TrimPrefix(id, "a:")
	links, err := w.strings(`SELECT person FROM person_of WHERE article = ?1 UNION SELECT link FROM link_members WHERE member = ?1
		UNION SELECT link FROM link_members WHERE member > 'q:' || ?2 || ':' AND member < 'q:' || ?2 || ';'
		UNION SELECT link FROM link_members WHERE member > 'n:' || ?2 || ':' AND member < 'n:' || ?2 || ';'`, id, hex)
	if err != nil {
		return err
	}
	for _, k := range links {
		if err := w.dropLink(k, touched); err != nil {
			return err
		}
	}
	return nil
}

// Backup writes a copy of the records, whole in itself, to a new file, while
// others read and write.
func (s *Store) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%q: %w", file, os.ErrExist)
	}
	tmp := file + ".tmp"
	if err := os.Remove(tmp); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", tmp); err != nil {
		return errors.Join(fmt.Errorf("backup to %q: %w", file, err), removeIfThere(tmp))
	}
	if err := syncFile(tmp); err != nil {
		return err
	}
	if err := os.Rename(tmp, file); err != nil {
		return err
	}
	return syncDir(filepath.Dir(file))
}

func removeIfThere(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func syncFile(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
