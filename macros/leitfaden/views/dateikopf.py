"""What every file of a template says about itself: title, subject, version, day, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leitfaden.model.dokument import PLATZHALTER_MUSTER, Platzhalter
from leitfaden.model.vorlage import Vorlage
from leitfaden.texts import Texte

_PLATZHALTER = re.compile(PLATZHALTER_MUSTER)


@dataclass(frozen=True)
class Dateikopf:
    """Facts for headings, footers and the properties of the file; no person is named."""

    titel: str
    kennung: str
    thema: str
    stichworte: tuple[str, ...]
    version: str
    stand: date
    fusszeile: str
    rechtshinweis: str
    lizenz: str
    herausgeber: str
    hinweise: tuple[str, ...]
    beispiel: bool = False


def ersetze_platzhalter(text: str, platzhalter: Mapping[str, Platzhalter]) -> str:
    """Write `[[kommune]]` as the words readers see in brackets."""
    return _PLATZHALTER.sub(lambda t: f"[{platzhalter[t.group(1)].anzeige}]", text)


def dateikopf(vorlage: Vorlage, texte: Texte, beispiel: bool = False) -> Dateikopf:
    """Collect what a file says about itself."""
    stand = f"{vorlage.stand:%d.%m.%Y}"
    return Dateikopf(
        titel=vorlage.titel,
        kennung=vorlage.kennung,
        thema=vorlage.kurzbeschreibung,
        stichworte=(vorlage.kennung, *vorlage.schlagworte),
        version=vorlage.version,
        stand=vorlage.stand,
        fusszeile=texte.mit("datei.fusszeile", kennung=vorlage.kennung, stand=stand),
        rechtshinweis=texte["vorlage.rechtlich_pruefen"] if vorlage.rechtlich_pruefen else "",
        lizenz=texte["datei.lizenz"],
        herausgeber=texte["name"],
        hinweise=vorlage.hinweise,
        beispiel=beispiel,
    )
