"""How tables of a text document fit their page: widths of columns, lines of rows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leitfaden.views.textdokument import Laeufe, Tabellenzeile, Textblock
from leitfaden.views.wortbreite import FETT, wortbreite

# What breaks nowhere inside, but after a hyphen or slash.
_WORT = re.compile(r"(?:[^\s/-]|\u00a0)+[/-]?")
# Width of the text in points, upright and across, and what a cell needs beside its text.
_SATZBREITE = {False: 481.0, True: 728.0}
_ZELLRAND = 10.0
# Tables of so many lines stay on one page, upright and across: a third of it.
_ZUSAMMEN = {False: 14, True: 8}


@dataclass(frozen=True)
class Satzspiegel:
    """The page of a document: the size of its letters, upright or across."""

    schriftgrad: int
    quer: bool

    def mindest(self, koepfe: Sequence[Laeufe], zeilen: Sequence[Tabellenzeile]) -> list[int]:
        """Return the share of the width the longest word of each column needs."""
        mindest = []
        for nummer, kopf in enumerate(koepfe):
            zellen = [absatz.laeufe for z in zeilen for absatz in z.zellen[nummer]]
            laengstes = max([FETT * _laengstes(kopf), *(float(_laengstes(z)) for z in zellen)])
            punkte = laengstes * self.schriftgrad / 1000 + _ZELLRAND
            mindest.append(math.ceil(1000 * punkte / _SATZBREITE[self.quer]))
        return mindest

    def zusammen(self, block: Textblock) -> Textblock:
        """Keep a short table on one page."""
        tabelle = block.tabelle
        if tabelle is None:
            return block
        kurz = sum(self._zeilen(z, tabelle.breiten) for z in tabelle.zeilen)
        return replace(block, tabelle=replace(tabelle, zusammen=kurz <= _ZUSAMMEN[self.quer]))

    def zeilen(self, laeufe: Laeufe, breite: int, fett: bool = False) -> int:
        """Return about how many lines a text takes in a column of that share."""
        platz = breite * _SATZBREITE[self.quer] / 1000 - _ZELLRAND
        punkte = _breite(laeufe) * (FETT if fett else 1) * self.schriftgrad / 1000
        return max(1, math.ceil(punkte / platz))

    def _zeilen(self, zeile: Tabellenzeile, breiten: Sequence[int]) -> int:
        je_zelle = [
            sum(self.zeilen(absatz.laeufe, breite) for absatz in zelle)
            for zelle, breite in zip(zeile.zellen, breiten, strict=True)
        ]
        return max(zeile.zeilen, *je_zelle)


def _laengstes(laeufe: Laeufe) -> int:
    lesbar = "".join(lauf.text for lauf in laeufe)
    return max((wortbreite(wort) for wort in _WORT.findall(lesbar)), default=0)


def _breite(laeufe: Laeufe) -> int:
    return sum(wortbreite(lauf.text) for lauf in laeufe)


def anteile(breiten: Sequence[int], mindest: Sequence[int]) -> tuple[int, ...]:
    """Turn shares into thousandths; columns too narrow for a word take from the wide ones.

    The last column takes what rounding leaves. If the words do not fit side by side, they break.
    """
    gesamt = sum(breiten)
    teile = [1000 * breite // gesamt for breite in breiten]
    fehlt = [max(0, m - teil) for m, teil in zip(mindest, teile, strict=True)]
    uebrig = [max(0, teil - m) for m, teil in zip(mindest, teile, strict=True)]
    if 0 < sum(fehlt) <= sum(uebrig):
        je = sum(fehlt) / sum(uebrig)
        teile = [
            teil + mehr - round(weniger * je)
            for teil, mehr, weniger in zip(teile, fehlt, uebrig, strict=True)
        ]
    return (*teile[:-1], 1000 - sum(teile[:-1]))
