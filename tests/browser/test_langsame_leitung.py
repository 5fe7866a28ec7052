"""Nothing moves while a page comes in piece by piece, as over a slow line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.seitenarten import SEITENARTEN
from tests.pruefstand.server import serviere
from tests.website import Website

pytestmark = pytest.mark.browser

SEITEN = (*SEITENARTEN, "szenarien/", "vorlagen/", "en/vorlagen/", "recht/", "suche/?q=Vertrag")
GRENZE = 0.01
# An early pixel is enough to tell whether something moved afterwards.
PAUSE = 0.02
BEOBACHTE = """
window.lbVerschoben = [];
const name = (quelle) => quelle.node?.className || quelle.node?.nodeName;
new PerformanceObserver((liste) => {
  for (const e of liste.getEntries()) window.lbVerschoben.push([e.value, e.sources.map(name)]);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def langsam(website: Website) -> Iterator[str]:
    with serviere(website.wurzel, PAUSE) as adresse:
        yield adresse


@pytest.mark.parametrize("breite", [1280, 360])
def test_page_that_arrives_slowly_does_not_move(
    chromium: Browser, langsam: str, breite: int
) -> None:
    kontext = chromium.new_context(viewport={"width": breite, "height": 800})
    kontext.add_init_script(BEOBACHTE)
    bewegt = {}
    for pfad in SEITEN:
        seite = kontext.new_page()
        seite.goto(langsam + pfad, wait_until="networkidle")
        stoesse = seite.evaluate("() => window.lbVerschoben")
        if sum(wert for wert, _ in stoesse) > GRENZE:
            bewegt[pfad] = stoesse
        seite.close()
    kontext.close()
    assert not bewegt
