"""Writes every page as a small Markdown file into the build tree of the engine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from leitfaden.render.satzseite import markdown_datei
from leitfaden.views.seitenplan import Seitenplan


def schreibe_seitenbaum(plaene: Mapping[str, Seitenplan], projekt: Path, ziel: Path) -> int:
    """Bring the build tree up to date and return the number of pages.

    One folder per language holds one Markdown file per page; pictures go along. Only files whose
    text changed are written, and files that no longer belong are deleted, so that a preview
    server sees exactly what changed.
    """
    anzahl = 0
    for sprache, plan in plaene.items():
        soll = dict(markdown_datei(plan, seite) for seite in plan.seiten)
        anzahl += len(soll)
        _gleiche_ab(ziel / sprache, soll, _bilder(projekt))
    return anzahl


def _bilder(projekt: Path) -> dict[str, Path]:
    """Pictures of the project by their path in the tree."""
    ordner = projekt / "docs" / "bilder"
    if not ordner.is_dir():
        return {}
    return {f"bilder/{p.name}": p for p in sorted(ordner.iterdir()) if p.is_file()}


def _gleiche_ab(ordner: Path, texte: Mapping[str, str], bilder: Mapping[str, Path]) -> None:
    for pfad, text in texte.items():
        schreibe_geaendert(ordner / pfad, text.encode())
    for pfad, quelle in bilder.items():
        schreibe_geaendert(ordner / pfad, quelle.read_bytes())
    _raeume_auf(ordner, {*texte, *bilder})


def schreibe_geaendert(datei: Path, inhalt: bytes) -> bool:
    """Write a file unless it already has this content; returns whether it was written."""
    try:
        if datei.read_bytes() == inhalt:
            return False
    except FileNotFoundError:
        datei.parent.mkdir(parents=True, exist_ok=True)
    neu = datei.with_name(f".{datei.name}.neu")
    neu.write_bytes(inhalt)
    os.replace(neu, datei)
    return True


def _raeume_auf(ordner: Path, behalten: Iterable[str]) -> None:
    soll = {(ordner / pfad).as_posix() for pfad in behalten}
    for wurzel, unterordner, namen in os.walk(ordner, topdown=False):
        for name in namen:
            datei = Path(wurzel, name)
            if datei.as_posix() not in soll:
                datei.unlink()
        for name in unterordner:
            pfad = Path(wurzel, name)
            if not any(pfad.iterdir()):
                shutil.rmtree(pfad)
