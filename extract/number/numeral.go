package number

// A numeral is a number word. mag > 0 multiplies by 10^mag.
type numeral struct {
	n   uint64
	mag int8
}

// numerals are the words that make up values.
var numerals = map[string]numeral{
	"zero": {0, 0}, "nought": {0, 0}, "one": {1, 0}, "two": {2, 0}, "three": {3, 0},
	"four": {4, 0}, "five": {5, 0}, "six": {6, 0}, "seven": {7, 0}, "eight": {8, 0},
	"nine": {9, 0}, "ten": {10, 0}, "eleven": {11, 0}, "twelve": {12, 0},
	"thirteen": {13, 0}, "fourteen": {14, 0}, "fifteen": {15, 0}, "sixteen": {16, 0},
	"seventeen": {17, 0}, "eighteen": {18, 0}, "nineteen": {19, 0}, "twenty": {20, 0},
	"thirty": {30, 0}, "forty": {40, 0}, "fourty": {40, 0}, "fifty": {50, 0},
	"sixty": {60, 0}, "seventy": {70, 0}, "eighty": {80, 0}, "ninety": {90, 0},
	"hundred": {0, 2}, "thousand": {0, 3}, "lakh": {0, 5}, "lakhs": {0, 5},
	"million": {0, 6}, "crore": {0, 7}, "crores": {0, 7}, "billion": {0, 9},
	"trillion": {0, 12}, "quadrillion": {0, 15},
	"dozen": {12, 1}, // its mag only says that it multiplies
}

// magnitudes are short for magnitude words when they stand apart: "5 bn".
var magnitudes = map[string]int8{
	"bn": 9, "mn": 6, "mln": 6, "tn": 12, "trn": 12, "tln": 12, "bln": 9, "cr": 7,
	"million": 6, "billion": 9, "trillion": 12, "thousand": 3, "hundred": 2,
	"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "quadrillion": 15,
}

// gluedMagnitudes stand behind digits without a space.
var gluedMagnitudes = map[string]int8{
	"bn": 9, "b": 9, "mn": 6, "mln": 6, "mio": 6, "m": 6, "million": 6, "billion": 9,
	"k": 3, "tn": 12, "trn": 12, "trillion": 12, "cr": 7,
}

// vagues are the plurals that name a magnitude only: a value from the first to
// ten times it (dozens: 12 to 120).
var vagues = map[string]numeral{
	"tens": {1, 1}, "dozens": {12, 0}, "hundreds": {1, 2}, "thousands": {1, 3},
	"millions": {1, 6}, "billions": {1, 9}, "trillions": {1, 12}, "lakhs": {1, 5},
	"crores": {1, 7},
}
