"""Reads what the text rules know about this project: word lists and numbers, kept in data/."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.fakt import Fakt
from leitfaden.source.dateien import ABKUERZUNGEN, EIGENE_WOERTER, FAKTEN, lies_text
from leitfaden.source.feldfehler import feldfehler
from leitfaden.source.yaml_reader import lies_yaml


@dataclass(frozen=True)
class Wortlisten:
    """Abbreviations everyone knows, words no dictionary has, numbers that must agree."""

    abkuerzungen: frozenset[str] = frozenset()
    woerter: frozenset[str] = frozenset()
    fakten: tuple[Fakt, ...] = ()


def lies_wortlisten(projekt: Path) -> tuple[Wortlisten, list[Finding]]:
    """Read the lists; a project need not have any."""
    abkuerzungen, befunde = _lies_liste(projekt, ABKUERZUNGEN)
    woerter, weitere = _lies_liste(projekt, EIGENE_WOERTER)
    fakten, fehler = _lies_fakten(projekt)
    return Wortlisten(abkuerzungen, woerter, fakten), [*befunde, *weitere, *fehler]


def _lies_liste(projekt: Path, relativ: str) -> tuple[frozenset[str], list[Finding]]:
    """Read the first word of every line; the rest explains it, and so do lines with `#`."""
    if not (projekt / relativ).exists():
        return frozenset(), []
    text, befunde = lies_text(projekt / relativ, relativ)
    zeilen = (zeile.partition("#")[0].split() for zeile in (text or "").split("\n"))
    return frozenset(zeile[0] for zeile in zeilen if zeile), befunde


def _lies_fakten(projekt: Path) -> tuple[tuple[Fakt, ...], list[Finding]]:
    if not (projekt / FAKTEN).exists():
        return (), []
    text, befunde = lies_text(projekt / FAKTEN, FAKTEN)
    if text is None:
        return (), befunde
    dokument = lies_yaml(FAKTEN, text)
    if dokument.findings:
        return (), dokument.findings
    if not isinstance(dokument.wert, list):
        return (), [finding("S015", Location(FAKTEN))]
    fakten: list[Fakt] = []
    for nummer, wert in enumerate(dokument.wert):
        if not isinstance(wert, dict):
            befunde.append(finding("S013", dokument.ort((nummer,))))
            continue
        try:
            fakten.append(Fakt.model_validate(wert))
        except ValidationError as fehler:
            befunde += feldfehler(dokument, Fakt, fehler, (nummer,))
    return tuple(fakten), befunde
