"""Small projects for tests that build: the small fixture with the real engine settings."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
KLEIN = WURZEL / "tests" / "fixtures" / "small"
# Where builds keep finished files under a hash of all they are made from.
VORRAETE = ("ausgaben", "vorschaubilder")


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
    teile_vorraete(WURZEL, ziel)
    return ziel


def teile_vorraete(von: Path, nach: Path) -> None:
    """Give a project the finished files of another one, so that its build need not make them.

    They are links to the same files: builds replace and remove files, they never change them.
    """
    for name in VORRAETE:
        quelle, ablage = von / ".build" / name, nach / ".build" / name
        dateien = list(quelle.iterdir()) if quelle.is_dir() else []
        ablage.mkdir(parents=True, exist_ok=True)
        for datei in dateien:
            # Another process may tidy up here, or have brought the file already.
            with suppress(FileNotFoundError, FileExistsError):
                if not datei.name.endswith(".neu"):
                    _verknuepfe(datei, ablage / datei.name)


def _verknuepfe(datei: Path, ziel: Path) -> None:
    """Link a file to a second place, or copy it where places cannot share one."""
    try:
        ziel.hardlink_to(datei)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        vorlaeufig = ziel.with_name(f"{ziel.name}.neu")
        shutil.copyfile(datei, vorlaeufig)
        vorlaeufig.replace(ziel)


def ersetze(datei: Path, alt: str, neu: str) -> None:
    """Replace a text in a file; fails if it is not there."""
    text = datei.read_text(encoding="utf-8")
    assert alt in text, f"{datei}: {alt!r} fehlt"
    datei.write_text(text.replace(alt, neu), encoding="utf-8")
