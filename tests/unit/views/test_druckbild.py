"""Sheets on paper: nothing is smaller than eight points, nothing wider than the page."""

from __future__ import annotations

import pytest

from leitfaden.views.druckbild import KLEINST, QUER, druckbild, zentimeter


def _breite(breiten: dict[int, int], teil: tuple[int, int], wiederholt: int) -> float:
    spalten = [*range(1, wiederholt + 1)] if teil[0] > 1 else []
    return sum(zentimeter(breiten[s]) for s in [*spalten, *range(teil[0], teil[1] + 1)])


def test_narrow_sheet_keeps_its_size_upright() -> None:
    bild = druckbild({1: 20, 2: 30}, 2, hochformat=True)
    assert (bild.hochformat, bild.prozent, bild.teile) == (True, 100, ((1, 2),))


def test_sheet_too_wide_for_upright_is_turned() -> None:
    bild = druckbild({1: 60, 2: 60, 3: 20}, 3, hochformat=True)
    assert (bild.hochformat, bild.teile) == (False, ((1, 3),))
    assert KLEINST <= bild.prozent < 100


@pytest.mark.parametrize("fixe", [0, 1, 2])
@pytest.mark.parametrize("anzahl", [12, 27, 60])
def test_every_part_of_a_wide_sheet_fits_the_page(anzahl: int, fixe: int) -> None:
    breiten = {s: 8 + s % 5 * 6 for s in range(1, anzahl + 1)}
    bild = druckbild(breiten, anzahl, hochformat=False, fixe=fixe)
    assert bild.prozent >= KLEINST
    assert [s for von, bis in bild.teile for s in range(von, bis + 1)] == list(breiten)
    for teil in bild.teile:
        assert _breite(breiten, teil, bild.wiederholt) * bild.prozent / 100 <= QUER


def test_columns_under_a_chart_stay_together() -> None:
    breiten = dict.fromkeys(range(1, 31), 10)
    bild = druckbild(breiten, 30, hochformat=False, zusammen=[(15, 23)])
    assert any(von <= 15 and bis >= 23 for von, bis in bild.teile)


def test_very_wide_first_columns_are_not_repeated() -> None:
    breiten = {1: 60, 2: 60} | dict.fromkeys(range(3, 12), 30)
    assert druckbild(breiten, 11, hochformat=False, fixe=2).wiederholt == 0
