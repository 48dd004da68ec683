package quote

import (
	"strings"
	"testing"

	"inquit/article"
	"inquit/internal/text"
)

// TestRegions reads marks: each region as its words, with | where it is open
// at an end.
func TestRegions(t *testing.T) {
	tests := map[string]string{
		`He said: “It rained.”`:                    `It rained.`,
		`He said "it rained" and "it snowed".`:     `it rained; it snowed`,
		`''It rained,'' he said. ''It did.''`:      `It rained,; It did.`,
		"``It rained,'' he said.":                  `It rained,`,
		`« It rained », he said.`:                  `It rained`,
		`„It rained“, he said.`:                    `It rained`,
		`‘It rained,’ he said.`:                    `It rained,`,
		`'It didn't rain,' he said.`:               `It didn't rain,`,
		`The members' views and the boys' toys.`:   ``,
		`It was '90s rock 'n' roll for 'em.`:       ``,
		`He is 6'2" tall.`:                         ``,
		`“She said ‘no’ twice,” he said.`:          `She said ‘no’ twice,`,
		`‘She said “no” twice,’ he said.`:          `She said “no” twice,`,
		`'The members' views are clear,' he said.`: `The members' views are clear,`,
		"“One.\n\n“Two.\n\n“Three.”\n\nNo more.":   `One.|; Two.|; Three.`,
		"\"One.\n\n\"Two.\"\n\nNo \"more\".":       `One.|; Two.; more`,
		"“One.\n\nTwo,” he said.":                  `One.|; |Two,`,
		"He said: ‘One.\n\n‘The boys’ two.’":       `One.|; The boys’ two.`,
		"“Never closed.\n\nAnd so on, he said.":    `Never closed.|`,
		`Ann “Nan” Moss left.`:                     ``,
		`A stray ” and a stray " here.`:            ``,
		`''He said 'yes.'''`:                       `He said 'yes.'`,
		`He wrote “a “b” c” twice.`:                `a “b” c`,
	}
	for source, want := range tests {
		t.Run(source, func(t *testing.T) {
			if got := regionsOf(source); got != want {
				t.Errorf("regions of %q\n got %s\nwant %s", source, got, want)
			}
		})
	}
}

func regionsOf(source string) string {
	d := text.Analyse(article.New("a.txt", "", "", source, nil))
	var all []string
	for _, r := range findRegions(d) {
		s := r.inner.In(source)
		if !r.opens {
			s = "|" + s
		}
		if !r.closes {
			s += "|"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// TestCueFile expects of each line of data/cues.txt that its flags are known
// and that its example shows one of its forms.
func TestCueFile(t *testing.T) {
	for line := range strings.SplitSeq(cueFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 3 {
			t.Errorf("line %q has %d fields, want forms | flags | example", line, len(f))
			continue
		}
		for i := range len(f[1]) {
			if flagOf[f[1][i]] == 0 {
				t.Errorf("line %q: unknown flag %q", line, f[1][i])
			}
		}
		if !shows(f[2], strings.Fields(f[0])) {
			t.Errorf("line %q: the example has none of the forms", line)
		}
	}
}

func shows(example string, forms []string) bool {
	for _, form := range forms {
		if strings.Contains(strings.ToLower(example), strings.ReplaceAll(form, "_", " ")) {
			return true
		}
	}
	return false
}
