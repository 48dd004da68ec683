package name

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// ID names an entity by its kind and canonical name. A person or organisation
// has one id wherever it occurs; "the spokesman" of one article is not the
// spokesman of another, so the other kinds take the article's id in.
func ID(kind Kind, canonical, articleID string) string {
	key := string(kind) + "\x00" + strings.ToLower(canonical)
	if kind != Person && kind != Org {
		key += "\x00" + articleID
	}
	sum := sha256.Sum256([]byte(key))
	return "p:" + hex.EncodeToString(sum[:8])
}
