package read

import "bufio"

func (r *reader) readLines(in *bufio.Reader)  {}
func (r *reader) readValues(in *bufio.Reader) {}
