package read

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"

	"inquit/internal/safefile"
)

var (
	errEmptyArchive = fmt.Errorf("%w: the archive is empty", ErrNoText)
	errEncrypted    = errors.New("encrypted; unpack it with its password")
	errOverlap      = errors.New("its members lie over each other, as no honest archive has them")
	errNotZip       = errors.New("not a ZIP archive, or one that is cut off")
	errNotTar       = errors.New("not a tar archive, or one that is damaged here")
	errSparse       = errors.New("a sparse file is not read")
)

// readAllOf is safefile.ReadAll.
func readAllOf(in io.Reader, hint, limit int64) ([]byte, error) {
	return safefile.ReadAll(in, hint, limit)
}

// readZip reads the members of a ZIP archive. Its table stands at the end, so
// one that comes in a stream is held in memory and bounded.
func (r *reader) readZip(in io.Reader, buf *bufio.Reader, size int64) {
	if r.inside {
		r.bad("", errNested)
		return
	}
	at, ok := in.(io.ReaderAt)
	if !ok || r.src.Abs == "-" || size <= 0 {
		b, err := readAllOf(buf, size, 2*r.opt.maxArticle())
		if err != nil {
			r.bad("", plainError(err))
			return
		}
		at, size = bytes.NewReader(b), int64(len(b))
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		r.bad("", zipError(err))
		return
	}
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdMemory)))
	packed := int64(0)
	for _, f := range z.File {
		if packed += int64(min(f.CompressedSize64, 1<<60)); packed > size {
			r.bad(memberName(f.Name), errOverlap)
			return
		}
		if !r.alive() {
			return
		}
		r.zipMember(f)
	}
	if len(z.File) == 0 {
		r.bad("", errEmptyArchive)
	}
}

// zipError says in our words what is wrong with a ZIP archive.
func zipError(err error) error {
	switch {
	case errors.Is(err, zip.ErrFormat):
		return errNotZip
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("packed in a way that is not read")
	case errors.Is(err, zip.ErrChecksum):
		return fmt.Errorf("%w: the checksum of the packed data is wrong", errDamaged)
	}
	return damage(plainError(err))
}

// zipMember reads one member of a ZIP archive.
func (r *reader) zipMember(f *zip.File) {
	const encrypted = 1 // the bit of the flags
	name := memberName(f.Name)
	switch {
	case strings.HasSuffix(f.Name, "/") || leftOut(f.Name):
		return
	case !f.Mode().IsRegular():
		r.bad(name, safefile.Regular(f.FileInfo()))
		return
	case f.Flags&encrypted != 0:
		r.bad(name, errEncrypted)
		return
	}
	in, err := f.Open()
	if err != nil {
		r.bad(name, zipError(err))
		return
	}
	defer in.Close()
	most := maxRatio*int64(min(f.CompressedSize64, 1<<50)) + ratioSlack
	r.readMember(f.Name, &zipped{in: in, left: most}, int64(min(f.UncompressedSize64, 1<<20)))
}

// zipped reads a member and ends in an error when it grows too much.
type zipped struct {
	in   io.Reader
	left int64
}

func (z *zipped) Read(b []byte) (int, error) {
	n, err := z.in.Read(b)
	if z.left -= int64(n); z.left < 0 {
		return 0, errBomb
	}
	if errors.Is(err, zip.ErrFormat) {
		err = fmt.Errorf("%w: the packed data makes no sense", errDamaged)
	} else if err != nil && err != io.EOF {
		err = zipError(err)
	}
	return n, err
}

// readTar reads the members of a tar archive as they come.
func (r *reader) readTar(in io.Reader) {
	if r.inside {
		r.bad("", errNested)
		return
	}
	s := &stream{in: in}
	t := tar.NewReader(s)
	told := false // the last member was bad
	for n := 0; r.alive(); n++ {
		h, err := t.Next()
		switch {
		case err == io.EOF && n == 0:
			r.bad("", errEmptyArchive)
			return
		case err == io.EOF:
			return
		case err != nil && told && (s.err != nil || errors.Is(err, io.ErrUnexpectedEOF)):
			return // the member before has said that the archive ends
		case err != nil:
			r.bad("", tarError(err, s.err))
			return
		}
		bad := r.out.bad
		r.tarMember(h, t)
		told = r.out.bad > bad
	}
}

// tarError says in our words what is wrong with a tar archive.
func tarError(err, below error) error {
	switch {
	case below != nil && !errors.Is(below, io.ErrUnexpectedEOF):
		return plainError(below)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: the archive ends too soon", errDamaged)
	}
	return errNotTar
}

// A stream remembers the error its reader ended with.
type stream struct {
	in  io.Reader
	err error
}

func (s *stream) Read(b []byte) (int, error) {
	n, err := s.in.Read(b)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// tarMember reads one member of a tar archive.
func (r *reader) tarMember(h *tar.Header, in io.Reader) {
	name := memberName(h.Name)
	switch {
	case leftOut(h.Name):
	case h.Typeflag == tar.TypeDir || h.Typeflag == tar.TypeXGlobalHeader:
	case sparse(h):
		r.bad(name, errSparse)
	case h.Typeflag == tar.TypeReg:
		r.readMember(h.Name, &tarred{in}, h.Size)
	default:
		r.bad(name, fmt.Errorf("%w: %s", safefile.ErrNotRegular, tarKind(h.Typeflag)))
	}
}

// tarred puts the errors of a member into our words.
type tarred struct{ in io.Reader }

func (t *tarred) Read(b []byte) (int, error) {
	n, err := t.in.Read(b)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("%w: the archive ends too soon", errDamaged)
	}
	return n, err
}

// sparse reports a member with holes, which a few bytes can make endless.
func sparse(h *tar.Header) bool {
	if h.Typeflag == tar.TypeGNUSparse {
		return true
	}
	_, major := h.PAXRecords["GNU.sparse.major"]
	_, size := h.PAXRecords["GNU.sparse.size"]
	_, real := h.PAXRecords["GNU.sparse.realsize"]
	return major || size || real
}

// tarKind names what is no file.
func tarKind(flag byte) string {
	switch flag {
	case tar.TypeSymlink, tar.TypeLink:
		return "a link"
	case tar.TypeFifo:
		return "a pipe"
	case tar.TypeChar, tar.TypeBlock:
		return "a device"
	}
	return "of no known kind"
}
