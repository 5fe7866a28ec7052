"""How a sheet is laid out on paper: upright or across, how large, which columns on which page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Columns nobody gave a width, in characters; a day fits.
STANDARDBREITE = 12
# What a character is wide, and what a column has besides, in centimetres.
_JE_ZEICHEN = 7 / 96 * 2.54
_RAND = 5 / 96 * 2.54
# A4 without its margins, and a sixteenth less: programs differ in how wide a digit is.
HOCH, QUER = 17.8, 26.0
# Letters of 11 points stay 8 points large.
KLEINST = 73
VOLL = 100


@dataclass(frozen=True)
class Druckbild:
    """A sheet on paper: its scale in per cent and the first and last column of every page across.

    From the second page on the first `wiederholt` columns are printed again.
    """

    hochformat: bool
    prozent: int
    teile: tuple[tuple[int, int], ...]
    wiederholt: int = 0


def zentimeter(zeichen: float) -> float:
    """Return how wide a column of so many characters is."""
    return zeichen * _JE_ZEICHEN + _RAND


def druckbild(
    breiten: Mapping[int, int],
    letzte: int,
    hochformat: bool,
    fixe: int = 0,
    zusammen: Sequence[tuple[int, int]] = (),
    kleinst: int = KLEINST,
) -> Druckbild:
    """Lay out columns 1 to `letzte`, no smaller than `kleinst` per cent.

    Those in `zusammen` stay on one page, as a chart needs it.
    """
    spalten = [zentimeter(breiten.get(s, STANDARDBREITE)) for s in range(1, letzte + 1)]
    gesamt = sum(spalten)
    for hoch, platz in ((True, HOCH), (False, QUER)):
        if (hochformat or not hoch) and gesamt * kleinst <= platz * VOLL:
            return Druckbild(hoch, min(VOLL, int(platz / gesamt * VOLL)), ((1, letzte),))
    fest = sum(spalten[:fixe])
    wiederholt = fixe if fest * kleinst * 2 <= QUER * VOLL else 0
    anzahl = len(_teile(spalten, wiederholt, QUER * VOLL / kleinst, zusammen))
    for prozent in range(VOLL, kleinst - 1, -1):
        teile = _teile(spalten, wiederholt, QUER * VOLL / prozent, zusammen)
        if len(teile) == anzahl and _passt(teile, spalten, wiederholt, QUER * VOLL / prozent):
            return Druckbild(False, prozent, teile, wiederholt)
    return Druckbild(False, kleinst, teile, wiederholt)


def _teile(
    spalten: Sequence[float], wiederholt: int, platz: float, zusammen: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Fill page after page from the left."""
    teile: list[tuple[int, int]] = []
    anfang, belegt, nummer = 1, 0.0, 1
    while nummer <= len(spalten):
        bis = next((b for a, b in zusammen if a == nummer), nummer)
        breite = sum(spalten[nummer - 1 : bis])
        if belegt and belegt + breite > platz:
            teile.append((anfang, nummer - 1))
            anfang, belegt = nummer, sum(spalten[:wiederholt])
        belegt += breite
        nummer = bis + 1
    return (*teile, (anfang, len(spalten)))


def _passt(
    teile: Sequence[tuple[int, int]], spalten: Sequence[float], wiederholt: int, platz: float
) -> bool:
    breiten = [
        sum(spalten[von - 1 : bis]) + (sum(spalten[:wiederholt]) if von > 1 else 0)
        for von, bis in teile
    ]
    return max(breiten) <= platz
