//go:build unix

package safefile

import (
	"os"
	"syscall"
)

// openFlags: a pipe put in place of a file does not block, a link is not
// followed.
const openFlags = os.O_RDONLY | syscall.O_NONBLOCK | syscall.O_NOFOLLOW
