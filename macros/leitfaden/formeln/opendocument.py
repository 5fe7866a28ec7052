"""Writes a formula the way OpenDocument stores it (OpenFormula)."""

from __future__ import annotations

from leitfaden.formeln.ausdruck import (
    Aufruf,
    Ausdruck,
    Bereich,
    Bezug,
    Konstante,
    Name,
    spaltenbuchstaben,
)


def als_openformula(ausdruck: Ausdruck) -> str:
    """Return the formula with its prefix, such as `of:=SUM([.A1:.A9])`."""
    return f"of:={_schreibe(ausdruck)}"


def als_adresse(bereich: Bezug | Bereich) -> str:
    """Return cells the way attributes name them: `$Plan.$A$2:.$C$9`, without brackets."""
    if isinstance(bereich, Bezug):
        return _zelle(bereich)
    return f"{_zelle(bereich.von)}:{_zelle(bereich.bis)}"


def _schreibe(ausdruck: Ausdruck) -> str:
    if isinstance(ausdruck, Konstante):
        return _konstante(ausdruck.wert)
    if isinstance(ausdruck, Bezug | Bereich):
        return f"[{als_adresse(ausdruck)}]"
    if isinstance(ausdruck, Name):
        return ausdruck.name
    if isinstance(ausdruck, Aufruf):
        return f"{ausdruck.name}({';'.join(_schreibe(a) for a in ausdruck.argumente)})"
    links = _geklammert(ausdruck.links)
    return f"{links}{ausdruck.zeichen}{_geklammert(ausdruck.rechts)}"


def _geklammert(ausdruck: Ausdruck | None) -> str:
    """Put brackets around calculations inside calculations, whether they need them or not."""
    if ausdruck is None:
        return ""
    text = _schreibe(ausdruck)
    return (
        text if isinstance(ausdruck, Konstante | Bezug | Bereich | Name | Aufruf) else f"({text})"
    )


def _konstante(wert: float | str) -> str:
    if isinstance(wert, str):
        return '"' + wert.replace('"', '""') + '"'
    return f"{wert:.15g}"


def _zelle(bezug: Bezug) -> str:
    spalte, zeile = ("$" if fest else "" for fest in bezug.fest)
    blatt = f"${bezug.blatt}" if bezug.blatt else ""
    return f"{blatt}.{spalte}{spaltenbuchstaben(bezug.spalte)}{zeile}{bezug.zeile}"
