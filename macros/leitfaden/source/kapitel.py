"""Reads the hand-written Markdown pages below docs/ and their front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.kapitel import Kapitel, Kapitelkopf
from leitfaden.source.dateien import lies_text
from leitfaden.source.feldfehler import feldfehler
from leitfaden.source.yaml_reader import lies_yaml

_KOPF = re.compile(r"\A---\n(.*?)^---\n?", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.en)?\.md")


# Decision records are English and for developers: they are read in the repository, not on the
# site.
OHNE_SEITE = "docs/entwicklung/adr/"


def finde_kapitel(projekt: Path) -> Iterator[Path]:
    """Yield every Markdown file below docs/ that becomes a page, in a stable order."""
    for pfad in sorted((projekt / "docs").rglob("*.md"), key=lambda p: p.as_posix()):
        if not pfad.relative_to(projekt).as_posix().startswith(OHNE_SEITE):
            yield pfad


def lies_kapitel(projekt: Path, pfad: Path) -> tuple[Kapitel | None, list[Finding]]:
    """Read one page; returns (None, findings) if its front matter cannot be used."""
    relativ = pfad.relative_to(projekt).as_posix()
    if not _NAME.fullmatch(pfad.name):
        return None, [finding("D005", Location(relativ), name=pfad.name)]
    text, befunde = lies_text(pfad, relativ)
    if text is None:
        return None, befunde
    kopf = _KOPF.match(text)
    if kopf is None:
        return None, [finding("D009", Location(relativ))]
    # The dashes become an empty line, so that places in the front matter stay right.
    dokument = lies_yaml(relativ, "\n" + kopf[1])
    if dokument.findings or not isinstance(dokument.wert, dict):
        return None, dokument.findings or [finding("D009", Location(relativ))]
    try:
        seitenkopf = Kapitelkopf.model_validate(dokument.wert)
    except ValidationError as fehler:
        return None, feldfehler(dokument, Kapitelkopf, fehler)
    sprache = "en" if pfad.name.endswith(".en.md") else "de"
    unten = pfad.relative_to(projekt / "docs").as_posix().removesuffix(".md").removesuffix(".en")
    zeile = text[: kopf.end()].count("\n") + 1
    return Kapitel(unten, sprache, seitenkopf, text[kopf.end() :], zeile), []
