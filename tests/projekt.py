"""Small projects for tests that build: the small fixture with the real engine settings."""

from __future__ import annotations

import shutil
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
KLEIN = WURZEL / "tests" / "fixtures" / "small"


def lege_projekt_an(ziel: Path, inhalt: Path = KLEIN) -> Path:
    """Make a project with its own content and the real templates and settings; returns it."""
    ziel.mkdir(parents=True)
    for name in ("data", "docs"):
        shutil.copytree(inhalt / name, ziel / name)
    if (inhalt / "betreiber.yml").is_file():
        shutil.copy(inhalt / "betreiber.yml", ziel / "betreiber.yml")
    shutil.copy(WURZEL / "mkdocs.yml", ziel / "mkdocs.yml")
    # The engine wants its source folder to exist before any of our code runs.
    (ziel / ".build" / "docs").mkdir(parents=True)
    for name in ("macros", "overrides"):
        (ziel / name).symlink_to(WURZEL / name, target_is_directory=True)
    return ziel


def ersetze(datei: Path, alt: str, neu: str) -> None:
    """Replace a text in a file; fails if it is not there."""
    text = datei.read_text(encoding="utf-8")
    assert alt in text, f"{datei}: {alt!r} fehlt"
    datei.write_text(text.replace(alt, neu), encoding="utf-8")
