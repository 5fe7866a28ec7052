"""Sphinx with MyST and furo: one build a language, because its search index has one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.messen import Befehl
from tests.bench.peers.basis import SPRACHEN, Bau, fuelle_vorlage, kopiere_seiten, python_umgebung


@dataclass
class Sphinx:
    """Pages outside every toctree, so that the sidebar stays small."""

    name: str = "Sphinx + MyST + furo"
    version: str = "9.0.4"
    _umgebung: Path = field(default=Path(), init=False)

    def richte_ein(self, cache: Path) -> None:
        """Install from PyPI."""
        self._umgebung = python_umgebung(cache, "sphinx")

    def bereite_vor(self, seiten: Path, arbeit: Path) -> Bau:
        """Write one project a language."""
        befehle: list[Befehl] = []
        for sprache in SPRACHEN:
            ordner = arbeit / sprache
            kopiere_seiten(seiten / sprache, ordner / "docs", ueberschrift=True)
            fuelle_vorlage("sphinx_conf.py.txt", ordner / "docs" / "conf.py", sprache=sprache)
            programm = self._umgebung / "bin" / "sphinx-build"
            angaben: Befehl = ["-q", "-d", ordner / "doctrees", ordner / "docs", ordner / "site"]
            befehle.append([programm, *angaben])
        return Bau(befehle, arbeit, [arbeit / s / "site" for s in SPRACHEN])
