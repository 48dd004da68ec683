package read

import (
	"fmt"
	"strconv"
	"strings"

	"inquit/article"
)

// outletFrom returns the outlet that the path of an article tells: the folder
// that from names, or the first one below the folder given. nil when the path
// has no such folder.
func outletFrom(path, from string) *article.Field {
	n := 1
	if from != "" {
		var err error
		if n, err = folderNumber(from); err != nil {
			return nil
		}
	}
	folders := strings.Split(path, "/")
	folders = folders[:len(folders)-1]
	if n > len(folders) || folders[n-1] == "" {
		return nil
	}
	return &article.Field{Value: folders[n-1], From: article.FromPath}
}

// folderNumber reads "path:2".
func folderNumber(from string) (int, error) {
	s, ok := strings.CutPrefix(from, "path:")
	n, err := strconv.Atoi(s)
	if !ok || err != nil || n < 1 {
		return 0, fmt.Errorf("outlet from %q: want path:N, N from 1, for the N-th folder below the one given", from)
	}
	return n, nil
}

// Check reports what is wrong with the options, nil when nothing is.
func (o Options) Check() error {
	if _, err := parseMap(o.Map); err != nil {
		return err
	}
	if o.OutletFrom == "" {
		return nil
	}
	_, err := folderNumber(o.OutletFrom)
	return err
}
