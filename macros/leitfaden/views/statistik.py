"""How much there is to read: words by part and language, and how much of it is translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from leitfaden.model.felder import Datensatz
from leitfaden.model.felder_kunde import texte
from leitfaden.model.kapitel import HANDBUCH, Kapitel
from leitfaden.model.katalog import Katalog
from leitfaden.model.uebersetzung import gleiche_ab
from leitfaden.views.lesetext import OHNE_FELDER, ist_satz, kapitelzeilen, zaehle_woerter

# Parts of the guide: title, type of its records, beginnings of the paths of its pages.
LEITFADEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Einführung", "", ("einfuehrung/",)),
    ("Handlungsfelder", "handlungsfeld", ("handlungsfelder/",)),
    ("Maßnahmen", "massnahme", ("massnahmen/",)),
    ("Praxisbeispiele", "praxisbeispiel", ("praxisbeispiele/",)),
    ("Szenarien", "szenario", ("szenarien/",)),
    ("Methodik", "", ("methodik",)),
    ("Rechtlicher Rahmen", "", ("recht",)),
    ("Akteure und Förderung", "", ("akteure-und-foerderung",)),
)
# What one looks things up in, and pages about the library itself.
NACHSCHLAGEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Vorlagen", "vorlage", ("vorlagen/",)),
    ("Glossar", "glossareintrag", ("glossar",)),
    ("Links", "link", ("links",)),
    ("Quellen", "quelle", ()),
)


@dataclass(frozen=True)
class Posten:
    """One part: how many records and pages it has, and its words by language.

    `saetze` counts the German words in full sentences only, without titles, names of functions,
    spans of time and entries of tables.
    """

    titel: str
    eintraege: int
    seiten: int
    deutsch: int
    saetze: int
    englisch: int


@dataclass(frozen=True)
class Stand:
    """How many texts are translated and how many of these translations are out of date."""

    texte: int
    uebersetzt: int
    veraltet: int
    seiten: int
    seiten_uebersetzt: int


@dataclass(frozen=True)
class Statistik:
    """The figures of a library."""

    leitfaden: tuple[Posten, ...]
    weitere: tuple[Posten, ...]
    stand: Stand


def summe(titel: str, posten: Iterable[Posten]) -> Posten:
    """Add parts up."""
    alle = list(posten)
    return Posten(
        titel,
        sum(p.eintraege for p in alle),
        sum(p.seiten for p in alle),
        sum(p.deutsch for p in alle),
        sum(p.saetze for p in alle),
        sum(p.englisch for p in alle),
    )


def berechne_statistik(katalog: Katalog) -> Statistik:
    """Count the words of everything in a catalogue."""
    zaehler = _Zaehler(katalog)
    leitfaden = tuple(zaehler.posten(*teil) for teil in LEITFADEN)
    nachschlagen = tuple(zaehler.posten(*teil) for teil in NACHSCHLAGEN)
    handbuch = zaehler.posten("Handbuch", "", HANDBUCH)
    uebrige = zaehler.seitenposten("Weitere Seiten", zaehler.ungezaehlte)
    return Statistik(leitfaden, (*nachschlagen, uebrige, handbuch), _stand(katalog))


def je_eintrag(katalog: Katalog) -> Iterator[Posten]:
    """Count the words of every record and page of the guide, in the order of its parts.

    The `titel` of a row is the id of the record or the path of the page.
    """
    zaehler = _Zaehler(katalog)
    for _, typ, pfade in LEITFADEN:
        for satz in katalog.von(typ).values():
            deutsch = _zaehle(satztexte(satz))
            yield Posten(satz.id, 1, 0, *deutsch, _zaehle(zaehler.englisch(typ, satz))[0])
        deutsche = [k for k in katalog.kapitel if k.sprache == "de" and k.pfad.startswith(pfade)]
        for kapitel in deutsche if pfade else ():
            gleiche = [k for k in katalog.kapitel if k.pfad == kapitel.pfad]
            yield zaehler.seitenposten(kapitel.pfad, gleiche)


class _Zaehler:
    """Counts part by part and remembers which pages no part has claimed."""

    def __init__(self, katalog: Katalog) -> None:
        self.katalog = katalog
        self.ungezaehlte = list(katalog.kapitel)

    def posten(self, titel: str, typ: str, pfade: tuple[str, ...]) -> Posten:
        """Count the records of a type and the pages below some paths."""
        seiten = [k for k in self.ungezaehlte if k.pfad.startswith(pfade)] if pfade else []
        self.ungezaehlte = [k for k in self.ungezaehlte if k not in seiten]
        saetze = self.katalog.von(typ).values()
        deutsch = [text for satz in saetze for text in satztexte(satz)]
        englisch = [text for satz in saetze for text in self.englisch(typ, satz)]
        oben = Posten(titel, len(saetze), 0, *_zaehle(deutsch), _zaehle(englisch)[0])
        return summe(titel, (oben, self.seitenposten(titel, seiten)))

    def seitenposten(self, titel: str, seiten: Iterable[Kapitel]) -> Posten:
        """Count pages."""
        nach_sprache: dict[str, list[str]] = {"de": [], "en": []}
        anzahl = 0
        for kapitel in seiten:
            anzahl += kapitel.sprache == "de"
            nach_sprache[kapitel.sprache] += kapiteltexte(kapitel, self.katalog)
        deutsch, englisch = _zaehle(nach_sprache["de"]), _zaehle(nach_sprache["en"])
        return Posten(titel, 0, anzahl, *deutsch, englisch[0])

    def englisch(self, typ: str, satz: Datensatz) -> Iterator[str]:
        """Yield the texts of the translation of a record."""
        englisch = self.katalog.uebersetzungen.get((typ, satz.id))
        return _texte(englisch.texte) if englisch else iter(())


def _zaehle(texte_: Iterable[str]) -> tuple[int, int]:
    """Return the number of words, and of those in full sentences."""
    gezaehlt = [(zaehle_woerter(text), ist_satz(text)) for text in texte_]
    return sum(n for n, _ in gezaehlt), sum(n for n, satz in gezaehlt if satz)


def satztexte(satz: Datensatz) -> Iterator[str]:
    """Yield the texts of a record, without search words and editorial marks."""
    return (text for pfad, text in texte(satz) if pfad[0] not in OHNE_FELDER)


def kapiteltexte(kapitel: Kapitel, katalog: Katalog) -> Iterator[str]:
    """Yield the texts of a page, with its front matter and the words of macros in sentences."""
    kopf = kapitel.kopf
    yield from (kopf.titel, kopf.kurzbeschreibung, *kopf.kernaussagen, kopf.naechster_schritt or "")
    yield from (zeile.text for zeile in kapitelzeilen(kapitel, katalog))


def _texte(wert: Any) -> Iterator[str]:
    if isinstance(wert, str):
        yield wert
    elif isinstance(wert, dict):
        for name, innen in wert.items():
            if name not in OHNE_FELDER:
                yield from _texte(innen)
    elif isinstance(wert, list | tuple):
        for innen in wert:
            yield from _texte(innen)


def _stand(katalog: Katalog) -> Stand:
    gesamt = uebersetzt = veraltet = 0
    for typ, saetze in katalog.saetze.items():
        for satz in saetze.values():
            anzahl = sum(1 for _ in texte(satz))
            gesamt += anzahl
            englisch = katalog.uebersetzungen.get((typ, satz.id))
            if englisch is not None:
                abgleich = gleiche_ab(satz, englisch)
                uebersetzt += anzahl - len(abgleich.fehlende)
                veraltet += len(abgleich.veraltete)
    seiten = {s: {k.pfad for k in katalog.kapitel if k.sprache == s} for s in ("de", "en")}
    deutsche = {pfad for pfad in seiten["de"] if not pfad.startswith(HANDBUCH)}
    return Stand(gesamt, uebersetzt, veraltet, len(deutsche), len(deutsche & seiten["en"]))
