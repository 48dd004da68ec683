package read

import (
	"unicode/utf8"

	"inquit/article"
)

// An appeal asks the reader for money, an address or an account. It has no
// fixed form and may fill several paragraphs, so it is followed from the
// words that open it for as long as the text speaks to the reader of its own
// trade. It may end in mid-line, where the news was glued on:
//
//	Your support makes all the difference.The council will vote on Monday …

const (
	maxAppeal  = 8  // paragraphs that follow the opening of an appeal
	maxAppeals = 20 // appeals in an article; more are a text about appeals
)

// An appeal speaks of "we" and "you" …
var addressWords = map[string]bool{
	"we": true, "we're": true, "we've": true, "our": true, "us": true,
	"you": true, "you're": true, "your": true,
}

// … and of the trade.
var tradeWords = map[string]bool{
	"journalism": true, "journalist": true, "journalists": true, "reporter": true,
	"reporters": true, "reporting": true, "newsroom": true, "newsrooms": true,
	"paywall": true, "paywalls": true, "donation": true, "donations": true,
	"subscribe": true, "subscriber": true, "subscribers": true, "subscription": true,
	"newsletter": true, "newsletters": true, "reader": true, "readers": true,
	"story": true, "stories": true, "messaging": true, "supporters": true,
	"membership": true, "inbox": true, "briefing": true, "news": true,
	"advertising": true, "contribution": true, "contributions": true,
}

// markAppeals marks the appeals among the blocks, cutting blocks where one
// ends in mid-line.
func (z *zoner) markAppeals() {
	if !z.find.asks(z.text) {
		return // as most texts do not
	}
	found := 0
	for i := 0; i < len(z.blocks) && found < maxAppeals; i++ {
		if z.blocks[i].zone != "" || !z.opensAppeal(i) {
			continue
		}
		found++
		z.blocks[i].zone = article.Boilerplate
		for n := 0; n < maxAppeal && i+1 < len(z.blocks) && z.goesOn(i+1); n++ {
			i++
			z.blocks[i].zone = article.Boilerplate
		}
	}
}

// opensAppeal reports whether an appeal begins in block i; news glued to it
// is cut off.
func (z *zoner) opensAppeal(i int) bool {
	s := z.in(z.blocks[i])
	end := glued(s)
	head := s[:end]
	if quoted(head) || !z.find.asks(head) || !speaksToReader(head) {
		return false
	}
	z.cut(i, end)
	return true
}

// goesOn reports whether block i is the next paragraph of an appeal; news
// glued to it is cut off.
func (z *zoner) goesOn(i int) bool {
	if z.blocks[i].inline || z.blocks[i].zone != "" {
		return z.blocks[i].zone == article.Boilerplate
	}
	s := z.in(z.blocks[i])
	end := glued(s)
	head := s[:end]
	if quoted(head) || !speaksToReader(head) && !z.find.asks(head) {
		return false
	}
	z.cut(i, end)
	return true
}

// speaksToReader reports whether s says "we" or "you" and speaks of the trade.
func speaksToReader(s string) bool {
	address, trade := false, false
	var buf [16]byte
	for w := range words(s) {
		if len(w) > len(buf) {
			continue
		}
		low := fold(buf[:0], w)
		address = address || addressWords[string(low)]
		trade = trade || tradeWords[string(low)]
		if address && trade {
			return true
		}
	}
	return false
}

// glued returns where the next sentence begins without a blank before it, as
// when two texts were joined; len(s) when none does.
//
//	… the difference.The council …   but not "U.S.Steel", "example.Com/x"
func glued(s string) int {
	for i := 3; i+2 < len(s); i++ {
		if c := s[i]; c != '.' && c != '!' && c != '?' || !isLower(s[i-1]) || !isLower(s[i-2]) {
			continue
		}
		if isUpper(s[i+1]) && (isLower(s[i+2]) || s[i+2] == ' ') {
			return i + 1
		}
		if n := openMark(s[i+1:]); n > 0 && i+1+n < len(s) && isUpper(s[i+1+n]) {
			return i + 1
		}
	}
	return len(s)
}

// openMark returns the length of an opening quotation mark at s[0].
func openMark(s string) int {
	if r, n := utf8.DecodeRuneInString(s); r == '“' || r == '‘' {
		return n
	}
	return 0
}
