"""The e-books of the finished site against EPUBCheck."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.pruefstand.epubpruefung import epubcheck
from tests.website import Website

pytestmark = pytest.mark.site
ORTE = {"de": "downloads/leitfaden/leitfaden.epub", "en": "downloads/leitfaden/en/guide.epub"}


@pytest.mark.parametrize("sprache", ORTE)
def test_epubcheck_finds_nothing(website: Website, sprache: str) -> None:
    assert epubcheck((website.wurzel / ORTE[sprache]).read_bytes()) == []


def test_epubcheck_finds_what_is_broken(website: Website) -> None:
    ziel = io.BytesIO()
    with (
        zipfile.ZipFile(website.wurzel / ORTE["de"]) as gut,
        zipfile.ZipFile(ziel, "w") as kaputt,
    ):
        for info in gut.infolist():
            kaputt.writestr(info, gut.read(info).replace(b'href="#', b'href="#nirgends-'))
    assert any("RSC-012" in zeile for zeile in epubcheck(ziel.getvalue()))


@pytest.mark.parametrize("sprache", ORTE)
def test_every_record_is_in_the_book(website: Website, sprache: str) -> None:
    bib = website.daten.bibliotheken[sprache]
    with zipfile.ZipFile(website.wurzel / ORTE[sprache]) as archiv:
        text = archiv.read("EPUB/inhalt.xhtml").decode("utf-8")
    for karte in (*bib.handlungsfelder, *bib.massnahmen, *bib.szenarien):
        assert f"{karte.kennung} {karte.titel}".strip() in text, karte.id
