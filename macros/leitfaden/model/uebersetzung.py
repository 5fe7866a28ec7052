"""English texts of a record: the derived model, the hash of the source, the merged record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

from leitfaden.model.felder import Datensatz
from leitfaden.model.felder_kunde import als_schluessel, feldarten, texte

# A change that is not translated yet must not take the whole English page away: the page shows
# the German line, the checks ask for a translation.
ENTBEHRLICH = "aenderungen["

SATZ = TypeVar("SATZ", bound=BaseModel)


def quellhash(text: str) -> str:
    """Return eight hex digits that change whenever the wording of a German text changes.

    White space is folded, so that a new line break in the file is no new wording.
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Uebersetzung:
    """English texts of one record and the source hashes they were made from.

    `texte` mirrors the shape of the record and holds only text fields.
    """

    texte: dict[str, Any]
    quellstand: dict[str, str]


@cache
def englisches_modell(modell: type[BaseModel], oben: bool = True) -> type[BaseModel]:
    """Derive the model of the English file: only text fields, all optional, unknown forbidden."""
    felder: dict[str, Any] = {}
    for name, art in feldarten(modell).items():
        info = modell.model_fields[name]
        if art.gruppe is not None:
            innen = englisches_modell(art.gruppe, False)
            if not innen.model_fields:
                continue
            eintrag: Any = innen
            typ: Any = tuple[eintrag | None, ...] if _ist_liste(info.annotation) else eintrag
        elif art.text:
            typ = tuple[str | None, ...] if _ist_liste(info.annotation) else str
        else:
            continue
        felder[name] = (typ | None, Field(default=None, description=info.description))
    if oben:
        felder["quellstand"] = (
            dict[str, str],
            Field(default={}, description="Je Feld die Prüfsumme des deutschen Texts."),
        )
    return create_model(
        f"{modell.__name__}Englisch",
        __config__=ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True),
        **felder,
    )


def _ist_liste(annotation: Any) -> bool:
    return "tuple" in str(annotation)


@dataclass(frozen=True)
class Abgleich:
    """How an English text stands to its German source, as keys such as `schritte[0].titel`."""

    fehlende: tuple[str, ...]
    veraltete: tuple[str, ...]
    ueberzaehlige: tuple[str, ...]


def gleiche_ab(satz: BaseModel, uebersetzung: Uebersetzung) -> Abgleich:
    """Compare the English texts of a record with its German ones."""
    englisch = {k for k, _ in _blaetter(uebersetzung.texte)}
    deutsch = {als_schluessel(pfad): text for pfad, text in texte(satz)}
    stand = uebersetzung.quellstand
    return Abgleich(
        fehlende=tuple(k for k in deutsch if k not in englisch),
        veraltete=tuple(
            k for k, text in deutsch.items() if k in englisch and stand.get(k) != quellhash(text)
        ),
        ueberzaehlige=tuple(sorted(englisch - deutsch.keys())),
    )


def _blaetter(wert: Any, schluessel: str = "") -> list[tuple[str, str]]:
    if isinstance(wert, dict):
        paare = [(f"{schluessel}.{k}" if schluessel else k, v) for k, v in wert.items()]
    elif isinstance(wert, list | tuple):
        paare = [(f"{schluessel}[{i}]", v) for i, v in enumerate(wert)]
    else:
        return [(schluessel, wert)] if wert is not None else []
    return [blatt for k, v in paare for blatt in _blaetter(v, k)]


def uebersetze(satz: SATZ, uebersetzung: Uebersetzung) -> SATZ:
    """Return the record with its texts replaced by the English ones where there are any."""
    return _ersetze(satz, uebersetzung.texte)


def _ersetze(satz: SATZ, neu: dict[str, Any]) -> SATZ:
    aenderung: dict[str, Any] = {}
    for name, art in feldarten(type(satz)).items():
        englisch = neu.get(name)
        alt = getattr(satz, name)
        if englisch is None or not (art.text or art.gruppe):
            continue
        if isinstance(alt, tuple):
            paare = zip(alt, [*englisch, *[None] * len(alt)], strict=False)
            aenderung[name] = tuple(_wert(a, e) for a, e in paare)
        else:
            aenderung[name] = _wert(alt, englisch)
    return satz.model_copy(update=aenderung)


def _wert(alt: Any, englisch: Any) -> Any:
    if englisch is None:
        return alt
    return _ersetze(alt, englisch) if isinstance(alt, BaseModel) else englisch


def ist_vollstaendig(satz: Datensatz, uebersetzung: Uebersetzung | None) -> bool:
    """Tell whether every German text of a record has an English one; changes do not count."""
    if uebersetzung is None:
        return next(texte(satz), None) is None
    englisch = {schluessel for schluessel, _ in _blaetter(uebersetzung.texte)}
    deutsch = (als_schluessel(pfad) for pfad, _ in texte(satz))
    return all(k in englisch or k.startswith(ENTBEHRLICH) for k in deutsch)
