"""Gates over all pages: accessibility, privacy, security, weight. Zero means zero."""

from __future__ import annotations

import pytest

from tests.pruefstand.rundgang import ARTEN, Seitenbefund
from tests.website import Website

pytestmark = pytest.mark.browser

KIB = 1024
ERSTER_AUFRUF = 60 * KIB
SKRIPT = 10 * 1000
VERSCHIEBUNG = 0.01

WAS = {
    "axe": "rules of axe up to WCAG 2.2 AA, best practice and 7:1",
    "kontrast": "texts below 7:1 by our own measurement, which also decides where axe cannot",
    "ziele": "targets under 24 px",
    "ueberlauf": "sideways scrolling",
    "textabstand": "texts cut off or sticking out with the spacing of WCAG 1.4.12",
    "regelverstoss": "breaches of the Content-Security-Policy",
    "konsole": "warnings and errors in the console",
    "fremd": "requests to other hosts",
    "gespeichert": "cookies and storage before the reader chose anything",
}


def test_every_page_was_visited(rundgang: list[Seitenbefund], website: Website) -> None:
    # Addresses that only lead on to another page are no pages.
    ziele = {
        pfad for pfad, seite in website.seiten.items() if 'http-equiv="refresh"' not in seite.roh
    }
    assert {befund.pfad for befund in rundgang} == ziele
    assert set(WAS) == set(ARTEN)
    # All rules ran at least once in each width.
    assert all(befund.regellaeufe >= 2 for befund in rundgang)


@pytest.mark.parametrize("art", WAS, ids=WAS.values())
def test_no_page_has(rundgang: list[Seitenbefund], art: str) -> None:
    maengel = [zeile for befund in rundgang for zeile in befund.maengel[art]]
    assert not maengel, f"{len(maengel)}:\n" + "\n".join(maengel[:100])


def test_first_view_of_every_page_is_light(rundgang: list[Seitenbefund], website: Website) -> None:
    gewichte = {b.pfad: b.gewicht(website.wurzel) for b in rundgang}
    assert min(gewichte.values()) > 10 * KIB, "stylesheets were not counted"
    schwer = {p: f"{g / KIB:.1f} KiB" for p, g in gewichte.items() if g > ERSTER_AUFRUF}
    assert not schwer


def test_every_page_loads_little_script(rundgang: list[Seitenbefund], website: Website) -> None:
    gewichte = {b.pfad: b.gewicht(website.wurzel, (".js", ".mjs")) for b in rundgang}
    assert max(gewichte.values()) > 0, "scripts were not counted"
    assert not {p: g for p, g in gewichte.items() if g > SKRIPT}


def test_nothing_moves_while_a_page_loads(rundgang: list[Seitenbefund]) -> None:
    assert not {b.pfad: b.verschoben for b in rundgang if b.verschoben > VERSCHIEBUNG}
