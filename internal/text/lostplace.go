package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"inquit/article"
)

// around returns the characters on both sides of p, a space at an end.
func around(s string, p article.Span) (before, after rune) {
	before, after = ' ', ' '
	if p.Start > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:p.Start])
	}
	if p.End < len(s) {
		after, _ = utf8.DecodeRuneInString(s[p.End:])
	}
	return before, after
}

// placeOf says what the neighbours of l make of it.
func placeOf(s string, l lost) place {
	switch b, a := l.before, l.after; {
	case l.kind == lostAsk && (strings.ContainsRune("/-–—“‘\"'", b) || strings.ContainsRune("”’\"'", a)):
		return noPlace // an address, or a question in marks that are there
	case l.kind == lostPair && (isAlien(b) || isAlien(a)):
		return noPlace // among damage that nobody can undo
	case unicode.IsLetter(b) && unicode.IsLetter(a):
		if isShortened(s, l) {
			return shortens
		}
		return inWord
	case unicode.IsDigit(b) && unicode.IsLetter(a) && !isLetterAt(s, l.End+1):
		return pickPlace(a == 's' && l.kind != lostAsk, shortens, noPlace)
	case isOutside(b) && isInside(a):
		if unicode.IsDigit(a) && isDecade(s[l.End:]) {
			return shortens
		}
		return opening
	case isOutside(b), unicode.IsDigit(b) && unicode.IsDigit(a):
		return pickPlace(l.kind < lostRune, alone, noPlace)
	case !isOutside(b) && !isInside(a):
		return pickPlace(l.kind != lostRune || canClose(s, l), closing, noPlace)
	case isStop(b) && isInside(a): // "over.āHe": a space is missing, on either side
		return pickPlace(l.kind != lostAsk, closing, noPlace)
	}
	return noPlace
}

// isAlien reports whether r is beyond what English news holds.
func isAlien(r rune) bool {
	return r >= utf8.RuneSelf && !isMark(r) && !isSpace(r) && !isWestern(r) && !strings.ContainsRune("–—…£€", r)
}

// canClose reports whether a closing mark can stand at l: behind words or
// another mark, not behind a symbol.
func canClose(s string, l lost) bool {
	for _, r := range []rune{l.before, l.after} {
		if r == utf8.RuneError || unicode.IsSymbol(r) || unicode.IsMark(r) {
			words := strings.TrimSuffix(s[:l.Start], "\uFFFD")
			return r == utf8.RuneError && words != "" && strings.IndexByte(",.!?", words[len(words)-1]) >= 0
		}
	}
	return true
}

func pickPlace(ok bool, yes, no place) place {
	if ok {
		return yes
	}
	return no
}

// isOutside reports whether r can stand before an opening mark.
func isOutside(r rune) bool {
	return isSpace(r) || strings.ContainsRune("([{—–-/“‘\"'", r)
}

// isInside reports whether r can begin what is quoted.
func isInside(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("£$€#@[(“‘…", r) || isLostSign(r)
}

func isStop(r rune) bool { return strings.ContainsRune(",.!?…;:", r) }

// isDecade reports whether s begins as "90s" does.
func isDecade(s string) bool {
	return len(s) > 2 && '0' <= s[1] && s[1] <= '9' && s[2] == 's' && !isLetterAt(s, 3)
}

// isLetterAt reports whether a letter stands at s[i:].
func isLetterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || r == '_' || r == '='
}

// isShortened reports whether the sign, a letter on both sides, stands for an
// apostrophe: before an ending that only follows one, or inside a name such
// as O'Brien.
func isShortened(s string, l lost) bool {
	if unicode.IsUpper(l.after) && (unicode.IsLower(l.before) || isNamePrefix(s, l.Start)) {
		return l.kind != lostAsk
	}
	end := l.End
	for end < len(s) && end-l.End < len("clock") && 'a' <= s[end]|0x20 && s[end]|0x20 <= 'z' {
		end++
	}
	if isLetterAt(s, end) {
		return false
	}
	base := wordBefore(s, l.Start)
	switch strings.ToLower(s[l.End:end]) {
	case "s":
		return len(base) > 1 && !(l.kind == lostRune && endsAccented(base))
	case "t":
		return strings.HasSuffix(base, "n") && len(base) > 2
	case "m":
		return base == "i"
	case "re", "ve", "ll", "d":
		return takesWould(base) || base == "y" || strings.HasSuffix(base, "ould")
	case "all":
		return base == "y"
	case "clock":
		return base == "o"
	}
	return false
}

// endsAccented reports whether a word begins so that an é follows: what is
// lost in "caf�s" is no apostrophe.
func endsAccented(base string) bool {
	switch base {
	case "caf", "clich", "expos", "fianc", "attach", "communiqu", "divorc", "prot", "proteg", "resum", "soir", "entr":
		return true
	}
	return false
}

// wordBefore returns the ASCII letters before s[i:], in lower case.
func wordBefore(s string, i int) string {
	start := i
	for start > 0 && i-start < 20 && 'a' <= s[start-1]|0x20 && s[start-1]|0x20 <= 'z' {
		start--
	}
	return strings.ToLower(s[start:i])
}

// isNamePrefix reports whether the word before s[i:] is the O or D of a name.
func isNamePrefix(s string, i int) bool {
	w := wordBefore(s, i)
	return w == "o" || w == "d" || w == "l"
}
