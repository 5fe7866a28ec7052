"""The overview of measures by effort and legal obligation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leitfaden.model.felder import Aufwand, Pflichtlage
from leitfaden.model.massnahme import Massnahme
from leitfaden.views.karte import Karte


@dataclass(frozen=True, slots=True)
class Uebersicht:
    """Measures in a grid: effort rises along a row, legal obligation falls from row to row.

    `zeilen` holds for each value of `pflichten` one cell for each value of `aufwaende`.
    """

    aufwaende: tuple[str, ...]
    pflichten: tuple[str, ...]
    zeilen: tuple[tuple[tuple[Karte, ...], ...], ...]


def uebersicht(massnahmen: Sequence[Karte]) -> Uebersicht:
    """Sort measures into the grid; within a cell they keep their order."""
    faecher: dict[tuple[str, str], list[Karte]] = {}
    for karte in massnahmen:
        if isinstance(karte.satz, Massnahme):
            fach = (karte.satz.pflicht.lage.value, karte.satz.aufwand.value)
            faecher.setdefault(fach, []).append(karte)
    aufwaende = tuple(stufe.value for stufe in Aufwand)
    pflichten = tuple(lage.value for lage in Pflichtlage)
    zeilen = tuple(
        tuple(tuple(faecher.get((pflicht, aufwand), ())) for aufwand in aufwaende)
        for pflicht in pflichten
    )
    return Uebersicht(aufwaende, pflichten, zeilen)
