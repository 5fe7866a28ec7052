"""Turns what pydantic rejects into findings with a place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from leitfaden.findings import Finding, finding
from leitfaden.model.felder_kunde import feldarten
from leitfaden.source.yaml_reader import Dokument

_ERWARTET = {
    "string_type": "ein Text",
    "int_type": "eine ganze Zahl",
    "int_parsing": "eine ganze Zahl",
    "int_from_float": "eine ganze Zahl",
    "float_type": "eine Zahl",
    "float_parsing": "eine Zahl",
    "bool_type": "„ja“ oder „nein“",
    "bool_parsing": "„ja“ oder „nein“",
    "tuple_type": "eine Liste mit Spiegelstrichen",
    "model_type": "eine Gruppe von Feldern",
    "model_attributes_type": "eine Gruppe von Feldern",
    "dict_type": "eine Gruppe von Feldern",
}
_GRENZEN = {
    "string_too_long": ("S006", "max_length"),
    "string_too_short": ("S007", "min_length"),
    "too_short": ("S007", "min_length"),
    "too_long": ("S006", "max_length"),
    "greater_than_equal": ("S010", "ge"),
    "less_than_equal": ("S010", "le"),
}


def vorschlag(wort: str, erlaubt: Iterable[str]) -> str:
    """Return „Meinten Sie …?“ for the nearest allowed word, or nothing."""
    nah = get_close_matches(wort.casefold(), list(erlaubt), n=1, cutoff=0.6)
    return f" Meinten Sie „{nah[0]}“?" if nah else ""


def feldfehler(
    dokument: Dokument,
    modell: type[BaseModel],
    fehler: ValidationError,
    wurzel: tuple[str | int, ...] = (),
) -> list[Finding]:
    """Translate every error of one record; `wurzel` is the path of the record in its document."""
    befunde: dict[tuple[str, object], Finding] = {}
    for eintrag in fehler.errors():
        pfad = _echter_pfad(eintrag["loc"], modell)
        befund = _befund(dokument, modell, wurzel, pfad, eintrag)
        befunde.setdefault((befund.code, befund.location), befund)
    return list(befunde.values())


def _echter_pfad(loc: tuple[str | int, ...], modell: type[BaseModel]) -> tuple[str | int, ...]:
    """Drop the names pydantic adds for branches of a union."""
    pfad: list[str | int] = []
    gruppe: type[BaseModel] | None = modell
    for teil in loc:
        if isinstance(teil, str) and gruppe is not None and teil not in gruppe.model_fields:
            if pfad and teil in ("int", "float", "str", "date", gruppe.__name__):
                continue
        pfad.append(teil)
        if isinstance(teil, str) and gruppe is not None:
            art = feldarten(gruppe).get(teil)
            gruppe = art.gruppe if art else None
    while len(pfad) > 1 and pfad[-1] in ("int", "float", "str", "date"):
        pfad.pop()
    return tuple(pfad)


def _befund(
    dokument: Dokument,
    modell: type[BaseModel],
    wurzel: tuple[str | int, ...],
    pfad: tuple[str | int, ...],
    eintrag: Any,
) -> Finding:
    art = str(eintrag["type"])
    ctx: Mapping[str, Any] = eintrag.get("ctx") or {}
    ort = dokument.ort((*wurzel, *pfad))
    feld = _feldname(pfad)
    if art == "missing":
        return finding("S001", dokument.ort((*wurzel, *pfad[:-1])), feld=feld)
    if art == "extra_forbidden":
        gruppe = _gruppe(modell, pfad[:-1])
        namen = [n for n in gruppe.model_fields if n != "id"] if gruppe else []
        code = "S012" if modell.__name__.endswith("Englisch") else "S002"
        ort = dokument.ort((*wurzel, *pfad), schluessel=True)
        nah = vorschlag(str(pfad[-1]), namen)
        return finding(code, ort, feld=feld, erlaubt=", ".join(namen), vorschlag=nah)
    if eintrag.get("input") is None:
        return finding("S009", dokument.ort((*wurzel, *pfad), schluessel=True), feld=feld)
    if art == "enum":
        werte = _aufzaehlung(modell, pfad)
        nah = vorschlag(str(eintrag["input"]), werte)
        erlaubt = ", ".join(werte)
        return finding("S003", ort, wert=eintrag["input"], feld=feld, erlaubt=erlaubt, vorschlag=nah)
    if art == "string_pattern_mismatch":
        return finding("S005", ort, wert=eintrag["input"], feld=feld, beispiel=_beispiel(modell, pfad))
    if art in _GRENZEN:
        code, name = _GRENZEN[art]
        return finding(code, ort, feld=feld, grenze=ctx.get(name, ""), einheit=_einheit(art))
    if art.startswith("date"):
        return finding("S008", ort, wert=eintrag["input"], feld=feld)
    if art == "regel":
        return finding(str(ctx["code"]), _regelort(dokument, wurzel, pfad, ctx), **_werte(ctx))
    return finding("S004", ort, feld=feld, erwartet=_ERWARTET.get(art, "ein anderer Wert"))


def _regelort(
    dokument: Dokument, wurzel: tuple[str | int, ...], pfad: tuple[str | int, ...], ctx: Any
) -> Any:
    feld = (int(teil) if teil.isdecimal() else teil for teil in str(ctx["feld"]).split("."))
    return dokument.ort((*wurzel, *pfad, *feld))


def _werte(ctx: Mapping[str, Any]) -> dict[str, Any]:
    werte = {name: wert for name, wert in ctx.items() if name != "code"}
    return {**werte, "feld": str(ctx["feld"]).rsplit(".", 1)[-1]}


def _feldname(pfad: tuple[str | int, ...]) -> str:
    return next((str(teil) for teil in reversed(pfad) if isinstance(teil, str)), "")


def _einheit(art: str) -> str:
    return "Zeichen" if art.startswith("string") else "Einträge"


def _gruppe(modell: type[BaseModel], pfad: tuple[str | int, ...]) -> type[BaseModel] | None:
    gruppe: type[BaseModel] | None = modell
    for teil in pfad:
        if isinstance(teil, str) and gruppe is not None:
            art = feldarten(gruppe).get(teil)
            gruppe = art.gruppe if art else None
    return gruppe


def _feldinfo(modell: type[BaseModel], pfad: tuple[str | int, ...]) -> Any:
    namen = [i for i, teil in enumerate(pfad) if isinstance(teil, str)]
    gruppe = _gruppe(modell, pfad[: namen[-1]]) if namen else None
    return gruppe.model_fields.get(str(pfad[namen[-1]])) if gruppe else None


def _aufzaehlung(modell: type[BaseModel], pfad: tuple[str | int, ...]) -> list[str]:
    info = _feldinfo(modell, pfad)
    offen = [info.annotation] if info else []
    while offen:
        typ = offen.pop()
        if isinstance(typ, type) and issubclass(typ, StrEnum):
            return [wert.value for wert in typ]
        offen += get_args(typ)
    return []


def _beispiel(modell: type[BaseModel], pfad: tuple[str | int, ...]) -> str:
    info = _feldinfo(modell, pfad)
    beispiele = info.examples if info and info.examples else [""]
    beispiel = beispiele[0]
    return str(beispiel[0] if isinstance(beispiel, list) else beispiel)
