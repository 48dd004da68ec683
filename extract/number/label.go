package number

import (
	"strings"

	"inquit/internal/text"
)

// labels are digits that name a thing with the word behind them and count
// nothing: "a 911 call", "529 plans", "a 737 jet".
var labels = map[string]string{
	"911":   "call calls operator operators dispatcher dispatchers tape system line emergency", // "two 911 calls"
	"999":   "call calls operator operators emergency",                                         // "a 999 call"
	"112":   "call calls",                                                                      // "a 112 call"
	"101":   "line number call calls",                                                          // "the 101 line"
	"111":   "service line call calls",                                                         // "the NHS 111 service"
	"311":   "call calls line",                                                                 // "311 calls"
	"529":   "plan plans account accounts",                                                     // "529 plans"
	"401":   "( k plan plans",                                                                  // "a 401(k)"
	"403":   "( b plan plans",                                                                  // "a 403(b)"
	"501":   "( c",                                                                             // "a 501(c)(3)"
	"527":   "group groups",                                                                    // "527 groups"
	"1099":  "form forms",
	"1040":  "form forms",
	"360":   "degree degrees view views review reviews", // "a 360-degree view"
	"101st": "airborne",
}

// airliners are types that stand without their maker's name: "a 737 jet".
const airliners = " jet jets plane planes aircraft airliner airliners max dreamliner dreamliners freighter passenger cargo "

// isLabel reports whether token i is digits that name what follows.
func (f *finder) isLabel(i int) bool {
	w := f.norm(i)
	next := f.norm(i + 1)
	if isDash(next) {
		next = f.norm(i + 2)
	}
	if next == "" {
		return false
	}
	if len(w) == 3 && w[0] == '7' && w[2] == '7' && (w[1] != '7' || f.norm(i-1) != "$") {
		return strings.Contains(airliners, " "+next+" ")
	}
	words, ok := labels[w]
	return ok && strings.Contains(" "+words+" ", " "+next+" ")
}

// isTitle reports whether a claim fills brackets or quotation marks alone, in
// capitals: the "(41 Shots)" of a song, “12 Angry Men”.
func (f *finder) isTitle(a *amount) bool {
	if a.kind != nounUnit || a.nounEnd == 0 || !f.isEdge(a.first-1) || !f.isEdge(a.end) {
		return false
	}
	for j := a.nounFirst; j < a.nounEnd; j++ {
		if t := f.at(j); t.Kind == text.Word && !t.Upper && functionWords[t.Norm] == 0 {
			return false
		}
	}
	return true
}

// isTitled reports whether an amount stands in quotation marks among capitals
// only: the "Million Dollar Bridge" of a film.
func (f *finder) isTitled(a *amount) bool {
	if !f.at(a.numEnd - 1).Upper {
		return false
	}
	i, j := a.first-1, a.end
	for ; i >= max(f.first, a.first-6) && f.at(i).Kind != text.Mark; i-- {
		if t := f.at(i); !t.Upper && functionWords[t.Norm] == 0 {
			return false
		}
	}
	for ; j < min(f.last, a.end+6) && f.at(j).Kind != text.Mark; j++ {
		if t := f.at(j); !t.Upper && functionWords[t.Norm] == 0 {
			return false
		}
	}
	return f.isMark(i) && f.isMark(j) && i > f.first && j+1 < f.last
}

func (f *finder) isMark(i int) bool { return i >= f.first && i < f.last && f.at(i).Kind == text.Mark }

// isEdge reports whether token i is a bracket or a quotation mark.
func (f *finder) isEdge(i int) bool {
	if i < f.first || i >= f.last {
		return false
	}
	w := f.norm(i)
	return w == "(" || w == ")" || f.at(i).Kind == text.Mark
}
