package read

import "inquit/article"

func (r *reader) page(b []byte) (*article.Article, error) { return r.plain(b) }
