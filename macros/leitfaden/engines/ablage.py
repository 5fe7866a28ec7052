"""Intermediate results of one file, kept from build to build in one file beside it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path


class Ablage:
    """Results by name. Only those that were read or written are there the next time.

    A damaged file counts as an empty one: everything in it can be made again.
    """

    def __init__(self, ort: Path) -> None:
        self._ort = ort
        self._alte = _lies(ort)
        self._benutzt: dict[str, bytes] = {}

    def lies(self, name: str) -> bytes | None:
        """Return a result, if there is one."""
        if name not in self._benutzt and name in self._alte:
            self._benutzt[name] = self._alte[name]
        return self._benutzt.get(name)

    def lege_ab(self, name: str, daten: bytes) -> None:
        """Keep a result."""
        self._benutzt[name] = daten

    def sichere(self) -> None:
        """Write what was used, and drop the rest."""
        if self._benutzt == self._alte:
            return
        vorlaeufig = self._ort.with_name(f"{self._ort.name}.{os.getpid()}.neu")
        with zipfile.ZipFile(vorlaeufig, "w") as archiv:
            for name, daten in self._benutzt.items():
                archiv.writestr(name, daten)
        vorlaeufig.replace(self._ort)


def _lies(ort: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(ort) as archiv:
            return {name: archiv.read(name) for name in archiv.namelist()}
    except (OSError, zipfile.BadZipFile):
        return {}
