"""Knowledge about the fields of a model: which hold text, which refer to other records."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from leitfaden.model.felder import Uebersetzbar, Verweis

Pfad = tuple[str | int, ...]


@dataclass(frozen=True)
class Feldart:
    """What the values of a field are: text to translate, a reference, a group of fields."""

    text: bool = False
    verweis: tuple[str, ...] = ()
    gruppe: type[BaseModel] | None = None


def merkmale(annotation: Any) -> Iterator[Any]:
    """Yield every annotation metadata and class below a type annotation."""
    if get_origin(annotation) is typing.Annotated:
        basis, *rest = get_args(annotation)
        yield from rest
        yield from merkmale(basis)
    elif get_args(annotation):
        for teil in get_args(annotation):
            yield from merkmale(teil)
    else:
        yield annotation


@cache
def feldarten(modell: type[BaseModel]) -> dict[str, Feldart]:
    """Describe every field of a model class."""
    arten = {}
    for name, info in modell.model_fields.items():
        alle = [*info.metadata, *merkmale(info.annotation)]
        verweise = [m for m in alle if isinstance(m, Verweis)]
        gruppen = [m for m in alle if isinstance(m, type) and issubclass(m, BaseModel)]
        arten[name] = Feldart(
            text=any(isinstance(m, Uebersetzbar) for m in alle),
            verweis=verweise[0].typen if verweise else (),
            gruppe=gruppen[0] if gruppen else None,
        )
    return arten


def _werte(wert: Any, pfad: Pfad) -> Iterator[tuple[Pfad, Any]]:
    if isinstance(wert, tuple):
        for nummer, eintrag in enumerate(wert):
            yield (*pfad, nummer), eintrag
    elif wert is not None:
        yield pfad, wert


def texte(satz: BaseModel, pfad: Pfad = ()) -> Iterator[tuple[Pfad, str]]:
    """Yield (path, text) for every translatable text of a record, in field order."""
    for name, art in feldarten(type(satz)).items():
        if not (art.text or art.gruppe):
            continue
        for ort, wert in _werte(getattr(satz, name), (*pfad, name)):
            if isinstance(wert, BaseModel):
                yield from texte(wert, ort)
            elif art.text and isinstance(wert, str):
                yield ort, wert


def verweise(satz: BaseModel, pfad: Pfad = ()) -> Iterator[tuple[Pfad, tuple[str, ...], str]]:
    """Yield (path, allowed types, id) for every reference of a record."""
    for name, art in feldarten(type(satz)).items():
        if not (art.verweis or art.gruppe):
            continue
        for ort, wert in _werte(getattr(satz, name), (*pfad, name)):
            if isinstance(wert, BaseModel):
                yield from verweise(wert, ort)
            elif art.verweis:
                yield ort, art.verweis, wert


def als_schluessel(pfad: Pfad) -> str:
    """Write a path the way translation files do: `schritte[0].titel`."""
    schluessel = ""
    for teil in pfad:
        if isinstance(teil, int):
            schluessel += f"[{teil}]"
        else:
            schluessel += f".{teil}" if schluessel else teil
    return schluessel
