"""Explains glossary terms in place: the first use in a section becomes a button with a popover.

Works on finished HTML of a page's content in one pass, so that record pages and hand-written
chapters get it alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

from leitfaden.render.umgebung import makro
from leitfaden.texts import Texte
from leitfaden.views.begriffe import Begriffsverzeichnis
from leitfaden.views.karte import Karte

# More explanations of one term than this would only be noise.
HOECHSTENS_JE_SEITE = 3
# Neither links nor controls may hold a button; headings, names and captions must stay calm.
_BEDIENUNG = "a button form label select summary dialog"
_UEBERSCHRIFTEN = "h1 h2 h3 h4 h5 h6 header nav figure caption th dt"
_WOERTLICH = "code pre kbd svg script style q mark"
_RUHIG = "|".join(f"{_BEDIENUNG} {_UEBERSCHRIFTEN} {_WOERTLICH}".split())
# Parts that only repeat other pages, lists of short facts, and parts in another language.
_LISTEN = "blick|quellen|karten|liste|neues|tab lb-tab--breit"
_MERKMAL = rf'\s(?:data-pagefind-ignore|lang=|class="lb-(?:{_LISTEN})")'
_HALT = re.compile(rf"<(?:({_RUHIG})\b([^>]*)>|([a-z][a-z0-9]*)(?=[\s>])[^>]*?{_MERKMAL}[^>]*>)")
_MIT_SATZZEICHEN = re.compile(r"([^\s\w<>;]*)(<button[^>]*>[^<]*</button>)((?:(?!&)[^\s\w<>])*)")
_GLOSSARLINK = re.compile(r'href="[^"]*glossar/#([a-z0-9-]+)"')


def erklaere(
    html: str, verzeichnis: Begriffsverzeichnis, eigene: Collection[str], texte: Texte, basis: str
) -> str:
    """Explain the terms of a page; `eigene` are the ids of the terms the page is about."""
    lauf = _Lauf(verzeichnis, eigene)
    neu = lauf.durch(html)
    if not lauf.fenster:
        return html
    fenster = makro("worterklaerung.j2", "fenster")
    return neu + str(fenster(tuple(lauf.fenster.values()), texte, basis))


class _Lauf:
    """One way through a page: what was explained so far, and whether explaining is allowed."""

    def __init__(self, verzeichnis: Begriffsverzeichnis, eigene: Collection[str]) -> None:
        self.verzeichnis = verzeichnis
        self.im_abschnitt: set[str] = set()
        self.anzahl = Counter(dict.fromkeys(eigene, HOECHSTENS_JE_SEITE))
        self.fenster: dict[str, Karte] = {}
        self._knopf = makro("worterklaerung.j2", "knopf")
        self._zusammen = makro("worterklaerung.j2", "zusammen")

    def durch(self, html: str) -> str:
        """Return the page with buttons in place of the terms to explain."""
        teile: list[str] = []
        stelle = 0
        while halt := _HALT.search(html, stelle):
            teile.append(self._text(html[stelle : halt.start()]))
            stelle = _ende(html, halt)
            teile.append(html[halt.start() : stelle])
            if halt[1] == "h2":
                self.im_abschnitt = set()
            elif halt[1] == "a" and (ziel := _GLOSSARLINK.search(halt[2])):
                self.im_abschnitt.add(ziel[1])
        teile.append(self._text(html[stelle:]))
        return "".join(teile)

    def _text(self, text: str) -> str:
        neu = self.verzeichnis.muster.sub(self._ersatz, text)
        return _MIT_SATZZEICHEN.sub(self._verbunden, neu) if "<button" in neu else neu

    def _verbunden(self, treffer: re.Match[str]) -> str:
        """Keep brackets and commas beside their word: lines may break around a button."""
        davor, wort, danach = treffer.groups()
        return str(self._zusammen(davor, wort, danach)) if davor or danach else wort

    def _ersatz(self, treffer: re.Match[str]) -> str:
        karte = self.verzeichnis.finde(treffer[0])
        if karte.id in self.im_abschnitt or self.anzahl[karte.id] >= HOECHSTENS_JE_SEITE:
            return treffer[0]
        self.im_abschnitt.add(karte.id)
        self.anzahl[karte.id] += 1
        self.fenster.setdefault(karte.id, karte)
        return str(self._knopf(karte.id, treffer[0]))


def _ende(html: str, halt: re.Match[str]) -> int:
    """Return where the element ends that a match begins; elements of its kind may be inside."""
    tiefe = 0
    for marke in _marke(halt[1] or halt[3]).finditer(html, halt.start()):
        tiefe += -1 if marke[1] else 1
        if not tiefe:
            return marke.end()
    return len(html)


@cache
def _marke(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")
