package name

import "inquit/internal/text"

// A weight is what the places where a name of one word stands say about its
// bearer: a person, "Roe insisted", "Roe's wife", "Roe, 31,", or a body,
// "shares in Acme", "Acme employees", "Acme's owner".
type weight struct {
	says          int // stands before a verb of saying or after one
	human, bodily int
}

// person reports whether the bearer is a person. A name that nobody explains
// but that speaks is a person's: of bodies readers are told what they are.
func (w *weight) person() bool {
	return w != nil && (w.human > w.bodily || w.says > 0 && w.bodily == 0)
}

// weigh returns what the article says of the name w, nil when it stands
// nowhere alone.
func (l *linker) weigh(w string) *weight {
	if l.weights == nil {
		l.weights = map[string]*weight{}
		for i := range l.found {
			c := &l.found[i]
			if c.form == unknown && c.entity < 0 && !c.headline && c.headLast == c.headFirst+1 {
				l.weighAt(c)
			}
			l.weighOffice(c)
		}
	}
	return l.weights[w]
}

// weighAt adds what the surroundings of one mention say.
func (l *linker) weighAt(c *candidate) {
	t := &l.d.Tokens[c.headFirst]
	w := l.weights[t.Norm]
	if w == nil {
		w = &weight{}
		l.weights[t.Norm] = w
	}
	if t.Caps || !plainCapital(l.d.Word(c.headFirst)) {
		w.bodily++
	}
	l.weighBefore(c, w)
	l.weighBehind(c, w)
}

// leaders are the offices of bodies and places: "the Ayton boss" names no
// person, as "the Roe spokesman" may.
var leaders = map[string]bool{
	"boss": true, "manager": true, "captain": true, "coach": true, "chief": true, "chairman": true, "chairwoman": true, "chair": true, "owner": true,
	"director": true, "executive": true, "ceo": true, "founder": true, "co-founder": true, "striker": true, "midfielder": true, "defender": true,
	"goalkeeper": true, "winger": true, "skipper": true, "mayor": true, "mp": true, "councillor": true, "president": true, "player": true, "fan": true,
}

// weighOffice notes that the first word of an office before a name or in a
// phrase is a body's: "Ayton boss Jane Roe".
func (l *linker) weighOffice(c *candidate) {
	k := c.roleFirst
	if c.roleLast != k+2 || !leaders[l.d.Tokens[k+1].Norm] || l.class[k] != 0 || !l.d.Tokens[k].Upper || l.d.Tokens[k+1].Upper {
		return
	}
	w := l.weights[l.d.Tokens[k].Norm]
	if w == nil {
		w = &weight{}
		l.weights[l.d.Tokens[k].Norm] = w
	}
	w.bodily++
}

// weighBefore looks at the word before a name.
func (l *linker) weighBefore(c *candidate, w *weight) {
	if c.headFirst == 0 || l.d.Tokens[c.headFirst-1].Sentence != l.d.Tokens[c.headFirst].Sentence {
		return
	}
	k := c.headFirst - 1
	b := l.d.Tokens[k].Norm
	switch {
	case b == "at" || b == "in" || b == "near" || b == "across" || b == "outside" || b == "into" || b == "the":
		w.bodily++
	case k > 0 && (b == "by" || b == "for") && employed[l.d.Tokens[k-1].Norm],
		k > 0 && (b == "in" || b == "of") && assets[l.d.Tokens[k-1].Norm]:
		w.bodily++
	case l.class[k]&say != 0 && l.closes(c.last):
		w.says++ // “…,” said Roe.
	}
}

// weighBehind looks at the words behind a name.
func (l *linker) weighBehind(c *candidate, w *weight) {
	toks, k := l.d.Tokens, c.headLast
	if k >= len(toks) || toks[k].Sentence != toks[c.headFirst].Sentence {
		return
	}
	owner := l.isPossessive(k, len(toks))
	if owner {
		k++
	}
	for k < len(toks) && l.class[k]&adj != 0 && l.class[k]&(noun|say|verb) == 0 {
		k++
	}
	if k >= len(toks) {
		return
	}
	n := toks[k].Norm
	switch {
	case owner && people[n]:
		w.human += 2
	case owner && (ofState[n] || l.class[k]&org != 0 || k+1 < len(toks) && (ofState[toks[k+1].Norm] || l.class[k+1]&org != 0)):
		w.bodily++ // "Aldermark's defence secretary"
	case (assets[n] || l.class[k]&(role|group)&^given != 0 && toks[k].Kind == text.Word) && !toks[k].Upper:
		if !owner || assets[n] {
			w.bodily++ // "Acme employees", "Acme's shares"
		}
	case owner:
	case n == "," && k+2 < len(toks) && (toks[k+1].Kind == text.Number && len(toks[k+1].Norm) == 2 && toks[k+2].Norm == "," || toks[k+1].Norm == "who" || toks[k+1].Norm == "whose"):
		w.human += 2
	case n == "," && (k+1 < len(toks) && toks[k+1].Norm == "which" || l.calledBody(c)), n == "which":
		w.bodily += 2
	case n == "himself" || n == "herself" || n == "who":
		w.human += 2
	case l.class[k]&(say|aux|verb) != 0 && l.class[k]&noun == 0 || l.class[k]&say != 0 || l.verbShape(k):
		if l.class[k]&say != 0 && l.surelyName(c.headFirst) {
			w.says++
		}
		l.weighPronoun(k, w)
		l.weighNext(c, w)
	}
}

// weighPronoun looks for who the subject of the verb at k is called next in
// its sentence: "Roe said he", "Acme said it".
func (l *linker) weighPronoun(k int, w *weight) {
	toks := l.d.Tokens
	for j := k + 1; j < len(toks) && j < k+5 && toks[j].Sentence == toks[k].Sentence; j++ {
		if toks[j].Kind == text.Mark {
			return
		}
		switch toks[j].Norm {
		case "he", "she", "his", "her", "himself", "herself":
			w.human++
			return
		case "it", "its", "itself":
			w.bodily++
			return
		}
		if toks[j].Upper {
			return
		}
	}
}

// surelyName reports whether word k has its capital because it is a name: it
// has one inside a sentence too, or its tag says so.
func (l *linker) surelyName(k int) bool {
	if !l.initial(k) || l.upper[l.d.Tokens[k].Norm] {
		return true
	}
	l.d.Tag(l.d.Tokens[k].Sentence)
	return l.d.Tokens[k].Tag == text.NNP
}

// weighNext looks whether the sentence behind goes on with "he" or "it" for
// its subject: "Roe scored twice. He said".
func (l *linker) weighNext(c *candidate, w *weight) {
	sent := l.d.Tokens[c.headFirst].Sentence
	if c.headFirst != l.d.Sentences[sent].First || sent+1 >= len(l.d.Sentences) {
		return
	}
	switch l.d.Tokens[l.d.Sentences[sent+1].First].Norm {
	case "he", "she":
		w.human += 2
	case "it":
		w.bodily++
	}
}

// plainCapital reports whether a word has one capital, its first letter, or
// one behind "Mc", "Mac", "O'" and the like: "BuzzWorks" is no surname.
func plainCapital(w string) bool {
	for i := 1; i < len(w); i++ {
		if c := w[i]; c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && i > 3 {
			return false
		}
	}
	return true
}

// people are nouns that follow the possessive of a person's name.
var people = map[string]bool{
	"wife": true, "husband": true, "mother": true, "father": true, "son": true, "daughter": true, "brother": true, "sister": true,
	"parents": true, "family": true, "widow": true, "partner": true, "fiancée": true, "fiancé": true, "girlfriend": true, "boyfriend": true,
	"children": true, "lawyer": true, "lawyers": true, "solicitor": true, "agent": true, "death": true, "life": true, "body": true, "face": true,
	"career": true, "girl": true, "resignation": true, "arrest": true, "mum": true, "dad": true, "friends": true, "teammates": true, "header": true,
	"book": true, "novel": true, "barrister": true, "successor": true, "predecessor": true, "remarks": true, "comments": true, "speech": true,
}

// assets are nouns of what bodies have and people do not.
var assets = map[string]bool{
	"shares": true, "stock": true, "employees": true, "staff": true, "customers": true, "workers": true, "bosses": true, "executives": true,
	"factory": true, "plant": true, "headquarters": true, "stores": true, "shop": true, "shops": true, "subsidiary": true, "shareholders": true,
	"investors": true, "app": true, "website": true, "users": true, "products": true, "revenue": true, "revenues": true, "profits": true,
	"chairman": true, "spokesman": false, "board": true, "owner": true, "owners": true, "boss": true, "branch": true, "branches": true,
	"residents": true, "council": true, "fans": false, "stake": true, "software": true, "drug": true, "vaccine": true, "engineers": true,
	"stadium": true, "airport": true, "university": true, "hospital": true, "bond": true, "bonds": true, "acquisition": true, "takeover": true,
}

// employed are words before "by" and "for" that make an employer of a name.
var employed = map[string]bool{
	"employed": true, "owned": true, "operated": true, "made": true, "manufactured": true, "works": true, "worked": true, "working": true,
	"published": true, "produced": true, "developed": true, "run": true, "built": true, "acquired": true, "supplied": true,
}
