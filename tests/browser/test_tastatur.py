"""The keyboard reaches everything, in order, visibly; nothing happens that was not asked for."""

from __future__ import annotations

import string

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seitenarten import SEITENARTEN
from tests.browser.suchteile import oeffne_dialog

pytestmark = pytest.mark.browser

MEHR_GIBT_ES_NICHT = 1500


def _gehe_durch(seite: Page) -> tuple[list[str], list[str]]:
    """Press Tab until the page is through; returns the names of all stops and what is wrong."""
    halte, maengel = [], []
    for _ in range(MEHR_GIBT_ES_NICHT):
        seite.keyboard.press("Tab")
        halt = seite.evaluate("() => lbMessen.halt()")
        if halt["ende"]:
            break
        halte.append(halt["name"])
        maengel += [f"{halt['name']}: {mangel}" for mangel in halt["maengel"]]
    maengel += [
        f"{name}: nicht erreichbar" for name in seite.evaluate("() => lbMessen.uebergangen()")
    ]
    return halte, maengel


def _offen(seite: Page) -> list[object]:
    """What a key could have changed: address, focus, open parts, the text in fields."""
    return list(
        seite.evaluate(
            """() => [location.href, document.activeElement?.localName, scrollX,
              document.querySelectorAll("[open], :popover-open").length,
              [...document.querySelectorAll("input, select")].map((f) => f.value + f.checked)]"""
        )
    )


@pytest.mark.parametrize("breite", [1280, 320])
@pytest.mark.parametrize("pfad", SEITENARTEN)
def test_every_stop_can_be_seen_and_comes_in_order(seite: Page, pfad: str, breite: int) -> None:
    seite.emulate_media(reduced_motion="reduce")
    seite.set_viewport_size({"width": breite, "height": 800})
    seite.goto(pfad)
    seite.wait_for_load_state("networkidle")
    halte, maengel = _gehe_durch(seite)
    assert len(halte) > 8
    assert not maengel, "\n".join(maengel[:40])


@pytest.mark.parametrize("breite", [1280, 320])
def test_opened_menu_is_part_of_the_walk(seite: Page, breite: int) -> None:
    seite.emulate_media(reduced_motion="reduce")
    seite.set_viewport_size({"width": breite, "height": 800})
    seite.goto("massnahmen/informationssicherheit/", wait_until="networkidle")
    menue = seite.locator("header summary, header button[aria-expanded]").locator("visible=true")
    if breite == 320:
        menue.first.focus()
        seite.keyboard.press("Enter")
        expect(
            seite.locator("header nav").get_by_role("link").locator("visible=true").first
        ).to_be_visible()
        # The next Tab would go on from the menu; a fresh page starts at its beginning.
        seite.reload(wait_until="networkidle")
        seite.evaluate("document.querySelector('header details').open = true")
    halte, maengel = _gehe_durch(seite)
    assert not maengel, "\n".join(maengel[:40])
    for name in ("Maßnahmen", "Glossar"):
        assert any(f"„{name}“" in halt for halt in halte), name


@pytest.mark.parametrize(
    "pfad", ["", "massnahmen/", "massnahmen/informationssicherheit/", "suche/"]
)
def test_no_key_alone_does_anything(seite: Page, pfad: str) -> None:
    seite.goto(pfad)
    seite.wait_for_load_state("networkidle")
    vorher = _offen(seite)
    for taste in string.ascii_lowercase + string.digits + "/.,?-+#<":
        seite.keyboard.press(taste)
    seite.wait_for_timeout(200)
    assert _offen(seite) == vorher


@pytest.mark.parametrize("breite", [1280, 320])
def test_search_keeps_the_focus_and_gives_it_back(seite: Page, breite: int) -> None:
    seite.set_viewport_size({"width": breite, "height": 800})
    seite.goto("massnahmen/informationssicherheit/", wait_until="networkidle")
    hierher = seite.locator("main a[href]").locator("visible=true").nth(3)
    hierher.focus()
    dialog = oeffne_dialog(seite, "Vertrag")
    expect(dialog.locator("[data-teil=ergebnisse] a").first).to_be_visible()
    for _ in range(25):
        seite.keyboard.press("Tab")
        # Between the last and the first stop the browser itself has the focus.
        assert seite.evaluate(
            "() => document.activeElement === document.body ||"
            " document.activeElement.closest('dialog[open]') !== null"
        )
    seite.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(hierher).to_be_focused()


def test_skip_link_leads_into_the_content_on_every_kind_of_page(seite: Page) -> None:
    for pfad in SEITENARTEN:
        if pfad == "gibt-es-nicht/":
            continue  # has nothing to skip
        seite.goto(pfad)
        seite.keyboard.press("Tab")
        assert seite.evaluate("document.activeElement.getAttribute('href')") == "#inhalt", pfad
        seite.keyboard.press("Enter")
        seite.keyboard.press("Tab")
        assert seite.evaluate("document.activeElement.closest('main') !== null"), pfad
