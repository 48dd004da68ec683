package read

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// A format is a kind of file that is read.
type format uint8

const (
	unknown    format = iota
	plain             // .txt, .md, or text without an extension
	page              // .html, .htm
	value             // .json: an object or an array of objects
	lineByLine        // .jsonl, .ndjson: an object a line
	table             // .csv, .tsv
	feed              // RSS, Atom
	markup            // .xml, which may be a feed or a page
	gzipFile
	zstdFile
	zipFile
	tarFile
	warcFile
	arcFile
	unsure // of a record in a web archive: a page if it looks like one
)

// NITF, NewsML-G2, mail and the texts of press data bases have their place
// here: a format, how it begins, and a reader in a file of its own.

// formats by extension.
var formats = map[string]format{
	".txt": plain, ".text": plain, ".md": plain, ".markdown": plain, "": plain,
	".html": page, ".htm": page, ".xhtml": page,
	".json": value, ".jsonl": lineByLine, ".ndjson": lineByLine,
	".csv": table, ".tsv": table, ".tab": table,
	".rss": feed, ".atom": feed, ".rdf": feed, ".xml": markup,
	".gz": gzipFile, ".gzip": gzipFile, ".tgz": gzipFile,
	".zst": zstdFile, ".zstd": zstdFile, ".tzst": zstdFile,
	".zip": zipFile, ".tar": tarFile, ".warc": warcFile, ".arc": arcFile,
}

// errNotText says that a file is of a kind that holds no text we read; it is
// wrapped with the kind.
var errNotText = errors.New("not text")

// errNotRead says that a file is text of a kind that is not read.
var errNotRead = errors.New("not a kind of file that is read; give it by name to read it as plain text")

// headLen is how much of a file is looked at to tell its format.
const headLen = 1 << 12

// formatOf tells the format of a file by its name and how it begins. A file of
// an unknown kind in a folder is none of ours: text is an error, for its user
// may think it was read, and anything else (pictures beside saved pages) is
// silently left out, unknown without an error. named says that the user named
// the file: then it is read whatever its name is.
func formatOf(name string, named bool, head []byte) (format, error) {
	f, known := formats[extension(name)]
	if c := containerOf(head); c != unknown && (known || named || c != zipFile) {
		return c, nil
	}
	if kind := binaryKind(head); kind != "" {
		if !known && !named {
			return unknown, nil
		}
		return unknown, fmt.Errorf("%w: %s", errNotText, kind)
	}
	switch f {
	case gzipFile, zstdFile, zipFile:
		if len(head) > 0 {
			return unknown, errOtherName
		}
		return plain, nil // which is no text
	case tarFile, warcFile, arcFile, feed:
		return f, nil
	case markup:
		known = false
	}
	if isFeed(head) {
		return feed, nil
	}
	if !known && !named {
		switch {
		case looksBinary(head):
			return unknown, nil
		case f == markup && isPage(afterDeclaration(head)):
			return page, nil
		}
		return unknown, errNotRead
	}
	return byContent(f, known && extension(name) != "", head), nil
}

// errOtherName says that a file is not what its name says.
var errOtherName = fmt.Errorf("%w: not packed as its name says", errNotText)

// zstdMagic begins Zstandard data.
const zstdMagic = "\x28\xb5\x2f\xfd"

// containerOf tells by its first bytes what holds other files or records;
// unknown for anything else.
func containerOf(head []byte) format {
	begins := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	switch {
	case begins("\x1f\x8b"):
		return gzipFile
	case begins(zstdMagic):
		return zstdFile
	case begins("PK\x03\x04") && !isOffice(head), begins("PK\x05\x06"):
		return zipFile
	case begins("WARC/"):
		return warcFile
	case begins("filedesc://"):
		return arcFile
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return tarFile
	}
	return unknown
}

// isOffice reports a ZIP archive that is an office document or book: their
// first member says so.
func isOffice(head []byte) bool {
	first := head[min(len(head), 30):]
	for _, name := range []string{"[Content_Types].xml", "mimetype", "_rels/", "META-INF/"} {
		if bytes.HasPrefix(first, []byte(name)) {
			return true
		}
	}
	return false
}

// isFeed reports whether the first element is that of a feed.
func isFeed(head []byte) bool {
	text := afterDeclaration(head)
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF"} {
		if len(text) > len(root) && bytes.HasPrefix(text, []byte(root)) && !isWordByte(text[len(root)]) {
			return true
		}
	}
	return false
}

// afterDeclaration returns what follows the declaration, comments and document
// type that XML begins with.
func afterDeclaration(head []byte) []byte {
	text := bytes.TrimPrefix(head, []byte("\ufeff"))
	for range 20 {
		text = bytes.TrimLeft(text, " \t\r\n")
		end := ">"
		switch {
		case bytes.HasPrefix(text, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(text, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(text, []byte("<!DOCTYPE rss")), bytes.HasPrefix(text, []byte("<!DOCTYPE rdf")), bytes.HasPrefix(text, []byte("<!DOCTYPE feed")):
			if open := bytes.IndexByte(text, '['); open >= 0 && open < bytes.IndexByte(text, '>') {
				end = "]>"
			}
		default:
			return text
		}
		i := bytes.Index(text, []byte(end))
		if i < 0 {
			return nil
		}
		text = text[i+len(end):]
	}
	return text
}

// extension returns the extension of a path in lower case. A long one, or one
// with a blank, is the end of a name with a stop in it.
func extension(p string) string {
	ext := strings.ToLower(path.Ext(p))
	if len(ext) > 10 || strings.ContainsAny(ext, " ") || ext == "." {
		return ""
	}
	return ext
}

// byContent corrects what the name says by what stands in the file: a page
// saved as .txt is a page. Where the name says nothing, content decides.
func byContent(f format, named bool, head []byte) format {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case f == value && isLines(text):
		return lineByLine
	case f != plain && f != unknown && f != markup:
		return f
	case isPage(text):
		return page
	case !named && bytes.HasPrefix(text, []byte(`{"`)) && isLines(text):
		return lineByLine
	case !named && (bytes.HasPrefix(text, []byte(`{"`)) || bytes.HasPrefix(text, []byte("[{"))):
		return value
	}
	return plain
}

// isPage reports whether text begins as a page does.
func isPage(text []byte) bool {
	low := bytes.ToLower(text[:min(len(text), 64)])
	return bytes.HasPrefix(low, []byte("<!doctype html")) || bytes.HasPrefix(low, []byte("<html"))
}

// isLines reports whether the first line is an object of its own and another
// follows.
func isLines(text []byte) bool {
	line, rest, ok := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimSpace(line)
	return ok && bytes.HasPrefix(line, []byte("{")) && bytes.HasSuffix(line, []byte("}")) &&
		bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{"))
}

// magics are the first bytes of files that are often found under a wrong name.
var magics = []struct{ bytes, kind string }{
	{"%PDF-", "PDF"},
	{"\x89PNG\r\n\x1a\n", "PNG image"},
	{"\xff\xd8\xff", "JPEG image"},
	{"GIF87a", "GIF image"},
	{"GIF89a", "GIF image"},
	{"II*\x00", "TIFF image"},
	{"MM\x00*", "TIFF image"},
	{"PK\x03\x04", "office document"},
	{"BZh", "bzip2"},
	{"\xfd7zXZ\x00", "xz"},
	{"7z\xbc\xaf\x27\x1c", "7-Zip archive"},
	{"Rar!\x1a\x07", "RAR archive"},
	{"\x7fELF", "executable"},
	{"MZ\x90\x00", "executable"},
	{"\xcf\xfa\xed\xfe", "executable"},
	{"\xca\xfe\xba\xbe", "executable"},
	{"\x00asm", "executable"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document"},
	{"{\\rtf", "RTF document"},
	{"SQLite format 3\x00", "SQLite database"},
	{"OggS", "audio or video"},
	{"ID3", "audio"},
	{"fLaC", "audio"},
	{"wOFF", "font"},
	{"wOF2", "font"},
}

// binaryKind names the kind of file that begins with head, "" when it may be
// text.
func binaryKind(head []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			return m.kind
		}
	}
	switch {
	case len(head) > 12 && bytes.HasPrefix(head, []byte("RIFF")) && string(head[8:12]) == "WEBP":
		return "WebP image"
	case len(head) > 12 && bytes.HasPrefix(head, []byte("RIFF")):
		return "audio or video"
	case len(head) > 12 && string(head[4:8]) == "ftyp":
		return "audio or video"
	}
	return ""
}

// looksBinary reports whether head is hardly text in any encoding. UTF-16 and
// UTF-32 hold zero bytes too, but then every second one or more.
func looksBinary(head []byte) bool {
	zeros, controls := bytes.Count(head, []byte{0}), 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0 && c != 0x1b {
			controls++
		}
	}
	if zeros > 0 {
		return zeros*5 < len(head)*2 || controls*50 > len(head)
	}
	return controls*10 > len(head) && !utf8.Valid(head)
}
