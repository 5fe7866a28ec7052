"""Readers who set their system differently: contrast colours, less motion, large zoom."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.seitenarten import SEITENARTEN

pytestmark = pytest.mark.browser


def _messe(seite: Page, was: str) -> list[str]:
    return list(seite.evaluate(f"() => lbMessen.{was}()"))


@pytest.mark.parametrize("farbe", ["light", "dark"])
def test_forced_colours_keep_text_drawings_and_focus(seite: Page, farbe: str) -> None:
    seite.emulate_media(forced_colors="active", color_scheme=farbe)  # type: ignore[arg-type]
    maengel = []
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        assert seite.evaluate("matchMedia('(forced-colors: active)').matches")
        maengel += [f"{pfad} {z}" for z in _messe(seite, "kontrast") + _messe(seite, "zeichnungen")]
        for _ in range(12):
            seite.keyboard.press("Tab")
            halt = seite.evaluate("() => lbMessen.halt()")
            maengel += [f"{pfad} {halt['name']}: {mangel}" for mangel in halt["maengel"]]
    assert not maengel, "\n".join(maengel[:40])


def test_reduced_motion_stops_all_motion(seite: Page) -> None:
    seite.emulate_media(reduced_motion="reduce", color_scheme="light")
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        # Another scheme changes every colour, so every transition would start now.
        seite.emulate_media(reduced_motion="reduce", color_scheme="dark")
        for teil in ("a[href]", "button", "summary"):
            ziel = seite.locator(f"main {teil}").locator("visible=true")
            if ziel.count():
                ziel.first.hover()
        laufend = seite.evaluate(
            "() => document.getAnimations().filter((a) => a.playState === 'running').length"
        )
        assert laufend == 0, pfad
        assert seite.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        seite.emulate_media(reduced_motion="reduce", color_scheme="light")


def test_zoom_of_400_percent_needs_no_sideways_scrolling(seite: Page) -> None:
    seite.set_viewport_size({"width": 320, "height": 256})
    for pfad in SEITENARTEN:
        seite.goto(pfad)
        assert _messe(seite, "ueberlauf") == [], pfad
        seite.evaluate("scrollTo(0, 600)")
        assert seite.evaluate("() => lbMessen.stehendes()") <= 0.3, pfad
