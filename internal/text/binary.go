package text

import "bytes"

// binaryHeads open files that are no text even where they hold no zeros.
var binaryHeads = [][]byte{
	[]byte("%PDF-"),
	[]byte("\x89PNG"),
	[]byte("GIF8"),
	[]byte("\xFF\xD8\xFF"),     // JPEG
	[]byte("PK\x03\x04"),       // zip, docx, epub
	[]byte("PK\x05\x06"),       // empty zip
	[]byte("\x7FELF"),          // programs
	[]byte("\x1F\x8B"),         // gzip
	[]byte("BZh"),              // bzip2
	[]byte("\xFD7zXZ"),         // xz
	[]byte("7z\xBC\xAF\x27"),   // 7-zip
	[]byte("Rar!\x1A"),         // RAR
	[]byte("\x28\xB5\x2F\xFD"), // zstandard
	[]byte("\xD0\xCF\x11\xE0"), // old Word
	[]byte("OggS"),
	[]byte("ID3"),
}

// isBinary reports whether b is no text: it opens as another format does, a
// byte is zero, or it is full of control characters.
func isBinary(b []byte) bool {
	for _, h := range binaryHeads {
		if bytes.HasPrefix(b, h) && !isProse(b) {
			return true
		}
	}
	return bytes.IndexByte(b, 0) >= 0 || manyControls(b[:min(len(b), sampleSize)])
}

// isProse reports whether b, whose head looks like another format, begins
// with plain words after all: a text may open with "GIF8" or "ID3".
func isProse(b []byte) bool {
	if bytes.HasPrefix(b, []byte("%PDF-")) {
		return false
	}
	for _, c := range b[:min(len(b), 64)] {
		if c >= 0x7F || c < ' ' && (c < '\t' || c > '\r') {
			return false
		}
	}
	return true
}

// manyControls reports whether more than one byte in thirty, and more than a
// handful, is a control character that no text has.
func manyControls(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < ' ' && (c < '\t' || c > '\r') && c != 0x1B || c == 0x7F {
			n++
		}
	}
	return n > 4 && n*30 > len(b)
}
