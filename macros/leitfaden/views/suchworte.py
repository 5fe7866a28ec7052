"""Helper words of a page: what people may type for it although it does not say so itself.

Three levels, by how much a page is about a word: `kern` (title, keywords), `nah` (summary, often
used words), `fern` (the rest). The index gives each its own weight and never shows them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leitfaden.model.suchgruppe import Suchgruppe
from leitfaden.views.wortkunde import Wortzerleger, stamm, woerter

# A word used this often is what a page is about; one used less often is mentioned.
OFT = 4
MEHRMALS = 2
# More helper words would only blur what a page is about.
HOECHSTENS = 260
_LANG = 9
# Verbs and their nouns have different stems: „kooperieren“ and „Kooperation“.
_ABLEITUNGEN = ((re.compile(r"isation(en)?$"), "isieren"), (re.compile(r"ation(en)?$"), "ieren"))


@dataclass(frozen=True, slots=True)
class Suchtext:
    """What a page says, by weight: title and keywords, summary, everything else."""

    kern: str
    nah: str
    fern: str
    schlagworte: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Helferworte:
    """Words to be found by, none of them in two levels."""

    kern: tuple[str, ...] = ()
    nah: tuple[str, ...] = ()
    fern: tuple[str, ...] = ()


class Suchwoerterbuch:
    """Knows synonyms and compounds of one language and finds the helper words of a text."""

    def __init__(self, gruppen: Iterable[Suchgruppe], zerleger: Wortzerleger | None) -> None:
        """Index the groups by the stem of the first word of each entry."""
        self._zerleger = zerleger
        self._nach_anfang: dict[str, list[tuple[tuple[str, ...], Suchgruppe]]] = {}
        for gruppe in gruppen:
            for eintrag in gruppe.wort:
                staemme = tuple(stamm(w) for w in woerter(eintrag))
                if staemme:
                    self._nach_anfang.setdefault(staemme[0], []).append((staemme, gruppe))
        self._ableitung: dict[str, str] = {}

    def helfer(self, text: Suchtext) -> Helferworte:
        """Return the helper words of a text."""
        kern, nah, fern = woerter(text.kern), woerter(text.nah), woerter(text.fern)
        gesagt = {w.lower() for w in kern}
        stufe_kern = [w for s in text.schlagworte for w in woerter(s)]
        stufe_kern += self._verwandte([*kern, *stufe_kern])
        zahl = Counter(w.lower() for w in [*nah, *fern])
        oft = [w for w, anzahl in zahl.items() if anzahl >= OFT and len(w) > 3]
        mehrmals = [w for w, anzahl in zahl.items() if MEHRMALS <= anzahl < OFT and len(w) > 3]
        stufe_nah = [*self._verwandte(nah), *self._synonyme(fern, OFT), *self._teile(oft)]
        stufe_fern = [*self._synonyme(fern, MEHRMALS), *self._teile(mehrmals)]
        stufe_fern += self._synonyme(fern, 1)
        return _ohne_doppelte(gesagt, stufe_kern, stufe_nah, stufe_fern)

    def _verwandte(self, folge: Sequence[str]) -> list[str]:
        return [*self._synonyme(folge, 1), *self._teile(folge)]

    def _teile(self, folge: Iterable[str]) -> Iterator[str]:
        """Yield parts and derivations of the long words."""
        for wort in folge:
            if len(wort) < _LANG:
                continue
            if self._zerleger is not None:
                yield from self._zerleger.teile(wort)
                for muster, endung in _ABLEITUNGEN:
                    neu, ersetzt = muster.subn(endung, wort.lower())
                    if ersetzt:
                        yield neu
                        break

    def _synonyme(self, folge: Sequence[str], mindestens: int) -> list[str]:
        """Return the other words of every group of which an entry occurs often enough."""
        staemme = [stamm(w) for w in folge]
        anzahl: Counter[int] = Counter()
        gefunden: dict[int, Suchgruppe] = {}
        for stelle, erster in enumerate(staemme):
            for eintrag, gruppe in self._nach_anfang.get(erster, ()):
                if tuple(staemme[stelle : stelle + len(eintrag)]) == eintrag:
                    anzahl[id(gruppe)] += 1
                    gefunden[id(gruppe)] = gruppe
        return [
            wort
            for nummer, gruppe in gefunden.items()
            if anzahl[nummer] >= mindestens
            for eintrag in (*gruppe.wort, *gruppe.getippt)
            for wort in woerter(eintrag)
            if len(wort) > 1
        ]


def _ohne_doppelte(gesagt: set[str], *stufen: Iterable[str]) -> Helferworte:
    """Keep every word once, in its strongest level; what the page says in its title is known."""
    bekannt = set(gesagt)
    ergebnis = []
    frei = HOECHSTENS
    for stufe in stufen:
        neu = [w for w in dict.fromkeys(w.lower() for w in stufe) if w not in bekannt][:frei]
        bekannt.update(neu)
        frei -= len(neu)
        ergebnis.append(tuple(neu))
    return Helferworte(*ergebnis)
