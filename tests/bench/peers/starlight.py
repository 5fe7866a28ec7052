"""Astro Starlight: one build for both languages, with Pagefind as its search."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.messen import Befehl
from tests.bench.peers.basis import VORLAGEN, Bau, installiere, kopiere_seiten


@dataclass
class Starlight:
    """The last version that runs on Node 20; it builds where its modules are installed."""

    name: str = "Starlight (Astro 5.18.2)"
    version: str = "0.36.3"
    _ordner: Path = field(default=Path(), init=False)

    def richte_ein(self, cache: Path) -> None:
        """Install from the npm registry."""
        self._ordner = cache / "starlight"
        shutil.copytree(VORLAGEN / "starlight", self._ordner, dirs_exist_ok=True)
        npm = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
        gewuenscht = (self._ordner / "package.json").read_text(encoding="utf-8")
        installiere([npm], self._ordner, gewuenscht)

    def bereite_vor(self, seiten: Path, arbeit: Path) -> Bau:
        """Write the content collection; German is the root language."""
        inhalt = self._ordner / "src" / "content" / "docs"
        # The collections of an earlier run are cached below node_modules: a cold build has none.
        for alt in (inhalt, *(self._ordner / p for p in ("dist", ".astro", "node_modules/.astro"))):
            shutil.rmtree(alt, ignore_errors=True)
        kopiere_seiten(seiten / "de", inhalt)
        kopiere_seiten(seiten / "en", inhalt / "en")
        befehl: Befehl = ["node", self._ordner / "node_modules" / "astro" / "astro.js", "build"]
        umgebung = {"ASTRO_TELEMETRY_DISABLED": "1", "NODE_OPTIONS": "--max-old-space-size=8192"}
        return Bau([befehl], self._ordner, [self._ordner / "dist"], umgebung)
