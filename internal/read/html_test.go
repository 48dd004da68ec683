package read

import (
	"strings"
	"testing"

	"inquit/article"
)

// filler is running text that makes a page long enough to be believed.
const filler = "The island council voted on Monday to keep the ferry for another three years, after fishermen said that they could not do without it. " +
	"It had met for six hours, and nobody left before the end. The fares will rise in April, the harbour office told reporters."

// zonesOf reads a page and writes its zones, a line each.
func zonesOf(t *testing.T, page string) (*article.Article, string) {
	t.Helper()
	for a, err := range Read(Source{Path: "a.html"}, []byte(page), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		return a, zoneList(a)
	}
	t.Fatal("no article")
	return nil, ""
}

// What a page puts beside its article, and how it says so.
func TestPageLeavesOut(t *testing.T) {
	tests := map[string]string{
		"a disclosure":       `<p class="editorial-disclosure">OUT is paid for by our partners, who may earn when you buy.</p>`,
		"a call to act":      `<div class="cta-box"><p>OUT of ink? Give us a pound a week, we would be glad of it.</p></div>`,
		"a widget":           `<section class="widget widget_text"><p>OUT every Friday: our letter on the islands, free of charge.</p></section>`,
		"an aside":           `<aside><p>OUT now: the harbour book, with a hundred pictures of boats.</p></aside>`,
		"a hidden element":   `<div style="display: none"><p>OUT of sight, a line for machines and nobody else at all.</p></div>`,
		"a form":             `<form><p>OUT of the loop? Type your address here and press the button.</p></form>`,
		"a list of links":    `<ul><li><a href="/1">OUT at sea: the ferry's last captain</a></li><li><a href="/2">Fares to rise in spring</a></li></ul>`,
		"after the article":  `</article><div><p>OUT and about: what else to see on the island this week end.</p></div><article>`,
		"a cookie banner":    `<div id="cookie-notice"><p>OUT pages keep small files on your computer, as most do now.</p></div>`,
		"comments of others": `<div class="comments-list"><p>OUT with the whole council, says one who signs as Old Salt.</p></div>`,
	}
	for what, aside := range tests {
		page := "<!doctype html><body><article><p>" + filler + "</p><p>" + filler + "</p>" + aside + "<p>" + filler + "</p></article>"
		if a, _ := zonesOf(t, page); strings.Contains(a.Source, "OUT") {
			t.Errorf("%s is in the text: %q", what, a.Source)
		}
	}
}

// Builders of pages call everything a widget.
func TestPageKeepsWidgetsWithText(t *testing.T) {
	a, _ := zonesOf(t, `<!doctype html><body><div class="elementor-widget elementor-widget-text"><p>`+filler+`</p><p>It sails in May.</p></div>`)
	if !strings.Contains(a.Source, "It sails in May.") {
		t.Errorf("got %q", a.Source)
	}
}

// A headline outside of the article's element is put before the text, the
// name of the site is not.
func TestHeadlineAbove(t *testing.T) {
	page := func(title, h1 string) string {
		return "<!doctype html><title>" + title + "</title><body><header><h1>" + h1 + "</h1></header><article><p>" + filler + "</p><p>" + filler + "</p></article>"
	}
	a, zones := zonesOf(t, page("‘Our road’: island keeps its ferry", "‘Our road’: island keeps its ferry"))
	if a.Zones[0].Zone != article.Headline || !strings.HasPrefix(a.Source, "‘Our road’: island keeps its ferry\n\nThe island") {
		t.Errorf("got %s", zones)
	}
	a, zones = zonesOf(t, page("Island keeps its ferry", "The Coast Herald"))
	if strings.Contains(a.Source, "Herald") {
		t.Errorf("got %s", zones)
	}
}

// Some pages hold their text for search engines only.
func TestArticleBodyOfJSONLD(t *testing.T) {
	a, _ := zonesOf(t, `<!doctype html><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stays","articleBody":"`+
		filler+` `+filler+`"}</script><body><div id="app">Loading</div>`)
	if !strings.HasPrefix(a.Source, "The island council") || a.Title.String() != "Ferry stays" {
		t.Errorf("got %q, title %v", a.Source, a.Title)
	}
}
