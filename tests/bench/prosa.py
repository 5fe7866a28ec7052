"""Bilingual sentences of the synthetic records, drawn from `wortschatz.yml`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from string import Formatter
from typing import Any, NamedTuple

import yaml

WORTSCHATZ = Path(__file__).with_name("wortschatz.yml")
_VOKAL = re.compile(r"\b([Aa]) (?=[aeio])")
# Two of five compounds have three parts: they make the long tail of the vocabulary.
_ANTEIL_DREITEILIG = 0.4


class Paar(NamedTuple):
    """One text in both languages."""

    de: str
    en: str


@dataclass(frozen=True)
class Muster:
    """A sentence template in both languages and the slots it uses."""

    de: str
    en: str
    stellen: tuple[str, ...]


@cache
def wortschatz() -> dict[str, Any]:
    """Read the vocabulary once per process."""
    text = WORTSCHATZ.read_text(encoding="utf-8")
    gelesen: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return gelesen


@cache
def muster(gruppe: str) -> tuple[Muster, ...]:
    """Return the sentence templates of a group."""
    return tuple(
        Muster(de, en, tuple(sorted({s for _, s, _, _ in Formatter().parse(de) if s})))
        for de, en in wortschatz()[gruppe]
    )


def ortsname(nummer: int) -> str:
    """Return an invented place name; different numbers below 12,000 give different names."""
    vorrat = wortschatz()
    vorn, mitte, hinten = (vorrat[f"ort_{lage}"] for lage in ("vorn", "mitte", "hinten"))
    # The factor is coprime to the number of names, so that neighbours do not look alike.
    rest = (nummer * 7919 + 4211) % (len(vorn) * len(mitte) * len(hinten))
    rest, a = divmod(rest, len(vorn))
    b, c = divmod(rest, len(hinten))
    return f"{vorn[a]}{mitte[b]}{hinten[c]}"


class Erzaehler:
    """Draws words and sentences for one record; the same seed gives the same texts."""

    def __init__(self, zufall: Random, orte: tuple[str, ...]) -> None:
        """Keep the random source and the names of the places the record speaks of."""
        self._zufall = zufall
        self._orte = orte
        self._fueller: dict[str, Callable[[], Paar]] = {
            art: lambda art=art: self._kompositum(art) for art in "mfnp"
        } | {
            "ort": self._ort,
            "zahl": lambda: self._ziffern(3, 28),
            "jahr": lambda: self._ziffern(2012, 2025),
            "stelle": lambda: self._eintrag("stelle"),
            "werk": lambda: self._eintrag("werk"),
        }

    def saetze(self, gruppe: str, anzahl: int) -> list[Paar]:
        """Return different sentences of a group."""
        vorrat = muster(gruppe)
        return [self._fuelle(m) for m in self._zufall.sample(vorrat, min(anzahl, len(vorrat)))]

    def satz(self, gruppe: str) -> Paar:
        """Return one sentence of a group."""
        return self._fuelle(self._zufall.choice(muster(gruppe)))

    def absaetze(self, gruppe: str, anzahl: int, je: int) -> Paar:
        """Return paragraphs of a few sentences each."""
        saetze = self.saetze(gruppe, anzahl)
        teile = [saetze[i : i + je] for i in range(0, len(saetze), je)]
        return verbinde([verbinde(teil, " ") for teil in teile], "\n\n")

    def schritte(self, gruppe: str, anzahl: int, nummeriert: int) -> Paar:
        """Return a numbered list followed by one paragraph."""
        saetze = self.saetze(gruppe, anzahl)
        liste = [
            Paar(f"{i}. {p.de}", f"{i}. {p.en}") for i, p in enumerate(saetze[:nummeriert], start=1)
        ]
        return verbinde([verbinde(liste, "\n"), verbinde(saetze[nummeriert:], " ")], "\n\n")

    def _fuelle(self, vorlage: Muster) -> Paar:
        werte = {s: self._fueller[s.rstrip("123456789")]() for s in vorlage.stellen}
        deutsch = vorlage.de.format_map({s: p.de for s, p in werte.items()})
        englisch = vorlage.en.format_map({s: p.en for s, p in werte.items()})
        return Paar(deutsch, _VOKAL.sub(r"\1n ", englisch[0].upper() + englisch[1:]))

    def _kompositum(self, art: str) -> Paar:
        vorrat = wortschatz()
        erstes, zweites = self._schief(vorrat["bestimmung"]), self._schief(vorrat["bestimmung"])
        grund = self._schief(vorrat["grund"][art])
        if erstes != zweites and self._zufall.random() < _ANTEIL_DREITEILIG:
            wort = f"{erstes[0]}{zweites[0].lower()}{grund[0]}"
            return Paar(wort, f"{erstes[1]} {zweites[1]} {grund[1]}")
        return Paar(f"{erstes[0]}{grund[0]}", f"{erstes[1]} {grund[1]}")

    def _schief(self, vorrat: list[list[str]]) -> list[str]:
        """Draw with the first entries more often, as words in real texts are distributed."""
        return vorrat[int(len(vorrat) * self._zufall.random() ** 1.6)]

    def _eintrag(self, gruppe: str) -> Paar:
        return Paar(*self._zufall.choice(wortschatz()[gruppe]))

    def _ort(self) -> Paar:
        name = self._zufall.choice(self._orte)
        return Paar(name, name)

    def _ziffern(self, von: int, bis: int) -> Paar:
        zahl = str(self._zufall.randint(von, bis))
        return Paar(zahl, zahl)


def verbinde(paare: list[Paar], zeichen: str) -> Paar:
    """Join texts in both languages."""
    return Paar(zeichen.join(p.de for p in paare), zeichen.join(p.en for p in paare))
