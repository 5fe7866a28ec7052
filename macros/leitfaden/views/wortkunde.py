"""Words as a search engine needs them: folded, reduced to a stem, split into their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORT = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# A part of a compound has at least four letters; shorter ones are only these.
KURZE_TEILE = frozenset({"amt", "rat", "ort", "weg", "akt", "tag"})
MINDESTENS = 4
# Words that stand before a verb or in a sentence, not in a compound worth finding by its part.
_KEINE_TEILE = (
    "aber alle allen aller alles auch beim damit dann dass dazu denen denn deren dessen dies diese "
    "dieser doch durch eine einem einen einer eines erst etwa fast fest frei ganz gegen gern gibt "
    "haben hier hinter hoch ihre ihrer immer kein keine kann kommt lang leer lich mehr mein nach "
    "nahe neben nehmen nein nicht nieder noch ober oder ohne schaft schon sehr sein seine "
    "seit selbst sich sind sonst soll statt stehen stellen tragen unter viel voll vorn wann warum "
    "weil weit wenig wenn wert wieder wird wohl zehn ziehen zurück zwei zwischen über "
    "ander andere anderen besser beste bereit einzel gleich haupt klein weise werden wurde"
)
KEINE_TEILE = frozenset(_KEINE_TEILE.split())
# Parts of many words of the administration that need not stand alone in any text.
_GRUNDWORTE = (
    "abfrage ablauf abteilung akte aktion analyse angebot antrag arbeit archiv assistent aufgabe "
    "aufsicht aufstellung auftrag auftritt ausfall ausgang auskunft ausschuss austausch "
    "auswertung bedarf behörde bericht beschaffung beschreibung beschluss bestand beteiligung "
    "betrieb blatt brief bürger computer datei daten dienst digital dokument eingang einheit "
    "entwurf erfahrung erklärung fach feld förder form formular frage frist führung gebiet geld "
    "gemeinde gemeinschaft gesetz gespräch gruppe handlung haushalt information internet karte "
    "kasse konto konzept kosten kraft kreis leistung leitung lenkung liste lösung management "
    "mangel meister melder meldung mittel modell muster name netz notfall online ordnung papier "
    "partner personal pflicht plan portal post praxis problem profil programm projekt prozess "
    "prüfung raum recht rechnung regelung runde sache satzung schein schulung schutz seite "
    "sicherheit sicherung sitzung software spitze stadt stelle steuer strategie system tabelle "
    "tagung technik teilung termin treffen überblick umfrage unterlagen verarbeitung verband "
    "verbund verein verfahren vergabe vergleich verkehr versand verteilung vertrag vertretung "
    "verwaltung vorfall vorlage vorsorge werk wirtschaft wissen zeit zentrum ziel zugang zuschuss "
    "zweck"
)
GRUNDWORTE = frozenset(_GRUNDWORTE.split())
# Their parts say nothing about them.
GANZE = ("rathaus", "rathäus", "standort", "grundlage", "haupt", "handwerk", "zeitung")
_FALTEN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "’": "'"})
# Endings of inflection, the longest first; what is left keeps four letters.
_ENDUNGEN = ("ern", "en", "er", "es", "em", "e", "n", "s")
_FUGEN = ("", "s", "es", "n", "en", "er")
_LANG = 8


def woerter(text: str) -> list[str]:
    """Return the words of a text as written; digits count, a compound with hyphen is one."""
    return WORT.findall(text)


@lru_cache(maxsize=200_000)
def stamm(wort: str) -> str:
    """Return a word without case, umlauts and its ending: „Verträge“ and „Vertrags“ are one."""
    gefaltet = wort.casefold().translate(_FALTEN)
    for endung in _ENDUNGEN:
        if gefaltet.endswith(endung) and len(gefaltet) - len(endung) >= MINDESTENS:
            return gefaltet[: -len(endung)]
    return gefaltet


class Wortzerleger:
    """Splits German compounds into parts that are words of the library themselves.

    The way with the fewest parts wins, so that „Informationssicherheit“ in a longer word is found
    as a whole first; it is then split in turn.
    """

    def __init__(self, vokabular: Iterable[str]) -> None:
        """Take the words that may be parts, in any case."""
        klein = (wort.lower() for wort in vokabular)
        self._teile = {w for w in klein if self._taugt(w)} | GRUNDWORTE
        self._gemerkt: dict[str, tuple[str, ...]] = {}

    @staticmethod
    def _taugt(wort: str) -> bool:
        return wort in KURZE_TEILE or (
            len(wort) >= MINDESTENS and wort.isalpha() and wort not in KEINE_TEILE
        )

    def teile(self, wort: str) -> tuple[str, ...]:
        """Return every part of a word, also parts of parts; empty if it is no known compound."""
        klein = wort.lower()
        gefunden = self._gemerkt.get(klein)
        if gefunden is None:
            gefunden = self._gemerkt[klein] = tuple(dict.fromkeys(self._alle(klein)))
        return gefunden

    def _alle(self, wort: str) -> list[str]:
        if "-" in wort:
            glieder = [glied for glied in wort.split("-") if glied]
            return [t for glied in glieder for t in (self._alle(glied) if len(glied) > 3 else [])]
        ergebnis: list[str] = []
        for teil in self._trenne(wort):
            ergebnis += [teil, *self._alle(teil)]
        return ergebnis

    def _trenne(self, wort: str) -> tuple[str, ...]:
        """Split once, into as few parts as possible; among equals the longest last part wins."""
        laenge = len(wort)
        if laenge < _LANG or not wort.isalpha() or wort.startswith(GANZE):
            return ()
        # beste[i]: the best way to make up the first i letters, as a tuple of parts.
        beste: list[tuple[str, ...] | None] = [None] * (laenge + 1)
        beste[0] = ()
        for ende in range(3, laenge + 1):
            for beginn in range(0, ende - 2):
                davor = beste[beginn]
                if davor is None or (beginn == 0 and ende == laenge):
                    continue
                teil = self._teil(wort[beginn:ende], letzter=ende == laenge)
                if teil and (beste[ende] is None or len(davor) + 1 < len(beste[ende] or ())):
                    beste[ende] = (*davor, teil)
        return beste[laenge] or ()

    def _teil(self, stueck: str, letzter: bool) -> str:
        """Return the known word a piece stands for, without a linking element in the middle."""
        for fuge in ("",) if letzter else _FUGEN:
            if stueck.endswith(fuge):
                wort = stueck[: len(stueck) - len(fuge)]
                if wort in self._teile:
                    return wort
        return ""
