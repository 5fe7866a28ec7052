"""Reads the gold set of queries and computes the figures of a search over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

GOLD = Path(__file__).parent / "gold.yml"


@dataclass(frozen=True)
class Anfrage:
    """A query as typed, in which language, and the pages it should find."""

    frage: str
    sprache: str
    gruppe: str
    ziele: tuple[str, ...]


@dataclass(frozen=True)
class Antwort:
    """What a search gave for a query: addresses below the language root, in order."""

    anfrage: Anfrage
    urls: tuple[str, ...]
    millisekunden: float = 0.0

    @property
    def rang(self) -> int:
        """Rank of the first expected page, from 1; 0 if it is not among the results."""
        for rang, url in enumerate(self.urls, 1):
            if url in self.anfrage.ziele:
                return rang
        return 0


@dataclass(frozen=True)
class Guete:
    """Figures of a search over a set of queries."""

    anzahl: int
    recall3: float
    recall5: float
    mrr: float
    leer: float


def lies_gold(datei: Path = GOLD) -> list[Anfrage]:
    """Read all queries."""
    eintraege = yaml.safe_load(datei.read_text(encoding="utf-8"))
    return [
        Anfrage(str(e["frage"]), e["sprache"], e["gruppe"], tuple(e["ziele"])) for e in eintraege
    ]


def als_seiten(adressen: Iterable[str], wurzel: str) -> tuple[str, ...]:
    """Turn result addresses into pages below a root, each once, without anchors."""
    seiten = (a.split("#")[0].split("?")[0].removeprefix(wurzel) for a in adressen)
    return tuple(dict.fromkeys(seiten))


def guete(antworten: Sequence[Antwort]) -> Guete:
    """Compute recall, mean reciprocal rank and the share of queries without any result."""
    anzahl = len(antworten) or 1
    raenge = [a.rang for a in antworten]
    return Guete(
        anzahl=len(antworten),
        recall3=sum(0 < r <= 3 for r in raenge) / anzahl,
        recall5=sum(0 < r <= 5 for r in raenge) / anzahl,
        mrr=sum(1 / r for r in raenge if r) / anzahl,
        leer=sum(not a.urls for a in antworten) / anzahl,
    )
