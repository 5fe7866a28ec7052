"""The guide as a book: every part in reading order, made of the same views as the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from leitfaden.model.felder import Seitendatensatz
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.texts import Texte
from leitfaden.views.belege import Belegliste, Belegsammlung
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.detail import Detail, detail
from leitfaden.views.karte import Karte, Redaktion
from leitfaden.views.seitenplan import Seite, Seitenplan

# The newest examples stand in the book; a book must not grow with their number.
PRAXIS_IM_BUCH = 12

# Sections of the book and the addresses of the chapters in them; an address that ends in * takes
# every chapter below it. Chapters about the website itself, such as the search, are left out.
AUFBAU: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("einfuehrung", ("kurz-und-einfach/", "einfuehrung/*")),
    ("handlungsfelder", ("handlungsfelder/", "massnahmen/")),
    ("szenarien", ("szenarien/",)),
    ("praxisbeispiele", ("praxisbeispiele/",)),
    ("grundlagen", ("methodik/", "recht/", "akteure-und-foerderung/")),
    ("nachschlagen", ("vorlagen/", "glossar/", "links/", "ueber/")),
)
# Chapters that end with a list of records.
LISTEN = {"vorlagen/": "vorlagen", "glossar/": "glossar", "links/": "belege"}


@dataclass(frozen=True)
class Buchteil:
    """A part of the book with the parts below it.

    `art` is `abschnitt` (a title only), `kapitel` (hand-written), the type of a record, or one of
    the lists in LISTEN (a chapter followed by `karten`). `anker` is unique in the book. `belege`
    are the numbers of its sources.
    """

    art: str
    anker: str
    titel: str
    sprache: str
    seite: Seite | None = None
    sicht: Detail | None = None
    karten: tuple[Karte, ...] = ()
    belege: tuple[int, ...] = ()
    redaktion: Redaktion | None = None
    teile: tuple[Buchteil, ...] = ()

    @property
    def karte(self) -> Karte | None:
        """The record of a part that shows one."""
        return self.seite.karte if self.seite is not None else None

    @property
    def kennung(self) -> str:
        """Printed code such as M02; empty for parts without one."""
        return self.karte.kennung if self.karte is not None else ""

    @property
    def feld(self) -> Handlungsfeld | None:
        """The Handlungsfeld a part belongs to, for its colour and number."""
        if self.karte is None:
            return None
        satz = self.karte.satz
        return satz if isinstance(satz, Handlungsfeld) else self.karte.feld

    def darunter(self) -> Iterator[tuple[int, Buchteil]]:
        """Walk through a section; yields the level, from 2, and the part."""
        return _durchlaufe(self.teile, 2)


@dataclass(frozen=True)
class Buch:
    """A whole book, or the booklet of one record.

    `stand` is the day of its newest part. `nummern` holds the number of every address in the list
    of sources.
    """

    sprache: str
    titel: str
    untertitel: str
    stand: date
    teile: tuple[Buchteil, ...]
    belege: Belegliste
    nummern: Mapping[str, int] = field(default_factory=dict)

    def alle_teile(self) -> Iterator[tuple[int, Buchteil]]:
        """Walk through the book; yields the level, from 1, and the part."""
        return _durchlaufe(self.teile, 1)

    def ziele(self) -> dict[str, str]:
        """Return the anchor in the book for every address of the site that is in it."""
        ziele = {t.seite.url: t.anker for _, t in self.alle_teile() if t.seite is not None}
        for _, teil in self.alle_teile():
            ziele |= {k.url: eintragsanker(k) for k in teil.karten if k.url not in ziele}
        return ziele


def _durchlaufe(teile: Iterable[Buchteil], ebene: int) -> Iterator[tuple[int, Buchteil]]:
    for teil in teile:
        yield ebene, teil
        yield from _durchlaufe(teil.teile, ebene + 1)


def anker_von(url: str) -> str:
    """Return the anchor of a page: its address without slashes."""
    return url.strip("/").replace("/", "-")


def eintragsanker(karte: Karte) -> str:
    """Return the anchor of an entry of a list."""
    return f"{karte.typ}-{karte.id}"


class Buchbau:
    """Builds books from the pages of one language."""

    def __init__(self, plan: Seitenplan) -> None:
        self.plan = plan
        self.bib: Bibliothek = plan.bib
        self.texte: Texte = plan.bib.texte
        self._sammlung = Belegsammlung(plan.bib)

    def leitfaden(self) -> Buch:
        """Return the whole guide."""
        for kategorie, karten in self.bib.links_nach_kategorie.items():
            self._sammlung.nimm_links(kategorie, karten)
        teile = tuple(self._abschnitt(name, urls) for name, urls in AUFBAU)
        return self._buch(tuple(teil for teil in teile if teil.teile))

    def einzeln(self, seite: Seite) -> Buch:
        """Return the booklet of one record."""
        return self._buch((self._satzteil(seite),), seite.titel, self.texte["name"])

    def _buch(self, teile: tuple[Buchteil, ...], titel: str = "", untertitel: str = "") -> Buch:
        return Buch(
            sprache=self.bib.sprache,
            titel=titel or self.texte["buch.titel"],
            untertitel=untertitel or self.texte["untertitel"],
            stand=max((t for t in map(_stand, _seiten(teile)) if t), default=self.bib.heute),
            teile=teile,
            belege=self._sammlung.liste(),
            nummern=self._sammlung.nummern_von_adressen(),
        )

    # parts ----------------------------------------------------------------------------------

    def _abschnitt(self, name: str, urls: tuple[str, ...]) -> Buchteil:
        teile = [self._kapitelteil(seite) for seite in self._kapitel(urls)]
        teile += self._satzteile(name)
        titel = self.texte[f"buch.teil.{name}"]
        return Buchteil("abschnitt", f"teil-{name}", titel, self.bib.sprache, teile=tuple(teile))

    def _kapitel(self, urls: tuple[str, ...]) -> Iterator[Seite]:
        kapitel = [seite for seite in self.plan.seiten if seite.art == "kapitel"]
        for url in urls:
            stamm = url.removesuffix("*")
            yield from (s for s in kapitel if s.url == url or (stamm != url and _unter(s, stamm)))

    def _kapitelteil(self, seite: Seite) -> Buchteil:
        listen = {"vorlagen": self.bib.vorlagen, "glossar": self.bib.glossar}
        art = LISTEN.get(seite.url, "kapitel")
        quellen = seite.kapitel.kopf.quellen if seite.kapitel is not None else ()
        return Buchteil(
            art=art,
            anker=anker_von(seite.url),
            titel=seite.titel,
            sprache=seite.inhaltssprache,
            seite=seite,
            karten=listen.get(art, ()),
            belege=self._sammlung.nimm_quellen(quellen),
        )

    def _satzteile(self, abschnitt: str) -> Iterator[Buchteil]:
        bib = self.bib
        if abschnitt == "handlungsfelder":
            for feld in bib.handlungsfelder:
                ids = bib.beziehungen.massnahmen_von_feld.get(feld.id, ())
                massnahmen = tuple(map(self._kartenteil, bib.karten("massnahme", ids)))
                yield self._kartenteil(feld, massnahmen)
        if abschnitt == "szenarien":
            yield from map(self._kartenteil, bib.szenarien)
        if abschnitt == "praxisbeispiele":
            yield from map(self._kartenteil, bib.praxisbeispiele[:PRAXIS_IM_BUCH])

    def _kartenteil(self, karte: Karte, teile: tuple[Buchteil, ...] = ()) -> Buchteil:
        return self._satzteil(self.plan.seite(karte.url), teile)

    def _satzteil(self, seite: Seite, teile: tuple[Buchteil, ...] = ()) -> Buchteil:
        karte = seite.karte
        if karte is None:
            raise ValueError(f"{seite.url} shows no record")
        satz = karte.satz
        eigene = getattr(satz, "links", ())
        self._sammlung.nimm_links("", self.bib.karten("link", eigene))
        quellen = satz.quellen if isinstance(satz, Seitendatensatz) else ()
        return Buchteil(
            art=karte.typ,
            anker=anker_von(seite.url),
            titel=seite.titel,
            sprache=seite.inhaltssprache,
            seite=seite,
            sicht=detail(self.bib, karte.typ, karte.id),
            belege=self._sammlung.nimm_quellen(quellen),
            redaktion=self.plan.rahmen(seite).redaktion,
            teile=teile,
        )


def _unter(seite: Seite, stamm: str) -> bool:
    return seite.url.startswith(stamm)


def _seiten(teile: Iterable[Buchteil]) -> Iterator[Seite]:
    return (teil.seite for _, teil in _durchlaufe(teile, 1) if teil.seite is not None)


def _stand(seite: Seite) -> date | None:
    if seite.kapitel is not None:
        return seite.kapitel.kopf.stand
    satz = seite.karte.satz if seite.karte is not None else None
    return satz.stand if isinstance(satz, Seitendatensatz) else None
