package crf

import "sync"

// Default returns the model that is part of the program, or nil when it was
// built without one (build tag nomodel).
var Default = sync.OnceValue(func() *Model {
	if len(modelBytes) == 0 {
		return nil
	}
	m, err := Open(modelBytes)
	if err != nil {
		panic(err) // the embedded bytes themselves are broken
	}
	return m
})
