package number

func (f *finder) concept(i int, n *Number) {}
