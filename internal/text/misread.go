package text

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A misreading is an encoding in which UTF-8 was once read.
type misreading uint8

// The misreadings, the commonest first. A control character U+0080–U+009F
// stands for its own byte in all of them: programs that meet a byte without a
// meaning pass it through, so windows1252 covers Latin-1 as well.
const (
	windows1252 misreading = iota
	windows1251
	windows1250
	macRoman
	codePage437
	windows1257
	iso8859x13
	windows1254
	iso8859x2
	misreadings
)

var charmaps = [misreadings]*charmap.Charmap{
	charmap.Windows1252, charmap.Windows1251, charmap.Windows1250, charmap.Macintosh,
	charmap.CodePage437, charmap.Windows1257, charmap.ISO8859_13, charmap.Windows1254, charmap.ISO8859_2,
}

// A byteRow holds the byte, from 0x80 on, that a character is under each
// misreading; 0 for none.
type byteRow [misreadings]byte

// A byteTable finds the row of a character.
type byteTable struct {
	index [0x2600]uint16 // by character: its row, 0 for none
	rows  []byteRow
	leads []bool // by row: a byte of it can open a UTF-8 sequence
}

// loadBytes builds the table at its first use, in a tenth of a millisecond.
var loadBytes = sync.OnceValue(func() *byteTable {
	t := &byteTable{rows: make([]byteRow, 1, 600), leads: make([]bool, 1, 600)}
	for e, m := range charmaps {
		for b := 0x80; b < 0x100; b++ {
			t.add(m.DecodeByte(byte(b)), misreading(e), byte(b))
		}
	}
	for r := rune(0x80); r < 0xA0; r++ {
		for e := range charmaps {
			t.add(r, misreading(e), byte(r))
		}
	}
	// Old Macintosh files have the euro's place taken by the currency sign,
	// and Ω and Δ stand in two places of Unicode.
	t.add('¤', macRoman, 0xDB)
	t.add('Ω', macRoman, 0xBD)
	for k, row := range t.rows {
		for _, b := range row {
			t.leads[k] = t.leads[k] || 0xC2 <= b && b <= 0xF4
		}
	}
	return t
})

// add notes that r is byte b under misreading e, unless it is another there.
func (t *byteTable) add(r rune, e misreading, b byte) {
	if r == utf8.RuneError || int(r) >= len(t.index) || r < 0x80 {
		return
	}
	k := t.index[r]
	if k == 0 {
		k = uint16(len(t.rows))
		t.index[r] = k
		t.rows = append(t.rows, byteRow{})
		t.leads = append(t.leads, false)
	}
	if t.rows[k][e] == 0 {
		t.rows[k][e] = b
	}
}

// row returns the bytes of r under all misreadings.
func (t *byteTable) row(r rune) *byteRow {
	if r < 0 || int(r) >= len(t.index) {
		return &t.rows[0]
	}
	return &t.rows[t.index[r]]
}

// canLead reports whether r may be the first byte of a misread sequence.
func canLead(r rune) bool {
	t := loadBytes()
	return r >= 0x80 && int(r) < len(t.index) && t.leads[t.index[r]]
}
