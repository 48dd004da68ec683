package number

import "inquit/internal/text"

// numberedNames are words that a number behind them makes a name of, whatever
// their case: "section 5", "day one". No claim stands there.
var numberedNames = map[string]bool{
	"section": true, "part": true, "article": true, "chapter": true, "clause": true, "schedule": true,
	"page": true, "line": true, "row": true, "room": true, "gate": true, "platform": true, "seat": true,
	"flight": true, "route": true, "highway": true, "interstate": true, "junction": true, "exit": true,
	"bus": true, "model": true, "version": true, "type": true, "grade": true, "phase": true,
	"stage": true, "tier": true, "category": true, "level": true, "layer": true, "lot": true,
	"unit": true, "block": true, "floor": true, "apartment": true, "suite": true, "figure": true, "table": true,
	"volume": true, "episode": true, "season": true, "series": true, "round": true, "week": true,
	"day": true, "number": true, "no": true, "nos": true, "no.": true, "channel": true, "title": true, "rule": true,
	"division": true, "zone": true, "district": true, "ward": true, "precinct": true, "group": true,
	"class": true, "step": true, "question": true, "item": true, "appendix": true, "annex": true, "amendment": true,
	"proposition": true, "resolution": true, "verse": true, "act": true, "scene": true,
	"formula": true, "radio": true, "iphone": true, "ipad": true, "windows": true, "playstation": true, "xbox": true,
	"galaxy": true, "pixel": true, "boeing": true, "airbus": true, "apollo": true, "covid": true, "area": true,
	"sars": true, "fortune": true, "p": true, "ftse": true, "nasdaq": true, "dax": true, "cac": true,
	"nikkei": true, "russell": true, "asx": true, "stoxx": true, "topix": true, "hiv": true, "#": true, "§": true, "iso": true,
	"chapters": true, "sections": true, "articles": true, "pages": true, "lines": true, "parts": true, "phone": true, "tel": true,
	"call": true, "text": true, "ext": true, "extension": true, "box": true, "postcode": true, "code": true,
}

// streets end an address that a number begins.
var streets = map[string]bool{
	"street": true, "st": true, "road": true, "rd": true, "avenue": true, "ave": true, "lane": true, "ln": true,
	"drive": true, "dr": true, "way": true, "place": true, "square": true, "court": true, "boulevard": true,
	"blvd": true, "terrace": true, "close": true, "crescent": true, "gardens": true, "row": true, "hill": true,
	"parade": true, "quay": true, "mews": true, "highway": true, "parkway": true, "walk": true, "esplanade": true,
}

// notClaim reports whether the value is part of a name, an address or an
// idiom: "Channel 4", "10 Station Road", "day one".
func (f *finder) notClaim(a *amount) bool {
	p := f.prevNorm(a)
	if a.form == digitForm && a.plain && f.isLabel(a.num) {
		return true
	}
	if p == "#" || p == "§" || f.norm(a.end) == "o'clock" {
		return true
	}
	if a.unit != "" || a.mag && a.form == digitForm {
		return false
	}
	if p == "." && f.norm(a.first-2) == "no" {
		return true
	}
	if numberedNames[p] && f.isTied(a) {
		return true
	}
	return a.form == digitForm && (f.isNumberedName(a) || f.isAddress(a) || f.inBrackets(a))
}

// isTied reports whether the numbered word before the value may name it; "a
// week 5 people died" stays a claim by its unit.
func (f *finder) isTied(a *amount) bool {
	t := f.at(a.first - 1)
	if u, _ := f.unitAt(a.end); u != nil && u.kind != countUnit && !t.Upper {
		return false
	}
	return a.form == wordForm && !a.mag || a.plain
}

// isNumberedName reports whether a capitalised name runs into the value:
// "Model 3", "Nova 7". A counted noun behind it makes it a count.
func (f *finder) isNumberedName(a *amount) bool {
	i := a.first - 1
	if i < f.first || !a.plain || a.lo.Cmp(Int(10000)) >= 0 {
		return false
	}
	t := f.at(i)
	if t.Kind != text.Word || !t.Upper || functionWords[t.Norm] != 0 || i == f.first && !t.Caps {
		return false
	}
	if u, _ := f.unitAt(a.end); u != nil {
		return false
	}
	if m, _ := endingAt(f, &f.lex.modifiers, i); m != nil || months[t.Norm] > 0 || weekdays[t.Norm] {
		return false
	}
	j := a.end
	return j >= f.last || f.at(j).Upper || f.norm(j) == "weekdays" || !looksPlural(f.at(j).Norm)
}

// isAddress reports whether a street's name follows.
func (f *finder) isAddress(a *amount) bool {
	if !a.plain || a.lo.Cmp(Int(100000)) >= 0 {
		return false
	}
	for j := a.end; j < min(a.end+5, f.last); j++ {
		t := f.at(j)
		if j > a.end && t.Upper && streets[t.Norm] || j == a.end && t.Upper && (t.Norm == "zip" || t.Norm == "rue" || t.Norm == "ave") {
			return true
		}
		if !t.Upper && !isDash(t.Norm) && t.Kind != text.Number {
			return false
		}
	}
	return false
}

// inBrackets reports whether a bare whole number stands alone in brackets.
func (f *finder) inBrackets(a *amount) bool {
	return a.plain && (f.prevNorm(a) == "(" && f.norm(a.end) == ")" || f.prevNorm(a) == "[" && f.norm(a.end) == "]")
}
