"""How many lines a text takes in a cell, measured with the widths of Arial's letters."""

from __future__ import annotations

from functools import cache

# Letters by their width in thousandths of the size of the font; all others are as wide as digits.
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
_FETT = 1.08
# What a unit of column width gives in points, with a reserve: programs set letters differently.
_JE_EINHEIT = 7 * 0.75 * 0.96


@cache
def _wortbreite(wort: str) -> int:
    return sum(_BREITE.get(zeichen, _ZIFFER) for zeichen in wort)


def zeilen(text: str, breite: int, grad: int, fett: bool = False) -> int:
    """Return the lines of a text that breaks between words in a column of that width."""
    platz = breite * _JE_EINHEIT * 1000 / grad / (_FETT if fett else 1)
    anzahl = 0
    for absatz in text.split("\n"):
        anzahl += 1
        belegt = 0.0
        for wort in absatz.split(" "):
            laenge = _wortbreite(wort)
            if belegt and belegt + _BREITE[" "] + laenge > platz:
                anzahl += 1
                belegt = 0.0
            # A word longer than a line is broken anywhere.
            anzahl += int(laenge / platz) if not belegt else 0
            belegt += (_BREITE[" "] if belegt else 0) + laenge % platz
    return anzahl
