"""The rule for numbers: the same fact has the same number everywhere, see `data/fakten.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from leitfaden.checks.textstellen import Schriftstueck
from leitfaden.findings import Finding, finding
from leitfaden.model.fakt import Fakt
from leitfaden.views.lesetext import saetze

_ZAHL = r"(?P<zahl>\d+|[^\W\d_]+(?:-[^\W\d_]+)?)"
_EINER = ("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_ZEHN = ("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn")
_ZEHN_WEITER = ("sechzehn", "siebzehn", "achtzehn", "neunzehn")
_ZEHNER = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen")
_TEENS_MORE = ("sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@cache
def zahlwoerter() -> dict[str, int]:
    """Return the number words from 1 to 99 of both languages."""
    worte = {wort: wert for wert, wort in enumerate(_EINER) if wort}
    worte |= {wort: wert for wert, wort in enumerate((*_ZEHN, *_ZEHN_WEITER), 10)}
    worte |= {wort: wert for wert, wort in enumerate(_ONES) if wort}
    worte |= {wort: wert for wert, wort in enumerate((*_TEENS, *_TEENS_MORE), 10)}
    for deutsch, englisch, wert in zip(_ZEHNER, _TENS, range(20, 100, 10), strict=True):
        worte[deutsch] = worte[englisch] = wert
        worte |= {f"{e}und{deutsch}": wert + i for i, e in enumerate(_EINER) if e}
        worte |= {f"{englisch}-{e}": wert + i for i, e in enumerate(_ONES) if e}
    return worte


def als_zahl(wort: str) -> int | None:
    """Return the number a word or digits stand for."""
    return int(wort) if wort.isdecimal() else zahlwoerter().get(wort.lower())


@dataclass(frozen=True)
class Zahlregel:
    """A fact with its phrases ready for the search.

    `anker` holds the longest word of every phrase, in small letters: it is quick to look for.
    """

    fakt: Fakt
    muster: tuple[re.Pattern[str], ...]
    anker: frozenset[str]

    @classmethod
    def aus(cls, fakt: Fakt) -> Zahlregel:
        """Prepare a fact."""
        muster = []
        for wendung in fakt.muster:
            davor, danach = (_wortlaut(teil) for teil in wendung.split("{zahl}"))
            muster.append(re.compile(rf"(?<!\w){davor}{_ZAHL}{danach}(?!\w)", re.IGNORECASE))
        anker = (max(w.replace("{zahl}", " ").lower().split(), key=len) for w in fakt.muster)
        return cls(fakt, tuple(muster), frozenset(anker))

    def nennt(self, klein: str) -> bool:
        """Tell whether a text in small letters may hold one of the phrases."""
        return any(wort in klein for wort in self.anker)

    def betrifft(self, stueck: Schriftstueck, kontexte: set[str]) -> bool:
        """Tell whether a text may mention the fact; `kontexte` are the contexts it holds."""
        fakt = self.fakt
        gemeint = not fakt.kontext or stueck.name in fakt.eintraege
        if not gemeint and kontexte.isdisjoint(fakt.kontext):
            return False
        return self.nennt(stueck.klein)

    def falsche(self, satz: str, immer: bool) -> Iterator[str]:
        """Yield the phrases of a sentence that give another number."""
        fakt = self.fakt
        gemeint = immer or not fakt.kontext or any(wort in satz for wort in fakt.kontext)
        if not gemeint or any(wort in satz for wort in fakt.ausser):
            return
        for muster in self.muster:
            for treffer in muster.finditer(satz):
                zahl = als_zahl(treffer["zahl"])
                if zahl is not None and zahl != fakt.wert:
                    yield treffer[0]


def _wortlaut(teil: str) -> str:
    """Turn a part of a phrase into a pattern that ignores line breaks and hard spaces."""
    stuecke = [re.escape(wort) for wort in teil.split()]
    muster = r"\s+".join(stuecke)
    vorn = r"\s+" if teil[:1].isspace() and stuecke else ""
    hinten = r"\s+" if teil[-1:].isspace() and stuecke else ""
    return f"{vorn}{muster}{hinten}"


class Zahlregeln:
    """All facts; every context is looked for only once in a text."""

    def __init__(self, fakten: Iterable[Fakt]) -> None:
        self.regeln = [Zahlregel.aus(fakt) for fakt in fakten]
        self.kontexte = frozenset(wort for regel in self.regeln for wort in regel.fakt.kontext)

    def betroffene(self, stueck: Schriftstueck) -> list[Zahlregel]:
        """Return the facts a text may mention."""
        vorhanden = {wort for wort in self.kontexte if wort in stueck.ganz}
        return [regel for regel in self.regeln if regel.betrifft(stueck, vorhanden)]


def pruefe_zahlen(stueck: Schriftstueck, regeln: Zahlregeln) -> Iterator[Finding]:
    """A number that is kept in data/fakten.yml is the same in every text that mentions it."""
    betroffen = regeln.betroffene(stueck)
    if not betroffen:
        return
    for stelle in stueck.stellen():
        hier = [regel for regel in betroffen if regel.nennt(stelle.text.lower())]
        for satz in saetze(stelle.text) if hier else ():
            for regel in hier:
                immer = stueck.name in regel.fakt.eintraege
                for wendung in regel.falsche(satz, immer):
                    ort = stueck.ort(stelle, wendung)
                    fakt = regel.fakt
                    yield finding(
                        "T109",
                        ort,
                        stelle=wendung,
                        wert=fakt.wert,
                        aussage=fakt.aussage.rstrip("."),
                    )
