"""The e-book on a narrow screen: readers cannot scroll sideways."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.website import Website

pytestmark = pytest.mark.browser

BREITE = 320
EBUECHER = {"de": "leitfaden/leitfaden.epub", "en": "leitfaden/en/guide.epub"}


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_no_chapter_runs_out_of_a_narrow_screen(
    website: Website, chromium: Browser, tmp_path: Path, sprache: str
) -> None:
    with zipfile.ZipFile(website.wurzel / "downloads" / EBUECHER[sprache]) as archiv:
        archiv.extractall(tmp_path)
    kapitel = sorted(tmp_path.rglob("*.xhtml"))
    assert len(kapitel) > len(website.daten.bibliotheken[sprache].massnahmen)
    with chromium.new_context(viewport={"width": BREITE, "height": 640}) as kontext:
        seite = kontext.new_page()
        zu_breit = []
        for pfad in kapitel:
            seite.goto(pfad.as_uri())
            if seite.evaluate("document.documentElement.scrollWidth") > BREITE:
                zu_breit.append(pfad.name)
    assert zu_breit == []
