"""The guide as a PDF book and the booklets, read as a reader's programs read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tinyhtml5
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from leitfaden.engines.hersteller import HERSTELLER
from leitfaden.views.buchplaene import buchplan
from tests.website import Website

pytestmark = pytest.mark.site

BUECHER = {"de": "leitfaden/leitfaden.pdf", "en": "leitfaden/en/guide.pdf"}
# Ten pages and their booklets, of every type and both languages.
PROBEN = (
    ("massnahmen/status-quo-ermitteln/", "massnahmen/m02-status-quo-ermitteln.pdf"),
    ("massnahmen/digital-navigatoren/", "massnahmen/m07-digital-navigatoren.pdf"),
    ("massnahmen/e-akte-einfuehren/", "massnahmen/m14-e-akte-einfuehren.pdf"),
    ("massnahmen/datenschutz/", "massnahmen/m21-datenschutz.pdf"),
    ("en/massnahmen/datenschutz/", "massnahmen/en/m21-datenschutz.pdf"),
    ("handlungsfelder/technik-und-sicherheit/", "handlungsfelder/technik-und-sicherheit.pdf"),
    ("szenarien/am-anfang/", "szenarien/s1-am-anfang.pdf"),
    ("en/szenarien/unter-druck/", "szenarien/en/s2-unter-druck.pdf"),
    ("praxisbeispiele/partheland/", "praxisbeispiele/partheland.pdf"),
    ("en/praxisbeispiele/partheland/", "praxisbeispiele/en/partheland.pdf"),
)
BLOECKE = frozenset({"h1", "h2", "p", "li"})
# What paper does without or says in another way: a list of names with pages instead of cards,
# the glossary in the book instead of explanations in place, no lists of files, no addresses.
NUR_AM_BILDSCHIRM = frozenset({
    "lb-pfad",
    "lb-kopf__art",
    "lb-kopf__zeit",
    "lb-blick__mehr",
    "lb-heft",
    "lb-inhalt",
    "lb-rollen",
    "lb-karten",
    "lb-dateizeile",
    "lb-einbetten",
    "lb-worte",
    "lb-nur-druck",
    "lb-redaktion",
    "lb-quellen",
    "lb-blaettern",
    "lb-bearbeiten",
})  # fmt: skip
# What a page says where it has nothing to show; the booklet leaves the heading out too.
LEERMELDUNGEN = ("massnahme.keine_praxis", "massnahme.keine_reihenfolge")
_NUR_TEXT = re.compile(r"[^0-9a-zäöüß]+")
# Where a page of the book has text, in points from the lower left corner: within the margins.
SATZSPIEGEL = ((40.0, 560.0), (38.0, 794.0))
# Below a title stand at least its sentences and the next step, on a page at least a few lines.
UNTER_DEM_TITEL, MINDESTENS = 140.0, 90.0


@cache
def _lies(pfad: Path) -> PdfReader:
    return PdfReader(pfad)


@cache
def _seitentexte(pfad: Path) -> tuple[str, ...]:
    return tuple(seite.extract_text() for seite in _lies(pfad).pages)


def _blank(text: str) -> str:
    """Reduce a text to its letters: print hyphenates and breaks lines where it likes."""
    return _NUR_TEXT.sub("", text.lower())


def _ziele(teile: Any) -> Iterator[Destination]:
    for teil in teile:
        if isinstance(teil, list):
            yield from _ziele(teil)
        else:
            yield teil


def _lesezeichen(pfad: Path) -> list[tuple[str, int]]:
    """Return every bookmark with the number of its page, from 1."""
    leser = _lies(pfad)
    gefunden = []
    for ziel in _ziele(leser.outline):
        nummer = leser.get_destination_page_number(ziel)
        assert nummer is not None
        gefunden.append((str(ziel.title), nummer + 1))
    return gefunden


def _unterste_zeile(seite: PageObject) -> float | None:
    """Return how high above the edge the last line of a page stands; None for an empty page."""
    (links, rechts), (unten, oben) = SATZSPIEGEL
    hoehen: list[float] = []

    def sieh(text: str, cm: Sequence[float], tm: Sequence[float], *_: object) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip() and links < x < rechts and unten < y < oben:
            hoehen.append(y)

    seite.extract_text(visitor_text=sieh)
    return min(hoehen, default=None)


@cache
def _unterste_zeilen(pfad: Path) -> tuple[float | None, ...]:
    return tuple(_unterste_zeile(seite) for seite in _lies(pfad).pages)


@pytest.fixture(params=["de", "en"])
def sprache(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def buch(website: Website, sprache: str) -> Path:
    return website.wurzel / "downloads" / BUECHER[sprache]


def test_the_book_says_what_it_is(buch: Path, sprache: str) -> None:
    leser = _lies(buch)
    titel = {"de": "Leitfaden zum Umsetzen", "en": "Guide to implementation"}[sprache]
    assert leser.metadata is not None
    assert leser.metadata.title == titel
    assert leser.root_object["/Lang"] == sprache
    assert buch.stat().st_size < 5 * 1024 * 1024


def test_every_record_is_a_bookmark_in_reading_order(
    website: Website, buch: Path, sprache: str
) -> None:
    lesezeichen = _lesezeichen(buch)
    titel = [name for name, _ in lesezeichen]
    bib = website.daten.bibliotheken[sprache]
    for karte in (*bib.handlungsfelder, *bib.massnahmen, *bib.szenarien):
        assert titel.count(karte.titel) == 1, karte.titel
    massnahmen = [titel.index(karte.titel) for karte in bib.massnahmen]
    assert massnahmen == sorted(massnahmen)
    seiten = [nummer for _, nummer in lesezeichen]
    assert seiten == sorted(seiten)


def test_contents_name_the_real_pages(buch: Path) -> None:
    lesezeichen = _lesezeichen(buch)
    erster_teil = lesezeichen[1][1]
    inhalt = _blank("".join(_seitentexte(buch)[2 : erster_teil - 1]))
    for titel, nummer in lesezeichen[1:]:
        assert f"{_blank(titel)}{nummer}" in inhalt, titel


def test_pages_that_texts_refer_to_hold_what_they_say(buch: Path, website: Website) -> None:
    """A reference such as „M07 … (S. 31)“ names the page of the measure's title."""
    seite_von = dict(_lesezeichen(buch))
    text = _blank(" ".join(_seitentexte(buch)))
    bib = website.daten.bibliotheken["en" if "/en/" in buch.as_posix() else "de"]
    wort = "p" if bib.sprache == "en" else "s"
    for karte in bib.massnahmen:
        verweis = f"{_blank(karte.kennung)}{_blank(karte.titel)}{wort}"
        nummern = set(re.findall(rf"{verweis}(\d+)", text))
        # The number may run into a digit that follows; it still begins with the page.
        assert nummern, karte.titel
        assert all(n.startswith(str(seite_von[karte.titel])) for n in nummern), karte.titel


def test_fields_and_measures_lie_open_as_two_pages(
    website: Website, buch: Path, sprache: str
) -> None:
    seite_von = dict(_lesezeichen(buch))
    bib = website.daten.bibliotheken[sprache]
    for karte in (*bib.handlungsfelder, *bib.massnahmen):
        assert seite_von[karte.titel] % 2 == 0, f"{karte.titel} starts on the right"


def test_no_page_is_nearly_empty(buch: Path) -> None:
    """A few lines alone on a page: shorten the text before them, or see buch.css."""
    oberkante = SATZSPIEGEL[1][1]
    zeilen = _unterste_zeilen(buch)
    fast_leer = [n for n, y in enumerate(zeilen, 1) if y and oberkante - y < MINDESTENS]
    assert fast_leer == []
    # A page may stay blank before one that starts on the left, but never two in a row.
    leer = [n for n, y in enumerate(zeilen, 1) if y is None]
    assert all(b - a > 1 for a, b in pairwise(leer))


def test_no_title_stands_at_the_foot_of_a_page(buch: Path) -> None:
    leser, zeilen = _lies(buch), _unterste_zeilen(buch)
    allein = []
    for ziel in _ziele(leser.outline):
        nummer = leser.get_destination_page_number(ziel)
        assert nummer is not None
        letzte = zeilen[nummer]
        if letzte is None or float(str(ziel.top)) - letzte < UNTER_DEM_TITEL:
            allein.append((nummer + 1, ziel.title))
    assert allein == []


@pytest.mark.parametrize(("url", "heft"), PROBEN, ids=[heft for _, heft in PROBEN])
def test_booklets_read_in_the_order_of_their_page(website: Website, url: str, heft: str) -> None:
    """Every sentence of the page stands in the booklet, and in the order of the page."""
    text = _blank(" ".join(_seitentexte(website.wurzel / "downloads" / heft)))
    texte = website.daten.bibliotheken["en" if url.startswith("en/") else "de"].texte
    leer = {_blank(texte[name]) for name in LEERMELDUNGEN}
    ort, gelesen = 0, 0
    for stueck in _absaetze(website.seite(url).roh):
        if len(stueck) < 30 or stueck in leer:
            continue
        stelle = text.find(stueck, ort)
        wo = "not at all" if stueck not in text else "earlier than on the page"
        assert stelle >= 0, f"{stueck[:80]} stands {wo}"
        ort, gelesen = stelle, gelesen + 1
    assert gelesen >= 20


def _absaetze(html: str) -> Iterator[str]:
    """Return the letters of every heading, paragraph and item of the article, in their order."""
    baum = tinyhtml5.parse(html, namespace_html_elements=False)
    haupt = next(baum.iter("main"))

    def gehe(element: Any) -> Iterator[str]:
        klassen = set((element.get("class") or "").split())
        if klassen & NUR_AM_BILDSCHIRM:
            return
        if element.tag in BLOECKE and not any(k.tag in BLOECKE for k in list(element.iter())[1:]):
            yield _blank("".join(element.itertext()))
            return
        for kind in element:
            yield from gehe(kind)

    yield from gehe(haupt)


def test_pages_bear_their_own_number(buch: Path) -> None:
    """Parts are set one by one; each goes on counting where the one before ended."""
    for nummer, text in enumerate(_seitentexte(buch)[1:], 2):
        # Only the mark of the thumb index may come after it.
        assert not text or str(nummer) in text.split()[-2:], f"page {nummer}"


def test_the_same_input_gives_the_same_bytes(website: Website, tmp_path: Path) -> None:
    """A whole book and a booklet made once more equal those of the build."""
    daten = website.daten
    for plan in (buchplan("de"), next(iter(HERSTELLER["massnahme"].plaene(daten)))):
        hersteller = HERSTELLER[plan.art]
        html = hersteller.eingabe(daten, plan)
        assert html == hersteller.eingabe(daten, plan)
        gebaut = (website.wurzel / plan.pfad).read_bytes()
        assert hersteller.fertige(plan, html, tmp_path / "ablage") == gebaut
