package text

import "unicode/utf8"

// A byteClass says what an ASCII byte is to the quick path.
type byteClass uint8

// The classes. What is in none takes the long way.
const (
	spaceByte byteClass = iota + 1
	letterByte
	digitByte
	signByte // always a token by itself, or part of a run of its like
	markByte // the same for marks
	stopByte // "." and "," and "'": part of words and numbers too
)

// byteClasses are the classes of ASCII.
var byteClasses = [utf8.RuneSelf]byteClass{
	' ': spaceByte, '\t': spaceByte,
	'!': signByte, '"': markByte, '#': signByte, '$': signByte, '%': signByte, '&': signByte, '\'': stopByte,
	'(': signByte, ')': signByte, '*': signByte, '+': signByte, ',': stopByte, '-': signByte, '.': stopByte, '/': signByte,
	'0': digitByte, '1': digitByte, '2': digitByte, '3': digitByte, '4': digitByte,
	'5': digitByte, '6': digitByte, '7': digitByte, '8': digitByte, '9': digitByte,
	';': stopByte, '<': signByte, '=': signByte, '>': signByte, '?': signByte, '@': signByte,
	'A': letterByte, 'B': letterByte, 'C': letterByte, 'D': letterByte, 'E': letterByte, 'F': letterByte, 'G': letterByte,
	'H': letterByte, 'I': letterByte, 'J': letterByte, 'K': letterByte, 'L': letterByte, 'M': letterByte, 'N': letterByte,
	'O': letterByte, 'P': letterByte, 'Q': letterByte, 'R': letterByte, 'S': letterByte, 'T': letterByte, 'U': letterByte,
	'V': letterByte, 'W': letterByte, 'X': letterByte, 'Y': letterByte, 'Z': letterByte,
	'[': signByte, '\\': signByte, ']': signByte,
	'a': letterByte, 'b': letterByte, 'c': letterByte, 'd': letterByte, 'e': letterByte, 'f': letterByte, 'g': letterByte,
	'h': letterByte, 'i': letterByte, 'j': letterByte, 'k': letterByte, 'l': letterByte, 'm': letterByte, 'n': letterByte,
	'o': letterByte, 'p': letterByte, 'q': letterByte, 'r': letterByte, 's': letterByte, 't': letterByte, 'u': letterByte,
	'v': letterByte, 'w': letterByte, 'x': letterByte, 'y': letterByte, 'z': letterByte,
	'{': signByte, '|': signByte, '}': signByte, '~': signByte,
}

// plain takes what needs no Unicode rules, which is nearly all English text:
// white space, words and numbers in ASCII, signs. It returns where it ended,
// or start when the text there has to go the long way. A test holds both ways
// to the same tokens.
func (t *tokenizer) plain(start, end int) int {
	c := t.s[start]
	if c >= utf8.RuneSelf {
		return t.plainMark(start, end)
	}
	switch byteClasses[c] {
	case spaceByte:
		if next := start + 1; endsPlain(t.s, next, end) {
			t.space = true
			return next
		}
	case letterByte:
		return t.plainWord(start, end)
	case digitByte:
		return t.plainNumber(start, end)
	case signByte, markByte, stopByte:
		next := start + 1
		if !endsPlain(t.s, next, end) {
			return start
		}
		if c == '"' || c == '\'' {
			t.mark(start, next)
		} else {
			t.sign(start, next)
		}
		return next
	}
	return start
}

// plainWord takes a word of ASCII letters that ends for certain.
func (t *tokenizer) plainWord(start, end int) int {
	i := start + 1
	for i < end && t.s[i] < utf8.RuneSelf && byteClasses[t.s[i]] == letterByte {
		i++
	}
	if !t.endsWord(i, end) {
		return start
	}
	t.pushPlain(start, i)
	return i
}

// pushPlain appends a word of ASCII letters.
func (t *tokenizer) pushPlain(start, end int) {
	t.push(start, end, Word)
	if t.s[start] >= 'a' {
		return
	}
	tok := &t.toks[len(t.toks)-1]
	tok.Upper = true
	i := start + 1
	for i < end && t.s[i] < 'a' {
		i++
	}
	tok.Caps = i == end && end-start > 1
}

// plainNumber takes digits with single points and commas between them.
func (t *tokenizer) plainNumber(start, end int) int {
	i := start + 1
	for i < end {
		c := t.s[i]
		if (c == '.' || c == ',') && i+1 < end && '0' <= t.s[i+1] && t.s[i+1] <= '9' {
			i += 2
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		i++
	}
	if !t.endsWord(i, end) {
		return start
	}
	t.push(start, i, Number)
	return i
}

// endsWord reports whether no rule lets a word or number of ASCII go on at
// s[i:].
func (t *tokenizer) endsWord(i, end int) bool {
	if i == end {
		return true
	}
	c := t.s[i]
	if c >= utf8.RuneSelf {
		return isPlainMark(t.s, i, end)
	}
	switch byteClasses[c] {
	case spaceByte, signByte, markByte:
		return true
	case stopByte:
		return i+1 == end || t.s[i+1] < utf8.RuneSelf && byteClasses[t.s[i+1]] != 0 &&
			byteClasses[t.s[i+1]] != letterByte && byteClasses[t.s[i+1]] != digitByte
	}
	return false
}

// endsPlain reports whether s[i:] cannot belong to the character before it: it
// is ASCII, or a common mark.
func endsPlain(s string, i, end int) bool {
	return i == end || s[i] < utf8.RuneSelf || isPlainMark(s, i, end)
}

// plainMark takes a curly mark, a dash or an ellipsis.
func (t *tokenizer) plainMark(start, end int) int {
	if !isPlainMark(t.s, start, end) {
		return start
	}
	next := start + 3
	if !endsPlain(t.s, next, end) {
		return start
	}
	switch t.s[start+2] {
	case 0x93, 0x94, 0xA6:
		t.sign(start, next)
	default:
		t.mark(start, next)
	}
	return next
}

// isPlainMark reports whether “ ” – — … stands at s[i:], or ’ that no letter
// or digit follows.
func isPlainMark(s string, i, end int) bool {
	if i+3 > end || s[i] != 0xE2 || s[i+1] != 0x80 {
		return false
	}
	switch s[i+2] {
	case 0x93, 0x94, 0x9C, 0x9D, 0xA6: // – — “ ” …
		return true
	case 0x99: // ’
		return i+3 == end || s[i+3] < utf8.RuneSelf && byteClasses[s[i+3]] != letterByte && byteClasses[s[i+3]] != digitByte
	}
	return false
}
