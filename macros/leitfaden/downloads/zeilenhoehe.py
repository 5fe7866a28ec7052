"""How many lines a text takes in a cell, measured with the widths of letters."""

from __future__ import annotations

from leitfaden.views.wortbreite import FETT, LEERZEICHEN, wortbreite

# What a unit of column width gives in points, with a reserve: programs set letters differently.
_JE_EINHEIT = 7 * 0.75 * 0.96


def zeilen(text: str, breite: int, grad: int, fett: bool = False) -> int:
    """Return the lines of a text that breaks between words in a column of that width."""
    platz = breite * _JE_EINHEIT * 1000 / grad / (FETT if fett else 1)
    anzahl = 0
    for absatz in text.split("\n"):
        anzahl += 1
        belegt = 0.0
        for wort in absatz.split(" "):
            laenge = wortbreite(wort)
            if belegt and belegt + LEERZEICHEN + laenge > platz:
                anzahl += 1
                belegt = 0.0
            # A word longer than a line is broken anywhere.
            anzahl += int(laenge / platz) if not belegt else 0
            belegt += (LEERZEICHEN if belegt else 0) + laenge % platz
    return anzahl
