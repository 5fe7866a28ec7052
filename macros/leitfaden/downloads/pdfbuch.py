"""The book as a PDF whose text names its own pages: contents and references such as „(S. 31)“.

Each part is set by itself, and again with the pages counted, until every number is right or it
is an error. Every run takes the same steps; a store only spares those whose result it knows. So a
change of one part costs that part, and no result depends on what was made before.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from leitfaden.downloads.pdf import PdfError
from leitfaden.downloads.pdfbinder import binde
from leitfaden.downloads.pdflinks import ANDERSWO
from leitfaden.downloads.pdfschriften import pruefsumme, vereine
from leitfaden.downloads.pdfteil import (
    Fertigteil,
    Umbruch,
    lies,
    schreibe_teil,
    setze_teil,
    umbruch,
)
from leitfaden.views.druckteile import Bogen

# Two digits, as most pages have: the first setting is then seldom longer than the last one.
_ANNAHME = 88
_VERSUCHE = 6
_STELLE = re.compile(r'href="#([^"]+)"')
# Entries of the store that are no parts.
_UMBRUECHE, _SCHRIFTEN = "umbrueche", "schriften"
Seiten = Mapping[str, int]


class Ablage(Protocol):
    """Keeps results by name until the next run; what a run did not name may go."""

    def lies(self, name: str) -> bytes | None:
        """Return a result, if there is one."""

    def lege_ab(self, name: str, daten: bytes) -> None:
        """Keep a result."""


@dataclass(frozen=True)
class _Lage:
    """A part with the numbers in its text and that of its first page."""

    html: str
    beginn: int


def pdf_mit_seitenzahlen(boegen: Sequence[Bogen], stil: str, ablage: Ablage, stand: str) -> bytes:
    """Return the book; the style sheet prints the attribute `data-seite` of links within it.

    `stand` stands for everything besides the text that changes the result, such as the style.
    """
    setzerei = _Setzerei(stil, ablage, stand)
    seiten: Seiten = {}
    for _ in range(_VERSUCHE):
        lagen, gezaehlt = setzerei.zaehle(boegen, seiten)
        if gezaehlt == seiten:
            teile = [(lage.beginn, setzerei.fertige(lage)) for lage in lagen]
            setzerei.schliesse(teil for _, teil in teile)
            return binde(teile)
        seiten = gezaehlt
    raise PdfError(f"Die Seitenzahlen stimmen nach {_VERSUCHE} Durchgängen noch nicht.")


def mit_seitenzahlen(html: str, seiten: Seiten) -> str:
    """Write the page of its target next to every link within the book, and mark such links."""
    return _STELLE.sub(
        lambda m: f'href="{ANDERSWO}{m[1]}" data-seite="{seiten.get(m[1], _ANNAHME)}"', html
    )


class _Setzerei:
    """Sets parts that the store does not have."""

    def __init__(self, stil: str, ablage: Ablage, stand: str) -> None:
        self._stil = stil
        self._ablage = ablage
        self._stand = stand
        self._bekannt = self._bekannte_umbrueche()
        self._umbrueche: dict[str, Umbruch] = {}
        self._saetze: dict[_Lage, Any] = {}

    def zaehle(self, boegen: Iterable[Bogen], seiten: Seiten) -> tuple[list[_Lage], Seiten]:
        """Return all parts with their first pages, and the page of every anchor, from 1."""
        lagen: list[_Lage] = []
        gezaehlt: dict[str, int] = {}
        beginn = 1
        for bogen in boegen:
            if bogen.doppelseite and beginn % 2:
                beginn += 1
            lage = _Lage(mit_seitenzahlen(bogen.html, seiten), beginn)
            fall = self._umbruch(lage)
            for anker, seite in fall.anker.items():
                gezaehlt.setdefault(anker, beginn + seite)
            lagen.append(lage)
            beginn += fall.seiten
        # Of earlier runs nothing is needed any more but what stayed as it was.
        self._saetze = {lage: satz for lage, satz in self._saetze.items() if lage in set(lagen)}
        return lagen, gezaehlt

    def _umbruch(self, lage: _Lage) -> Umbruch:
        """Return how a part falls into pages; only the side of the first one plays a role."""
        name = self._name(lage.html, lage.beginn % 2)
        if name not in self._umbrueche:
            gemerkt = self._bekannt.get(name)
            self._umbrueche[name] = gemerkt or umbruch(self._satz(lage))
        return self._umbrueche[name]

    def fertige(self, lage: _Lage) -> Fertigteil:
        """Return a part as a PDF."""
        name = self._name(lage.html, "Seite", lage.beginn)
        gemerkt = self._ablage.lies(name) if self._bekannt else None
        if gemerkt is not None:
            return lies(gemerkt)
        teil = schreibe_teil(self._satz(lage), lage.beginn)
        self._ablage.lege_ab(name, teil.als_bytes())
        return teil

    def schliesse(self, teile: Iterable[Fertigteil]) -> None:
        """Remember how all parts fell into pages, and with which fonts."""
        schriften = {name: pruefsumme(name) for name in vereine(t.schriften for t in teile)}
        umbrueche = {name: asdict(fall) for name, fall in self._umbrueche.items()}
        self._ablage.lege_ab(_SCHRIFTEN, json.dumps(schriften).encode())
        self._ablage.lege_ab(_UMBRUECHE, json.dumps(umbrueche).encode())

    def _satz(self, lage: _Lage) -> Any:
        if lage not in self._saetze:
            self._saetze[lage] = setze_teil(lage.html, self._stil, lage.beginn)
        return self._saetze[lage]

    def _name(self, *inhalt: object) -> str:
        return hashlib.sha256(repr((self._stand, *inhalt)).encode()).hexdigest()

    def _bekannte_umbrueche(self) -> Mapping[str, Umbruch]:
        """Return what earlier runs found out; nothing if a font has changed since."""
        schriften = json.loads(self._ablage.lies(_SCHRIFTEN) or b"{}")
        if not all(_gibt_es_noch(name, summe) for name, summe in schriften.items()):
            return {}
        umbrueche = json.loads(self._ablage.lies(_UMBRUECHE) or b"{}")
        return {name: Umbruch(**fall) for name, fall in umbrueche.items()}


def _gibt_es_noch(beschreibung: str, summe: str) -> bool:
    try:
        return pruefsumme(beschreibung) == summe
    except PdfError:
        return False
