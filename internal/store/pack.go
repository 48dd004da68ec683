package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// The records of an article are three to five times its text, mostly field
// names; packed they are a fifth of that, for less time than writing them
// would take.

// maxUnpacked bounds what a damaged blob may claim to hold: the records of
// the largest article allowed, many times over.
const maxUnpacked = 1 << 30

var packer = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<17))
	if err != nil {
		panic(err) // fixed options: cannot be
	}
	return e
})

var unpacker = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked))
	if err != nil {
		panic(err) // fixed options: cannot be
	}
	return d
})

func pack(b []byte) []byte { return packer().EncodeAll(b, nil) }

func unpack(b []byte) ([]byte, error) {
	out, err := unpacker().DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("records cannot be unpacked: %w", err)
	}
	return out, nil
}

// checksum covers all that is kept of an article: its source text and its
// records, with a byte between that neither can hold.
func checksum(source string, records []byte) string {
	h := sha256.New()
	_, _ = io.WriteString(h, source)
	h.Write([]byte{0xff})
	h.Write(records)
	return hex.EncodeToString(h.Sum(nil))
}
