"""QR codes as one outline: sharp at every size, without seams between the squares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import segno

from leitfaden.render.umgebung import rendere
from leitfaden.texts import Texte
from leitfaden.views.kurzadresse import gedruckt

# Empty squares around the code that readers need (ISO/IEC 18004, 9.1).
RAND = 4
Punkt = tuple[int, int]


def qrcode(adresse: str, texte: Texte) -> str:
    """Return an SVG that leads to an address; its text alternative says where to."""
    kante, pfad = _zeichnung(adresse)
    return rendere(
        "qrcode.j2",
        kante=kante,
        pfad=pfad,
        text=texte.mit("qrcode.text", adresse=gedruckt(adresse)),
    )


# A record's code is in the book, in its booklet and in the EPUB.
@lru_cache(maxsize=1024)
def _zeichnung(adresse: str) -> tuple[int, str]:
    """Return the width in squares, empty ones around included, and the outline."""
    matrix = matrix_von(adresse)
    return len(matrix) + 2 * RAND, umriss(matrix, RAND)


def matrix_von(adresse: str) -> Sequence[Sequence[int]]:
    """Return the squares of the code row by row: level M, or better where that costs nothing."""
    code = segno.make_qr(adresse, error="m", boost_error=True)
    return tuple(tuple(zeile) for zeile in code.matrix)


def umriss(matrix: Sequence[Sequence[int]], rand: int = 0) -> str:
    """Return the outline of all dark squares as path data; holes run the other way round."""
    kanten = _kanten(matrix)
    teile = []
    while kanten:
        teile.append(_schleife(kanten, rand))
    return "".join(teile)


def _kanten(matrix: Sequence[Sequence[int]]) -> dict[Punkt, list[Punkt]]:
    """Return the edges between dark and light, from each corner on, dark on the right."""
    hoehe, breite = len(matrix), len(matrix[0])

    def dunkel(x: int, y: int) -> bool:
        return 0 <= x < breite and 0 <= y < hoehe and bool(matrix[y][x])

    kanten: dict[Punkt, list[Punkt]] = {}
    for y in range(hoehe):
        for x in range(breite):
            if not dunkel(x, y):
                continue
            ecken = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
            nachbarn = ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y))
            for nummer, nachbar in enumerate(nachbarn):
                if not dunkel(*nachbar):
                    kanten.setdefault(ecken[nummer], []).append(ecken[(nummer + 1) % 4])
    return kanten


def _schleife(kanten: dict[Punkt, list[Punkt]], rand: int) -> str:
    """Take one closed line out of the edges and return it as path data."""
    beginn = ort = next(iter(kanten))
    zug = [f"M{ort[0] + rand} {ort[1] + rand}"]
    richtung, laenge = "", 0
    while ort in kanten:
        ziele = kanten[ort]
        nach = ziele.pop()
        if not ziele:
            del kanten[ort]
        schritt = nach[0] - ort[0] or nach[1] - ort[1]
        achse = "h" if nach[0] != ort[0] else "v"
        if achse != richtung and laenge:
            zug.append(f"{richtung}{laenge}")
            laenge = 0
        richtung, laenge, ort = achse, laenge + schritt, nach
        if ort == beginn:
            break
    # The last line back to the beginning is drawn by closing the path.
    return "".join([*zug, "z"])
