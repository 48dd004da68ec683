package main

import (
	"context"
	"errors"
	"fmt"
)

// The exit codes of every command.
const (
	exitDone        = 0
	exitNothing     = 1   // nothing found, or a gate failed
	exitFailed      = 2   // wrong use, or it could not be done
	exitSkipped     = 3   // done, but some inputs were skipped
	exitInterrupted = 130 // stopped by a signal
)

// An exitError ends a command with a code; its message, when there is one,
// goes to stderr.
type exitError struct {
	code int
	msg  string
}

func (e *exitError) Error() string { return e.msg }

// usage makes the error of wrong use.
func usage(format string, args ...any) error {
	return &exitError{exitFailed, fmt.Sprintf(format, args...)}
}

// Errors without words: the command has said all there is to say.
var (
	errNothing = &exitError{code: exitNothing}
	errSkipped = &exitError{code: exitSkipped}
)

// exitCode turns an error into a code, and tells what has to be said.
func exitCode(err error) (code int, msg string) {
	var e *exitError
	switch {
	case err == nil:
		return exitDone, ""
	case errors.As(err, &e):
		return e.code, e.msg
	case errors.Is(err, context.Canceled):
		return exitInterrupted, "interrupted; what was acknowledged is saved"
	}
	return exitFailed, err.Error()
}
