"""Reads betreiber.yml at the root of the project: who publishes the site."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from leitfaden.findings import Finding, finding
from leitfaden.model.betreiber import Betreiber
from leitfaden.source.dateien import lies_text
from leitfaden.source.feldfehler import feldfehler
from leitfaden.source.yaml_reader import lies_yaml

DATEI = "betreiber.yml"


def lies_betreiber(projekt: Path) -> tuple[Betreiber | None, list[Finding]]:
    """Read the operator's data; a missing file is no mistake until the site is published."""
    voll = projekt / DATEI
    if not (voll.exists() or voll.is_symlink()):
        return None, []
    text, befunde = lies_text(voll, DATEI)
    if text is None:
        return None, befunde
    dokument = lies_yaml(DATEI, text)
    if dokument.findings:
        return None, dokument.findings
    if not isinstance(dokument.wert, dict):
        return None, [finding("S013", dokument.ort(()))]
    try:
        return Betreiber.model_validate(dokument.wert), []
    except ValidationError as fehler:
        return None, feldfehler(dokument, Betreiber, fehler)
