package compare

import "strings"

// Words writes version b over version a as one text: what b leaves out as
// [-cut-], what it adds as {+added+}. Words that only look different stand as
// in b.
func Words(a, b string) string {
	x, y := tokens(a), tokens(b)
	var out strings.Builder
	at := 0 // how far b is written
	for _, h := range align(x, y) {
		if h.equal {
			end := y[h.b1-1].end
			out.WriteString(b[at:end])
			at = end
			continue
		}
		next := len(b)
		if h.b1 < len(y) {
			next = y[h.b1].start
		}
		from, to := next, next
		if h.b1 == len(y) {
			from, to = at, at // what was cut from the end stands before the last stop
		}
		if h.b0 < h.b1 {
			from, to = y[h.b0].start, y[h.b1-1].end
		}
		out.WriteString(b[at:from])
		if from == to && h.b1 == len(y) && out.Len() > 0 {
			out.WriteByte(' ')
		}
		if cut := stretch(a, x[h.a0:h.a1]); cut != "" {
			out.WriteString("[-" + cut + "-]")
			if from == to && h.b1 < len(y) {
				out.WriteByte(' ')
			}
		}
		if from < to {
			out.WriteString("{+" + b[from:to] + "+}")
		}
		at = to
	}
	out.WriteString(b[at:])
	return out.String()
}
