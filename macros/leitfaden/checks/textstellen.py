"""What the text rules read: the texts of a record in one language, or a page, with their places."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from leitfaden.findings import Location
from leitfaden.model.dokument import PLATZHALTER_MUSTER, Feldzeile
from leitfaden.model.felder_kunde import Pfad, feldarten
from leitfaden.model.kapitel import Kapitel
from leitfaden.model.tabelle import Reihe, Spalte, Zelle
from leitfaden.model.typen import INHALTSTYPEN
from leitfaden.source.loader import Ladung
from leitfaden.views.dateikopf import ersetze_platzhalter
from leitfaden.views.lesetext import (
    OHNE_FELDER,
    Textzeile,
    Zeilenart,
    kapitelzeilen,
    ohne_auszeichnung,
)

# Pages for developers, and pages generated from the program: their words live in its code.
OHNE_SEITEN = ("entwicklung/", "mitwirken/felder", "mitwirken/meldungen", "mitwirken/makros")


# Fields of documents that hold no words for readers.
_CODE = frozenset(
    ("id", "name", "formel", "kopfformel", "zelle", "typ", "art", "stil", "ab", "kategorien")
) | {"breiten", "pruefwerte"}
_CODES: dict[type, frozenset[str]] = {
    Feldzeile: _CODE - {"name"},
    Reihe: _CODE | {"werte"},
    Spalte: _CODE | {"liste"},
    Zelle: _CODE | {"liste"},
}
_PLATZHALTER = re.compile(PLATZHALTER_MUSTER)
# A cell that holds nothing but the key of its row, such as PS1.
_SCHLUESSEL = re.compile(r"[A-Z0-9]{1,4}")


@dataclass(frozen=True)
class Textstelle:
    """One text as it reads, without markup.

    `feld` is the name of its field; on a page it is the name in the front matter, or `text`,
    `ueberschrift` or `tabelle`.
    """

    feld: str
    text: str
    sprache: str
    herkunft: Pfad = ()


class Schriftstueck(ABC):
    """All texts of one record in one language, or of one page.

    `ganz` is cheap and decides which rules look closer; `stellen` knows the places.
    """

    def __init__(self, name: str, sprache: str) -> None:
        self.name = name
        self.sprache = sprache

    @cached_property
    @abstractmethod
    def teile(self) -> Sequence[str]:
        """Every text, still with markup."""

    @cached_property
    def ganz(self) -> str:
        """All texts, one below the other, still with markup."""
        return "\n".join(self.teile)

    @cached_property
    def klein(self) -> str:
        """All texts in small letters."""
        return self.ganz.lower()

    @cached_property
    def stuecke(self) -> list[str]:
        """Everything between spaces, in small letters, in order."""
        return self.klein.split()

    @abstractmethod
    def feld(self, name: str) -> Sequence[str]:
        """Return the texts of a field of the first level; empty if there is none."""

    @abstractmethod
    def stellen(self) -> Iterator[Textstelle]:
        """Yield every text with its field."""

    def stelle(self, feld: str, text: str) -> Textstelle | None:
        """Return the place in the list that a text of a field has."""
        lesbar = ohne_auszeichnung(text)
        gleiche = (s for s in self.stellen() if s.feld == feld and s.text == lesbar)
        return next(gleiche, None)

    @abstractmethod
    def ort(self, stelle: Textstelle | None, teil: str = "") -> Location:
        """Return the place of a text, or of a part of it where that is known."""


class Satzstueck(Schriftstueck):
    """A record; `wert` is the record itself or its English texts."""

    def __init__(self, ladung: Ladung, typ: str, satz_id: str, sprache: str, wert: Any) -> None:
        super().__init__(satz_id, sprache)
        self.ladung = ladung
        self.typ = typ
        self.wert = wert

    @cached_property
    def teile(self) -> Sequence[str]:
        """Every text, still with markup."""
        teile: list[str] = []
        _sammle(self.wert, teile)
        return teile

    def feld(self, name: str) -> Sequence[str]:
        """Return the texts of a field of the first level; empty if there is none."""
        wert = self.wert
        wert = wert.get(name) if isinstance(wert, dict) else getattr(wert, name, None)
        if wert is None:
            return ()
        return (wert,) if isinstance(wert, str) else wert

    def stellen(self) -> Iterator[Textstelle]:
        """Yield every text with its field."""
        for pfad, text in _blaetter(self.wert, ()):
            feld = str(next(teil for teil in reversed(pfad) if isinstance(teil, str)))
            yield Textstelle(feld, ohne_auszeichnung(text), self.sprache, pfad)

    def ort(self, stelle: Textstelle | None, teil: str = "") -> Location:
        """Return the place of a field, or the beginning of the record."""
        if stelle is None:
            relativ, wurzel = self.ladung.herkunft[self.typ, self.name, self.sprache]
            return self.ladung.dokument(relativ).ort(wurzel) if wurzel else Location(relativ)
        return self.ladung.ort(self.typ, self.name, stelle.herkunft, self.sprache)


class Dokumentstueck(Satzstueck):
    """The inside of a template, or a placeholder: everything that is printed, as it is printed."""

    @cached_property
    def teile(self) -> Sequence[str]:
        """Every text, still with markup."""
        return [text for _, text in self._texte()]

    def feld(self, name: str) -> Sequence[str]:
        """Return nothing: fields of pages have budgets, lines of a form have not."""
        return ()

    def stellen(self) -> Iterator[Textstelle]:
        """Yield every text with its field."""
        for pfad, text in self._texte():
            feld = str(next(teil for teil in reversed(pfad) if isinstance(teil, str)))
            yield Textstelle(feld, ohne_auszeichnung(text), self.sprache, pfad)

    def _texte(self) -> Iterator[tuple[Pfad, str]]:
        platzhalter = self.ladung.katalog.platzhalter
        # The number of a repeated column; names of sheets, which have no umlauts.
        luecken = ["{n}", *(f"„{blatt.name}“" for blatt in getattr(self.wert, "blaetter", ()))]
        for pfad, text in gedruckte(self.wert):
            if _SCHLUESSEL.fullmatch(text):
                continue
            # An unknown placeholder has a finding of its own.
            bekannte = _PLATZHALTER.sub(lambda t: t[0] if t[1] in platzhalter else "", text)
            lesbar = ersetze_platzhalter(bekannte, platzhalter)
            for luecke in luecken:
                lesbar = lesbar.replace(luecke, "")
            yield pfad, lesbar


class Seitenstueck(Schriftstueck):
    """A hand-written page."""

    def __init__(self, ladung: Ladung, kapitel: Kapitel) -> None:
        super().__init__(kapitel.pfad, kapitel.sprache)
        self.kapitel = kapitel
        self.ladung = ladung
        endung = ".md" if kapitel.sprache == "de" else f".{kapitel.sprache}.md"
        self.path = f"docs/{kapitel.pfad}{endung}"

    @cached_property
    def zeilen(self) -> list[Textzeile]:
        """The lines of the page as they read."""
        return list(kapitelzeilen(self.kapitel, self.ladung.katalog))

    @cached_property
    def teile(self) -> Sequence[str]:
        """Every text of the front matter and every line."""
        teile: list[str] = []
        _sammle(self.kapitel.kopf, teile)
        return [*teile, *(zeile.text for zeile in self.zeilen)]

    def feld(self, name: str) -> Sequence[str]:
        """Return the texts of a field of the front matter."""
        wert = getattr(self.kapitel.kopf, name, None)
        if wert is None:
            return ()
        return (wert,) if isinstance(wert, str) else wert

    def stellen(self) -> Iterator[Textstelle]:
        """Yield the texts of the front matter, then every line of the page."""
        for pfad, text in _blaetter(self.kapitel.kopf, ()):
            yield Textstelle(str(pfad[0]), text, self.sprache)
        namen = {art: art.value for art in Zeilenart} | {Zeilenart.PROSA: "text"}
        for zeile in self.zeilen:
            yield Textstelle(namen[zeile.art], zeile.text, self.sprache, (zeile.nummer,))

    def ort(self, stelle: Textstelle | None, teil: str = "") -> Location:
        """Return the place of a line, as exactly as the macros in it allow."""
        if stelle is None:
            return Location(self.path)
        if not stelle.herkunft:
            return self._kopfstelle(stelle.text)
        nummer = int(stelle.herkunft[0])
        zeile = self.kapitel.inhalt.split("\n")[nummer - 1]
        spalte = zeile.find(teil or stelle.text) + 1
        return Location(self.path, self.kapitel.zeile + nummer - 1, max(spalte, 1))

    def _kopfstelle(self, text: str) -> Location:
        zeilen = (self.ladung.projekt / self.path).read_text(encoding="utf-8").split("\n")
        for nummer, zeile in enumerate(zeilen[: self.kapitel.zeile], 1):
            if text[:40] in zeile:
                return Location(self.path, nummer, zeile.index(text[:40]) + 1)
        return Location(self.path)


def gedruckte(wert: Any, pfad: Pfad = ()) -> Iterator[tuple[Pfad, str]]:
    """Yield (path, text) of what people read in a document: no formulas, names of cells, codes."""
    if isinstance(wert, str):
        yield pfad, wert
    elif isinstance(wert, BaseModel):
        ohne = _CODES.get(type(wert), _CODE)
        for name in type(wert).model_fields:
            if name not in ohne:
                yield from gedruckte(getattr(wert, name), (*pfad, name))
    elif isinstance(wert, dict):
        for name, innen in wert.items():
            yield from gedruckte(innen, (*pfad, name))
    elif isinstance(wert, tuple):
        for nummer, innen in enumerate(wert):
            yield from gedruckte(innen, (*pfad, nummer))


def anfang(text: str, worte: int = 6) -> str:
    """Return the first words of a text."""
    alle = text.split()
    return " ".join(alle[:worte]) + (" …" if len(alle) > worte else "")


def umfeld(text: str, beginn: int, ende: int) -> str:
    """Return the words around a passage."""
    links = text.rfind(" ", 0, max(beginn - 10, 0)) + 1
    rechts = text.find(" ", ende + 10)
    return text[links : rechts if rechts >= 0 else len(text)].strip()


def schriftstuecke(ladung: Ladung) -> Iterator[Schriftstueck]:
    """Yield every record in German, every document, every translation, every page."""
    katalog = ladung.katalog
    for typ in INHALTSTYPEN:
        art = Dokumentstueck if typ.nur_deutsch else Satzstueck
        for satz in katalog.von(typ.name).values():
            yield art(ladung, typ.name, satz.id, "de", satz)
    for (typname, satz_id), englisch in katalog.uebersetzungen.items():
        yield Satzstueck(ladung, typname, satz_id, "en", englisch.texte)
    for kapitel in katalog.kapitel:
        if not kapitel.pfad.startswith(OHNE_SEITEN):
            yield Seitenstueck(ladung, kapitel)


@cache
def _plan(modell: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields that hold text, directly or in groups."""
    arten = feldarten(modell).items()
    return tuple(n for n, art in arten if (art.text or art.gruppe) and n not in OHNE_FELDER)


def _sammle(wert: Any, teile: list[str]) -> None:
    """Append every text below a value; this runs for every record, so it knows no places."""
    if isinstance(wert, str):
        teile.append(wert)
    elif isinstance(wert, list | tuple):
        for innen in wert:
            _sammle(innen, teile)
    elif isinstance(wert, BaseModel):
        werte = wert.__dict__
        for name in _plan(type(wert)):
            _sammle(werte[name], teile)
    elif isinstance(wert, dict):
        for name, innen in wert.items():
            if name not in OHNE_FELDER:
                _sammle(innen, teile)


def _blaetter(wert: Any, pfad: Pfad) -> Iterator[tuple[Pfad, str]]:
    """Yield (path, text) of every text below a value."""
    if isinstance(wert, str):
        yield pfad, wert
    elif isinstance(wert, list | tuple):
        for nummer, innen in enumerate(wert):
            yield from _blaetter(innen, (*pfad, nummer))
    elif isinstance(wert, BaseModel):
        for name in _plan(type(wert)):
            yield from _blaetter(getattr(wert, name), (*pfad, name))
    elif isinstance(wert, dict):
        for name, innen in wert.items():
            if name not in OHNE_FELDER:
                yield from _blaetter(innen, (*pfad, name))
