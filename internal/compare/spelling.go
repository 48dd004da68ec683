package compare

import "strings"

// sameWord lists words that house styles write in several ways, each mapped
// to one of them.
var sameWord = map[string]string{
	"percent": "%", "pc": "%", "pct": "%", "&": "and",
	"bn": "billion", "m": "million", "mn": "million", "mln": "million", "tn": "trillion", "trn": "trillion", "k": "thousand",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
	"seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
	"sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
	"programme": "program", "programmes": "programs", "grey": "gray", "judgement": "judgment", "ageing": "aging",
	"tyre": "tire", "tyres": "tires", "plough": "plow", "sceptical": "skeptical", "okay": "ok", "towards": "toward",
	"amongst": "among", "whilst": "while", "learnt": "learned", "burnt": "burned", "spelt": "spelled", "dreamt": "dreamed",
	"defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses", "licence": "license",
	"licences": "licenses", "pretence": "pretense", "practise": "practice", "practised": "practiced",
	"centre": "center", "centres": "centers", "theatre": "theater", "theatres": "theaters", "metre": "meter", "metres": "meters",
	"litre": "liter", "litres": "liters", "fibre": "fiber", "kilometre": "kilometer", "kilometres": "kilometers",
	"manoeuvre": "maneuver", "manoeuvres": "maneuvers", "aluminium": "aluminum", "maths": "math", "mum": "mom",
	"tonne": "ton", "tonnes": "tons", "cheque": "check", "cheques": "checks", "jewellery": "jewelry",
	"enrol": "enroll", "fulfil": "fulfill", "instalment": "installment", "skilful": "skillful", "wilful": "willful",
}

// wordKey takes typography out of a word: case, curly marks, thousands
// commas, British or American spelling, short forms of numbers.
func wordKey(w string) string {
	if c := w[0]; '0' <= c && c <= '9' {
		return numberKey(w)
	}
	k := strings.ToLower(w)
	if strings.ContainsAny(k, "’ʼ\u00ad.") {
		k = plainMarks.Replace(k)
	}
	if s, ok := sameWord[k]; ok {
		return s
	}
	return american(k)
}

var plainMarks = strings.NewReplacer("’", "'", "ʼ", "'", "\u00ad", "", ".", "")

// numberKey drops thousands commas and zeros behind the point: 10,000 and
// 10000, 2.50 and 2.5.
func numberKey(w string) string {
	w = strings.ReplaceAll(w, ",", "")
	if strings.Count(w, ".") == 1 {
		w = strings.TrimRight(strings.TrimRight(w, "0"), ".")
	}
	return w
}

// spellings are endings that British spelling has for American ones. Words
// too short to have them keep theirs.
var spellings = []struct{ british, american string }{
	{"isation", "ization"},
	{"isations", "izations"},
	{"ise", "ize"},
	{"ised", "ized"},
	{"ises", "izes"},
	{"ising", "izing"},
	{"yse", "yze"},
	{"ysed", "yzed"},
	{"ysing", "yzing"},
	{"our", "or"},
	{"ours", "ors"},
	{"oured", "ored"},
	{"ouring", "oring"},
	{"ourable", "orable"},
	{"ourite", "orite"},
	{"elled", "eled"},
	{"elling", "eling"},
	{"eller", "eler"},
	{"ellers", "elers"},
	{"ogue", "og"},
	{"ogues", "ogs"},
}

// leastStem is how many letters must stand before a British ending: "our" and
// "four" end so too.
const leastStem = 3

// american gives a word its American ending. It may turn a word into none at
// all, which does not matter: both sides are turned alike.
func american(k string) string {
	for _, s := range spellings {
		if len(k) >= len(s.british)+leastStem && strings.HasSuffix(k, s.british) {
			return k[:len(k)-len(s.british)] + s.american
		}
	}
	return k
}
