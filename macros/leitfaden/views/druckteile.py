"""Which parts of the book are set together: each group begins on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leitfaden.views.buch import Buch, Buchteil

# Types that take two pages which lie open together, so the first one is on the left.
_DOPPELSEITEN = ("handlungsfeld", "massnahme")
_FLIESST = "kapitel"


@dataclass(frozen=True)
class Bogen:
    """One group as a document for print; with `doppelseite` it begins on a left-hand page."""

    html: str
    doppelseite: bool = False


@dataclass(frozen=True)
class Druckteil:
    """Parts of one section that share their pages, with their levels.

    `eroeffnet` tells whether the title of the section stands before them.
    """

    abschnitt: Buchteil
    teile: tuple[tuple[int, Buchteil], ...]
    eroeffnet: bool
    doppelseite: bool = False


def druckteile(buch: Buch) -> Iterator[Druckteil]:
    """Yield the groups of a book in reading order."""
    for abschnitt in buch.teile:
        gruppen: list[list[tuple[int, Buchteil]]] = []
        for ebene, teil in abschnitt.darunter():
            vorher = gruppen[-1][-1][1].art if gruppen else ""
            if vorher == teil.art == _FLIESST:
                gruppen[-1].append((ebene, teil))
            else:
                gruppen.append([(ebene, teil)])
        for nummer, gruppe in enumerate(gruppen):
            doppelseite = nummer > 0 and gruppe[0][1].art in _DOPPELSEITEN
            yield Druckteil(abschnitt, tuple(gruppe), nummer == 0, doppelseite)
