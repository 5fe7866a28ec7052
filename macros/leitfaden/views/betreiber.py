"""The operator's data as chapters show them: text, where it leads, whether it is still open."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from leitfaden.model.betreiber import Betreiber, ist_offen, wert_von
from leitfaden.texts import Texte

_NICHT_WAEHLBAR = re.compile(r"[^+0-9]")


@dataclass(frozen=True)
class Betreiberangabe:
    """One value in the words of a language.

    `ziel` is an address it leads to, `sprache` the language of the text: what the operator wrote
    is German on English pages, too. A day stands in `tag`; without a value everything is empty.
    """

    text: str
    sprache: str
    ziel: str = ""
    tag: date | None = None
    offen: bool = False


def betreiberangabe(betreiber: Betreiber | None, name: str, texte: Texte) -> Betreiberangabe:
    """Return a value by its dotted name; while nobody is named, every value is open."""
    wert = wert_von(betreiber, name) if betreiber is not None else f"[{name}]"
    if wert is None:
        return Betreiberangabe("", texte.sprache)
    if ist_offen(wert):
        return Betreiberangabe(str(wert), "de", offen=True)
    if isinstance(wert, date):
        return Betreiberangabe("", texte.sprache, tag=wert)
    feld = name.rpartition(".")[2]
    if feld in _WORTE:
        return Betreiberangabe(_WORTE[feld](wert, texte), texte.sprache)
    ziel = _ziel(feld, str(wert))
    return Betreiberangabe(str(wert), texte.sprache if ziel else "de", ziel)


def _ziel(feld: str, wert: str) -> str:
    """Return the address a value leads to; empty for words."""
    if feld.endswith("email"):
        return f"mailto:{wert}"
    if feld.endswith("telefon"):
        return f"tel:{_NICHT_WAEHLBAR.sub('', wert)}"
    return wert if feld.startswith("adresse") else ""


def _auftragsverarbeitung(besteht: bool, texte: Texte) -> str:
    return texte["betreiber.av_vertrag_ja" if besteht else "betreiber.av_vertrag_nein"]


def _protokolle(tage: int, texte: Texte) -> str:
    if not tage:
        return texte["betreiber.protokolle_keine"]
    return texte.mit(f"betreiber.protokolle{'_eins' if tage == 1 else ''}", tage=tage)


def _frist(tage: int, texte: Texte) -> str:
    return texte.mit(f"betreiber.tage{'_eins' if tage == 1 else ''}", tage=tage)


# Values that readers meet as words of a sentence.
_WORTE: dict[str, Callable[[Any, Texte], str]] = {
    "konformitaet": lambda wert, texte: texte.wert("konformitaet", wert),
    "av_vertrag": _auftragsverarbeitung,
    "speicherdauer_tage": _protokolle,
    "frist_tage": _frist,
}
