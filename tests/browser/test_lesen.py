"""Reading in a real browser: first without JavaScript, then with it; search by keyboard."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from leitfaden.views.seitenplan import HAUPTNAVIGATION
from tests.browser.seitenarten import SEITENARTEN
from tests.browser.suchteile import oeffne_dialog
from tests.website import Website

pytestmark = pytest.mark.browser


def test_without_javascript_everything_is_there(seite_ohne_js: Page, website: Website) -> None:
    seite = seite_ohne_js
    seite.goto("./")
    for name in HAUPTNAVIGATION:
        ziel = seite.locator(f"nav.lb-hauptnavigation >> a[href$='{name}/']").locator(
            "visible=true"
        )
        expect(ziel.first).to_be_visible()
    seite.goto("massnahmen/")
    satz = website.daten.ladung.katalog.massnahmen
    for massnahme in satz.values():
        expect(seite.get_by_role("link", name=massnahme.titel).first).to_be_visible()
    seite.goto("massnahmen/informationssicherheit/")
    expect(seite.locator("#schritte")).to_be_visible()
    for schritt in satz["informationssicherheit"].schritte:
        expect(seite.get_by_text(schritt.titel, exact=True).first).to_be_visible()
    seite.goto("suche/")
    expect(seite.get_by_text("Die Suche braucht JavaScript")).to_be_visible()
    expect(seite.locator("main").get_by_role("link", name="Maßnahmen")).to_be_visible()


def test_without_javascript_the_menu_opens_on_a_phone(seite_ohne_js: Page) -> None:
    seite_ohne_js.set_viewport_size({"width": 360, "height": 740})
    seite_ohne_js.goto("./")
    link = seite_ohne_js.locator("nav.lb-hauptnavigation details").get_by_role(
        "link", name="Glossar"
    )
    expect(link).to_be_hidden()
    seite_ohne_js.get_by_text("Menü", exact=True).click()
    link.click()
    expect(seite_ohne_js.get_by_role("heading", level=1)).to_have_text("Glossar")


def test_search_by_keyboard_open_switch_language_and_back(seite: Page, adresse: str) -> None:
    seite.goto("./", wait_until="networkidle")
    seite.keyboard.press("Control+k")
    dialog = seite.get_by_role("dialog", name="Suche")
    expect(dialog).to_be_visible()
    seite.keyboard.type("Informationssicherheit", delay=10)
    treffer = dialog.locator("[data-teil=ergebnisse] a")
    expect(treffer.first).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text("Treffer")
    expect(
        dialog.get_by_role("link", name="Beauftragte für Informationssicherheit")
    ).to_be_visible()
    seite.keyboard.press("ArrowDown")
    expect(treffer.first).to_be_focused()
    expect(treffer.first).to_contain_text("Informationssicherheit")
    erster = str(treffer.first.evaluate("a => a.href"))
    seite.keyboard.press("Enter")
    seite.wait_for_url(erster)
    expect(seite.get_by_role("heading", level=1)).to_contain_text("Informationssicherheit")
    hier = seite.url.split("#")[0].split("?")[0]
    wechsel = seite.locator("a[rel=alternate]").first
    wechsel.focus()
    seite.keyboard.press("Enter")
    seite.wait_for_url(hier.replace(adresse, f"{adresse}en/"))
    assert seite.locator("html").get_attribute("lang") == "en"
    seite.go_back()
    assert seite.url.split("#")[0].split("?")[0] == hier
    assert seite.locator("html").get_attribute("lang") == "de"


def test_escape_closes_search_and_returns_focus(seite: Page) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, klicke=seite.locator("#kopf-q"))
    seite.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(seite.locator("#kopf-q")).to_be_focused()


def test_search_results_are_grouped_and_name_their_field(seite: Page) -> None:
    seite.goto("suche/?q=Datenschutz")
    bereich = seite.locator("[data-module=such-seite]")
    expect(bereich.locator("[data-teil=ergebnisse] a").first).to_be_visible()
    gruppen = bereich.locator("[data-teil=ergebnisse]").get_by_role("heading")
    namen = {text.split(" (")[0].strip() for text in gruppen.all_inner_texts()}
    assert {"Maßnahmen", "Vorlagen"} <= namen
    assert "Technik, Sicherheit und Datenschutz" in bereich.inner_text()


def test_search_page_filters_and_deep_link(seite: Page, adresse: str) -> None:
    seite.goto("suche/?q=Vertrag")
    treffer = seite.locator("[data-teil=ergebnisse] a")
    expect(treffer.first).to_be_visible()
    seite.get_by_role("checkbox", name="Vorlage").check()
    seite.wait_for_url("**typ=Vorlage**")
    expect(seite.locator("[data-module=such-seite]").get_by_role("status")).to_contain_text(
        "Treffer"
    )
    # What was found before stays until the filter has its results.
    expect(seite.locator("[data-teil=ergebnisse] a:not([href*='vorlagen/'])")).to_have_count(0)
    expect(treffer.first).to_be_visible()
    ziele = [str(z.get_attribute("href")) for z in treffer.all()]
    assert ziele
    assert all("/vorlagen/" in urljoin(adresse, ziel) for ziel in ziele)
    geteilt = seite.url
    seite.goto("./")
    seite.goto(geteilt)
    expect(treffer.first).to_be_visible()
    expect(seite.get_by_role("checkbox", name="Vorlage")).to_be_checked()
    assert [str(z.get_attribute("href")) for z in treffer.all()] == ziele


def test_search_without_hits_offers_ways_on(seite: Page) -> None:
    seite.goto("suche/?q=xyzxyzxyz")
    expect(seite.get_by_text("Keine Treffer für „xyzxyzxyz“")).to_be_visible()
    expect(seite.locator("main").get_by_role("link", name="Handlungsfelder")).to_be_visible()


def test_english_search_finds_english_pages(seite: Page) -> None:
    seite.goto("en/suche/?q=security")
    treffer = seite.locator("[data-teil=ergebnisse] a")
    expect(treffer.first).to_be_visible()
    assert all("/en/" in str(z.evaluate("a => a.href")) for z in treffer.all())


def test_single_letters_are_no_shortcuts(seite: Page) -> None:
    seite.goto("massnahmen/informationssicherheit/")
    adresse = seite.url
    for taste in ("n", "p", "s", "f", "/", ".", ","):
        seite.keyboard.press(taste)
    seite.wait_for_timeout(300)
    assert seite.url == adresse
    expect(seite.get_by_role("dialog")).to_have_count(0)


def test_skip_link_comes_first_and_leads_to_the_content(seite: Page) -> None:
    seite.goto("massnahmen/informationssicherheit/")
    seite.keyboard.press("Tab")
    sprung = seite.get_by_role("link", name="Zum Inhalt springen")
    expect(sprung).to_be_focused()
    expect(sprung).to_be_visible()
    seite.keyboard.press("Enter")
    seite.keyboard.press("Tab")
    assert seite.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("farbe", ["light", "dark"])
@pytest.mark.parametrize("breite", [320, 1280])
def test_no_page_scrolls_sideways(seite: Page, breite: int, farbe: str) -> None:
    seite.emulate_media(color_scheme=farbe)  # type: ignore[arg-type]
    seite.set_viewport_size({"width": breite, "height": 800})
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        ueber = seite.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert ueber <= 0, f"{pfad}: {ueber} px"


def test_nothing_is_stored_before_the_user_asks(seite: Page) -> None:
    for pfad in ("./", "suche/?q=Vertrag", "en/glossar/"):
        seite.goto(pfad)
        seite.wait_for_timeout(300)
        assert seite.evaluate("localStorage.length + sessionStorage.length") == 0
    seite.goto("./")
    seite.get_by_label("Darstellung").select_option(label="dunkel")
    assert seite.evaluate("localStorage.length") == 1
    seite.goto("glossar/")
    dunkel = seite.evaluate("getComputedStyle(document.body).backgroundColor")
    seite.get_by_label("Darstellung").select_option(label="hell")
    assert seite.evaluate("getComputedStyle(document.body).backgroundColor") != dunkel


def test_unknown_address_helps_on_in_both_languages(seite: Page) -> None:
    antwort = seite.goto("en/sehr/tief/gibt-es-nicht/")
    assert antwort is not None
    assert antwort.status == 404
    expect(seite.get_by_role("heading", level=1)).to_contain_text("Seite nicht gefunden")
    expect(seite.get_by_text("Page not found").first).to_be_visible()
    seite.get_by_role("link", name="Startseite").click()
    expect(seite.get_by_role("heading", level=1)).to_have_text("Gemeinsam digital handeln")
