package quote

import (
	"inquit/internal/text"
)

var timeWords = wordSet("earlier later last this next yesterday today tonight tomorrow recently again at on in during after before monday tuesday wednesday thursday friday saturday sunday")

// skipCircumstance skips when and where: "said on Monday", "said in a
// statement", "told X earlier this week".
func (f *finder) skipCircumstance(i, hi int) int {
	for range 4 {
		j := f.oneCircumstance(i, hi)
		if j == i {
			return i
		}
		i = j
	}
	return i
}

// oneCircumstance skips one such phrase.
func (f *finder) oneCircumstance(i, hi int) int {
	if i >= hi || f.regAt[i] != 0 {
		return i
	}
	w := f.d.Tokens[i].Norm
	switch {
	case f.is(i+1, "'s"): // said Monday's vote was close
		return i
	case isDay(w) || w == "yesterday" || w == "today" || w == "tonight":
		j := i + 1
		for j < hi && (f.is(j, "morning") || f.is(j, "evening") || f.is(j, "night") || f.is(j, "afternoon")) {
			j++
		}
		return j
	case w == "earlier" || w == "later" || w == "last" || w == "this":
		for j := i; j < hi && j < i+4; j++ {
			if n := f.d.Tokens[j].Norm; isTimeNoun(n) || isDay(n) {
				return j + 1
			}
		}
	case w == "on" && i+1 < hi && isDay(f.d.Tokens[i+1].Norm):
		return f.oneCircumstance(i+1, hi)
	case w == "at" || w == "in" || w == "on" || w == "during" || w == "after" || w == "before" || w == "via" || w == "through" || w == "by" || w == "from" || w == "over":
		return f.skipPhrase(i, hi)
	}
	return i
}

// skipPhrase skips the preposition at i with its noun phrase when the phrase
// names a circumstance of speaking.
func (f *finder) skipPhrase(i, hi int) int {
	for j := i + 1; j < hi && j < i+7 && f.regAt[j] == 0; j++ {
		switch w := f.d.Tokens[j].Norm; {
		case isTimeNoun(w) || isDay(w) || occasions[w]:
			return j + 1
		case f.d.Tokens[j].Kind == text.Punct:
			return i
		}
	}
	return i
}

var occasions = wordSet(`statement interview interviews email e-mail letter speech conference briefing report tweet post message
	hearing meeting call release address debate memo parliament court twitter facebook instagram x radio television tv
	blog column weekend reporters journalists occasion rally event press january february march april may june july
	august september october november december`)
