package name

// vesselNouns stand in lower case before the name of a ship, a storm or an
// animal: "the ferry Morwenna".
var vesselNouns = map[string]bool{
	"storm": true, "hurricane": true, "cyclone": true, "typhoon": true, "ship": true, "vessel": true, "ferry": true, "trawler": true,
	"yacht": true, "tanker": true, "frigate": true, "destroyer": true, "submarine": true, "boat": true, "lifeboat": true, "tug": true,
	"barge": true, "schooner": true, "freighter": true, "racehorse": true, "horse": true, "gelding": true, "mare": true, "spacecraft": true,
	"satellite": true, "virus": true, "asteroid": true, "comet": true, "galaxy": true, "rover": true,
}

// namesThing notes the words of a run that names a storm or a ship, "Storm
// Wenda", "HMS Plover", "the ferry Morwenna", and reports whether it does.
// Such a thing never speaks, and its name alone means it again.
func (f *finder) namesThing(i, end int) bool {
	first := i
	switch {
	case f.class[i]&vessel != 0 && end > i+1:
		first = i + 1
	case i > 0 && !f.d.Tokens[i-1].Upper && vesselNouns[f.d.Tokens[i-1].Norm] && f.d.Tokens[i].Space && end <= i+2 && f.class[i]&title == 0:
	default:
		return false
	}
	if f.things == nil {
		f.things = map[string]bool{}
	}
	f.things[f.d.Tokens[first].Norm] = true
	f.things[f.d.Tokens[end-1].Norm] = true
	return true
}
