"""The page of a measure in a real browser: at a glance, roles, explained terms, print."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.website import Website

pytestmark = pytest.mark.browser

SEITE = "massnahmen/informationssicherheit/"
ENTSCHEIDEN = "#warum-gemeinsam + [data-tiefe], #warum-gemeinsam ~ [data-tiefe]"
SCHRITTTEXT = ".lb-schritte [data-tiefe]"


def test_at_a_glance_is_above_the_fold_on_every_measure(seite: Page, website: Website) -> None:
    seite.set_viewport_size({"width": 1280, "height": 800})
    for satz_id in website.daten.ladung.katalog.massnahmen:
        for wurzel in ("", "en/"):
            seite.goto(f"{wurzel}massnahmen/{satz_id}/")
            unten = seite.locator(".lb-blick dl").evaluate("e => e.getBoundingClientRect().bottom")
            assert unten <= 800, f"{wurzel}{satz_id}: {unten}"
            assert seite.locator(".lb-blick dt").count() >= 5


def test_without_javascript_the_roles_are_anchors(seite_ohne_js: Page) -> None:
    seite = seite_ohne_js
    seite.goto(SEITE)
    wahl = seite.get_by_role("navigation", name="Diese Seite lesen")
    for rolle in ("entscheiden", "umsetzen"):
        wahl.locator(f"a[data-ansicht={rolle}]").click()
        assert seite.url.endswith(f"#{rolle}")
        expect(seite.locator(f"#{rolle} h2").first).to_be_in_viewport()
    assert seite.locator("[data-tiefe]").count() > 10
    for teil in seite.locator("[data-tiefe]").all():
        expect(teil).to_be_visible()
    expect(wahl.locator("[data-alles]")).to_be_hidden()


def _sichtbar(seite: Page, ort: str) -> bool:
    """Tell whether text is drawn: folded parts keep their box."""
    teil = seite.locator(ort).first
    return bool(teil.evaluate("e => e.checkVisibility({contentVisibilityAuto: true}) && !e.hidden"))


def test_role_folds_what_the_other_needs_and_stands_in_the_address(seite: Page) -> None:
    seite.goto(SEITE)
    wahl = seite.locator("nav.lb-rollen")
    entscheiden = wahl.locator("a[data-ansicht=entscheiden]")
    entscheiden.focus()
    seite.keyboard.press("Enter")
    seite.wait_for_url("**?ansicht=entscheiden#entscheiden")
    expect(entscheiden).to_have_attribute("aria-current", "true")
    assert not _sichtbar(seite, SCHRITTTEXT)
    assert _sichtbar(seite, ENTSCHEIDEN)
    expect(seite.locator(".lb-schritte h3").first).to_be_visible()

    wahl.locator("a[data-ansicht=umsetzen]").click()
    seite.wait_for_url("**?ansicht=umsetzen#umsetzen")
    assert _sichtbar(seite, SCHRITTTEXT)
    assert not _sichtbar(seite, ENTSCHEIDEN)
    expect(entscheiden).not_to_have_attribute("aria-current", "true")

    seite.reload()
    expect(wahl.locator("a[data-ansicht=umsetzen]")).to_have_attribute("aria-current", "true")
    assert not _sichtbar(seite, ENTSCHEIDEN)

    wahl.locator("[data-alles] a").click()
    assert "ansicht" not in seite.url
    assert _sichtbar(seite, SCHRITTTEXT)
    assert _sichtbar(seite, ENTSCHEIDEN)
    assert seite.evaluate("localStorage.length + sessionStorage.length") == 0


def test_one_button_a_section_brings_the_rest_back(seite: Page) -> None:
    seite.goto(f"{SEITE}?ansicht=entscheiden")
    knopf = seite.locator("section:has(> #schritte) > .lb-entfalten")
    expect(knopf).to_have_attribute("aria-expanded", "false")
    expect(knopf).to_have_text("Einzelheiten zeigen")
    knopf.press("Enter")
    expect(knopf).to_have_attribute("aria-expanded", "true")
    assert _sichtbar(seite, SCHRITTTEXT)
    knopf.press(" ")
    assert not _sichtbar(seite, SCHRITTTEXT)
    expect(seite.locator("section:has(> #nutzen) > .lb-entfalten")).to_have_count(0)


def test_roles_change_depth_never_facts(seite: Page) -> None:
    seite.goto(SEITE)
    woerter = "document.querySelector('.lb-text').textContent.replace(/\\s+/g, '')"
    alles = seite.evaluate(woerter)
    for rolle in ("entscheiden", "umsetzen"):
        seite.goto(f"{SEITE}?ansicht={rolle}")
        expect(seite.locator(".lb-entfalten").first).to_be_visible()
        assert seite.evaluate(woerter).replace("Einzelheitenzeigen", "") == alles


def test_printing_shows_what_a_role_folded_away(seite: Page) -> None:
    seite.goto(f"{SEITE}?ansicht=entscheiden")
    expect(seite.locator(".lb-entfalten").first).to_be_visible()
    gefaltet = seite.locator(SCHRITTTEXT).first
    hoehe = "e => e.getBoundingClientRect().height"
    zu = gefaltet.evaluate(hoehe)
    seite.emulate_media(media="print")
    assert gefaltet.evaluate(hoehe) > zu + 10
    for weg in (".lb-rollen", ".lb-entfalten", ".lb-hauptnavigation", ".lb-inhalt", ".lb-worte"):
        expect(seite.locator(weg).first).to_be_hidden()
    druck = seite.locator("main").inner_text()
    for angabe in ("M20", "Stand", "Adresse dieser Seite", SEITE):
        assert angabe in druck


@pytest.mark.parametrize(
    "pfad", ["massnahmen/", SEITE, "recht/", "szenarien/am-anfang/", "akteure-und-foerderung/"]
)
def test_tables_fit_on_a4(seite: Page, pfad: str) -> None:
    # 176 mm between the margins of the printed page, at 96 dpi.
    seite.set_viewport_size({"width": 665, "height": 1000})
    seite.goto(pfad)
    seite.emulate_media(media="print")
    breiten = seite.evaluate("[...document.querySelectorAll('table')].map(t => t.scrollWidth)")
    assert breiten
    assert max(breiten) <= 665, breiten
    assert seite.evaluate("document.documentElement.scrollWidth") <= 665


def _oeffne(seite: Page) -> str:
    wort = seite.locator("main .lb-wort").first
    wort.focus()
    seite.keyboard.press("Enter")
    return str(wort.get_attribute("popovertarget"))


def _pruefe_erklaerung(seite: Page) -> None:
    # A page that still scrolls to the word takes the explanation along, away from the pointer.
    seite.emulate_media(reduced_motion="reduce")
    seite.goto(SEITE)
    fenster = seite.locator(f"#{_oeffne(seite)}")
    expect(fenster).to_be_visible()
    expect(fenster).to_be_in_viewport()
    link = fenster.get_by_role("link", name="Im Glossar nachlesen")
    seite.keyboard.press("Tab")
    expect(link).to_be_focused()
    seite.keyboard.press("Escape")
    expect(fenster).to_be_hidden()
    expect(seite.locator("main .lb-wort").first).to_be_focused()
    _oeffne(seite)
    fenster.get_by_role("button", name="Schließen").click()
    expect(fenster).to_be_hidden()
    _oeffne(seite)
    seite.keyboard.press("Tab")
    seite.keyboard.press("Enter")
    expect(seite.get_by_role("heading", level=1)).to_have_text("Glossar")
    anker = seite.url.split("#")[1]
    expect(seite.locator(f"[id='{anker}']")).to_be_in_viewport()


def test_term_is_explained_by_keyboard_without_javascript(seite_ohne_js: Page) -> None:
    _pruefe_erklaerung(seite_ohne_js)


def test_term_is_explained_by_keyboard(seite: Page) -> None:
    _pruefe_erklaerung(seite)


@pytest.mark.parametrize("breite", [320, 768, 1920])
def test_explanation_lies_inside_the_window(seite: Page, breite: int) -> None:
    seite.emulate_media(reduced_motion="reduce")
    seite.set_viewport_size({"width": breite, "height": 700})
    seite.goto(SEITE)
    for wort in seite.locator("main .lb-wort").all()[:6]:
        wort.click()
        lage = seite.locator(f"#{wort.get_attribute('popovertarget')}").bounding_box()
        assert lage is not None
        assert lage["x"] >= 0
        assert lage["x"] + lage["width"] <= breite
        assert lage["y"] >= 0
        assert lage["y"] + lage["height"] <= 700
        seite.keyboard.press("Escape")
