package people

import (
	_ "embed"
	"strings"
	"sync"
)

// professionData has one line for each profession: its name, a colon, and the
// head words of offices in it.
//
//go:embed data/profession.txt
var professionData string

// professions maps the head word of an office to its profession.
var professions = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(professionData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		p, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			m[w] = strings.TrimSpace(p)
		}
	}
	return m
})

// profession returns the walk of life an office belongs to, "" when its words
// do not tell.
func profession(title string) string {
	words := fold(title)
	for i := len(words) - 1; i >= 0; i-- {
		if p := professions()[words[i]]; p != "" {
			return p
		}
	}
	return ""
}
