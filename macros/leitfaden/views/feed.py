"""What is new: entries and feeds in one language, computed from the dates editors wrote."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from leitfaden.model.felder import Seitendatensatz
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.views.auswahl import Facettenseite, facettenseiten
from leitfaden.views.bibliothek import SEITENTYPEN, Bibliothek
from leitfaden.views.karte import Aenderungszeile, Karte

# A feed shows what is new; whoever wants everything reads the lists.
FEEDLAENGE = 50
DATEI = "feed.xml"
# What a feed without entries says it was updated: nothing that changes between two builds.
NIE = date(1970, 1, 1)


class Anlass(StrEnum):
    """Why an entry is in a feed."""

    NEU = "neu"
    GEAENDERT = "geaendert"


@dataclass(frozen=True, slots=True)
class Feedeintrag:
    """A page that is new or changed.

    `schluessel` names the entry for ever, below the root of its language; `text` is the change,
    or what a new page is about.
    """

    schluessel: str
    anlass: Anlass
    am: date
    titel: str
    kennung: str
    typ: str
    url: str
    sprache: str
    text: str
    textsprache: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a page: `url` is its own address, `seite` that of the page it belongs to."""

    titel: str
    untertitel: str
    seite: str
    sprache: str
    eintraege: tuple[Feedeintrag, ...]

    @property
    def url(self) -> str:
        """Address of the feed below the root of its language."""
        return f"{self.seite}{DATEI}"

    @property
    def stand(self) -> date:
        """Day of the newest entry."""
        return max((eintrag.am for eintrag in self.eintraege), default=NIE)


@dataclass(frozen=True, slots=True)
class Tagesgruppe:
    """What was new, or what changed, on one day."""

    am: date
    anlass: Anlass
    eintraege: tuple[Feedeintrag, ...]


def nach_tagen(feed: Feed) -> tuple[Tagesgruppe, ...]:
    """Group the entries of a feed by day, newest day first, changes of a day after the new."""
    geordnet = sorted(feed.eintraege, key=lambda e: (-e.am.toordinal(), e.anlass is not Anlass.NEU))
    gruppen = groupby(geordnet, key=lambda e: (e.am, e.anlass))
    return tuple(Tagesgruppe(am, anlass, tuple(teil)) for (am, anlass), teil in gruppen)


def feed(bib: Bibliothek, titel: str, seite: str, karten: Iterable[Karte]) -> Feed:
    """Make the feed of a page that shows these records; the newest entries come first."""
    eintraege = (e for karte in karten for e in _eintraege(bib, karte))
    untertitel = bib.texte["feed.untertitel"]
    return Feed(titel, untertitel, seite, bib.sprache, _neueste(eintraege))


def neues(bib: Bibliothek) -> Feed:
    """Make the feed of the whole library: every record, and chapters that changed."""
    karten = (bib.karte(typ, i) for typ in SEITENTYPEN for i in bib.katalog.von(typ))
    saetze = (e for karte in karten for e in _eintraege(bib, karte))
    eintraege = _neueste([*saetze, *_kapiteleintraege(bib)])
    return Feed(_titel_von_allem(bib), bib.texte["feed.untertitel"], "", bib.sprache, eintraege)


def feldfeed(bib: Bibliothek, feld: Karte) -> Feed:
    """Make the feed of a Handlungsfeld: itself, its measures, its examples."""
    bez = bib.beziehungen
    karten = (
        feld,
        *bib.karten("massnahme", bez.massnahmen_von_feld.get(feld.id, ())),
        *bib.karten("praxisbeispiel", bez.praxis_von_feld.get(feld.id, ())),
    )
    return feed(bib, bib.texte.mit("feed.feld", titel=feld.titel), feld.url, karten)


def feeds_von(bib: Bibliothek, karte: Karte | None) -> tuple[tuple[str, str], ...]:
    """Return title and address of the feeds that tell about the page of a record, or a chapter."""
    feeds = [(_titel_von_allem(bib), DATEI)]
    feld = karte.satz if karte is not None and karte.typ == "handlungsfeld" else None
    feld = karte.feld if karte is not None and karte.feld is not None else feld
    if isinstance(feld, Handlungsfeld):
        url = bib.adresse("handlungsfeld", feld)
        feeds.append((bib.texte.mit("feed.feld", titel=feld.titel), f"{url}{DATEI}"))
    return tuple(feeds)


def _titel_von_allem(bib: Bibliothek) -> str:
    return bib.texte.mit("feed.alles", name=bib.texte["name"])


def hauptfeeds(bib: Bibliothek) -> Iterator[Feed]:
    """Yield the feeds readers are told about: of everything and of each Handlungsfeld."""
    yield neues(bib)
    for feld in bib.handlungsfelder:
        yield feldfeed(bib, feld)


def alle_feeds(bib: Bibliothek) -> Iterator[Feed]:
    """Yield every feed of a language, also those of prepared lists."""
    yield from hauptfeeds(bib)
    for seite in facettenseiten(bib):
        if seite.hat_feed:
            titel = _titel_der_liste(bib, seite)
            eintraege = (e for karte in seite.karten for e in _gemerkte(bib, karte))
            untertitel = bib.texte["feed.untertitel"]
            yield Feed(titel, untertitel, seite.url, bib.sprache, _neueste(eintraege))


def feeds_der_liste(bib: Bibliothek, seite: Facettenseite) -> tuple[tuple[str, str], ...]:
    """Return title and address of the feeds that tell about a prepared list."""
    eigene = [(_titel_der_liste(bib, seite), f"{seite.url}{DATEI}")] if seite.hat_feed else []
    return (*feeds_von(bib, None), *eigene)


def _titel_der_liste(bib: Bibliothek, seite: Facettenseite) -> str:
    return bib.texte.mit("feed.liste", titel=seite.titel)


def _gemerkte(bib: Bibliothek, karte: Karte) -> tuple[Feedeintrag, ...]:
    """Entries of a record; it is in the feeds of many lists."""
    return bib.einmal(f"feed.{karte.typ}.{karte.id}", lambda: tuple(_eintraege(bib, karte)))


def _neueste(eintraege: Iterable[Feedeintrag]) -> tuple[Feedeintrag, ...]:
    return tuple(heapq.nsmallest(FEEDLAENGE, eintraege, key=_rang))


def _rang(eintrag: Feedeintrag) -> tuple[int, int, str, str]:
    """Newest first; what is of one day stands by type and Kennung."""
    typ = SEITENTYPEN.index(eintrag.typ) if eintrag.typ in SEITENTYPEN else len(SEITENTYPEN)
    return (-eintrag.am.toordinal(), typ, eintrag.kennung, eintrag.schluessel)


def _eintraege(bib: Bibliothek, karte: Karte) -> Iterator[Feedeintrag]:
    """Yield one entry a change; a record without changes is new on its day."""
    deutsch = bib.katalog.von(karte.typ)[karte.id]
    if not isinstance(deutsch, Seitendatensatz):
        return
    gemeinsam = (karte.titel, karte.kennung, karte.typ, karte.url, karte.sprache)
    if not deutsch.aenderungen:
        kurz = karte.kurzbeschreibung
        schluessel = f"{karte.url}#neu"
        yield Feedeintrag(schluessel, Anlass.NEU, deutsch.stand, *gemeinsam, kurz, karte.sprache)
        return
    yield from _geaendert(karte.url, bib.aenderungen(karte.typ, karte.id), gemeinsam)


def _kapiteleintraege(bib: Bibliothek) -> Iterator[Feedeintrag]:
    """Yield one entry a change of the hand-written pages in this language."""
    for kapitel in bib.katalog.kapitel:
        if kapitel.sprache == bib.sprache:
            kopf = kapitel.kopf
            zeilen = tuple(Aenderungszeile(a.am, a.text, bib.sprache) for a in kopf.aenderungen)
            gemeinsam = (kopf.titel, "", "kapitel", kapitel.url, bib.sprache)
            yield from _geaendert(kapitel.url, zeilen, gemeinsam)


def _geaendert(
    url: str, zeilen: tuple[Aenderungszeile, ...], gemeinsam: tuple[str, str, str, str, str]
) -> Iterator[Feedeintrag]:
    """Yield entries for changes given newest first; two of one day are told apart by number."""
    bisher: dict[date, int] = {}
    for zeile in reversed(zeilen):
        nummer = bisher[zeile.am] = bisher.get(zeile.am, 0) + 1
        schluessel = f"{url}#{zeile.am}" + (f"-{nummer}" if nummer > 1 else "")
        anlass = Anlass.GEAENDERT
        yield Feedeintrag(schluessel, anlass, zeile.am, *gemeinsam, zeile.text, zeile.sprache)
