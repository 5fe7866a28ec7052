"""Values while calculating: how spreadsheets compare them and turn one kind into another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_TAG_NULL = date(1899, 12, 30)


@dataclass(frozen=True)
class Fehlerwert:
    """What a cell shows when its formula has no result."""

    code: str


@dataclass(frozen=True)
class Feld:
    """A rectangle of values."""

    zeilen: tuple[tuple[Einzelwert, ...], ...]

    def alle(self) -> Iterator[Einzelwert]:
        """Yield every value, row by row."""
        for zeile in self.zeilen:
            yield from zeile


# None is an empty cell.
Einzelwert = float | str | bool | None | Fehlerwert
Ergebnis = Einzelwert | Feld

DIV0, WERT, NV, ZAHL, BEZUG = map(Fehlerwert, ("#DIV/0!", "#VALUE!", "#N/A", "#NUM!", "#REF!"))


class Abbruch(Exception):  # noqa: N818 - no mistake of the program: a cell shows an error
    """Ends a calculation with an error value."""

    def __init__(self, wert: Fehlerwert) -> None:
        super().__init__(wert.code)
        self.wert = wert


def als_tag(zahl: float) -> date:
    """Return the day a number stands for."""
    return _TAG_NULL + timedelta(days=int(zahl))


def als_nummer(tag: date) -> float:
    """Return the number a day is stored as."""
    return float((tag - _TAG_NULL).days)


def einzeln(wert: Ergebnis) -> Einzelwert:
    """Return the upper left value of a rectangle; raises Abbruch for an error value."""
    if isinstance(wert, Feld):
        wert = wert.zeilen[0][0]
    if isinstance(wert, Fehlerwert):
        raise Abbruch(wert)
    return wert


def als_zahl(wert: Einzelwert) -> float:
    """Turn a value into a number as operators do; raises Abbruch for words."""
    if isinstance(wert, Fehlerwert):
        raise Abbruch(wert)
    if wert is None:
        return 0.0
    if isinstance(wert, str):
        try:
            return float(wert)
        except ValueError:
            raise Abbruch(WERT) from None
    return float(wert)


def als_text(wert: Einzelwert) -> str:
    """Turn a value into text as `&` does."""
    if isinstance(wert, Fehlerwert):
        raise Abbruch(wert)
    if wert is None:
        return ""
    if isinstance(wert, bool):
        return "TRUE" if wert else "FALSE"
    if isinstance(wert, float) and wert.is_integer():
        return str(int(wert))
    return str(wert)


def als_wahrheit(wert: Einzelwert) -> bool:
    """Turn a value into a truth value."""
    return wert if isinstance(wert, bool) else als_zahl(wert) != 0


def vergleiche(links: Einzelwert, rechts: Einzelwert) -> int:
    """Return -1, 0 or 1; numbers come before words, words before truth values."""
    for wert in (links, rechts):
        if isinstance(wert, Fehlerwert):
            raise Abbruch(wert)
    a, b = _rang(links, rechts), _rang(rechts, links)
    return (a > b) - (a < b)


def _rang(wert: Einzelwert, anderer: Einzelwert) -> tuple[int, float, str]:
    if wert is None:  # an empty cell equals nothing as well as zero
        return (1, 0.0, "") if isinstance(anderer, str) else (0, 0.0, "")
    if isinstance(wert, bool):
        return (2, float(wert), "")
    if isinstance(wert, str):
        return (1, 0.0, wert.casefold())
    return (0, als_zahl(wert), "")


def je_zelle(
    tu: Callable[[Einzelwert, Einzelwert], Einzelwert], links: Ergebnis, rechts: Ergebnis
) -> Ergebnis:
    """Apply an operation to two values, or cell by cell if one of them is a rectangle."""
    if not isinstance(links, Feld) and not isinstance(rechts, Feld):
        return tu(links, rechts)
    hoehe = max(_masse(links)[0], _masse(rechts)[0])
    breite = max(_masse(links)[1], _masse(rechts)[1])
    return Feld(
        tuple(
            tuple(_sicher(tu, _stelle(links, z, s), _stelle(rechts, z, s)) for s in range(breite))
            for z in range(hoehe)
        )
    )


def _sicher(
    tu: Callable[[Einzelwert, Einzelwert], Einzelwert], links: Einzelwert, rechts: Einzelwert
) -> Einzelwert:
    try:
        return tu(links, rechts)
    except Abbruch as fehler:
        return fehler.wert


def _masse(wert: Ergebnis) -> tuple[int, int]:
    return (len(wert.zeilen), len(wert.zeilen[0])) if isinstance(wert, Feld) else (1, 1)


def _stelle(wert: Ergebnis, zeile: int, spalte: int) -> Einzelwert:
    if not isinstance(wert, Feld):
        return wert
    hoehe, breite = _masse(wert)
    if (hoehe > 1 and zeile >= hoehe) or (breite > 1 and spalte >= breite):
        return NV  # the other rectangle is larger
    return wert.zeilen[zeile if hoehe > 1 else 0][spalte if breite > 1 else 0]
