package store

// CountForTest counts the rows of a table or view.
func (s *Store) CountForTest(table string) (n int, err error) {
	err = s.db.QueryRow("SELECT count(*) FROM (SELECT * FROM " + table + ")").Scan(&n)
	return n, err
}

// ExecForTest changes the database behind the store's back.
func (s *Store) ExecForTest(query string, args ...any) error {
	_, err := s.db.Exec(query, args...)
	return err
}
