"""How wide a word is in Arial, in thousandths of the size of the font."""

from __future__ import annotations

from functools import cache

# Letters by their width; all others are as wide as digits.
_BREITEN = {
    222: "ijl'",
    278: " !,./:;ftI|\u00a0",
    333: "-()[]r",
    500: "ckJsvxyz",
    611: "FTZ",
    667: "ABEKPSVXYÄ&",
    722: "CDHNRUwÜ",
    778: "GOQÖ",
    833: "mM",
    944: "W%@–…",
}
_BREITE = {zeichen: breite for breite, gruppe in _BREITEN.items() for zeichen in gruppe}
_ZIFFER = 556
LEERZEICHEN = _BREITE[" "]
# Bold letters are a little wider.
FETT = 1.08


@cache
def wortbreite(wort: str) -> int:
    """Return the width of a word."""
    return sum(_BREITE.get(zeichen, _ZIFFER) for zeichen in wort)
