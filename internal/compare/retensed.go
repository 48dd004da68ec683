package compare

import "strings"

// shifts are the words that change when speech is reported, each set with the
// words it may become: "we are" is told as "they were".
var shifts = shiftTable(
	"i he she they", "we they", "you they he she we i", "me him her them", "us them", "my his her their", "our their", "your their his her our my",
	"mine his hers theirs", "ours theirs", "myself himself herself", "ourselves themselves",
	"am is are was were be", "i'm he's she's he was", "have has had", "do does did", "will would", "shall should would", "can could", "may might", "must had",
	"we're they're", "we've they've", "i've he's she's", "we'll they'd they'll", "i'll he'd she'd he'll she'll", "won't wouldn't", "can't couldn't",
	"don't doesn't didn't", "isn't wasn't aren't weren't", "haven't hasn't hadn't",
	"this that the", "these those the", "here there", "now then", "today that", "yesterday previous", "tomorrow next following",
)

// shiftTable maps each word to the number of every set it is in.
func shiftTable(sets ...string) map[string]uint64 {
	m := map[string]uint64{}
	for i, s := range sets {
		for w := range strings.FieldsSeq(s) {
			m[w] |= 1 << i
		}
	}
	return m
}

// retensed reports whether all that changed is person and tense, as when
// direct speech is told as indirect. Words dropped before and after do not
// matter; inside, only "that" may be added.
func retensed(x, y []token) bool {
	hs := align(x, y)
	found := false
	for i, h := range hs {
		if h.equal {
			continue
		}
		p, q := x[h.a0:h.a1], y[h.b0:h.b1]
		if len(p) == 0 || len(q) == 0 {
			if i > 0 && i < len(hs)-1 && !onlyThat(p) && !onlyThat(q) {
				return false
			}
			continue
		}
		if !shifted(p, q) {
			return false
		}
		found = true
	}
	return found
}

func onlyThat(t []token) bool { return len(t) == 1 && t[0].key == "that" }

// shifted reports whether q is p word by word in another person or tense.
func shifted(p, q []token) bool {
	p, q = expand(p), expand(q)
	if len(p) != len(q) {
		return false
	}
	for i := range p {
		if p[i].key != q[i].key && shifts[p[i].key]&shifts[q[i].key] == 0 && !sameVerb(p[i].key, q[i].key) {
			return false
		}
	}
	return true
}

// contracted are the verbs that hang on a pronoun.
var contracted = map[string]string{"re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would", "s": "is"}

// expand takes a pronoun and its verb apart: "we're" is "we are".
func expand(t []token) []token {
	out := make([]token, 0, len(t)+2)
	for _, w := range t {
		head, tail, ok := strings.Cut(w.key, "'")
		if verb := contracted[tail]; ok && verb != "" && shifts[head] != 0 {
			out = append(out, token{key: head}, token{key: verb})
			continue
		}
		out = append(out, w)
	}
	return out
}

// sameVerb reports whether two words are forms of one regular verb, or of a
// common irregular one.
func sameVerb(a, b string) bool {
	x, y := stem(a), stem(b)
	return x == y && len(x) > 2
}

// irregular maps past forms to what they are forms of.
var irregular = map[string]string{
	"said": "say", "went": "go", "gone": "go", "took": "take", "taken": "take", "gave": "give", "given": "give", "made": "make",
	"knew": "know", "known": "know", "thought": "think", "saw": "see", "seen": "see", "came": "come", "got": "get", "found": "find",
	"told": "tell", "felt": "feel", "kept": "keep", "left": "leave", "meant": "mean", "met": "meet", "paid": "pay", "ran": "run",
	"stood": "stand", "won": "win", "lost": "lose", "held": "hold", "began": "begin", "begun": "begin", "brought": "bring",
	"built": "build", "bought": "buy", "chose": "choose", "fell": "fall", "fought": "fight", "grew": "grow", "heard": "hear",
	"led": "lead", "rose": "rise", "sent": "send", "spent": "spend", "spoke": "speak", "wrote": "write", "needed": "need",
}

// stem takes the ending of a regular verb off.
func stem(w string) string {
	if s, ok := irregular[w]; ok {
		w = s
	}
	for _, end := range []string{"ied", "ies", "ed", "es", "s", "d"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) > 1 {
			w = s
			break
		}
	}
	return strings.TrimRight(strings.TrimSuffix(w, "y"), "ei")
}
