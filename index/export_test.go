package index

// DistrustForTest forgets which generations this process wrote, as a new
// process would.
func DistrustForTest() { trusted.Clear() }

// NaughtyForTest are strings that have broken programs.
var NaughtyForTest = naughty
