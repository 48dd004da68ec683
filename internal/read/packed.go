package read

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// What is packed may grow by this factor, and this much on top: real text
// shrinks to a third, text made to fill memory to a thousandth.
const (
	maxRatio   = 200
	ratioSlack = 1 << 20
)

var (
	errBomb = fmt.Errorf("unpacks to more than %d times its size", maxRatio)
	// errDamaged is wrapped with what is wrong with packed data.
	errDamaged     = errors.New("damaged")
	errPackedTwice = errors.New("packed twice; unpack it once")
)

// damage says in our words what is wrong with packed data.
func damage(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case err == nil || err == io.EOF || errors.Is(err, errDamaged) || errors.Is(err, errBomb):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: the packed data ends too soon", errDamaged)
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zstd.ErrCRCMismatch):
		return fmt.Errorf("%w: the checksum of the packed data is wrong", errDamaged)
	case errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		return fmt.Errorf("%w: the packed data makes no sense", errDamaged)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return fmt.Errorf("%w: unpacking it takes more memory than is given", errDamaged)
	}
	return fmt.Errorf("%w: %v", errDamaged, err)
}

// unpack reads what is packed in a file of one of the two kinds.
func (r *reader) unpack(in *bufio.Reader, f format) {
	if r.packed != nil {
		r.bad("", errPackedTwice)
		return
	}
	m := &members{raw: &counter{in: in}}
	if f == zstdFile {
		d, err := newZstd(m.raw)
		if err != nil {
			r.bad("", damage(err))
			return
		}
		defer d.Close()
		m.from = d
	}
	sub := *r
	sub.packed = m
	sub.name = withoutPacking(r.name)
	sub.read(m, 0)
}

// withoutPacking returns the name of what is packed: "a.txt" of "a.txt.gz",
// "a.tar" of "a.tgz".
func withoutPacking(name string) string {
	ext := extension(name)
	switch ext {
	case ".gz", ".gzip", ".zst", ".zstd":
		return name[:len(name)-len(ext)]
	case ".tgz", ".tzst":
		return name[:len(name)-len(ext)] + ".tar"
	}
	return name
}

// zstdMemory bounds the window of Zstandard data; its tools refuse more too
// unless they are told not to.
const zstdMemory = 128 << 20

func newZstd(in io.Reader) (*zstd.Decoder, error) {
	return zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxMemory(1<<62), zstd.WithDecoderMaxWindow(zstdMemory))
}

// A counter counts the bytes that are read, and reads single ones too: a gzip
// reader then takes no more than its member.
type counter struct {
	in *bufio.Reader
	n  int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.in.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// members reads what is packed as one text: the members of a gzip file one
// after the other, or what another unpacker gives. An error stays until
// resync.
type members struct {
	raw  *counter
	gz   *gzip.Reader
	from io.Reader // the member being read
	out  int64
	err  error
}

func (m *members) Read(b []byte) (int, error) {
	for m.err == nil {
		if m.from == nil {
			m.err = damage(m.open())
			continue
		}
		n, err := m.from.Read(b)
		m.out += int64(n)
		switch {
		case m.out > maxRatio*m.raw.n+ratioSlack:
			m.err = errBomb
			return 0, m.err
		case err == io.EOF && m.gz != nil:
			m.from = nil
		case err != nil:
			m.err = damage(err)
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, m.err
}

// open begins the next gzip member; io.EOF when there is none. Zeros behind
// the last one are padding.
func (m *members) open() error {
	for m.gz != nil {
		c, err := m.raw.ReadByte()
		if err != nil {
			return err
		}
		if c != 0 {
			_ = m.raw.in.UnreadByte() // a byte was just read
			break
		}
	}
	var err error
	if m.gz == nil {
		m.gz, err = gzip.NewReader(m.raw)
	} else {
		err = m.gz.Reset(m.raw)
	}
	if err != nil {
		return err
	}
	m.gz.Multistream(false)
	m.from = m.gz
	return nil
}

// gzipMagic begins each member: gzip, packed by deflate.
const gzipMagic = "\x1f\x8b\x08"

// resync goes on at the next member behind a damaged place; false when there
// is none.
func (m *members) resync() bool {
	if m.gz == nil || m.err == nil || !errors.Is(m.err, errDamaged) {
		return false
	}
	for {
		b, err := m.raw.in.Peek(len(gzipMagic))
		if err != nil {
			return false
		}
		if string(b) == gzipMagic {
			m.from, m.err = nil, nil
			return true
		}
		_, _ = m.raw.ReadByte() // peeked at
	}
}

// unpackAll unpacks a few bytes at hand; what is too large or grows too much
// is an error.
func unpackAll(kind string, b []byte, limit int64) ([]byte, error) {
	m := &members{raw: &counter{in: bufio.NewReader(strings.NewReader(string(b)))}}
	switch kind {
	case "zstd":
		d, err := newZstd(m.raw)
		if err != nil {
			return nil, damage(err)
		}
		defer d.Close()
		m.from = d
	case "deflate":
		m.from = flate.NewReader(m.raw)
	}
	return readAllOf(m, int64(len(b))*4, limit)
}
