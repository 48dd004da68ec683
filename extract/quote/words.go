package quote

func isDeterminer(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "some", "other", "fellow":
		return true
	}
	return false
}

func isPronounObject(w string) bool {
	switch w {
	case "him", "her", "them", "us", "me", "you", "it":
		return true
	}
	return false
}

// lexiconHas reports whether w can be a cue.
func lexiconHas(w string) bool {
	for _, l := range lexicon()[w] {
		if l.more == "" && l.flag&(ambiguous|marksOnly|nominal) == 0 {
			return true
		}
	}
	return false
}

// isFinite reports whether w is a verb form that only a clause has.
func isFinite(w string) bool {
	switch w {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "should", "can", "may", "might",
		"must", "does", "did", "do", "'ll", "'s", "wo", "shall", "isn't", "wasn't", "won't", "can't", "doesn't", "didn't",
		"aren't", "weren't", "hasn't", "haven't", "hadn't", "wouldn't", "couldn't", "shouldn't", "don't", "cannot":
		return true
	}
	return false
}

var subjects = wordSet("he she they it we i you there these those")

var notOpeners = wordSet("that to as and but or so because although though if when while whether how why what who which where goodbye hello yes no")

// pasts are the commonest past tenses without -ed.
var pasts = wordSet("went came took made got gave saw found held left became began knew thought felt told kept let put set met ran sat stood lost paid won led fell rose spoke wrote broke built bought brought sent spent grew drew sold said wants needs")

// isShort reports whether 's behind w is a verb: it's, he's, that's.
func isShort(w string) bool {
	return subjects[w] || w == "that" || w == "what" || w == "who" || w == "here" || w == "where" || w == "how"
}
