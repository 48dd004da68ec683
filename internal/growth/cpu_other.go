//go:build !unix

package growth

import "time"

var began = time.Now()

// CPU returns the time since the program began: this system does not tell
// processor time.
func CPU() time.Duration { return time.Since(began) }
