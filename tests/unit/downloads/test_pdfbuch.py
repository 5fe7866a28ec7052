"""The book as a PDF: parts set again until numbers are right, and only those that must be."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from pypdf import PdfReader

from leitfaden.downloads import pdfbuch
from leitfaden.downloads.pdf import PdfError
from leitfaden.downloads.pdfbuch import mit_seitenzahlen, pdf_mit_seitenzahlen
from leitfaden.views.druckteile import Bogen

HTML = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title></head>
<body class="buch">{}</body></html>"""
SEITE = '<p class="satz">Seite</p>'


class Regal:
    """A store in memory."""

    def __init__(self, inhalt: dict[str, bytes] | None = None) -> None:
        self.inhalt = inhalt or {}

    def lies(self, name: str) -> bytes | None:
        return self.inhalt.get(name)

    def lege_ab(self, name: str, daten: bytes) -> None:
        self.inhalt[name] = daten


def bogen(titel: str, inhalt: str = "", doppelseite: bool = False) -> Bogen:
    anker = titel.lower()
    return Bogen(HTML.format(f'<h1 id="{anker}" class="titel">{titel}</h1>{inhalt}'), doppelseite)


def verweis(titel: str) -> str:
    return f'<p><a class="qv" href="#{titel.lower()}">{titel}</a></p>'


def binde(boegen: list[Bogen], ablage: Regal | None = None, stand: str = "") -> bytes:
    return pdf_mit_seitenzahlen(boegen, "buch.css", ablage or Regal(), stand)


def texte(daten: bytes) -> list[str]:
    return [seite.extract_text() for seite in PdfReader(io.BytesIO(daten)).pages]


@pytest.fixture
def gesetzt(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Title and first page of every part that is laid out, as often as it is."""
    liste: list[tuple[str, int]] = []
    original = pdfbuch.setze_teil

    def merke(html: str, stil: str, beginn: int) -> Any:
        liste.append((re.findall(r">(\w+)</h1>", html)[0], beginn))
        return original(html, stil, beginn)

    monkeypatch.setattr(pdfbuch, "setze_teil", merke)
    return liste


@pytest.mark.parametrize("weitere", [0, 2, 9])
def test_a_reference_names_the_page_of_its_target(weitere: int) -> None:
    seiten = texte(binde([bogen("Anfang", verweis("Ziel") + SEITE * weitere), bogen("Ziel")]))
    nummer = next(n for n, text in enumerate(seiten, 1) if text.startswith("Ziel"))
    assert nummer == weitere + 2
    assert f"Ziel (S. {nummer})" in seiten[0]


def test_pages_go_on_counting_from_part_to_part() -> None:
    seiten = texte(binde([bogen("A", SEITE), bogen("B"), bogen("C", SEITE * 2)]))
    assert [text.split()[-1] for text in seiten] == ["1", "2", "3", "4", "5", "6"]


def test_a_part_on_the_left_may_leave_a_page_empty() -> None:
    boegen = [bogen("A"), bogen("B", doppelseite=True), bogen("C", doppelseite=True)]
    seiten = [text.split()[-2:] for text in texte(binde(boegen))]
    assert seiten == [["A", "1"], ["B", "2"], [], ["C", "4"]]


def test_every_link_within_the_book_gets_a_number() -> None:
    html = '<a href="#a">A</a> <a class="x" href="#b">B</a> <a href="https://c.test/">C</a>'
    assert mit_seitenzahlen(html, {"a": 7}) == (
        '<a href="buch:a" data-seite="7">A</a> <a class="x" href="buch:b" data-seite="88">B</a> '
        '<a href="https://c.test/">C</a>'
    )


def test_numbers_that_never_fit_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    runden = iter(range(100))
    monkeypatch.setattr(pdfbuch._Setzerei, "zaehle", lambda *_: ([], {"ziel": next(runden)}))
    with pytest.raises(PdfError, match="Seitenzahlen"):
        binde([bogen("A")])


def test_a_link_to_nowhere_is_an_error() -> None:
    with pytest.raises(PdfError, match="ins Leere: fehlt"):
        binde([bogen("A", '<p><a href="#fehlt">Nichts</a></p>')])


ALTE = [
    bogen("Anfang", verweis("Mitte") + verweis("Ende")),
    bogen("Mitte", "<p>Text</p>"),
    bogen("Ende", verweis("Anfang")),
]


@pytest.mark.parametrize(
    ("nummer", "neuer", "erwartet"),
    [
        # A word more: this part alone; it refers to nobody, so once is enough.
        (1, bogen("Mitte", "<p>Text neu</p>"), [("Mitte", 2)]),
        # A part that refers to others is set before and after their pages are known.
        (2, bogen("Ende", f"{verweis('Anfang')}<p>neu</p>"), [("Ende", 3), ("Ende", 3)]),
        # A page more: what follows moves to the other side, what refers to it has a new number.
        (1, bogen("Mitte", SEITE), [("Mitte", 2), ("Ende", 4), ("Anfang", 1), ("Ende", 4)]),
    ],
)
def test_only_what_changed_is_set_anew_and_equals_a_fresh_book(
    gesetzt: list[tuple[str, int]], nummer: int, neuer: Bogen, erwartet: list[tuple[str, int]]
) -> None:
    ablage = Regal()
    erste = binde(ALTE, ablage)
    gesetzt.clear()
    assert binde(ALTE, ablage) == erste
    assert gesetzt == []
    neue = [*ALTE[:nummer], neuer, *ALTE[nummer + 1 :]]
    warm = binde(neue, ablage)
    assert gesetzt == erwartet
    assert warm != erste
    assert warm == binde(neue)


def test_another_style_or_other_fonts_set_everything_anew(gesetzt: list[tuple[str, int]]) -> None:
    ablage = Regal()
    erste = binde(ALTE, ablage)
    alle = sorted({titel for titel, _ in gesetzt})
    schriften = json.loads(ablage.inhalt["schriften"])
    assert "Liberation Sans Bold" in schriften
    for fremd in ({"Liberation Sans Bold": "andere Datei"}, {"Gibt es nicht": ""}):
        gesetzt.clear()
        ablage.inhalt["schriften"] = json.dumps({**schriften, **fremd}).encode()
        assert binde(ALTE, ablage) == erste
        assert sorted({titel for titel, _ in gesetzt}) == alle
    gesetzt.clear()
    binde(ALTE, ablage, stand="neuer Stil")
    assert sorted({titel for titel, _ in gesetzt}) == alle
