"""How pages look to everyone: zoom, forced colours, targets, layout shift."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seitenarten import SEITENARTEN

pytestmark = pytest.mark.browser


FOKUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  return [s.outlineStyle, parseFloat(s.outlineWidth), r.width, e.outerHTML.slice(0, 60)];
}"""
# Links within a sentence may be as high as their line; a label is part of its box.
ZU_KLEIN = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter(e => e.checkVisibility() && e.getClientRects().length && !e.closest('.lb-sprung'))
  .filter(e => !(getComputedStyle(e).display.startsWith('inline') && e.closest('p, td, dd, li')
    && e.closest('p, td, dd, li').textContent.trim() !== e.textContent.trim()))
  .map(e => [e.textContent.trim().slice(0, 30), (e.closest('label') ?? e).getBoundingClientRect()])
  .filter(([, r]) => r.height < 24 || r.width < 24).map(([t, r]) => `${t} ${r.width} ${r.height}`)
"""
STUFEN = (
    "main h1",
    ".lb-text > section > h2, .lb-text--kapitel > h2",
    ".lb-text--kapitel > h3",
)
SCHRIFTGROESSEN = "e => e.map(x => parseFloat(getComputedStyle(x).fontSize))"


# 320 px is 400 % of 1280 px (WCAG 1.4.10), 640 px is 200 %.
@pytest.mark.parametrize("breite", [320, 360, 640, 768, 1024, 1440, 1920])
def test_no_width_scrolls_sideways(seite: Page, breite: int) -> None:
    seite.set_viewport_size({"width": breite, "height": 800})
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        ueber = seite.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert ueber <= 0, f"{pfad}: {ueber} px"


@pytest.mark.parametrize("breite", [320, 1280])
def test_targets_are_large_enough(seite: Page, breite: int) -> None:
    """24 by 24 px, or within a sentence (WCAG 2.5.8)."""
    seite.set_viewport_size({"width": breite, "height": 800})
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        klein = seite.evaluate(ZU_KLEIN)
        assert klein == [], pfad


@pytest.mark.parametrize("breite", [320, 480, 768, 1280])
def test_headings_keep_their_order_at_every_width(seite: Page, breite: int) -> None:
    """A title is larger than the headings of sections, these are larger than those below."""
    seite.set_viewport_size({"width": breite, "height": 800})
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        groessen = [seite.locator(stufe).evaluate_all(SCHRIFTGROESSEN) for stufe in STUFEN]
        stufen = [g for g in groessen if g]
        for oben, unten in pairwise(stufen):
            assert min(oben) > max(unten), f"{pfad}: {groessen}"


def test_wide_table_shows_that_it_goes_on(seite: Page) -> None:
    bereich = seite.locator(".lb-tabelle").first

    def erwarte_rand(deckkraft: str) -> None:
        """The browser answers how far one has scrolled some pictures later."""
        for _ in range(200):
            gesehen = bereich.evaluate("e => getComputedStyle(e, '::after').opacity")
            if gesehen == deckkraft:
                return
            seite.wait_for_timeout(50)
        pytest.fail(f"{gesehen} statt {deckkraft}")

    seite.set_viewport_size({"width": 320, "height": 800})
    seite.goto("massnahmen/ansicht/tabelle/")
    erwarte_rand("1")
    bereich.evaluate("e => e.scrollTo({left: e.scrollWidth, behavior: 'instant'})")
    erwarte_rand("0")
    bereich.evaluate("e => e.scrollTo({left: 0, behavior: 'instant'})")
    erwarte_rand("1")
    # Now it fits.
    seite.set_viewport_size({"width": 1920, "height": 800})
    erwarte_rand("0")


def test_forced_colours_keep_meaning_visible(seite: Page) -> None:
    seite.emulate_media(forced_colors="active")
    seite.goto("massnahmen/informationssicherheit/?ansicht=entscheiden")
    expect(seite.locator(".lb-entfalten").first).to_be_visible()
    gefuellt = seite.locator(".lb-blick .lb-stufe i").evaluate_all(
        "e => e.map(x => getComputedStyle(x).backgroundColor)"
    )
    assert len(set(gefuellt)) == 2, "a filled and an empty bar must differ"
    gewaehlt, anderes = (
        seite.locator(f".lb-rollen a[data-ansicht={r}]").evaluate(
            "e => getComputedStyle(e).borderTopWidth"
        )
        for r in ("entscheiden", "umsetzen")
    )
    assert gewaehlt != anderes
    strich = seite.locator(".lb-blick .lb-symbol").first.evaluate("e => getComputedStyle(e).stroke")
    grund = seite.evaluate("getComputedStyle(document.body).backgroundColor")
    assert strich != grund


@pytest.mark.parametrize("farbe", ["light", "dark"])
def test_focus_is_clearly_visible(seite: Page, farbe: str) -> None:
    seite.emulate_media(color_scheme=farbe)  # type: ignore[arg-type]
    seite.goto("massnahmen/informationssicherheit/")
    seite.keyboard.press("Tab")
    gesehen = 0
    for _ in range(40):
        seite.keyboard.press("Tab")
        ring = seite.evaluate(FOKUS)
        assert ring[0] == "solid", ring
        assert ring[1] >= 3, ring
        assert ring[2] > 0, ring
        gesehen += 1
    assert gesehen == 40


def test_nothing_moves_for_readers_who_want_no_motion(seite: Page) -> None:
    seite.emulate_media(reduced_motion="reduce")
    for pfad in ("", "massnahmen/informationssicherheit/"):
        seite.goto(pfad)
        assert seite.evaluate("document.getAnimations().length") == 0
        assert seite.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_home_leads_to_a_measure_in_three_clicks(seite_ohne_js: Page) -> None:
    seite = seite_ohne_js
    seite.goto("./")
    expect(seite.get_by_role("searchbox", name="Was suchen Sie?")).to_be_visible()
    expect(seite.locator(".lb-lagen > li")).to_have_count(3)
    expect(seite.locator(".lb-felder > li")).to_have_count(4)
    expect(seite.get_by_role("link", name="Fünf Fragen führen zu Ihrer Lage.")).to_be_visible()
    expect(seite.locator(".lb-einstiege a[href$='auswertung-standortcheck/']")).to_be_visible()
    seite.locator(".lb-lagen h3 a").first.click()
    seite.locator(".lb-weg a").first.click()
    seite.locator(".lb-rollen a[data-ansicht=umsetzen]").click()
    expect(seite.locator("#schritte")).to_be_in_viewport()
