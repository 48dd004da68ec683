package read

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// stopWords are the commonest words of a language. Words that two of the
// languages share count for both.
var stopWords = []struct{ lang, words string }{
	{"en", "the of and to in a is that for it was on are as with he be at by i this had not or from his they were has have an which said will would who been their its but she her you we"},
	{"de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder"},
	{"fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la cette avec ses ont aux mais comme ou son l d qu elle été"},
	{"es", "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era"},
	{"it", "di e il la che in un a per è una sono del con non le si da i dei al come della più nel alla ha ma gli lo anche delle questo su se o nella dalla ai dal essere stato"},
	{"pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também"},
	{"nl", "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar door over ze wordt heeft hij was worden deze zich tot hun"},
	{"pl", "w i na z do się nie że to o jest jak po co tak za od ale przez są który przy może być tym już tylko dla był lub jego oraz które też"},
	{"sv", "och i att det som en på är av för med den till inte har de ett om var men sig så från vi kan när nu han ska eller hade vid"},
	{"da", "og i at det er en til på af for med den der ikke har de et som var men sig så fra vi kan han skal eller også efter blev"},
	{"no", "og i det er en til på av for med den som ikke har de et at var men seg så fra vi kan han skal eller også etter ble"},
	{"fi", "ja on ei että se oli hän ovat mutta myös kun ole niin kuin sen mukaan joka tai jos vain olla hänen nyt vuoden"},
	{"ro", "de și în a la cu pe că nu un o din pentru este care sau mai au fost să al ce se după prin sunt lui"},
	{"cs", "a v se na je že o s z do i to k ve pro za by ale si po jako jsou od které který bude tak jeho podle není"},
	{"hu", "a az és hogy nem is egy ez meg csak de volt még mint már van ki be vagy azt el szerint pedig után"},
	{"tr", "ve bir bu da de için ile olarak çok daha olan gibi ama en o ne kadar sonra var ki her ya mi"},
}

// sampleWords is how many words are looked at; a language shows sooner.
const sampleWords = 200

// A sample of stop words tells a language when a tenth of the words are in
// its list, at least four, and a quarter more than in the next one.
const minStopWords = 4

var stopTable = sync.OnceValue(func() map[string]uint32 {
	table := make(map[string]uint32, 600)
	for i, s := range stopWords {
		for w := range strings.FieldsSeq(s.words) {
			table[w] |= 1 << i
		}
	}
	return table
})

// language returns the language of text as a BCP 47 code, "" when it is too
// short or too mixed to tell.
func language(text string) string {
	table := stopTable()
	var hits [32]int
	n, other := 0, 0
	var buf [24]byte
	script := ""
	for w := range words(text) {
		if n++; n > sampleWords {
			break
		}
		if s := scriptOf(w); s != "" {
			script = s
			other++
			continue
		}
		if len(w) > 12 {
			continue
		}
		for set := table[string(lowerInto(buf[:0], w))]; set != 0; set &= set - 1 {
			hits[bits.TrailingZeros32(set)]++
		}
	}
	if other*2 > n {
		return script
	}
	return bestLanguage(hits[:len(stopWords)], n)
}

// bestLanguage returns the language with clearly the most hits among n words.
func bestLanguage(hits []int, n int) string {
	best, second := 0, 0
	for i, h := range hits {
		if h > hits[best] {
			best = i
		}
	}
	for i, h := range hits {
		if i != best {
			second = max(second, h)
		}
	}
	if h := hits[best]; h < minStopWords || h*10 < n || h*4 < second*5 {
		return ""
	}
	return stopWords[best].lang
}

// lowerInto appends w in lower case.
func lowerInto(b []byte, w string) []byte {
	for i := 0; i < len(w); {
		if w[i] < utf8.RuneSelf {
			c := w[i]
			if isUpper(c) {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		b = utf8.AppendRune(b, unicode.ToLower(r))
		i += n
	}
	return b
}

// scripts are those that tell a language nearly by themselves.
var scripts = []struct {
	lang  string
	table *unicode.RangeTable
}{
	{"ru", unicode.Cyrillic},
	{"el", unicode.Greek},
	{"ar", unicode.Arabic},
	{"he", unicode.Hebrew},
	{"hi", unicode.Devanagari},
	{"ja", unicode.Hiragana},
	{"ja", unicode.Katakana},
	{"ko", unicode.Hangul},
	{"zh", unicode.Han},
	{"th", unicode.Thai},
}

// scriptOf returns the language that the first letter of w tells by its
// script, "" for the Latin one.
func scriptOf(w string) string {
	if w[0] < utf8.RuneSelf {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(w)
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.lang
		}
	}
	return ""
}
