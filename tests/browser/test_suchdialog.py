"""The search dialog: states, keyboard, focus, phones, what it loads."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.suchteile import oeffne_dialog, standzeile, trefferlinks
from tests.browser.zurueckhalten import Halt
from tests.website import Website

pytestmark = pytest.mark.browser

TIPPFEHLER = "Koperationsvertrag"
GEMEINT = "Kooperationsvertrag"


@pytest.mark.stoerung
def test_slow_search_says_so_and_failed_search_can_be_repeated(seite: Page) -> None:
    halt = Halt(seite, "pagefind/pagefind-worker.js")
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "Vertrag")
    expect(standzeile(dialog)).to_have_text("Suche läuft …")
    halt.brich_ab()
    expect(standzeile(dialog)).to_contain_text("konnte nicht geladen werden")
    halt.gib_frei()
    dialog.get_by_role("button", name="Noch einmal versuchen").click()
    expect(trefferlinks(dialog).first).to_be_visible()
    expect(dialog.get_by_role("button", name="Noch einmal versuchen")).to_be_hidden()


def test_count_is_announced_politely_and_once_for_a_word(seite: Page) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "Datenschutz")
    stand = standzeile(dialog)
    expect(stand).to_contain_text("Treffer für „Datenschutz“")
    stand.evaluate(
        "p => { window.gesagt = []; new MutationObserver(() => window.gesagt.push(p.textContent))"
        ".observe(p, {childList: true, characterData: true, subtree: true}); }"
    )
    # Letter by letter, at once: how fast a busy machine types says nothing about announcements.
    dialog.get_by_role("searchbox").evaluate(
        "feld => { for (let n = 1; n <= 'Vertrag'.length; n++) {"
        " feld.value = 'Vertrag'.slice(0, n); feld.dispatchEvent(new Event('input')); } }"
    )
    expect(stand).to_contain_text("Treffer für „Vertrag“")
    gesagt = seite.evaluate("() => window.gesagt.filter(t => t !== 'Suche läuft …')")
    assert gesagt == [stand.inner_text()]


def test_results_of_the_last_letter_leave_the_reader_in_the_list(seite: Page) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "Vertra")
    erster = trefferlinks(dialog).first
    expect(erster).to_be_visible()
    seite.keyboard.press("ArrowDown")
    expect(erster).to_be_focused()
    # As if the letter had been typed just before the arrow key.
    dialog.get_by_role("searchbox").evaluate(
        "feld => { feld.value = 'Vertrag'; feld.dispatchEvent(new Event('input')); }"
    )
    expect(standzeile(dialog)).to_contain_text("Treffer für „Vertrag“")
    ziel = "() => document.activeElement.closest('[data-teil=ergebnisse]') !== null"
    assert seite.evaluate(ziel)


def test_empty_dialog_offers_situations_and_fields(seite: Page, website: Website) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite)
    bib = website.daten.bibliotheken["de"]
    for karte in (*bib.szenarien, *bib.handlungsfelder):
        link = dialog.locator(f"a[href$='/{karte.url}']")
        expect(link).to_contain_text(karte.titel)


@pytest.mark.parametrize("ausloeser", ["Control+k", "click"])
def test_focus_comes_back(seite: Page, ausloeser: str) -> None:
    seite.goto("glossar/")
    vorher = seite.locator("#kopf-q" if ausloeser == "click" else ".lb-name")
    vorher.focus()
    oeffne_dialog(seite, klicke=vorher if ausloeser == "click" else None)
    dialog = seite.get_by_role("dialog", name="Suche")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    seite.keyboard.type("Vertrag")
    expect(trefferlinks(dialog).first).to_be_visible()
    seite.keyboard.press("ArrowDown")
    seite.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(vorher).to_be_focused()


def test_no_single_key_opens_the_search(seite: Page) -> None:
    seite.goto("glossar/")
    oeffne_dialog(seite)
    seite.keyboard.press("Escape")
    # It hears Ctrl+K by now; so it would hear these.
    for taste in ("k", "s", "f", "/", "?", "n", "p"):
        seite.keyboard.press(taste)
        expect(seite.locator("#suchdialog")).to_be_hidden()


def test_every_stop_in_the_dialog_is_visible(seite: Page) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "Datenschutz")
    expect(trefferlinks(dialog).first).to_be_visible()
    for _ in range(dialog.locator("a").count()):
        seite.keyboard.press("ArrowDown")
        frei = seite.evaluate(
            "() => { const a = document.activeElement, r = a.getClientRects()[0];"
            "return a.contains(document.elementFromPoint(r.left + 4, r.top + r.height / 2)); }"
        )
        assert frei, seite.evaluate("() => document.activeElement.outerHTML")
    expect(dialog.locator("[data-teil=alle]")).to_be_focused()


def test_nothing_of_it_loads_before_somebody_searches(seite: Page) -> None:
    geladen: list[str] = []
    seite.on("request", lambda anfrage: geladen.append(urlsplit(anfrage.url).path))
    for url in ("glossar/", "suche/"):
        geladen.clear()
        seite.goto(url, wait_until="networkidle")
        skripte = [pfad for pfad in geladen if pfad.endswith((".js", ".mjs"))]
        assert not [pfad for pfad in geladen if "pagefind" in pfad or pfad.endswith(".json")]
        assert not [pfad for pfad in skripte if "such-logik" in pfad or "such-fenster" in pfad]
        menge = sum(len(gzip.compress(seite.request.get(pfad).body())) for pfad in skripte)
        assert 0 < menge <= 10_000
    seite.locator("#suche-q").fill("Vertrag")
    expect(trefferlinks(seite).first).to_be_visible()
    assert any("pagefind" in pfad for pfad in geladen)


def test_dialog_fills_a_phone_and_nothing_runs_over(seite: Page) -> None:
    seite.set_viewport_size({"width": 360, "height": 740})
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "Datenschutz-Folgenabschätzung", seite.locator("#kopf-q"))
    expect(trefferlinks(dialog).first).to_be_visible()
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    breiten = "e => [e.scrollWidth, e.clientWidth]"
    breite, sichtbar = dialog.evaluate(breiten)
    assert breite <= sichtbar
    for url in ("suche/?q=Vertrag", f"suche/?q={TIPPFEHLER}", "en/suche/?q=xyzxyzxyz"):
        seite.goto(url)
        expect(standzeile(seite)).not_to_be_empty()
        breite, sichtbar = seite.locator("html").evaluate(breiten)
        assert breite <= sichtbar, url
    seite.goto("suche/?q=Vertrag")
    # The filters would fill the whole screen.
    expect(seite.locator(".lb-filter__gruppen")).to_be_hidden()


def test_touch_targets_are_large_enough(seite: Page) -> None:
    seite.goto("suche/?q=Vertrag")
    expect(trefferlinks(seite).first).to_be_visible()
    ziele = seite.locator(
        ".lb-suchseite :is(.lb-fund > a, button, summary, label:has(> [type=checkbox])):visible"
    )
    assert ziele.count() > 20
    for ziel in ziele.all():
        masse = ziel.bounding_box()
        assert masse is not None
        assert min(masse["height"], masse["width"]) >= 24, ziel.inner_text()


def test_open_dialog_in_the_accessibility_tree(seite: Page) -> None:
    seite.goto("glossar/")
    dialog = oeffne_dialog(seite, "Datenschutz")
    expect(trefferlinks(dialog).first).to_be_visible()
    expect(seite.get_by_role("dialog", name="Suche")).to_be_visible()
    expect(dialog.get_by_role("searchbox", name="Suchbegriff")).to_have_accessible_description(
        re.compile("Escape schließt")
    )
    expect(dialog.get_by_role("button", name="Schließen")).to_be_visible()
    for liste in dialog.get_by_role("list").all():
        assert liste.get_by_role("listitem").count() > 0
    for link in trefferlinks(dialog).all():
        expect(link).to_have_accessible_name(re.compile(r"\w{3}"))
    # Drawings repeat the word beside them.
    assert dialog.get_by_role("img").count() == 0
