package number

// A Key is what two claims must share to be about one quantity. It is
// comparable; a part that is not known is empty.
type Key struct {
	Kind Kind
	Unit string
	Head string     // of the concept
	Role ChangeRole // an amount of change is no level
	Time string     // "2024-01-01/2024-12-31", or the words
}

// Key returns the key of n. The place a value rose to is a level like any
// other, so that "rose to 5 per cent" meets "is 5 per cent".
func (n *Number) Key() Key {
	k := Key{Kind: n.Kind, Unit: n.Unit, Head: n.Head}
	if n.Role == By {
		k.Role = By
	}
	if t := n.Time; t != nil {
		if k.Time = t.Text; t.From != "" || t.To != "" {
			k.Time = t.From + "/" + t.To
		}
	}
	return k
}
