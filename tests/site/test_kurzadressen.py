"""Short addresses of the finished site: each leads to its page and stays out of the way."""

from __future__ import annotations

import re
from posixpath import normpath

import pytest

from leitfaden.views.kurzadresse import Kurzadresse, kurzadressen
from tests.website import Website

pytestmark = pytest.mark.site


def _alle(website: Website) -> list[tuple[str, Kurzadresse]]:
    gefunden = [(s, k) for s, bib in website.daten.bibliotheken.items() for k in kurzadressen(bib)]
    assert len(gefunden) > 2 * len(website.daten.ladung.katalog.massnahmen)
    return gefunden


def test_every_code_leads_to_its_page(website: Website) -> None:
    for sprache, kurz in _alle(website):
        umleitung = website.seite(kurz.pfad)
        ziel = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', umleitung.roh)
        assert ziel, kurz.pfad
        assert umleitung.links() == [ziel[1]]
        seite = website.seite(f"{normpath(kurz.pfad + ziel[1])}/")
        assert seite.sprache == umleitung.sprache == sprache
        titel = next(text for stufe, text in seite.ueberschriften if stufe == 1)
        assert umleitung.titel == titel, kurz.pfad
        assert umleitung.link("canonical") == seite.link("canonical"), kurz.pfad
        assert umleitung.meta("robots") == "noindex"


def test_search_engines_hear_only_of_the_real_page(website: Website) -> None:
    verzeichnis = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    for _, kurz in _alle(website):
        assert f"/{kurz.pfad}</loc>" not in verzeichnis


def test_a_printed_page_names_its_short_address(website: Website) -> None:
    for _, kurz in _alle(website):
        seite = website.seite(normpath(kurz.pfad + kurz.ziel) + "/")
        eigene = kurz.pfad if kurz.karte.sprache == seite.sprache else kurz.pfad.split("/", 1)[1]
        gedruckt = re.findall(r'<p class="lb-nur-druck[^"]*">[^<]*: ([^<]+)</p>', seite.roh)
        adresse = str(website.seite("").link("canonical")) + eigene
        assert gedruckt == [adresse.removeprefix("https://").rstrip("/"), adresse], kurz.pfad
