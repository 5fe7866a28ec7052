"""How long a page takes to read, computed from its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leitfaden.model.felder import Datensatz
from leitfaden.model.felder_kunde import texte
from leitfaden.model.kapitel import Kapitel
from leitfaden.model.katalog import Katalog
from leitfaden.views.lesetext import OHNE_FELDER, zaehle_woerter
from leitfaden.views.statistik import kapiteltexte

# An assumption for readers who meet many new terms.
WOERTER_JE_MINUTE = 180


@dataclass(frozen=True, slots=True)
class Lesezeit:
    """Minutes for the whole page, and for what each role sees of it at first."""

    alles: int
    entscheiden: int
    umsetzen: int


def minuten(woerter: int) -> int:
    """Return full minutes, at least one."""
    return max(1, -(-woerter // WOERTER_JE_MINUTE))


def lesezeit(satz: Datensatz, nur: Mapping[str, Iterable[str]]) -> Lesezeit:
    """Return the reading times of a record.

    `nur` names by role the texts that open for that role only, such as `rollen` or
    `schritte.text`.
    """
    alles = 0
    verdeckt = dict.fromkeys(nur, 0)
    for pfad, text in texte(satz):
        if pfad[0] in OHNE_FELDER:
            continue
        woerter = zaehle_woerter(text)
        alles += woerter
        feld = ".".join(str(teil) for teil in pfad if not isinstance(teil, int))
        for rolle, felder in nur.items():
            if any(feld == name or feld.startswith(f"{name}.") for name in felder):
                verdeckt[rolle] += woerter
    return Lesezeit(
        alles=minuten(alles),
        entscheiden=minuten(alles - verdeckt.get("umsetzen", 0)),
        umsetzen=minuten(alles - verdeckt.get("entscheiden", 0)),
    )


def lesezeit_kapitel(kapitel: Kapitel, katalog: Katalog) -> int:
    """Return the minutes a hand-written page takes."""
    return minuten(sum(zaehle_woerter(text) for text in kapiteltexte(kapitel, katalog)))
