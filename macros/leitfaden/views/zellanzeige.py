"""How a value of a cell reads in German, for formats that store it beside the number."""

from __future__ import annotations

from datetime import date

from leitfaden.model.tabelle import Zelltyp

_TAUSCH = str.maketrans(",.", ".,")


def anzeige(wert: float | str | date | bool | None, typ: Zelltyp, nachkomma: int = 0) -> str:
    """Write a value as its cell shows it."""
    if wert is None:
        return ""
    if isinstance(wert, bool):
        return "WAHR" if wert else "FALSCH"
    if isinstance(wert, str):
        return wert
    if isinstance(wert, date):
        return f"{wert:%m.%Y}" if typ is Zelltyp.MONAT else f"{wert:%d.%m.%Y}"
    return _zahl(wert, typ, nachkomma)


def _zahl(wert: float, typ: Zelltyp, nachkomma: int) -> str:
    if typ is Zelltyp.BETRAG:
        return f"{wert:,.2f}".translate(_TAUSCH) + "\u00a0€"
    if typ is Zelltyp.PROZENT:
        return f"{wert * 100:,.{nachkomma}f}".translate(_TAUSCH) + "\u00a0%"
    if typ in (Zelltyp.ZAHL, Zelltyp.GANZZAHL) or not wert.is_integer():
        return f"{wert:,.{nachkomma}f}".translate(_TAUSCH)
    return f"{wert:.0f}"
