package text

// A Tag is a Penn Treebank part of speech.
type Tag uint8

// The tags of the Penn Treebank. Punctuation of any kind is Sym.
const (
	NoTag Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	Sym
)

// tagName are the names the Treebank gives the tags.
var tagName = [...]string{
	NoTag: "", CC: "CC", CD: "CD", DT: "DT", EX: "EX", FW: "FW",
	IN: "IN", JJ: "JJ", JJR: "JJR", JJS: "JJS", LS: "LS", MD: "MD",
	NN: "NN", NNP: "NNP", NNPS: "NNPS", NNS: "NNS", PDT: "PDT", POS: "POS",
	PRP: "PRP", PRPS: "PRP$", RB: "RB", RBR: "RBR", RBS: "RBS", RP: "RP",
	SYM: "SYM", TO: "TO", UH: "UH", VB: "VB", VBD: "VBD", VBG: "VBG",
	VBN: "VBN", VBP: "VBP", VBZ: "VBZ", WDT: "WDT", WP: "WP", WPS: "WP$",
	WRB: "WRB", Sym: ".",
}

// String returns the Treebank's name; "." for all punctuation.
func (t Tag) String() string { return tagName[t] }

// IsNoun reports whether t is a common or proper noun.
func (t Tag) IsNoun() bool { return t == NN || t == NNS || t == NNP || t == NNPS }

// IsVerb reports whether t is a verb form, modals left out.
func (t Tag) IsVerb() bool { return t >= VB && t <= VBZ }
