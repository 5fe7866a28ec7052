"""Puts the pictures of shared links into a built site; unchanged ones come from a store."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from leitfaden.render.seitenbaum import schreibe_geaendert
from leitfaden.render.vorschaubild import fingerabdruck, zeichne
from leitfaden.views.vorschaubild import Vorschaubild


def schreibe_vorschaubilder(bilder: Iterable[Vorschaubild], vorrat: Path, site: Path) -> int:
    """Write every picture below the site; returns how many had to be drawn.

    The store holds the pictures of the last build under a hash of what they show; those nobody
    shows any more go away. Drawing and packing leave the interpreter, so threads run side by side.
    """
    vorrat.mkdir(parents=True, exist_ok=True)
    alle = {bild.pfad: (fingerabdruck(bild), bild) for bild in bilder}
    fehlende = {
        name: bild for name, bild in alle.values() if not (vorrat / f"{name}.png").is_file()
    }
    with ThreadPoolExecutor() as arbeiter:
        for name, png in zip(fehlende, arbeiter.map(zeichne, fehlende.values()), strict=True):
            schreibe_geaendert(vorrat / f"{name}.png", png)
    for pfad, (name, _) in alle.items():
        ziel = site / pfad
        ziel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(vorrat / f"{name}.png", ziel)
    behalten = {f"{name}.png" for name, _ in alle.values()}
    for datei in vorrat.iterdir():
        if datei.name not in behalten:
            datei.unlink()
    return len(fehlende)
