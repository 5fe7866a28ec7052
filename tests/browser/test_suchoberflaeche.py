"""What readers see of the search, in the dialog and on its page."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from leitfaden.texts import texte_von
from tests.browser.suchteile import oeffne_dialog, standzeile, stelle_antwort, trefferlinks
from tests.website import Website

pytestmark = pytest.mark.browser

TIPPFEHLER = "Koperationsvertrag"
GEMEINT = "Kooperationsvertrag"


def test_results_are_grouped_and_name_kennung_and_field(seite: Page, website: Website) -> None:
    seite.goto("glossar/")
    massnahme = website.daten.ladung.katalog.massnahmen["datenschutz"]
    dialog = oeffne_dialog(seite, "Datenschutz")
    expect(trefferlinks(dialog).first).to_contain_text(massnahme.titel)
    gruppen = dialog.locator(".lb-fundgruppe")
    expect(gruppen.first.get_by_role("heading")).to_have_text("Maßnahmen")
    erster = dialog.locator(".lb-fund").first
    expect(erster.locator(".lb-marke")).to_have_text(massnahme.kennung)
    feld = website.daten.bibliotheken["de"].handlungsfeld(massnahme.handlungsfeld)
    assert feld is not None
    expect(erster.locator(f".lb-fund__feld.lb-feld--{feld.farbe}")).to_have_text(feld.titel)
    # The colour never stands alone: there is an icon, too.
    expect(erster.locator(".lb-fund__feld svg path").first).to_be_attached()
    expect(dialog.locator("mark").first).to_have_text(re.compile("datenschutz", re.I))
    namen = gruppen.get_by_role("heading").all_inner_texts()
    assert len(namen) == len(set(namen)) > 1


def test_kennung_jumps_and_enter_opens_it(seite: Page, website: Website, adresse: str) -> None:
    katalog = website.daten.ladung.katalog
    ziel = next(i for i, m in katalog.massnahmen.items() if m.kennung == "M14")
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "m 14")
    sprung = dialog.locator("[data-teil=ergebnisse] a").first
    expect(sprung).to_have_text(f"Direkt zu M14: {katalog.massnahmen[ziel].titel}")
    seite.keyboard.press("ArrowDown")
    expect(sprung).to_be_focused()
    seite.keyboard.press("ArrowUp")
    seite.keyboard.press("Enter")
    seite.wait_for_url(f"{adresse}massnahmen/{ziel}/")


def test_enter_does_not_wait_for_results(seite: Page, website: Website, adresse: str) -> None:
    vorlage = next(
        i for i, v in website.daten.ladung.katalog.vorlagen.items() if v.kennung == "T05"
    )
    seite.goto("glossar/")
    oeffne_dialog(seite, "T05")
    seite.keyboard.press("Enter")
    seite.wait_for_url(f"{adresse}vorlagen/{vorlage}/")
    oeffne_dialog(seite, "Datenschutz")
    seite.keyboard.press("Enter")
    seite.wait_for_url(f"{adresse}suche/?q=Datenschutz")
    expect(trefferlinks(seite).first).to_be_visible()


def test_typing_error_is_corrected_openly(seite: Page) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, TIPPFEHLER)
    expect(standzeile(dialog)).to_contain_text(f"„{GEMEINT}“ statt „{TIPPFEHLER}“")
    expect(trefferlinks(dialog).first).to_be_visible()
    genau = dialog.get_by_role("link", name=f"Genau „{TIPPFEHLER}“ suchen")
    assert "genau=1" in str(genau.get_attribute("href"))
    genau.click()
    expect(standzeile(dialog)).to_have_text(f"Keine Treffer für „{TIPPFEHLER}“.")
    expect(dialog.locator("input")).to_be_focused()


def test_literal_search_has_an_address(seite: Page) -> None:
    seite.goto(f"suche/?q={TIPPFEHLER}")
    expect(trefferlinks(seite).first).to_be_visible()
    seite.get_by_role("link", name=f"Genau „{TIPPFEHLER}“ suchen").click()
    seite.wait_for_url("**genau=1**")
    expect(standzeile(seite)).to_have_text(f"Keine Treffer für „{TIPPFEHLER}“.")
    seite.go_back()
    expect(trefferlinks(seite).first).to_be_visible()
    seite.go_forward()
    expect(trefferlinks(seite)).to_have_count(0)


def test_did_you_mean_repeats_the_search(seite: Page) -> None:
    stelle_antwort(
        seite,
        "{anzahl: 0, zahlen: {}, lade: async () => [], sprung: null, "
        f"meinten: '{GEMEINT}', ersetzt: false, wortweise: false}}",
    )
    seite.goto(f"suche/?q={TIPPFEHLER}")
    seite.get_by_role("link", name=f"Meinten Sie „{GEMEINT}“?").click()
    expect(seite.locator("#suche-q")).to_have_value(GEMEINT)
    assert parse_qs(urlsplit(seite.url).query) == {"q": [GEMEINT]}


def test_partial_matches_are_said(seite: Page) -> None:
    stelle_antwort(
        seite,
        "{anzahl: 1, zahlen: {}, sprung: null, meinten: null, ersetzt: false, wortweise: true, "
        "lade: async () => [{url: '/massnahmen/x/', excerpt: 'a &lt;b&gt; <mark>c</mark>', "
        "meta: {title: 'X'}, filters: {}, sprache: 'de', kennung: ''}]}",
    )
    seite.goto("suche/?q=eins+zwei")
    expect(standzeile(seite)).to_contain_text("Keine Seite enthält alle Ihre Wörter.")
    # What looks like markup in a text stays text.
    expect(seite.locator(".lb-fund__text")).to_have_text("… a <b> c …")


def test_glossary_hit_explains_itself_and_leads_to_the_term(
    seite: Page, website: Website, adresse: str
) -> None:
    glossar = website.daten.ladung.katalog.glossar
    term = max(glossar.values(), key=lambda t: len(t.definition))
    seite.goto("suche/")
    seite.locator("#suche-q").fill(term.begriff)
    fund = seite.locator(".lb-fund").filter(has=seite.locator(f"a[href$='/glossar/#{term.id}']"))
    expect(fund.locator(".lb-fund__text")).to_have_text(" ".join(term.definition.split()))
    fund.get_by_role("link").click()
    seite.wait_for_url(f"{adresse}glossar/#{term.id}")
    expect(seite.locator(f"#{term.id}")).to_be_in_viewport()


def test_glossary_hit_on_the_glossary_closes_the_dialog(seite: Page, website: Website) -> None:
    term = max(website.daten.ladung.katalog.glossar.values(), key=lambda t: len(t.definition))
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, term.begriff)
    dialog.locator(f"a[href$='/glossar/#{term.id}']").first.click()
    expect(dialog).to_be_hidden()
    expect(seite.locator(f"#{term.id}")).to_be_in_viewport()


def test_filters_count_and_go_back(seite: Page) -> None:
    seite.goto("suche/?q=Vertrag")
    expect(trefferlinks(seite).first).to_be_visible()
    kasten = seite.get_by_role("checkbox", name="Vorlage")
    zeile = seite.locator("label", has=kasten)
    anzahl = int(zeile.locator(".lb-filter__zahl").inner_text())
    assert anzahl > 1
    kasten.check()
    expect(standzeile(seite)).to_have_text(f"{anzahl} Treffer für „Vertrag“")
    assert parse_qs(urlsplit(seite.url).query) == {"q": ["Vertrag"], "typ": ["Vorlage"]}
    expect(seite.locator(".lb-fundgruppe h2")).to_have_text([f"Vorlagen ({anzahl})"])
    expect(seite.locator(".lb-filter summary")).to_have_text("Filter (1 gewählt)")
    seite.go_back()
    expect(kasten).not_to_be_checked()
    expect(seite.locator(".lb-fundgruppe h2").nth(1)).to_be_visible()
    seite.go_forward()
    expect(kasten).to_be_checked()
    expect(seite.locator(".lb-fundgruppe h2")).to_have_count(1)
    seite.get_by_role("button", name="Filter zurücksetzen").click()
    expect(kasten).not_to_be_checked()
    expect(seite.locator("#suche-q")).to_have_value("Vertrag")
    expect(seite.locator(".lb-filter summary")).to_be_focused()


def test_typing_is_one_step_back(seite: Page) -> None:
    seite.goto("glossar/")
    seite.goto("suche/")
    seite.locator("#suche-q").press_sequentially("Daten")
    seite.wait_for_url("**q=Daten")
    expect(trefferlinks(seite).first).to_be_visible()
    seite.locator("#suche-q").press_sequentially("schutz")
    seite.wait_for_url("**q=Datenschutz")
    assert seite.title().startswith("Datenschutz – ")
    seite.go_back()
    expect(seite.locator("#suche-q")).to_have_value("")
    expect(trefferlinks(seite)).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "gruppe"), [("handlungsfeld", ""), ("aufwand", "Maßnahmen"), ("format", "Vorlagen")]
)
def test_every_filter_narrows_down(seite: Page, name: str, gruppe: str) -> None:
    seite.goto("suche/")
    filter_ = seite.locator(f"[data-filter={name}] label").first
    expect(filter_).to_be_visible()
    anzahl = int(filter_.locator(".lb-filter__zahl").inner_text())
    filter_.get_by_role("checkbox").check()
    expect(standzeile(seite)).to_have_text(f"{anzahl} Treffer in Ihrer Auswahl")
    if gruppe:
        expect(seite.locator(".lb-fundgruppe h2")).to_have_text([f"{gruppe} ({anzahl})"])


def test_a_group_can_be_lengthened(seite: Page) -> None:
    seite.goto("suche/?q=Gemeinde")
    gruppe = seite.locator(".lb-fundgruppe", has=seite.locator("h2", has_text="Vorlagen"))
    zahl = re.search(r"\((\d+)\)", gruppe.get_by_role("heading").inner_text())
    assert zahl is not None
    gesamt = int(zahl[1])
    vorher = gruppe.locator(".lb-fund").count()
    assert vorher < gesamt
    gruppe.get_by_role("button").click()
    expect(gruppe.locator(".lb-fund")).to_have_count(min(gesamt, vorher + 10))
    expect(trefferlinks(gruppe).nth(vorher)).to_be_focused()
    while (knopf := gruppe.get_by_role("button")).is_visible():
        stand = gruppe.locator(".lb-fund").count()
        knopf.click()
        expect(gruppe.locator(".lb-fund")).to_have_count(min(gesamt, stand + 10))
    ziele = [a.get_attribute("href") for a in trefferlinks(gruppe).all()]
    assert len(ziele) == len(set(ziele)) == gesamt


def test_no_hits_offer_ways_on(seite: Page) -> None:
    seite.goto("suche/?q=Datenschutzqq+%26+mehr&genau=1")
    expect(standzeile(seite)).to_have_text("Keine Treffer für „Datenschutzqq & mehr“.")
    nahe = seite.locator(
        ".lb-fundgruppe", has_text="Diese Maßnahmen kommen Ihrer Frage am nächsten"
    )
    expect(nahe.locator("a[href$='/massnahmen/datenschutz/']")).to_be_visible()
    begriffe = seite.locator(".lb-fundgruppe", has_text="Begriffe im Glossar")
    expect(begriffe.locator("a[href*='/glossar/#']").first).to_be_visible()
    post = seite.get_by_role("link", name="Thema vorschlagen").get_attribute("href") or ""
    assert post.startswith("mailto:post@testtal.example?subject=")
    assert "„Datenschutzqq & mehr“" in parse_qs(urlsplit(post).query)["body"][0]
    expect(seite.locator("main").get_by_role("link", name="Handlungsfelder")).to_be_visible()


def test_without_an_address_proposals_go_to_the_page_on_taking_part(seite: Page) -> None:
    def ohne_kontakt(weg: Route) -> None:
        antwort = weg.fetch()
        weg.fulfill(response=antwort, json={**antwort.json(), "kontakt": ""})

    seite.route("**/oberflaeche.json", ohne_kontakt)
    seite.goto("suche/?q=xyzxyzxyz")
    link = seite.get_by_role("link", name="Thema vorschlagen")
    assert str(link.get_attribute("href")).endswith("/mitwirken/")


def test_german_only_results_are_marked_on_the_english_site(seite: Page, website: Website) -> None:
    feld = website.daten.bibliotheken["de"].handlungsfelder[0]
    stelle_antwort(
        seite,
        "{anzahl: 1, zahlen: {}, sprung: null, meinten: null, ersetzt: false, wortweise: false, "
        "lade: async () => [{url: '/massnahmen/x/', excerpt: 'Ein Text.', meta: {title: 'Titel'}, "
        f"filters: {{handlungsfeld: ['{feld.titel}']}}, sprache: 'de', kennung: 'M99'}}]}}",
    )
    seite.goto("en/suche/?q=word")
    fund = seite.locator(".lb-fund")
    hinweis = fund.get_by_text("German only", exact=True)
    expect(hinweis).to_be_visible()
    assert hinweis.evaluate("e => e.closest('[lang]').lang") == "en"
    assert fund.get_by_role("link").get_attribute("lang") == "de"
    assert fund.locator(".lb-fund__text").get_attribute("lang") == "de"
    # What is known in English is said in English, and a German page is in the same group.
    englisch = website.daten.bibliotheken["en"].handlungsfelder[0].titel
    expect(fund.locator(".lb-fund__feld")).to_have_text(englisch)
    expect(seite.locator(".lb-fundgruppe h2")).to_have_text("Measures (1)")


def test_english_search_finds_german_only_pages_once(seite: Page) -> None:
    seite.goto("en/suche/?q=zzz")
    expect(standzeile(seite)).to_have_text("No results for “zzz”.")
    # The German index is loaded by now; English pages must not come twice.
    seite.locator("#suche-q").fill("M14")
    expect(trefferlinks(seite).first).to_be_visible()
    ziele = [str(a.evaluate("e => e.href")) for a in trefferlinks(seite).all()]
    assert len(ziele) == len(set(ziele))
    assert all("/en/" in ziel for ziel in ziele)


def test_the_search_speaks_english(seite: Page, website: Website) -> None:
    seite.goto("en/glossar/")
    dialog = oeffne_dialog(seite, "M14")
    titel = website.daten.bibliotheken["en"].karte(
        "massnahme",
        next(i for i, m in website.daten.ladung.katalog.massnahmen.items() if m.kennung == "M14"),
    )
    expect(dialog.get_by_role("link", name=f"Go to M14: {titel.titel}")).to_be_visible()
    seite.goto("en/suche/?q=xyzxyzxyz")
    expect(standzeile(seite)).to_have_text("No results for “xyzxyzxyz”.")
    sichtbar = unquote(seite.locator("main").inner_text())
    for name, wort in texte_von("de").items():
        gleich = texte_von("en")[name] == wort
        if name.startswith("suchseite.") and not gleich and len(wort) > 8:
            assert wort not in sichtbar


def test_without_javascript_the_form_leads_to_the_overviews(
    seite_ohne_js: Page, adresse: str
) -> None:
    for basis, satz in (
        ("", "Die Suche braucht JavaScript"),
        ("en/", "The search needs JavaScript"),
    ):
        seite_ohne_js.goto(f"{basis}glossar/")
        seite_ohne_js.locator("#kopf-q").fill("E-Akte")
        seite_ohne_js.locator("#kopf-q").press("Enter")
        seite_ohne_js.wait_for_url(f"{adresse}{basis}suche/?q=E-Akte")
        expect(seite_ohne_js.get_by_text(satz)).to_be_visible()
        for ordner in ("massnahmen", "handlungsfelder", "szenarien", "vorlagen", "glossar"):
            expect(seite_ohne_js.locator(f".lb-weiter a[href$='{ordner}/']")).to_be_visible()
        expect(seite_ohne_js.locator(".lb-filter")).to_be_hidden()
