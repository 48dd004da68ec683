package perceptron

import "unicode/utf8"

// A kind is a sort of feature; its name is how prose's model writes it.
type kind uint64

// The sorts of feature.
const (
	bias kind = iota
	suffix
	prefix
	tag1
	tag2
	tag12
	word
	tag1Word
	word1
	suffix1
	word2
	wordNext
	suffixNext
	wordNext2
	fixedTag // a word that has one tag always
)

// kindName are the names in prose's model; each but the first is followed by
// a space and what the feature says.
var kindName = [...]string{
	bias: "bias", suffix: "i suffix", prefix: "i pref1",
	tag1: "i-1 tag", tag2: "i-2 tag", tag12: "i tag+i-2 tag",
	word: "i word", tag1Word: "i-1 tag+i word",
	word1: "i-1 word", suffix1: "i-1 suffix", word2: "i-2 word",
	wordNext: "i+1 word", suffixNext: "i+1 suffix", wordNext2: "i+2 word",
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// pair joins the hashes of two words in order.
func pair(a, b uint64) uint64 { return (a*3 + 0x632BE59BD9B4E019) ^ b*0x9E3779B97F4A7C15 }

// feature names a feature by its sort and the hash of what it says. The
// finisher spreads it over all bits, because the table uses the upper 40.
func feature(k kind, h uint64) uint64 {
	h ^= (uint64(k) + 1) * 0xD1B54A32D192ED03
	h ^= h >> 32
	h *= 0x9FB21C651E98DF25
	h ^= h >> 35
	return h * 0x9E3779B97F4A7C15
}

// contextOf returns the normal form of a word, hashed: lower case, numbers,
// years and compounds each as one.
func contextOf(w string) context {
	switch {
	case w == "":
		return outside("")
	case hyphenated(w):
		return outside("!HYPHEN")
	case '0' <= w[0] && w[0] <= '9':
		if isYear(w) {
			return outside("!YEAR")
		}
		return outside("!DIGITS")
	}
	return lowerContext(w)
}

// hyphenated reports whether w has a hyphen that is not its first byte.
func hyphenated(w string) bool {
	if w[0] == '-' {
		return false
	}
	for i := 1; i < len(w); i++ {
		if w[i] == '-' {
			return true
		}
	}
	return false
}

// isYear reports whether w is four digits.
func isYear(w string) bool {
	if len(w) != 4 {
		return false
	}
	for i := range 4 {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}

// lowerContext hashes w in lower case without writing it anywhere.
func lowerContext(w string) context {
	h := uint64(14695981039346656037)
	var last [3]byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return outside(lower(w))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
		last[0], last[1], last[2] = last[1], last[2], c
	}
	return context{h, hash(string(last[3-min(3, len(w)):]))}
}

func lastThree(w string) string { return w[len(w)-min(3, len(w)):] }

// first returns the first byte as prose writes it: as a character of its own.
func first(w string) string {
	if w == "" {
		return ""
	}
	if w[0] < utf8.RuneSelf {
		return w[:1]
	}
	return string(rune(w[0]))
}
