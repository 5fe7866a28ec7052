"""The whole guide as one text: chapters and records in guide order, one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel

from leitfaden.model.felder import Seitendatensatz
from leitfaden.model.felder_kunde import feldarten
from leitfaden.model.kapitel import HANDBUCH, STARTSEITE, SUCHSEITE
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.datenformat import SEITENLAENGE, Datenadressen
from leitfaden.views.karte import Karte
from leitfaden.views.lesetext import ohne_makros
from leitfaden.views.seitenplan import PFLICHTSEITEN, Seite, Seitenplan

# What is about the edition, not about the matter.
_OHNE_KAPITEL = frozenset({STARTSEITE, SUCHSEITE, "neues", "links", "glossar", *PFLICHTSEITEN})
# Fields that stand in the heading, at the end, or are of no use in a text.
_OHNE_FELDER = frozenset((
    *("id", "titel", "begriff", "kennung", "nummer", "version", "kurzbeschreibung", "schlagworte"),
    *("stand", "geprueft", "naechste_pruefung", "aenderungen", "zustand", "tiefe", "bild"),
    *("gueltig_ab", "gueltig_bis", "fruehere_ids", "farbe", "symbol", "rechtlich_pruefen"),
))  # fmt: skip
# What a statement rests on is read after it.
_ZULETZT = ("beleglage", "quellen")
# Examples come in any number; the newest tell enough, all of them are in the file with everything.
BEISPIELE = SEITENLAENGE

Gruppe = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Textabschnitt:
    """A part of a record: running text, points, or groups of named values."""

    titel: str
    absatz: str = ""
    punkte: tuple[str, ...] = ()
    gruppen: tuple[Gruppe, ...] = ()


@dataclass(frozen=True, slots=True)
class Texteintrag:
    """A chapter or a record; `sprache` is the language its words are really in."""

    titel: str
    url: str
    sprache: str
    stand: date | None
    einleitung: str
    abschnitte: tuple[Textabschnitt, ...] = ()
    inhalt: str = ""


@dataclass(frozen=True)
class Leitfadentext:
    """The guide; `weitere` counts the examples left out."""

    sprache: str
    stand: date
    eintraege: tuple[Texteintrag, ...]
    begriffe: tuple[tuple[str, str], ...]
    weitere: int


class Textbau:
    """Makes texts of the pages of a language."""

    def __init__(self, plan: Seitenplan, adressen: Datenadressen) -> None:
        self.plan = plan
        self.bib: Bibliothek = plan.bib
        self.adressen = adressen

    def leitfadentext(self, stand: date) -> Leitfadentext:
        """Return the guide as of a day."""
        bib = self.bib
        beispiele = bib.praxisbeispiele
        gezeigte = {karte.id for karte in beispiele[:BEISPIELE]}
        return Leitfadentext(
            sprache=bib.sprache,
            stand=stand,
            eintraege=tuple(self._eintraege(gezeigte)),
            begriffe=tuple((k.titel, _flach(k.kurzbeschreibung)) for k in bib.glossar),
            weitere=max(0, len(beispiele) - BEISPIELE),
        )

    def _eintraege(self, gezeigte: set[str]) -> Iterator[Texteintrag]:
        for seite in self.plan.seiten:
            if seite.kapitel is not None and ist_leitfaden(seite):
                yield self._kapitel(seite)
                continue
            karte = seite.karte if seite.art == "detail" else None
            if karte is not None and (karte.typ != "praxisbeispiel" or karte.id in gezeigte):
                yield self._satz(karte)

    def _kapitel(self, seite: Seite) -> Texteintrag:
        kapitel = seite.kapitel
        if kapitel is None:
            raise ValueError(f"{seite.url} is no chapter")
        kopf = kapitel.kopf
        kern = (Textabschnitt(self.bib.texte["feld.kernaussagen"], punkte=kopf.kernaussagen),)
        return Texteintrag(
            titel=kopf.titel,
            url=self.adressen.seite(self.bib.sprache, seite.url),
            sprache=kapitel.sprache,
            stand=kopf.stand,
            einleitung=kopf.kurzbeschreibung,
            abschnitte=kern if kopf.kernaussagen else (),
            inhalt=ohne_makros(kapitel, self.bib.katalog),
        )

    def _satz(self, karte: Karte) -> Texteintrag:
        satz = karte.satz
        if not isinstance(satz, Seitendatensatz):
            raise TypeError(f"{karte.id} has no page")
        return Texteintrag(
            titel=f"{karte.kennung} {karte.titel}".strip(),
            url=self.adressen.seite(self.bib.sprache, karte.url),
            sprache=karte.sprache,
            stand=satz.stand,
            einleitung=satz.kurzbeschreibung,
            abschnitte=tuple(self._abschnitte(satz)),
        )

    def _abschnitte(self, satz: BaseModel) -> Iterator[Textabschnitt]:
        for name in sorted(feldarten(type(satz)), key=lambda name: name in _ZULETZT):
            wert = getattr(satz, name)
            if name in _OHNE_FELDER or wert in (None, "", ()):
                continue
            titel = self.bib.texte[f"feld.{name}"]
            if isinstance(wert, BaseModel):
                yield Textabschnitt(titel, gruppen=(self._gruppe(wert),))
            elif not isinstance(wert, tuple):
                yield Textabschnitt(titel, absatz=self._wort(satz, name, wert))
            elif isinstance(wert[0], BaseModel):
                yield Textabschnitt(titel, gruppen=tuple(self._gruppe(teil) for teil in wert))
            else:
                punkte = tuple(self._wort(satz, name, teil) for teil in wert)
                yield Textabschnitt(titel, punkte=punkte)

    def _gruppe(self, teil: BaseModel) -> Gruppe:
        texte = self.bib.texte
        paare = []
        for name in feldarten(type(teil)):
            wert = getattr(teil, name)
            if wert in (None, "", (), False):
                continue
            werte = wert if isinstance(wert, tuple) else (wert,)
            text = "; ".join(_flach(self._wort(teil, name, w)) for w in werte)
            paare.append((texte[f"feld.{name}"], text))
        return tuple(paare)

    def _wort(self, teil: BaseModel, name: str, wert: Any) -> str:
        """Return a value as readers read it: a reference by its title, a code by its word."""
        typen = feldarten(type(teil))[name].verweis
        if typen:
            treffer = self.bib.katalog.finde(typen, wert)
            if treffer is None:
                return str(wert)
            karte = self.bib.karte(treffer[0], wert)
            url = self.adressen.von(self.bib.sprache, karte)
            titel = f"{karte.kennung} {karte.titel}".strip()
            return f"[{titel}]({url})" if url else titel
        if isinstance(wert, Enum):
            wort = f"wert.{type(wert).__name__.lower()}.{wert.value}"
            return str(self.bib.texte.get(wort) or wert.value)
        if isinstance(wert, bool):
            return self.bib.texte["daten.ja" if wert else "daten.nein"]
        return str(wert)


def ist_leitfaden(seite: Seite) -> bool:
    """Tell whether a chapter is about the matter, not about the program or the edition."""
    pfad = seite.kapitel.pfad if seite.kapitel is not None else ""
    return bool(pfad) and pfad not in _OHNE_KAPITEL and not pfad.startswith(HANDBUCH)


def _flach(text: str) -> str:
    return " ".join(text.split())
