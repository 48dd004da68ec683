package number

import "strings"

// A currencySign is how money is marked before a value.
type currencySign struct{ sign, code string }

// currencySigns are the marks that are no ISO code. A country's letters may
// stand before or after the dollar sign: "A$5", "$A5", "US $5".
var currencySigns = []currencySign{
	{"$", "USD"},  // $5
	{"£", "GBP"},  // £5
	{"€", "EUR"},  // €5
	{"¥", "JPY"},  // ¥5
	{"￥", "JPY"},  // ￥5
	{"₹", "INR"},  // ₹5
	{"₪", "ILS"},  // ₪5
	{"₩", "KRW"},  // ₩5
	{"₽", "RUB"},  // ₽5
	{"₺", "TRY"},  // ₺5
	{"₴", "UAH"},  // ₴5
	{"₦", "NGN"},  // ₦5
	{"₱", "PHP"},  // ₱5
	{"₫", "VND"},  // ₫5
	{"฿", "THB"},  // ฿5
	{"₿", "BTC"},  // ₿5
	{"rs", "INR"}, // Rs 5
	{"rm", "MYR"}, // RM5
	{"r$", "BRL"}, // R$5
	{"ps", "GBP"}, // PS5: a pound sign that a wire lost
	{"sfr", "CHF"},
	{"rmb", "CNY"},
	{"us", "USD"}, // "$US5"
	{"dollar", "USD"},
	{"sen", "MYR-sen"}, // "sen 100,000"
}

// dollarCountries are the letters beside a dollar sign.
var dollarCountries = map[string]string{
	"us": "USD", "u.s": "USD", "u.s.": "USD", "usd": "USD",
	"a": "AUD", "au": "AUD", "aud": "AUD",
	"c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD", "cad": "CAD",
	"nz": "NZD", "nzd": "NZD",
	"hk": "HKD", "hkd": "HKD",
	"s": "SGD", "sg": "SGD", "sgd": "SGD",
	"nt": "TWD", "j": "JMD", "ja": "JMD", "jmd": "JMD",
	"tt": "TTD", "ec": "XCD", "xcd": "XCD", "bds": "BBD", "bbd": "BBD", "b": "BSD",
	"g": "GYD", "gy": "GYD", "bz": "BZD", "fj": "FJD", "z": "ZWL", "n": "NAD",
	"mxn": "MXN", "mx": "MXN", "r": "BRL",
}

// homeDollars are the dollars that an outlet's plain "$" means, by what its
// name or address holds.
var homeDollars = []struct{ part, code string }{
	{".ca", "CAD"}, {"canad", "CAD"}, {"toronto", "CAD"}, {"globe and mail", "CAD"}, {"cbc", "CAD"},
	{".au", "AUD"}, {"austral", "AUD"}, {"sydney", "AUD"}, {"melbourne", "AUD"},
	{".nz", "NZD"}, {"zealand", "NZD"},
	{".sg", "SGD"}, {"straits times", "SGD"}, {"singapore", "SGD"},
	{".hk", "HKD"}, {"south china morning", "HKD"}, {"hong kong", "HKD"},
	{".jm", "JMD"}, {"jamaica", "JMD"}, {".tt", "TTD"}, {"trinidad", "TTD"},
	{".bb", "BBD"}, {"barbados", "BBD"}, {"guyana", "GYD"}, {"bahamas", "BSD"},
}

// homeDollar returns what "$" means in an outlet.
func homeDollar(outlet string) string {
	outlet = strings.ToLower(outlet)
	for _, h := range homeDollars {
		if outlet != "" && strings.Contains(outlet, h.part) {
			return h.code
		}
	}
	return "USD"
}

// currencyBefore returns the currency whose sign or code ends at token i, and
// the first token of it.
func (f *finder) currencyBefore(i int) (code string, first int) {
	if i < f.first {
		return "", 0
	}
	t := f.at(i)
	if t.Norm == "$" {
		return f.dollar(i)
	}
	if t.Norm == "=" && i > f.first && f.at(i-1).Norm == "y" {
		return "JPY", i - 1 // "Y=5", as wires write the yen
	}
	if c, ok := dollarCountries[t.Norm]; ok && i > f.first && f.at(i-1).Norm == "$" && !t.Space {
		return c, i - 1
	}
	if code = f.millionCode(i); code != "" {
		return code, i
	}
	code = f.lex.codes[t.Norm]
	switch {
	case code == "", t.Norm == "us", t.Norm == "ps" && !t.Caps, t.Norm == "dollar" && i > f.first && f.at(i-1).Kind == 0 && f.at(i-1).Norm != "at":
		return "", 0
	case isLetter(t.Norm[0]) && i > f.first && isAmountEnd(f.at(i-1)) && !f.hasUnit(i):
		return "", 0 // "10 usd 20": the code belongs to what is before it
	}
	return code, i
}

// dollar returns whose dollar the sign at token i is.
func (f *finder) dollar(i int) (code string, first int) {
	if i > f.first {
		if c, ok := dollarCountries[f.at(i-1).Norm]; ok && f.nearSign(i) {
			return c, i - 1
		}
	}
	return f.home, i
}

// hasUnit reports whether the last value ends at token i and has a unit.
func (f *finder) hasUnit(i int) bool {
	n := len(f.amounts)
	return n > 0 && f.amounts[n-1].end == i && f.amounts[n-1].unit != ""
}

// nearSign reports whether the word before the sign at token i may belong to
// it: glued, or two capitals, or a lone letter that is no word.
func (f *finder) nearSign(i int) bool {
	p := f.at(i - 1)
	return !f.at(i).Space || p.Caps || p.Norm == "c" || p.Upper && p.Len() == 1 && p.Norm != "a"
}

// currencyPrefix cuts a currency off a token such as "RM79", "USD50",
// "US55,931,000" or "PS2.7m", which the words of a text keep in one.
func (f *finder) currencyPrefix(i int) (code, rest string) {
	s := f.at(i).Norm
	k := 0
	for k < len(s) && k < 4 && isLetter(s[k]) {
		k++
	}
	if k == 0 || k == len(s) || !isDigit(s[k]) {
		return "", ""
	}
	if i > f.first && f.at(i-1).Norm == "$" && !f.at(i).Space {
		return dollarCountries[s[:k]], s[k:]
	}
	code = f.lex.codes[s[:k]]
	if s[:k] == "us" || s[:k] == "dollar" || !f.at(i).Upper {
		return "", ""
	}
	return code, s[k:]
}

// millionCode reads "MUSD" and "MEUR": millions of a currency.
func (f *finder) millionCode(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	if t := f.at(i); t.Caps && len(t.Norm) == 4 && t.Norm[0] == 'm' {
		return f.lex.codes[t.Norm[1:]]
	}
	return ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
