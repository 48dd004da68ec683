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

// IsNoun reports whether t is a common or proper noun.
func (t Tag) IsNoun() bool { return t == NN || t == NNS || t == NNP || t == NNPS }

// IsVerb reports whether t is a verb form, modals left out.
func (t Tag) IsVerb() bool { return t >= VB && t <= VBZ }
