package number

import "strings"

// A currencySign is how money is marked before a value.
type currencySign struct{ sign, code string }

// currencySigns are the marks that are no ISO code. A country's letters may
// stand before or after the dollar sign: "A$5", "$A5", "US $5".
var currencySigns = []currencySign{
	{"$", "USD"},   // $5
	{"£", "GBP"},   // £5
	{"€", "EUR"},   // €5
	{"¥", "JPY"},   // ¥5
	{"￥", "JPY"},   // ￥5
	{"₹", "INR"},   // ₹5
	{"₪", "ILS"},   // ₪5
	{"₩", "KRW"},   // ₩5
	{"₽", "RUB"},   // ₽5
	{"₺", "TRY"},   // ₺5
	{"₴", "UAH"},   // ₴5
	{"₦", "NGN"},   // ₦5
	{"₱", "PHP"},   // ₱5
	{"₫", "VND"},   // ₫5
	{"฿", "THB"},   // ฿5
	{"₿", "BTC"},   // ₿5
	{"rs", "INR"},  // Rs 5
	{"rm", "MYR"},  // RM5
	{"r$", "BRL"},  // R$5
	{"ps", "GBP"},  // PS5: a pound sign that a wire lost
	{"ksh", "KES"}, // Ksh1,000
	{"kshs", "KES"},
	{"ush", "UGX"},
	{"tsh", "TZS"},
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
	{".ca", "CAD"},
	{"canad", "CAD"},
	{"toronto", "CAD"},
	{"globe and mail", "CAD"},
	{"cbc", "CAD"},
	{".au", "AUD"},
	{"austral", "AUD"},
	{"sydney", "AUD"},
	{"melbourne", "AUD"},
	{".nz", "NZD"},
	{"zealand", "NZD"},
	{".sg", "SGD"},
	{"straits times", "SGD"},
	{"singapore", "SGD"},
	{".hk", "HKD"},
	{"south china morning", "HKD"},
	{"hong kong", "HKD"},
	{".jm", "JMD"},
	{"jamaica", "JMD"},
	{".tt", "TTD"},
	{"trinidad", "TTD"},
	{".bb", "BBD"},
	{"barbados", "BBD"},
	{"guyana", "GYD"},
	{"bahamas", "BSD"},
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

// euroOutlets count in cents of the euro where nothing else is said.
var euroOutlets = []string{".ie", "irish", "ireland", "rte", "dublin", "cork"}

// homeCents returns whose cents an outlet's plain "cents" are.
func homeCents(outlet string) string {
	outlet = strings.ToLower(outlet)
	for _, part := range euroOutlets {
		if outlet != "" && strings.Contains(outlet, part) {
			return "EUR-cent"
		}
	}
	return homeDollar(outlet) + "-cent"
}

// settleCents gives plain cents the currency spoken of in the sentence, else
// the one the article spoke of last, else the outlet's.
func (f *finder) settleCents() {
	for i := range f.amounts {
		if a := &f.amounts[i]; a.kind == moneyUnit && minorNames[a.unit] == "cent" {
			f.cents = a.unit + "-cent"
			break
		}
	}
	for i := range f.amounts {
		a := &f.amounts[i]
		rest, ok := strings.CutPrefix(a.unit, "USD-cent")
		if ok && a.kind == minorUnit && f.norm(a.numEnd) != "us" && f.norm(a.numEnd) != "¢" {
			a.unit = f.cents + rest
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
