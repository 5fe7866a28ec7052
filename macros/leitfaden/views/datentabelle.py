"""Records of a type as a table: its columns with their meaning, its rows as plain values."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from leitfaden.model.felder import Datensatz
from leitfaden.model.felder_kunde import feldarten, merkmale
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.texts import Texte
from leitfaden.views import datenformat as f
from leitfaden.views.datensatz import Datenbestand

Wert = str | int | float | bool | date | None
# Between the values of a cell, and between values of one of these values.
TRENNER = "\n"
INNERER_TRENNER = " | "
_VORN = ("seite", "datei_json", "textsprache")
_DATENTYPEN = ((bool, "boolean"), (date, "date"), (float, "number"), (int, "integer"))


@dataclass(frozen=True)
class Spalte:
    """A column: its name in files for programs, its title for people, what it holds.

    With `mehrere` a cell holds any number of values, one a line.
    """

    name: str
    titel: str
    beschreibung: str
    datentyp: str
    mehrere: bool = False
    pflicht: bool = False
    werte: tuple[str, ...] = ()


@dataclass(frozen=True)
class Datentabelle:
    """A table; `zeilen` makes the rows anew each time, for there may be many."""

    typ: str
    titel: str
    sprache: str
    stand: date
    spalten: tuple[Spalte, ...]
    zeilen: Callable[[], Iterator[tuple[Wert, ...]]]


@dataclass(frozen=True)
class _Quelle:
    """Where the values of a column come from: a field, or a field of a group."""

    feld: str
    innen: str = ""
    liste: bool = False

    @property
    def name(self) -> str:
        return f"{self.feld}_{self.innen}" if self.innen else self.feld


def datentabelle(bestand: Datenbestand, typ: str) -> Datentabelle:
    """Return the records of a type as a table in the language of the library."""
    texte = bestand.bib.texte
    modell = TYP_VON_NAME[typ].modell
    quellen = _quellen(modell)
    saetze = bestand.bib.katalog.von(typ)
    stand = max((s for s in map(f.stand_von, saetze.values()) if s), default=f.AENDERUNGEN[-1].am)
    vorn = [
        Spalte(name, texte[f"feld.{name}"], texte[f"daten.beschr_{name}"], "string")
        for name in _VORN
    ]
    spalten = [_spalte(modell, quelle, texte) for quelle in quellen]
    return Datentabelle(
        typ=typ,
        titel=texte[f"daten.typ.{typ}"],
        sprache=bestand.sprache,
        stand=stand,
        spalten=(spalten[0], *vorn, *spalten[1:]),
        zeilen=lambda: _zeilen(bestand, typ, quellen),
    )


def _zeilen(
    bestand: Datenbestand, typ: str, quellen: tuple[_Quelle, ...]
) -> Iterator[tuple[Wert, ...]]:
    for karte in bestand.karten(typ):
        seite = bestand.adressen.von(bestand.sprache, karte)
        daten = bestand.adressen.datei(f.satzpfad(bestand.sprache, typ, karte.id))
        werte = [_wert(karte.satz, quelle) for quelle in quellen]
        yield (werte[0], seite, daten, karte.sprache, *werte[1:])


@cache
def _quellen(modell: type[Datensatz]) -> tuple[_Quelle, ...]:
    quellen: list[_Quelle] = []
    for name, art in feldarten(modell).items():
        liste = _ist_liste(modell, name)
        if art.gruppe is None:
            quellen.append(_Quelle(name, liste=liste))
        else:
            quellen += [_Quelle(name, innen, liste) for innen in feldarten(art.gruppe)]
    return tuple(quellen)


def _ist_liste(modell: type[BaseModel], name: str) -> bool:
    return any(get_origin(teil) is tuple for teil in _teile(modell.model_fields[name].annotation))


def _teile(annotation: Any) -> Iterator[Any]:
    """Yield the alternatives of an annotation, without what is noted on them."""
    if get_origin(annotation) is typing.Annotated:
        yield from _teile(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for teil in get_args(annotation):
            yield from _teile(teil)
    else:
        yield annotation


def _spalte(modell: type[Datensatz], quelle: _Quelle, texte: Texte) -> Spalte:
    aussen = modell.model_fields[quelle.feld]
    gruppe = feldarten(modell)[quelle.feld].gruppe
    info = gruppe.model_fields[quelle.innen] if gruppe is not None and quelle.innen else aussen
    titel = texte[f"feld.{quelle.feld}"]
    if quelle.innen:
        titel += f": {texte[f'feld.{quelle.innen}']}"
    alle = [m for m in merkmale(info.annotation) if isinstance(m, type)]
    werte = next((m for m in alle if issubclass(m, StrEnum)), None)
    return Spalte(
        name=quelle.name,
        titel=titel,
        beschreibung=info.description or "",
        datentyp=next((name for art, name in _DATENTYPEN if art in alle), "string"),
        mehrere=quelle.liste,
        pflicht=not quelle.liste and aussen.is_required() and info.is_required(),
        werte=_beschriftet(werte, texte) if werte is not None else (),
    )


def _beschriftet(werte: type[StrEnum], texte: Texte) -> tuple[str, ...]:
    """Return the values of a vocabulary, each with its label where it differs."""
    worte: Mapping[str, str] = texte
    paare = ((w.value, worte.get(f"wert.{werte.__name__.lower()}.{w.value}", "")) for w in werte)
    return tuple(f"{w} ({wort})" if wort and wort != w else w for w, wort in paare)


def _wert(satz: Datensatz, quelle: _Quelle) -> Wert:
    wert = getattr(satz, quelle.feld)
    if not quelle.liste:
        return _einfach(getattr(wert, quelle.innen) if quelle.innen and wert is not None else wert)
    if not wert:
        return ""
    if quelle.innen:
        wert = [getattr(eintrag, quelle.innen) for eintrag in wert]
    return TRENNER.join(_in_einer_zeile(eintrag) for eintrag in wert)


def _einfach(wert: Any) -> Wert:
    if isinstance(wert, tuple):
        return INNERER_TRENNER.join(_in_einer_zeile(teil) for teil in wert)
    if isinstance(wert, Enum):
        return str(wert.value)
    einfach: Wert = wert
    return einfach


def _in_einer_zeile(wert: Any) -> str:
    """Write a value of a cell that holds several: lines would be taken for further values."""
    if type(wert) is str:  # most of them
        return wert if "\n" not in wert else " ".join(wert.split())
    einfach = _einfach(wert)
    if isinstance(einfach, bool):
        return "true" if einfach else "false"
    return "" if einfach is None else " ".join(str(einfach).split())
