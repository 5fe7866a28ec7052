"""QR codes: the outline covers exactly the squares of the code, and says where it leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from leitfaden.render.qrcode import RAND, matrix_von, qrcode, umriss
from leitfaden.texts import texte_von

ADRESSE = "https://beispielstadt.de/bibliothek/m07/"


def senkrechte(pfad: str) -> list[tuple[int, int, int, int]]:
    """Return the vertical lines of path data as (x, from y, to y, direction)."""
    linien = []
    for schleife in pfad.split("z")[:-1]:
        x, y, *rest = (int(n) for n in re.findall(r"-?\d+", schleife.partition("h")[0]))
        assert schleife.startswith("M")
        beginn = (x, y)
        schritte = re.findall(r"([hv])(-?\d+)", schleife)
        for achse, laenge in schritte:
            if achse == "v":
                linien.append((x, y, y + int(laenge), 1 if int(laenge) > 0 else -1))
                y += int(laenge)
            else:
                x += int(laenge)
        assert not rest
        assert x == beginn[0] or y == beginn[1]
        if y != beginn[1]:
            linien.append((x, y, beginn[1], 1 if beginn[1] > y else -1))
    return linien


def gefuellt(pfad: str, kante: int) -> list[list[int]]:
    """Fill a path by the nonzero rule, square by square, as a renderer does."""
    linien = senkrechte(pfad)
    return [
        [
            int(sum(r for lx, a, b, r in linien if lx <= x and min(a, b) <= y < max(a, b)) != 0)
            for x in range(kante)
        ]
        for y in range(kante)
    ]


@pytest.mark.parametrize(
    "matrix",
    [
        [[1]],
        [[1, 1, 1], [1, 0, 1], [1, 1, 1]],
        [[1, 0], [0, 1]],
        [[0, 1, 0], [1, 0, 1], [0, 1, 0]],
        [[1, 1, 0, 1], [0, 1, 1, 0], [1, 0, 1, 1], [1, 1, 0, 0]],
    ],
)
def test_outline_fills_exactly_the_dark_squares(matrix: Sequence[Sequence[int]]) -> None:
    assert gefuellt(umriss(matrix), max(len(matrix), 1)) == [list(zeile) for zeile in matrix]


def test_outline_of_a_real_code_keeps_the_quiet_zone() -> None:
    matrix = matrix_von(ADRESSE)
    kante = len(matrix)
    voll = gefuellt(umriss(matrix, RAND), kante + 2 * RAND)
    assert [zeile[RAND:-RAND] for zeile in voll[RAND:-RAND]] == [list(z) for z in matrix]
    assert sum(map(sum, voll)) == sum(map(sum, matrix))


def test_another_address_is_another_code() -> None:
    assert matrix_von(ADRESSE) != matrix_von(ADRESSE.replace("m07", "m08"))


def test_svg_is_one_outline_with_the_address_as_text() -> None:
    svg = qrcode(ADRESSE, texte_von("de"))
    assert svg.count("<path") == 1
    assert "<title>QR-Code zur Adresse beispielstadt.de/bibliothek/m07</title>" in svg
    assert "style=" not in svg
    assert "QR code for the address" in qrcode(ADRESSE, texte_von("en"))
