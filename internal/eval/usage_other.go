//go:build !unix

package eval

import "time"

// Used is not known on this system.
func Used() (cpu time.Duration, peak int64, ok bool) { return 0, 0, false }
