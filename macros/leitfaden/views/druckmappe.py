"""A workbook on paper as its PDF takes it: sheets, texts, labelled values, tables in parts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from leitfaden.model.tabelle import Zellart
from leitfaden.views.dateikopf import Dateikopf
from leitfaden.views.mappe import Zellblick
from leitfaden.views.mappenteile import ZAHLTYPEN
from leitfaden.views.vorschau import Spaltenzeile
from leitfaden.views.wortbreite import wortbreite
from leitfaden.views.zellanzeige import anzeige

# Lines that fit on a page whatever stands above them; how wide a table is, and its letters.
_ZUSAMMEN = 24
_BREITE, _GRAD, _ZELLRAND = 757.0, 9, 6.0


@dataclass(frozen=True)
class Druckzelle:
    """A cell of a table: what it shows and the look it has, a name of a style or nothing.

    Numbers stand on the right.
    """

    text: str
    art: str = ""
    zahl: bool = False


@dataclass(frozen=True)
class Tabellenteil:
    """The columns of a table that share a page; `breiten` are shares that add up to 1000."""

    koepfe: tuple[str, ...]
    breiten: tuple[int, ...]
    zeilen: tuple[tuple[Druckzelle, ...], ...]

    @property
    def zusammen(self) -> bool:
        """Whether the rows are few enough to stay on one page."""
        platz = [breite * _BREITE / 1000 - _ZELLRAND for breite in self.breiten]
        return sum(max(map(_zeilen, zeile, platz)) for zeile in self.zeilen) <= _ZUSAMMEN


@dataclass(frozen=True)
class Drucktabelle:
    """A table; `rest` tells how many rows are left, `spalten` what needs an explanation.

    A grid of single cells has no title: the heading above it says what it shows.
    """

    titel: str
    teile: tuple[Tabellenteil, ...]
    rest: str = ""
    spalten: tuple[Spaltenzeile, ...] = ()


@dataclass(frozen=True)
class Druckblock:
    """One of: a text (`art` is its look), pairs of label and value, lists of words, a table."""

    art: str
    text: str = ""
    paare: tuple[tuple[str, str], ...] = ()
    tabelle: Drucktabelle | None = None


@dataclass(frozen=True)
class Druckblatt:
    """A sheet."""

    name: str
    zweck: str
    quer: bool
    bloecke: tuple[Druckblock, ...]
    diagramme: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mappendruck:
    """A workbook."""

    kopf: Dateikopf
    blaetter: tuple[Druckblatt, ...]


def _zeilen(zelle: Druckzelle, platz: float) -> int:
    """Return about how many lines a cell takes."""
    return max(1, math.ceil(wortbreite(zelle.text) * _GRAD / 1000 / platz))


def zelltext(zelle: Zellblick) -> str:
    """Return what a cell shows."""
    return anzeige(zelle.wert, zelle.typ, zelle.nachkomma)


def druckzelle(zelle: Zellblick | None, stile: Mapping[tuple[int, int], str]) -> Druckzelle:
    """Return a cell of a table; `stile` has those whose word gives them a colour."""
    if zelle is None:
        return Druckzelle("")
    art = stile.get((zelle.spalte, zelle.zeile), zelle.art)
    return Druckzelle(
        zelltext(zelle), "" if art == Zellart.EINGABE else art, zelle.typ in ZAHLTYPEN
    )
