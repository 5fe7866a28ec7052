"""Every message an editor can see: severity, sentence, help, and a wrong and a right example."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.checks.messages import (
    dateien,
    dokumente,
    felder,
    sprache,
    syntax,
    texte,
    verweise,
)
from leitfaden.checks.messages.meldung import FEHLER, WARNUNG, Meldung
from leitfaden.findings import Finding, Severity

__all__ = ["FEHLER", "MELDUNGEN", "WARNUNG", "Meldung", "Wortlaut", "ist_fehler", "wortlaut"]

# By code; the first letter names the area: D file, Y syntax, S field, V reference, T text.
MELDUNGEN: dict[str, Meldung] = {
    code: meldung
    for bereich in (dateien, syntax, felder, verweise, dokumente, texte, sprache)
    for code, meldung in bereich.MELDUNGEN.items()
}


@dataclass(frozen=True)
class Wortlaut:
    """A finding in words."""

    schwere: Severity
    satz: str
    hilfe: str


def wortlaut(befund: Finding) -> Wortlaut:
    """Put a finding into words; raises KeyError for an unknown code or a missing value."""
    meldung = MELDUNGEN[befund.code]
    werte = befund.as_dict
    return Wortlaut(meldung.schwere, meldung.satz.format(**werte), meldung.hilfe.format(**werte))


def ist_fehler(befund: Finding) -> bool:
    """Tell whether a finding stops the build."""
    return MELDUNGEN[befund.code].schwere is FEHLER
