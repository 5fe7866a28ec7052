"""Reads what the text rules know about this project: word lists and numbers, kept in data/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.fakt import Fakt
from leitfaden.model.suchgruppe import Suchgruppe
from leitfaden.source.dateien import ABKUERZUNGEN, EIGENE_WOERTER, FAKTEN, SUCHWORTE, lies_text
from leitfaden.source.feldfehler import feldfehler
from leitfaden.source.yaml_reader import lies_yaml

_Modell = TypeVar("_Modell", bound=BaseModel)


@dataclass(frozen=True)
class Wortlisten:
    """Abbreviations everyone knows, words no dictionary has, numbers that must agree.

    `suchworte` holds the groups of words that mean the same to the search, by language.
    """

    abkuerzungen: frozenset[str] = frozenset()
    woerter: frozenset[str] = frozenset()
    fakten: tuple[Fakt, ...] = ()
    suchworte: Mapping[str, tuple[Suchgruppe, ...]] = field(default_factory=dict)


def lies_wortlisten(projekt: Path) -> tuple[Wortlisten, list[Finding]]:
    """Read the lists; a project need not have any."""
    abkuerzungen, befunde = _lies_liste(projekt, ABKUERZUNGEN)
    woerter, weitere = _lies_liste(projekt, EIGENE_WOERTER)
    fakten, fehler = _lies_eintraege(projekt, FAKTEN, Fakt)
    befunde += [*weitere, *fehler]
    suchworte = {}
    for sprache, relativ in SUCHWORTE.items():
        suchworte[sprache], fehler = _lies_suchworte(projekt, relativ)
        befunde += fehler
    return Wortlisten(abkuerzungen, woerter, tuple(f for f, _ in fakten), suchworte), befunde


def _lies_suchworte(projekt: Path, relativ: str) -> tuple[tuple[Suchgruppe, ...], list[Finding]]:
    """Read the groups; a word people type stands in one group only, or nobody knows which."""
    gruppen, befunde = _lies_eintraege(projekt, relativ, Suchgruppe)
    erste: dict[str, str] = {}
    for gruppe, ort in gruppen:
        for wort in gruppe.getippt:
            if (vorher := erste.setdefault(wort.casefold(), gruppe.wort[0])) != gruppe.wort[0]:
                befunde.append(finding("T030", ort, wort=wort, andere=vorher, ziel=gruppe.wort[0]))
    return tuple(gruppe for gruppe, _ in gruppen), befunde


def _lies_liste(projekt: Path, relativ: str) -> tuple[frozenset[str], list[Finding]]:
    """Read the first word of every line; the rest explains it, and so do lines with `#`."""
    if not (projekt / relativ).exists():
        return frozenset(), []
    text, befunde = lies_text(projekt / relativ, relativ)
    zeilen = (zeile.partition("#")[0].split() for zeile in (text or "").split("\n"))
    return frozenset(zeile[0] for zeile in zeilen if zeile), befunde


def _lies_eintraege(
    projekt: Path, relativ: str, modell: type[_Modell]
) -> tuple[list[tuple[_Modell, Location]], list[Finding]]:
    """Read a list of groups of fields, each with its place."""
    if not (projekt / relativ).exists():
        return [], []
    text, befunde = lies_text(projekt / relativ, relativ)
    if text is None:
        return [], befunde
    dokument = lies_yaml(relativ, text)
    if dokument.findings:
        return [], dokument.findings
    if not isinstance(dokument.wert, list):
        return [], [finding("S015", Location(relativ))]
    eintraege: list[tuple[_Modell, Location]] = []
    for nummer, wert in enumerate(dokument.wert):
        if not isinstance(wert, dict):
            befunde.append(finding("S013", dokument.ort((nummer,))))
            continue
        try:
            eintraege.append((modell.model_validate(wert), dokument.ort((nummer,))))
        except ValidationError as fehler:
            befunde += feldfehler(dokument, modell, fehler, (nummer,))
    return eintraege, befunde
