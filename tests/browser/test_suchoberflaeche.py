"""What readers see of the search, in the dialog and on its page, under the strict rules."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from leitfaden.texts import texte_von
from tests.website import Website

pytestmark = pytest.mark.browser

# The strictest rules the site is published with.
INHALTSREGEL = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
TIPPFEHLER = "Koperationsvertrag"
GEMEINT = "Kooperationsvertrag"
# Stands for the index where a test is about what the interface does with an answer.
LOGIK = """
export const bereiteVor = async () => {};
export const ladeFacetten = async () => {};
export const naechste = async () => ({begriffe: [], massnahmen: []});
export const suche = async () => (ANTWORT);
"""


@pytest.fixture
def streng(seite: Page) -> Iterator[Page]:
    """A page whose documents come with the strict rules; every breach of them is an error."""

    def liefere(weg: Route) -> None:
        if weg.request.resource_type != "document":
            weg.fallback()
            return
        antwort = weg.fetch()
        kopf = {**antwort.headers, "content-security-policy": INHALTSREGEL}
        weg.fulfill(response=antwort, headers=kopf)

    verstoesse: list[str] = []
    seite.on("console", lambda m: verstoesse.append(m.text) if "Security" in m.text else None)
    seite.route("**/*", liefere)
    yield seite
    assert verstoesse == []


def _dialog(seite: Page, frage: str = "") -> Locator:
    dialog = seite.locator("#suchdialog")
    for _ in range(100):
        # The first presses may come before the page listens.
        seite.keyboard.press("Control+k")
        if dialog.is_visible():
            break
        seite.wait_for_timeout(100)
    expect(dialog).to_be_visible()
    if frage:
        seite.keyboard.type(frage)
    return dialog


def _treffer(bereich: Page | Locator) -> Locator:
    return bereich.locator(".lb-fund > a")


def _stand(bereich: Page | Locator) -> Locator:
    return bereich.locator("[role=status]").first


def _stelle_antwort(seite: Page, antwort: str) -> None:
    text = LOGIK.replace("ANTWORT", antwort)
    seite.route(
        "**/such-logik.mjs", lambda weg: weg.fulfill(body=text, content_type="text/javascript")
    )


def test_results_are_grouped_and_name_kennung_and_field(streng: Page, website: Website) -> None:
    streng.goto("glossar/")
    massnahme = website.daten.ladung.katalog.massnahmen["datenschutz"]
    dialog = _dialog(streng, "Datenschutz")
    expect(_treffer(dialog).first).to_contain_text(massnahme.titel)
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


def test_kennung_jumps_and_enter_opens_it(streng: Page, website: Website, adresse: str) -> None:
    katalog = website.daten.ladung.katalog
    ziel = next(i for i, m in katalog.massnahmen.items() if m.kennung == "M14")
    streng.goto("glossar/")
    dialog = _dialog(streng, "m 14")
    sprung = dialog.locator("[data-teil=ergebnisse] a").first
    expect(sprung).to_have_text(f"Direkt zu M14: {katalog.massnahmen[ziel].titel}")
    streng.keyboard.press("ArrowDown")
    expect(sprung).to_be_focused()
    streng.keyboard.press("ArrowUp")
    streng.keyboard.press("Enter")
    streng.wait_for_url(f"{adresse}massnahmen/{ziel}/")


def test_enter_does_not_wait_for_results(streng: Page, website: Website, adresse: str) -> None:
    vorlage = next(
        i for i, v in website.daten.ladung.katalog.vorlagen.items() if v.kennung == "T05"
    )
    streng.goto("glossar/")
    _dialog(streng, "T05")
    streng.keyboard.press("Enter")
    streng.wait_for_url(f"{adresse}vorlagen/{vorlage}/")
    _dialog(streng, "Datenschutz")
    streng.keyboard.press("Enter")
    streng.wait_for_url(f"{adresse}suche/?q=Datenschutz")
    expect(_treffer(streng).first).to_be_visible()


def test_typing_error_is_corrected_openly(streng: Page) -> None:
    streng.goto("glossar/")
    dialog = _dialog(streng, TIPPFEHLER)
    expect(_stand(dialog)).to_contain_text(f"„{GEMEINT}“ statt „{TIPPFEHLER}“")
    expect(_treffer(dialog).first).to_be_visible()
    genau = dialog.get_by_role("link", name=f"Genau „{TIPPFEHLER}“ suchen")
    assert "genau=1" in str(genau.get_attribute("href"))
    genau.click()
    expect(_stand(dialog)).to_have_text(f"Keine Treffer für „{TIPPFEHLER}“.")
    expect(dialog.locator("input")).to_be_focused()


def test_literal_search_has_an_address(streng: Page) -> None:
    streng.goto(f"suche/?q={TIPPFEHLER}")
    expect(_treffer(streng).first).to_be_visible()
    streng.get_by_role("link", name=f"Genau „{TIPPFEHLER}“ suchen").click()
    streng.wait_for_url("**genau=1**")
    expect(_stand(streng)).to_have_text(f"Keine Treffer für „{TIPPFEHLER}“.")
    streng.go_back()
    expect(_treffer(streng).first).to_be_visible()
    streng.go_forward()
    expect(_treffer(streng)).to_have_count(0)


def test_did_you_mean_repeats_the_search(streng: Page) -> None:
    _stelle_antwort(
        streng,
        "{anzahl: 0, zahlen: {}, lade: async () => [], sprung: null, "
        f"meinten: '{GEMEINT}', ersetzt: false, wortweise: false}}",
    )
    streng.goto(f"suche/?q={TIPPFEHLER}")
    streng.get_by_role("link", name=f"Meinten Sie „{GEMEINT}“?").click()
    expect(streng.locator("#suche-q")).to_have_value(GEMEINT)
    assert parse_qs(urlsplit(streng.url).query) == {"q": [GEMEINT]}


def test_partial_matches_are_said(streng: Page) -> None:
    _stelle_antwort(
        streng,
        "{anzahl: 1, zahlen: {}, sprung: null, meinten: null, ersetzt: false, wortweise: true, "
        "lade: async () => [{url: '/massnahmen/x/', excerpt: 'a &lt;b&gt; <mark>c</mark>', "
        "meta: {title: 'X'}, filters: {}, sprache: 'de', kennung: ''}]}",
    )
    streng.goto("suche/?q=eins+zwei")
    expect(_stand(streng)).to_contain_text("Keine Seite enthält alle Ihre Wörter.")
    # What looks like markup in a text stays text.
    expect(streng.locator(".lb-fund__text")).to_have_text("… a <b> c …")


def test_glossary_hit_explains_itself_and_leads_to_the_term(
    streng: Page, website: Website, adresse: str
) -> None:
    glossar = website.daten.ladung.katalog.glossar
    term = max(glossar.values(), key=lambda t: len(t.definition))
    streng.goto("suche/")
    streng.locator("#suche-q").fill(term.begriff)
    fund = streng.locator(".lb-fund").filter(has=streng.locator(f"a[href$='/glossar/#{term.id}']"))
    expect(fund.locator(".lb-fund__text")).to_have_text(" ".join(term.definition.split()))
    fund.get_by_role("link").click()
    streng.wait_for_url(f"{adresse}glossar/#{term.id}")
    expect(streng.locator(f"#{term.id}")).to_be_in_viewport()


def test_glossary_hit_on_the_glossary_closes_the_dialog(streng: Page, website: Website) -> None:
    term = max(website.daten.ladung.katalog.glossar.values(), key=lambda t: len(t.definition))
    streng.goto("glossar/")
    dialog = _dialog(streng, term.begriff)
    dialog.locator(f"a[href$='/glossar/#{term.id}']").first.click()
    expect(dialog).to_be_hidden()
    expect(streng.locator(f"#{term.id}")).to_be_in_viewport()


def test_filters_count_and_go_back(streng: Page) -> None:
    streng.goto("suche/?q=Vertrag")
    expect(_treffer(streng).first).to_be_visible()
    kasten = streng.get_by_role("checkbox", name="Vorlage")
    zeile = streng.locator("label", has=kasten)
    anzahl = int(zeile.locator(".lb-filter__zahl").inner_text())
    assert anzahl > 1
    kasten.check()
    expect(_stand(streng)).to_have_text(f"{anzahl} Treffer für „Vertrag“")
    assert parse_qs(urlsplit(streng.url).query) == {"q": ["Vertrag"], "typ": ["Vorlage"]}
    expect(streng.locator(".lb-fundgruppe h2")).to_have_text([f"Vorlagen ({anzahl})"])
    expect(streng.locator(".lb-filter summary")).to_have_text("Filter (1 gewählt)")
    streng.go_back()
    expect(kasten).not_to_be_checked()
    expect(streng.locator(".lb-fundgruppe h2").nth(1)).to_be_visible()
    streng.go_forward()
    expect(kasten).to_be_checked()
    expect(streng.locator(".lb-fundgruppe h2")).to_have_count(1)
    streng.get_by_role("button", name="Filter zurücksetzen").click()
    expect(kasten).not_to_be_checked()
    expect(streng.locator("#suche-q")).to_have_value("Vertrag")
    expect(streng.locator(".lb-filter summary")).to_be_focused()


def test_typing_is_one_step_back(streng: Page) -> None:
    streng.goto("glossar/")
    streng.goto("suche/")
    streng.locator("#suche-q").press_sequentially("Daten")
    streng.wait_for_url("**q=Daten")
    expect(_treffer(streng).first).to_be_visible()
    streng.locator("#suche-q").press_sequentially("schutz")
    streng.wait_for_url("**q=Datenschutz")
    assert streng.title().startswith("Datenschutz – ")
    streng.go_back()
    expect(streng.locator("#suche-q")).to_have_value("")
    expect(_treffer(streng)).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "gruppe"), [("handlungsfeld", ""), ("aufwand", "Maßnahmen"), ("format", "Vorlagen")]
)
def test_every_filter_narrows_down(streng: Page, name: str, gruppe: str) -> None:
    streng.goto("suche/")
    filter_ = streng.locator(f"[data-filter={name}] label").first
    expect(filter_).to_be_visible()
    anzahl = int(filter_.locator(".lb-filter__zahl").inner_text())
    filter_.get_by_role("checkbox").check()
    expect(_stand(streng)).to_have_text(f"{anzahl} Treffer in Ihrer Auswahl")
    if gruppe:
        expect(streng.locator(".lb-fundgruppe h2")).to_have_text([f"{gruppe} ({anzahl})"])


def test_a_group_can_be_lengthened(streng: Page) -> None:
    streng.goto("suche/?q=Gemeinde")
    gruppe = streng.locator(".lb-fundgruppe", has=streng.locator("h2", has_text="Vorlagen"))
    zahl = re.search(r"\((\d+)\)", gruppe.get_by_role("heading").inner_text())
    assert zahl is not None
    gesamt = int(zahl[1])
    vorher = gruppe.locator(".lb-fund").count()
    assert vorher < gesamt
    gruppe.get_by_role("button").click()
    expect(gruppe.locator(".lb-fund")).to_have_count(min(gesamt, vorher + 10))
    expect(_treffer(gruppe).nth(vorher)).to_be_focused()
    while (knopf := gruppe.get_by_role("button")).is_visible():
        stand = gruppe.locator(".lb-fund").count()
        knopf.click()
        expect(gruppe.locator(".lb-fund")).to_have_count(min(gesamt, stand + 10))
    ziele = [a.get_attribute("href") for a in _treffer(gruppe).all()]
    assert len(ziele) == len(set(ziele)) == gesamt


def test_no_hits_offer_ways_on(streng: Page) -> None:
    streng.goto("suche/?q=Datenschutzqq+%26+mehr&genau=1")
    expect(_stand(streng)).to_have_text("Keine Treffer für „Datenschutzqq & mehr“.")
    nahe = streng.locator(
        ".lb-fundgruppe", has_text="Diese Maßnahmen kommen Ihrer Frage am nächsten"
    )
    expect(nahe.locator("a[href$='/massnahmen/datenschutz/']")).to_be_visible()
    begriffe = streng.locator(".lb-fundgruppe", has_text="Begriffe im Glossar")
    expect(begriffe.locator("a[href*='/glossar/#']").first).to_be_visible()
    post = streng.get_by_role("link", name="Thema vorschlagen").get_attribute("href") or ""
    assert post.startswith("mailto:post@testtal.example?subject=")
    assert "„Datenschutzqq & mehr“" in parse_qs(urlsplit(post).query)["body"][0]
    expect(streng.locator("main").get_by_role("link", name="Handlungsfelder")).to_be_visible()


def test_without_an_address_proposals_go_to_the_page_on_taking_part(streng: Page) -> None:
    def ohne_kontakt(weg: Route) -> None:
        antwort = weg.fetch()
        weg.fulfill(response=antwort, json={**antwort.json(), "kontakt": ""})

    streng.route("**/oberflaeche.json", ohne_kontakt)
    streng.goto("suche/?q=xyzxyzxyz")
    link = streng.get_by_role("link", name="Thema vorschlagen")
    assert str(link.get_attribute("href")).endswith("/mitwirken/")


@pytest.mark.stoerung
def test_slow_search_says_so_and_failed_search_can_be_repeated(streng: Page) -> None:
    gehalten: list[Route] = []

    def halte(weg: Route) -> None:
        gehalten.append(weg)

    streng.route("**/pagefind/pagefind.js", halte)
    streng.goto("glossar/")
    dialog = _dialog(streng, "Vertrag")
    expect(_stand(dialog)).to_have_text("Suche läuft …")
    streng.unroute("**/pagefind/pagefind.js")
    for weg in gehalten:
        weg.abort()
    expect(_stand(dialog)).to_contain_text("konnte nicht geladen werden")
    dialog.get_by_role("button", name="Noch einmal versuchen").click()
    expect(_treffer(dialog).first).to_be_visible()
    expect(dialog.get_by_role("button", name="Noch einmal versuchen")).to_be_hidden()


def test_count_is_announced_politely_and_once_for_a_word(streng: Page) -> None:
    streng.goto("glossar/")
    dialog = _dialog(streng, "Datenschutz")
    stand = _stand(dialog)
    expect(stand).to_contain_text("Treffer für „Datenschutz“")
    stand.evaluate(
        "p => { window.gesagt = []; new MutationObserver(() => window.gesagt.push(p.textContent))"
        ".observe(p, {childList: true, characterData: true, subtree: true}); }"
    )
    streng.keyboard.press("Control+a")
    streng.keyboard.type("Vertrag", delay=20)
    expect(stand).to_contain_text("Treffer für „Vertrag“")
    gesagt = streng.evaluate("() => window.gesagt.filter(t => t !== 'Suche läuft …')")
    assert gesagt == [stand.inner_text()]


def test_empty_dialog_offers_situations_and_fields(streng: Page, website: Website) -> None:
    streng.goto("glossar/")
    dialog = _dialog(streng)
    bib = website.daten.bibliotheken["de"]
    for karte in (*bib.szenarien, *bib.handlungsfelder):
        link = dialog.locator(f"a[href$='/{karte.url}']")
        expect(link).to_contain_text(karte.titel)


@pytest.mark.parametrize("ausloeser", ["Control+k", "click"])
def test_focus_comes_back(streng: Page, ausloeser: str) -> None:
    streng.goto("glossar/")
    vorher = streng.locator("#kopf-q" if ausloeser == "click" else ".lb-name")
    if ausloeser == "click":
        vorher.click()
    else:
        vorher.focus()
        streng.keyboard.press(ausloeser)
    dialog = streng.get_by_role("dialog", name="Suche")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    streng.keyboard.type("Vertrag")
    expect(_treffer(dialog).first).to_be_visible()
    streng.keyboard.press("ArrowDown")
    streng.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(vorher).to_be_focused()


def test_no_single_key_opens_the_search(streng: Page) -> None:
    streng.goto("glossar/")
    for taste in ("k", "s", "f", "/", "?", "n", "p"):
        streng.keyboard.press(taste)
        expect(streng.locator("#suchdialog")).to_be_hidden()


def test_every_stop_in_the_dialog_is_visible(streng: Page) -> None:
    streng.goto("glossar/")
    dialog = _dialog(streng, "Datenschutz")
    expect(_treffer(dialog).first).to_be_visible()
    for _ in range(dialog.locator("a").count()):
        streng.keyboard.press("ArrowDown")
        frei = streng.evaluate(
            "() => { const a = document.activeElement, r = a.getClientRects()[0];"
            "return a.contains(document.elementFromPoint(r.left + 4, r.top + r.height / 2)); }"
        )
        assert frei, streng.evaluate("() => document.activeElement.outerHTML")
    expect(dialog.locator("[data-teil=alle]")).to_be_focused()


def test_nothing_of_it_loads_before_somebody_searches(streng: Page) -> None:
    geladen: list[str] = []
    streng.on("request", lambda anfrage: geladen.append(urlsplit(anfrage.url).path))
    for url in ("glossar/", "suche/"):
        geladen.clear()
        streng.goto(url, wait_until="networkidle")
        skripte = [pfad for pfad in geladen if pfad.endswith((".js", ".mjs"))]
        assert not [pfad for pfad in geladen if "pagefind" in pfad or pfad.endswith(".json")]
        assert not [pfad for pfad in skripte if "such-logik" in pfad or "such-fenster" in pfad]
        menge = sum(len(gzip.compress(streng.request.get(pfad).body())) for pfad in skripte)
        assert 0 < menge <= 10_000
    streng.locator("#suche-q").fill("Vertrag")
    expect(_treffer(streng).first).to_be_visible()
    assert any("pagefind" in pfad for pfad in geladen)


def test_dialog_fills_a_phone_and_nothing_runs_over(streng: Page) -> None:
    streng.set_viewport_size({"width": 360, "height": 740})
    streng.goto("glossar/")
    streng.locator("#kopf-q").click()
    dialog = streng.locator("#suchdialog")
    streng.keyboard.type("Datenschutz-Folgenabschätzung")
    expect(_treffer(dialog).first).to_be_visible()
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    breiten = "e => [e.scrollWidth, e.clientWidth]"
    breite, sichtbar = dialog.evaluate(breiten)
    assert breite <= sichtbar
    for url in ("suche/?q=Vertrag", f"suche/?q={TIPPFEHLER}", "en/suche/?q=xyzxyzxyz"):
        streng.goto(url)
        expect(_stand(streng)).not_to_be_empty()
        breite, sichtbar = streng.locator("html").evaluate(breiten)
        assert breite <= sichtbar, url
    streng.goto("suche/?q=Vertrag")
    # The filters would fill the whole screen.
    expect(streng.locator(".lb-filter__gruppen")).to_be_hidden()


def test_touch_targets_are_large_enough(streng: Page) -> None:
    streng.goto("suche/?q=Vertrag")
    expect(_treffer(streng).first).to_be_visible()
    ziele = streng.locator(
        ".lb-suchseite :is(.lb-fund > a, button, summary, label:has(> [type=checkbox])):visible"
    )
    assert ziele.count() > 20
    for ziel in ziele.all():
        masse = ziel.bounding_box()
        assert masse is not None
        assert min(masse["height"], masse["width"]) >= 24, ziel.inner_text()


def test_open_dialog_in_the_accessibility_tree(streng: Page) -> None:
    streng.goto("glossar/")
    dialog = _dialog(streng, "Datenschutz")
    expect(_treffer(dialog).first).to_be_visible()
    expect(streng.get_by_role("dialog", name="Suche")).to_be_visible()
    expect(dialog.get_by_role("searchbox", name="Suchbegriff")).to_have_accessible_description(
        re.compile("Escape schließt")
    )
    expect(dialog.get_by_role("button", name="Schließen")).to_be_visible()
    for liste in dialog.get_by_role("list").all():
        assert liste.get_by_role("listitem").count() > 0
    for link in _treffer(dialog).all():
        expect(link).to_have_accessible_name(re.compile(r"\w{3}"))
    # Drawings repeat the word beside them.
    assert dialog.get_by_role("img").count() == 0


def test_german_only_results_are_marked_on_the_english_site(streng: Page, website: Website) -> None:
    feld = website.daten.bibliotheken["de"].handlungsfelder[0]
    _stelle_antwort(
        streng,
        "{anzahl: 1, zahlen: {}, sprung: null, meinten: null, ersetzt: false, wortweise: false, "
        "lade: async () => [{url: '/massnahmen/x/', excerpt: 'Ein Text.', meta: {title: 'Titel'}, "
        f"filters: {{handlungsfeld: ['{feld.titel}']}}, sprache: 'de', kennung: 'M99'}}]}}",
    )
    streng.goto("en/suche/?q=word")
    fund = streng.locator(".lb-fund")
    hinweis = fund.get_by_text("German only", exact=True)
    expect(hinweis).to_be_visible()
    assert hinweis.evaluate("e => e.closest('[lang]').lang") == "en"
    assert fund.get_by_role("link").get_attribute("lang") == "de"
    assert fund.locator(".lb-fund__text").get_attribute("lang") == "de"
    # What is known in English is said in English, and a German page is in the same group.
    englisch = website.daten.bibliotheken["en"].handlungsfelder[0].titel
    expect(fund.locator(".lb-fund__feld")).to_have_text(englisch)
    expect(streng.locator(".lb-fundgruppe h2")).to_have_text("Measures (1)")


def test_english_search_finds_german_only_pages_once(streng: Page) -> None:
    streng.goto("en/suche/?q=zzz")
    expect(_stand(streng)).to_have_text("No results for “zzz”.")
    # The German index is loaded by now; English pages must not come twice.
    streng.locator("#suche-q").fill("M14")
    expect(_treffer(streng).first).to_be_visible()
    ziele = [str(a.evaluate("e => e.href")) for a in _treffer(streng).all()]
    assert len(ziele) == len(set(ziele))
    assert all("/en/" in ziel for ziel in ziele)


def test_the_search_speaks_english(streng: Page, website: Website) -> None:
    streng.goto("en/glossar/")
    dialog = _dialog(streng, "M14")
    titel = website.daten.bibliotheken["en"].karte(
        "massnahme",
        next(i for i, m in website.daten.ladung.katalog.massnahmen.items() if m.kennung == "M14"),
    )
    expect(dialog.get_by_role("link", name=f"Go to M14: {titel.titel}")).to_be_visible()
    streng.goto("en/suche/?q=xyzxyzxyz")
    expect(_stand(streng)).to_have_text("No results for “xyzxyzxyz”.")
    sichtbar = unquote(streng.locator("main").inner_text())
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
