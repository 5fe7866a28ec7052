"""The rule against copies: steps, risks and objections of two measures never share a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from leitfaden.checks.textstellen import Satzstueck, Textstelle, anfang
from leitfaden.findings import Finding, finding
from leitfaden.source.loader import Ladung
from leitfaden.views.lesetext import saetze, woerter

FELDER = ("schritte", "risiken", "einwaende")
# Names of functions and spans of time are the same on purpose.
_OHNE = ("wer", "dauer")
# A shorter sentence is a phrase, such as „Das ist richtig.“
MINDESTENS_WOERTER = 4


def _saetze(stueck: Satzstueck) -> Iterator[tuple[str, Textstelle]]:
    for stelle in stueck.stellen():
        if stelle.herkunft[0] in FELDER and stelle.feld not in _OHNE:
            for satz in saetze(stelle.text):
                if len(woerter(satz)) >= MINDESTENS_WOERTER:
                    yield satz, stelle


def pruefe_doppelungen(ladung: Ladung) -> Iterator[Finding]:
    """A sentence in the steps, risks or objections of a measure stands in no other measure."""
    katalog = ladung.katalog
    for sprache in ("de", "en"):
        zuerst: dict[str, str] = {}
        for massnahme in katalog.massnahmen.values():
            englisch = katalog.uebersetzungen.get(("massnahme", massnahme.id))
            wert = massnahme if sprache == "de" else englisch and englisch.texte
            if not wert:
                continue
            stueck = Satzstueck(ladung, "massnahme", massnahme.id, sprache, wert)
            for satz, stelle in _saetze(stueck):
                kern = " ".join(woerter(satz)).casefold()
                andere = zuerst.setdefault(kern, massnahme.id)
                if andere != massnahme.id:
                    ort = stueck.ort(stelle)
                    yield finding("T111", ort, andere=andere, beginn=anfang(satz))
