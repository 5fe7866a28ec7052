"""Calculates the cells of a workbook, as the spreadsheet programs will."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from leitfaden.formeln.anzahl import ANZAHL
from leitfaden.formeln.ausdruck import (
    Aufruf,
    Ausdruck,
    Bereich,
    Bezug,
    FormelError,
    Konstante,
    Name,
    Rechnung,
)
from leitfaden.formeln.funktionen import FUNKTIONEN
from leitfaden.formeln.werte import (
    DIV0,
    ZAHL,
    Abbruch,
    Einzelwert,
    Ergebnis,
    Fehlerwert,
    Feld,
    als_text,
    als_wahrheit,
    als_zahl,
    einzeln,
    je_zelle,
    vergleiche,
)

# Sheet, column, row.
Ort = tuple[str, int, int]
_EIGENE = ("IF", "AND", "OR", "NOT", "IFERROR", "ROW")
BEKANNT = frozenset((*FUNKTIONEN, *_EIGENE))


@dataclass(frozen=True)
class Zellen:
    """Everything a calculation looks at: constants, formulas, names and the sheets there are."""

    werte: Mapping[Ort, float | str]
    formeln: Mapping[Ort, Ausdruck]
    namen: Mapping[str, Bezug | Bereich]


def fehler_in(ausdruck: Ausdruck, blaetter: Mapping[str, object], namen: set[str]) -> Iterator[str]:
    """Yield what is wrong with a formula that can be read: unknown functions, sheets, names."""
    if isinstance(ausdruck, Aufruf):
        yield from _fehler_im_aufruf(ausdruck)
    if isinstance(ausdruck, Name) and ausdruck.name not in namen:
        yield f"den Namen „{ausdruck.name}“ gibt es nicht"
    if isinstance(ausdruck, Bezug) and ausdruck.blatt and ausdruck.blatt not in blaetter:
        yield f"das Blatt „{ausdruck.blatt}“ gibt es nicht"
    for teil in teile(ausdruck):
        yield from fehler_in(teil, blaetter, namen)


def _fehler_im_aufruf(aufruf: Aufruf) -> Iterator[str]:
    if aufruf.name not in BEKANNT:
        yield f"die Funktion {aufruf.name} ist nicht vorgesehen"
        return
    soll, ist = ANZAHL[aufruf.name], len(aufruf.argumente)
    if not soll.passt(ist):
        yield f"{aufruf.name} braucht {soll}, hier sind es {ist}"


def teile(ausdruck: Ausdruck) -> tuple[Ausdruck, ...]:
    """Return what an expression is made of."""
    if isinstance(ausdruck, Aufruf):
        return ausdruck.argumente
    if isinstance(ausdruck, Bereich):
        return (ausdruck.von, ausdruck.bis)
    if isinstance(ausdruck, Rechnung):
        return tuple(t for t in (ausdruck.links, ausdruck.rechts) if t is not None)
    return ()


class Rechner:
    """Calculates cells on demand and keeps the results."""

    def __init__(self, zellen: Zellen) -> None:
        self.zellen = zellen
        self._fertig: dict[Ort, Einzelwert] = {}
        self._offen: set[Ort] = set()

    def wert(self, ort: Ort) -> Einzelwert:
        """Return what a cell shows.

        Raises FormelError if formulas depend on themselves or on too many others in a row.
        """
        if ort in self._fertig:
            return self._fertig[ort]
        formel = self.zellen.formeln.get(ort)
        if formel is None:
            return self.zellen.werte.get(ort)
        if ort in self._offen:
            raise FormelError("die Formel hängt von sich selbst ab")
        self._offen.add(ort)
        try:
            ergebnis = einzeln(self._rechne(formel, ort))
        except Abbruch as fehler:
            ergebnis = fehler.wert
        except ArithmeticError:  # a number or a day no spreadsheet has
            ergebnis = ZAHL
        except RecursionError:
            raise FormelError("zu viele Formeln bauen aufeinander auf") from None
        finally:
            self._offen.discard(ort)
        # A formula that only points at an empty cell shows 0.
        self._fertig[ort] = 0.0 if ergebnis is None else ergebnis
        return self._fertig[ort]

    def _rechne(self, ausdruck: Ausdruck, ort: Ort) -> Ergebnis:
        match ausdruck:
            case Konstante():
                ergebnis: Ergebnis = ausdruck.wert
            case Bezug():
                ergebnis = self.wert((ausdruck.blatt or ort[0], ausdruck.spalte, ausdruck.zeile))
            case Bereich():
                ergebnis = self._bereich(ausdruck, ort[0])
            case Name():
                ergebnis = self._rechne(self.zellen.namen[ausdruck.name], ort)
            case Rechnung():
                ergebnis = self._rechnung(ausdruck, ort)
            case Aufruf():
                ergebnis = self._aufruf(ausdruck, ort)
        return ergebnis

    def _aufruf(self, aufruf: Aufruf, ort: Ort) -> Ergebnis:
        eigene = self._EIGENE.get(aufruf.name)
        if eigene is not None:
            return eigene(self, aufruf, ort)
        return FUNKTIONEN[aufruf.name]([self._rechne(a, ort) for a in aufruf.argumente])

    def _bereich(self, bereich: Bereich, blatt: str) -> Feld:
        blatt = bereich.von.blatt or blatt
        links, rechts = sorted((bereich.von.spalte, bereich.bis.spalte))
        oben, unten = sorted((bereich.von.zeile, bereich.bis.zeile))
        return Feld(
            tuple(
                tuple(self.wert((blatt, spalte, zeile)) for spalte in range(links, rechts + 1))
                for zeile in range(oben, unten + 1)
            )
        )

    def _rechnung(self, rechnung: Rechnung, ort: Ort) -> Ergebnis:
        zeichen = rechnung.zeichen
        links = self._rechne(rechnung.links, ort) if rechnung.links else 0.0
        if rechnung.rechts is None:
            return je_zelle(lambda a, _: als_zahl(a) / 100, links, None)
        return je_zelle(_OPERATIONEN[zeichen], links, self._rechne(rechnung.rechts, ort))

    def _wenn(self, aufruf: Aufruf, ort: Ort) -> Ergebnis:
        bedingung, *zweige = aufruf.argumente
        if als_wahrheit(einzeln(self._rechne(bedingung, ort))):
            return self._rechne(zweige[0], ort)
        return self._rechne(zweige[1], ort) if len(zweige) > 1 else False

    def _wahrheiten(self, aufruf: Aufruf, ort: Ort) -> Iterator[bool]:
        for argument in aufruf.argumente:
            wert = self._rechne(argument, ort)
            for einer in wert.alle() if isinstance(wert, Feld) else (wert,):
                if not isinstance(wert, Feld) or isinstance(einer, float | bool | Fehlerwert):
                    yield als_wahrheit(einer)

    def _wennfehler(self, aufruf: Aufruf, ort: Ort) -> Ergebnis:
        try:
            return einzeln(self._rechne(aufruf.argumente[0], ort))
        except Abbruch:
            return self._rechne(aufruf.argumente[1], ort)

    def _zeile(self, aufruf: Aufruf, ort: Ort) -> Ergebnis:
        ziel = aufruf.argumente[0] if aufruf.argumente else None
        return float(ziel.zeile if isinstance(ziel, Bezug) else ort[2])

    _EIGENE: Mapping[str, Callable[[Rechner, Aufruf, Ort], Ergebnis]] = {
        "IF": _wenn,
        # Every argument is looked at: an error in the second one counts, too.
        "AND": lambda r, aufruf, ort: all(list(r._wahrheiten(aufruf, ort))),
        "OR": lambda r, aufruf, ort: any(list(r._wahrheiten(aufruf, ort))),
        "NOT": lambda r, aufruf, ort: not next(r._wahrheiten(aufruf, ort)),
        "IFERROR": _wennfehler,
        "ROW": _zeile,
    }


def _durch(links: Einzelwert, rechts: Einzelwert) -> Einzelwert:
    nenner = als_zahl(rechts)
    if nenner == 0:
        raise Abbruch(DIV0)
    return als_zahl(links) / nenner


def _hoch(links: Einzelwert, rechts: Einzelwert) -> Einzelwert:
    ergebnis: float | complex = als_zahl(links) ** als_zahl(rechts)
    if isinstance(ergebnis, complex):
        raise Abbruch(ZAHL)
    return ergebnis


_OPERATIONEN: dict[str, Callable[[Einzelwert, Einzelwert], Einzelwert]] = {
    "+": lambda a, b: als_zahl(a) + als_zahl(b),
    "-": lambda a, b: als_zahl(a) - als_zahl(b),
    "*": lambda a, b: als_zahl(a) * als_zahl(b),
    "/": _durch,
    "^": _hoch,
    "&": lambda a, b: als_text(a) + als_text(b),
    "=": lambda a, b: vergleiche(a, b) == 0,
    "<>": lambda a, b: vergleiche(a, b) != 0,
    "<": lambda a, b: vergleiche(a, b) < 0,
    "<=": lambda a, b: vergleiche(a, b) <= 0,
    ">": lambda a, b: vergleiche(a, b) > 0,
    ">=": lambda a, b: vergleiche(a, b) >= 0,
}
