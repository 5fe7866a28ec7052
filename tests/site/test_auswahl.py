"""Prepared pages of facet values in the finished site: complete, counted, linked, listed."""

from __future__ import annotations

import re

import pytest

from leitfaden.model.felder import Aufwand, Horizont, Pflichtlage, Rechtsform, Zielgruppe
from leitfaden.views.auswahl import ANSICHTEN, LISTENLAENGE, auswahl
from tests.website import Website

pytestmark = pytest.mark.site

WURZELN = {"de": "", "en": "en/"}


@pytest.mark.parametrize("sprache", WURZELN)
def test_every_value_of_the_measures_has_its_page_with_the_right_records(
    website: Website, sprache: str
) -> None:
    """Counted from the data itself, not by the code under test."""
    massnahmen = website.daten.ladung.katalog.massnahmen.values()
    soll: dict[str, set[str]] = {}
    for art, name in ((Aufwand, "aufwand"), (Horizont, "horizont")):
        for wert in art:
            soll[f"{name}/{wert}"] = {m.id for m in massnahmen if getattr(m, name) == wert}
    for lage in Pflichtlage:
        soll[f"pflicht/{lage}"] = {m.id for m in massnahmen if m.pflicht.lage == lage}
    for rolle in Zielgruppe:
        soll[f"rolle/{rolle}"] = {m.id for m in massnahmen if rolle in m.zielgruppen}
    for form in Rechtsform:
        soll[f"rechtsform/{form}"] = {m.id for m in massnahmen if form in m.rechtsformen}
    soll["beginn/sofort"] = {m.id for m in massnahmen if m.sofort_moeglich}
    wurzel = WURZELN[sprache]
    for pfad, ids in soll.items():
        datei = f"{wurzel}massnahmen/{pfad}/index.html"
        if not ids:
            assert datei not in website.seiten
            continue
        liste = website.seiten[datei].roh.partition("lb-karten")[2].partition("</ul>")[0]
        assert set(re.findall(r'href="\.\./\.\./\.\./massnahmen/([^/"]+)/"', liste)) == ids
        assert f"{len(ids)} " in website.seiten[datei].haupttext


def _zahlen(roh: str) -> dict[str, int]:
    """Address and count of every value a page offers."""
    muster = (
        r'<a href="([^"]+)"[^>]*><span class="lb-facette__name">.*?lb-facette__zahl">([\d.,]+)<'
    )
    treffer = re.findall(muster, roh)
    return {re.sub(r"^(\.\./)+", "", url): int(re.sub(r"\D", "", zahl)) for url, zahl in treffer}


@pytest.mark.parametrize("sprache", WURZELN)
@pytest.mark.parametrize("typ", ANSICHTEN)
def test_counts_on_the_overview_are_those_of_the_pages(
    website: Website, sprache: str, typ: str
) -> None:
    liste = auswahl(website.daten.bibliotheken[sprache], typ)
    zahlen = _zahlen(website.seite(f"{WURZELN[sprache]}{liste.bereich}/").roh)
    werte = [wert for facette in liste.facetten for wert in facette.mit_treffern]
    assert zahlen == {wert.url: len(wert.treffer) for wert in werte}
    for wert in werte:
        seite = website.seite(f"{WURZELN[sprache]}{wert.url}")
        roh = seite.roh.partition("<main")[2].partition('class="lb-werte"')[0]
        eintraege = len(
            re.findall(r'<li class="lb-karte|<dt|<ul class="lb-liste"><li|</li><li', roh)
        )
        assert eintraege >= min(len(wert.treffer), LISTENLAENGE), wert.url
        assert _zahlen(seite.roh) == zahlen, wert.url


def test_prepared_pages_are_in_the_sitemap_but_not_in_the_search(website: Website) -> None:
    verzeichnis = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    for sprache, plan in website.daten.plaene.items():
        for seite in plan.seiten:
            if seite.auswahl is not None:
                pfad = f"{WURZELN[sprache]}{seite.url}"
                assert f"/{pfad}</loc>" in verzeichnis
                assert "data-pagefind-body" not in website.seite(pfad).roh
    # Other terms begin with a letter in English: those pages are no translations.
    assert re.search(r'hreflang="en" href="[^"]*/en/glossar/beleglage/', verzeichnis)
    assert not re.search(r'hreflang="en" href="[^"]*/en/glossar/buchstabe/', verzeichnis)


def test_short_lists_need_no_index_files(website: Website) -> None:
    assert list(website.wurzel.rglob("auswahl/*.json")) == []
