"""Turns what pydantic rejects into findings with a place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.felder_kunde import Pfad, feldarten
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
    gefaltet = {eintrag.casefold(): eintrag for eintrag in erlaubt}
    nah = get_close_matches(wort.casefold(), list(gefaltet), n=1, cutoff=0.6)
    return f" Meinten Sie „{gefaltet[nah[0]]}“?" if nah else ""


def feldfehler(
    dokument: Dokument,
    modell: type[BaseModel],
    fehler: ValidationError,
    wurzel: Pfad = (),
) -> list[Finding]:
    """Translate every error of one record; `wurzel` is the path of the record in its document."""
    befunde: dict[tuple[str, object], Finding] = {}
    for eintrag in fehler.errors():
        if _ist_folge(eintrag):
            continue
        pfad = _echter_pfad(eintrag["loc"], modell)
        befund = _befund(_Fall(dokument, modell, wurzel, pfad, eintrag))
        befunde.setdefault((befund.code, befund.location), befund)
    return list(befunde.values())


def _ist_folge(eintrag: Any) -> bool:
    """Pydantic does not count wrong entries: a list can be „too short“ only because of them."""
    zu_kurz: bool = eintrag["type"] == "too_short"
    return zu_kurz and len(eintrag["input"]) >= int(eintrag["ctx"]["min_length"])


def _echter_pfad(loc: Pfad, modell: type[BaseModel]) -> Pfad:
    """Drop the names pydantic adds for branches of a union."""
    pfad: list[str | int] = []
    gruppe: type[BaseModel] | None = modell
    for teil in loc:
        zweig = teil in ("int", "float", "str", "date") or (gruppe and teil == gruppe.__name__)
        if teil == "[key]":  # pydantic's mark of a mistake in a name instead of a value
            continue
        if pfad and zweig and not (gruppe and teil in gruppe.model_fields):
            continue
        pfad.append(teil)
        if isinstance(teil, str) and gruppe is not None:
            art = feldarten(gruppe).get(teil)
            gruppe = art.gruppe if art else None
    while len(pfad) > 1 and pfad[-1] in ("int", "float", "str", "date"):
        pfad.pop()
    return tuple(pfad)


@dataclass(frozen=True)
class _Fall:
    """One error of pydantic with everything needed to explain it."""

    dokument: Dokument
    modell: type[BaseModel]
    wurzel: Pfad
    pfad: Pfad
    eintrag: Any

    @property
    def ctx(self) -> Mapping[str, Any]:
        return self.eintrag.get("ctx") or {}

    @property
    def wert(self) -> Any:
        return self.eintrag.get("input")

    @property
    def feld(self) -> str:
        return next((str(teil) for teil in reversed(self.pfad) if isinstance(teil, str)), "")

    def ort(self, schluessel: bool = False) -> Location:
        return self.dokument.ort((*self.wurzel, *self.pfad), schluessel)


def _befund(fall: _Fall) -> Finding:
    art = str(fall.eintrag["type"])
    if art in _BESONDERE:
        return _BESONDERE[art](fall)
    if fall.wert is None:
        return finding("S009", fall.ort(schluessel=True), feld=fall.feld)
    if art in _GRENZEN:
        code, name = _GRENZEN[art]
        einheit = "Zeichen" if art.startswith("string") else "Einträge"
        grenze = fall.ctx.get(name, "")
        return finding(code, fall.ort(), feld=fall.feld, grenze=grenze, einheit=einheit)
    if art.startswith("date"):
        return finding("S008", fall.ort(), wert=fall.wert, feld=fall.feld)
    erwartet = _ERWARTET.get(art, "ein anderer Wert")
    return finding("S004", fall.ort(), feld=fall.feld, erwartet=erwartet)


def _fehlt(fall: _Fall) -> Finding:
    ort = fall.dokument.ort((*fall.wurzel, *fall.pfad[:-1]))
    if isinstance(fall.pfad[-1], int):  # a list of a fixed length
        info = _feldinfo(fall.modell, fall.pfad)
        laenge = len(get_args(info.annotation)) if info else ""
        return finding("S007", ort, feld=fall.feld, grenze=laenge, einheit="Einträge")
    return finding("S001", ort, feld=fall.feld)


def _unbekannt(fall: _Fall) -> Finding:
    gruppe = _gruppe(fall.modell, fall.pfad[:-1])
    namen = [n for n in gruppe.model_fields if n != "id"] if gruppe else []
    code = "S012" if fall.modell.__name__.endswith("Englisch") else "S002"
    nah = vorschlag(fall.feld, namen)
    ort = fall.ort(schluessel=True)
    return finding(code, ort, feld=fall.feld, erlaubt=", ".join(namen), vorschlag=nah)


def _nicht_erlaubt(fall: _Fall) -> Finding:
    if fall.wert is None:
        return finding("S009", fall.ort(schluessel=True), feld=fall.feld)
    werte = _aufzaehlung(fall.modell, fall.pfad)
    return finding(
        "S003",
        fall.ort(),
        wert=fall.wert,
        feld=fall.feld,
        erlaubt=", ".join(werte),
        vorschlag=vorschlag(str(fall.wert), werte),
    )


def _falsche_form(fall: _Fall) -> Finding:
    beispiel = _beispiel(fall.modell, fall.pfad)
    return finding("S005", fall.ort(), wert=fall.wert, feld=fall.feld, beispiel=beispiel)


def _regel(fall: _Fall) -> Finding:
    """A rule within a record names code and field itself."""
    teile = str(fall.ctx["feld"]).split(".")
    feld = (int(teil) if teil.isdecimal() else teil for teil in teile)
    ort = fall.dokument.ort((*fall.wurzel, *fall.pfad, *feld))
    werte = {name: wert for name, wert in fall.ctx.items() if name not in ("code", "feld")}
    return finding(str(fall.ctx["code"]), ort, feld=teile[-1], **werte)


_BESONDERE: dict[str, Callable[[_Fall], Finding]] = {
    "missing": _fehlt,
    "extra_forbidden": _unbekannt,
    "enum": _nicht_erlaubt,
    "string_pattern_mismatch": _falsche_form,
    "regel": _regel,
}


def _gruppe(modell: type[BaseModel], pfad: Pfad) -> type[BaseModel] | None:
    gruppe: type[BaseModel] | None = modell
    for teil in pfad:
        if isinstance(teil, str) and gruppe is not None:
            art = feldarten(gruppe).get(teil)
            gruppe = art.gruppe if art else None
    return gruppe


def _feldinfo(modell: type[BaseModel], pfad: Pfad) -> Any:
    namen = [i for i, teil in enumerate(pfad) if isinstance(teil, str)]
    gruppe = _gruppe(modell, pfad[: namen[-1]]) if namen else None
    return gruppe.model_fields.get(str(pfad[namen[-1]])) if gruppe else None


def _aufzaehlung(modell: type[BaseModel], pfad: Pfad) -> list[str]:
    info = _feldinfo(modell, pfad)
    offen = [info.annotation] if info else []
    while offen:
        typ = offen.pop()
        if isinstance(typ, type) and issubclass(typ, StrEnum):
            return [wert.value for wert in typ]
        offen += get_args(typ)
    return []


def _beispiel(modell: type[BaseModel], pfad: Pfad) -> str:
    info = _feldinfo(modell, pfad)
    beispiele = info.examples if info and info.examples else [""]
    beispiel = beispiele[0]
    return str(beispiel[0] if isinstance(beispiel, list) else beispiel)
