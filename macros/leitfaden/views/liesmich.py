"""The page at the top of a package: what is inside, in which order, how old."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from leitfaden.model.vorlage import Vorlage
from leitfaden.texts import Texte
from leitfaden.views.ausgaben import ALLE, dateistamm

_BREITE = 78


def liesmich(paket: str, vorlagen: Sequence[Vorlage], texte: Texte) -> str:
    """Return plain text with the line ends Windows expects."""
    titel = texte["datei.paket_alle"] if paket == ALLE else texte.wert("paket", paket)
    stand = max(vorlage.stand for vorlage in vorlagen)
    zeilen = [
        f"{texte['name']}: {titel}",
        f"{texte['datei.wort_stand']} {stand:%d.%m.%Y}",
        "",
        *textwrap.wrap(texte.mit("datei.paket_zweck", anzahl=len(vorlagen)), _BREITE),
        *textwrap.wrap(texte["datei.lizenz"], _BREITE),
        *textwrap.wrap(texte["vorlage.rechtlich_pruefen"], _BREITE),
        "",
        texte["datei.paket_reihenfolge"],
    ]
    for vorlage in vorlagen:
        zeilen += [
            "",
            f"{vorlage.kennung} {vorlage.titel}",
            f"    {texte['vorlage.wann']}: {vorlage.wann}",
            f"    {dateistamm(vorlage)}.*",
        ]
    return "\r\n".join(zeilen) + "\r\n"
