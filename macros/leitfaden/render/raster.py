"""Where the parts of the overview of measures stand in their drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leitfaden.views.karte import Karte
from leitfaden.views.uebersicht import Uebersicht

# All lengths in units of the drawing; 360 are as wide as a narrow phone shows it.
BREITE = 360
KOPF = 40
RAND = 76
SPALTE = 94
MARKE = (43, 34)
ABSTAND = 3
JE_REIHE = 2
# Room above and below the marks of a row.
LUFT = 6
ZEILE_MINDESTENS = 46


@dataclass(frozen=True, slots=True)
class Marke:
    """A measure with the upper left corner of its mark."""

    karte: Karte
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Rasterzeile:
    """A row of the grid: its value, its upper edge and height, its marks."""

    pflicht: str
    y: int
    hoehe: int
    marken: tuple[Marke, ...]


@dataclass(frozen=True, slots=True)
class Raster:
    """The measured drawing."""

    hoehe: int
    spalten: tuple[tuple[str, int], ...]
    zeilen: tuple[Rasterzeile, ...]


def _marken(zellen: Sequence[Sequence[Karte]], oben: int) -> tuple[Marke, ...]:
    breite, hoehe = MARKE
    return tuple(
        Marke(
            karte,
            RAND + spalte * SPALTE + ABSTAND + (n % JE_REIHE) * (breite + ABSTAND),
            oben + LUFT + (n // JE_REIHE) * (hoehe + ABSTAND),
        )
        for spalte, karten in enumerate(zellen)
        for n, karte in enumerate(karten)
    )


def raster(ansicht: Uebersicht) -> Raster:
    """Measure the drawing: rows are as high as their fullest cell needs."""
    zeilen = []
    oben = KOPF
    for pflicht, zellen in zip(ansicht.pflichten, ansicht.zeilen, strict=True):
        reihen = -(-max(len(karten) for karten in zellen) // JE_REIHE)
        hoehe = max(ZEILE_MINDESTENS, 2 * LUFT + reihen * (MARKE[1] + ABSTAND) - ABSTAND)
        zeilen.append(Rasterzeile(pflicht, oben, hoehe, _marken(zellen, oben)))
        oben += hoehe
    spalten = tuple((a, RAND + n * SPALTE) for n, a in enumerate(ansicht.aufwaende))
    return Raster(oben, spalten, tuple(zeilen))
