"""The form of a message."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.findings import Severity

FEHLER = Severity.FEHLER
WARNUNG = Severity.WARNUNG


@dataclass(frozen=True)
class Meldung:
    """Words of one code; `satz` and `hilfe` hold {places} for the values of a finding."""

    titel: str
    satz: str
    hilfe: str
    falsch: str
    richtig: str
    schwere: Severity = FEHLER
