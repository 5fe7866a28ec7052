"""What the handbook says about fields and macros, taken from the model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from leitfaden.model.betreiber import Betreiber
from leitfaden.model.felder import ID_MUSTER, Dateiname
from leitfaden.model.felder_kunde import Feldart, feldarten, merkmale
from leitfaden.model.kapitel import Kapitelkopf
from leitfaden.model.typen import INHALTSTYPEN, TYP_VON_NAME, Inhaltstyp
from leitfaden.views.makrokunde import MAKROS, Angabe

# Texts longer than this may have paragraphs.
_LANG = 1000
_ZAHLARTIG = re.compile(r"[\d.:–-]+")
_TAG = re.compile(r"\d{4}-\d{2}-\d{2}")

UEBERSCHRIFTEN = {
    "handlungsfeld": "Handlungsfeld",
    "massnahme": "Maßnahme",
    "praxisbeispiel": "Praxisbeispiel",
    "szenario": "Szenario",
    "vorlage": "Vorlage",
    "link": "Link",
    "glossareintrag": "Glossareintrag",
    "quelle": "Quelle",
    "dokument": "Dokument (Inhalt einer Vorlage)",
    "platzhalter": "Platzhalter",
}


@dataclass(frozen=True)
class Feldzeile:
    """One field: what to write into it and an example, both as an editor would type it."""

    name: str
    pflicht: bool
    beschreibung: str
    art: str
    werte: tuple[str, ...]
    beispiel: str


@dataclass(frozen=True)
class Feldgruppe:
    """The fields of a group; `pfad` is the field that holds it, empty for the record itself."""

    pfad: str
    felder: tuple[Feldzeile, ...]


@dataclass(frozen=True)
class Typblatt:
    """A content type: heading, where it is stored, its groups of fields."""

    anker: str
    titel: str
    ort: str
    gruppen: tuple[Feldgruppe, ...]


@dataclass(frozen=True)
class Angabezeile:
    """One argument of a macro."""

    name: str
    pflicht: bool
    beschreibung: str
    art: str
    werte: tuple[str, ...]


@dataclass(frozen=True)
class Makroblatt:
    """A macro: what it shows, an example call, its arguments."""

    name: str
    beschreibung: str
    beispiel: str
    angaben: tuple[Angabezeile, ...]
    beliebig_viele: bool


def typblaetter() -> tuple[Typblatt, ...]:
    """Describe every content type, the front matter of pages and the operator's file."""
    blaetter = [
        Typblatt(typ.name, UEBERSCHRIFTEN[typ.name], _ort(typ), _gruppen(typ.modell, typ.liste))
        for typ in INHALTSTYPEN
    ]
    kopf = Typblatt("seite", "Kopf einer Seite", "`docs/**/*.md`", _gruppen(Kapitelkopf, True))
    betreiber = Typblatt("betreiber", "Betreiber", "`betreiber.yml`", _gruppen(Betreiber, True))
    return (*blaetter, kopf, betreiber)


def makroblaetter() -> tuple[Makroblatt, ...]:
    """Describe every macro of hand-written pages."""
    return tuple(
        Makroblatt(
            name,
            makro.beschreibung,
            makro.beispiel,
            tuple(_angabezeile(n, a) for n, a in makro.angaben.items()),
            makro.beliebig_viele,
        )
        for name, makro in MAKROS.items()
    )


def _ort(typ: Inhaltstyp) -> str:
    if typ.liste:
        return f"ein Eintrag in `data/{typ.pfad}`"
    return f"eine Datei `data/{typ.pfad}/<kennung>.yml`"


def _gruppen(modell: type[BaseModel], mit_id: bool) -> tuple[Feldgruppe, ...]:
    return tuple(
        Feldgruppe(pfad, tuple(z for z in zeilen if pfad or mit_id or z.name != "id"))
        for pfad, zeilen in _alle_gruppen(modell, "")
    )


def _alle_gruppen(
    modell: type[BaseModel], pfad: str
) -> Iterator[tuple[str, tuple[Feldzeile, ...]]]:
    """Yield the fields of a model, then those of every group inside it."""
    arten = feldarten(modell)
    yield pfad, tuple(_feldzeile(n, modell.model_fields[n], art) for n, art in arten.items())
    for name, art in arten.items():
        if art.gruppe is not None:
            yield from _alle_gruppen(art.gruppe, f"{pfad}.{name}" if pfad else name)


def _feldzeile(name: str, info: FieldInfo, art: Feldart) -> Feldzeile:
    alle = [*info.metadata, *merkmale(info.annotation)]
    werte = _auswahl(alle)
    beispiel = info.examples[0] if info.examples else ""
    text = _listenart(info) + ("Auswahl" if werte else _einzeln(alle, art))
    if _ist_zuordnung(info.annotation):
        text = "Namen, je einer mit einem Wert"
    return Feldzeile(
        name=name,
        pflicht=info.is_required(),
        beschreibung=str(info.description or ""),
        art=text,
        werte=werte,
        beispiel="" if art.gruppe else _geschrieben(beispiel),
    )


def _auswahl(alle: Iterable[Any]) -> tuple[str, ...]:
    for merkmal in alle:
        if isinstance(merkmal, type) and issubclass(merkmal, StrEnum):
            return tuple(wert.value for wert in merkmal)
    return ()


def _listenart(info: FieldInfo) -> str:
    """Say that a field is a list, and how long; empty if it is none."""
    eintraege = _listentypen(info.annotation)
    if not eintraege:
        return ""
    if eintraege[-1] is not Ellipsis:
        return f"Liste, genau {len(eintraege)}: "
    mindestens = _grenze(info.metadata, "min_length")
    return f"Liste, mindestens {mindestens}: " if mindestens else "Liste: "


def _ist_zuordnung(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(map(_ist_zuordnung, get_args(annotation)))


def _listentypen(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is tuple:
        return get_args(annotation)
    return next((typen for a in get_args(annotation) if (typen := _listentypen(a))), ())


def _einzeln(alle: Sequence[Any], art: Feldart) -> str:
    if art.gruppe is not None:
        return "Gruppe"
    if art.verweis:
        return f"Kennung aus {_orte(art.verweis)}"
    if art.text:
        grenze = _grenze(alle, "max_length")
        return f"{'Text' if grenze > _LANG else 'Zeile'}, höchstens {grenze} Zeichen"
    beliebig = {str, float} <= {m for m in alle if isinstance(m, type)}
    if beliebig:
        alle = [date]
    for typ, wort in ((bool, "`ja` oder `nein`"), (date, "Datum JJJJ-MM-TT")):
        if typ in alle:
            return f"Text, Zahl oder {wort}" if beliebig else wort
    if int in alle or float in alle:
        return _zahl(alle)
    return _name(alle)


def _orte(typen: Iterable[str]) -> str:
    return " oder ".join(f"`data/{_ordner(TYP_VON_NAME[name])}`" for name in typen)


def _ordner(typ: Inhaltstyp) -> str:
    return typ.pfad if typ.liste else f"{typ.pfad}/"


def _zahl(alle: Sequence[Any]) -> str:
    von, bis = _grenze(alle, "ge"), _grenze(alle, "le")
    if von and bis:
        return f"Zahl von {von} bis {bis}"
    return f"Zahl ab {von}" if von else "Zahl"


def _name(alle: Sequence[Any]) -> str:
    if any(isinstance(m, Dateiname) for m in alle):
        return "Dateiname"
    muster = [p for m in alle if (p := getattr(m, "pattern", None))]
    if muster:
        return "Kennung" if muster[0] == ID_MUSTER else "feste Form, siehe Beispiel"
    return f"Name, höchstens {_grenze(alle, 'max_length')} Zeichen"


def _grenze(alle: Sequence[Any], name: str) -> int:
    """Return the strictest limit of that name, or 0; classes carry such names, too."""
    werte = [getattr(m, name, None) for m in alle if not isinstance(m, type)]
    return min((w for w in werte if isinstance(w, int)), default=0)


def _geschrieben(wert: Any) -> str:
    """Write an example as it stands in the file."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, list):
        return f"- {_geschrieben(wert[0])}" if wert else ""
    if isinstance(wert, Mapping):
        return ""
    text = str(wert)
    zahl = isinstance(wert, str) and _ZAHLARTIG.fullmatch(text) and not _TAG.fullmatch(text)
    if zahl or "\n" in text or ": " in text:
        return json.dumps(text, ensure_ascii=False)
    return text


def _angabezeile(name: str, angabe: Angabe) -> Angabezeile:
    if angabe.typen:
        alle = len(angabe.typen) == len(TYP_VON_NAME)
        art = "Kennung eines beliebigen Eintrags" if alle else f"Kennung aus {_orte(angabe.typen)}"
    elif angabe.wahrheitswert:
        art = "`true` oder `false`"
    else:
        art = "Auswahl" if angabe.werte else "freier Text"
    return Angabezeile(name, angabe.pflicht, angabe.beschreibung, art, angabe.werte)
