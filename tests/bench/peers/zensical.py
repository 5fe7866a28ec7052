"""Zensical, the successor of the engine in use: one build a language, with its own search."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.messen import Befehl
from tests.bench.peers.basis import SPRACHEN, Bau, fuelle_vorlage, kopiere_seiten, python_umgebung


@dataclass
class Zensical:
    """Two configurations, as both languages need their own settings."""

    name: str = "Zensical"
    version: str = "0.0.73"
    _umgebung: Path = field(default=Path(), init=False)

    def richte_ein(self, cache: Path) -> None:
        """Install from PyPI."""
        self._umgebung = python_umgebung(cache, "zensical")

    def bereite_vor(self, seiten: Path, arbeit: Path) -> Bau:
        """Write one project a language; only the start page is in the navigation."""
        for sprache in SPRACHEN:
            kopiere_seiten(seiten / sprache, arbeit / sprache / "docs", ueberschrift=True)
            fuelle_vorlage("zensical.yml", arbeit / sprache / "mkdocs.yml", sprache=sprache)
        programm = self._umgebung / "bin" / "zensical"
        befehle: list[Befehl] = [
            [programm, "build", "-f", arbeit / s / "mkdocs.yml"] for s in SPRACHEN
        ]
        return Bau(befehle, arbeit, [arbeit / s / "site" for s in SPRACHEN])
