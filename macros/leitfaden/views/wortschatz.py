"""The vocabulary of a language that typing errors are compared with, small enough to send."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable
from string import ascii_lowercase

from leitfaden.views.wortkunde import stamm

# What a browser loads at most after typing errors, compressed; one letter is a small part.
HOECHSTENS_BYTE = 40_000
_WORT = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Shorter words are abbreviations: one letter more or less makes another one.
MINDESTENS = 4
_HOECHSTENS_LANG = 40
# An inflected form on fewer pages than this stands back behind the common form of its word.
_EIGENE_FORM = 4


class Wortschatz:
    """Counts on how many pages a word stands and remembers how it is mostly written."""

    def __init__(self) -> None:
        self._seiten: Counter[str] = Counter()
        self._formen: dict[str, Counter[str]] = {}

    def nimm(self, text: str) -> None:
        """Add the words of one page."""
        formen = Counter(_WORT.findall(text))
        for form, anzahl in formen.items():
            self._formen.setdefault(form.lower(), Counter())[form] += anzahl
        self._seiten.update({form.lower() for form in formen})

    def nimm_worte(self, worte: Iterable[str]) -> None:
        """Add words nobody reads but many type; each counts as seen once."""
        for wort in worte:
            klein = wort.lower()
            if klein not in self._seiten:
                self._seiten[klein] = 1
                self._formen[klein] = Counter([wort])

    def dateien(self, hoechstens: int = HOECHSTENS_BYTE) -> dict[str, str]:
        """Return the words by their first letter, one a line, sorted; every letter has a file.

        A line is a digit (how common the word is: each step doubles the pages), a letter (how
        many letters to take from the line before, from „a“ for none) and the rest of the word.
        The rarest words are left out until all files together are small enough.
        """
        worte = self._auswahl()
        while True:
            dateien = self._schreibe_alle(worte)
            groesse = sum(len(gzip.compress(d.encode(), 9, mtime=0)) for d in dateien.values())
            if groesse <= hoechstens or not worte:
                return dateien
            worte = worte[: min(len(worte) - 1, int(len(worte) * hoechstens / groesse))]

    def _schreibe_alle(self, worte: Iterable[str]) -> dict[str, str]:
        nach_buchstaben: dict[str, list[str]] = {buchstabe: [] for buchstabe in ascii_lowercase}
        for wort in sorted(worte):
            liste = nach_buchstaben.get(stamm(wort)[0])
            if liste is not None:
                liste.append(wort)
        return {b: self._schreibe(liste) for b, liste in nach_buchstaben.items()}

    def _auswahl(self) -> list[str]:
        """Return the words worth sending, the most common first."""
        gesehen: set[str] = set()
        worte = []
        for wort in sorted(self._seiten, key=lambda w: (-self._seiten[w], w)):
            if not MINDESTENS <= len(wort) <= _HOECHSTENS_LANG:
                continue
            grundform = stamm(wort)
            if grundform in gesehen and self._seiten[wort] < _EIGENE_FORM:
                continue
            gesehen.add(grundform)
            worte.append(wort)
        return worte

    def _schreibe(self, worte: Iterable[str]) -> str:
        zeilen = []
        davor = ""
        for klein in worte:
            form = self._formen[klein].most_common(1)[0][0]
            gemeinsam = _gemeinsam(davor, form)
            stufe = min(9, self._seiten[klein].bit_length() - 1)
            zeilen.append(f"{stufe}{chr(97 + gemeinsam)}{form[gemeinsam:]}")
            davor = form
        return "\n".join(zeilen)


def _gemeinsam(a: str, b: str) -> int:
    """Return how many letters two words begin with in common, up to 25."""
    laenge = 0
    while laenge < min(len(a), len(b), 25) and a[laenge] == b[laenge]:
        laenge += 1
    return laenge
