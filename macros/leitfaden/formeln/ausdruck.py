"""Reads a formula into a tree; knows the grammar and no functions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ZEICHEN = re.compile(
    r"""
    (?P<leer>\s+)
  | (?P<zahl>\d+(?:\.\d+)?)
  | (?P<text>"(?:[^"]|"")*")
  | (?P<bezug>(?:[A-Za-zÄÖÜäöüß][A-Za-z0-9_ÄÖÜäöüß]*!)?\$?[A-Z]{1,3}\$?[1-9][0-9]*(?![A-Za-z0-9_(]))
  | (?P<name>[A-Za-zÄÖÜäöüß][A-Za-z0-9_.ÄÖÜäöüß]*)
  | (?P<op><=|>=|<>|[-+*/^&=<>%])
  | (?P<satz>[(),:])
    """,
    re.VERBOSE,
)
_BEZUG = re.compile(r"(?:(\w+)!)?(\$?)([A-Z]+)(\$?)(\d+)")
# Stands where a formula that was moved has left the sheet, as in all spreadsheets.
AUSSERHALB = "#REF!"
_STUFEN = (("=", "<>", "<", "<=", ">", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))


class FormelError(ValueError):
    """A formula that cannot be read or calculated; the message is German and for editors."""


@dataclass(frozen=True)
class Konstante:
    """A number or a text."""

    wert: float | str


@dataclass(frozen=True)
class Bezug:
    """A cell; `blatt` is empty for the sheet of the formula. Column and row count from 1."""

    blatt: str
    spalte: int
    zeile: int
    fest: tuple[bool, bool] = (False, False)


@dataclass(frozen=True)
class Bereich:
    """Cells from one corner to the other; the sheet is that of the first."""

    von: Bezug
    bis: Bezug


@dataclass(frozen=True)
class Name:
    """A named cell or range."""

    name: str


@dataclass(frozen=True)
class Aufruf:
    """A function with its arguments."""

    name: str
    argumente: tuple[Ausdruck, ...]


@dataclass(frozen=True)
class Rechnung:
    """An operator between two operands; without a left one it is a sign, without a right `%`."""

    zeichen: str
    links: Ausdruck | None
    rechts: Ausdruck | None


Ausdruck = Konstante | Bezug | Bereich | Name | Aufruf | Rechnung


def spaltennummer(buchstaben: str) -> int:
    """Turn `AB` into 28."""
    nummer = 0
    for zeichen in buchstaben:
        nummer = nummer * 26 + ord(zeichen) - 64
    return nummer


def spaltenbuchstaben(nummer: int) -> str:
    """Turn 28 into `AB`; there is no column before the first one."""
    if nummer < 1:
        return AUSSERHALB
    text = ""
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        text = chr(65 + rest) + text
    return text


def lies_bezug(text: str) -> Bezug:
    """Read `Plan!$A2`; raises FormelError if it is no cell."""
    treffer = _BEZUG.fullmatch(text)
    if treffer is None:
        raise FormelError(f"„{text}“ ist keine Zelle")
    blatt, fest_s, spalte, fest_z, zeile = treffer.groups()
    return Bezug(blatt or "", spaltennummer(spalte), int(zeile), (bool(fest_s), bool(fest_z)))


def lies_bereich(text: str) -> Bereich:
    """Read `Plan!A2:C9`; a single cell is a range of one."""
    von, _, bis = text.partition(":")
    ecke = lies_bezug(von)
    return Bereich(ecke, lies_bezug(bis) if bis else ecke)


# A workbook is read several times: empty, with its example and once for all its check values.
@lru_cache(maxsize=1 << 15)
def lies_formel(text: str) -> Ausdruck:
    """Read a formula that starts with `=`; raises FormelError with the reason."""
    if AUSSERHALB in text:
        raise FormelError("sie zeigt auf eine Zelle außerhalb des Blatts")
    leser = _Leser(_zerlege(text.removeprefix("=")))
    try:
        ausdruck = leser.ausdruck(0)
    except RecursionError:
        raise FormelError("sie hat zu viele Klammern ineinander") from None
    if leser.naechstes is not None:
        raise FormelError(f"nach dem Ende steht noch „{leser.naechstes[1]}“")
    return ausdruck


def _zerlege(text: str) -> list[tuple[str, str]]:
    teile = []
    stelle = 0
    while stelle < len(text):
        treffer = _ZEICHEN.match(text, stelle)
        if treffer is None:
            raise FormelError(f"„{text[stelle : stelle + 8]}“ ist nicht zu lesen")
        art = str(treffer.lastgroup)
        if art != "leer":
            teile.append((art, treffer.group()))
        stelle = treffer.end()
    return teile


class _Leser:
    """Walks through the tokens; every method leaves the place behind what it has read."""

    def __init__(self, teile: list[tuple[str, str]]) -> None:
        self.teile = teile
        self.stelle = 0

    @property
    def naechstes(self) -> tuple[str, str] | None:
        return self.teile[self.stelle] if self.stelle < len(self.teile) else None

    def _nimm(self, *zeichen: str) -> str:
        """Take the next token if it is one of these; returns nothing otherwise."""
        teil = self.naechstes
        if teil is None or teil[0] not in ("op", "satz") or teil[1] not in zeichen:
            return ""
        self.stelle += 1
        return teil[1]

    def _verlange(self, zeichen: str) -> None:
        if not self._nimm(zeichen):
            gefunden = self.naechstes[1] if self.naechstes else "das Ende"
            raise FormelError(f"erwartet wird „{zeichen}“, gefunden wurde „{gefunden}“")

    def ausdruck(self, stufe: int) -> Ausdruck:
        if stufe == len(_STUFEN):
            return self._vorzeichen()
        links = self.ausdruck(stufe + 1)
        while zeichen := self._nimm(*_STUFEN[stufe]):
            links = Rechnung(zeichen, links, self.ausdruck(stufe + 1))
        return links

    def _vorzeichen(self) -> Ausdruck:
        if zeichen := self._nimm("-", "+"):
            return Rechnung(zeichen, None, self._vorzeichen())
        wert = self._einzeln()
        while self._nimm("%"):
            wert = Rechnung("%", wert, None)
        return wert

    def _einzeln(self) -> Ausdruck:
        if self._nimm("("):
            innen = self.ausdruck(0)
            self._verlange(")")
            return innen
        if self.naechstes is None or self.naechstes[0] in ("op", "satz"):
            gefunden = self.naechstes[1] if self.naechstes else "das Ende"
            raise FormelError(f"erwartet wird ein Wert, gefunden wurde „{gefunden}“")
        art, text = self.naechstes
        self.stelle += 1
        if art == "zahl":
            return Konstante(float(text))
        if art == "text":
            return Konstante(text[1:-1].replace('""', '"'))
        if art == "name":
            return self._aufruf(text) if self._nimm("(") else Name(text)
        return self._bezug(lies_bezug(text))

    def _bezug(self, von: Bezug) -> Ausdruck:
        if not self._nimm(":"):
            return von
        teil = self.naechstes
        if teil is None or teil[0] != "bezug":
            raise FormelError("nach „:“ fehlt die zweite Zelle des Bereichs")
        self.stelle += 1
        return Bereich(von, lies_bezug(teil[1]))

    def _aufruf(self, name: str) -> Aufruf:
        argumente: list[Ausdruck] = []
        if not self._nimm(")"):
            argumente.append(self.ausdruck(0))
            while self._nimm(","):
                argumente.append(self.ausdruck(0))
            self._verlange(")")
        return Aufruf(name.upper(), tuple(argumente))
