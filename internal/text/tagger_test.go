package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// sameAsProse are sentences in news style that prose cuts into words as we
// do, or nearly so.
var sameAsProse = []string{
	"The council approved the new bridge on Tuesday after two years of delay.",
	"She claims that the figures in the report are wrong.",
	"The claims were rejected by the minister in a letter to the committee.",
	"Mr. Okoro reports to the board and reports suggest he will leave.",
	"They promise to build 10,000 homes, a promise that critics doubt.",
	"About 3,500 Veldran troops crossed the river before dawn, officials said.",
	"Dr. Hale said the long-term plan was better than the first one.",
	"The prime minister has been told that prices could rise by 2.5 % in 2027.",
	"Who knows what they want, or when?",
	"Residents don't think that the road is safe, and they can't wait.",
	"Inflation fell to its lowest level in four years, the bank's governor said.",
	"It is not clear which of the three companies will win the contract.",
	"However, analysts expect the central bank to cut rates again this year.",
	"A spokeswoman for the hospital declined to comment on the case.",
	"There were 40 people on the boat when it sank near the harbour.",
	"The former mayor, who resigned last month, denied any wrongdoing.",
	"Police said they had arrested a 34-year-old man from the town of Marlow.",
	"He added: the vote must go ahead because people have waited long enough.",
	"The biggest increase was in the north, where rents rose fastest.",
	"We're asking everyone to stay at home until the storm has passed.",
	"I haven't seen the letter and I wouldn't want to guess.",
	"Ms. Ebele's lawyer, J. Marlow, said her client's appeal would be heard in May.",
	"The company plans to hire more engineers and cut its losses quickly.",
	"If he wins, he would be the youngest leader the country has ever had.",
}

// TestTagAgainstProse holds our tags against prose's own, word by word where
// both cut the same words. A word that comes twice is compared where it comes
// last: prose has one token for all its occurrences, with the last one's tag.
func TestTagAgainstProse(t *testing.T) {
	all := 0
	for _, s := range sameAsProse {
		theirs, err := prose.NewDocument(s, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, k := range theirs.Tokens() {
			want[k.Text] = k.Tag
		}
		d := tagAll(s)
		for i := len(d.Tokens) - 1; i >= 0; i-- {
			tag, ok := want[d.Word(i)]
			if !ok || d.Tokens[i].Kind > Number {
				continue
			}
			delete(want, d.Word(i))
			all++
			if got := d.Tokens[i].Tag.String(); got != tag {
				t.Errorf("%q: %s is %s, prose says %s", s, d.Word(i), got, tag)
			}
		}
	}
	if all < 250 {
		t.Errorf("only %d words compared", all)
	}
}

// tagAll analyses s and tags all of it.
func tagAll(s string) *Doc {
	d := docOf(s)
	for k := range d.Sentences {
		d.Tag(k)
	}
	return d
}

func TestTag(t *testing.T) {
	tests := []struct{ in, want string }{
		// cue or noun
		{"He claims victory.", "He/PRP claims/VBZ victory/NN ./."},
		{"The claims are false.", "The/DT claims/NNS are/VBP false/JJ ./."},
		{"They promise to go.", "They/PRP promise/VBP to/TO go/VB ./."},
		{"a promise that critics doubt", "a/DT promise/NN that/IN critics/NNS doubt/VBP"},
		// marks of any form do not disturb
		{"“We don’t know,” she said.", "“/. We/PRP don’t/VBP know/VB ,/. ”/. she/PRP said/VBD ./."},
		// compounds
		{"a long-term plan", "a/DT long/JJ -/. term/JJ plan/NN"},
		{"a 3-year-old boy", "a/DT 3/CD -/. year/JJ -/. old/JJ boy/NN"},
		// money, clitics, abbreviations
		{"It cost £4.2bn.", "It/PRP cost/VBD £/. 4.2bn/CD ./."},
		{"Okoro’s team has left.", "Okoro/NNP ’s/POS team/NN has/VBZ left/VBN ./."},
		{"Mr. Okoro left.", "Mr/NNP ./. Okoro/NNP left/VBD ./."},
	}
	for _, tt := range tests {
		if got := showTags(tt.in); got != tt.want {
			t.Errorf("tags of %q:\ngot  %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func showTags(s string) string {
	d := tagAll(s)
	var out []string
	for i, k := range d.Tokens {
		out = append(out, fmt.Sprintf("%s/%s", d.Word(i), k.Tag))
	}
	return strings.Join(out, " ")
}

func BenchmarkTag(b *testing.B) {
	s := strings.Repeat(strings.Join(sameAsProse, " ")+"\n", 4)
	d := docOf(s)
	d.Tag(0)
	b.ReportMetric(float64(len(d.Tokens)), "tokens")
	benchCPU(b, len(s), func() {
		clear(d.tagged)
		for k := range d.Sentences {
			d.Tag(k)
		}
	})
}

func BenchmarkLoadTagger(b *testing.B) {
	for b.Loop() {
		openTagger()
	}
}
