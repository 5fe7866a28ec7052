"""The functions formulas may use; IF, AND, OR and IFERROR, which pick, are in rechnen.py."""

from __future__ import annotations

import calendar
import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from math import sqrt
from typing import TypeVar

from leitfaden.formeln.werte import (
    BEZUG,
    DIV0,
    NV,
    WERT,
    ZAHL,
    Abbruch,
    Einzelwert,
    Ergebnis,
    Fehlerwert,
    Feld,
    als_nummer,
    als_tag,
    als_text,
    als_zahl,
    einzeln,
    je_zelle,
    vergleiche,
)

T = TypeVar("T")
Funktion = Callable[[Sequence[Ergebnis]], Ergebnis]
_MUSTER = re.compile(r"(<=|>=|<>|=|<|>)?(.*)", re.DOTALL)
_PASST: dict[str, Callable[[int], bool]] = {
    "": lambda r: r == 0,
    "=": lambda r: r == 0,
    "<>": lambda r: r != 0,
    "<": lambda r: r < 0,
    "<=": lambda r: r <= 0,
    ">": lambda r: r > 0,
    ">=": lambda r: r >= 0,
}


def _alle(argumente: Sequence[Ergebnis]) -> Iterator[Einzelwert]:
    for wert in argumente:
        if isinstance(wert, Feld):
            yield from wert.alle()
        else:
            yield wert


def _zahlen(argumente: Sequence[Ergebnis]) -> list[float]:
    """Return the numbers; words and empty cells of ranges do not count, errors do."""
    zahlen = []
    for wert in _alle(argumente):
        if isinstance(wert, Fehlerwert):
            raise Abbruch(wert)
        if isinstance(wert, float):
            zahlen.append(wert)
    return zahlen


def _aus_zahlen(tu: Callable[[list[float]], float], leer: float | Fehlerwert) -> Funktion:
    def funktion(argumente: Sequence[Ergebnis]) -> Ergebnis:
        zahlen = _zahlen(argumente)
        if not zahlen:
            return leer
        return float(tu(zahlen))

    return funktion


def _stdevp(zahlen: list[float]) -> float:
    mittel = sum(zahlen) / len(zahlen)
    return sqrt(sum((z - mittel) ** 2 for z in zahlen) / len(zahlen))


def _count(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return float(sum(isinstance(w, float) for w in _alle(argumente)))


def _counta(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return float(sum(w is not None for w in _alle(argumente)))


def _countblank(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return float(sum(w in (None, "") for w in _alle(argumente)))


def _passt(wert: Einzelwert, bedingung: Einzelwert) -> bool:
    """Tell whether a cell meets a condition such as `ja`, 3 or `>=2`."""
    if not isinstance(bedingung, str):
        return isinstance(wert, float) and vergleiche(wert, bedingung) == 0
    treffer = _MUSTER.fullmatch(bedingung)
    zeichen, rest = (treffer.group(1) or "", treffer.group(2)) if treffer else ("", bedingung)
    if rest == "":
        leer = wert is None or (wert == "" and zeichen != "=")
        return leer != (zeichen == "<>")
    ziel: Einzelwert = float(rest) if re.fullmatch(r"-?\d+(\.\d+)?", rest) else rest
    gleiche_art = isinstance(wert, float) == isinstance(ziel, float) and wert is not None
    if isinstance(wert, Fehlerwert) or not gleiche_art:
        return zeichen == "<>"
    return _PASST[zeichen](vergleiche(wert, ziel))


def _feld(wert: Ergebnis) -> Feld:
    return wert if isinstance(wert, Feld) else Feld(((wert,),))


def _countif(argumente: Sequence[Ergebnis]) -> Ergebnis:
    bereich = list(_feld(argumente[0]).alle())

    def zaehle(bedingung: Einzelwert, _: Einzelwert) -> Einzelwert:
        return float(sum(_passt(wert, bedingung) for wert in bereich))

    return je_zelle(zaehle, argumente[1], None)


def _treffer(argumente: Sequence[Ergebnis]) -> list[bool]:
    """Tell for each cell whether all conditions hold; ranges and conditions take turns."""
    paare = list(zip(argumente[::2], argumente[1::2], strict=True))
    spalten = [[_passt(w, einzeln(b)) for w in _feld(f).alle()] for f, b in paare]
    return [all(reihe) for reihe in _nebeneinander(spalten)]


def _nebeneinander(spalten: Sequence[Sequence[T]]) -> Iterator[tuple[T, ...]]:
    """Walk through ranges side by side; they must have the same size."""
    if len({len(spalte) for spalte in spalten}) > 1:
        raise Abbruch(WERT)
    return zip(*spalten, strict=True)


def _countifs(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return float(sum(_treffer(argumente)))


def _sumif(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return _sumifs([argumente[2] if len(argumente) > 2 else argumente[0], *argumente[:2]])


def _sumifs(argumente: Sequence[Ergebnis]) -> Ergebnis:
    werte = list(_feld(argumente[0]).alle())
    paare = _nebeneinander((werte, _treffer(argumente[1:])))
    return sum((wert for wert, ja in paare if ja and isinstance(wert, float)), 0.0)


def _sumproduct(argumente: Sequence[Ergebnis]) -> Ergebnis:
    summe = 0.0
    for reihe in _nebeneinander([tuple(_feld(a).alle()) for a in argumente]):
        produkt = 1.0
        for wert in reihe:
            if isinstance(wert, Fehlerwert):
                raise Abbruch(wert)
            # A calculated rectangle of one argument counts truth values, a plain range does not.
            zaehlt = isinstance(wert, float) or (len(reihe) == 1 and isinstance(wert, bool))
            produkt *= als_zahl(wert) if zaehlt else 0.0
        summe += produkt
    return summe


def _rank(argumente: Sequence[Ergebnis]) -> Ergebnis:
    wert = als_zahl(einzeln(argumente[0]))
    zahlen = _zahlen([argumente[1]])
    if wert not in zahlen:
        return NV
    aufsteigend = len(argumente) > 2 and als_zahl(einzeln(argumente[2])) != 0
    return 1.0 + sum((z < wert) if aufsteigend else (z > wert) for z in zahlen)


def _groesste(kleinste: bool) -> Funktion:
    def funktion(argumente: Sequence[Ergebnis]) -> Ergebnis:
        zahlen = sorted(_zahlen([argumente[0]]), reverse=not kleinste)
        stelle = int(als_zahl(einzeln(argumente[1])))
        return zahlen[stelle - 1] if 1 <= stelle <= len(zahlen) else ZAHL

    return funktion


def _runde(art: str) -> Funktion:
    def funktion(argumente: Sequence[Ergebnis]) -> Ergebnis:
        zahl = als_zahl(einzeln(argumente[0]))
        stellen = int(als_zahl(einzeln(argumente[1]))) if len(argumente) > 1 else 0
        # Fifteen digits are what spreadsheets keep: 1.005 is meant, not 1.00499999999999989.
        genau = Decimal(f"{zahl:.15g}")
        return float(genau.quantize(Decimal(1).scaleb(-stellen), rounding=art))

    return funktion


def _monat_weiter(tag: date, monate: int) -> date:
    nummer = tag.year * 12 + tag.month - 1 + monate
    jahr, monat = divmod(nummer, 12)
    if not MINYEAR <= jahr <= MAXYEAR:
        raise Abbruch(ZAHL)
    ende = calendar.monthrange(jahr, monat + 1)[1]
    return date(jahr, monat + 1, min(tag.day, ende))


def _edate(argumente: Sequence[Ergebnis]) -> Ergebnis:
    tag = als_tag(als_zahl(einzeln(argumente[0])))
    return als_nummer(_monat_weiter(tag, int(als_zahl(einzeln(argumente[1])))))


def _date(argumente: Sequence[Ergebnis]) -> Ergebnis:
    jahr, monat, tag = (int(als_zahl(einzeln(a))) for a in argumente)
    if not MINYEAR <= jahr <= MAXYEAR:
        return ZAHL
    return als_nummer(_monat_weiter(date(jahr, 1, 1), monat - 1)) + tag - 1


def _teil_des_tags(name: str) -> Funktion:
    def funktion(argumente: Sequence[Ergebnis]) -> Ergebnis:
        return float(getattr(als_tag(als_zahl(einzeln(argumente[0]))), name))

    return funktion


def _index(argumente: Sequence[Ergebnis]) -> Ergebnis:
    feld = _feld(argumente[0])
    zeile, spalte = (
        int(als_zahl(einzeln(argumente[i]))) if len(argumente) > i else 0 for i in (1, 2)
    )
    if len(argumente) == 2 and len(feld.zeilen) == 1:
        zeile, spalte = 1, zeile
    if not (0 <= zeile <= len(feld.zeilen) and 0 <= spalte <= len(feld.zeilen[0])):
        return BEZUG
    zeilen = feld.zeilen if zeile == 0 else (feld.zeilen[zeile - 1],)
    if spalte:
        zeilen = tuple((reihe[spalte - 1],) for reihe in zeilen)
    return zeilen[0][0] if len(zeilen) == len(zeilen[0]) == 1 else Feld(zeilen)


def _match(argumente: Sequence[Ergebnis]) -> Ergebnis:
    """Find an exact match only; the sorted search is nothing a template should rely on."""
    gesucht = einzeln(argumente[0])
    if len(argumente) < 3 or als_zahl(einzeln(argumente[2])) != 0:
        return WERT
    for nummer, wert in enumerate(_feld(argumente[1]).alle(), 1):
        if wert is not None and not isinstance(wert, Fehlerwert) and not vergleiche(wert, gesucht):
            return float(nummer)
    return NV


def _ist(pruefe: Callable[[Einzelwert], bool]) -> Funktion:
    def funktion(argumente: Sequence[Ergebnis]) -> Ergebnis:
        return je_zelle(lambda wert, _: pruefe(wert), argumente[0], None)

    return funktion


def _abs(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return abs(als_zahl(einzeln(argumente[0])))


def _len(argumente: Sequence[Ergebnis]) -> Ergebnis:
    return float(len(als_text(einzeln(argumente[0]))))


FUNKTIONEN: dict[str, Funktion] = {
    "ABS": _abs,
    "AVERAGE": _aus_zahlen(lambda z: sum(z) / len(z), DIV0),
    "COUNT": _count,
    "COUNTA": _counta,
    "COUNTBLANK": _countblank,
    "COUNTIF": _countif,
    "COUNTIFS": _countifs,
    "DATE": _date,
    "DAY": _teil_des_tags("day"),
    "EDATE": _edate,
    "INDEX": _index,
    "ISBLANK": _ist(lambda wert: wert is None),
    "ISNUMBER": _ist(lambda wert: isinstance(wert, float)),
    "ISTEXT": _ist(lambda wert: isinstance(wert, str)),
    "LARGE": _groesste(kleinste=False),
    "LEN": _len,
    "MATCH": _match,
    "MAX": _aus_zahlen(max, 0.0),
    "MEDIAN": _aus_zahlen(statistics.median, ZAHL),
    "MIN": _aus_zahlen(min, 0.0),
    "MONTH": _teil_des_tags("month"),
    "RANK": _rank,
    "ROUND": _runde(ROUND_HALF_UP),
    "ROUNDDOWN": _runde(ROUND_DOWN),
    "ROUNDUP": _runde(ROUND_UP),
    "SMALL": _groesste(kleinste=True),
    "STDEVP": _aus_zahlen(_stdevp, DIV0),
    "SUM": _aus_zahlen(sum, 0.0),
    "SUMIF": _sumif,
    "SUMIFS": _sumifs,
    "SUMPRODUCT": _sumproduct,
    "YEAR": _teil_des_tags("year"),
}
